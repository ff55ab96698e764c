//! What docx-rs leaves out of the footnotes: the separators, and the number's mark in each note.

use crate::model::the_thuc::TheThuc;
use crate::writers::docx::style_id::FOOTNOTE_REFERENCE;
use crate::writers::docx::units::twips;
use crate::writers::docx::xml::{Element, Node, el, val};

/// Completes the footnotes part.
pub(super) fn complete(root: &mut Element, the_thuc: &TheThuc) {
    for note in root.elements_mut() {
        if let Some(paragraph) = note.elements_mut().find(|child| child.name == "w:p") {
            put_mark(paragraph);
        }
    }
    let separators = [
        separator(0, "separator", "w:separator", the_thuc),
        separator(1, "continuationSeparator", "w:continuationSeparator", the_thuc),
    ];
    root.children.splice(0..0, separators.map(Node::Element));
}

/// The note's number and a space, after the paragraph's properties.
fn put_mark(paragraph: &mut Element) {
    let properties =
        |node: &Node| matches!(node, Node::Element(element) if element.name == "w:pPr");
    let at = usize::from(paragraph.children.first().is_some_and(properties));
    let style = el("w:rPr").child(val("w:rStyle", FOOTNOTE_REFERENCE));
    let mark = el("w:r").child(style).child(el("w:footnoteRef"));
    let space = el("w:r").child(el("w:t").attr("xml:space", "preserve").text(" "));
    paragraph.children.splice(at..at, [mark, space].map(Node::Element));
}

/// The line over the notes, in a strip as high as the PDF's. Word lays this paragraph out as any other.
fn separator(id: usize, kind: &str, mark: &str, the_thuc: &TheThuc) -> Element {
    let spacing = el("w:spacing")
        .attr("w:before", 0)
        .attr("w:after", 0)
        .attr("w:line", twips(the_thuc.gach_chu_thich_cao_pt))
        .attr("w:lineRule", "exact");
    let paragraph = el("w:p").child(el("w:pPr").child(spacing)).child(el("w:r").child(el(mark)));
    el("w:footnote").attr("w:type", kind).attr("w:id", id).child(paragraph)
}
