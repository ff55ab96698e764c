//! Values that begin or hold a sign which YAML keeps for itself: what the library then says, or silently
//! leaves out, is put in the clerk's words.

use super::dau_dong::{Dong, cac_dong};
use crate::diagnostic::Diagnostic;
use crate::reading::source::TepNguon;

const NHAY: &str = "đặt cả nội dung trong hai dấu nháy đơn: '…'";

/// Why the library failed at a line, if its value begins with such a sign.
pub fn loi_cu_phap(tep: &TepNguon, line: usize) -> Option<Diagnostic> {
    let lines = cac_dong(&tep.text);
    let (start, value) = lines.iter().find(|d| d.so == line)?.gia_tri();
    let message = match value.chars().next()? {
        '[' if thua_sau(value, ']') => {
            "nội dung mở đầu bằng dấu ngoặc nên bị hiểu là một danh sách"
        }
        '{' if thua_sau(value, '}') => "nội dung mở đầu bằng dấu ngoặc nên bị hiểu là một nhóm mục",
        '*' => "nội dung bắt đầu bằng dấu “*”",
        '&' => "nội dung bắt đầu bằng dấu “&”",
        _ => return None,
    };
    let place = tep.place(line, start.saturating_add(1));
    Some(Diagnostic::error("yaml-syntax", message).hint(NHAY).at(place))
}

/// Whether words follow the closing bracket.
fn thua_sau(value: &str, closing: char) -> bool {
    let after = value.split_once(closing).map(|(_, after)| after.trim_start());
    after.is_some_and(|words| !words.is_empty() && !words.starts_with(['#', ',']))
}

/// What the library left out without a word: text after a `#`, and a name after `&`.
pub fn mat_chu(tep: &TepNguon) -> Vec<Diagnostic> {
    cac_dong(&tep.text)
        .iter()
        .filter_map(|line| sau_dau_thang(tep, line).or_else(|| ten_neo(tep, line)))
        .collect()
}

/// A comment stands behind two spaces: `nội dung  # lời ghi chú`. Behind one it may well be text that is cut.
fn sau_dau_thang(tep: &TepNguon, line: &Dong<'_>) -> Option<Diagnostic> {
    if line.gia_tri().1.starts_with(['\'', '"', '>', '|', '[', '{']) {
        return None;
    }
    let (at, _) = line.chu.match_indices(" #").next()?;
    let (before, comment) = line.chu.split_at_checked(at.saturating_add(1))?;
    if comment.trim_matches(['#', ' ']).is_empty() || before.ends_with("  ") {
        return None;
    }
    let column = line.thut.saturating_add(before.chars().count()).saturating_add(1);
    let message = format!("từ dấu “#” là lời ghi chú nên không in ra: “{comment}”");
    let hint = "muốn in ra thì đặt cả nội dung trong hai dấu nháy đơn: '…'; đúng là ghi chú thì để \
                hai dấu cách trước dấu #";
    Some(Diagnostic::warning("cut-by-hash", message).hint(hint).at(tep.place(line.so, column)))
}

/// `&tên` at the start of a value names it for `*tên`; if nothing asks for it, it was text.
fn ten_neo(tep: &TepNguon, line: &Dong<'_>) -> Option<Diagnostic> {
    let (start, value) = line.gia_tri();
    let name = value.strip_prefix('&')?.split(' ').next().unwrap_or_default();
    if name.is_empty() || tep.text.contains(&format!("*{name}")) {
        return None;
    }
    let message = format!("chữ “&{name}” ở đầu nội dung không được in ra");
    let place = tep.place(line.so, start.saturating_add(1));
    Some(Diagnostic::error("yaml-syntax", message).hint(NHAY).at(place))
}
