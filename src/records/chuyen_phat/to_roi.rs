//! Tờ rời: the papers of a distribution that are no documents, laid out by themselves: the sheet of the post book
//! and the labels.

use super::DonGui;
use crate::compose::fonts::{Face, Fonts};
use crate::diagnostic::Diagnostic;
use crate::layout::doan::{Chu, Manh};
use crate::layout::trang::{CacTrang, La};
use crate::model::the_thuc::PT_MOI_MM;
use crate::writers::pdf::ve::ve;

/// Points in so many millimetres.
pub(super) const fn pt(mm: f64) -> f64 {
    mm * PT_MOI_MM
}

/// A piece of text under a leaf of the structure.
pub(super) fn manh(chu: impl Into<String>, co: f64, dam: bool, la: La) -> Manh {
    Manh::Chu(Chu::moi(chu, co, Face::of(dam, false), Some(la)))
}

/// The pages as PDF, titled with the paper's name and the document's.
pub(super) fn thanh_pdf(
    don: &DonGui,
    ten: &str,
    pages: &CacTrang,
    fonts: &Fonts,
) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let thong_tin = don.thong_tin(ten);
    ve(pages, fonts, &thong_tin, &thong_tin.tieu_de, &[])
}
