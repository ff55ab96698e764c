//! From the trees of the file to paragraphs, tables and notes in reading order.

use std::collections::BTreeMap;

use crate::writers::docx::xml::{Element, Node};

use super::danh_so::DanhSo;
use super::doan::manh;
use super::kieu::{Kieu, muc_de_cuong};
use super::so::So;
use super::tep_word::{Bang, Doan, Hang, Khoi, O};
use super::thanh_phan::ThanhPhan;

/// What the file has beside its text, and how far its lists have counted.
pub(super) struct BoDoc<'a> {
    kieu: &'a Kieu,
    so: DanhSo,
    foot: BTreeMap<&'a str, (usize, &'a Element)>,
    end: BTreeMap<&'a str, (usize, &'a Element)>,
    /// A note in a note would never end.
    in_note: bool,
}

impl<'a> BoDoc<'a> {
    pub fn moi(
        kieu: &'a Kieu,
        so: DanhSo,
        footnotes: Option<&'a Element>,
        endnotes: Option<&'a Element>,
    ) -> Self {
        Self { kieu, so, foot: theo_so(footnotes), end: theo_so(endnotes), in_note: false }
    }

    /// The blocks in `parent`, which stands at the path `at`.
    pub fn khoi(&mut self, parent: &'a Element, at: Vec<usize>) -> Vec<Khoi> {
        let mut out = Vec::new();
        for (index, child) in parent.children.iter().enumerate() {
            let Node::Element(child) = child else { continue };
            let mut path = at.clone();
            path.push(index);
            match child.name.as_str() {
                "w:p" => {
                    out.push(Khoi::Doan(self.doan(child, path.clone())));
                    self.khung_chu(child, path, &mut out);
                }
                "w:tbl" => out.push(Khoi::Bang(self.bang(child, path))),
                "w:sdt" | "w:sdtContent" => out.extend(self.khoi(child, path)),
                _ => {}
            }
        }
        out
    }

    fn doan(&mut self, p: &'a Element, duong: Vec<usize>) -> Doan {
        let properties = p.find("w:pPr");
        let style = properties.and_then(|p| p.val_of("w:pStyle"));
        let pieces = manh(p);
        let chu: String = pieces.iter().map(|piece| piece.chu.as_str()).collect();
        let marks = pieces.iter().filter(|piece| !piece.chu.is_empty());
        let mut chu_thich = Vec::new();
        for mark in marks {
            let notes = match mark.phan.name.as_str() {
                "w:footnoteReference" => &mut self.foot,
                "w:endnoteReference" => &mut self.end,
                _ => continue,
            };
            // A note belongs to one mark; a file where many share one is not to grow without end.
            let note = mark.phan.get("w:id").and_then(|id| notes.remove(id));
            chu_thich.push(note.map(|note| self.ghi_chu(note)).unwrap_or_default());
        }
        // An empty paragraph prints no number, but Word counts it; with text it prints one.
        let so = self.so_cua(properties, style);
        let outline = properties.and_then(muc_de_cuong).or_else(|| self.kieu.de_cuong(style));
        let mut doan = Doan { so, chu, chu_thich, duong, ..Doan::default() };
        let outline = outline.filter(|level| *level <= 9);
        doan.thanh_phan = ThanhPhan::cua(self.kieu.ten(style), outline, &doan.in_ra());
        doan
    }

    /// The number of a paragraph: its own list comes before that of its style, and list 0 is none.
    fn so_cua(&mut self, properties: Option<&Element>, style: Option<&str>) -> Option<So> {
        let own = properties.and_then(|p| p.find("w:numPr"));
        let own_level = own.and_then(|n| n.val_of("w:ilvl")).and_then(|v| v.parse().ok());
        if let Some(num) = own.and_then(|n| n.val_of("w:numId")) {
            return self.so.tiep(num, own_level, None);
        }
        let (num, level, of) = self.kieu.danh_sach(style)?;
        self.so.tiep(num, own_level.or(level), Some(of))
    }

    fn ghi_chu(&mut self, (index, note): (usize, &'a Element)) -> Vec<Khoi> {
        if std::mem::replace(&mut self.in_note, true) {
            return Vec::new();
        }
        let out = self.khoi(note, vec![index]);
        self.in_note = false;
        out
    }

    /// The text of boxes that are anchored in a paragraph.
    fn khung_chu(&mut self, parent: &'a Element, at: Vec<usize>, out: &mut Vec<Khoi>) {
        for (index, child) in parent.children.iter().enumerate() {
            let Node::Element(child) = child else { continue };
            let mut path = at.clone();
            path.push(index);
            match child.name.as_str() {
                "w:txbxContent" => out.extend(self.khoi(child, path)),
                "w:pPr" | "w:rPr" | "w:t" => {}
                _ => self.khung_chu(child, path, out),
            }
        }
    }

    fn bang(&mut self, table: &'a Element, duong: Vec<usize>) -> Bang {
        let hang = con(table, "w:tr", &duong).into_iter().map(|(path, row)| self.hang(row, path));
        Bang { hang: hang.collect(), duong, thu: 0 }
    }

    fn hang(&mut self, row: &'a Element, duong: Vec<usize>) -> Hang {
        let properties = row.find("w:trPr");
        let skipped = properties.and_then(|p| p.val_of("w:gridBefore"));
        let mut cot: usize = skipped.and_then(|n| n.parse().ok()).unwrap_or(0).min(COT);
        let mut o = Vec::new();
        for (path, cell) in con(row, "w:tc", &duong) {
            let span = cell.find("w:tcPr").and_then(|p| p.val_of("w:gridSpan"));
            let gop_cot = span.and_then(|n| n.parse().ok()).unwrap_or(1).clamp(1, COT);
            o.push(O { cot, gop_cot, khoi: self.khoi(cell, path.clone()), duong: path });
            cot = cot.saturating_add(gop_cot);
        }
        let tieu_de = properties.is_some_and(|p| p.find("w:tblHeader").is_some());
        Hang { ten: String::new(), tieu_de, o, duong }
    }
}

/// Word's tables have no more columns.
const COT: usize = 63;

/// The children called `name`, also those in content controls.
fn con<'a>(parent: &'a Element, name: &str, at: &[usize]) -> Vec<(Vec<usize>, &'a Element)> {
    let mut out = Vec::new();
    for (index, child) in parent.children.iter().enumerate() {
        let Node::Element(child) = child else { continue };
        let mut path = at.to_vec();
        path.push(index);
        match child.name.as_str() {
            found if found == name => out.push((path, child)),
            "w:sdt" | "w:sdtContent" => out.extend(con(child, name, &path)),
            _ => {}
        }
    }
    out
}

/// The notes of a part by their ids; separators are none.
fn theo_so(part: Option<&Element>) -> BTreeMap<&str, (usize, &Element)> {
    let children = part.into_iter().flat_map(|part| part.children.iter().enumerate());
    let notes = children.filter_map(|(index, node)| match node {
        Node::Element(note) if note.get("w:type").is_none_or(|t| t == "normal") => {
            Some((note.get("w:id")?, (index, note)))
        }
        _ => None,
    });
    notes.collect()
}
