//! Hình: pictures that came, went or stand elsewhere, and shapes by how many there are.

use std::collections::BTreeMap;

use super::chuan::chuan;
use super::khop::khop_theo_moc;
use super::{Loai, ThayDoi};
use crate::word::doc_word::{Doan, Hinh, Khoi, TepWord};

/// Pictures by their bytes and their places, shapes by how many there are.
pub(super) fn hinh(cu: &TepWord, moi: &TepWord) -> Vec<ThayDoi> {
    let (old, new) = (dem(cu), dem(moi));
    let mut out = Vec::new();
    for (hinh, (noi, count)) in &old {
        let left = new.get(hinh).map_or(0, |(_, count)| *count);
        out.extend((*count > left).then(|| thay_doi(hinh, noi, count.saturating_sub(left), false)));
    }
    for (hinh, (noi, count)) in &new {
        let before = old.get(hinh).map_or(0, |(_, count)| *count);
        out.extend(
            (*count > before).then(|| thay_doi(hinh, noi, count.saturating_sub(before), true)),
        );
    }
    out.extend(dich(&cu.khoi, &moi.khoi));
    out
}

/// What is drawn in a file: where last, and how often.
fn dem(word: &TepWord) -> BTreeMap<&Hinh, (String, usize)> {
    let mut out: BTreeMap<&Hinh, (String, usize)> = BTreeMap::new();
    let heads = word.dau_chan.iter().flat_map(|part| &part.khoi);
    for doan in word.khoi.iter().chain(heads).flat_map(Khoi::cac_doan) {
        mot_doan(doan, &mut out);
    }
    out
}

fn mot_doan<'a>(doan: &'a Doan, out: &mut BTreeMap<&'a Hinh, (String, usize)>) {
    for hinh in &doan.hinh {
        let (noi, count) = out.entry(hinh).or_default();
        *noi = doan.cho();
        *count = count.saturating_add(1);
    }
    for inner in doan.chu_thich.iter().flatten().flat_map(Khoi::cac_doan) {
        mot_doan(inner, out);
    }
}

fn thay_doi(hinh: &Hinh, noi: &str, count: usize, moi: bool) -> ThayDoi {
    let (loai, verb) = if moi { (Loai::Them, "thêm") } else { (Loai::Bot, "bớt") };
    let what = match hinh {
        Hinh::Anh(_) => "hình ảnh",
        Hinh::Net | Hinh::Ke => "nét vẽ, khung vẽ",
    };
    let cau = format!("{noi}: {verb} {count} {what}");
    ThayDoi { loai, noi: noi.to_owned(), cu: None, moi: None, cau }
}

/// A text as its paragraphs that say something, and the pictures between them.
struct Van<'a> {
    khoa: Vec<String>,
    /// For each picture the paragraphs before it, and its own.
    anh: BTreeMap<&'a str, Vec<(usize, &'a Doan)>>,
}

impl<'a> Van<'a> {
    fn cua(khoi: &'a [Khoi]) -> Self {
        let mut out = Self { khoa: Vec::new(), anh: BTreeMap::new() };
        for doan in khoi.iter().flat_map(Khoi::cac_doan) {
            for hinh in &doan.hinh {
                if let Hinh::Anh(id) = hinh {
                    out.anh.entry(id).or_default().push((out.khoa.len(), doan));
                }
            }
            if !doan.trong() {
                out.khoa.push(chuan(&doan.chu));
            }
        }
        out
    }
}

/// Pictures that passed a paragraph which stayed.
fn dich(cu: &[Khoi], moi: &[Khoi]) -> Vec<ThayDoi> {
    let (old, new) = (Van::cua(cu), Van::cua(moi));
    let kept: Vec<(usize, usize)> = khop_theo_moc(&old.khoa, &new.khoa)
        .into_iter()
        .filter(|khop| khop.giong)
        .flat_map(|khop| khop.cu.zip(khop.moi))
        .collect();
    let mut out = Vec::new();
    for (id, places) in &old.anh {
        let others = new.anh.get(id).map_or(&[][..], Vec::as_slice);
        // Where one came or went it can't be told which.
        if others.len() != places.len() {
            continue;
        }
        for ((i, from), (j, to)) in places.iter().zip(others) {
            if kept.iter().any(|(a, b)| (a < i) != (b < j)) {
                let (noi, den) = (from.cho(), to.cho());
                let cau = format!("{noi}: dời hình ảnh đến {den}");
                out.push(ThayDoi { loai: Loai::Doi, noi, cu: None, moi: None, cau });
            }
        }
    }
    out
}
