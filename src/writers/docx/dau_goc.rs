//! Dấu gốc: what a Word file of ours says of itself, so that any later program can tell it from one that somebody has
//! edited, and the edits from what has changed in the source since.
//!
//! It is a part of its own (`customXml`), which Word and LibreOffice hand on when they save the file: a digest of all
//! other parts, and a mark of each paragraph's words. Of the words themselves it holds nothing: what a leader strikes
//! out must not lie hidden in a file that leaves the house.

use std::fmt::Write;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use super::xml::{Element, Node, el};
use crate::model::nhu_nhau::nhu_nhau;

/// The part with the mark.
pub(crate) const PHAN: &str = "customXml/item1.xml";
/// What Word wants to know of it.
pub(super) const THUOC_TINH: &str = "customXml/itemProps1.xml";
pub(super) const QUAN_HE: &str = "customXml/_rels/item1.xml.rels";
/// By this name the mark is known, whatever the part is called after Word has saved the file.
pub(crate) const TEN: &str = "urn:vanthu:goc";

const DATA: &str = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
const ID: &str = "{5B0F6A5E-2C0D-4E0B-9B6B-76616E746875}";

/// Bytes of a paragraph's mark that are kept: two of a file's paragraphs hardly ever share them.
const DAI: usize = 5;

/// The mark of a paragraph's words. Spaces and what Word changes by itself are no part of it.
pub(crate) fn cua_doan(chu: &str) -> String {
    let same = |c: &char| !c.is_whitespace() && *c != '\u{FFFC}';
    let text: String = chu.nfc().flat_map(nhu_nhau).filter(same).collect();
    hex(Sha256::digest(text).iter().take(DAI))
}

/// The digest of a file's parts: name, checksum and length of each, without the mark's own part.
pub(crate) fn cua_goi(cac_phan: impl IntoIterator<Item = (String, u32, u64)>) -> String {
    let mut all: Vec<_> = cac_phan.into_iter().filter(|(name, ..)| name != PHAN).collect();
    all.sort();
    let mut digest = Sha256::new();
    for (name, sum, length) in all {
        digest.update(format!("{name}\n{sum} {length}\n"));
    }
    hex(digest.finalize().iter())
}

fn hex<'b>(bytes: impl Iterator<Item = &'b u8>) -> String {
    bytes.fold(String::new(), |mut out, byte| {
        // Writing to a string never fails.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// The marks of all paragraphs of a part, in its order; an empty one has none.
pub(super) fn cac_doan(root: &Element) -> Vec<String> {
    let mut out = Vec::new();
    tim(root, &mut out);
    out
}

fn tim(element: &Element, out: &mut Vec<String>) {
    if element.name == "w:p" {
        let mut text = String::new();
        chu(element, &mut text);
        if !text.trim().is_empty() {
            out.push(cua_doan(&text));
        }
    }
    element.elements().for_each(|child| tim(child, out));
}

/// The letters of a paragraph, without those of paragraphs inside it.
fn chu(element: &Element, out: &mut String) {
    for child in element.elements().filter(|child| child.name != "w:p") {
        if child.name == "w:t" {
            child.children.iter().for_each(|node| match node {
                Node::Text(text) => out.push_str(text),
                Node::Element(_) => {}
            });
        }
        chu(child, out);
    }
}

/// The part with the mark.
pub(super) fn phan(goi: &str, cac_doan: &[String]) -> Element {
    let doan = el("doan").text(&cac_doan.join(" "));
    el("vanthu").attr("xmlns", TEN).attr("goi", goi).child(doan)
}

/// What Word wants to know of the part.
pub(super) fn thuoc_tinh() -> Element {
    let schema = el("ds:schemaRef").attr("ds:uri", TEN);
    el("ds:datastoreItem")
        .attr("ds:itemID", ID)
        .attr("xmlns:ds", DATA)
        .child(el("ds:schemaRefs").child(schema))
}
