//! Sổ đăng ký văn bản đến của một năm, in the form of PL IV.

use super::sach_den::{SachDen, TEN_COT_DEN};
use crate::compose::document::Document;
use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::model::{CoQuan, Ky};
use crate::records::so_dang_ky::SoIn;
use crate::records::so_dang_ky::xlsx::trang_so;
use crate::writers::xlsx::{O, TrangTinh};

/// The incoming book as both writers get it.
pub fn in_so_den(
    sach: &SachDen,
    co_quan: &CoQuan,
    fonts: &Fonts,
) -> Result<Document, Vec<Diagnostic>> {
    so_in(sach).in_ra(co_quan, fonts)
}

/// The same for Excel: days and numbers are what they are; of a cell with several days the words stay.
pub fn xlsx_den(sach: &SachDen, co_quan: &CoQuan) -> TrangTinh {
    let kieu = |cot: usize, text: &String| match cot {
        0 | 4 | 7 => O::ngay(text),
        1 => O::so(text),
        _ => O::Chu(text.clone()),
    };
    let rong = [12.0, 8.0, 22.0, 18.0, 12.0, 38.0, 20.0, 12.0, 14.0, 22.0];
    trang_so(&so_in(sach), co_quan, &format!("Sổ đến {}", sach.nam), (rong, kieu))
}

fn so_in(sach: &SachDen) -> SoIn<'_> {
    SoIn {
        ten: if sach.mat {
            "Sổ đăng ký văn bản mật đến"
        } else {
            "Sổ đăng ký văn bản đến"
        },
        ky: Ky::Nam(sach.nam),
        tu_ngay: sach.tu_ngay,
        den_ngay: sach.den_ngay,
        so: sach.so,
        cuoi: &sach.cuoi,
        ten_cot: &TEN_COT_DEN,
        rong: [1.15, 0.75, 1.9, 1.6, 1.15, 3.2, 1.7, 1.15, 1.2, 1.9],
        giua: &[0, 1, 4, 7],
        hang: &sach.hang,
    }
}
