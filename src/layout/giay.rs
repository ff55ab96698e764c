//! Giấy: the sheet that a section stands on, and what its pages bear besides the text. Lengths in pt.

use super::luong::pt;
use crate::model::the_thuc::{GIAY_CAO_MM, GIAY_RONG_MM, TheThuc};

/// A sheet and its margins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Giay {
    pub rong: f64,
    pub cao: f64,
    pub le: Le,
    /// None: no page bears a number.
    pub so_trang: Option<SoTrang>,
    /// Height of the strip between the text and the notes under it.
    pub gach_ghi_chu: f64,
}

/// Margins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Le {
    pub tren: f64,
    pub duoi: f64,
    pub trai: f64,
    pub phai: f64,
}

/// The number that pages bear from the second on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SoTrang {
    pub co: f64,
    /// From the paper's upper edge to the top of its line.
    pub cach_mep: f64,
}

impl Giay {
    /// A4 without numbers.
    pub fn a4(ngang: bool, le: Le) -> Self {
        let (a, b) = (pt(GIAY_RONG_MM), pt(GIAY_CAO_MM));
        let (rong, cao) = if ngang { (b, a) } else { (a, b) };
        Self { rong, cao, le, so_trang: None, gach_ghi_chu: 0.0 }
    }

    /// The sheet of a document.
    pub(super) fn cua(t: &TheThuc, ngang: bool) -> Self {
        let le = Le {
            tren: pt(t.le_tren_mm),
            duoi: pt(t.le_duoi_mm),
            trai: pt(t.le_trai_mm),
            phai: pt(t.le_phai_mm),
        };
        let so_trang = SoTrang { co: t.co_chu_so_trang_pt, cach_mep: pt(t.so_trang_cach_mep_mm) };
        Self {
            so_trang: Some(so_trang),
            gach_ghi_chu: t.gach_chu_thich_cao_pt,
            ..Self::a4(ngang, le)
        }
    }

    /// Width of the text: Word takes the margins, each rounded to twips, from the paper's width.
    pub fn rong_chu(&self) -> f64 {
        self.rong - self.le.trai - self.le.phai
    }

    /// Height of the text.
    pub fn cao_chu(&self) -> f64 {
        self.cao - self.le.tren - self.le.duoi
    }
}
