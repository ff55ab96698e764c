//! Words that the source says more than once: of equal texts a template may print one for the other, so nobody's letters
//! are sure to be theirs. Where the paper has the words as often as the source, they stand in the same order in both, and
//! what comes of an edit is proven by building the paper again.

use std::collections::{HashMap, HashSet};

use super::ban_do::{Ai, TruongChu, doi};
use crate::word::doc_word::Doan;
use crate::word::nhan_dang::{DauDoan, dau_doan};

/// Shorter words stand in too many places by accident.
const NGAN: usize = 12;

/// The letters of a text, each with its byte.
struct ChuTron {
    chu: Vec<char>,
    cho: Vec<usize>,
}

impl ChuTron {
    fn cua(text: &str) -> Self {
        let letters = text.char_indices().filter(|(_, c)| c.is_alphanumeric());
        let (cho, chu) = letters.map(|(at, c)| (at, c.to_lowercase().next().unwrap_or(c))).unzip();
        Self { chu, cho }
    }

    /// The bytes at which other letters begin in it, none of them upon another.
    fn tim(&self, other: &[char]) -> Vec<usize> {
        let (mut at, mut out) = (0_usize, Vec::new());
        while let Some(rest) = self.chu.get(at..).filter(|rest| rest.len() >= other.len()) {
            let Some(found) = rest.windows(other.len()).position(|window| window == other) else {
                break;
            };
            let start = at.saturating_add(found);
            out.extend(self.cho.get(start).copied());
            at = start.saturating_add(other.len());
        }
        out
    }
}

/// Gives the letters of paragraphs that nobody is known to say to the fields that say the same words and whose own are
/// nowhere else. `truong`: the fields in the order in which the paper has them.
pub(super) fn dat(doan: &[&Doan], truong: &[TruongChu], ai: &mut [Vec<Ai>]) {
    // Marks that printing adds are known everywhere.
    let unknown = |own: &[Ai]| {
        own.contains(&Ai::KhongRo) && !own.iter().any(|ai| matches!(ai, Ai::Truong(..)))
    };
    let mut groups: HashMap<Vec<char>, Vec<usize>> = HashMap::new();
    for (at, one) in
        doan.iter().enumerate().filter(|(at, _)| ai.get(*at).is_some_and(|own| unknown(own)))
    {
        let key = ChuTron::cua(sau_so(&one.chu)).chu;
        if key.len() >= NGAN {
            groups.entry(key).or_default().push(at);
        }
    }
    if groups.is_empty() {
        return;
    }
    let known: HashSet<(usize, usize)> = ai
        .iter()
        .flatten()
        .filter_map(|ai| match ai {
            Ai::Truong(so, at) => Some((*so, *at)),
            Ai::Mau | Ai::KhongRo => None,
        })
        .collect();
    let fields: Vec<ChuTron> = truong.iter().map(|field| ChuTron::cua(&field.gia_tri)).collect();
    for (key, paragraphs) in groups {
        let of = |(so, text): (usize, &ChuTron)| {
            text.tim(&key).into_iter().map(move |at| (so, at)).collect::<Vec<_>>()
        };
        let places = fields.iter().enumerate().flat_map(of).filter(|place| !known.contains(place));
        let places: Vec<(usize, usize)> = places.collect();
        if places.len() != paragraphs.len() {
            continue;
        }
        for (at, place) in paragraphs.into_iter().zip(places) {
            if let Some((one, own)) = doan.get(at).zip(ai.get_mut(at)) {
                ghi(&one.chu, own, truong, place);
            }
        }
    }
}

/// Without the number of its Điều, which one of two equal texts may have typed and the other counted.
fn sau_so(chu: &str) -> &str {
    let count = match dau_doan(chu) {
        (DauDoan::Dieu(_), count) => count,
        _ => 0,
    };
    let at = chu.char_indices().nth(count).map_or(chu.len(), |(at, _)| at);
    chu.get(at..).unwrap_or_default().trim_start()
}

/// The letters of a paragraph as a field says them from a byte on.
fn ghi(chu: &str, own: &mut [Ai], truong: &[TruongChu], (so, tu): (usize, usize)) {
    let value = truong.get(so).map_or("", |field| field.gia_tri.as_str());
    let said = sau_so(chu);
    let before = chu.len().saturating_sub(said.len());
    let Some(places) = value.get(tu..).and_then(|rest| doi(said, rest, tu)) else { return };
    for ((at, c), place) in said.char_indices().zip(places) {
        let at = at.saturating_add(before);
        let end = at.saturating_add(c.len_utf8());
        if let Some(slots) = own.get_mut(at..end) {
            let who = place.map_or(Ai::Mau, |place| Ai::Truong(so, place));
            slots.iter_mut().filter(|slot| **slot == Ai::KhongRo).for_each(|slot| *slot = who);
        }
    }
}
