//! Phụ lục (PL I, III.1): the head of an appendix and its text.

use docx_rs::Docx;

use super::counts::Counts;
use super::error::WriteError;
use super::inline::lines;
use super::trang::Trang;
use super::{dau_trang, khung, style_id, than_bai, tieu_de};
use crate::compose::document::PhuLuc;
use crate::model::the_thuc::TheThuc;

/// The appendix added to `docx`. What closes its section comes after it.
pub(super) fn add(
    docx: Docx,
    appendix: &PhuLuc,
    the_thuc: &TheThuc,
    counts: &mut Counts,
) -> Result<Docx, WriteError> {
    let docx = match &appendix.dau_goc {
        Some(mark) => docx.add_paragraph(khung::corner(mark, the_thuc, appendix.ngang)),
        None => docx,
    };
    let docx = match &appendix.dau_trang {
        Some(head) => dau_trang::add(docx, head, the_thuc),
        None => docx,
    };
    let [name, title] = match appendix.dau_trang {
        Some(_) => [style_id::TEN_LOAI, style_id::TRICH_YEU],
        None => [style_id::PHU_LUC, style_id::TEN_PHU_LUC],
    };
    let title_lines: Vec<&str> = appendix.tieu_de.iter().map(|line| line.as_str()).collect();
    let reference: Vec<&str> = appendix.kem_theo.iter().map(String::as_str).collect();
    let head = [
        (name, vec![appendix.ten.as_str()]),
        (title, title_lines),
        (style_id::KEM_THEO, reference),
    ];
    let head = head.into_iter().filter(|(_, text)| text.iter().any(|line| !line.is_empty()));
    let docx = head.map(|(style, text)| lines(style, &text)).fold(docx, Docx::add_paragraph);
    let width = Trang::phu_luc(appendix.ngang).text_width(the_thuc);
    let rule = tieu_de::under((style_id::GACH_PHU_LUC, width, appendix.gach_mm), the_thuc);
    let docx = docx.add_paragraph(rule);
    than_bai::add(docx, &appendix.than_bai, the_thuc, counts)
}
