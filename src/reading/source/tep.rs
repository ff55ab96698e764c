//! One file of the user's as clean text, with its places.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::encoding;
use crate::diagnostic::{Diagnostic, Place};

/// A file by the name that the user knows it by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TepNguon {
    pub ten: String,
    pub text: String,
}

/// Letters and their marks composed; most text is so already, which a look through it tells.
pub fn nfc(text: String) -> String {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text,
        IsNormalized::No | IsNormalized::Maybe => text.nfc().collect(),
    }
}

/// Whether UTF-8 may have a forbidden character: told by bytes alone, since nearly no text has one.
fn co_the_cam(bytes: &[u8]) -> bool {
    // Control characters below U+0080 and from U+0080 on (C2 80…), marks at U+FEFF and U+FFFE (EF …).
    let control = |b: u8| b < b' ' && b != b'\n' && b != b'\t' || matches!(b, 0x7f | 0xc2 | 0xef);
    let line_end = |w: &[u8]| matches!(w, [0xe2, 0x80, 0xa8 | 0xa9]);
    // Without an early end the whole is a few instructions for many bytes at once.
    bytes.iter().fold(false, |bad, b| bad | control(*b))
        | bytes.windows(3).fold(false, |bad, w| bad | line_end(w))
}

/// The last part of a file's name: `ke-hoach.yaml`.
pub fn ten_tep(ten: &str) -> &str {
    ten.rsplit(['/', '\\']).next().unwrap_or(ten)
}

/// The last part of a file's name, without its ending: `ke-hoach`.
pub fn ten_goc(ten: &str) -> &str {
    let name = ten_tep(ten);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

impl TepNguon {
    /// Makes text of a YAML file's bytes, or says what they are instead.
    pub fn decode(ten: &str, bytes: &[u8]) -> Result<Self, Vec<Diagnostic>> {
        let tep = Self::unicode(ten, bytes)?;
        let found = [tep.ky_tu_cam(), tep.ma_cu(), tep.tab_dau_dong(), tep.cach_la_dau_dong()];
        tep.unless(found.into_iter().flatten().collect())
    }

    /// The same for a file in which an indent may be a tab.
    pub fn decode_text(ten: &str, bytes: &[u8]) -> Result<Self, Vec<Diagnostic>> {
        let tep = Self::unicode(ten, bytes)?;
        let found = [tep.ky_tu_cam(), tep.ma_cu()];
        tep.unless(found.into_iter().flatten().collect())
    }

    fn unless(self, found: Vec<Diagnostic>) -> Result<Self, Vec<Diagnostic>> {
        if found.is_empty() { Ok(self) } else { Err(found) }
    }

    fn unicode(ten: &str, bytes: &[u8]) -> Result<Self, Vec<Diagnostic>> {
        if let Some(found) = encoding::tep_khac(ten, bytes).or_else(|| encoding::utf16(ten, bytes))
        {
            return Err(vec![found]);
        }
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let text = std::str::from_utf8(bytes)
            .map_err(|e| vec![encoding::khong_phai_utf8(ten, bytes, e.valid_up_to())])?;
        let unix = match text.contains('\r') {
            true => text.replace("\r\n", "\n").replace('\r', "\n"),
            false => text.to_owned(),
        };
        Ok(Self { ten: ten.to_owned(), text: nfc(unix) })
    }

    /// A place by line and column, from 1.
    pub fn place(&self, line: usize, column: usize) -> Place {
        let line_text = self.text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
        Place::new(&self.ten, line, column, line_text)
    }

    /// Where `words` begin between two lines, looking from `column` on in the first one; words that
    /// a line break parts are found by the first of them.
    pub fn tim_chu(&self, from: (usize, usize), last_line: usize, words: &str) -> Option<Place> {
        let first_word = words.split_whitespace().next()?;
        [words, first_word].iter().find_map(|wanted| self.tim_doan(from, last_line, wanted))
    }

    fn tim_doan(&self, from: (usize, usize), last_line: usize, wanted: &str) -> Option<Place> {
        let (line, column) = from;
        let count = last_line.saturating_sub(line).saturating_add(1);
        let lines = self.text.lines().enumerate().skip(line.saturating_sub(1)).take(count);
        for (index, text) in lines {
            let skip = if index.saturating_add(1) == line { column.saturating_sub(1) } else { 0 };
            let start = text.char_indices().nth(skip).map_or(text.len(), |(at, _)| at);
            if let Some(at) = text.get(start..).and_then(|t| t.find(wanted)) {
                let before = text.get(start..start.saturating_add(at)).unwrap_or_default();
                let column = skip.saturating_add(before.chars().count()).saturating_add(1);
                return Some(self.place(index.saturating_add(1), column));
            }
        }
        None
    }

    /// The first character that no Word file or YAML text can hold (XML 1.0, 2.2).
    fn ky_tu_cam(&self) -> Option<Diagnostic> {
        let forbidden = |c: char| {
            (c.is_control() && !matches!(c, '\n' | '\t'))
                || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}' | '\u{2028}' | '\u{2029}')
        };
        if !co_the_cam(self.text.as_bytes()) {
            return None;
        }
        let (place, c) = self.tim(forbidden)?;
        let code = u32::from(c);
        Some(
            Diagnostic::error("control-character", format!("có ký tự điều khiển ẩn U+{code:04X}"))
                .hint("xoá ký tự ấy đi; thường do chép dán từ chương trình khác")
                .at(place),
        )
    }

    /// Text that was typed for the fonts of before Unicode.
    fn ma_cu(&self) -> Option<Diagnostic> {
        let (index, bang_ma) = self
            .text
            .lines()
            .enumerate()
            .find_map(|(index, line)| Some((index, encoding::bang_ma_cu(line)?)))?;
        Some(encoding::loi_bang_ma_cu(bang_ma).at(self.place(index.saturating_add(1), 1)))
    }

    /// The first line that is indented with a tab.
    fn tab_dau_dong(&self) -> Option<Diagnostic> {
        let (index, line) = self.text.lines().enumerate().find(|(_, line)| {
            let text = line.trim_start();
            // A row from Excel whose first cell is empty is no indentation.
            let row = line.starts_with(' ') && text.contains('\t');
            !text.is_empty()
                && !row
                && line.strip_suffix(text).is_some_and(|lead| lead.contains('\t'))
        })?;
        let column = line.chars().position(|c| c == '\t').unwrap_or_default();
        Some(
            Diagnostic::error("tab-indent", "đầu dòng thụt vào bằng phím Tab")
                .hint("thay bằng dấu cách, mỗi bậc 2 dấu cách")
                .at(self.place(index.saturating_add(1), column.saturating_add(1))),
        )
    }

    /// The first line that is indented with a no-break or another space that looks like one.
    fn cach_la_dau_dong(&self) -> Option<Diagnostic> {
        let strange = |c: &char| c.is_whitespace() && !matches!(c, ' ' | '\t');
        let (index, column, c) = self.text.lines().enumerate().find_map(|(index, line)| {
            let mut lead = line.chars().enumerate().take_while(|(_, c)| c.is_whitespace());
            let (column, c) = lead.find(|(_, c)| strange(c))?;
            (!line.trim().is_empty()).then_some((index, column, c))
        })?;
        let what =
            if c == '\u{a0}' { "dấu cách không ngắt dòng" } else { "dấu cách lạ" };
        let message = format!("đầu dòng thụt vào bằng {what} (U+{:04X})", u32::from(c));
        Some(
            Diagnostic::error("tab-indent", message)
                .hint("xoá đi rồi gõ lại bằng dấu cách thường, mỗi bậc 2 dấu cách")
                .at(self.place(index.saturating_add(1), column.saturating_add(1))),
        )
    }

    fn tim(&self, wanted: impl Fn(char) -> bool) -> Option<(Place, char)> {
        self.text.split('\n').enumerate().find_map(|(index, line)| {
            let (column, c) = line.chars().enumerate().find(|(_, c)| wanted(*c))?;
            Some((self.place(index.saturating_add(1), column.saturating_add(1)), c))
        })
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    fn code(bytes: &[u8]) -> (Cow<'static, str>, usize, usize) {
        let found = TepNguon::decode("a.yaml", bytes).unwrap_err();
        let place = found[0].place.clone().unwrap_or(Place::new("", 0, 0, ""));
        (found[0].code.clone(), place.line, place.column)
    }

    #[test]
    fn text_is_made_uniform() {
        let tep = TepNguon::decode("a.yaml", "\u{feff}a: e\u{302}\u{301}\r\nb: 1\r\n".as_bytes());
        assert_eq!(tep.unwrap().text, "a: ế\nb: 1\n");
    }

    #[test]
    fn wrong_bytes_are_named_with_their_place() {
        assert_eq!(code(b"a: b\nc: \xff\n"), ("not-utf8".into(), 2, 4));
        assert_eq!(code(b"\xff\xfea\0"), ("utf-16".into(), 0, 0));
        assert_eq!(code(b"a\0:\0 \0b\0"), ("utf-16".into(), 0, 0));
        assert_eq!(code("a: b\nế: \u{7}".as_bytes()), ("control-character".into(), 2, 4));
        assert_eq!(code("a:\n  b:\n \tc: 1".as_bytes()), ("tab-indent".into(), 3, 2));
        assert_eq!(code("a: 1\nb: Céng hoµ x· héi".as_bytes()), ("legacy-encoding".into(), 2, 1));
    }

    #[test]
    fn names_are_cut() {
        assert_eq!(ten_goc("ho-so/ke-hoach.yaml"), "ke-hoach");
        assert_eq!(ten_goc("ke-hoach"), "ke-hoach");
    }
}
