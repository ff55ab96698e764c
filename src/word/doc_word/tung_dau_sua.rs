//! Tracked changes one by one: who made each and when, and a file in which some of them are refused.
//!
//! To refuse a change is to accept its reverse, so what is refused changes its name (`w:ins` for `w:del`) and the reader,
//! which accepts all, does the rest.

use std::collections::BTreeSet;

use crate::writers::docx::xml::{Element, Node};

/// A change as a reader sees it: what one person did at one time in one place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DauSua {
    pub ai: String,
    /// `2026-03-05T09:00:00Z`, as the file has it.
    pub luc: String,
    pub them: String,
    pub bot: String,
    /// A text was moved.
    pub doi_cho: bool,
}

impl DauSua {
    /// `05/3/2026`, or nothing where the file says no day.
    pub fn ngay(&self) -> Option<String> {
        super::thu::ngay(&self.luc)
    }
}

/// Counts the changes of a file, part by part, from 1.
#[derive(Default)]
pub(super) struct Dem<'b> {
    bo: Option<&'b BTreeSet<usize>>,
    pub cac: Vec<DauSua>,
    /// Nothing stands between the last one and what comes.
    lien: bool,
}

/// The marks of a change, and what the reverse of each is called.
const NGUOC: [(&str, &str); 6] = [
    ("w:ins", "w:del"),
    ("w:del", "w:ins"),
    ("w:moveFrom", "w:moveTo"),
    ("w:moveTo", "w:moveFrom"),
    ("w:cellIns", "w:cellDel"),
    ("w:cellDel", "w:cellIns"),
];

impl<'b> Dem<'b> {
    /// Refuses those with these numbers.
    pub fn bo(bo: &'b BTreeSet<usize>) -> Self {
        Self { bo: Some(bo), ..Self::default() }
    }

    /// Goes through a part.
    pub fn phan(&mut self, root: &mut Element) {
        self.lien = false;
        self.duyet(root, false);
    }

    fn duyet(&mut self, element: &mut Element, trong: bool) {
        let reverse = NGUOC.iter().find(|(name, _)| *name == element.name).map(|(_, other)| *other);
        if let Some(reverse) = reverse {
            let so = self.ghi(element);
            if self.bo.is_some_and(|bo| bo.contains(&so)) {
                reverse.clone_into(&mut element.name);
            }
        } else if matches!(element.name.as_str(), "w:t" | "w:tab" | "w:br" | "w:drawing") && !trong
        {
            self.lien = false;
        }
        let inside = trong || reverse.is_some();
        element.elements_mut().for_each(|child| self.duyet(child, inside));
        // A paragraph whose end nobody touched ends a change.
        if element.name == "w:p" && !dau_doan_sua(element) {
            self.lien = false;
        }
    }

    /// The number of the change that the mark belongs to.
    fn ghi(&mut self, mark: &Element) -> usize {
        let of = |name: &str| mark.get(name).unwrap_or_default().to_owned();
        let (ai, luc) = (of("w:author"), of("w:date"));
        let doi_cho = mark.name.starts_with("w:move");
        let same = |last: &DauSua| last.ai == ai && last.luc == luc && last.doi_cho == doi_cho;
        let known = match doi_cho {
            // What left one place came to another.
            true => self.cac.iter().rposition(same),
            false => self
                .cac
                .len()
                .checked_sub(1)
                .filter(|at| self.lien && self.cac.get(*at).is_some_and(same)),
        };
        let at = known.unwrap_or_else(|| {
            self.cac.push(DauSua { ai, luc, doi_cho, ..DauSua::default() });
            self.cac.len().saturating_sub(1)
        });
        self.lien = true;
        if let Some(own) = self.cac.get_mut(at) {
            let text = match mark.name.as_str() {
                "w:ins" | "w:moveTo" => &mut own.them,
                _ => &mut own.bot,
            };
            chu(mark, text);
        }
        at.saturating_add(1)
    }
}

/// Whether the end of a paragraph came or went.
fn dau_doan_sua(paragraph: &Element) -> bool {
    let mark = paragraph.find("w:pPr").and_then(|p| p.find("w:rPr"));
    mark.is_some_and(|mark| mark.elements().any(|e| NGUOC.iter().any(|(name, _)| *name == e.name)))
}

fn chu(element: &Element, out: &mut String) {
    for child in element.elements() {
        if matches!(child.name.as_str(), "w:t" | "w:delText") {
            child.children.iter().for_each(|node| match node {
                Node::Text(text) => out.push_str(text),
                Node::Element(_) => {}
            });
        }
        chu(child, out);
    }
}
