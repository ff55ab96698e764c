//! Ký tự: what may stand on a paper, in every text that comes onto one: characters that nobody sees or no face has
//! are told, each kind once a file.

use std::collections::BTreeSet;

use super::doc::Doc;
use crate::model::Fault;
use crate::reading::yaml::Node;

/// Whether the fonts have a character.
pub type CoChu<'a> = &'a dyn Fn(char) -> bool;

/// Characters that nobody sees: they came along with copied text, and some turn its order around.
const AN: &[(std::ops::RangeInclusive<char>, &str)] = &[
    ('\u{ad}'..='\u{ad}', "dấu nối ẩn"),
    ('\u{34f}'..='\u{34f}', "dấu ghép chữ ẩn"),
    ('\u{200b}'..='\u{200b}', "dấu cách không có bề rộng"),
    ('\u{200c}'..='\u{200d}', "dấu nối chữ ẩn"),
    ('\u{200e}'..='\u{200f}', "dấu đổi chiều chữ"),
    ('\u{202a}'..='\u{202e}', "dấu đổi chiều chữ"),
    ('\u{2060}'..='\u{2064}', "dấu ghép từ ẩn"),
    ('\u{2066}'..='\u{2069}', "dấu đổi chiều chữ"),
    ('\u{feff}'..='\u{feff}', "dấu đầu tệp"),
    ('\u{fffc}'..='\u{fffc}', "chỗ của một hình hay một ô bị bỏ lại khi chép"),
    ('\u{e000}'..='\u{f8ff}', "ký tự riêng của một phông chữ khác"),
];

/// The faults of a file's values.
pub fn kiem(doc: &mut Doc<'_>, root: &Node, co_chu: CoChu<'_>) {
    let mut seen = BTreeSet::new();
    for (text, span) in root.texts() {
        for fault in trong_chu(text, co_chu, &mut seen) {
            doc.fault(fault, span);
        }
    }
}

/// A text as it may be printed, though it was taken before there was this judgement: a mark with the number of each
/// character that may not stand on a paper. None if all may.
pub fn thay_ky_tu_la(text: &str, co_chu: CoChu<'_>) -> Option<String> {
    let mut seen = BTreeSet::new();
    trong_chu(text, co_chu, &mut seen);
    let bad = |c: char| seen.contains(&c) && chu_khac(c).is_none();
    let mark = |c: char| if bad(c) { format!("[{}]", ma(c)) } else { c.to_string() };
    text.chars().any(bad).then(|| text.chars().map(mark).collect())
}

/// The faults of a text; a character in `seen` has been told.
pub fn trong_chu(text: &str, co_chu: CoChu<'_>, seen: &mut BTreeSet<char>) -> Vec<Fault> {
    let plain = |c: char| matches!(c, '\n' | '\t') || (thuong(c) && co_chu(c));
    let mut out = Vec::new();
    let mut before = ' ';
    for c in text.chars() {
        let last = std::mem::replace(&mut before, c);
        if plain(c) {
            continue;
        }
        if let Some(fault) = mot_ky_tu(c, last, co_chu)
            && seen.insert(c)
        {
            out.push(fault.words(c.to_string()));
        }
    }
    out
}

/// Whether a character may stand on no paper, whatever is beside it and whatever the faces have.
pub fn khong_in(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
        || matches!(c, '\u{fffe}' | '\u{ffff}')
        || AN.iter().any(|(range, _)| range.contains(&c))
}

/// What is wrong with a character behind `last`.
fn mot_ky_tu(c: char, last: char, co_chu: CoChu<'_>) -> Option<Fault> {
    if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{feff}') {
        let fault = Fault::new("control-character", format!("có ký tự điều khiển ẩn {}", ma(c)));
        return Some(fault.hint("xoá ký tự ấy đi"));
    }
    let hidden = AN.iter().find(|(range, _)| range.contains(&c)).map(|(_, ten)| *ten);
    let lone = dau_ghep(c) && !last.is_alphabetic() && !dau_ghep(last);
    if let Some(ten) = hidden.or(lone.then_some("dấu thanh không đứng trên chữ nào")) {
        let fault = Fault::new("hidden-character", format!("có ký tự ẩn {} ({ten})", ma(c)));
        return Some(
            fault.hint("xoá ký tự ấy rồi gõ lại chỗ này; ký tự ẩn thường lọt vào khi chép dán"),
        );
    }
    if let Some(chu) = chu_khac(c).filter(|_| last.is_ascii_alphabetic() || vietnamese(last)) {
        let message = format!("chữ “{c}” ({}) là chữ {chu}, trông giống chữ Việt", ma(c));
        let fault = Fault::new("look-alike", message);
        return Some(
            fault.hint("xoá chữ ấy rồi gõ lại; tìm chữ trong văn bản sẽ không thấy từ có chữ ấy"),
        );
    }
    if co_chu(c) {
        return None;
    }
    let fault = Fault::new("missing-glyph", format!("phông chữ không có ký tự “{c}” ({})", ma(c)));
    Some(fault.hint("xoá, hoặc thay bằng chữ khác; ký tự lạ thường lọt vào khi chép dán"))
}

/// A mark that stands on the letter before it.
fn dau_ghep(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// A letter of another script that has twins among the Latin ones.
fn chu_khac(c: char) -> Option<&'static str> {
    match c {
        '\u{370}'..='\u{3ff}' => Some("Hy Lạp"),
        '\u{400}'..='\u{52f}' => Some("Nga"),
        _ => None,
    }
}

fn vietnamese(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{1b0}' | '\u{1ea0}'..='\u{1ef9}')
}

/// Neither hidden nor a mark nor of another script: told by a few numbers, as nearly all of a text is.
fn thuong(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{ae}'..='\u{2ff}' | '\u{530}'..='\u{1fff}')
}

fn ma(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        trong_chu(text, &|c| c != '中', &mut BTreeSet::new()).iter().map(|f| f.code).collect()
    }

    #[test]
    fn what_nobody_sees_or_no_face_has_is_told() {
        for (text, code) in [
            ("a\u{202e}b", "hidden-character"),
            ("a\u{fffc}b", "hidden-character"),
            ("a\u{34f}b", "hidden-character"),
            ("dấu \u{301} rời", "hidden-character"),
            ("Hội đồng nhâ\u{43d} dân", "look-alike"),
            ("a\u{7}b", "control-character"),
            ("chữ 中", "missing-glyph"),
        ] {
            assert_eq!(codes(text), [code], "{text:?}");
        }
    }

    /// Letters of other languages of the country carry marks; Greek and Russian words are words.
    #[test]
    fn letters_with_marks_and_words_of_other_languages_are_left_alone() {
        for text in ["ơ\u{306} Ê Đê", "hệ số α = 0,5", "Москва", "km² và m³, 5 μm"]
        {
            assert_eq!(codes(text), [""; 0], "{text}");
        }
    }
}
