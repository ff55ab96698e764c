//! Khối: what stands one below the other before lines and pages are known. Lengths in pt.

use std::sync::Arc;

use super::doan::{Canh, Doan};
use super::trang::{La, Mau};
use crate::model::TepAnh;

/// Pages of one kind: the text itself, or an appendix.
#[derive(Debug, Clone, PartialEq)]
pub struct PhanTrang {
    /// The sheet is turned.
    pub ngang: bool,
    pub khoi: Vec<Khoi>,
    /// What stands at the foot of the first page, over the lower margin.
    pub chan_dau: Vec<Khoi>,
    /// What has its own place on the first page.
    pub rieng: Vec<Rieng>,
    /// What has its own place on the last page.
    pub rieng_cuoi: Vec<Rieng>,
    /// Its node in the structure.
    pub nut: usize,
}

/// Something with a place of its own on the paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Rieng {
    pub x: f64,
    pub y: f64,
    pub rong: f64,
    pub khoi: Khoi,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Khoi {
    Doan(Box<DoanKhoi>),
    /// A strip that holds a rule line.
    Gach(Gach),
    Khung(Box<Khung>),
    ConDau(Box<ConDau>),
    /// Clear space that is kept wherever it stands; true: it shares a page with what follows.
    Trong(f64, bool),
    Cot(HangCot),
    Bang(Box<Bang>),
    Hinh(KhoiHinh),
    /// A field of the signer or the agency.
    O(OTrong),
    /// What follows begins a page.
    SangTrang,
}

/// A paragraph with what goes along.
#[derive(Debug, Clone, PartialEq)]
pub struct DoanKhoi {
    pub doan: Doan,
    /// Its depth in the outline and its words.
    pub muc_luc: Option<(u8, String)>,
    /// Fields over its gaps, in order.
    pub cho_trong: Vec<ChoTrong>,
}

/// A field over a gap in a line.
#[derive(Debug, Clone, PartialEq)]
pub struct ChoTrong {
    pub ten: &'static str,
    pub la: La,
}

/// A picture on a line of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct KhoiHinh {
    pub tep: Arc<TepAnh>,
    pub rong: f64,
    pub cao: f64,
    pub canh: Canh,
    /// Space above.
    pub truoc: f64,
    /// What the line is lower than the picture.
    pub duoi: f64,
    pub la: La,
    pub giu_voi_sau: bool,
}

/// A rule line, centred in its strip.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gach {
    pub dai: f64,
    /// Height of the strip.
    pub cao: f64,
    /// From the strip's top to the middle of the line.
    pub cach: f64,
    pub day: f64,
    pub giu_voi_sau: bool,
}

/// Words in a frame, at the left.
#[derive(Debug, Clone, PartialEq)]
pub struct Khung {
    pub rong: f64,
    pub cao: f64,
    pub day: f64,
    pub mau: Mau,
    pub doan: Doan,
}

/// A stamp with lines in it, at the left.
#[derive(Debug, Clone, PartialEq)]
pub struct ConDau {
    pub rong: f64,
    pub cao: f64,
    pub day: f64,
    pub mau: Mau,
    /// From its rules to what is in it, at the sides and above.
    pub dem: (f64, f64),
    pub khoi: Vec<Khoi>,
}

/// Columns side by side in a row that never breaks.
#[derive(Debug, Clone, PartialEq)]
pub struct HangCot {
    pub cot: Vec<Cot>,
    /// Clear space over all of it.
    pub tren: f64,
    pub giu_voi_sau: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Cot {
    pub rong: f64,
    pub khoi: Vec<Khoi>,
    /// Its last line stands on the row's bottom.
    pub day: bool,
}

/// A place to sign, over what stands around it: its lower edge lies so far above the next block's top.
#[derive(Debug, Clone, PartialEq)]
pub struct OTrong {
    pub ten: String,
    pub la: La,
    /// From the column's left edge and from the top of the clear space.
    pub x: f64,
    pub y: f64,
    pub rong: f64,
    pub cao: f64,
}

/// A table with ruled cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Bang {
    pub cot: Vec<f64>,
    pub hang: Vec<Hang>,
    /// How many rows at the top repeat on each page.
    pub so_hang_dau: usize,
    pub dem_ngang: f64,
    pub dem_doc: f64,
    pub net: f64,
    /// The text of a cell begins at its top; else it stands in the middle.
    pub can_tren: bool,
    /// Its last row shares a page with what follows.
    pub giu_voi_sau: bool,
}

/// The cells that begin in a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Hang {
    pub o: Vec<O>,
    /// It may break between its lines.
    pub tach: bool,
    /// It shares a page with the next row.
    pub giu: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct O {
    pub cot: usize,
    pub gop_cot: usize,
    pub gop_hang: usize,
    pub khoi: Vec<Khoi>,
}

impl Khoi {
    pub fn doan(doan: Doan) -> Self {
        Self::Doan(Box::new(DoanKhoi { doan, muc_luc: None, cho_trong: Vec::new() }))
    }
}
