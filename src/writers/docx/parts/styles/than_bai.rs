//! Styles of the body, its heads and items, the footnotes and the page number.

use super::style::Style;
use crate::model::the_thuc::TheThuc;
use crate::writers::docx::xml::{Element, el, val};
use crate::writers::docx::{list, style_id as id};

/// Styles of ô số 6 and of the footnotes.
pub(super) fn styles(t: &TheThuc) -> Vec<Style> {
    let mut out = vec![body(t)];
    out.extend((1..=id::LEVELS).map(heading));
    out.extend((1..=id::LEVELS).map(|level| heading_by_hand(level, t)));
    out.extend(parts(t));
    out.push(run_on());
    out.extend(items());
    out.extend(notes(t));
    out.push(
        Style::paragraph(id::HEADER, "header")
            .unlisted()
            .size(t.co_chu_so_trang_pt)
            .align("center"),
    );
    out
}

/// Character styles that text inside a paragraph may have.
pub(super) fn characters() -> Vec<Style> {
    vec![
        Style::character(id::STRONG, "Strong").bold(),
        Style::character(id::EMPHASIS, "Emphasis").italic(),
        Style::character(id::KY_HIEU, "VT Ký hiệu").own().unlisted().run(ky_hieu()),
        Style::character(id::FOOTNOTE_REFERENCE, "footnote reference")
            .unlisted()
            .run(val("w:vertAlign", "superscript")),
    ]
}

/// A face that every Windows has with the signs that Times New Roman lacks.
fn ky_hieu() -> Element {
    let all = ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"];
    all.iter().fold(el("w:rFonts"), |fonts, name| fonts.attr(name, "Segoe UI Symbol"))
}

/// Lời văn (PL I, II.6). What is higher than a line of an exact height would be cut off: pictures stand on lines
/// of their own style, notes and cells have the spacing of theirs.
fn body(t: &TheThuc) -> Style {
    let style = Style::paragraph(id::THAN_BAI, "VT Thân bài")
        .own()
        .property(el("w:widowControl"))
        .size(t.co_chu_than_bai_pt)
        .align("both")
        .first_line(t.thut_dong_mm)
        .before(t.cach_doan_pt)
        .after(0.0);
    match t.dong_dung_pt {
        Some(exact) => style.exact(exact),
        None => style.lines(t.gian_dong),
    }
}

/// Word's own heading styles, so that heads stand in the navigation pane.
fn heading(level: u8) -> Style {
    let style = Style::based_on(&id::heading(level), &format!("heading {level}"), id::THAN_BAI);
    // Documents use up to four levels; the rest are there for a template that needs them.
    let style = if level > 4 { style.unlisted() } else { style };
    style.bold().keep().list(list::DE_MUC, level).outline(level).next(id::THAN_BAI)
}

/// A head whose number was typed, or that has none: Word's style without its list. The indent is said
/// again, because taking a list away takes its indent along.
fn heading_by_hand(level: u8, t: &TheThuc) -> Style {
    let name = format!("VT Đề mục cấp {level}, số gõ tay");
    Style::based_on(&id::heading_by_hand(level), &name, &id::heading(level))
        .own()
        .unlisted()
        .property(el("w:numPr").child(val("w:numId", list::NONE)))
        .first_line(t.thut_dong_mm)
        .next(id::THAN_BAI)
}

/// Chương and Điều, and the centred lines of a decision (PL I, II.6; forms 1.1–1.3).
fn parts(t: &TheThuc) -> [Style; 6] {
    let centred = |style: Style| style.align("center").first_line(0.0);
    [
        centred(Style::based_on(id::CHUONG, "VT Phần, Chương, Mục", id::THAN_BAI).own())
            .bold()
            .keep()
            .outline(1)
            .next(id::THAN_BAI),
        Style::based_on(id::DIEU, "VT Điều", id::THAN_BAI)
            .own()
            .bold()
            .keep()
            .list(list::DIEU, 1)
            .outline(1)
            .next(id::THAN_BAI),
        Style::based_on(id::DIEU_GO_TAY, "VT Điều, số gõ tay", id::DIEU)
            .own()
            .unlisted()
            .property(el("w:numPr").child(val("w:numId", list::NONE)))
            .first_line(t.thut_dong_mm)
            .next(id::THAN_BAI),
        Style::based_on(id::DIEU_LIEN_VAN, "VT Điều liền văn", id::THAN_BAI)
            .own()
            .outline(1)
            .next(id::THAN_BAI),
        centred(Style::based_on(id::DONG_GIUA, "VT Dòng giữa trang", id::THAN_BAI).own())
            .next(id::THAN_BAI),
        Style::based_on(id::DONG_PHAI, "VT Dòng bên phải", id::THAN_BAI)
            .own()
            .align("right")
            .first_line(0.0)
            .next(id::THAN_BAI),
    ]
}

/// A khoản whose text runs on after its title.
fn run_on() -> Style {
    Style::based_on(id::KHOAN_LIEN_VAN, "VT Khoản liền văn", id::THAN_BAI)
        .own()
        .property(el("w:keepNext"))
        .outline(2)
        .next(id::THAN_BAI)
}

fn items() -> [Style; 3] {
    [
        Style::based_on(id::GACH_DAU, "VT Gạch đầu dòng", id::THAN_BAI)
            .own()
            .list(list::GACH_DAU, 1),
        Style::based_on(id::DAU_CONG, "VT Dấu cộng đầu dòng", id::THAN_BAI)
            .own()
            .list(list::GACH_DAU, 2),
        Style::based_on(id::DIEM, "VT Điểm, dấu gõ tay", id::THAN_BAI).own(),
    ]
}

fn notes(t: &TheThuc) -> [Style; 2] {
    [
        Style::paragraph(id::FOOTNOTE_TEXT, "footnote text")
            .unlisted()
            .size(t.co_chu_chu_thich_pt)
            .align("both")
            .first_line(t.thut_dong_mm)
            .before(t.cach_doan_chu_thich_pt)
            .after(0.0)
            .lines(1.0),
        Style::based_on(id::GACH_DAU_CHU_THICH, "VT Gạch đầu dòng chú thích", id::FOOTNOTE_TEXT)
            .own()
            .list(list::GACH_DAU_CHU_THICH, 1),
    ]
}
