//! Gấp: words made comparable. Each word has two forms: bare, without marks, and exact, where the tone stands at the end
//! so that `hoà` and `hòa`, `uỷ` and `ủy` are one word.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Grave, acute, tilde, hook above, dot below.
const THANH: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
/// Stand for them at the end of a word: letters that no text has and that FTS5 takes for letters.
const DAU_THANH: [char; 5] = ['\u{e000}', '\u{e001}', '\u{e002}', '\u{e003}', '\u{e004}'];

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tu {
    /// Where it stands, in bytes.
    pub tu: usize,
    pub den: usize,
    /// `hoi`.
    pub tran: String,
    /// `hôi` with its tone behind.
    pub dung: String,
}

impl Tu {
    /// Whether it has a mark that the bare form lacks.
    pub fn co_dau(&self) -> bool {
        self.tran != self.dung
    }
}

/// The words of a text, one after the other.
pub fn cac_tu(text: &str) -> impl Iterator<Item = Tu> + '_ {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (tu, _) = chars.by_ref().find(|(_, c)| c.is_alphanumeric())?;
        let mut den = text.len();
        while let Some((at, c)) = chars.peek().copied() {
            if !c.is_alphanumeric() && !is_combining_mark(c) {
                den = at;
                break;
            }
            chars.next();
        }
        let word = text.get(tu..den).unwrap_or_default();
        Some(Tu { tu, den, tran: tran(word), dung: dung(word) })
    })
}

/// A text without marks, in small letters: `Hội nghị` → `hoi nghi`.
pub fn gap(text: &str) -> String {
    cac_tu(text).map(|tu| tu.tran).collect::<Vec<_>>().join(" ")
}

/// Both forms of a text's words, each a text of its own.
pub fn hai_dang(text: &str) -> (String, String) {
    let (mut bare, mut exact) = (String::with_capacity(text.len()), String::new());
    for tu in cac_tu(text) {
        for (form, word) in [(&mut bare, &tu.tran), (&mut exact, &tu.dung)] {
            if !form.is_empty() {
                form.push(' ');
            }
            form.push_str(word);
        }
    }
    (bare, exact)
}

/// Letters of ASCII have one form; a number is the same with zeros before it or without.
fn thuong(word: &str) -> Option<String> {
    if word.bytes().all(|b| b.is_ascii_digit()) {
        let bare = word.trim_start_matches('0');
        return Some(if bare.is_empty() { "0" } else { bare }.to_owned());
    }
    word.is_ascii().then(|| word.to_ascii_lowercase())
}

fn tran(word: &str) -> String {
    if let Some(plain) = thuong(word) {
        return plain;
    }
    let small = word.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    small.map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

fn dung(word: &str) -> String {
    if let Some(plain) = thuong(word) {
        return plain;
    }
    let mut tone = None;
    let rest: String = word
        .nfd()
        .filter(|c| match THANH.iter().position(|thanh| thanh == c) {
            Some(at) => {
                tone = DAU_THANH.get(at);
                false
            }
            None => true,
        })
        .flat_map(char::to_lowercase)
        .collect();
    rest.nfc().chain(tone.copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dung_cua(text: &str) -> Vec<String> {
        cac_tu(text).map(|tu| tu.dung).collect()
    }

    /// Old and new ways of setting the tone, letters composed or not: a paper is found however it was typed.
    #[test]
    fn one_word_written_two_ways_is_one_word() {
        assert_eq!(dung_cua("Hoà UỶ thuý"), dung_cua("hòa ủy thúy"));
        let apart: String = "Hội nghị".nfd().collect();
        assert_eq!(dung_cua(&apart), dung_cua("hội nghị"));
        assert_ne!(dung_cua("hội"), dung_cua("hơi"));
        assert_ne!(dung_cua("hội"), dung_cua("hối"));
        assert_eq!(gap("Hội-đồng ĐƯỜNG 05/KH-HĐND 007 000"), "hoi dong duong 5 kh hdnd 7 0");
    }

    #[test]
    fn a_word_has_marks_or_not() {
        let marked: Vec<bool> = cac_tu("hoi hội duong đương 05 KH").map(|tu| tu.co_dau()).collect();
        assert_eq!(marked, [false, true, false, true, false, false]);
    }

    #[test]
    fn words_know_where_they_stand() {
        let text = "Số: 05/KH, “hội”";
        let words: Vec<&str> = cac_tu(text).map(|tu| &text[tu.tu..tu.den]).collect();
        assert_eq!(words, ["Số", "05", "KH", "hội"]);
        assert_eq!(cac_tu("…").count(), 0);
    }
}
