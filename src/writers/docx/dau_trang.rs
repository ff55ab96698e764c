//! Đầu trang (ô số 1–5b, 10a, 10b): agency and number on the left, Quốc hiệu, Tiêu ngữ and date on the
//! right, stamps below.

use docx_rs::{Docx, Paragraph, VAlignType};

use super::cot::Columns;
use super::inline::lines;
use super::khung;
use super::style_id;
use super::units::twips_mm;
use crate::compose::document::DauTrang;
use crate::model::the_thuc::TheThuc;

/// The head added to `docx`.
pub(super) fn add(docx: Docx, head: &DauTrang, the_thuc: &TheThuc) -> Docx {
    let columns = columns(the_thuc);
    let mut rows = vec![columns.row(co_quan(head), quoc_hieu(head), VAlignType::Top)];
    if head.so_ky_hieu.is_some() || head.dia_danh_thoi_gian.is_some() {
        // Both lines stand on the bottom of their cells, so that their baselines agree.
        let empty = || Paragraph::new().style(style_id::DOAN_DEM);
        let number = head.so_ky_hieu.as_ref().map(|so| lines(style_id::SO_KY_HIEU, &[so]));
        let date = head.dia_danh_thoi_gian.as_ref();
        let date = date.map(|date| lines(style_id::DIA_DANH_THOI_GIAN, &[date]));
        let (number, date) = (number.unwrap_or_else(empty), date.unwrap_or_else(empty));
        rows.push(columns.row(vec![number], vec![date], VAlignType::Bottom));
    }
    if !head.ve_viec.is_empty() {
        let subject = vec![lines(style_id::VE_VIEC, &head.ve_viec)];
        let nothing = vec![Paragraph::new().style(style_id::DOAN_DEM)];
        rows.push(columns.row(subject, nothing, VAlignType::Top));
    }
    let docx = khung::in_margin(docx, head, the_thuc)
        .add_paragraph(Paragraph::new().style(style_id::DOAN_DEM))
        .add_table(columns.table(rows, 0));
    khung::stamps(docx, &head.dau_khung, the_thuc)
}

/// The columns of the head; the style sheet needs them to centre the rule lines.
pub(super) fn columns(the_thuc: &TheThuc) -> Columns {
    Columns::filling(twips_mm(the_thuc.rong_chu_mm()), twips_mm(the_thuc.dau_trang_cot_phai_mm))
}

fn co_quan(head: &DauTrang) -> Vec<Paragraph> {
    let rule = Paragraph::new().style(style_id::GACH_CO_QUAN);
    names(head).into_iter().chain([rule]).collect()
}

/// The names on the left.
pub(super) fn names(head: &DauTrang) -> Vec<Paragraph> {
    let mut out = Vec::new();
    if !head.co_quan_chu_quan.is_empty() {
        out.push(lines(style_id::CO_QUAN_CHU_QUAN, &head.co_quan_chu_quan));
    }
    out.push(lines(style_id::CO_QUAN_BAN_HANH, &head.co_quan_ban_hanh));
    out
}

fn quoc_hieu(head: &DauTrang) -> Vec<Paragraph> {
    vec![
        lines(style_id::QUOC_HIEU, &[&head.quoc_hieu]),
        lines(style_id::TIEU_NGU, &[&head.tieu_ngu]),
        Paragraph::new().style(style_id::GACH_TIEU_NGU),
    ]
}
