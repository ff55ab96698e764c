//! Bảng kê: the manifest with the SHA-256 of every file, and by which a package is known again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::DonGui;
use crate::model::Ngay;

/// The manifest's name in the package.
pub const TEN: &str = "bang-ke.json";
/// What kind of manifest it is; that of an issued document has no such word.
const LOAI: &str = "goi-gui";

/// Names with their SHA-256.
pub type CacTep = BTreeMap<String, String>;

/// The manifest of a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BangKeGoi {
    /// A package of before doesn't say.
    #[serde(default = "loai")]
    loai: String,
    so_hieu: String,
    /// The kind, where two may have one symbol and one number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    loai_van_ban: Option<String>,
    ngay_ban_hanh: String,
    ngay_gui: String,
    co_quan: String,
    trich_yeu: String,
    /// The mark of the issued document's own list of files, where it was sent as it was issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ban_phat_hanh: Option<String>,
    so_noi_nhan: usize,
    so_ban_in: u64,
    /// The files, the manifest not among them.
    pub tep: CacTep,
    /// The files inside each ZIP.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub trong_zip: BTreeMap<String, CacTep>,
}

fn loai() -> String {
    LOAI.to_owned()
}

impl BangKeGoi {
    /// That of a package that has no files yet.
    pub fn cua(don: &DonGui) -> Self {
        let own_kind = don.van_ban.co_quan.bo_quy_tac.day_so.moi_loai;
        let issued = Ngay::cua(don.van_ban.ngay_ban_hanh.ngay_dau_ky());
        Self {
            loai: loai(),
            so_hieu: don.so_ky_hieu(),
            loai_van_ban: own_kind.then(|| don.van_ban.loai.khoa().to_owned()),
            ngay_ban_hanh: issued.to_string(),
            ngay_gui: don.ngay_gui.to_string(),
            co_quan: don.van_ban.co_quan.ten.to_string(),
            trich_yeu: don.van_ban.trich_yeu.to_string(),
            ban_phat_hanh: don.ban_phat_hanh.clone(),
            so_noi_nhan: don.phan_phat.noi.len(),
            so_ban_in: don.phan_phat.so_ban_in(),
            tep: CacTep::new(),
            trong_zip: BTreeMap::new(),
        }
    }

    pub fn viet(&self) -> Vec<u8> {
        format!("{}\n", serde_json::to_string_pretty(self).unwrap_or_default()).into_bytes()
    }

    /// Reads one; none for any other manifest.
    pub fn doc(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().filter(|list: &Self| list.loai == LOAI)
    }

    /// Whether both are of one paper: its office, number and year; and the same issue where both say which.
    pub fn cung_van_ban(&self, other: &Self) -> bool {
        let year = |list: &Self| list.ngay_ban_hanh.rsplit('/').next().map(str::to_owned);
        let issue = self.ban_phat_hanh.as_ref().zip(other.ban_phat_hanh.as_ref());
        self.so_hieu == other.so_hieu
            && self.loai_van_ban == other.loai_van_ban
            && self.co_quan == other.co_quan
            && year(self) == year(other)
            && issue.is_none_or(|(own, other)| own == other)
    }
}
