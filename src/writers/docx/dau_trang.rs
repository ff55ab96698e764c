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
use crate::model::trinh_bay::NganCach;

/// The head added to `docx`.
pub(super) fn add(docx: Docx, head: &DauTrang, the_thuc: &TheThuc) -> Docx {
    let columns = columns(the_thuc);
    let names = co_quan(head, the_thuc);
    let mut rows = vec![columns.row(names, tieu_de(head), VAlignType::Top)];
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
        rows.push(columns.row(subject, nothing(), VAlignType::Top));
    }
    for mark in &head.duoi_so {
        let style = match mark.kieu.dam {
            true => style_id::DAU_DAM_DUOI_SO,
            false => style_id::DAU_NGHIENG_DUOI_SO,
        };
        rows.push(columns.row(vec![lines(style, &[&mark.chu])], nothing(), VAlignType::Top));
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

/// An empty cell.
fn nothing() -> Vec<Paragraph> {
    vec![Paragraph::new().style(style_id::DOAN_DEM)]
}

fn co_quan(head: &DauTrang, the_thuc: &TheThuc) -> Vec<Paragraph> {
    let under = match the_thuc.trinh_bay.duoi_co_quan {
        NganCach::Gach => Paragraph::new().style(style_id::GACH_CO_QUAN),
        NganCach::Dau(signs) => lines(style_id::DAU_CO_QUAN, &[signs]),
    };
    names(head).into_iter().chain([under]).collect()
}

/// The names on the left.
pub(super) fn names(head: &DauTrang) -> Vec<Paragraph> {
    let mut out = Vec::new();
    if !head.co_quan_chu_quan.is_empty() {
        out.push(lines(style_id::CO_QUAN_CHU_QUAN, &head.co_quan_chu_quan));
    }
    out.push(lines(style_id::CO_QUAN_BAN_HANH, &head.co_quan_ban_hanh));
    if let Some(anh) = &head.tieng_anh {
        if !anh.co_quan_chu_quan.is_empty() {
            out.push(lines(style_id::TIENG_ANH, &anh.co_quan_chu_quan));
        }
        out.push(lines(style_id::TIENG_ANH_DAM, &anh.co_quan_ban_hanh));
    }
    out
}

/// The lines at the upper right, with the rule under the last.
fn tieu_de(head: &DauTrang) -> Vec<Paragraph> {
    let styles = std::iter::once(style_id::QUOC_HIEU).chain(std::iter::repeat(style_id::TIEU_NGU));
    let all = styles.zip(&head.tieu_de).map(|(style, line)| lines(style, &[line]));
    let anh = head.tieng_anh.iter().map(|anh| lines(style_id::TIENG_ANH_DAM, &anh.tieu_de));
    all.chain(anh).chain([Paragraph::new().style(style_id::GACH_TIEU_NGU)]).collect()
}
