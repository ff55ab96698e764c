//! Styles of tables and of the text in them.

use super::style::Style;
use crate::model::the_thuc::{CO_DONG_HINH_PT, TheThuc};
use crate::writers::docx::style_id as id;
use crate::writers::docx::units::{twips, twips_mm};
use crate::writers::docx::xml::{Element, el, val};

/// Styles of the text in a cell, one for each alignment.
pub(super) fn text(t: &TheThuc) -> [Style; 3] {
    [
        Style::paragraph(id::CHU_BANG, "VT Chữ trong bảng")
            .own()
            .size(t.co_chu_bang_pt)
            .align("left"),
        Style::based_on(id::CHU_BANG_GIUA, "VT Chữ trong bảng, giữa", id::CHU_BANG)
            .own()
            .align("center"),
        Style::based_on(id::CHU_BANG_PHAI, "VT Chữ trong bảng, phải", id::CHU_BANG)
            .own()
            .align("right"),
    ]
}

/// The line of a picture, which is as high as the picture; in a cell it has no space above.
pub(super) fn pictures(t: &TheThuc) -> [Style; 2] {
    [
        Style::paragraph(id::HINH, "VT Hình")
            .own()
            .unlisted()
            .size(CO_DONG_HINH_PT)
            .align("center")
            .before(t.cach_doan_pt),
        Style::based_on(id::HINH_O, "VT Hình trong ô", id::HINH).own().unlisted().before(0.0),
    ]
}

/// The empty line over a table, which has no space above of its own.
pub(super) fn space_above(t: &TheThuc) -> Style {
    Style::paragraph(id::CACH_BANG, "VT Khoảng trên bảng")
        .own()
        .unlisted()
        .size(1.0)
        .exact(t.cach_doan_pt)
}

/// The table itself: rules around every cell, and the room between rule and text; and one without rules.
pub(super) fn tables(t: &TheThuc) -> [Element; 2] {
    let sides = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"];
    let borders = el("w:tblBorders").children(sides.map(border));
    [
        table(id::BANG, "VT Bảng", el("w:tblPr").child(borders), t),
        table(id::BANG_KHONG_KE, "VT Bảng không kẻ", el("w:tblPr"), t),
    ]
}

fn table(style_id: &str, name: &str, properties: Element, t: &TheThuc) -> Element {
    let side = |name: &str, twips: i32| el(name).attr("w:w", twips).attr("w:type", "dxa");
    let (across, down) = (twips_mm(t.o_cach_mm), twips(t.o_cach_doc_pt));
    let margins = el("w:tblCellMar")
        .child(side("w:top", down))
        .child(side("w:left", across))
        .child(side("w:bottom", down))
        .child(side("w:right", across));
    el("w:style")
        .attr("w:type", "table")
        .attr("w:customStyle", 1)
        .attr("w:styleId", style_id)
        .child(val("w:name", name))
        .child(val("w:basedOn", "TableNormal"))
        .child(val("w:uiPriority", TABLE_PRIORITY))
        .child(properties.child(margins))
}

/// Where Word's own table styles stand in the list.
const TABLE_PRIORITY: usize = 59;

/// Half a point, in eighths.
fn border(side: &str) -> Element {
    el(side).attr("w:val", "single").attr("w:sz", 4).attr("w:space", 0).attr("w:color", "000000")
}
