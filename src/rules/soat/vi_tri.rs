//! Where the letters of a value stand in the file: the value and its source are read side by side.
//! Words are the same in both; quotes, escapes and folded line breaks are not.

use std::ops::Range;

/// How the value is written in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kieu {
    /// As it stands: plain, under `>-` or `|`, or a file without YAML.
    Tron,
    NhayDon,
    NhayKep,
}

/// A value's letters in the file.
#[derive(Debug, Clone)]
pub struct ViTri {
    pub kieu: Kieu,
    /// For each byte of the value the bytes of the source that its letter stands in; none where a line
    /// break or other spaces came in between.
    nguon: Vec<Option<Range<usize>>>,
}

impl ViTri {
    /// Of a text that is its own source, from a byte of the file on.
    pub fn nguyen(start: usize, gia_tri: &str) -> Self {
        let mut nguon = Vec::with_capacity(gia_tri.len());
        for (at, c) in gia_tri.char_indices() {
            let from = start.saturating_add(at);
            let to = from.saturating_add(c.len_utf8());
            nguon.extend((0..c.len_utf8()).map(|_| Some(from..to)));
        }
        Self { kieu: Kieu::Tron, nguon }
    }

    /// Of a value that begins at a byte of the file. None if the two can't be brought together.
    pub fn tim(text: &str, start: usize, gia_tri: &str) -> Option<Self> {
        let (kieu, from) = match text.get(start..)?.chars().next()? {
            '\'' => (Kieu::NhayDon, start.saturating_add(1)),
            '"' => (Kieu::NhayKep, start.saturating_add(1)),
            '>' | '|' => {
                let line = text.get(start..)?.find('\n')?;
                (Kieu::Tron, start.saturating_add(line))
            }
            _ => (Kieu::Tron, start),
        };
        let mut reader = Doc { text, at: from, kieu };
        let mut nguon = Vec::with_capacity(gia_tri.len());
        let mut rest = gia_tri;
        if from > start && kieu == Kieu::Tron {
            reader.trang(0);
        }
        while let Some(c) = rest.chars().next() {
            let run = rest.len().saturating_sub(rest.trim_start_matches([' ', '\n']).len());
            if run > 0 {
                let (space, after) = rest.split_at_checked(run)?;
                let source = reader.trang(run);
                let same = text.get(source.clone()) == Some(space);
                nguon.extend((0..run).map(|i| {
                    let at = source.start.saturating_add(i);
                    same.then(|| at..at.saturating_add(1))
                }));
                rest = after;
            } else {
                let source = reader.chu(c)?;
                nguon.extend((0..c.len_utf8()).map(|_| Some(source.clone())));
                rest = rest.get(c.len_utf8()..)?;
            }
        }
        Some(Self { kieu, nguon })
    }

    /// The source of a stretch of the value, if it is one piece on one line. An empty stretch is the
    /// place before the letter at it.
    pub fn lay(&self, text: &str, cho: &Range<usize>) -> Option<Range<usize>> {
        let first = self.nguon.get(cho.start)?.clone()?;
        let mut end = first.start;
        for part in self.nguon.get(cho.clone())? {
            let part = part.clone()?;
            if part.start != end && part.end != end {
                return None;
            }
            end = part.end.max(end);
        }
        let source = first.start..end;
        (!text.get(source.clone())?.contains('\n')).then_some(source)
    }

    /// The source byte of the first letter in a stretch that has a place.
    pub fn gan(&self, cho: &Range<usize>) -> Option<usize> {
        self.nguon.get(cho.start..)?.iter().flatten().next().map(|part| part.start)
    }
}

/// Reads the source.
struct Doc<'t> {
    text: &'t str,
    at: usize,
    kieu: Kieu,
}

impl<'t> Doc<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Takes the spaces and line breaks here; a value that ends in spaces may have more of them than
    /// are taken, never fewer.
    fn trang(&mut self, run: usize) -> Range<usize> {
        let start = self.at;
        let rest = self.rest();
        let mut len = rest.len().saturating_sub(rest.trim_start_matches([' ', '\n', '\t']).len());
        if self.kieu == Kieu::NhayKep && run > 0 && len == 0 && rest.starts_with("\\n") {
            len = 2;
        }
        self.at = start.saturating_add(len);
        start..self.at
    }

    /// Takes one letter of the value.
    fn chu(&mut self, c: char) -> Option<Range<usize>> {
        let start = self.at;
        let rest = self.rest();
        let len = match self.kieu {
            Kieu::NhayDon if c == '\'' => rest.starts_with("''").then_some(2)?,
            Kieu::NhayKep if rest.starts_with('\\') => return self.thoat(c),
            _ => rest.starts_with(c).then_some(c.len_utf8())?,
        };
        self.at = start.saturating_add(len);
        Some(start..self.at)
    }

    /// An escape between double quotes.
    fn thoat(&mut self, c: char) -> Option<Range<usize>> {
        let start = self.at;
        let mut signs = self.rest().chars().skip(1);
        let sign = signs.next()?;
        if sign == '\n' {
            self.at = start.saturating_add(2);
            self.trang(0);
            return self.chu(c);
        }
        let digits = match sign {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ if sign == c => 0,
            _ => return None,
        };
        let hex: String = signs.take(digits).collect();
        let code = u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32);
        if digits > 0 && code != Some(c) {
            return None;
        }
        self.at = start.saturating_add(2).saturating_add(digits);
        Some(start..self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, start: usize, value: &str, word: &str) -> Option<String> {
        let at = value.find(word)?;
        let cho = ViTri::tim(text, start, value)?.lay(text, &(at..at + word.len()))?;
        Some(text[cho].to_owned())
    }

    #[test]
    fn every_style_of_a_value_leads_to_its_words() {
        for (text, value) in [
            ("a: mot hai ba\n", "mot hai ba"),
            ("a: mot\n  hai\n  ba\n", "mot hai ba"),
            ("a: >- # x\n  mot\n  hai ba\n", "mot hai ba"),
            ("a: |\n  mot\n\n  hai ba\n", "mot\n\nhai ba\n"),
            ("a: 'mot ''x'' hai ba'\n", "mot 'x' hai ba"),
            ("a: \"mot \\\"x\\\" \\u0068ai hai ba\"\n", "mot \"x\" hai hai ba"),
            ("a: \"mot \\\n  hai ba\"\n", "mot hai ba"),
        ] {
            assert_eq!(words(text, 3, value, "ba").as_deref(), Some("ba"), "{text}");
        }
        assert_eq!(words("a: mot\n  hai\n", 3, "mot hai", "mot hai"), None);
        assert_eq!(words("a: 'x ''y'\n", 3, "x 'y", "'").as_deref(), Some("''"));
    }

    #[test]
    fn a_value_of_something_else_has_no_place() {
        assert!(ViTri::tim("a: mot hai\n", 3, "mot ba").is_none());
    }
}
