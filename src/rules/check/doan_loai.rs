//! A file of which nobody knows what kind it is: its other faults are told all the same, as the kind that it most
//! likely is has them.

use std::sync::Arc;

use super::cac_co_quan::CacCoQuan;
use super::doc::Doc;
use super::mau::{self, KhoMau, TepMd};
use crate::model::khong_dau::{khong_dau, ten_tep_khong_dau};
use crate::model::{GiayTo, Loai, Mau};
use crate::reading::source::ten_goc;
use crate::reading::yaml::decode::{co_phai_la, nearest};
use crate::reading::yaml::{Node, Value};

/// Faults that come of the guess where the guess is bold.
const TUY_LOAI: &[&str] =
    &["missing-field", "unknown-key", "no-kinh-gui", "signer-count", "bad-symbol"];

/// Keys of files that are read in their own way, each held against other files.
const TEP_KHAC: &[&str] = &["dot", "chi_tiet", "ket_qua", "ban_chinh"];

/// The kind that has most of a file's keys, if no other is more likely.
const THUONG_GAP: &str = "thong_bao";

/// Adds the faults that the file has besides its kind.
pub fn loi_khac(
    doc: &mut Doc<'_>,
    root: &Node,
    kho: &KhoMau,
    co_quan: &CacCoQuan<'_>,
    md: &TepMd<'_>,
) {
    let elsewhere = TEP_KHAC.iter().any(|key| root.get(key).is_some());
    // A kind of the office's own whose declaration is broken is like no other.
    if elsewhere || !kho.cac_tep_hong().is_empty() {
        return;
    }
    let named = chac_chan(doc, root, kho);
    let chac = named.is_some();
    let likely = || theo_chu(root, kho).or_else(|| theo_muc(root, kho));
    let Some((loai, mau)) = named.or_else(likely) else { return };
    let before = doc.so_loi();
    mau::van_ban(doc, root, loai, &mau, co_quan, md);
    // A key like `loại` has been told as what it is.
    let told = co_phai_la("loai");
    doc.bo_sau(before, |d| {
        !chac && TUY_LOAI.contains(&d.code.as_ref()) || d.hint.as_ref() == Some(&told)
    });
}

/// By the word that was typed with its marks, or by the file's name.
fn chac_chan(doc: &Doc<'_>, root: &Node, kho: &KhoMau) -> Option<(Loai, Arc<Mau>)> {
    let typed = tu_da_go(root).map(|text| ten_tep_khong_dau(text).replace('-', "_"));
    let file = ten_tep_khong_dau(ten_goc(doc.ten())).replace('-', "_");
    let mut words = cac_mau(kho).flat_map(|mau| &mau.khoa);
    let found = match typed {
        Some(typed) => words.find(|khoa| **khoa == typed),
        None => words.find(|khoa| file.starts_with(khoa.as_str())),
    };
    theo_khoa(found?, kho)
}

/// By a word that is spelt nearly so.
fn theo_chu(root: &Node, kho: &KhoMau) -> Option<(Loai, Arc<Mau>)> {
    let own = cac_mau(kho).flat_map(|mau| &mau.khoa);
    let words: Vec<&str> = own.map(String::as_str).collect();
    theo_khoa(nearest(tu_da_go(root)?, &words)?, kho)
}

/// What stands under `loai`, or under the same word with its marks.
fn tu_da_go(root: &Node) -> Option<&str> {
    let Value::Map(entries) = &root.value else { return None };
    let is = |key: &Node| key.text().is_some_and(|text| khong_dau(text).trim() == "loai");
    entries.iter().find(|(key, _)| is(key)).and_then(|(_, value)| value.text())
}

/// By the keys that only one kind has.
fn theo_muc(root: &Node, kho: &KhoMau) -> Option<(Loai, Arc<Mau>)> {
    let Value::Map(entries) = &root.value else { return None };
    let has = |mau: &Mau| {
        let own = |key: &str| mau.truong.iter().any(|t| t.khoa == key);
        entries.iter().filter_map(|(key, _)| key.text()).filter(|key| own(key)).count()
    };
    let usual = kho.theo_khoa(THUONG_GAP)?;
    let best = cac_mau(kho).max_by_key(|mau| has(mau)).filter(|mau| has(mau) > has(usual));
    theo_khoa(best.and_then(|mau| mau.khoa.first()).map_or(THUONG_GAP, String::as_str), kho)
}

/// The kinds that a file can be.
fn cac_mau(kho: &KhoMau) -> impl Iterator<Item = &Arc<Mau>> {
    kho.cac_mau().filter(|mau| !GiayTo::la_cua_dot(mau))
}

fn theo_khoa(khoa: &str, kho: &KhoMau) -> Option<(Loai, Arc<Mau>)> {
    let mau = kho.theo_khoa(khoa)?;
    Some((mau.loai(khoa)?, Arc::clone(mau)))
}
