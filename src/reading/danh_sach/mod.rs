//! Danh sách: a table of Excel, LibreOffice or plain text (`.xlsx`, `.ods`, `.csv`) → what each cell shows. What a cell
//! shows can't always be told from the file; then the cell says why, and whoever needs it tells the clerk.

mod bang_ma;
mod csv;
mod goi;
mod loi;
mod ods;
mod xlsx;
mod xml;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostic;
use crate::reading::source::nfc;
pub use csv::viet;
use goi::Goi;
use loi::LoiBang;

/// Rows with something in them that are read; a merge of more is a slip or an attack.
const DONG_NHIEU_NHAT: usize = 20_000;
/// Columns that are looked at.
const COT_NHIEU_NHAT: usize = 512;
/// Rows that merged cells reach over, together.
const GOP_NHIEU_NHAT: usize = 200_000;
/// Cells with something in them: all rows with fifty columns each.
const O_NHIEU_NHAT: usize = 1_000_000;
/// Letters of all cells together, in bytes.
const CHU_NHIEU_NHAT: usize = 24 << 20;

/// A sheet, by its rows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bang {
    /// Its name; none in a file that has no sheets.
    pub ten: Option<String>,
    pub hang: Vec<Hang>,
    pub gop: Vec<Gop>,
    /// By row, the merged cells that reach over it.
    gop_cua_hang: BTreeMap<usize, Vec<Gop>>,
}

/// A row that has something in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hang {
    /// As Excel counts it.
    pub so: usize,
    /// Hidden, by hand or by a filter.
    pub an: bool,
    /// By column, from 0.
    pub o: BTreeMap<usize, O>,
    /// How many cells its signs part, in a list of plain text.
    pub rong: Option<usize>,
}

/// What a cell shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct O {
    pub chu: String,
    /// Why that can't be told, for the clerk.
    pub sai: Option<String>,
    /// What the file leaves to the settings of the computer.
    pub theo_may: Option<TheoMay>,
    /// Some of its letters are struck out.
    pub gach: bool,
}

/// What a computer's settings decide of a shown number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TheoMay {
    /// The order of day and month.
    Ngay,
    /// The marks of thousands and decimals.
    DauSo,
}

/// Cells made one: rows as Excel counts them, columns from 0, both ends inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gop {
    pub hang: (usize, usize),
    pub cot: (usize, usize),
}

impl O {
    fn chu(chu: impl Into<String>) -> Self {
        Self { chu: chu.into(), ..Self::default() }
    }

    fn sai(sai: impl Into<String>) -> Self {
        Self { sai: Some(sai.into()), ..Self::default() }
    }

    /// Whether it shows nothing.
    pub fn trong(&self) -> bool {
        self.sai.is_none() && self.chu.trim().is_empty()
    }
}

impl Hang {
    /// Whether letters of the row are struck out: a cancelled row, a name that was corrected.
    pub fn gach(&self) -> bool {
        self.o.values().any(|o| o.gach)
    }
}

impl Bang {
    /// Why what a cell of somebody's list shows can't be taken, for the clerk.
    pub fn sai_cua(&self, o: &O) -> Option<String> {
        let plain_text = self.ten.is_none();
        o.sai.clone().or_else(|| csv::loi_excel(&o.chu).filter(|_| plain_text))
    }

    /// The cells that were made one with this one.
    pub fn gop_cua(&self, hang: usize, cot: usize) -> Option<&Gop> {
        let over = self.gop_cua_hang.get(&hang)?;
        over.iter().find(|gop| (gop.cot.0..=gop.cot.1).contains(&cot))
    }

    /// Sorts the merged cells by the rows that there are.
    fn xep_gop(mut self) -> Result<Self, LoiBang> {
        let rows: BTreeSet<usize> = self.hang.iter().map(|hang| hang.so).collect();
        let mut left = GOP_NHIEU_NHAT;
        for gop in &self.gop {
            let from = gop.hang.0.min(gop.hang.1);
            for so in rows.range(from..=gop.hang.1.max(from)) {
                left = left.checked_sub(1).ok_or(LoiBang::QuaLon)?;
                self.gop_cua_hang.entry(*so).or_default().push(*gop);
            }
        }
        Ok(self)
    }
}

/// A column as Excel calls it: `A`, `Z`, `AA`.
pub fn ten_cot(cot: usize) -> String {
    let (mut out, mut left) = (Vec::new(), cot.saturating_add(1));
    while left > 0 {
        let digit = left.saturating_sub(1) % 26;
        out.push(char::from(b'A'.saturating_add(u8::try_from(digit).unwrap_or(0))));
        left = left.saturating_sub(1) / 26;
    }
    out.iter().rev().collect()
}

/// Reads a list; of several sheets the one that is named.
pub fn doc(ten: &str, bytes: &[u8], trang: Option<&str>) -> Result<Bang, Diagnostic> {
    let read = || match () {
        () if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) => Err(LoiBang::DoiCu),
        () if khong_phai_danh_sach(bytes) => Err(LoiBang::KhongPhai),
        () if bytes.starts_with(b"PK") => {
            let goi = Goi::mo(bytes)?;
            let sheets = if goi.co("content.xml") { ods::doc(&goi)? } else { xlsx::doc(&goi)? };
            chon(sheets, trang)
        }
        () if trang.is_some() => Err(LoiBang::KhongCoTrang),
        () => csv::doc(bytes),
    };
    read().and_then(Bang::xep_gop).map_err(|loi| loi.noi(ten))
}

/// A file of another kind under the name of a list; what a page of the web calls Excel is HTML.
fn khong_phai_danh_sach(bytes: &[u8]) -> bool {
    const DAU_TEP: &[&[u8]] = &[b"%PDF", b"{\\rtf", b"<html", b"<!doctype", b"<table", b"<?xml"];
    let head = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    DAU_TEP
        .iter()
        .any(|dau| head.get(..dau.len()).is_some_and(|start| start.eq_ignore_ascii_case(dau)))
}

/// The sheet that was named, or the only one that has anything in it.
fn chon(sheets: Vec<Bang>, trang: Option<&str>) -> Result<Bang, LoiBang> {
    let name = |bang: &Bang| bang.ten.clone().unwrap_or_default();
    let all: Vec<String> = sheets.iter().map(name).collect();
    let wanted = |bang: &Bang| match trang {
        Some(trang) => {
            nfc(name(bang)).to_lowercase() == nfc(trang.trim().to_owned()).to_lowercase()
        }
        None => !bang.hang.is_empty(),
    };
    let mut found: Vec<Bang> = sheets.into_iter().filter(wanted).collect();
    match (found.len(), trang) {
        (1, _) => found.pop().ok_or(LoiBang::Trong),
        (0, Some(trang)) => Err(LoiBang::TrangLa(trang.to_owned(), all)),
        (0, None) => Err(LoiBang::Trong),
        _ => Err(LoiBang::NhieuTrang(found.iter().map(name).collect())),
    }
}

/// Counts what was read, so that a small file does not become an endless list.
#[derive(Debug)]
struct Han {
    dong: usize,
    o: usize,
    chu: usize,
}

impl Default for Han {
    fn default() -> Self {
        Self { dong: DONG_NHIEU_NHAT, o: O_NHIEU_NHAT, chu: CHU_NHIEU_NHAT }
    }
}

impl Han {
    /// One more row, whose cells were counted as they came.
    fn hang(&mut self) -> Result<(), LoiBang> {
        self.dong = self.dong.checked_sub(1).ok_or(LoiBang::NhieuDong)?;
        Ok(())
    }

    /// A cell that is to stand in so many places.
    fn o(&mut self, o: &O, lan: usize) -> Result<(), LoiBang> {
        let chu = o.chu.len().saturating_mul(lan);
        self.o = self.o.checked_sub(lan).ok_or(LoiBang::QuaLon)?;
        self.chu = self.chu.checked_sub(chu).ok_or(LoiBang::QuaLon)?;
        Ok(())
    }

    /// A row that stands there once more.
    fn lap(&mut self, o: &BTreeMap<usize, O>) -> Result<(), LoiBang> {
        self.hang()?;
        o.values().try_for_each(|o| self.o(o, 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_names_of_excel() {
        let names: Vec<String> = [0, 25, 26, 51, 52, 701, 702].map(ten_cot).to_vec();
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
