//! Theo nguồn: an edit of the Word file is led to the field that says the words, as a change of that field's value.

mod chu;
mod doan;
mod hang;
mod hoa_thuong;

use std::ops::Range;

use super::ban_do::{Ai, BanDo, TruongChu};
use super::cho_sua::{ChoSua, Loai};
use crate::rules::soat::luat::chu_cu;
use crate::word::doc_word::ThanhPhan;
use chu::chu;
use doan::{bot, so, them};
use hang::{bot_bang, bot_hang, them_hang};

/// A change of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Viec {
    /// Bytes of a field's value become others.
    Thay { truong: usize, khoang: Range<usize>, moi: String },
    /// An item of a list goes.
    BoPhanTu { truong: usize },
    /// A new item before or behind the one that is that field.
    ThemPhanTu { truong: usize, sau: bool, chu: String },
}

/// Why an edit is led nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KhongLay {
    XungDot,
    /// The template's or the program's own words.
    LoiCuaMau,
    /// Number and date are the register's.
    CuaSo,
    TrinhBay,
    /// It stands in the source otherwise than on the paper; the reason, and the field if there is one.
    KhongRo(&'static str, Option<String>),
    /// A number that the program counts.
    SoDem,
    /// Nothing is to be done: it comes out by itself.
    ThoiKhongCan,
    /// Whoever looked through the edits has left it out.
    BoQua,
}

/// What is to be done for one edit.
pub fn theo(ban_do: &BanDo<'_>, cho: &ChoSua) -> Result<Vec<Viec>, KhongLay> {
    let moi = match &cho.loai {
        Loai::Chu { moi, .. } => moi.as_str(),
        Loai::Them { doan, .. } => doan.chu.as_str(),
        _ => "",
    };
    if chu_cu(moi).is_some() {
        let why = "chữ mới gõ bằng bảng mã cũ (TCVN3, VNI); gõ lại bằng Unicode trong tệp Word rồi lấy về";
        return Err(KhongLay::KhongRo(why, None));
    }
    match &cho.loai {
        Loai::Chu { goc, khoang, moi } => chu(ban_do, *goc, khoang, moi),
        Loai::So { goc, cu, moi, .. } => so(ban_do, *goc, cu, moi).ok_or(KhongLay::SoDem),
        Loai::Them { truoc, sau, doan } => them(ban_do, *truoc, *sau, doan),
        Loai::Bot { goc } => bot(ban_do, *goc),
        Loai::ThemHang { truoc, o } => them_hang(ban_do, truoc, o),
        Loai::BotHang { doan } => bot_hang(ban_do, doan),
        Loai::BotBang { hang } => bot_bang(ban_do, hang),
        Loai::XungDot { .. } => Err(KhongLay::XungDot),
        Loai::TrinhBay => Err(KhongLay::TrinhBay),
        Loai::Khac => Err(KhongLay::KhongRo("chưa lấy về được loại sửa này", None)),
        Loai::CapDeMuc => Err(KhongLay::KhongRo(DOI_CAP, None)),
    }
}

const DOI_CAP: &str = "cấp của đề mục là số dấu # ở đầu dòng trong tệp nguồn; sửa ở đó, các số sau chương trình tự đánh lại";

fn thanh_phan(ban_do: &BanDo<'_>, goc: usize) -> ThanhPhan {
    ban_do.doan.get(goc).map(|doan| doan.thanh_phan).unwrap_or_default()
}

type ChuAi = (usize, char, Ai);

/// The one field that says all letters, and the bytes of its value from the first to the last of them.
fn mot_truong(letters: &[ChuAi]) -> Result<(usize, Range<usize>), KhongLay> {
    let mut found: Option<(usize, Range<usize>)> = None;
    for (_, c, ai) in letters {
        match (ai, &mut found) {
            (Ai::Truong(so, at), None) => found = Some((*so, *at..at.saturating_add(c.len_utf8()))),
            (Ai::Truong(so, at), Some((own, range))) if so == own && *at >= range.end => {
                range.end = at.saturating_add(c.len_utf8());
            }
            (Ai::Truong(so, _), Some((own, _))) if so == own => {
                return Err(KhongLay::KhongRo("chữ đứng không theo thứ tự trong nguồn", None));
            }
            (Ai::Truong(..), Some(_)) => {
                return Err(KhongLay::KhongRo("một chỗ sửa phủ lên nhiều mục của nguồn", None));
            }
            // A mark that printing has added between letters of the field.
            (Ai::Mau, Some(_)) if !c.is_alphanumeric() => {}
            (Ai::Mau | Ai::KhongRo, _) => return Err(KhongLay::LoiCuaMau),
        }
    }
    found.ok_or(KhongLay::LoiCuaMau)
}

fn ghi_duoc<'b>(ban_do: &'b BanDo<'_>, truong: usize) -> Result<&'b TruongChu, KhongLay> {
    let field = ban_do.truong.get(truong).ok_or(KhongLay::LoiCuaMau)?;
    if field.la_khoa {
        let why = "chữ là tên mục trong tệp YAML";
        return Err(KhongLay::KhongRo(why, Some(field.ten.clone())));
    }
    Ok(field)
}
