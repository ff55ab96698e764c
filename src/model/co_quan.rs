//! Cơ quan: the office that issues, from `co-quan.yaml`.

use serde::Serialize;

use super::so_bang_chu::CachDoc;
use super::{CachDanhSo, DinhMuc, NguoiKy, NoiNhan};
use crate::the_thuc::TheThuc;

/// The office and its habits.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CoQuan {
    /// Cơ quan chủ quản trực tiếp (PL I, II.2): upper case; none for most.
    pub co_quan_chu_quan: Option<TenCoQuan>,
    /// Cơ quan ban hành (PL I, II.2): upper case.
    pub co_quan_ban_hanh: TenCoQuan,
    /// The full name in running text; becomes the author of the files.
    pub ten: String,
    /// Địa danh in the line with the date (PL I, II.4.a).
    pub dia_danh: String,
    /// The office's part of the symbol: `HĐND` in `KH-HĐND`.
    pub ky_hieu: String,
    /// The signers by the short name that a document calls them by.
    pub nguoi_ky: Vec<(String, NguoiKy)>,
    /// The usual recipients, if the office has any.
    pub noi_nhan: Option<NoiNhan>,
    /// Allowance levels, old and new.
    pub dinh_muc: Vec<DinhMuc>,
    /// The words of amounts; an office that says nothing follows the hồ sơ's own.
    #[serde(skip)]
    pub cach_doc_so: Option<CachDoc>,
    /// How its outgoing documents are numbered.
    #[serde(skip)]
    pub danh_so: CachDanhSo,
    /// The name of its file, for messages.
    pub tep: String,
    /// The measures, with the office's choices put in.
    pub the_thuc: TheThuc,
}

/// A name at the head of the page, in capitals.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum TenCoQuan {
    /// One string, to be broken at sense.
    LienMach(String),
    /// Lines as the office wants them.
    TungDong(Vec<String>),
}

impl TenCoQuan {
    /// The name in one piece.
    pub fn lien_mach(&self) -> String {
        match self {
            Self::LienMach(ten) => ten.clone(),
            Self::TungDong(dong) => dong.join(" "),
        }
    }
}
