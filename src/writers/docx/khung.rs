//! Words in a frame: stamps under the head (ô số 10a, 10b), phạm vi lưu hành in the top margin (ô số
//! 11), and the mark in the top right corner (ô số 14). A frame is the border of a paragraph, so that
//! its words can be touched up.

use docx_rs::{
    BorderType, Docx, LineSpacing, LineSpacingType, Paragraph, ParagraphBorder,
    ParagraphBorderPosition, ParagraphBorders,
};

use super::inline::lines;
use super::style_id;
use super::units::{eighths, twips, twips_mm};
use crate::compose::document::{DauTrang, Khung};
use crate::model::the_thuc::{PT_MOI_MM, TheThuc};

/// Between words and frame on all sides, in pt: what a border in Word can have.
pub(super) const LE_PT: f64 = 4.0;
/// The same over Quốc hiệu: LibreOffice counts it twice where a paragraph has its own place on the page.
const LE_TREN_PT: f64 = 1.0;
/// On both sides of words that have their own place on the page: ONLYOFFICE draws the frame around the line alone,
/// however wide the place is.
const DEM: &str = "\u{a0}\u{a0}";
/// Bright red ink (PL I, III.2.b).
pub(super) const DO: &str = "FF0000";
const DEN: &str = "000000";

/// The stamps, one under the other at the left margin.
pub(super) fn stamps(docx: Docx, stamps: &[Khung], the_thuc: &TheThuc) -> Docx {
    let text_width = twips_mm(the_thuc.rong_chu_mm());
    let side = twips(LE_PT);
    stamps.iter().fold(docx, |docx, stamp| {
        let inner = twips_mm(stamp.rong_mm).saturating_sub(side.saturating_mul(2));
        let right = text_width.saturating_sub(side).saturating_sub(inner);
        let framed = framed(stamp, &stamp.chu, the_thuc, LE_PT);
        let framed = framed.indent(Some(side), None, Some(right), None);
        // Word makes one frame of two that follow each other.
        docx.add_paragraph(Paragraph::new().style(style_id::CACH_KHUNG)).add_paragraph(framed)
    })
}

/// What stands over the text of page 1.
pub(super) fn in_margin(docx: Docx, head: &DauTrang, the_thuc: &TheThuc) -> Docx {
    let mut docx = docx;
    if let Some(mark) = &head.dau_goc {
        docx = docx.add_paragraph(corner(mark, the_thuc, false));
    }
    match &head.luu_hanh {
        Some(stamp) if stamp.co_khung => docx.add_paragraph(circulation(stamp, the_thuc)),
        Some(stamp) => docx.add_paragraph(bare_circulation(&stamp.chu, the_thuc)),
        None => docx,
    }
}

/// The mark at the right margin, near the paper's upper edge.
pub(super) fn corner(mark: &str, the_thuc: &TheThuc, ngang: bool) -> Paragraph {
    let width = twips_mm(the_thuc.rong_chu_cua_mm(ngang));
    let place = Place {
        x: twips_mm(the_thuc.le_trai_mm),
        y: twips_mm(the_thuc.dau_goc_cach_mep_mm),
        width,
    };
    place.apply(lines(style_id::DAU_GOC, &[mark]))
}

/// Phạm vi lưu hành without a frame: in the column of the lines at the upper right.
fn bare_circulation(words: &str, the_thuc: &TheThuc) -> Paragraph {
    let place = Place {
        x: twips_mm(the_thuc.le_trai_mm + the_thuc.dau_trang_cot_trai_mm()),
        y: twips_mm(the_thuc.luu_hanh_cach_mep_mm),
        width: twips_mm(the_thuc.dau_trang_cot_phai_mm),
    };
    place.apply(lines(style_id::LUU_HANH, &[words]))
}

/// The mark of circulation at the foot of the page on which the paragraph after it stands. Word alone knows whether
/// that is a back, whose margins may have changed places: so its place counts from them.
pub(super) fn last_page(words: &str, the_thuc: &TheThuc) -> Paragraph {
    let mut out = lines(style_id::LUU_HANH, &[words])
        .wrap("around")
        .h_anchor("margin")
        .v_anchor("page")
        .frame_y(twips_mm(the_thuc.luu_hanh_cuoi_mm()))
        .frame_width(twips_mm(the_thuc.rong_chu_mm()).unsigned_abs());
    if let Some(frame) = &mut out.property.frame_property {
        frame.x_align = Some("center".to_owned());
    }
    out
}

/// Phạm vi lưu hành: centred over Quốc hiệu.
fn circulation(stamp: &Khung, the_thuc: &TheThuc) -> Paragraph {
    let right = the_thuc.le_trai_mm + the_thuc.dau_trang_cot_trai_mm();
    let middle = right + the_thuc.dau_trang_cot_phai_mm / 2.0;
    let top = the_thuc.le_tren_mm - the_thuc.luu_hanh_cach_chu_mm - the_thuc.khung_cao_mm;
    let place = Place {
        x: twips_mm(middle - stamp.rong_mm / 2.0),
        y: twips_mm(top),
        width: twips_mm(stamp.rong_mm),
    };
    let side = Some(twips(LE_TREN_PT));
    let line = the_thuc.khung_cao_mm * PT_MOI_MM - 2.0 * (LE_TREN_PT + the_thuc.net_gach_pt);
    let line = LineSpacing::new().line_rule(LineSpacingType::Exact).line(twips(line));
    let words = format!("{DEM}{}{DEM}", stamp.chu);
    let framed = framed(stamp, &words, the_thuc, LE_TREN_PT).line_spacing(line);
    place.apply(framed.indent(side, None, side, None))
}

/// Where on the paper a paragraph stands, in twips.
struct Place {
    x: i32,
    y: i32,
    width: i32,
}

impl Place {
    fn apply(&self, paragraph: Paragraph) -> Paragraph {
        paragraph
            .wrap("around")
            .h_anchor("page")
            .v_anchor("page")
            .frame_x(self.x)
            .frame_y(self.y)
            .frame_width(self.width.unsigned_abs())
    }
}

fn framed(stamp: &Khung, words: &str, the_thuc: &TheThuc, le_pt: f64) -> Paragraph {
    let (style, color) = match stamp.do_tuoi {
        true => (style_id::DAU_KHUNG_DO, DO),
        false => (style_id::DAU_KHUNG, DEN),
    };
    let size = usize::try_from(eighths(the_thuc.net_gach_pt)).unwrap_or_default();
    let border = |position| {
        ParagraphBorder::new(position)
            .val(BorderType::Single)
            .size(size)
            .space(le_pt as usize)
            .color(color)
    };
    let borders = ParagraphBorders::with_empty()
        .set(border(ParagraphBorderPosition::Top))
        .set(border(ParagraphBorderPosition::Left))
        .set(border(ParagraphBorderPosition::Bottom))
        .set(border(ParagraphBorderPosition::Right));
    let mut paragraph = lines(style, &[words]);
    paragraph.property = paragraph.property.set_borders(borders);
    paragraph
}
