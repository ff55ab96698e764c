//! What concerns every text of a file: characters that can't be printed, and blanks left to fill.

use std::collections::BTreeSet;

use super::doc::Doc;
use crate::model::Fault;
use crate::reading::yaml::Node;

/// Signs of text that someone meant to come back to.
const CHO_TRONG: &[&str] = &[
    "....",
    "……",
    "[...]",
    "[…]",
    "XXX",
    "TODO",
    "(ghi ",
    "???",
    "___",
    "[ghi",
    "[điền",
    "[tên",
    "[họ ",
    "[số",
    "[ngày",
    "[nội dung",
    "[chưa",
    "<ghi",
    "(điền ",
];

/// Characters that nobody sees: they came along with copied text, and some turn its order around.
const AN: &[(std::ops::RangeInclusive<char>, &str)] = &[
    ('\u{ad}'..='\u{ad}', "dấu nối ẩn"),
    ('\u{200b}'..='\u{200b}', "dấu cách không có bề rộng"),
    ('\u{200c}'..='\u{200d}', "dấu nối chữ ẩn"),
    ('\u{200e}'..='\u{200f}', "dấu đổi chiều chữ"),
    ('\u{202a}'..='\u{202e}', "dấu đổi chiều chữ"),
    ('\u{2060}'..='\u{2064}', "dấu ghép từ ẩn"),
    ('\u{2066}'..='\u{2069}', "dấu đổi chiều chữ"),
    ('\u{feff}'..='\u{feff}', "dấu đầu tệp"),
    ('\u{e000}'..='\u{f8ff}', "ký tự riêng của một phông chữ khác"),
];

/// Every character must be in the fonts, and none may be a control character; each kind of character
/// is reported once.
pub fn ky_tu(doc: &mut Doc<'_>, root: &Node, co_chu: &dyn Fn(char) -> bool) {
    let mut seen = BTreeSet::new();
    for (text, span) in root.texts() {
        let plain = |c: char| matches!(c, '\n' | '\t') || (thuong(c) && co_chu(c));
        for c in text.chars().filter(|c| !plain(*c)) {
            let fault = if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{feff}') {
                Fault::new("control-character", format!("có ký tự điều khiển ẩn {}", ma(c)))
                    .hint("xoá ký tự ấy đi")
            } else if let Some((_, ten)) = AN.iter().find(|(range, _)| range.contains(&c)) {
                Fault::new("hidden-character", format!("có ký tự ẩn {} ({ten})", ma(c)))
                    .hint("xoá ký tự ấy rồi gõ lại chỗ này; ký tự ẩn thường lọt vào khi chép dán")
            } else if !co_chu(c) {
                Fault::new("missing-glyph", format!("phông chữ không có ký tự “{c}” ({})", ma(c)))
                    .hint("xoá, hoặc thay bằng chữ khác; ký tự lạ thường lọt vào khi chép dán")
            } else {
                continue;
            };
            if seen.insert(c) {
                doc.fault(fault.words(c.to_string()), span);
            }
        }
    }
}

/// Neither hidden nor a control character: told by two numbers, as nearly all of a text is.
fn thuong(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{ae}'..='\u{1fff}')
}

fn ma(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// Placeholders: a paper with one isn't ready to be signed.
pub fn cho_trong(doc: &mut Doc<'_>, root: &Node) {
    for (text, span) in root.texts() {
        let whole = ["...", "…", "?"].into_iter().find(|p| text.trim() == *p);
        let may = co_the_cho(text);
        let mut signs = CHO_TRONG.iter().copied().filter(|_| may);
        let part = signs.find(|p| text.contains(p));
        if let Some(words) = whole.or(part).or_else(|| ba_cham(text)) {
            let fault = Fault::new("not-ready", format!("còn chỗ chờ ghi: “{}”", words.trim()));
            doc.warn(fault.hint("ghi nội dung vào trước khi trình ký").words(words), span);
        }
    }
}

/// Whether a text has a letter or a sign that each of [`CHO_TRONG`] has: most have none.
fn co_the_cho(text: &str) -> bool {
    let sign = |b: u8| matches!(b, b'[' | b'<' | b'(' | b'_' | b'?' | b'X' | b'O');
    text.bytes().fold(false, |found, b| found | sign(b))
        || text.contains("...")
        || text.contains('…')
}

/// Dots in the place of a word: `năm ...`. After a comma they mean "and so on".
fn ba_cham(text: &str) -> Option<&'static str> {
    ["...", "…"].into_iter().find(|dots| {
        text.match_indices(dots).any(|(at, _)| {
            let before = text.get(..at).unwrap_or_default();
            before.is_empty()
                || before.trim_end_matches(' ').len() < before.len()
                    && !before.trim_end().ends_with([',', ';'])
        })
    })
}
