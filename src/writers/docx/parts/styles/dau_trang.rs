//! Styles of the head, the title and their rule lines.

use super::Gach;
use super::style::Style;
use crate::model::the_thuc::{PT_MOI_MM, TheThuc};
use crate::model::trinh_bay::{CachDuThao, KieuChu, NganCach};
use crate::writers::docx::dau_trang::columns;
use crate::writers::docx::units::eighths;
use crate::writers::docx::xml::{Element, el, val};
use crate::writers::docx::{gach, khung, style_id as id};

/// Styles of ô số 1–5a, in the order of the page.
pub(super) fn styles(the_thuc: &TheThuc, gach: &Gach) -> Vec<Style> {
    let mut out = names(the_thuc);
    out.extend(frames(the_thuc));
    out.extend(title(the_thuc));
    out.extend(rules(the_thuc, gach));
    out
}

fn names(t: &TheThuc) -> Vec<Style> {
    vec![
        centred(id::CO_QUAN_CHU_QUAN, "VT Cơ quan chủ quản")
            .size(t.co_chu_co_quan_pt)
            .next(id::CO_QUAN_BAN_HANH),
        centred(id::CO_QUAN_BAN_HANH, "VT Cơ quan ban hành").size(t.co_chu_co_quan_pt).bold(),
        centred(id::QUOC_HIEU, "VT Quốc hiệu")
            .size(t.co_chu_quoc_hieu_pt)
            .bold()
            .next(id::TIEU_NGU),
        centred(id::TIEU_NGU, "VT Tiêu ngữ").size(t.co_chu_tieu_ngu_pt).bold(),
        centred(id::SO_KY_HIEU, "VT Số, ký hiệu")
            .size(t.co_chu_so_ky_hieu_pt)
            .before(t.dau_trang_cach_so_pt),
        centred(id::VE_VIEC, "VT Trích yếu công văn")
            .size(t.co_chu_ve_viec_pt)
            .look(t.trinh_bay.ve_viec)
            .before(t.ve_viec_cach_so_pt),
        centred(id::DIA_DANH_THOI_GIAN, "VT Địa danh và thời gian")
            .size(t.co_chu_dia_danh_pt)
            .italic()
            .before(t.dau_trang_cach_so_pt),
    ]
}

/// The names in English, in whose spelling Word is to look for them.
pub(super) fn tieng_anh(t: &TheThuc) -> [Style; 2] {
    let line = |id: &str, name: &str| {
        centred(id, name).size(t.co_chu_tieng_anh_pt).run(val("w:lang", "en-GB"))
    };
    [
        line(id::TIENG_ANH, "VT Tên tiếng Anh"),
        line(id::TIENG_ANH_DAM, "VT Tên tiếng Anh, đậm").bold(),
    ]
}

/// Stamps, marks, and the spaces over them. A frame is as high as its line and the space on both sides.
fn frames(t: &TheThuc) -> Vec<Style> {
    let line = t.khung_cao_mm * PT_MOI_MM - 2.0 * (khung::LE_PT + t.net_gach_pt);
    let stamp = |id: &str, name: &str| {
        centred(id, name).unlisted().size(t.co_chu_khung_pt).bold().exact(line).keep()
    };
    let space = |id: &str, name: &str, pt: f64| {
        Style::paragraph(id, name).own().unlisted().size(1.0).exact(pt)
    };
    let framed = vec![
        stamp(id::DAU_KHUNG, "VT Dấu đóng khung"),
        stamp(id::DAU_KHUNG_DO, "VT Dấu đóng khung đỏ").run(val("w:color", khung::DO)),
        space(id::CACH_KHUNG, "VT Khoảng trên dấu", t.khung_cach_pt),
        space(id::CACH_TIEU_DE, "VT Khoảng trên lời văn", khoang_tren(t)),
        Style::paragraph(id::DAU_GOC, "VT Dấu ở góc trang")
            .own()
            .unlisted()
            .size(t.co_chu_dau_goc_pt)
            .align("right"),
    ];
    framed.into_iter().chain(unframed(t)).collect()
}

/// Marks without a frame, and signs in the place of rules, where the rules have such.
fn unframed(t: &TheThuc) -> Vec<Style> {
    let tb = t.trinh_bay;
    let mut out = Vec::new();
    let under_number = |id: &str, name: &str, kieu: KieuChu| {
        centred(id, name).unlisted().size(t.co_chu_khung_pt).before(t.khung_cach_pt).look(kieu)
    };
    if !tb.dau_trong_khung {
        out.push(under_number(id::DAU_DAM_DUOI_SO, "VT Mức độ khẩn", KieuChu::DAM));
        out.push(
            centred(id::LUU_HANH, "VT Phạm vi lưu hành")
                .unlisted()
                .size(t.co_chu_luu_hanh_pt)
                .bold(),
        );
    }
    if tb.du_thao == CachDuThao::DuoiSo {
        out.push(under_number(id::DAU_NGHIENG_DUOI_SO, "VT Dự thảo", KieuChu::NGHIENG));
    }
    if tb.duoi_co_quan != NganCach::Gach {
        let signs = centred(id::DAU_CO_QUAN, "VT Dấu dưới cơ quan");
        out.push(signs.unlisted().size(t.co_chu_co_quan_pt));
    }
    if tb.duoi_tieu_de != NganCach::Gach {
        let signs = centred(id::DAU_TIEU_DE, "VT Dấu dưới tiêu đề").unlisted();
        out.push(signs.size(t.co_chu_trich_yeu_pt).keep().next(id::THAN_BAI));
    }
    out
}

/// Over the first line of a document without a title; the line brings the space of a paragraph.
fn khoang_tren(t: &TheThuc) -> f64 {
    (t.tieu_de_cach_tren_pt - t.cach_doan_pt).max(1.0)
}

fn title(t: &TheThuc) -> Vec<Style> {
    vec![
        centred(id::TEN_LOAI, "VT Tên loại")
            .size(t.co_chu_ten_loai_pt)
            .bold()
            .before(t.tieu_de_cach_tren_pt)
            .keep()
            .next(id::TRICH_YEU),
        centred(id::TRICH_YEU, "VT Trích yếu")
            .size(t.co_chu_trich_yeu_pt)
            .bold()
            .keep()
            .next(id::THAN_BAI),
    ]
}

pub(super) fn centred(id: &str, name: &str) -> Style {
    Style::paragraph(id, name).own().align("center")
}

/// The rule lines: an empty paragraph with a line on top, indented from both sides so that the line
/// has its length and is centred. It stays in place when the text over it changes.
fn rules(t: &TheThuc, do_dai: &Gach) -> Vec<Style> {
    let head = columns(t);
    let line = |style: &str, name: &str, width: i32, mm: f64| {
        let (left, right) = gach::sides(width, mm);
        let line = Style::based_on(style, name, id::GACH_NGANG).own().unlisted();
        // A drawn one is centred in its column.
        let line = if t.duong_ke_ve { line } else { line.sides(left, right) };
        or_drawn(line, t)
    };
    vec![
        rule(t),
        line(id::GACH_CO_QUAN, "VT Gạch dưới cơ quan", head.left, do_dai.co_quan_mm),
        line(id::GACH_TIEU_NGU, "VT Gạch dưới Tiêu ngữ", head.right, do_dai.tieu_de_mm),
        rule_under_title(id::GACH_TRICH_YEU, "VT Gạch dưới trích yếu", t),
    ]
}

/// A rule line as long as the text is wide.
fn rule(t: &TheThuc) -> Style {
    let border = el("w:top")
        .attr("w:val", "single")
        .attr("w:sz", eighths(t.net_gach_pt))
        .attr("w:space", 0)
        .attr("w:color", "000000");
    Style::paragraph(id::GACH_NGANG, "VT Gạch ngang")
        .own()
        .unlisted()
        .size(1.0)
        .before(t.gach_cach_chu_pt)
        .exact(rule_height(t))
        .property(border_of(border))
}

fn border_of(top: Element) -> Element {
    el("w:pBdr").child(top)
}

/// A rule line between a title and the text: the space under it is the title's.
pub(super) fn rule_under_title(style: &str, name: &str, t: &TheThuc) -> Style {
    let style = Style::based_on(style, name, id::GACH_NGANG)
        .own()
        .unlisted()
        .exact(rule_height(t) + space_over_body(t))
        .next(id::THAN_BAI);
    or_drawn(style, t)
}

/// Without its border where the line is drawn.
fn or_drawn(style: Style, t: &TheThuc) -> Style {
    match t.duong_ke_ve {
        true => style.property(border_of(el("w:top").attr("w:val", "nil"))),
        false => style,
    }
}

/// What is left of the strip under the line.
fn rule_height(t: &TheThuc) -> f64 {
    t.gach_cao_pt - t.gach_cach_chu_pt - t.net_gach_pt
}

/// The body's first paragraph brings its own space; only what goes beyond it is added here. It is
/// height of the line, not space below, because Word may take the larger of two spaces.
fn space_over_body(t: &TheThuc) -> f64 {
    (t.tieu_de_cach_duoi_pt - t.cach_doan_pt).max(0.0)
}
