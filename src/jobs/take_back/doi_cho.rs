//! Đoạn dời chỗ: a paragraph that was moved to where no field can have it. Who took only that it went would lose its words.

use super::ban_do::BanDo;
use super::cho_sua::{ChoSua, Loai, SoDau, sau_so};
use super::theo_nguon::{KhongLay, Viec};
use crate::word::so_sanh::chuan::chuan;

const DOI: &str = "đoạn dời đến chỗ không lấy về được, nên cũng không bớt ở đây để khỏi mất lời; dời trong tệp nguồn";

/// Leaves those that went where they are whose words have come in a place that is not taken.
pub fn giu_loi(ban_do: &BanDo<'_>, cac: &[ChoSua], found: &mut [Result<Vec<Viec>, KhongLay>]) {
    let lost: Vec<String> = cac
        .iter()
        .zip(found.iter())
        .filter_map(|(cho, one)| match (&cho.loai, one) {
            (Loai::Them { doan, .. }, Err(why)) if *why != KhongLay::BoQua => Some(gon(&doan.chu)),
            _ => None,
        })
        .collect();
    for (cho, one) in cac.iter().zip(found).filter(|(_, one)| one.is_ok()) {
        let Loai::Bot { goc } = cho.loai else { continue };
        let words = ban_do.doan.get(goc).map(|doan| sau_so(doan, &SoDau::cua(doan)));
        if words.is_some_and(|words| lost.contains(&gon(words))) {
            *one = Err(KhongLay::KhongRo(DOI, None));
        }
    }
}

/// Without the number and the marks around it, which depend on the place.
fn gon(text: &str) -> String {
    let text = chuan(text);
    let (_, words) = text.split_at(SoDau::cua_chu(&text).dai);
    words.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}
