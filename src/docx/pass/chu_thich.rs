//! What docx-rs leaves out of the footnotes: the separators, and the number's mark in each note.

use crate::docx::style_id::FOOTNOTE_REFERENCE;
use crate::docx::xml::{Element, Node, el, val};

/// Completes the footnotes part.
pub(super) fn complete(root: &mut Element) {
    for note in root.elements_mut() {
        if let Some(paragraph) = note.elements_mut().find(|child| child.name == "w:p") {
            put_mark(paragraph);
        }
    }
    let separators = [
        separator(0, "separator", "w:separator"),
        separator(1, "continuationSeparator", "w:continuationSeparator"),
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

/// The line over the notes: single spacing and no space, or it would push the notes down.
fn separator(id: usize, kind: &str, mark: &str) -> Element {
    let spacing = el("w:spacing")
        .attr("w:before", 0)
        .attr("w:after", 0)
        .attr("w:line", 240)
        .attr("w:lineRule", "auto");
    let paragraph = el("w:p").child(el("w:pPr").child(spacing)).child(el("w:r").child(el(mark)));
    el("w:footnote").attr("w:type", kind).attr("w:id", id).child(paragraph)
}
