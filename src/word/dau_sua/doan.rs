//! A paragraph with the changes inside it marked.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::vet::{Muc, Vet};
use crate::word::doc_word::{Manh, chu_moi};
use crate::word::so_sanh::chuan::pieces;
use crate::writers::docx::xml::{Element, Node, el};

/// A stretch of two texts, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Khuc {
    Giu(Range<usize>, Range<usize>),
    Bot(Range<usize>),
    Them(Range<usize>),
}

/// The stretches from `cu` to `moi`. Changes with nothing but a space between are one.
pub(super) fn cac_khuc(cu: &str, moi: &str) -> Vec<Khuc> {
    let (a, b) = (pieces(cu), pieces(moi));
    let words = |text: &str, ranges: &[Range<usize>]| -> Vec<String> {
        ranges.iter().map(|r| text.get(r.clone()).unwrap_or_default().to_owned()).collect()
    };
    let (x, y) = (words(cu, &a), words(moi, &b));
    let mut changed: Vec<(bool, Range<usize>, Range<usize>)> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &x, &y) {
        let (old, new) = (bytes(&a, op.old_range()), bytes(&b, op.new_range()));
        let same = op.tag() == DiffTag::Equal;
        let blank = same && cu.get(old.clone()).is_some_and(|s| s.trim().is_empty());
        match changed.last_mut() {
            // A space goes with the change before it; if no other follows, no harm is done.
            Some((false, o, n)) if !same || blank => {
                o.end = old.end.max(o.end);
                n.end = new.end.max(n.end);
            }
            _ => changed.push((same, old, new)),
        }
    }
    changed.into_iter().flat_map(|(same, old, new)| tach(same, old, new)).collect()
}

fn tach(same: bool, old: Range<usize>, new: Range<usize>) -> Vec<Khuc> {
    if same {
        return vec![Khuc::Giu(old, new)];
    }
    let gone = (!old.is_empty()).then_some(Khuc::Bot(old));
    let come = (!new.is_empty()).then_some(Khuc::Them(new));
    gone.into_iter().chain(come).collect()
}

/// Words `range` of a text as bytes; where there are none, the place between.
fn bytes(words: &[Range<usize>], range: Range<usize>) -> Range<usize> {
    let end_before = range.start.checked_sub(1).and_then(|i| words.get(i)).map_or(0, |w| w.end);
    match words.get(range).unwrap_or_default() {
        [first, .., last] => first.start..last.end,
        [one] => one.clone(),
        [] => end_before..end_before,
    }
}

/// The pieces of a paragraph, taken stretch by stretch.
pub(super) struct ChuyenManh<'a> {
    pieces: &'a [Manh],
    /// How many bytes of the first piece were taken already.
    taken: usize,
    /// Where in the text that is.
    at: usize,
}

impl<'a> ChuyenManh<'a> {
    pub fn moi(pieces: &'a [Manh]) -> Self {
        Self { pieces, taken: 0, at: 0 }
    }

    /// The pieces up to `end` of the text, cut there: what each shows, and the piece. Pieces that show
    /// nothing come with what follows them.
    pub fn den(&mut self, end: usize) -> Vec<(String, &'a Manh)> {
        let mut out = Vec::new();
        while let Some((piece, rest)) = self.pieces.split_first().filter(|_| self.at < end) {
            let left = piece.chu.len().saturating_sub(self.taken);
            let take = left.min(end.saturating_sub(self.at));
            let cut = self.taken..self.taken.saturating_add(take);
            out.push((piece.chu.get(cut).unwrap_or_default().to_owned(), piece));
            self.at = self.at.saturating_add(take);
            if take == left {
                self.pieces = rest;
                self.taken = 0;
            } else {
                self.taken = self.taken.saturating_add(take);
            }
        }
        out
    }

    /// What is left.
    pub fn con_lai(&mut self) -> Vec<(String, &'a Manh)> {
        self.den(usize::MAX)
    }
}

/// A run that shows `chu` of a piece.
pub(super) fn run(chu: &str, piece: &Manh, rpr: Option<Element>, gone: bool) -> Element {
    let part = match piece.phan.name.as_str() {
        "w:t" if gone => chu_moi("w:delText", chu),
        "w:t" => chu_moi("w:t", chu),
        _ => piece.phan.clone(),
    };
    el("w:r").children(rpr).child(part)
}

/// The runs of `pieces` as text that came; what shows nothing stays as it is.
pub(super) fn them(pieces: Vec<(String, &Manh)>, muc: &mut Muc) -> Vec<Node> {
    let marked = pieces.into_iter().map(|(chu, piece)| {
        let run = run(&chu, piece, piece.rpr.clone(), false);
        Node::Element(if chu.is_empty() { run } else { muc.dau(Vet::Them).child(run) })
    });
    marked.collect()
}

/// The runs of `pieces` as they are.
pub(super) fn giu(pieces: Vec<(String, &Manh)>) -> Vec<Node> {
    let runs = pieces.into_iter().map(|(chu, piece)| run(&chu, piece, piece.rpr.clone(), false));
    runs.map(Node::Element).collect()
}
