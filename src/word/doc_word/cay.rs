//! From the trees of the file to paragraphs, tables and notes in reading order.

use std::collections::BTreeMap;

use crate::writers::docx::xml::{Element, Node};

use super::biet::{chu_lac, chu_tho, khong_hien};
use super::chua_doc::VatLa;
use super::danh_so::DanhSo;
use super::doan::{self, Cach};
use super::hinh;
use super::kieu::{Kieu, muc_de_cuong};
use super::nhanh;
use super::so::So;
use super::tep_word::{Bang, Doan, Hang, Khoi, O};
use super::thanh_phan::ThanhPhan;

/// Paragraphs of the longest text that is read, cells too: some thousand pages, and more than the longest paper that
/// is composed (`compose/soan/gioi_han.rs`).
const SO_DOAN: usize = 40_000;
/// Steps of all paths together, and what a row or a cell costs besides: forty thousand cells with a paragraph each have a
/// third of it.
const BUOC: usize = 3_000_000;
const MOT_KHOI: usize = 8;
/// Things that are told as not read; a text with more of them is no text.
const LA: usize = 20_000;
/// Word's tables have no more columns.
const COT: usize = 63;

/// What the file has beside its text, and how far its lists have counted.
pub(super) struct BoDoc<'a> {
    kieu: &'a Kieu,
    so: DanhSo,
    foot: BTreeMap<&'a str, (usize, &'a Element)>,
    end: BTreeMap<&'a str, (usize, &'a Element)>,
    /// A note in a note would never end.
    in_note: bool,
    /// What is read stands on every page.
    moi_trang: bool,
    /// How many paragraphs may still come, how long paths may still be, how much may still be told.
    con_lai: usize,
    con_buoc: usize,
    con_la: usize,
    /// One of them has come to its end, or a paragraph has more pieces than any.
    het: bool,
    /// What was not read and waits for a paragraph to be told with.
    la: Vec<VatLa>,
}

impl<'a> BoDoc<'a> {
    pub fn moi(
        kieu: &'a Kieu,
        so: DanhSo,
        footnotes: Option<&'a Element>,
        endnotes: Option<&'a Element>,
    ) -> Self {
        Self {
            kieu,
            so,
            foot: theo_so(footnotes),
            end: theo_so(endnotes),
            in_note: false,
            moi_trang: false,
            con_lai: SO_DOAN,
            con_buoc: BUOC,
            con_la: LA,
            het: false,
            la: Vec::new(),
        }
    }

    /// The reader of heads and feet, whose lists count by themselves.
    pub fn cho_moi_trang(kieu: &'a Kieu, so: DanhSo) -> Self {
        Self { moi_trang: true, ..Self::moi(kieu, so, None, None) }
    }

    /// Whether there was more than is read.
    pub fn qua_dai(&self) -> bool {
        self.het
    }

    /// Room for one block more at that path; nothing is read any more where there is none.
    fn con_cho_cho(&mut self, duong: &[usize]) -> bool {
        let cost = duong.len().saturating_add(MOT_KHOI);
        match self.con_buoc.checked_sub(cost) {
            Some(left) => self.con_buoc = left,
            None => self.het = true,
        }
        !self.het
    }

    /// What is told once more.
    fn ke(&mut self, la: impl IntoIterator<Item = VatLa>) {
        for vat in la {
            match self.con_la.checked_sub(1) {
                Some(left) => self.con_la = left,
                None => return self.het = true,
            }
            self.la.push(vat);
        }
    }

    /// All blocks in `parent`, which stands at the path `at`.
    pub fn tat_ca(&mut self, parent: &'a Element, at: Vec<usize>) -> Vec<Khoi> {
        let mut out = self.khoi(parent, at);
        out.extend(self.con_cho());
        out
    }

    /// What waits still is told at the end.
    fn con_cho(&mut self) -> Option<Khoi> {
        let la = std::mem::take(&mut self.la);
        (!la.is_empty()).then(|| Khoi::Doan(Doan { la, ..Doan::default() }))
    }

    fn khoi(&mut self, parent: &'a Element, at: Vec<usize>) -> Vec<Khoi> {
        let mut out = Vec::new();
        self.ke(chu_lac(parent).map(VatLa::ChuLacCho));
        for (index, child) in parent.children.iter().enumerate() {
            let Node::Element(child) = child else { continue };
            if self.het {
                break;
            }
            let mut path = at.clone();
            path.push(index);
            match child.name.as_str() {
                "w:p" => {
                    out.push(Khoi::Doan(self.doan(child, path.clone())));
                    self.khung_chu(child, path, &mut out);
                }
                "w:tbl" => out.push(Khoi::Bang(self.bang(child, path))),
                "w:sdt" => {
                    self.ke(doan::khoi_du_lieu(child));
                    out.extend(self.khoi(child, path));
                }
                "w:sdtContent" => out.extend(self.khoi(child, path)),
                "mc:AlternateContent" => {
                    if let Some((path, branch)) = self.nhanh(child, path) {
                        out.extend(self.khoi(branch, path));
                    }
                }
                _ if khong_hien(child) => {}
                _ => self.ke([doan::khoi_la(child)]),
            }
        }
        out
    }

    /// The branch that is shown, with its path.
    fn nhanh(
        &mut self,
        content: &'a Element,
        mut path: Vec<usize>,
    ) -> Option<(Vec<usize>, &'a Element)> {
        let branch = nhanh::chon(content);
        self.ke(branch.la);
        let (index, branch) = branch.chon?;
        path.push(index);
        Some((path, branch))
    }

    fn doan(&mut self, p: &'a Element, duong: Vec<usize>) -> Doan {
        self.con_lai = self.con_lai.saturating_sub(1);
        self.het |= self.con_lai == 0;
        if !self.con_cho_cho(&duong) {
            return Doan::default();
        }
        let properties = p.find("w:pPr");
        let style = properties.and_then(|p| p.val_of("w:pStyle"));
        let an = |rpr: Option<&Element>| self.kieu.an(style, rpr);
        let read = doan::doc(p, Cach { an: &an, moi_trang: self.moi_trang, nhanh: 0 });
        let chu: String = read.manh.iter().map(|piece| piece.chu.as_str()).collect();
        self.het |= read.qua_nhieu;
        self.ke(read.la);
        let mut la = std::mem::take(&mut self.la);
        let mut chu_thich = Vec::new();
        for mark in read.manh.iter().filter(|piece| !piece.chu.is_empty()) {
            let notes = match mark.ten() {
                "w:footnoteReference" => &mut self.foot,
                "w:endnoteReference" => &mut self.end,
                _ => continue,
            };
            let doan::Than::Run(part) = &mark.than else { continue };
            // A note belongs to one mark; a file where many share one is not to grow without end.
            let note = part.get("w:id").and_then(|id| notes.remove(id));
            chu_thich.push(note.map(|note| self.ghi_chu(note)).unwrap_or_default());
        }
        // An empty paragraph prints no number, but Word counts it; with text it prints one.
        let so = self.so_cua(properties, style);
        la.extend(self.so.kieu_la().map(VatLa::KieuSo));
        let outline = properties.and_then(muc_de_cuong).or_else(|| self.kieu.de_cuong(style));
        let hinh = hinh::ngoai_chu(read.hinh, !chu.trim().is_empty());
        let mut doan = Doan { so, chu, chu_thich, duong, la, hinh, ..Doan::default() };
        let outline = outline.filter(|level| *level <= 9);
        doan.thanh_phan = ThanhPhan::cua(self.kieu.ten(style), outline, &doan.in_ra());
        doan
    }

    /// The number of a paragraph: its own list comes before that of its style, and list 0 is none.
    fn so_cua(&mut self, properties: Option<&Element>, style: Option<&str>) -> Option<So> {
        let own = properties.and_then(|p| p.find("w:numPr"));
        let own_level = own.and_then(|n| n.val_of("w:ilvl")).and_then(|v| v.parse().ok());
        if let Some(num) = own.and_then(|n| n.val_of("w:numId")) {
            return self.so.tiep(num, own_level, &[]);
        }
        let list = self.kieu.danh_sach(style)?;
        self.so.tiep(list.num, own_level.or(list.cap), &list.kieu)
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
                // What it has that is not known was told with the paragraph.
                "mc:AlternateContent" => {
                    if let Some((index, branch)) = nhanh::chon(child).chon {
                        path.push(index);
                        self.khung_chu(branch, path, out);
                    }
                }
                _ => self.khung_chu(child, path, out),
            }
        }
    }

    fn bang(&mut self, table: &'a Element, duong: Vec<usize>) -> Bang {
        let rows = self.con(table, "w:tr", &duong);
        let hang = rows.into_iter().map(|(path, row)| self.hang(row, path)).collect();
        Bang { hang, duong, thu: 0 }
    }

    fn hang(&mut self, row: &'a Element, duong: Vec<usize>) -> Hang {
        let properties = row.find("w:trPr");
        let skipped = properties.and_then(|p| p.val_of("w:gridBefore"));
        let mut cot: usize = skipped.and_then(|n| n.parse().ok()).unwrap_or(0).min(COT);
        let mut o = Vec::new();
        for (path, cell) in self.con(row, "w:tc", &duong) {
            let span = cell.find("w:tcPr").and_then(|p| p.val_of("w:gridSpan"));
            let gop_cot = span.and_then(|n| n.parse().ok()).unwrap_or(1).clamp(1, COT);
            o.push(O { cot, gop_cot, khoi: self.khoi(cell, path.clone()), duong: path });
            cot = cot.saturating_add(gop_cot);
        }
        let tieu_de = properties.is_some_and(|p| p.find("w:tblHeader").is_some_and(doan::bat));
        Hang { ten: String::new(), tieu_de, o, duong }
    }

    /// The children called `name`, also those in content controls.
    fn con(
        &mut self,
        parent: &'a Element,
        name: &str,
        at: &[usize],
    ) -> Vec<(Vec<usize>, &'a Element)> {
        let mut out = Vec::new();
        self.ke(chu_lac(parent).map(VatLa::ChuLacCho));
        for (index, child) in parent.children.iter().enumerate() {
            let Node::Element(child) = child else { continue };
            if self.het {
                break;
            }
            let mut path = at.to_vec();
            path.push(index);
            match child.name.as_str() {
                found if found == name && self.con_cho_cho(&path) => out.push((path, child)),
                found if found == name => break,
                "w:sdt" => {
                    self.ke(doan::khoi_du_lieu(child));
                    out.extend(self.con(child, name, &path));
                }
                "w:sdtContent" => out.extend(self.con(child, name, &path)),
                "mc:AlternateContent" => {
                    if let Some((path, branch)) = self.nhanh(child, path) {
                        out.extend(self.con(branch, name, &path));
                    }
                }
                _ if khong_hien(child) => {}
                found => self.ke([VatLa::Khac(found.to_owned(), chu_tho(child))]),
            }
        }
        out
    }
}

/// Whether a note only parts text and notes.
pub(super) fn la_ngan_cach(note: &Element) -> bool {
    note.get("w:type").is_some_and(|t| t != "normal")
}

/// The notes of a part by their ids; separators are none.
fn theo_so(part: Option<&Element>) -> BTreeMap<&str, (usize, &Element)> {
    let children = part.into_iter().flat_map(|part| part.children.iter().enumerate());
    let notes = children.filter_map(|(index, node)| match node {
        Node::Element(note) if !la_ngan_cach(note) => Some((note.get("w:id")?, (index, note))),
        _ => None,
    });
    notes.collect()
}
