//! Đoạn: one text of a file as a reader sees it, with the way back to the file. Marks of emphasis and
//! of footnotes are no text; the line breaks of a folded text are spaces.

use std::ops::Range;

use super::cap_ngoac;

/// A text and where each of its letters comes from.
#[derive(Debug, Clone)]
pub struct Doan {
    /// The text alone.
    chu: String,
    /// For each byte of `chu`, and for its end, the byte of the value that it came from.
    goc: Vec<usize>,
    /// What stands inside quotation marks.
    trich: Vec<Range<usize>>,
    /// Its words: runs of letters and digits.
    tu: Vec<Range<usize>>,
}

impl Doan {
    /// Of a value as the file has it.
    pub fn new(gia_tri: &str) -> Self {
        let mut chu = String::with_capacity(gia_tri.len());
        let mut goc = Vec::with_capacity(gia_tri.len().saturating_add(1));
        let mut at = 0usize;
        let mut sao = ChuoiSao::default();
        while let Some(rest) = gia_tri.get(at..).filter(|rest| !rest.is_empty()) {
            let bo = dau_hieu(gia_tri, at, rest, &mut sao);
            if bo > 0 {
                at = at.saturating_add(bo);
                continue;
            }
            let Some(c) = rest.chars().next() else { break };
            let alone = c == '\n' && !chu.ends_with('\n') && noi_dong(&chu, rest);
            chu.push(if alone { ' ' } else { c });
            let len = c.len_utf8();
            goc.extend((0..len).map(|i| at.saturating_add(i)));
            at = at.saturating_add(len);
        }
        goc.push(gia_tri.len());
        let trich = cap_ngoac::vung_trich(&chu);
        let tu = cac_tu(&chu);
        Self { chu, goc, trich, tu }
    }

    pub fn chu(&self) -> &str {
        &self.chu
    }

    pub fn cac_tu(&self) -> std::slice::Iter<'_, Range<usize>> {
        self.tu.iter()
    }

    /// Whether a place is inside a quotation.
    pub fn trong_trich(&self, at: usize) -> bool {
        let next = self.trich.partition_point(|vung| vung.start <= at);
        let last = next.checked_sub(1).and_then(|i| self.trich.get(i));
        last.is_some_and(|vung| vung.contains(&at))
    }

    /// The bytes of the value behind a stretch of the text. None if marks stand in between.
    pub fn ve_gia_tri(&self, cho: &Range<usize>) -> Option<Range<usize>> {
        let start = *self.goc.get(cho.start)?;
        let end = match cho.end.checked_sub(1) {
            Some(last) if cho.end > cho.start => self.goc.get(last)?.saturating_add(1),
            _ => start,
        };
        (end.saturating_sub(start) == cho.end.saturating_sub(cho.start)).then_some(start..end)
    }

    pub fn lay(&self, cho: &Range<usize>) -> &str {
        self.chu.get(cho.clone()).unwrap_or_default()
    }

    pub fn truoc(&self, at: usize) -> &str {
        self.chu.get(..at).unwrap_or_default()
    }

    pub fn sau(&self, at: usize) -> &str {
        self.chu.get(at..).unwrap_or_default()
    }

    /// The part of a sentence before a place.
    pub fn ngay_truoc_cau(&self, at: usize) -> &str {
        self.truoc(at).rsplit(['.', ';', '\n']).next().unwrap_or_default()
    }

    /// The last words before a place.
    pub fn ngay_truoc(&self, at: usize) -> String {
        let last: Vec<char> = self.truoc(at).chars().rev().take(60).collect();
        last.into_iter().rev().collect()
    }

    /// Whether a sentence, an item or a title may begin here: then capitals say nothing.
    pub fn dau_cau(&self, at: usize) -> bool {
        let before = self.truoc(at).trim_end_matches([' ', '\u{a0}']);
        let before = before.trim_end_matches(['(', '“', '"', '‘', '[', '«', '*']);
        let before = before.trim_end_matches([' ', '\u{a0}']);
        before.is_empty()
            || before.ends_with([
                '.', '!', '?', ':', '…', '\n', ';', '-', '+', '–', '—', '•', ')', '|', '/', '#',
            ])
    }

    /// The word that ends right before a place, in lower case; empty after a mark of punctuation.
    pub fn tu_truoc(&self, at: usize) -> String {
        let before = self.truoc(at);
        let trimmed = before.trim_end_matches([' ', '\u{a0}']);
        let word = trimmed.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        word.to_lowercase()
    }

    /// The word that begins right after a place, as it is written.
    pub fn tu_sau(&self, at: usize) -> &str {
        let rest = self.sau(at).trim_start_matches([' ', '\u{a0}']);
        rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
    }
}

fn cac_tu(chu: &str) -> Vec<Range<usize>> {
    let mut tu = Vec::new();
    let mut from: Option<usize> = None;
    for (at, c) in chu.char_indices().chain([(chu.len(), ' ')]) {
        match (from, c.is_alphanumeric()) {
            (None, true) => from = Some(at),
            (Some(start), false) => {
                tu.push(start..at);
                from = None;
            }
            _ => {}
        }
    }
    tu
}

/// Whether the text goes on after a line break: it was no head and no end, and no blank line follows, no head,
/// item, table or number.
fn noi_dong(before: &str, rest: &str) -> bool {
    let head = before.rsplit('\n').next().is_some_and(|line| line.starts_with('#'));
    let next = rest.chars().nth(1);
    let ended = before.ends_with("./.");
    !head && !ended && next.is_some_and(|c| c.is_alphabetic() || "“(\"".contains(c))
}

/// A run of stars: up to where it reaches, and whether it stands between spaces. Asked for each of its stars, and as
/// long as a file where someone wants it so.
#[derive(Default)]
struct ChuoiSao {
    het: usize,
    roi: bool,
}

impl ChuoiSao {
    /// Whether the run of the star at `at` stands alone: `5 * 3`.
    fn roi(&mut self, gia_tri: &str, at: usize, rest: &str) -> bool {
        if at >= self.het {
            let trong = |c: Option<char>| c.is_none_or(char::is_whitespace);
            let after = rest.trim_start_matches('*');
            let before = gia_tri.get(..at).unwrap_or_default().trim_end_matches('*');
            self.roi = trong(before.chars().next_back()) && trong(after.chars().next());
            self.het = gia_tri.len().saturating_sub(after.len());
        }
        self.roi
    }
}

/// How many bytes of a mark of light Markdown begin here.
fn dau_hieu(gia_tri: &str, at: usize, rest: &str, sao: &mut ChuoiSao) -> usize {
    if let Some(after) = rest.strip_prefix("[^") {
        // A name ends at the first sign that it can't have: no further is looked, whatever follows.
        let het = after.find(|c: char| c == ']' || c == '[' || c.is_whitespace());
        let end =
            het.filter(|end| *end > 0 && after.get(*end..).is_some_and(|s| s.starts_with(']')));
        return end.map_or(0, |end| end.saturating_add(3));
    }
    if rest.starts_with('\\') {
        let next = rest.chars().nth(1);
        return usize::from(next.is_some_and(|c| "*[\\".contains(c)));
    }
    if rest.starts_with('*') {
        let before = gia_tri.get(..at).unwrap_or_default();
        // `5 * 3` and an escaped star are text.
        let alone = sao.roi(gia_tri, at, rest);
        return usize::from(!alone && !before.ends_with('\\'));
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_no_text_and_lead_back() {
        let doan = Doan::new("Học **tập**[^cu_the] “một\nhai” \\*");
        assert_eq!(doan.chu(), "Học tập “một hai” *");
        let at = doan.chu().find("tập").unwrap();
        let cho = doan.ve_gia_tri(&(at..at + "tập".len())).unwrap();
        assert_eq!(&"Học **tập**"[cho], "tập");
        let span = doan.chu().find("Học").unwrap()..at + 1;
        assert_eq!(doan.ve_gia_tri(&span), None);
        assert!(doan.trong_trich(doan.chu().find("hai").unwrap()) && !doan.trong_trich(at));
    }
}
