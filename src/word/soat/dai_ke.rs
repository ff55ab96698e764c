//! How long rule lines are (PL I, II.1.b, II.2.b, II.5.a): under the Tiêu ngữ as long as its letters, under the office and
//! the subject a third to a half of theirs. What a file leaves to the program that lays it out is not told.

use std::ops::Range;

use super::duong_ke::Can;
use super::giay::{Giay, MotDoan};
use super::nhin::{pt, so};
use crate::compose::fonts::Face;
use crate::diagnostic::Diagnostic;
use crate::word::doc_word::PhanTrang;
use crate::word::doc_word::dang::{DangChu, DoCao};

/// Lines are drawn by hand: so much of the letters' length more or less nobody sees.
const LECH: f64 = 0.05;
/// What is as long as the letters may end with the bearings of the last ones, or a sign later.
const LECH_BANG: f64 = 0.1;
const MM_MOI_TWIP: f64 = 25.4 / 1440.0;

/// The length of a rule line.
pub(super) enum DaiNet {
    Mm(f64),
    /// As a share of the letters over it.
    Phan(f64),
}

/// What is to be said of a line under the letters of its role.
pub(super) fn soat(giay: &Giay, can: &Can, net: &DaiNet) -> Option<Diagnostic> {
    let bang = can.bang;
    let (least, most) = match bang {
        true => (1.0 - LECH_BANG, 1.0 + LECH_BANG),
        false => (1.0 / 3.0 - LECH, 0.5 + LECH),
    };
    let lines: Vec<(f64, f64)> = match net {
        DaiNet::Phan(_) => vec![(1.0, 1.0)],
        DaiNet::Mm(_) => giay
            .vai(can.vai)
            .filter_map(|(line, one)| {
                let letters = rong(giay, one, &line.dong.goc.cho)?;
                Some(cac_hang(letters, cho_rong(giay, one).map(mm)))
            })
            .collect(),
    };
    let own = match net {
        DaiNet::Mm(mm) | DaiNet::Phan(mm) => *mm,
    };
    // A name in several lines: whichever of them is meant.
    let fits = |(short, long): &(f64, f64)| (least * short..=most * long).contains(&own);
    if lines.is_empty() || lines.iter().any(fits) {
        return None;
    }
    let (_, last) = *lines.last()?;
    let told = match net {
        DaiNet::Mm(mm) => format!("dài {} mm, dòng chữ dài {} mm", so(*mm), so(last)),
        DaiNet::Phan(share) if *share > 0.95 => "dài bằng cả dòng chữ".to_owned(),
        DaiNet::Phan(share) => format!("dài bằng {}% dòng chữ", (share * 100.0).round()),
    };
    let wanted =
        if bang { "dài bằng dòng chữ" } else { "dài bằng 1/3 đến 1/2 dòng chữ" };
    let message = format!("{}: đường kẻ {told}; phải {wanted}", can.ten);
    Some(Diagnostic::warning("word-rule-length", message).clause(can.dieu_khoan))
}

/// The shortest and the longest line of letters that are too long for one: how they break, no file says.
fn cac_hang(letters: f64, room: Option<f64>) -> (f64, f64) {
    match room.filter(|room| *room > 0.0 && letters > *room) {
        Some(room) => (letters % room, room),
        None => (letters, letters),
    }
}

/// Of letters that are underlined: how much of the line they are.
pub(super) fn gach_chan(giay: &Giay, one: &MotDoan, cho: &Range<usize>) -> Option<DaiNet> {
    let under = rong_neu(giay, one, cho, |look| look.gach_chan)?;
    Some(DaiNet::Phan(under / rong(giay, one, cho)?))
}

/// Of signs in a row.
pub(super) fn hang_dau(giay: &Giay, one: &MotDoan, cho: &Range<usize>) -> Option<DaiNet> {
    rong(giay, one, cho).map(DaiNet::Mm)
}

/// Of a paragraph's edge: what its indents leave of its cell, or of the page.
pub(super) fn vien(giay: &Giay, one: &MotDoan) -> Option<DaiNet> {
    cho_rong(giay, one).map(|left| DaiNet::Mm(mm(left)))
}

/// What the indents of a paragraph leave of its cell, or of the page (twips).
fn cho_rong(giay: &Giay, one: &MotDoan) -> Option<i32> {
    let room = match giay.word.rong_o(one.doan) {
        Some(cell) => cell,
        None if one.trong_bang || one.dang.trong_khung => return None,
        None => giay.word.phan_trang.get(one.phan).and_then(rong_trang)?,
    };
    let left = room.saturating_sub(one.dang.thut.trai).saturating_sub(one.dang.thut.phai);
    (left > 0).then_some(left)
}

fn mm(twips: i32) -> f64 {
    f64::from(twips) * MM_MOI_TWIP
}

fn rong_trang(trang: &PhanTrang) -> Option<i32> {
    let one_column = trang.cot.so.is_none_or(|so| so < 2);
    let inside = trang.rong?.saturating_sub(trang.le.trai?).saturating_sub(trang.le.phai?);
    one_column.then_some(inside)
}

/// How long letters are on one line, in mm; none in another face than the decree's.
fn rong(giay: &Giay, one: &MotDoan, cho: &Range<usize>) -> Option<f64> {
    rong_neu(giay, one, cho, |_| true)
}

fn rong_neu(
    giay: &Giay,
    one: &MotDoan,
    cho: &Range<usize>,
    tinh: impl Fn(&DangChu) -> bool,
) -> Option<f64> {
    let trim = one.chu.get(cho.clone())?;
    let start = cho.start.saturating_add(trim.len().saturating_sub(trim.trim_start().len()));
    let end = start.saturating_add(trim.trim().len());
    let mut at = one.chu.len().saturating_sub(one.doan.chu.len());
    let mut sum = 0.0;
    for (text, look) in &one.dang.chu {
        let from = start.max(at).saturating_sub(at);
        let to = end.min(at.saturating_add(text.len())).saturating_sub(at);
        at = at.saturating_add(text.len());
        let Some(shown) = text.get(from..to).filter(|shown| !shown.is_empty()) else { continue };
        if !do_duoc(look) {
            return None;
        }
        if tinh(look) {
            let shown = if look.hoa { shown.to_uppercase() } else { shown.to_owned() };
            sum += giay.fonts.width_mm(&shown, Face::of(look.dam, look.nghieng), pt(look.co));
        }
    }
    (sum > 0.0).then_some(sum)
}

/// Letters whose widths are known.
fn do_duoc(look: &DangChu) -> bool {
    let known = |face: &Option<String>| {
        face.as_deref().is_some_and(|face| matches!(face, "Times New Roman" | "Liberation Serif"))
    };
    known(&look.phong) && known(&look.phong_dau) && !look.hoa_nho && look.do_cao == DoCao::Thuong
}

#[cfg(test)]
mod tests {
    use super::cac_hang;

    /// A subject of a line and a half: no rule line is as long as a third of both together.
    #[test]
    fn letters_that_do_not_fit_on_a_line_are_several() {
        assert_eq!(cac_hang(240.0, Some(160.0)), (80.0, 160.0));
        assert_eq!(cac_hang(100.0, Some(160.0)), (100.0, 100.0));
        assert_eq!(cac_hang(100.0, None), (100.0, 100.0));
    }
}
