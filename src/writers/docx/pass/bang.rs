//! What docx-rs can't say of a table: that a row repeats on each page.

use crate::writers::docx::xml::{Element, Node, el};

/// Puts `w:tblHeader` where the table's builder left its mark, a height that says nothing.
pub(super) fn repeat_heads(root: &mut Element) {
    for child in root.elements_mut() {
        repeat_heads(child);
    }
    if root.name == "w:trPr" {
        for node in &mut root.children {
            if matches!(node, Node::Element(height) if is_mark(height)) {
                *node = Node::Element(el("w:tblHeader"));
            }
        }
    }
}

fn is_mark(element: &Element) -> bool {
    let says =
        |name: &str, value: &str| element.attributes.iter().any(|(n, v)| n == name && v == value);
    element.name == "w:trHeight" && says("w:val", "0") && says("w:hRule", "auto")
}
