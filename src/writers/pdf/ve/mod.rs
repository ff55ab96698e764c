//! [`CacTrang`] → the bytes of an archival and accessible file: PDF/A-2a, or PDF/A-3a once files are attached,
//! and PDF/UA-1 at once.
//!
//! What is drawn where has been decided: here nothing is measured, broken or moved.

mod anh;
mod cau_truc;
mod chu;
mod dung_duoc;
mod muc_luc;
mod net;
mod o_dien;
mod tep_kem;
#[cfg(test)]
mod tests;
mod thong_tin;
mod tieu_chuan;
mod trang;

use krilla::Document;

use self::anh::CacAnh;
use self::cau_truc::Cay;
use self::chu::PhongChu;
use super::{TepKem, ViTri, internal, o_ky};
use crate::compose::document::ThongTin;
use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::layout::trang::CacTrang;

/// Draws the pages into a file with the title `tieu_de`. The same pages make the same bytes. An error here is a
/// fault of whoever made the pages, not of the user's data.
pub fn ve(
    pages: &CacTrang,
    fonts: &Fonts,
    thong_tin: &ThongTin,
    tieu_de: &str,
    tep_kem: &[TepKem],
) -> Result<Vec<u8>, Vec<Diagnostic>> {
    dung_duoc::kiem(&pages.trang)?;
    let phong = PhongChu::new(fonts, &pages.trang)?;
    let anh = CacAnh::new(&pages.trang)?;
    let mut cay = Cay::new(&pages.cau_truc)?;
    let mut tep = Document::new_with(tieu_chuan::cai_dat(!tep_kem.is_empty())?);
    for (trang, so) in pages.trang.iter().zip(1..) {
        trang::ve(&mut tep, trang, &phong, &anh, &mut cay)
            .map_err(|loi| internal(&format!("trang {so}: {loi}")))?;
    }
    tep_kem::kem(&mut tep, tep_kem, thong_tin.ngay)?;
    tep.set_outline(muc_luc::muc_luc(&pages.muc_luc, pages.trang.len()));
    tep.set_metadata(thong_tin::thong_tin(thong_tin, tieu_de));
    tep.set_tag_tree(cay.the());
    tep.finish().map_err(|loi| tieu_chuan::loi(&loi))
}

/// The same file with its places to sign and to fill in made into fields, and where they are.
pub fn dat_o(bytes: &[u8]) -> Result<(Vec<u8>, Vec<ViTri>), Vec<Diagnostic>> {
    o_ky::dat(bytes).map_err(|loi| internal(&loi.to_string()))
}

/// PDF files carry numbers of this size.
#[allow(clippy::cast_possible_truncation)]
fn so_thuc(so: f64) -> f32 {
    so as f32
}

/// A place on the page to the thousandth of a point: finer than any printer, and shorter to write.
fn cho(so: f64) -> f32 {
    so_thuc((so * 1000.0).round() / 1000.0)
}
