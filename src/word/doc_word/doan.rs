//! The text of a paragraph, piece by piece.

use crate::writers::docx::xml::{Element, el};

use super::tep_word::MOC_CHU_THICH;

/// A piece of a paragraph: something that stands in a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Manh {
    /// What it shows: text, a line break, nothing.
    pub chu: String,
    /// `w:t`, `w:br`, a note's mark …
    pub phan: Element,
    /// The look of its run.
    pub rpr: Option<Element>,
}

/// The pieces of a paragraph in order. Together they show its text.
pub(crate) fn manh(paragraph: &Element) -> Vec<Manh> {
    let mut reader = DocManh { out: Vec::new(), field: Vec::new() };
    reader.children(paragraph);
    reader.out
}

struct DocManh {
    out: Vec<Manh>,
    /// The fields that are open; `true` while their result, which is printed, goes on.
    field: Vec<bool>,
}

impl DocManh {
    fn children(&mut self, parent: &Element) {
        for child in parent.elements() {
            match child.name.as_str() {
                "w:r" => self.run(child),
                // Whatever else holds runs: links, content controls, simple fields, directions of writing.
                "w:hyperlink" | "w:sdt" | "w:sdtContent" | "w:fldSimple" | "w:dir" | "w:bdo"
                | "w:ruby" | "w:rubyBase" => self.children(child),
                _ => {}
            }
        }
    }

    fn run(&mut self, run: &Element) {
        let rpr = run.find("w:rPr");
        let hidden = rpr.is_some_and(|p| p.find("w:vanish").is_some_and(bat));
        for part in run.elements().filter(|e| e.name != "w:rPr") {
            self.theo_truong(part);
            let printed = !hidden && self.field.iter().all(|result| *result);
            let chu = if printed { chu_cua(part) } else { String::new() };
            self.out.push(Manh { chu, phan: part.clone(), rpr: rpr.cloned() });
        }
    }

    fn theo_truong(&mut self, part: &Element) {
        if part.name != "w:fldChar" {
            return;
        }
        match part.get("w:fldCharType") {
            Some("begin") => self.field.push(false),
            Some("separate") => {
                self.field.iter_mut().next_back().into_iter().for_each(|f| *f = true)
            }
            Some("end") => {
                self.field.pop();
            }
            _ => {}
        }
    }
}

/// Whether a property that stands there is on.
pub(crate) fn bat(property: &Element) -> bool {
    !matches!(property.get("w:val"), Some("0" | "false" | "off"))
}

/// What a part of a run shows.
fn chu_cua(part: &Element) -> String {
    match part.name.as_str() {
        "w:t" => {
            let text = part.own_text().replace(MOC_CHU_THICH, "");
            match part.get("xml:space") {
                Some("preserve") => text,
                _ => text.trim_matches([' ', '\t', '\n', '\r']).to_owned(),
            }
        }
        "w:tab" | "w:ptab" => "\t".to_owned(),
        "w:br" | "w:cr" => "\n".to_owned(),
        "w:noBreakHyphen" => "\u{2011}".to_owned(),
        "w:softHyphen" => "\u{AD}".to_owned(),
        "w:footnoteReference" | "w:endnoteReference" => MOC_CHU_THICH.to_string(),
        "w:sym" => ky_hieu(part).to_string(),
        _ => String::new(),
    }
}

/// A sign of a symbol font; which one can't be told, only that it is there.
fn ky_hieu(part: &Element) -> char {
    let code = part.get("w:char").and_then(|code| u32::from_str_radix(code, 16).ok());
    code.and_then(char::from_u32).filter(|c| !c.is_control()).unwrap_or('\u{25A1}')
}

/// `w:t` with this text.
pub(crate) fn chu_moi(name: &str, text: &str) -> Element {
    el(name).attr("xml:space", "preserve").text(text)
}
