//! Tracked changes: accepted or rejected, so that what is read after has none.

use super::biet::{KHOANG_SUA, chu_lac, khong_hien, moc_trong};
use crate::writers::docx::xml::{Element, Node};

/// What becomes of the tracked changes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheDo {
    ChapNhan,
    TuChoi,
}

impl CheDo {
    /// What holds text that goes.
    fn bo(self, name: &str) -> bool {
        match self {
            Self::ChapNhan => matches!(name, "w:del" | "w:moveFrom"),
            Self::TuChoi => matches!(name, "w:ins" | "w:moveTo"),
        }
    }

    /// What holds text that stays.
    fn giu(self, name: &str) -> bool {
        matches!(name, "w:ins" | "w:moveTo" | "w:del" | "w:moveFrom") && !self.bo(name)
    }

    /// What marks a cell that goes.
    fn o_bo(self) -> &'static str {
        match self {
            Self::ChapNhan => "w:cellDel",
            Self::TuChoi => "w:cellIns",
        }
    }

    /// Whether the properties `of` say that the thing itself (a paragraph's mark, a row) goes.
    fn tu_bo(self, properties: Option<&Element>) -> bool {
        properties.is_some_and(|p| p.elements().any(|mark| self.bo(&mark.name)))
    }
}

/// The tree without tracked changes, and without the wrappers and marks that mean nothing to a reader.
pub(super) fn ap_dung(mut root: Element, che_do: CheDo) -> Element {
    don(&mut root, che_do);
    root
}

/// Whether there are tracked changes of text in the tree.
pub(super) fn co(root: &Element) -> bool {
    let marks = ["w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:cellIns", "w:cellDel"];
    marks.contains(&root.name.as_str()) || root.elements().any(co)
}

fn don(element: &mut Element, che_do: CheDo) {
    let children = std::mem::take(&mut element.children);
    let mut out: Vec<Node> = Vec::with_capacity(children.len());
    // What stood in a paragraph whose mark is gone: it begins the next one.
    let mut mang_sang: Vec<Node> = Vec::new();
    for node in children {
        let Node::Element(mut child) = node else {
            out.push(node);
            continue;
        };
        if bo_qua(&child, che_do) {
            continue;
        }
        if child.name == "w:pPr" && che_do == CheDo::TuChoi {
            nhu_cu(&mut child);
        }
        don(&mut child, che_do);
        if la_vo(&child.name) || che_do.giu(&child.name) {
            child.children.retain(|node| !la_thuoc_tinh_vo(node));
            out.append(&mut child.children);
        } else if child.name == "w:p" {
            let mark = child.find("w:pPr").and_then(|p| p.find("w:rPr"));
            let gone = che_do.tu_bo(mark);
            nhan(&mut child, std::mem::take(&mut mang_sang));
            if gone {
                mang_sang = child.children.into_iter().filter(|n| !la_thuoc_tinh(n)).collect();
            } else {
                out.push(Node::Element(child));
            }
        } else {
            match child.name.as_str() {
                "w:delText" => child.name = "w:t".to_owned(),
                "w:delInstrText" => child.name = "w:instrText".to_owned(),
                _ => {}
            }
            if child.name != "w:tbl" || con_lai(&child) {
                if matches!(child.name.as_str(), "w:tbl" | "w:sdt" | "w:sectPr") {
                    de_lai(&mut out, &mut mang_sang);
                }
                out.push(Node::Element(child));
            }
        }
    }
    de_lai(&mut out, &mut mang_sang);
    element.children = out;
}

/// Whether a table still has something: a row, also in a content control, or what has no place in a table.
fn con_lai(table: &Element) -> bool {
    let co = |child: &Element| match child.name.as_str() {
        "w:sdt" | "w:sdtContent" => con_lai(child),
        _ => !khong_hien(child),
    };
    chu_lac(table).is_some() || table.elements().any(co)
}

/// Paragraph properties as they were before they were changed.
fn nhu_cu(properties: &mut Element) {
    let old = properties.find("w:pPrChange").and_then(|change| change.find("w:pPr")).cloned();
    let Some(old) = old else { return };
    let rest = ["w:rPr", "w:sectPr"];
    properties
        .children
        .retain(|node| matches!(node, Node::Element(e) if rest.contains(&e.name.as_str())));
    properties.children.splice(0..0, old.children);
}

/// Text without a paragraph to go to keeps one of its own.
fn de_lai(out: &mut Vec<Node>, text: &mut Vec<Node>) {
    if !text.is_empty() {
        let children = std::mem::take(text);
        let p = Element { name: "w:p".to_owned(), attributes: Vec::new(), children };
        out.push(Node::Element(p));
    }
}

/// Puts `text` at the beginning of a paragraph, after its properties.
fn nhan(paragraph: &mut Element, text: Vec<Node>) {
    let at = usize::from(paragraph.children.first().is_some_and(la_thuoc_tinh));
    paragraph.children.splice(at..at, text);
}

fn la_thuoc_tinh(node: &Node) -> bool {
    matches!(node, Node::Element(e) if e.name == "w:pPr")
}

/// Wrappers around runs.
fn la_vo(name: &str) -> bool {
    matches!(name, "w:smartTag" | "w:customXml")
}

/// The properties of such a wrapper, which go with it.
fn la_thuoc_tinh_vo(node: &Node) -> bool {
    matches!(node, Node::Element(e) if matches!(e.name.as_str(), "w:smartTagPr" | "w:customXmlPr"))
}

/// What goes without a trace. A mark of a change inside properties stays for whom it concerns.
fn bo_qua(child: &Element, che_do: CheDo) -> bool {
    let name = child.name.as_str();
    match name {
        "w:tr" => che_do.tu_bo(child.find("w:trPr")),
        "w:tc" => child.find("w:tcPr").and_then(|p| p.find(che_do.o_bo())).is_some(),
        "w:proofErr" | "w:lastRenderedPageBreak" => moc_trong(child),
        _ => {
            DAU_VET.contains(&name)
                || KHOANG_SUA.contains(&name) && moc_trong(child)
                || che_do.bo(name) && !child.children.is_empty()
        }
    }
}

/// How properties were before they were changed.
const DAU_VET: [&str; 9] = [
    "w:rPrChange",
    "w:pPrChange",
    "w:sectPrChange",
    "w:tblPrChange",
    "w:tblPrExChange",
    "w:tblGridChange",
    "w:trPrChange",
    "w:tcPrChange",
    "w:numberingChange",
];
