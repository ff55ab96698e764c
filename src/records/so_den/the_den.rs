//! Thẻ văn bản đến: a paper that came with all that is known of it, as other programs get it. Its names are those of
//! `docs/cho-phan-mem-khac.md` and stay.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::goi_den::dich_den;
use super::sach_den::hang_den;
use super::so_cai_den::{MucDen, TinhTrangDen};
use crate::model::Ngay;

/// A paper of the incoming book. Days are written year first (`2026-03-15`); what is not known is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TheDen {
    /// The year of the book.
    pub nam: i32,
    /// The number alone: `12`.
    pub so: u64,
    /// As no other is called in its book: `12/2026`.
    pub so_den: String,
    /// The degree of secrecy, of a paper in the book of secret ones.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub do_mat: String,
    pub tinh_trang: TinhTrangThe,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ngay_den: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub tac_gia: String,
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub so_hieu: String,
    /// The paper's own day.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ngay: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub trich_yeu: String,
    /// Copies, a count.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub so_ban: Option<u64>,
    /// Who deals with it, by the last word on it.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub nguoi_nhan: String,
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub chi_dao: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ngay_chuyen: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub han: Option<String>,
    /// How many days it is late on the day that was asked about.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub qua_han: Option<u64>,
    /// Who has signed for it, one after the other.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub ky_nhan: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ngay_xong: Option<String>,
    /// The papers of ours that answer it: `105/UBND-VP/2026`.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub tra_loi: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ly_do_huy: Option<String>,
    /// Column 10 as it is printed.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub ghi_chu: String,
    /// Its folder, from the register's folder on, with `/`: `den/2026/12`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub thu_muc: Option<String>,
    /// The first 16 hexadecimal digits of the SHA-256 of that folder's `bang-ke.json`.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub bang_ke: String,
}

/// How far a paper has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TinhTrangThe {
    ChuaGiao,
    DangGiaiQuyet,
    Xong,
    Huy,
}

impl TheDen {
    /// Of a paper; `ngay` is the day that lateness is reckoned on, `thu_muc` where the folders of its book stand.
    pub fn cua(muc: &MucDen, ngay: Option<Ngay>, thu_muc: &str) -> Self {
        let day = |ngay: Option<Ngay>| ngay.map(|ngay| ngay.ngay().to_string());
        let (den, so_den) = (&muc.den, muc.so_den());
        let [.., ghi_chu] = hang_den(muc);
        let signed = muc.ky_nhan.iter().map(|dong| dong.ky_nhan.clone());
        Self {
            nam: so_den.nam,
            so: so_den.so,
            so_den: so_den.to_string(),
            do_mat: den.mat.clone(),
            tinh_trang: muc.tinh_trang().into(),
            ngay_den: day(den.ngay),
            tac_gia: den.tac_gia.clone(),
            so_hieu: den.ky_hieu.clone(),
            ngay: day(den.ngay_van_ban),
            trich_yeu: den.trich_yeu.clone(),
            so_ban: den.so_ban,
            nguoi_nhan: muc.nguoi_nhan().to_owned(),
            chi_dao: muc.giao.last().map(|giao| giao.chi_dao.clone()).unwrap_or_default(),
            ngay_chuyen: day(muc.giao.last().and_then(|giao| giao.ngay)),
            han: day(muc.han()),
            qua_han: ngay.and_then(|ngay| muc.qua_han(ngay)),
            ky_nhan: signed.collect(),
            ngay_xong: day(muc.xong.last().and_then(|xong| xong.ngay)),
            tra_loi: muc.tra_loi().map(str::to_owned).collect(),
            ly_do_huy: muc.ly_do_huy.clone(),
            ghi_chu,
            thu_muc: (!den.bang_ke.is_empty()).then(|| format!("{thu_muc}/{}", dich_den(so_den))),
            bang_ke: den.bang_ke.clone(),
        }
    }
}

impl From<TinhTrangDen> for TinhTrangThe {
    fn from(tinh_trang: TinhTrangDen) -> Self {
        match tinh_trang {
            TinhTrangDen::ChuaGiao => Self::ChuaGiao,
            TinhTrangDen::DangLam => Self::DangGiaiQuyet,
            TinhTrangDen::Xong => Self::Xong,
            TinhTrangDen::Huy => Self::Huy,
        }
    }
}
