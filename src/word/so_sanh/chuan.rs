//! What counts as the same text.
//!
//! Not told apart, because Word or a keyboard changes them without being asked: kinds and numbers of
//! spaces, line breaks inside a paragraph, composed and decomposed letters, curly and straight quotes,
//! the dashes, `…` and `...`, and signs that nobody sees (soft hyphen, zero-width characters).

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::model::nhu_nhau::nhu_nhau;
use crate::word::doc_word::MOC_CHU_THICH;

/// A word, a number or a sign of a text, and where it stands there in bytes.
#[derive(Debug, Clone, Eq)]
pub struct Tu {
    /// As it is compared.
    chuan: String,
    pub o: Range<usize>,
}

impl PartialEq for Tu {
    fn eq(&self, other: &Self) -> bool {
        self.chuan == other.chuan
    }
}

impl std::hash::Hash for Tu {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.chuan.hash(state);
    }
}

impl PartialOrd for Tu {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Tu {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.chuan.cmp(&other.chuan)
    }
}

impl Tu {
    pub fn chuan(&self) -> &str {
        &self.chuan
    }

    /// Whether it is a word or a number, not a sign.
    pub fn la_chu(&self) -> bool {
        self.chuan.chars().any(char::is_alphanumeric)
    }

    /// Whether it is the mark of a note.
    pub fn la_moc(&self) -> bool {
        self.chuan.starts_with(MOC_CHU_THICH)
    }
}

/// The text as it is compared.
pub fn chuan(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    for c in text.nfc().flat_map(nhu_nhau) {
        if c == ' ' {
            space = true;
            continue;
        }
        if space && !out.is_empty() {
            out.push(' ');
        }
        space = false;
        out.push(c);
    }
    out
}

/// The words, numbers and signs of a text. A number keeps the points inside it: `1.200.000`,
/// `08/3/2023`.
pub fn cac_tu(text: &str) -> Vec<Tu> {
    pieces(text)
        .into_iter()
        .filter_map(|o| {
            let chuan = chuan(text.get(o.clone())?);
            (!chuan.is_empty()).then_some(Tu { chuan, o })
        })
        .collect()
}

/// The text cut at every change between word, space and sign; nothing is left out.
pub fn pieces(text: &str) -> Vec<Range<usize>> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut before: Option<Loai> = None;
    for (i, (at, c)) in chars.iter().enumerate() {
        let next = chars.get(i.saturating_add(1)).map(|(_, c)| *c);
        let previous = i.checked_sub(1).and_then(|i| chars.get(i)).map(|(_, c)| *c);
        let loai = loai(*c, previous, next);
        let end = at.saturating_add(c.len_utf8());
        match out.last_mut() {
            Some(last) if before == Some(loai) && loai != Loai::Dau => last.end = end,
            _ => out.push(*at..end),
        }
        before = Some(loai);
    }
    out
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Loai {
    Chu,
    Cach,
    Dau,
    /// Points in a row, which may be one sign.
    Cham,
}

fn loai(c: char, previous: Option<char>, next: Option<char>) -> Loai {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let unseen = matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}');
    let combining = matches!(c, '\u{300}'..='\u{36F}');
    let inside = matches!(c, '.' | ',' | '/' | ':') && digit(previous) && digit(next);
    match c {
        _ if c.is_whitespace() => Loai::Cach,
        '…' => Loai::Cham,
        '.' if previous == Some('.') || next == Some('.') => Loai::Cham,
        _ if c.is_alphanumeric() || combining || inside || unseen => Loai::Chu,
        _ => Loai::Dau,
    }
}
