//! A paragraph with the changes inside it marked.

use std::ops::Range;

use super::vet::{Muc, Vet};
use crate::word::doc_word::{Manh, Than, chu_moi};
use crate::word::so_sanh::chuan::pieces;
use crate::word::so_sanh::khop::{Khop, khop};
use crate::writers::docx::xml::{Element, Node, el};

/// A stretch of two texts, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Khuc {
    Giu(Range<usize>, Range<usize>),
    Bot(Range<usize>),
    Them(Range<usize>),
}

/// The stretches from `cu` to `moi`. Changes with nothing but a space between are one. What lies in the
/// ranges `khoi_cu` and `khoi_moi` goes and comes whole.
pub(super) fn cac_khuc(
    cu: &str,
    moi: &str,
    khoi_cu: &[Range<usize>],
    khoi_moi: &[Range<usize>],
) -> Vec<Khuc> {
    let (a, b) = (cat(cu, khoi_cu), cat(moi, khoi_moi));
    let words = |text: &str, ranges: &[Range<usize>]| -> Vec<String> {
        ranges.iter().map(|r| text.get(r.clone()).unwrap_or_default().to_owned()).collect()
    };
    let (x, y) = (words(cu, &a), words(moi, &b));
    let mut changed: Vec<(bool, Range<usize>, Range<usize>)> = Vec::new();
    for Khop { cu: old, moi: new, giong: same } in khop(&x, &y) {
        let (old, new) = (bytes(&a, old), bytes(&b, new));
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

/// The words of a text, none of which begins or ends inside one of `whole`.
fn cat(text: &str, whole: &[Range<usize>]) -> Vec<Range<usize>> {
    let words = pieces(text);
    if whole.is_empty() {
        return words;
    }
    let mut cuts: Vec<usize> = words.iter().map(|word| word.end).collect();
    cuts.retain(|cut| {
        let next = whole.partition_point(|range| range.end <= *cut);
        whole.get(next).is_none_or(|range| *cut <= range.start)
    });
    cuts.extend(whole.iter().flat_map(|range| [range.start, range.end]));
    cuts.sort_unstable();
    cuts.dedup();
    let starts = std::iter::once(0).chain(cuts.iter().copied());
    starts.zip(cuts.iter().copied()).map(|(a, b)| a..b).filter(|r| !r.is_empty()).collect()
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

/// A piece as it shows `chu`: a run, or the elements that it is.
pub(super) fn nut(chu: &str, piece: &Manh) -> Vec<Element> {
    match &piece.than {
        Than::Nguyen(elements) => elements.clone(),
        Than::Run(part) => {
            let part = if part.name == "w:t" { chu_moi("w:t", chu) } else { part.clone() };
            vec![el("w:r").children(piece.rpr.clone()).child(part)]
        }
    }
}

/// The runs of `pieces` as text that came; what shows nothing stays as it is.
pub(super) fn them(pieces: Vec<(String, &Manh)>, muc: &mut Muc) -> Vec<Node> {
    let mut out = Vec::new();
    for (chu, piece) in pieces {
        let elements = nut(&chu, piece);
        match chu.is_empty() {
            true => out.extend(elements.into_iter().map(Node::Element)),
            false => out.push(Node::Element(muc.dau(Vet::Them).children(elements))),
        }
    }
    out
}

/// The runs of `pieces` as they are.
pub(super) fn giu(pieces: Vec<(String, &Manh)>) -> Vec<Node> {
    let elements = pieces.into_iter().flat_map(|(chu, piece)| nut(&chu, piece));
    elements.map(Node::Element).collect()
}
