//! Còn khác: the paper that comes out is held against the edited file once more. An edit that was led to no field and is no
//! difference any more has come out by itself: a number that is counted, the mark behind the last paragraph. A difference
//! that is no edit is what the program writes since the others were taken: it is told, so that paper and Word file never
//! differ in silence.

use std::collections::HashSet;

use super::ban_do::{Ai, BanDo, phang};
use super::cho_sua::{CacChoSua, ChoSua, Loai, SoDau, sau_so, tim};
use super::theo_nguon::KhongLay;
use crate::word::dau_goc::DauGoc;
use crate::word::doc_word::{Doan, TepWord};
use crate::word::so_sanh::chuan::chuan;
use crate::writers::docx::dau_goc::cua_doan;

/// Words that come out otherwise than the edited file has them, though nobody has edited them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theo {
    pub noi: String,
    /// In the edited file, and on the paper.
    pub word: String,
    pub ra: String,
    /// A field says them that was edited in another place; else the program has written or counted them.
    pub cung_muc: bool,
}

/// What is left.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ConKhac {
    /// Edits that have come out though nothing was done for them, by their numbers.
    pub tu_ra: Vec<usize>,
    pub theo: Vec<Theo>,
    /// Paragraphs that differ in nothing but the mark at their end, which printing sets.
    pub dau_cuoi: usize,
}

/// `vi` says of each edit why it was not taken; `ra` is what the patched source makes, with its map.
pub fn con_khac(
    (ban_do_truoc, cac, vi): (&BanDo<'_>, &CacChoSua, &[Option<&KhongLay>]),
    (ban_do, ra): (&BanDo<'_>, &TepWord),
    moi: &TepWord,
    dau: Option<&DauGoc>,
) -> ConKhac {
    let dau = dau.map(|dau| dau_sau(ban_do_truoc, ban_do, cac, dau));
    let sau = tim(ban_do, ra, moi, dau.as_ref());
    let con: Vec<(&ChoSua, Khoa)> = khac_chu(&sau, ban_do);
    let left = |one: &Khoa| con.iter().any(|(_, other)| other == one);
    let refused = cac
        .cac
        .iter()
        .zip(vi)
        .enumerate()
        .filter_map(|(at, (cho, why))| Some((at, Khoa::cua(cho, ban_do_truoc), (*why)?)));
    let refused: Vec<(usize, Khoa, &KhongLay)> = refused.collect();
    let tu_ra = refused.iter().filter(|(_, khoa, why)| co_the_tu_ra(why) && !left(khoa));
    let tu_ra = tu_ra.map(|(at, ..)| *at).collect();
    // What only the source has changed is told as that.
    let known = |khoa: &Khoa| {
        refused.iter().any(|(_, own, _)| own == khoa)
            || matches!(khoa, Khoa::Doan(moi) if cac.khac_nguon.contains(moi))
    };
    let word = phang(&moi.khoi);
    let mut out = ConKhac { tu_ra, ..ConKhac::default() };
    // A new line that the source makes a head of says the same.
    let words = con.iter().filter(|(cho, _)| cho.loai != Loai::CapDeMuc);
    for (cho, _) in words.filter(|(_, khoa)| !known(khoa)) {
        let theo = theo(ban_do, &word, cho);
        match co_chu(&theo.word) == co_chu(&theo.ra) {
            true => out.dau_cuoi = out.dau_cuoi.saturating_add(1),
            false if out.theo.contains(&theo) => {}
            false => out.theo.push(theo),
        }
    }
    out
}

/// Paragraphs that taking back has changed are as if the edited file had been written with them, and those that it has
/// taken out as if it had not: what differs there is no change of the source's. Those that only the source has stay its own.
fn dau_sau(truoc: &BanDo<'_>, sau: &BanDo<'_>, cac: &CacChoSua, dau: &DauGoc) -> DauGoc {
    let marks = |ban_do: &BanDo<'_>| -> HashSet<String> {
        let both = ban_do.doan.iter().filter(|doan| !cac.chi_nguon.contains(&loi(doan)));
        both.map(|doan| cua_doan(&doan.chu)).collect()
    };
    let (before, after) = (marks(truoc), marks(sau));
    let gone = before.difference(&after).cloned().collect();
    dau.doi(&gone, &after.difference(&before).cloned().collect())
}

/// Whether an edit that was led nowhere may come out all the same.
fn co_the_tu_ra(why: &KhongLay) -> bool {
    matches!(why, KhongLay::LoiCuaMau | KhongLay::CuaSo | KhongLay::SoDem | KhongLay::KhongRo(..))
}

/// By what an edit is known in the other comparison.
#[derive(Debug, PartialEq, Eq)]
enum Khoa {
    /// The paragraph of the edited file.
    Doan(usize),
    /// Words that it has no more.
    Bot(String),
    Cau(String),
}

impl Khoa {
    fn cua(cho: &ChoSua, ban_do: &BanDo<'_>) -> Self {
        match (&cho.loai, cho.moi) {
            (Loai::Bot { goc }, _) => {
                let doan = ban_do.doan.get(*goc);
                Self::Bot(doan.map_or_else(String::new, |doan| loi(doan)))
            }
            (_, Some(moi)) => Self::Doan(moi),
            (_, None) => Self::Cau(cho.cau.clone()),
        }
    }
}

fn loi(doan: &Doan) -> String {
    chuan(sau_so(doan, &SoDau::cua(doan)))
}

/// Those that are more than looks, each with its key.
fn khac_chu<'c>(sau: &'c CacChoSua, ban_do: &BanDo<'_>) -> Vec<(&'c ChoSua, Khoa)> {
    let words = sau.cac.iter().filter(|cho| cho.loai != Loai::TrinhBay);
    words.map(|cho| (cho, Khoa::cua(cho, ban_do))).collect()
}

fn theo(ban_do: &BanDo<'_>, word: &[&Doan], cho: &ChoSua) -> Theo {
    let (goc, cung_muc) = match &cho.loai {
        Loai::Chu { goc, khoang, .. } => {
            let letters = ban_do.chu(*goc, khoang);
            (Some(*goc), letters.iter().any(|(.., ai)| matches!(ai, Ai::Truong(..))))
        }
        Loai::So { goc, .. } | Loai::Bot { goc } | Loai::XungDot { goc } => (Some(*goc), false),
        _ => (None, false),
    };
    let ra = goc.and_then(|goc| ban_do.doan.get(goc)).map(|doan| doan.in_ra());
    let word = cho.moi.and_then(|moi| word.get(moi)).map(|doan| doan.in_ra());
    let (ra, word) = (ra.unwrap_or_default(), word.unwrap_or_default());
    // Of tables and pictures there is no paragraph to show.
    let word = if ra.is_empty() && word.is_empty() { cho.cau.clone() } else { word };
    Theo { noi: cho.noi.clone(), word, ra, cung_muc }
}

/// The letters and digits of a text.
fn co_chu(text: &str) -> String {
    chuan(text).chars().filter(|c| c.is_alphanumeric()).collect()
}
