//! Soạn thảo: a paper while it is written, field by field, by someone who doesn't see its file.
//!
//! [`thao_tac`] changes one field in the bytes of the file and remembers it in [`nhat_ky`], from which it is undone;
//! [`xem`] says what the paper is now: its faults by field, its pages, also with a change that is on its way ([`thay_truoc`]); [`tho`] does so in a process that can be stopped.
//! [`tu`] is the list of all papers, [`tu_nho`] remembers it, [`bieu_mau`] the fields that a kind has, [`anh_mau`] the picture of a kind,
//! [`hinh`] the pictures of bodies, [`bat_dau`] the first day, [`so_di`] the register, [`so_den`] the book of incoming papers, [`so_nam`] a year's book, [`mot_so`] one number of it, [`ghi_so`] that number in its paper,
//! [`ban_ky`] a paper that comes back signed, [`lay_lai`] what comes back from Word, [`ra`] a paper as files, [`danh_ba`] the address book.

pub mod anh_mau;
pub mod ban_ky;
pub mod bat_dau;
pub mod bieu_mau;
mod da_doi;
mod da_ra;
pub mod danh_ba;
pub mod ghi_so;
pub mod hinh;
mod hop;
pub mod lay_lai;
pub mod mot_so;
pub mod mot_so_den;
pub mod nhat_ky;
pub mod ra;
pub mod so_den;
pub mod so_di;
pub mod so_nam;
pub mod tep_den;
pub mod thao_tac;
mod thay_truoc;
pub mod tho;
pub mod tu;
pub mod tu_nho;
pub mod xem;

use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::reading::source::{self, TepNguon};

/// The file of that name in the folder; whoever asks may name no other.
pub fn tep(thu_muc: &Path, ten: &str) -> Result<PathBuf, Diagnostic> {
    source::tep_trong(thu_muc, ten).ok_or_else(|| {
        Diagnostic::error("not-found", format!("không có văn bản “{ten}” trong thư mục này"))
            .hint("mở lại tủ văn bản rồi chọn từ danh sách")
    })
}

/// A file as it lies on the disk, and its text.
fn doc(path: &Path) -> Result<(Vec<u8>, TepNguon), Diagnostic> {
    let first = |found: Vec<Diagnostic>| {
        let none = || Diagnostic::error("unreadable-file", "tệp không đọc được");
        found.into_iter().next().unwrap_or_else(none)
    };
    let bytes = source::doc_tep(path).map_err(first)?;
    let ten = path.display().to_string();
    let md = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md"));
    let decode = if md { TepNguon::decode_text } else { TepNguon::decode };
    let tep = decode(&ten, &bytes).map_err(first)?;
    Ok((bytes, tep))
}
