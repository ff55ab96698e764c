//! The page: A4, margins, and the page number in the top margin from page 2 on (PL I, I.7).

use docx_rs::{Docx, Header, PageMargin, PageNum, Paragraph};

use super::style_id;
use super::units::twips_mm;
use crate::the_thuc::{GIAY_CAO_MM, GIAY_RONG_MM, TheThuc};

/// Sets up the section of the main text. The first page has a header of its own, which is empty.
pub(super) fn set_up(docx: Docx, the_thuc: &TheThuc) -> Docx {
    let paper = |mm: f64| twips_mm(mm).unsigned_abs();
    docx.page_size(paper(GIAY_RONG_MM), paper(GIAY_CAO_MM))
        .page_margin(margins(the_thuc))
        .header(Header::new().add_paragraph(line().add_page_num(PageNum::new())))
        .first_header(Header::new().add_paragraph(line()))
}

fn margins(the_thuc: &TheThuc) -> PageMargin {
    PageMargin::new()
        .top(twips_mm(the_thuc.le_tren_mm))
        .bottom(twips_mm(the_thuc.le_duoi_mm))
        .left(twips_mm(the_thuc.le_trai_mm))
        .right(twips_mm(the_thuc.le_phai_mm))
        .header(twips_mm(the_thuc.so_trang_cach_mep_mm))
        .footer(twips_mm(the_thuc.so_trang_cach_mep_mm))
}

fn line() -> Paragraph {
    Paragraph::new().style(style_id::HEADER)
}
