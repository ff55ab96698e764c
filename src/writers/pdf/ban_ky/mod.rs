//! Bản ký: whether a PDF is the issued one with signatures after it, and nothing else.
//!
//! What a signature may add is a list of what is allowed. The file is judged by its bytes and not by a PDF library's
//! opinion of them: first the issued bytes, then updates ([`doan`]), each read whole, by the one chain of
//! cross-references that viewers follow ([`bang_tra`]). Of an update every object must have a role that a signing tool needs: a
//! field and its value ([`bieu_mau`], [`chu_ky`]), its picture inside its own rectangle ([`hinh`]), the page's list with
//! the field ([`trang`]), certificates ([`chung_thu`]), when and with what it was written ([`thong_tin`]). What has
//! none is named ([`la`]). Whether a certificate is true or still valid is not judged here.

mod bam;
mod bang_tra;
mod bieu_mau;
mod cho_ky;
mod chu_ky;
mod chu_trang;
mod chung_thu;
mod cms;
mod der;
mod doan;
mod doc_vat;
mod giai_nen;
mod hai_ban;
mod hinh;
mod ket_qua;
mod la;
mod o_moi;
mod thong_tin;
mod tim_goc;
mod trang;
mod vat;
mod xet;
mod xmp;

pub use ket_qua::{BanKy, ChuKy, KhacBanGoc};
pub use tim_goc::tim_goc;

/// Whether `ban` is `goc`, the issued file, signed.
pub fn xet(goc: &[u8], ban: &[u8]) -> Result<BanKy, KhacBanGoc> {
    if !ban.starts_with(goc) {
        return Err(KhacBanGoc::new(
            "phần văn bản đã phát hành bị sửa, không còn nguyên từng byte",
        ));
    }
    let mut xet = xet::Xet::mo(goc, ban)?;
    for doan in doan::cac_doan(goc, ban)? {
        xet.mot_doan(doan)?;
    }
    let ra = xet.ket();
    match ra.chu_ky.is_empty() {
        true => Err(KhacBanGoc::new("không có chữ ký số nào")),
        false => Ok(ra),
    }
}
