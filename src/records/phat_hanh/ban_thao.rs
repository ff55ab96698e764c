//! Bản thảo: how a draft is known again, so that a command given twice issues nothing twice.

use crate::compose::document::{Block, CuoiTrang, Document};
use crate::records::so_dang_ky::dau::bam;

/// How many digits of the SHA-256 stand in the register.
const DAI: usize = 16;

/// The mark of what a document says, beside its number, its date and the head of its first page. The name, the
/// comments and the layout of its file don't count.
pub fn dau_ban_thao(document: &Document) -> String {
    dau(&noi_dung(document))
}

/// The mark as it was made at first, with the document's name in it. Such marks stay in the registers.
pub fn dau_ban_thao_cu(ten: &str, document: &Document) -> String {
    let (tieu_de, kinh_gui, than_bai, cuoi_trang, phu_luc) = noi_dung(document);
    dau(&(ten, tieu_de, kinh_gui, than_bai, cuoi_trang, phu_luc))
}

fn dau(said: &impl serde::Serialize) -> String {
    let mut hex = bam(&serde_json::to_vec(said).unwrap_or_default());
    hex.truncate(DAI);
    hex
}

/// What it says: title, recipients above, body, foot, appendices.
type NoiDung<'d> = (
    (Option<String>, &'d Vec<crate::compose::goc::Dong>),
    &'d Vec<crate::compose::goc::Dong>,
    &'d Vec<Block>,
    &'d CuoiTrang,
    Vec<(&'d Vec<crate::compose::goc::Dong>, &'d Vec<Block>)>,
);

fn noi_dung(document: &Document) -> NoiDung<'_> {
    let appendices = document.phu_luc.iter().map(|p| (&p.tieu_de, &p.than_bai)).collect();
    let Document { tieu_de, kinh_gui, than_bai, cuoi_trang, .. } = document;
    // As it was written when a title was one line: marks in registers were made of that.
    let kind = tieu_de.ten_loai.iter().map(|line| line.as_str()).collect::<Vec<_>>().join(" ");
    let kind = (!kind.is_empty()).then_some(kind);
    ((kind, &tieu_de.trich_yeu), kinh_gui, than_bai, cuoi_trang, appendices)
}
