//! Tên loại và trích yếu (ô số 5a), with the rule line under them.

use docx_rs::{Docx, Paragraph};

use super::inline::lines;
use super::style_id;
use crate::document::TieuDe;

/// The title added to `docx`.
pub(super) fn add(docx: Docx, title: &TieuDe) -> Docx {
    docx.add_paragraph(lines(style_id::TEN_LOAI, &[&title.ten_loai]))
        .add_paragraph(lines(style_id::TRICH_YEU, &title.trich_yeu))
        .add_paragraph(Paragraph::new().style(style_id::GACH_TRICH_YEU))
}
