//! The pages: A4, margins, and the page number in the top margin from page 2 on (PL I, I.7). The main
//! text is a section; so is each appendix, whose pages count from 1 again (PL I, III.1.đ).

use docx_rs::{
    Docx, Footer, Header, PageMargin, PageNum, PageNumType, PageOrientationType, PageSize,
    Paragraph, SectionProperty,
};

use super::inline::lines;
use super::style_id;
use super::units::twips_mm;
use crate::compose::goc::Dong;
use crate::model::the_thuc::{GIAY_CAO_MM, GIAY_RONG_MM, TheThuc};

/// The pages of one section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Trang {
    /// Landscape.
    ngang: bool,
    /// Pages count from 1 again.
    dem_lai: bool,
    /// Its first page has an address at its foot, inside the text area.
    dia_chi: bool,
}

impl Trang {
    /// The pages of the main text.
    pub fn van_ban(dia_chi: bool) -> Self {
        Self { ngang: false, dem_lai: false, dia_chi }
    }

    /// The pages of an appendix.
    pub fn phu_luc(ngang: bool) -> Self {
        Self { ngang, dem_lai: true, dia_chi: false }
    }

    /// Width of the text in twips.
    pub fn text_width(self, the_thuc: &TheThuc) -> i32 {
        twips_mm(the_thuc.rong_chu_cua_mm(self.ngang))
    }

    /// Makes these the pages of the file's last section, which stands in the body itself.
    pub fn close_file(self, mut docx: Docx, the_thuc: &TheThuc) -> Docx {
        docx.document.section_property = self.apply(docx.document.section_property, the_thuc);
        docx
    }

    /// Ends a section that has another one after it: its last paragraph carries its pages.
    pub fn close_section(self, docx: Docx, the_thuc: &TheThuc) -> Docx {
        let mut section = self.apply(docx.document.section_property.clone(), the_thuc);
        // The header parts belong to the body's section; the others refer to the same ones.
        section.header = None;
        section.first_header = None;
        section.footer = None;
        section.first_footer = None;
        let last = Paragraph::new().style(style_id::DOAN_DEM).section_property(section);
        docx.add_paragraph(last)
    }

    fn apply(self, section: SectionProperty, the_thuc: &TheThuc) -> SectionProperty {
        let paper = |mm: f64| twips_mm(mm).unsigned_abs();
        let (width, height) = (paper(GIAY_RONG_MM), paper(GIAY_CAO_MM));
        let size = PageSize::new();
        let size = match self.ngang {
            true => size.size(height, width).orient(PageOrientationType::Landscape),
            false => size.size(width, height),
        };
        let section = section.page_size(size).page_margin(margins(the_thuc, self.dia_chi));
        if self.dem_lai { section.page_num_type(PageNumType::new().start(1)) } else { section }
    }
}

/// Gives the file its headers. The first page of a section has one of its own, which is empty.
pub(super) fn add_headers(docx: Docx) -> Docx {
    docx.header(Header::new().add_paragraph(line().add_page_num(PageNum::new())))
        .first_header(Header::new().add_paragraph(line()))
}

/// Puts the office's address at the foot of the first page, under a rule as wide as the text (ô số 13;
/// PL I, III.4).
pub(super) fn add_address(docx: Docx, address: &[Dong]) -> Docx {
    if address.is_empty() {
        return docx;
    }
    let rule = Paragraph::new().style(style_id::GACH_DIA_CHI);
    let lines = address.iter().map(|text| lines(style_id::DIA_CHI, &[text]));
    docx.first_footer(lines.fold(Footer::new().add_paragraph(rule), Footer::add_paragraph))
}

/// The margins keep their names on a page that is turned: what is on top is the top.
fn margins(the_thuc: &TheThuc, dia_chi: bool) -> PageMargin {
    let foot = if dia_chi { the_thuc.le_duoi_mm } else { the_thuc.so_trang_cach_mep_mm };
    PageMargin::new()
        .top(twips_mm(the_thuc.le_tren_mm))
        .bottom(twips_mm(the_thuc.le_duoi_mm))
        .left(twips_mm(the_thuc.le_trai_mm))
        .right(twips_mm(the_thuc.le_phai_mm))
        .header(twips_mm(the_thuc.so_trang_cach_mep_mm))
        .footer(twips_mm(foot))
}

fn line() -> Paragraph {
    Paragraph::new().style(style_id::HEADER)
}
