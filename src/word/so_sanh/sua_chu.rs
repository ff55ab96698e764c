//! What changed inside a paragraph, word by word.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::chuan::{Tu, cac_tu};

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
}

impl<'a> Ban<'a> {
    fn moi(text: &'a str) -> Self {
        Self { text, tu: cac_tu(text) }
    }

    /// The text of some words, from the first to the last.
    pub fn chu(&self, words: &Range<usize>) -> &'a str {
        let words = self.tu.get(words.clone()).unwrap_or_default();
        let ends = words.first().zip(words.last()).map(|(a, b)| a.o.start..b.o.end);
        ends.and_then(|ends| self.text.get(ends)).unwrap_or_default()
    }

    /// Which note of the text the mark at a word is.
    fn moc_thu(&self, word: usize) -> usize {
        self.tu.iter().take(word).filter(|tu| tu.la_moc()).count()
    }

    /// The notes whose marks are among these words.
    pub fn moc_trong(&self, words: &Range<usize>) -> Vec<usize> {
        let marks = words.clone().filter(|i| self.tu.get(*i).is_some_and(Tu::la_moc));
        marks.map(|i| self.moc_thu(i)).collect()
    }
}

impl<'a> SuaChu<'a> {
    pub fn so(cu: &'a str, moi: &'a str) -> Self {
        let (cu, moi) = (Ban::moi(cu), Ban::moi(moi));
        let mut khac: Vec<(Range<usize>, Range<usize>)> = Vec::new();
        let mut moc = Vec::new();
        for op in capture_diff_slices(Algorithm::Myers, &cu.tu, &moi.tu) {
            let (old, new) = (op.old_range(), op.new_range());
            if op.tag() == DiffTag::Equal {
                let pairs = cu.moc_trong(&old).into_iter().zip(moi.moc_trong(&new));
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
