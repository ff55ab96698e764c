//! Tên loại và trích yếu (ô số 5a), with the rule line under them.

use docx_rs::{Docx, Paragraph};

use super::inline::lines;
use super::units::twips_mm;
use super::{gach, style_id};
use crate::compose::document::TieuDe;
use crate::model::the_thuc::TheThuc;

/// The title added to `docx`.
pub(super) fn add(docx: Docx, title: &TieuDe, the_thuc: &TheThuc) -> Docx {
    let Some(kind) = &title.ten_loai else {
        return docx.add_paragraph(Paragraph::new().style(style_id::CACH_TIEU_DE));
    };
    let docx = docx.add_paragraph(lines(style_id::TEN_LOAI, &[kind]));
    let docx = match title.trich_yeu.as_slice() {
        [] => docx,
        subject => docx.add_paragraph(lines(style_id::TRICH_YEU, subject)),
    };
    let width = twips_mm(the_thuc.rong_chu_mm());
    docx.add_paragraph(gach::of_length(style_id::GACH_TRICH_YEU, width, title.gach_trich_yeu_mm))
}
