//! Đối chiếu: the paper that was made of what was taken over, held against the Word file it came from: which letters
//! are not carried over and where they stood, which the templates say by themselves.

mod theo_mau;
mod tho;

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use crate::word::doc_word::{Doan, Khoi, SO_TRANG, TepWord};
use crate::word::nhan_dang::ha_cao;
use crate::word::so_sanh::chuan::{self, cac_tu};

pub use tho::doi_chieu_tho;

/// What came of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct KetQua {
    /// Paragraphs with letters, and how many of them are there with all letters.
    pub doan: usize,
    pub giu: usize,
    pub mat: Vec<Mat>,
    /// What the new paper says and the old one does not.
    pub them: Vec<String>,
    /// Paragraphs that differ in nothing but capitals, the place of a tone, or the zero of a number below ten.
    pub khac_hoa: Vec<String>,
}

/// Letters that were not carried over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mat {
    pub noi: String,
    pub chu: String,
}

/// A paragraph as it is compared.
struct DoanSo {
    noi: String,
    tu: Vec<Tu>,
}

/// A word: as it is compared, as it is written.
#[derive(Clone)]
struct Tu {
    khoa: String,
    chu: String,
}

/// Above so many words the order of those that differ is not looked at.
const NHIEU_TU: usize = 6_000;

pub fn doi_chieu(cu: &TepWord, moi: &TepWord) -> KetQua {
    let (old, new) = (cac_doan(cu), cac_doan(moi));
    let mut out = KetQua { doan: old.len(), ..KetQua::default() };
    let (left_old, left_new) = khop(&old, &new, &mut out);
    let (lost, come) = khac(&old, &left_old, &new, &left_new);
    for (i, words) in lost {
        if let Some(doan) = old.get(i) {
            out.mat.push(Mat { noi: doan.noi.clone(), chu: words });
        }
    }
    out.them = come;
    out.giu = out.doan.saturating_sub(out.mat.len());
    out
}

/// Paragraphs that are the same on both sides; what is left of each.
fn khop(old: &[DoanSo], new: &[DoanSo], out: &mut KetQua) -> (Vec<usize>, Vec<usize>) {
    let key =
        |doan: &DoanSo| doan.tu.iter().map(|tu| tu.khoa.as_str()).collect::<Vec<_>>().join(" ");
    let mut there: HashMap<String, Vec<usize>> = HashMap::new();
    for (i, doan) in new.iter().enumerate().rev() {
        there.entry(key(doan)).or_default().push(i);
    }
    let mut left_old = Vec::new();
    let mut taken = vec![false; new.len()];
    for (i, doan) in old.iter().enumerate() {
        match there.get_mut(&key(doan)).and_then(Vec::pop) {
            Some(at) => {
                if let Some(slot) = taken.get_mut(at) {
                    *slot = true;
                }
                let same = new.get(at).is_some_and(|other| {
                    other.tu.iter().zip(&doan.tu).all(|(a, b)| a.chu == b.chu)
                });
                if !same {
                    out.khac_hoa.push(doan.noi.clone());
                }
            }
            None => left_old.push(i),
        }
    }
    let left_new = taken.iter().enumerate().filter(|(_, taken)| !**taken).map(|(i, _)| i).collect();
    (left_old, left_new)
}

/// Of what is left: the words that went, by paragraph, and those that came, in stretches.
fn khac(
    old: &[DoanSo],
    left_old: &[usize],
    new: &[DoanSo],
    left_new: &[usize],
) -> (Vec<(usize, String)>, Vec<String>) {
    let flat = |all: &[DoanSo], left: &[usize]| -> Vec<(usize, Tu)> {
        let of = |i: &usize| {
            let words = all.get(*i).map(|doan| doan.tu.clone()).unwrap_or_default();
            words.into_iter().map(|tu| (*i, tu)).collect::<Vec<_>>()
        };
        left.iter().flat_map(of).collect()
    };
    let (a, b) = (flat(old, left_old), flat(new, left_new));
    let (mut gone, mut come) = hieu(&a, &b);
    // What stands elsewhere on the other side is carried over: columns of the head are read in another order.
    let mut spare: HashMap<String, usize> = HashMap::new();
    for at in &come {
        if let Some((_, tu)) = b.get(*at) {
            let count = spare.entry(tu.khoa.clone()).or_default();
            *count = count.saturating_add(1);
        }
    }
    let mut used: HashMap<String, usize> = HashMap::new();
    gone.retain(|at| {
        let Some((_, tu)) = a.get(*at) else { return false };
        match spare.get_mut(&tu.khoa).filter(|count| **count > 0) {
            Some(count) => {
                *count = count.saturating_sub(1);
                let taken = used.entry(tu.khoa.clone()).or_default();
                *taken = taken.saturating_add(1);
                false
            }
            None => true,
        }
    });
    come.retain(|at| {
        let Some((_, tu)) = b.get(*at) else { return false };
        match used.get_mut(&tu.khoa).filter(|count| **count > 0) {
            Some(count) => {
                *count = count.saturating_sub(1);
                false
            }
            None => true,
        }
    });
    let lost = quang(&a, &gone).into_iter().collect();
    let came = quang(&b, &come).into_iter().map(|(_, words)| words).collect();
    (lost, came)
}

/// The places on either side of which the other has none.
fn hieu(a: &[(usize, Tu)], b: &[(usize, Tu)]) -> (Vec<usize>, Vec<usize>) {
    let all = |len: usize| (0..len).collect::<Vec<_>>();
    if a.len().saturating_add(b.len()) > NHIEU_TU {
        return (all(a.len()), all(b.len()));
    }
    let keys =
        |list: &[(usize, Tu)]| list.iter().map(|(_, tu)| tu.khoa.clone()).collect::<Vec<_>>();
    let (x, y) = (keys(a), keys(b));
    let (mut gone, mut come) = (Vec::new(), Vec::new());
    for op in similar::capture_diff_slices(similar::Algorithm::Myers, &x, &y) {
        let (tag, old, new) = op.as_tag_tuple();
        if tag != similar::DiffTag::Equal {
            gone.extend(old);
            come.extend(new);
        }
    }
    (gone, come)
}

/// Neighbouring words of one paragraph together.
fn quang(words: &[(usize, Tu)], at: &[usize]) -> Vec<(usize, String)> {
    let mut out: Vec<(usize, String)> = Vec::new();
    let mut before: Option<usize> = None;
    for place in at {
        let Some((doan, tu)) = words.get(*place) else { continue };
        let next_to = before.is_some_and(|b| b.saturating_add(1) == *place);
        // A word that another one was written for.
        if tu.chu.is_empty() {
            before = Some(*place);
            continue;
        }
        match out.last_mut() {
            Some((last, text)) if last == doan => {
                text.push_str(if next_to { " " } else { " … " });
                text.push_str(&tu.chu);
            }
            _ => out.push((*doan, tu.chu.clone())),
        }
        before = Some(*place);
    }
    out
}

/// Whether a file has any letters, in its notes and at the head and foot of its pages too.
pub fn co_chu(word: &TepWord) -> bool {
    !cac_doan(word).is_empty()
}

/// All paragraphs of a file that have letters, those of notes and of head and foot of the pages too.
fn cac_doan(word: &TepWord) -> Vec<DoanSo> {
    let mut out = Vec::new();
    word.khoi.iter().flat_map(Khoi::cac_doan).for_each(|doan| them(doan, None, &mut out));
    for part in &word.dau_chan {
        for doan in part.khoi.iter().flat_map(Khoi::cac_doan) {
            them(doan, Some("Đầu, chân trang"), &mut out);
        }
    }
    out
}

fn them(doan: &Doan, noi: Option<&str>, out: &mut Vec<DoanSo>) {
    let noi = noi.map_or_else(|| doan.cho(), str::to_owned);
    let text = ha_cao(&doan.in_ra().replace(SO_TRANG, " "));
    let tu = cac_tu_so(&text);
    if !tu.is_empty() {
        out.push(DoanSo { noi, tu: theo_mau::chuan(tu) });
    }
    for note in &doan.chu_thich {
        note.iter().flat_map(Khoi::cac_doan).for_each(|doan| them(doan, None, out));
    }
}

/// The words of a text as they are compared.
fn cac_tu_so(text: &str) -> Vec<Tu> {
    let keep = |tu: &chuan::Tu| tu.la_chu() || DAU_CO_NGHIA.contains(&tu.chuan());
    let of = |tu: chuan::Tu| Tu {
        khoa: bo_khong(dau_thanh_sau(&tu.chuan().to_lowercase())),
        chu: text.get(tu.o.clone()).unwrap_or_default().to_owned(),
    };
    cac_tu(text).into_iter().filter(keep).map(of).collect()
}

/// What they are compared by.
fn cac_khoa(text: &str) -> Vec<String> {
    cac_tu_so(text).into_iter().map(|tu| tu.khoa).collect()
}

/// The tone of a syllable behind its letters: `hoà` and `hòa` are one word, and the templates write one of them.
fn dau_thanh_sau(tu: &str) -> String {
    let (tones, letters): (Vec<char>, Vec<char>) = tu
        .nfd()
        .partition(|c| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'));
    letters.into_iter().chain(tones).collect()
}

/// A number below ten is written with a zero or without one, as the rules of the day have it.
fn bo_khong(tu: String) -> String {
    match tu.strip_prefix('0') {
        Some(rest) if rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit()) => {
            rest.to_owned()
        }
        _ => tu,
    }
}

/// Signs that say something by themselves; the others part words and begin and end items.
const DAU_CO_NGHIA: &[&str] =
    &["%", "=", "<", ">", "§", "±", "≥", "≤", "×", "°", "&", "@", "$", "☐", "☑", "☒", "□", "✓"];
