//! What is beside the text: head and foot of the pages, pictures and shapes.

use std::collections::BTreeMap;

use super::{Loai, ThayDoi, so_sanh};
use crate::word::doc_word::{DauChan, Doan, Hinh, Khoi, TepWord};

/// Head and foot, kind by kind of page.
pub(super) fn dau_chan(cu: &[DauChan], moi: &[DauChan]) -> Vec<ThayDoi> {
    let mut names: Vec<&str> = cu.iter().chain(moi).map(|part| part.ten.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let of = |all: &[DauChan], name: &str| -> Vec<Khoi> {
        all.iter().filter(|part| part.ten == name).flat_map(|part| part.khoi.clone()).collect()
    };
    names.into_iter().flat_map(|name| so_sanh(&of(cu, name), &of(moi, name))).collect()
}

/// Pictures by their bytes, shapes by how many there are.
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
