//! Thẻ văn bản: a number of the register with all that is known of it, as other programs and lists get it. Its names are
//! those of `docs/cho-phan-mem-khac.md` and stay.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::quan_he::LoaiQuanHe;
use super::so_cai::{Muc, TrangThai};
use super::so_hieu::SoHieu;
use crate::model::{Ky, Loai, Ngay};

/// A number of the register. Days are written year first (`2023-03-15`); what is not known is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct The {
    /// The year of the series; of one by terms the year of the paper, or the one in which the term begins.
    pub nam: i32,
    /// The term or congress of the series, where numbers run by terms: `2025-2030`, `ĐH-2025`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub nhiem_ky: Option<String>,
    /// The office by its symbol: `HĐND`.
    pub co_quan: String,
    /// The number alone: `105`.
    pub so: u64,
    /// As it is printed: `105/KH-HĐND`; a number that is only kept may have no symbol.
    pub so_hieu: String,
    /// The kind as the YAML files call it, where the symbol tells it: `ke_hoach`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub loai: Option<String>,
    pub trang_thai: TenTrangThai,
    /// Issued, not void, and neither replaced nor withdrawn by a later one.
    pub con_hieu_luc: bool,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ngay: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub trich_yeu: String,
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub nguoi_ky: String,
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub noi_nhan: String,
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub luu: String,
    /// Copies, a count.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub so_ban: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ngay_chuyen: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub ky_nhan: String,
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub ghi_chu: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ly_do_huy: Option<String>,
    /// What this one does to earlier ones.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub tac_dong: Vec<LienQuan>,
    /// What later ones did to this one.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub bi_tac_dong: Vec<LienQuan>,
    /// Its folder, from the register's folder on, with `/`: `phat-hanh/2023/105-KH-HDND`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub thu_muc: Option<String>,
    /// The first 16 hexadecimal digits of the SHA-256 of that folder's `bang-ke.json`.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub bang_ke: String,
    /// Of one that was looked for by words: the piece of the paper's text that has them.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub trich_doan: Option<String>,
}

/// Where a number has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TenTrangThai {
    /// Kept for a paper to come.
    DangGiu,
    PhatHanh,
    Huy,
}

/// Another paper, and what one of the two does to the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LienQuan {
    pub loai: TenQuanHe,
    pub so_hieu: String,
    pub nam: i32,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub nhiem_ky: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TenQuanHe {
    ThayThe,
    DinhChinh,
    ThuHoi,
}

impl The {
    /// The number as no other is called: `105/KH-HĐND/2023`, `05-QĐ/TU/2025-2030/quy_dinh`.
    pub fn goi(&self) -> String {
        match (&self.nhiem_ky, &self.loai) {
            (None, _) => format!("{}/{}", self.so_hieu, self.nam),
            (Some(ky), Some(loai)) if !ky.starts_with('Đ') => {
                format!("{}/{ky}/{loai}", self.so_hieu)
            }
            (Some(ky), _) => format!("{}/{ky}", self.so_hieu),
        }
    }

    /// Of a number; `thu_muc` is its folder if it has one.
    pub fn cua(muc: &Muc, thu_muc: Option<String>) -> Self {
        let dong = &muc.dong;
        let ngay = |ngay: Option<Ngay>| ngay.map(|ngay| ngay.ngay().to_string());
        let does = dong.quan_he.iter().map(|qh| lien_quan(qh.loai, &qh.so_hieu, &qh.ky));
        let suffers = muc.bi.iter().map(|(loai, so_hieu, ky)| lien_quan(*loai, so_hieu, ky));
        let ky = &dong.day.ky;
        let dated = dong.ngay.filter(|_| !ky.la_nam()).map(Ngay::nam);
        Self {
            nam: dated.unwrap_or(ky.nam_dau()),
            nhiem_ky: (!ky.la_nam()).then(|| ky.to_string()),
            co_quan: dong.day.co_quan.clone(),
            so: muc.so_hieu.so,
            so_hieu: muc.so_hieu.to_string(),
            loai: loai(muc).map(|loai| loai.khoa().to_owned()),
            trang_thai: muc.trang_thai.into(),
            con_hieu_luc: muc.trang_thai == TrangThai::PhatHanh && muc.het_hieu_luc().is_none(),
            ngay: ngay(dong.ngay),
            trich_yeu: dong.trich_yeu.clone(),
            nguoi_ky: dong.nguoi_ky.clone(),
            noi_nhan: dong.noi_nhan.clone(),
            luu: dong.luu.clone(),
            so_ban: dong.so_ban,
            ngay_chuyen: ngay(dong.ngay_chuyen),
            ky_nhan: dong.ky_nhan.clone(),
            ghi_chu: dong.ghi_chu.clone(),
            ly_do_huy: muc.ly_do_huy.clone(),
            tac_dong: does.collect(),
            bi_tac_dong: suffers.collect(),
            thu_muc,
            bang_ke: dong.bang_ke.clone(),
            trich_doan: None,
        }
    }
}

/// The kind of a number: that of its symbol `KH-HĐND`, or Công văn where the symbol begins with the office's own (PL III), or
/// the one that its subject names, or that of its series.
pub fn loai(muc: &Muc) -> Option<Loai> {
    let day = &muc.dong.day;
    let first = muc.so_hieu.ky_hieu.split(['-', '/']).next().unwrap_or_default();
    let of_series = day.loai_rieng();
    if !day.ky.la_nam() && day.loai.is_some() {
        return of_series;
    }
    let of_office = || {
        let own = first == day.co_quan;
        if own { Loai::theo_khoa("cong_van") } else { None }
    };
    let named = || Loai::tat_ca().find(|loai| muc.dong.trich_yeu.starts_with(loai.ten()));
    if !day.ky.la_nam() {
        // Two kinds may have one symbol; the subject begins with the kind's name.
        return named().or(Loai::theo_viet_tat(first));
    }
    Loai::theo_viet_tat(first).or_else(of_office).or_else(named).or(of_series)
}

fn lien_quan(loai: LoaiQuanHe, so_hieu: &SoHieu, ky: &Ky) -> LienQuan {
    let loai = match loai {
        LoaiQuanHe::ThayThe => TenQuanHe::ThayThe,
        LoaiQuanHe::DinhChinh => TenQuanHe::DinhChinh,
        LoaiQuanHe::ThuHoi => TenQuanHe::ThuHoi,
    };
    let nhiem_ky = (!ky.la_nam()).then(|| ky.to_string());
    LienQuan { loai, so_hieu: so_hieu.to_string(), nam: ky.nam_dau(), nhiem_ky }
}

impl From<TrangThai> for TenTrangThai {
    fn from(trang_thai: TrangThai) -> Self {
        match trang_thai {
            TrangThai::Giu => Self::DangGiu,
            TrangThai::PhatHanh => Self::PhatHanh,
            TrangThai::Huy => Self::Huy,
        }
    }
}

impl TenTrangThai {
    /// As a clerk reads it.
    pub fn loi(self) -> &'static str {
        match self {
            Self::DangGiu => "đang giữ",
            Self::PhatHanh => "phát hành",
            Self::Huy => "đã huỷ",
        }
    }
}
