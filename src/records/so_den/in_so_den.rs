//! Sổ đăng ký văn bản đến của một năm, in the form of PL IV.

use super::sach_den::{SachDen, TEN_COT_DEN};
use crate::compose::document::Document;
use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::model::CoQuan;
use crate::records::so_dang_ky::SoIn;

/// The incoming book as both writers get it.
pub fn in_so_den(
    sach: &SachDen,
    co_quan: &CoQuan,
    fonts: &Fonts,
) -> Result<Document, Vec<Diagnostic>> {
    let so = SoIn {
        ten: "Sổ đăng ký văn bản đến",
        nam: sach.nam,
        tu_ngay: sach.tu_ngay,
        den_ngay: sach.den_ngay,
        so: sach.so,
        cuoi: &sach.cuoi,
        ten_cot: &TEN_COT_DEN,
        rong: [1.15, 0.75, 1.9, 1.6, 1.15, 3.2, 1.7, 1.15, 1.2, 1.9],
        giua: &[0, 1, 4, 7],
        hang: &sach.hang,
    };
    so.in_ra(co_quan, fonts)
}
