//! Bản thảo: how a draft is known again, so that a command given twice issues nothing twice.

use crate::compose::document::Document;
use crate::records::so_dang_ky::dau::bam;

/// How many digits of the SHA-256 stand in the register.
const DAI: usize = 16;

/// The mark of what a document says, beside its number, its date and the head of its first page. The
/// comments and the layout of its file don't count.
pub fn dau_ban_thao(ten: &str, document: &Document) -> String {
    let appendices: Vec<_> = document.phu_luc.iter().map(|p| (&p.tieu_de, &p.than_bai)).collect();
    let Document { tieu_de, kinh_gui, than_bai, cuoi_trang, .. } = document;
    let said =
        (ten, (&tieu_de.ten_loai, &tieu_de.trich_yeu), kinh_gui, than_bai, cuoi_trang, appendices);
    let mut hex = bam(&serde_json::to_vec(&said).unwrap_or_default());
    hex.truncate(DAI);
    hex
}
