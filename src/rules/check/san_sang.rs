//! Sẵn sàng: blanks left to fill, in every text of a file.

use super::doc::Doc;
use crate::model::Fault;
use crate::model::o_tron::{MO, cac_o};
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

/// Placeholders: a paper with one isn't ready to be signed.
pub fn cho_trong(doc: &mut Doc<'_>, root: &Node) {
    let texts = root.texts();
    if let Some((fault, span)) = texts.iter().find_map(|(text, span)| Some((o_tron(text)?, *span)))
    {
        doc.warn(fault, span);
    }
    for (text, span) in texts {
        if let Some(fault) = cho_trong_o(text) {
            doc.warn(fault, span);
        }
    }
}

/// The first place of a text that a list is to fill: as it stands it would be printed as it was typed.
pub fn o_tron(text: &str) -> Option<Fault> {
    let first = text.contains(MO).then(|| cac_o(text).into_iter().next()).flatten()?;
    let (words, message, hint) = match first {
        Ok(o) => (
            text.get(o.tu..o.den).unwrap_or(MO),
            format!(
                "“{{{{{}}}}}” là chỗ của một cột trong danh sách: văn bản này là mẫu để trộn",
                o.ten
            ),
            "trộn với danh sách bằng lệnh: vanthu merge TEP.yaml DANH_SACH.xlsx",
        ),
        Err(_) => (
            MO,
            "“{{” không có “}}” đóng trên cùng dòng".to_owned(),
            "ghi tên cột giữa hai cặp ngoặc, ví dụ {{Họ và tên}}; không phải mẫu để trộn thì bỏ các dấu ấy",
        ),
    };
    Some(Fault::new("merge-field", message).hint(hint).words(words))
}

/// The first placeholder of a text.
pub fn cho_trong_o(text: &str) -> Option<Fault> {
    let whole = ["...", "…", "?"].into_iter().find(|p| text.trim() == *p);
    let may = co_the_cho(text);
    let mut signs = CHO_TRONG.iter().copied().filter(|_| may);
    let part = signs.find(|p| text.contains(p));
    let words = whole.or(part).or_else(|| ba_cham(text))?;
    let fault = Fault::new("not-ready", format!("còn chỗ chờ ghi: “{}”", words.trim()));
    Some(fault.hint("ghi nội dung vào trước khi trình ký").words(words))
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
