//! Which paragraph of the old text is which of the new: equal ones by a common subsequence, what lies
//! between by how many words it shares.

use std::ops::Range;

use super::chuan::{cac_tu, chuan};
use super::khop::khop_theo_moc;
use crate::word::doc_word::{Doan, Hang, Khoi, ThanhPhan};

/// A step through two texts, in the order of both.
#[derive(Debug, PartialEq, Eq)]
pub enum Buoc<'a, T> {
    /// The same thing, changed or not.
    Cap(&'a T, &'a T),
    Bot(&'a T),
    Them(&'a T),
}

/// How a thing is known again.
struct DauVet {
    khoa: String,
    loai: ThanhPhan,
    la_bang: bool,
    /// It is one paragraph by itself.
    la_doan: bool,
    /// Its words, sorted.
    tu: Vec<String>,
}

/// Something that a text is a sequence of.
pub trait DonVi {
    fn cac_doan(&self) -> Vec<&Doan>;

    fn la_bang(&self) -> bool {
        false
    }

    fn la_doan(&self) -> bool {
        false
    }

    /// Nothing to see: an empty paragraph is no part of the text.
    fn trong(&self) -> bool {
        false
    }
}

impl DonVi for Khoi {
    fn cac_doan(&self) -> Vec<&Doan> {
        self.cac_doan()
    }

    fn la_bang(&self) -> bool {
        matches!(self, Self::Bang(_))
    }

    fn la_doan(&self) -> bool {
        matches!(self, Self::Doan(_))
    }

    fn trong(&self) -> bool {
        matches!(self, Self::Doan(doan) if doan.trong())
    }
}

impl DonVi for Hang {
    fn cac_doan(&self) -> Vec<&Doan> {
        self.cac_doan()
    }

    fn trong(&self) -> bool {
        self.o.is_empty()
    }
}

/// A gap larger than this (old × new) is not searched for pairs.
const KHE: usize = 250_000;
/// Two things that share less than this are not the same one.
const GIONG: f64 = 0.4;

/// The steps from `cu` to `moi`.
pub fn can<'a, T: DonVi>(cu: &'a [T], moi: &'a [T]) -> Vec<Buoc<'a, T>> {
    let cu: Vec<(&T, DauVet)> = dau_vet(cu);
    let moi: Vec<(&T, DauVet)> = dau_vet(moi);
    let khoa = |list: &[(&T, DauVet)]| list.iter().map(|(_, d)| d.khoa.clone()).collect::<Vec<_>>();
    let mut out = Vec::new();
    for khop in khop_theo_moc(&khoa(&cu), &khoa(&moi)) {
        let (a, b) = (doan(&cu, khop.cu), doan(&moi, khop.moi));
        match khop.giong {
            true => out.extend(a.iter().zip(b).map(|(a, b)| Buoc::Cap(a.0, b.0))),
            false => ghep(a, b, &mut out),
        }
    }
    out
}

fn doan<T>(list: &[T], range: Range<usize>) -> &[T] {
    list.get(range).unwrap_or_default()
}

fn dau_vet<T: DonVi>(list: &[T]) -> Vec<(&T, DauVet)> {
    let seen = list.iter().filter(|unit| !unit.trong());
    seen.map(|unit| (unit, DauVet::cua(unit))).collect()
}

impl DauVet {
    fn cua(unit: &impl DonVi) -> Self {
        let doan = unit.cac_doan();
        let khoa: Vec<String> = doan.iter().map(|d| bo_so(&chuan(&d.in_ra())).to_owned()).collect();
        let khoa = khoa.join("\n");
        let mut tu: Vec<String> =
            cac_tu(&khoa).iter().map(|tu| tu.chuan().to_lowercase()).collect();
        tu.sort_unstable();
        let loai = match doan.as_slice() {
            [one] => one.thanh_phan,
            _ => ThanhPhan::Thuong,
        };
        Self { khoa, loai, la_bang: unit.la_bang(), la_doan: unit.la_doan(), tu }
    }

    /// From 0, nothing in common, to 1 and more, the same.
    fn giong(&self, other: &Self) -> f64 {
        if self.la_bang != other.la_bang {
            return 0.0;
        }
        // There is one number, one date, one subject: whatever it says, it is the same thing.
        let one = |t: ThanhPhan| {
            use ThanhPhan as T;
            matches!(t, T::SoKyHieu | T::DiaDanhThoiGian | T::TenLoai | T::TrichYeu | T::HoTen)
        };
        let common = chung(&self.tu, &other.tu) as f64;
        let total = (self.tu.len().saturating_add(other.tu.len())) as f64;
        let share = if total > 0.0 { 2.0 * common / total } else { 0.0 };
        let bonus =
            if self.la_bang || (one(self.loai) && self.loai == other.loai) { 0.5 } else { 0.0 };
        share + bonus
    }
}

/// How many words two sorted lists share.
fn chung(a: &[String], b: &[String]) -> usize {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut count = 0_usize;
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => drop(a.next()),
            std::cmp::Ordering::Greater => drop(b.next()),
            std::cmp::Ordering::Equal => {
                count = count.saturating_add(1);
                a.next();
                b.next();
            }
        }
    }
    count
}

/// The text without a number that counts (`II.`, `3.1.`, `a)`, `Điều 5.`): it changes when something is
/// put before it.
fn bo_so(text: &str) -> &str {
    let rest = text.strip_prefix("Điều ").unwrap_or(text);
    let Some((first, after)) = rest.split_once(' ') else { return text };
    let Some(body) = first.strip_suffix(['.', ')']) else { return text };
    let roman = body.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let digits = body.chars().all(|c| c.is_ascii_digit() || c == '.');
    let letter = body.chars().count() == 1 && body.chars().all(|c| c.is_lowercase());
    if !body.is_empty() && (roman || digits || letter) { after } else { text }
}

/// Pairs what lies between equal parts, in order, so that the pairs share as much as can be.
fn ghep<'a, T>(a: &[(&'a T, DauVet)], b: &[(&'a T, DauVet)], out: &mut Vec<Buoc<'a, T>>) {
    // One paragraph between two that stayed is that one rewritten, however little is left of it.
    if let ([(old, x)], [(new, y)]) = (a, b)
        && x.la_doan
        && y.la_doan
        && x.loai == y.loai
    {
        return out.push(Buoc::Cap(old, new));
    }
    let pairs =
        if a.len().saturating_mul(b.len()) <= KHE { cap_hay_nhat(a, b) } else { Vec::new() };
    let (mut i, mut j) = (0, 0);
    for (x, y) in pairs.into_iter().chain([(a.len(), b.len())]) {
        out.extend(doan(a, i..x).iter().map(|(unit, _)| Buoc::Bot(*unit)));
        out.extend(doan(b, j..y).iter().map(|(unit, _)| Buoc::Them(*unit)));
        if let (Some((old, _)), Some((new, _))) = (a.get(x), b.get(y)) {
            out.push(Buoc::Cap(old, new));
        }
        (i, j) = (x.saturating_add(1), y.saturating_add(1));
    }
}

/// The best chain of pairs: the longest common subsequence, weighed by likeness.
fn cap_hay_nhat<T>(a: &[(&T, DauVet)], b: &[(&T, DauVet)]) -> Vec<(usize, usize)> {
    let width = b.len().saturating_add(1);
    let at = |i: usize, j: usize| i.saturating_mul(width).saturating_add(j);
    let size = a.len().saturating_add(1).saturating_mul(width);
    let mut best = vec![0.0_f64; size];
    let mut like = vec![0.0_f64; size];
    let value = |table: &[f64], i: usize, j: usize| table.get(at(i, j)).copied().unwrap_or(0.0);
    for (i, (_, x)) in a.iter().enumerate().rev() {
        for (j, (_, y)) in b.iter().enumerate().rev() {
            let (below, right) = (i.saturating_add(1), j.saturating_add(1));
            let score = x.giong(y);
            let pair = if score >= GIONG { score + value(&best, below, right) } else { 0.0 };
            let skip = value(&best, below, j).max(value(&best, i, right));
            if let (Some(best), Some(like)) = (best.get_mut(at(i, j)), like.get_mut(at(i, j))) {
                *best = pair.max(skip);
                *like = if pair > 0.0 && pair >= skip { score } else { 0.0 };
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut out = Vec::new();
    while i < a.len() && j < b.len() {
        let (below, right) = (i.saturating_add(1), j.saturating_add(1));
        if value(&like, i, j) > 0.0 {
            out.push((i, j));
            (i, j) = (below, right);
        } else if value(&best, below, j) >= value(&best, i, right) {
            i = below;
        } else {
            j = right;
        }
    }
    out
}
