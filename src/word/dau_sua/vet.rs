//! The marks of changes, all from one hand.

use super::TAC_GIA;
use crate::writers::docx::xml::{Element, Node, el};

/// Text that came, or text that went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Vet {
    Them,
    Bot,
}

/// Gives each mark its number.
#[derive(Debug)]
pub(super) struct Muc {
    next: u64,
    /// `2023-03-01T00:00:00Z`: a date of the document, so that the same input gives the same bytes.
    ngay: Option<String>,
}

impl Muc {
    pub fn moi(first: u64, ngay: Option<String>) -> Self {
        Self { next: first, ngay }
    }

    /// `w:ins` or `w:del` without anything in it.
    pub fn dau(&mut self, vet: Vet) -> Element {
        let name = match vet {
            Vet::Them => "w:ins",
            Vet::Bot => "w:del",
        };
        let mark = el(name).attr("w:id", self.next).attr("w:author", TAC_GIA);
        self.next = self.next.saturating_add(1);
        match &self.ngay {
            Some(ngay) => mark.attr("w:date", ngay),
            None => mark,
        }
    }

    /// `w:pPrChange` with the properties that were.
    pub fn doi_thuoc_tinh(&mut self, before: Element) -> Element {
        let mut change = self.dau(Vet::Them).child(before);
        change.name = "w:pPrChange".to_owned();
        change
    }

    /// Marks a paragraph as a whole: its end came or went too.
    pub fn dau_doan(&mut self, paragraph: &mut Element, vet: Vet) {
        let mark = self.dau(vet);
        let mut properties = lay_thuoc_tinh(paragraph);
        let after = ["w:rPr", "w:sectPr", "w:pPrChange"];
        let children = &mut properties.children;
        let at = children
            .iter()
            .position(|node| matches!(node, Node::Element(e) if after.contains(&e.name.as_str())));
        let at = at.unwrap_or(children.len());
        let there = |node: &Node| matches!(node, Node::Element(e) if e.name == "w:rPr");
        if !children.get(at).is_some_and(there) {
            children.insert(at, Node::Element(el("w:rPr")));
        }
        if let Some(Node::Element(run)) = children.get_mut(at) {
            run.children.insert(0, Node::Element(mark));
        }
        paragraph.children.insert(0, Node::Element(properties));
    }

    /// Marks a row of a table.
    pub fn dau_hang(&mut self, row: &mut Element, vet: Vet) {
        let mark = self.dau(vet);
        if row.find("w:trPr").is_none() {
            let at = usize::from(row.find("w:tblPrEx").is_some());
            row.children.insert(at, Node::Element(el("w:trPr")));
        }
        if let Some(properties) = row.elements_mut().find(|e| e.name == "w:trPr") {
            properties.children.push(Node::Element(mark));
        }
    }
}

/// What the mark of a paragraph says.
pub(super) fn vet_cua(paragraph: &Element) -> Option<Vet> {
    let marks = paragraph.find("w:pPr").and_then(|p| p.find("w:rPr"))?;
    match (marks.find("w:ins"), marks.find("w:del")) {
        (Some(_), _) => Some(Vet::Them),
        (_, Some(_)) => Some(Vet::Bot),
        _ => None,
    }
}

/// Takes the mark of a paragraph away.
pub(super) fn bo_vet(paragraph: &mut Element) {
    let properties = paragraph.elements_mut().find(|e| e.name == "w:pPr");
    if let Some(run) = properties.and_then(|p| p.elements_mut().find(|e| e.name == "w:rPr")) {
        run.children.retain(|node| !matches!(node, Node::Element(e) if matches!(e.name.as_str(), "w:ins" | "w:del")));
    }
}

/// Takes the properties out of a paragraph, which has them first, or makes new ones.
fn lay_thuoc_tinh(paragraph: &mut Element) -> Element {
    if matches!(paragraph.children.first(), Some(Node::Element(e)) if e.name == "w:pPr")
        && let Node::Element(properties) = paragraph.children.remove(0)
    {
        return properties;
    }
    el("w:pPr")
}
