//! Thay trước: a change that is on its way to its file, put into what was read of the folder, so that nobody waits for
//! the disk to see what it comes to.

use std::path::Path;

use super::hop::hop_o;
use super::nhat_ky::ThayDoi;
use super::tep;
use super::thao_tac::{chu_moi, gia_tri, la_chu};
use crate::reading::source::{HoSoNguon, TepNguon, ten_anh};

/// Puts the change into the text of its file; whether that text says now what the file will. Not so where somebody has
/// to be asked, and where other files would have to be read for it.
pub(super) fn thay_truoc(nguon: &mut HoSoNguon, thu_muc: &Path, thay: &ThayDoi) -> bool {
    let Ok(path) = tep(thu_muc, &thay.tep) else { return false };
    let ten = path.display().to_string();
    let Some(tep) = nguon.tep.iter_mut().chain(&mut nguon.md).find(|tep| tep.ten == ten) else {
        return false;
    };
    let Some(moi) = sau(tep, &thay.clone().nfc()) else { return false };
    let cung_anh = ten_anh(&tep.text) == ten_anh(&moi.text);
    if cung_anh {
        *tep = moi;
    }
    cung_anh
}

/// The file as it will be.
fn sau(tep: &TepNguon, thay: &ThayDoi) -> Option<TepNguon> {
    let hien = gia_tri(tep, &thay.duong).ok()?;
    if hien == thay.moi {
        return Some(tep.clone());
    }
    let moi = hop_o(&thay.duong, (&thay.cu, &thay.moi), &hien)?;
    let text = chu_moi(tep, &thay.duong, &moi)?;
    let decode = if la_chu(tep) { TepNguon::decode_text } else { TepNguon::decode };
    decode(&tep.ten, text.as_bytes()).ok()
}
