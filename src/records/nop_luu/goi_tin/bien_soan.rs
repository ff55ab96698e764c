//! XML of the package: trees written with a line for each element, so that people can read it too.

use crate::diagnostic::Diagnostic;
use crate::model::Ngay;
use crate::writers::docx::xml::{Element, Node, el, write};

/// A day as a moment: its beginning in Vietnam. Nothing in a package knows a clock.
pub(super) fn luc(ngay: Ngay) -> String {
    ngay.ngay().format("%Y-%m-%dT00:00:00.0+07:00").to_string()
}

/// `<name>text</name>`.
pub(super) fn o(ten: &str, text: &str) -> Element {
    let cell = el(ten);
    if text.is_empty() { cell } else { cell.text(text) }
}

pub(super) fn viet(ten: &str, root: Element) -> Result<Vec<u8>, Diagnostic> {
    let mut bytes = write(ten, &thut(root, 0)).map_err(|fault| {
        Diagnostic::error("wrong-use", format!("không ghi được {ten} của gói nộp lưu: {fault}"))
            .hint("tìm ký tự lạ trong tiêu đề, ghi chú, trích yếu của các văn bản ấy rồi bỏ đi")
    })?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Elements that hold elements get a line each. What holds text is left alone: a space there would be a letter.
fn thut(mut element: Element, sau: usize) -> Element {
    let only_elements = element.children.iter().all(|node| matches!(node, Node::Element(_)));
    if element.children.is_empty() || !only_elements {
        return element;
    }
    let line = |sau: usize| Node::Text(format!("\n{}", "  ".repeat(sau)));
    let inner = sau.saturating_add(1);
    let mut children = Vec::with_capacity(element.children.len().saturating_mul(2));
    for node in std::mem::take(&mut element.children) {
        children.push(line(inner));
        children.push(match node {
            Node::Element(child) => Node::Element(thut(child, inner)),
            text @ Node::Text(_) => text,
        });
    }
    children.push(line(sau));
    element.children = children;
    element
}
