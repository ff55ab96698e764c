//! What shows nothing by itself: the elements of ECMA-376 (Part 1, 17) and of Word's own additions that
//! carry properties, marks and bounds. These alone are passed over; whatever is not named here or read
//! elsewhere is told.

use crate::writers::docx::xml::{Element, Node};

/// Marks that may stand between blocks, between runs, and in tables.
const MOC: [&str; 13] = [
    "w:bookmarkStart",
    "w:bookmarkEnd",
    "w:proofErr",
    "w:permStart",
    "w:permEnd",
    "w:commentRangeStart",
    "w:commentRangeEnd",
    "w14:customXmlConflictInsRangeStart",
    "w14:customXmlConflictInsRangeEnd",
    "w14:customXmlConflictDelRangeStart",
    "w14:customXmlConflictDelRangeEnd",
    "w:smartTagPr",
    "w:customXmlPr",
];

/// Where tracked changes begin and end.
pub(super) const KHOANG_SUA: [&str; 12] = [
    "w:moveFromRangeStart",
    "w:moveFromRangeEnd",
    "w:moveToRangeStart",
    "w:moveToRangeEnd",
    "w:customXmlInsRangeStart",
    "w:customXmlInsRangeEnd",
    "w:customXmlDelRangeStart",
    "w:customXmlDelRangeEnd",
    "w:customXmlMoveFromRangeStart",
    "w:customXmlMoveFromRangeEnd",
    "w:customXmlMoveToRangeStart",
    "w:customXmlMoveToRangeEnd",
];

fn la_moc(name: &str) -> bool {
    MOC.contains(&name) || KHOANG_SUA.contains(&name)
}

/// A mark is empty by the schema; one that is not is told.
pub(super) fn moc_trong(element: &Element) -> bool {
    chu_tho(element).trim().is_empty()
}

/// Whether an element between runs or blocks is a mark or holds properties.
pub(super) fn khong_hien(element: &Element) -> bool {
    let name = element.name.as_str();
    let moc = la_moc(name) || name == NEN_TRANG;
    (moc && moc_trong(element)) || THUOC_TINH.contains(&name) || dau_vet_rong(name)
}

/// The colour behind the pages on a screen; no printer prints it.
const NEN_TRANG: &str = "w:background";

/// Properties of what they stand in.
const THUOC_TINH: [&str; 13] = [
    "w:pPr",
    "w:rPr",
    "w:sectPr",
    "w:sdtPr",
    "w:sdtEndPr",
    "w:tblPr",
    "w:tblGrid",
    "w:tblPrEx",
    "w:trPr",
    "w:tcPr",
    "w:rubyPr",
    "w:fldData",
    "w:tblCaption",
];

/// What is left of tracked changes once they are settled.
fn dau_vet_rong(name: &str) -> bool {
    matches!(name, "w:ins" | "w:del" | "w:moveFrom" | "w:moveTo")
}

/// Whether a part of a run shows nothing.
pub(super) fn run_khong_hien(element: &Element) -> bool {
    let name = element.name.as_str();
    let noi_voi_word = matches!(
        name,
        "w:rPr" | "w:fldChar" | "w:instrText" | "w:delInstrText" | "w:delText" | "w:fldData"
    );
    let moc = matches!(
        name,
        "w:lastRenderedPageBreak"
            | "w:footnoteRef"
            | "w:endnoteRef"
            | "w:annotationRef"
            | "w:separator"
            | "w:continuationSeparator"
            | "w:commentReference"
    );
    noi_voi_word || ((moc || la_moc(name)) && moc_trong(element))
}

/// All letters in an element, whatever holds them.
pub(super) fn chu_tho(element: &Element) -> String {
    let mut out = String::new();
    gop(element, &mut out);
    out
}

fn gop(element: &Element, out: &mut String) {
    if element.name == "w:instrText" {
        return;
    }
    for node in &element.children {
        match node {
            Node::Text(text) if out.len() < 2000 => out.push_str(text),
            Node::Text(_) => {}
            Node::Element(child) => gop(child, out),
        }
    }
    if element.name == "w:p" {
        out.push(' ');
    }
}

/// Letters between the elements of one that has no place for any.
pub(super) fn chu_lac(element: &Element) -> Option<String> {
    let texts = element.children.iter().filter_map(|node| match node {
        Node::Text(text) if !text.trim().is_empty() => Some(text.trim()),
        _ => None,
    });
    let all = texts.collect::<Vec<_>>().join(" ");
    (!all.is_empty()).then_some(all)
}
