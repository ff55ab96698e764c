//! How an edit is told.

use crate::word::doc_word::{Doan, MOC_CHU_THICH};
use crate::word::so_sanh::cau::{thay, trich};
use crate::word::so_sanh::chuan::chuan;

pub(super) fn cau(cu: &str, moi: &str) -> String {
    let shown = |text: &str| text.replace(MOC_CHU_THICH, "[dấu chú thích]");
    let (cu, moi) = (shown(cu), shown(moi));
    let (cu, moi) = (cu.as_str(), moi.as_str());
    match (cu.trim().is_empty(), moi.trim().is_empty()) {
        (true, false) => format!("thêm {}", trich(moi)),
        (false, true) => format!("bớt {}", trich(cu)),
        _ => thay(cu, moi),
    }
}

pub(super) fn cau_so(cu: &str, moi: &str) -> String {
    let dem = cu.chars().chain(moi.chars()).any(char::is_alphanumeric);
    let ten = if dem { "số" } else { "dấu đầu dòng" };
    match (cu.is_empty(), moi.is_empty()) {
        (true, _) => format!("thêm {ten} “{moi}”"),
        (_, true) => format!("bớt {ten} “{cu}”"),
        _ => format!("{ten} “{cu}” thành “{moi}”"),
    }
}

pub(super) fn mot_dong(text: &str) -> String {
    text.replace(MOC_CHU_THICH, "")
        .split(['\n', '\t'])
        .map(str::trim)
        .collect::<Vec<_>>()
        .join(" ")
        .trim()
        .to_owned()
}

/// The letters and digits of paragraphs.
pub fn chu_cai(doan: &[&Doan]) -> String {
    let text = doan.iter().map(|doan| chuan(&doan.chu));
    text.collect::<String>().chars().filter(|c| c.is_alphanumeric()).collect()
}
