//! Bảng kê: the files of an issued document with their SHA-256.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::records::so_dang_ky::dau::bam;

/// The list's own name; it doesn't list itself.
pub const TEP: &str = "bang-ke.json";
/// How many digits of the list's SHA-256 stand in the register.
const DAI: usize = 16;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BangKe {
    /// `105/KH-HĐND`.
    pub so_hieu: String,
    pub ngay_ban_hanh: String,
    pub tep: BTreeMap<String, String>,
}

impl BangKe {
    pub fn cua(so_hieu: &str, ngay: &str, tep: &[(String, Vec<u8>)]) -> Self {
        let tep = tep.iter().map(|(ten, bytes)| (ten.clone(), bam(bytes))).collect();
        Self { so_hieu: so_hieu.to_owned(), ngay_ban_hanh: ngay.to_owned(), tep }
    }

    pub fn viet(&self) -> Vec<u8> {
        format!("{}\n", serde_json::to_string_pretty(self).unwrap_or_default()).into_bytes()
    }

    pub fn doc(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }
}

/// The beginning of a list's SHA-256, for its line in the register.
pub fn dau_bang_ke(bytes: &[u8]) -> String {
    let mut hex = bam(bytes);
    hex.truncate(DAI);
    hex
}
