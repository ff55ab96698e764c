//! What every part of docx-rs needs: fewer namespaces, no leftovers, children in order.

use super::order;
use crate::writers::docx::xml::{Element, Node};

/// The namespaces that our parts use, of the forty that docx-rs declares.
const NAMESPACES: [(&str, &str); 2] = [
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
];

/// Properties that say nothing when empty.
const PROPERTIES: [&str; 4] = ["w:pPr", "w:rPr", "w:tblBorders", "w:trPr"];

/// Tidies the part under `root`.
pub(super) fn tidy(root: &mut Element) {
    root.attributes = NAMESPACES.map(|(name, uri)| (name.to_owned(), uri.to_owned())).to_vec();
    tidy_inside(root);
}

fn tidy_inside(element: &mut Element) {
    for child in element.elements_mut() {
        child.attributes.retain(|(name, _)| !is_stray(&child.name, name));
        tidy_inside(child);
    }
    element.children.retain(|node| match node {
        Node::Element(child) => !(child.is_bare() && PROPERTIES.contains(&child.name.as_str())),
        Node::Text(_) => true,
    });
    order::sort(element);
}

/// Paragraph ids come from a counter of the thread, so they would differ from run to run; the rest is
/// not in the schema or says nothing.
fn is_stray(element: &str, attribute: &str) -> bool {
    matches!(
        (element, attribute),
        (_, "w14:paraId" | "w14:textId") | ("w:gridCol", "w:type") | ("w:fldChar", "w:dirty")
    )
}
