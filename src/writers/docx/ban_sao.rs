//! Bản sao on paper (PL I, phần II; form 3.1 of PL III): the copy's own lines under a rule across the
//! text, on the sheet on which the copied text ends.

use docx_rs::{Docx, Paragraph, VAlignType};

use super::cot::Columns;
use super::dau_trang::names;
use super::inline::lines;
use super::{con_dau, cuoi_trang, gach, style_id};
use crate::compose::document::BanSao;
use crate::model::the_thuc::TheThuc;

/// The copy's lines added to `docx` on a page whose text is `width` twips wide. A closing paragraph has to follow.
pub(super) fn add(docx: Docx, copy: &BanSao, the_thuc: &TheThuc, width: i32) -> Docx {
    if let Some(stamp) = &copy.con_dau {
        return con_dau::add(docx, copy, stamp, the_thuc, width);
    }
    let part = the_thuc.dau_trang_cot_phai_mm / the_thuc.rong_chu_mm();
    let columns = Columns::sharing(width, part);
    fn line<T: AsRef<str>>(style: &str, text: &Option<T>) -> Vec<Paragraph> {
        vec![lines(style, text.as_slice())]
    }
    // The style sheet's rule is as long as the issuing office's name wants, in a column of its head.
    let length = copy.dau_trang.gach_co_quan_mm;
    let rule = gach::of_length(style_id::GACH_CO_QUAN, columns.left, length);
    let names = columns.row(
        whole(names(&copy.dau_trang).into_iter().chain([rule]).collect()),
        whole(vec![lines(style_id::HINH_THUC_SAO, &[&copy.chu])]),
        VAlignType::Top,
    );
    let number = columns.row(
        whole(line(style_id::SO_KY_HIEU, &copy.dau_trang.so_ky_hieu)),
        whole(line(style_id::DIA_DANH_THOI_GIAN, &copy.dau_trang.dia_danh_thoi_gian)),
        VAlignType::Bottom,
    );
    let docx = docx
        .add_paragraph(Paragraph::new().style(style_id::GACH_SAO))
        .add_table(columns.table(vec![names, number], 0))
        .add_paragraph(Paragraph::new().style(style_id::DOAN_DEM).keep_next(true));
    cuoi_trang::add(docx, &copy.cuoi_trang, the_thuc, width, 0.0)
}

/// The rows stay with the foot below them.
fn whole(paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    paragraphs.into_iter().map(|p| p.keep_next(true)).collect()
}
