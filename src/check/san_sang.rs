//! What concerns every text of a file: characters that can't be printed, and blanks left to fill.

use std::collections::BTreeSet;

use super::doc::Doc;
use crate::model::Fault;
use crate::yaml::Node;

/// Signs of text that someone meant to come back to.
const CHO_TRONG: &[&str] = &["....", "……", "[...]", "[…]", "XXX", "TODO", "(ghi ", "???", "___"];

/// Every character must be in the fonts, and none may be a control character; each kind of character
/// is reported once.
pub fn ky_tu(doc: &mut Doc<'_>, root: &Node, co_chu: &dyn Fn(char) -> bool) {
    let mut seen = BTreeSet::new();
    for (text, span) in root.texts() {
        for c in text.chars().filter(|c| !matches!(c, '\n' | '\t')) {
            let fault = if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{feff}') {
                Fault::new("control-character", format!("có ký tự điều khiển ẩn {}", ma(c)))
                    .hint("xoá ký tự ấy đi")
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

fn ma(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// Placeholders: a paper with one isn't ready to be signed.
pub fn cho_trong(doc: &mut Doc<'_>, root: &Node) {
    for (text, span) in root.texts() {
        let whole = ["...", "…", "?"].into_iter().find(|p| text.trim() == *p);
        let part = CHO_TRONG.iter().copied().find(|p| text.contains(p));
        if let Some(words) = whole.or(part) {
            let fault = Fault::new("not-ready", format!("còn chỗ chờ ghi: “{}”", words.trim()));
            doc.warn(fault.hint("ghi nội dung vào trước khi trình ký").words(words), span);
        }
    }
}
