//! The common subsequence of two sequences, in bounded time however long and unlike they are.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffTag, capture_diff_slices};

/// A stretch of both: the same things, or things of one that stand where those of the other stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Khop {
    pub cu: Range<usize>,
    pub moi: Range<usize>,
    pub giong: bool,
}

/// A gap larger than this (old × new) is cut at what each has once before it is searched.
const LON: usize = 4_000_000;

/// The stretches from `cu` to `moi`, word by word.
pub fn khop<T: Eq + Hash + Ord>(cu: &[T], moi: &[T]) -> Vec<Khop> {
    theo(Algorithm::Myers, cu, moi)
}

/// The stretches from `cu` to `moi`, what each has once coming first.
pub fn khop_theo_moc<T: Eq + Hash + Ord>(cu: &[T], moi: &[T]) -> Vec<Khop> {
    theo(Algorithm::Patience, cu, moi)
}

fn theo<T: Eq + Hash + Ord>(cach: Algorithm, cu: &[T], moi: &[T]) -> Vec<Khop> {
    let mut out = Vec::new();
    khoang(cach, (cu, 0..cu.len()), (moi, 0..moi.len()), &mut out);
    gop(out)
}

type Ben<'a, T> = (&'a [T], Range<usize>);

fn khoang<T: Eq + Hash + Ord>(cach: Algorithm, a: Ben<T>, b: Ben<T>, out: &mut Vec<Khop>) {
    let (x, y) = (lat(&a), lat(&b));
    if x.len().saturating_mul(y.len()) <= LON {
        return nho(cach, x, y, a.1.start, b.1.start, out);
    }
    let head = x.iter().zip(y).take_while(|(p, q)| p == q).count();
    let (x, y) = (x.get(head..).unwrap_or_default(), y.get(head..).unwrap_or_default());
    let tail = x.iter().rev().zip(y.iter().rev()).take_while(|(p, q)| p == q).count();
    let (i, j) = (a.1.start.saturating_add(head), b.1.start.saturating_add(head));
    let (m, n) = (a.1.end.saturating_sub(tail), b.1.end.saturating_sub(tail));
    out.push(Khop { cu: a.1.start..i, moi: b.1.start..j, giong: true });
    giua(cach, (a.0, i..m), (b.0, j..n), out);
    out.push(Khop { cu: m..a.1.end, moi: n..b.1.end, giong: true });
}

/// Between the like beginnings and ends: cut at what both have once, in order.
fn giua<T: Eq + Hash + Ord>(cach: Algorithm, a: Ben<T>, b: Ben<T>, out: &mut Vec<Khop>) {
    let marks = moc(lat(&a), lat(&b));
    if marks.is_empty() {
        let whole = lat(&a).len().saturating_mul(lat(&b).len());
        if whole <= LON {
            return nho(cach, lat(&a), lat(&b), a.1.start, b.1.start, out);
        }
        return out.push(Khop { cu: a.1, moi: b.1, giong: false });
    }
    let (mut i, mut j) = (a.1.start, b.1.start);
    for (x, y) in marks {
        let (x, y) = (x.saturating_add(a.1.start), y.saturating_add(b.1.start));
        khoang(cach, (a.0, i..x), (b.0, j..y), out);
        (i, j) = (x.saturating_add(1), y.saturating_add(1));
        out.push(Khop { cu: x..i, moi: y..j, giong: true });
    }
    khoang(cach, (a.0, i..a.1.end), (b.0, j..b.1.end), out);
}

fn lat<'a, T>((all, range): &Ben<'a, T>) -> &'a [T] {
    all.get(range.clone()).unwrap_or_default()
}

fn nho<T: Eq + Hash + Ord>(
    cach: Algorithm,
    x: &[T],
    y: &[T],
    i: usize,
    j: usize,
    out: &mut Vec<Khop>,
) {
    let moved = |range: Range<usize>, by: usize| {
        range.start.saturating_add(by)..range.end.saturating_add(by)
    };
    out.extend(capture_diff_slices(cach, x, y).into_iter().map(|op| Khop {
        cu: moved(op.old_range(), i),
        moi: moved(op.new_range(), j),
        giong: op.tag() == DiffTag::Equal,
    }));
}

/// Places of what each has exactly once, the longest chain that is in order in both.
fn moc<T: Eq + Hash>(a: &[T], b: &[T]) -> Vec<(usize, usize)> {
    let (once_a, once_b) = (mot_lan(a), mot_lan(b));
    let mut pairs: Vec<(usize, usize)> = once_a
        .into_iter()
        .filter_map(|(item, at)| Some((at?, once_b.get(item).copied()??)))
        .collect();
    pairs.sort_unstable();
    // The longest rising chain: for each length the pair that ends it lowest, and who stood before.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, (_, y)) in pairs.iter().enumerate() {
        let lower = |end: &usize| pairs.get(*end).is_some_and(|(_, other)| other < y);
        let length = ends.partition_point(lower);
        before.push(length.checked_sub(1).and_then(|l| ends.get(l)).copied());
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let last = ends.last().copied();
    let chain = std::iter::successors(last, |at| before.get(*at).copied().flatten());
    let mut out: Vec<(usize, usize)> = chain.filter_map(|at| pairs.get(at).copied()).collect();
    out.reverse();
    out
}

fn mot_lan<T: Eq + Hash>(all: &[T]) -> FxHashMap<&T, Option<usize>> {
    let mut out: HashMap<&T, Option<usize>, _> = FxHashMap::default();
    for (at, item) in all.iter().enumerate() {
        out.entry(item).and_modify(|place| *place = None).or_insert(Some(at));
    }
    out
}

/// Neighbours of one kind as one, empty ones left out.
fn gop(all: Vec<Khop>) -> Vec<Khop> {
    let mut out: Vec<Khop> = Vec::new();
    for k in all.into_iter().filter(|k| !(k.cu.is_empty() && k.moi.is_empty())) {
        match out.last_mut() {
            Some(last) if last.giong == k.giong => {
                last.cu.end = k.cu.end;
                last.moi.end = k.moi.end;
            }
            _ => out.push(k),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(cu: &[u32], moi: &[u32]) {
        let all = khop(cu, moi);
        let (mut i, mut j) = (0, 0);
        for k in &all {
            assert_eq!((k.cu.start, k.moi.start), (i, j));
            (i, j) = (k.cu.end, k.moi.end);
            assert!(!k.giong || cu[k.cu.clone()] == moi[k.moi.clone()]);
        }
        assert_eq!((i, j), (cu.len(), moi.len()));
    }

    #[test]
    fn long_sequences_are_matched_in_time() {
        let cu: Vec<u32> = (0..60_000).collect();
        let moi: Vec<u32> = (0..60_000).filter(|n| n % 7 != 0).chain([3, 4, 5]).collect();
        holds(&cu, &moi);
        let kept: usize = khop(&cu, &moi).iter().filter(|k| k.giong).map(|k| k.cu.len()).sum();
        assert!(kept > 51_000, "{kept}");
        holds(&cu, &cu.iter().rev().copied().collect::<Vec<_>>());
        holds(&[1; 40_000], &[2; 50_000]);
        holds(&[1; 40_000], &[1; 50_000]);
        holds(&[], &moi);
    }

    #[test]
    fn a_gap_of_replacements_is_one() {
        let changed: Vec<bool> =
            khop(&[1, 2, 3, 4], &[1, 7, 8, 4]).into_iter().map(|k| k.giong).collect();
        assert_eq!(changed, [true, false, true]);
    }
}
