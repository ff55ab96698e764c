//! What changed inside a paragraph, word by word.

use std::ops::Range;

use super::chuan::{Tu, cac_tu};
use super::khop::{Khop, khop};

/// Two versions of a text in words, and where they part.
pub struct SuaChu<'a> {
    pub cu: Ban<'a>,
    pub moi: Ban<'a>,
    /// Ranges of words, old and new, that are not the same.
    pub khac: Vec<(Range<usize>, Range<usize>)>,
    /// Marks of notes that both have: which note of the old, which of the new.
    pub moc: Vec<(usize, usize)>,
}

/// One version.
pub struct Ban<'a> {
    pub text: &'a str,
    pub tu: Vec<Tu>,
    /// Which words are marks of notes.
    moc: Vec<usize>,
}

impl<'a> Ban<'a> {
    fn moi(text: &'a str) -> Self {
        let tu = cac_tu(text);
        let marks = tu.iter().enumerate().filter(|(_, tu)| tu.la_moc());
        let moc = marks.map(|(at, _)| at).collect();
        Self { text, tu, moc }
    }

    /// The text of some words, from the first to the last.
    pub fn chu(&self, words: &Range<usize>) -> &'a str {
        let words = self.tu.get(words.clone()).unwrap_or_default();
        let ends = words.first().zip(words.last()).map(|(a, b)| a.o.start..b.o.end);
        ends.and_then(|ends| self.text.get(ends)).unwrap_or_default()
    }

    /// The notes whose marks are among these words.
    pub fn moc_trong(&self, words: &Range<usize>) -> Range<usize> {
        let first = self.moc.partition_point(|at| *at < words.start);
        first..self.moc.partition_point(|at| *at < words.end).max(first)
    }
}

impl<'a> SuaChu<'a> {
    pub fn so(cu: &'a str, moi: &'a str) -> Self {
        let (cu, moi) = (Ban::moi(cu), Ban::moi(moi));
        let mut khac: Vec<(Range<usize>, Range<usize>)> = Vec::new();
        let mut moc = Vec::new();
        for Khop { cu: old, moi: new, giong } in khop(&cu.tu, &moi.tu) {
            if giong {
                let pairs = cu.moc_trong(&old).zip(moi.moc_trong(&new));
                moc.extend(pairs);
                continue;
            }
            match khac.last_mut() {
                Some((o, n)) if sat(&cu, o.end..old.start) => {
                    o.end = old.end;
                    n.end = new.end;
                }
                _ => khac.push((old, new)),
            }
        }
        Self { cu, moi, khac, moc }
    }

    /// Whether so much changed that the two are told whole.
    pub fn khac_han(&self) -> bool {
        let gone: usize = self.khac.iter().map(|(old, _)| old.len()).sum();
        let come: usize = self.khac.iter().map(|(_, new)| new.len()).sum();
        let total = self.cu.tu.len().max(self.moi.tu.len());
        let most = gone.max(come);
        self.khac.len() > 8 || most.saturating_mul(5) > total.saturating_mul(3)
    }
}

/// Whether two changes are so near, with one word between, that they read as one.
fn sat(cu: &Ban, between: Range<usize>) -> bool {
    let words = cu.tu.get(between).unwrap_or_default();
    words.len() <= 1 && !words.iter().any(Tu::la_moc)
}
