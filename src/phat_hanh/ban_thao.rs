//! Bản thảo: how a draft is known again, so that a command given twice issues nothing twice.

use crate::model::VanBan;
use crate::so_dang_ky::dau::bam;

/// How many digits of the SHA-256 stand in the register.
const DAI: usize = 16;

/// What issuing changes, or what is the office's and not the document's.
const KHONG_TINH: [&str; 4] = ["so_ky_hieu", "ngay_ban_hanh", "nguon", "co_quan"];

/// The mark of what a document says. Its number and date, comments and layout of its file don't count.
pub fn dau_ban_thao(ten: &str, van_ban: &VanBan) -> String {
    let mut said = serde_json::to_value(van_ban).unwrap_or_default();
    if let Some(fields) = said.as_object_mut() {
        fields.retain(|key, _| !KHONG_TINH.contains(&key.as_str()));
    }
    let mut hex = bam(format!("{ten}\n{said}").as_bytes());
    hex.truncate(DAI);
    hex
}
