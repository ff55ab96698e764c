//! A text that was meant to stand under `|` or `>` and stands beside it: not indented, on the sign's own line,
//! or under a key that lacks the sign. Whoever pastes a body from Word does one of these first.

use super::dau_dong::{Dong, cac_dong, thut};
use super::dong::chua_thut;
use crate::diagnostic::Diagnostic;
use crate::reading::source::TepNguon;

/// The first such text. What comes after it in the file is not what it seems, so nothing else is told.
pub fn loi(tep: &TepNguon) -> Option<Diagnostic> {
    let lines = cac_dong(&tep.text);
    let raw: Vec<&str> = tep.text.lines().collect();
    lines.iter().find_map(|line| cung_dong(tep, line).or_else(|| khong_thut(tep, line, &raw)))
}

/// Text behind the sign: `trich_yeu: > Lịch tiếp công dân`.
fn cung_dong(tep: &TepNguon, line: &Dong<'_>) -> Option<Diagnostic> {
    let key = line.ten_muc()?;
    let (start, value) = line.gia_tri();
    let sign = value.chars().next().filter(|c| matches!(c, '|' | '>'))?;
    let text = value
        .trim_start_matches(|c: char| matches!(c, '|' | '>' | '+' | '-') || c.is_ascii_digit());
    // A comment stands behind two spaces or more; behind one it may be a head of the body.
    let text = text.trim_end();
    let comment = text.starts_with("  ") && text.trim_start().starts_with('#');
    if text.is_empty() || comment {
        return None;
    }
    let message = format!("sau “{key}: {sign}” còn chữ ở cùng dòng");
    let hint = if sign == '>' && !text.starts_with(' ') {
        format!("nội dung mở đầu bằng dấu > thì đặt trong hai dấu nháy đơn: {key}: '…'")
    } else {
        format!(
            "nội dung một dòng thì bỏ dấu {sign}: “{key}: …”; nội dung nhiều dòng thì xuống dòng ngay sau “{key}: |” và \
             thụt mỗi dòng vào 2 dấu cách"
        )
    };
    let at = tep.place(line.so, start.saturating_add(1));
    Some(Diagnostic::error("yaml-syntax", message).hint(hint).at(at))
}

/// Text on the lines below the sign that isn't indented.
fn khong_thut(tep: &TepNguon, line: &Dong<'_>, raw: &[&str]) -> Option<Diagnostic> {
    line.ten_muc().filter(|_| line.mo_doan())?;
    let below = (line.so.saturating_add(1)..).zip(raw.get(line.so..)?.iter().copied());
    let mut below = below.filter(|(_, text)| !text.trim().is_empty());
    let (so, first) = below.next()?;
    if thut(first) > line.bac() {
        return None;
    }
    // Lines that begin with # may be heads of the text or comments between keys: what follows them tells.
    let mut all = std::iter::once((so, first)).chain(below);
    let (so_chu, text) = all.find(|(_, text)| !text.trim_start().starts_with('#'))?;
    let next = Dong { so: so_chu, thut: thut(text), chu: text.trim_matches(' ') };
    let ends = matches!(next.chu, "---" | "...")
        || next.thut < line.bac() && (next.la_phan_tu() || next.co_khoa())
        || next.ten_muc().is_some() && !next.la_phan_tu();
    (!ends).then(|| chua_thut(line).at(tep.place(so, thut(first).saturating_add(1))))
}

/// Why the library failed at a line, if that is in a text whose first line stands deeper than it.
pub fn thut_lech(tep: &TepNguon, line: usize) -> Option<Diagnostic> {
    let lines = cac_dong(&tep.text);
    let block = lines.iter().rev().find(|d| d.so < line).filter(|d| d.mo_doan())?;
    let key = block.ten_muc()?;
    let failed = tep.text.lines().nth(line.saturating_sub(1))?;
    let thut = thut(failed);
    (thut > block.bac()).then(|| {
        let message =
            format!("lời văn của mục “{key}” thụt không đều: dòng đầu thụt sâu hơn dòng này");
        Diagnostic::error("yaml-syntax", message)
            .hint(format!("thụt mọi dòng dưới “{key}: |” vào đúng 2 dấu cách"))
            .at(tep.place(line, thut.saturating_add(1)))
    })
}

/// Why the library failed at a line, if that is in a text of several lines whose key has no sign.
pub fn thieu_dau(tep: &TepNguon, line: usize) -> Option<Diagnostic> {
    let all: Vec<(usize, &str)> = (1..).zip(tep.text.lines()).collect();
    // The library may give up only behind the text.
    let upto = all.get(..line.min(all.len()))?;
    let at = upto.iter().rposition(|(_, text)| thut(text) > 0 && !text.trim().is_empty())?;
    let near = at.saturating_add(2) >= upto.len();
    let failed = all.get(at).filter(|_| near)?;
    let above = all.get(..at)?.iter().rev();
    let (so, text) = above.clone().find(|(_, text)| {
        !text.trim().is_empty()
            && thut(text) < thut(failed.1)
            && !text.trim_start().starts_with('#')
    })?;
    let khoa = Dong { so: *so, thut: thut(text), chu: text.trim_matches(' ') };
    let key = khoa.ten_muc().filter(|_| khoa.mo_nhom())?;
    let mut under = all.iter().skip(*so).filter(|(_, text)| !text.trim().is_empty());
    let (so, first) = under.next()?;
    let prose = |text: &str| {
        let dong = Dong { so: 0, thut: 0, chu: text.trim() };
        // `1. Các phòng gửi báo cáo: trước ngày 25` has no key before its colon.
        let key = dong.ten_muc().filter(|key| !key.contains([' ', '\u{a0}']));
        key.is_none() && !dong.la_phan_tu()
    };
    let mut words = std::iter::once(first).chain(under.map(|(_, text)| text));
    let text = words.find(|text| !text.trim_start().starts_with('#'))?;
    prose(text).then(|| thieu_gach(key).at(tep.place(*so, thut(first).saturating_add(1))))
}

/// What to do about a text of several lines without the sign.
fn thieu_gach(key: &str) -> Diagnostic {
    let message = format!("lời văn nhiều dòng mà sau “{key}:” thiếu dấu |");
    let hint = format!("thêm dấu | sau “{key}:”, thành “{key}: |”");
    Diagnostic::error("yaml-syntax", message).hint(hint)
}
