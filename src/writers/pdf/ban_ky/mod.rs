//! Bản ký: whether a PDF is the issued one with signatures after it, and nothing else.
//!
//! What a signature may add is a list of what is allowed. The file is judged by its bytes and not by a PDF library's opinion
//! of them: the issued bytes first, then updates, each of which is read whole and may hold only what a signing tool
//! has to write. No trust in certificates is judged here.

mod ket_qua;
mod tim_goc;

pub use ket_qua::{BanKy, ChuKy, KhacBanGoc};
pub use tim_goc::tim_goc;

/// Whether `ban` is `goc`, the issued file, signed.
pub fn xet(goc: &[u8], ban: &[u8]) -> Result<BanKy, KhacBanGoc> {
    if !ban.starts_with(goc) {
        return Err(KhacBanGoc::new(
            "phần văn bản đã phát hành bị sửa, không còn nguyên từng byte",
        ));
    }
    Err(KhacBanGoc::new("không có chữ ký số nào"))
}
