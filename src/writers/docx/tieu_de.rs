//! Tên loại và trích yếu (ô số 5a), with what parts them from the text.

use docx_rs::{Docx, Paragraph};

use super::inline::lines;
use super::units::twips_mm;
use super::{gach, style_id};
use crate::compose::document::TieuDe;
use crate::model::the_thuc::TheThuc;
use crate::model::trinh_bay::NganCach;

/// The title added to `docx`.
pub(super) fn add(docx: Docx, title: &TieuDe, the_thuc: &TheThuc) -> Docx {
    if title.ten_loai.is_empty() {
        return docx.add_paragraph(Paragraph::new().style(style_id::CACH_TIEU_DE));
    }
    let docx = docx.add_paragraph(lines(style_id::TEN_LOAI, &title.ten_loai));
    let docx = match title.trich_yeu.as_slice() {
        [] => docx,
        subject => docx.add_paragraph(lines(style_id::TRICH_YEU, subject)),
    };
    let width = twips_mm(the_thuc.rong_chu_mm());
    let rule = (style_id::GACH_TRICH_YEU, width, title.gach_trich_yeu_mm);
    docx.add_paragraph(under(rule, the_thuc))
}

/// What parts a title from the text: a rule of a style, in a column so wide (twips), so long (mm); or signs.
pub(super) fn under((style, width, mm): (&str, i32, f64), the_thuc: &TheThuc) -> Paragraph {
    match the_thuc.trinh_bay.duoi_tieu_de {
        NganCach::Dau(signs) if mm > 0.0 => lines(style_id::DAU_TIEU_DE, &[signs]),
        _ => gach::of_length(style, width, mm),
    }
}
