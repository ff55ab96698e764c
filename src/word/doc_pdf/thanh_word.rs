//! A PDF's blocks as the Word file that would look so, in memory: one recogniser then serves both, and knows one file.

use std::collections::BTreeMap;

use super::khoi::{Canh, DongPdf, KhoiPdf};
use super::tep::TepPdf;
use crate::word::doc_word::{self, LoiDoc, TepWord};
use crate::writers::docx::package;
use crate::writers::docx::xml::{Element, el, val, write};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const GOC: &str = "<Relationships><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
/// How far in a line of the right half begins, in twips.
const NUA_PHAI: u32 = 4800;

/// The paper as a Word file.
pub fn thanh_word(pdf: &TepPdf) -> Result<TepWord, LoiDoc> {
    let body = el("w:body").children(pdf.khoi.iter().map(khoi)).child(el("w:sectPr"));
    let document = el("w:document").attr("xmlns:w", W).child(body);
    let name = "word/document.xml";
    let document = write(name, &document).map_err(|_| LoiDoc::KhongPhaiWord)?;
    let parts = BTreeMap::from([
        ("_rels/.rels".to_owned(), GOC.as_bytes().to_vec()),
        (name.to_owned(), document),
    ]);
    doc_word::doc(&package::zip(&parts).map_err(|_| LoiDoc::QuaLon)?)
}

fn khoi(khoi: &KhoiPdf) -> Element {
    match khoi {
        KhoiPdf::Doan(line, canh) => doan(line, *canh),
        KhoiPdf::HaiBen(trai, phai) => {
            let row = el("w:tr").children([o(trai), o(phai)]);
            el("w:tbl").child(row)
        }
    }
}

fn o(lines: &[DongPdf]) -> Element {
    let all = lines.iter().map(|line| doan(line, Canh::Giua));
    let cell = el("w:tc").children(all);
    if lines.is_empty() { cell.child(el("w:p")) } else { cell }
}

fn doan(line: &DongPdf, canh: Canh) -> Element {
    let look = match canh {
        Canh::Thuong => Vec::new(),
        Canh::Giua => vec![val("w:jc", "center")],
        Canh::Phai => vec![el("w:ind").attr("w:left", NUA_PHAI)],
    };
    let p = el("w:p").child(el("w:pPr").children(look));
    if line.chu.is_empty() {
        return p;
    }
    let marks = [(line.dam, "w:b"), (line.nghieng, "w:i")];
    let marks = marks.iter().filter(|(is, _)| *is).map(|(_, name)| el(name));
    let text = el("w:t").attr("xml:space", "preserve").text(&line.chu);
    p.child(el("w:r").child(el("w:rPr").children(marks)).child(text))
}
