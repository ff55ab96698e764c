//! Lines that YAML takes for something else than the clerk meant: a list's dash without its space, a
//! key without its colon, text that isn't indented. The library complains further down, or not at all.
//!
//! Only what can be no good YAML is reported; text under `>-` and `|` and inside quotes is left alone.

use super::dau_dong::{Dong, cac_dong, la_ten_muc};
use crate::diagnostic::Diagnostic;
use crate::reading::source::TepNguon;

const TEN_MUC: &str = "viết “tên_mục: nội dung”, sau dấu hai chấm có một dấu cách";

/// All suspicious lines, in the order of the file.
pub fn loi(tep: &TepNguon) -> Vec<Diagnostic> {
    let lines = cac_dong(&tep.text);
    let mut found = Vec::new();
    // Of the lines before those that may stand beside a later one: of two, the later if it isn't deeper. So a list of
    // any length leaves one.
    let mut before: Vec<&Dong<'_>> = Vec::new();
    let mut last: Option<&Dong<'_>> = None;
    for line in &lines {
        // What stands deeper than a line that holds text may be the rest of that text.
        if let Some(above) = last.filter(|d| !d.mo_nhom() && line.thut > d.bac()) {
            found.extend(
                gach_bi_noi(line, above)
                    .map(|fault| fault.at(tep.place(line.so, line.thut.saturating_add(1)))),
            );
            continue;
        }
        let beside = before.iter().rev().find(|d| d.bac() <= line.thut).copied();
        if let Some((column, fault)) = loi_dong(line, last, beside) {
            found.push(fault.at(tep.place(line.so, column)));
        }
        while before.last().is_some_and(|above| above.bac() >= line.bac()) {
            before.pop();
        }
        before.push(line);
        last = Some(line);
    }
    found
}

/// What is wrong with a line that begins something new, and at which column.
fn loi_dong(
    line: &Dong<'_>,
    last: Option<&Dong<'_>>,
    beside: Option<&Dong<'_>>,
) -> Option<(usize, Diagnostic)> {
    let at = line.thut.saturating_add(1);
    if let Some((message, hint)) = gach_dau_dong(line.chu) {
        return Some((at, loi_viet(message, hint)));
    }
    let (start, text) = line.sau_gach();
    if let Some((len, message)) = hai_cham(text) {
        let column = start.saturating_add(len).saturating_add(1);
        return Some((column, loi_viet(message, TEN_MUC)));
    }
    if line.co_khoa() || line.la_phan_tu() || text.starts_with(['[', '{', ']', '}', '\'', '"']) {
        return None;
    }
    if let Some(above) = last.filter(|d| d.mo_doan() && line.thut <= d.bac()) {
        return Some((at, chua_thut(above)));
    }
    if last.is_some_and(|d| d.la_phan_tu() && d.thut == line.thut) {
        let message = "dòng này nằm trong danh sách mà không có dấu “- ” ở đầu";
        let hint = "thêm “- ” ở đầu dòng; nếu là lời văn của mục khác thì ghi tên mục ấy ở dòng trên, ví dụ “noi_dung: |”";
        return Some((at, loi_viet(message, hint)));
    }
    // Beside keys there can be only keys.
    beside.filter(|d| d.bac() == line.thut && d.co_khoa())?;
    let word = text.split(' ').next().unwrap_or_default();
    let named = la_ten_muc(word) && (word.contains('_') || word.len() < text.len());
    Some(if named {
        let column = at.saturating_add(word.chars().count());
        (column, loi_viet(&format!("sau tên mục “{word}” thiếu dấu hai chấm"), TEN_MUC))
    } else {
        let message = "dòng này không có dạng “tên_mục: nội dung”";
        let hint = match last.filter(|d| !d.mo_nhom()).and_then(Dong::ten_muc) {
            Some(key) => format!(
                "nếu là phần tiếp của “{key}” thì thụt vào 2 dấu cách; nếu là mục mới thì thêm tên mục và dấu hai chấm"
            ),
            None => {
                "thêm tên mục và dấu hai chấm; nếu là phần tiếp của dòng trên thì thụt vào sâu hơn"
                    .to_owned()
            }
        };
        (at, loi_viet(message, &hint))
    })
}

/// Text that was meant to stand under `|` or `>`.
pub fn chua_thut(above: &Dong<'_>) -> Diagnostic {
    match above.khoa() {
        Some(key) => loi_viet(
            &format!("lời văn của mục “{key}” chưa thụt vào"),
            &format!("thụt mọi dòng dưới “{key}:” vào 2 dấu cách, kể cả dòng có dấu # hoặc dấu -"),
        ),
        None => loi_viet(
            "lời văn sau dấu “>-” hoặc “|” chưa thụt vào",
            "thụt mọi dòng của lời văn vào 2 dấu cách, sâu hơn dòng ở trên",
        ),
    }
}

/// What it says of such an item; what is read after that is not what it seems.
pub const BI_NOI: &str =
    "dấu “- ” ở đây thụt vào sâu hơn dòng trên nên cả dòng bị nối vào dòng trên";

/// An item that stands deeper than the text above it is a part of that text, dash and all.
fn gach_bi_noi(line: &Dong<'_>, above: &Dong<'_>) -> Option<Diagnostic> {
    let words = line.chu.strip_prefix("- ")?;
    if !words.starts_with(char::is_alphabetic)
        || above.gia_tri().1.starts_with(['\'', '"', '[', '{'])
    {
        return None;
    }
    let message = BI_NOI;
    Some(if above.la_phan_tu() && !above.co_khoa() {
        loi_viet(message, "các phần tử của một danh sách thụt vào bằng nhau")
    } else {
        let key = above.khoa().unwrap_or_default();
        let hint = format!(
            "là danh sách thì xuống dòng ngay sau “{key}:”, mỗi dòng mở đầu bằng “- ”; là lời văn thì ghi “{key}: |” rồi xuống dòng"
        );
        loi_viet(message, &hint)
    })
}

fn loi_viet(message: &str, hint: &str) -> Diagnostic {
    Diagnostic::error("yaml-syntax", message).hint(hint)
}

/// A mark that was meant to begin an item of a list.
fn gach_dau_dong(text: &str) -> Option<(&'static str, &'static str)> {
    const HINT: &str = "mở đầu mỗi phần tử bằng dấu trừ và một dấu cách: “- ”";
    let after = |mark: char| text.strip_prefix(mark)?.chars().next();
    if after('-').is_some_and(char::is_alphabetic) {
        return Some(("sau dấu “-” đầu dòng thiếu một dấu cách", HINT));
    }
    let mark =
        ['–', '—', '−', '‒', '•', '·', '+', '*'].into_iter().find(|m| after(*m).is_some())?;
    let listed = matches!(after(mark), Some(' ' | '\u{a0}')) || !matches!(mark, '+' | '*');
    listed.then_some(("phần tử của danh sách mở đầu bằng một dấu không phải dấu trừ", HINT))
}

/// A key whose colon lacks its space or is the wide one: how many characters come before the colon.
fn hai_cham(text: &str) -> Option<(usize, &'static str)> {
    let end = text.find([':', '：'])?;
    let (key, rest) = text.split_at_checked(end)?;
    let wide = rest.starts_with('：');
    let next = rest.chars().nth(1);
    let glued = next.is_some_and(|c| c != ' ' && c != '/');
    let len = key.chars().count();
    match la_ten_muc(key.trim_end()) {
        true if wide => Some((len, "dấu hai chấm ở đây là dấu hai chấm rộng “：” của bộ gõ khác")),
        true if next == Some(':') => Some((len.saturating_add(1), "thừa một dấu hai chấm")),
        true if next == Some('\t') => {
            Some((len, "sau dấu hai chấm là phím Tab, không phải dấu cách"))
        }
        true if next == Some('\u{a0}') => Some((
            len,
            "sau dấu hai chấm là dấu cách không ngắt dòng chép từ Word, không phải dấu cách thường",
        )),
        true if glued => Some((len, "sau dấu hai chấm thiếu một dấu cách")),
        _ => None,
    }
}
