//! The names of the offices in the head: the superior one in plain letters, the issuing one in bold.

use super::PhatHien;
use super::giay::Giay;
use super::mau::{BAN_HANH, CHU_QUAN};
use super::nhin::Nhin;
use super::thanh_phan::mot_dong;
use crate::word::nhan_dang::VaiDong;
use crate::word::nhan_dang::tu::khoa;

/// The superior office in plain letters, the issuing one in bold. Which line is whose is told by the look, so that a
/// look that is wrong is told where names leave no doubt.
pub(super) fn soat(giay: &Giay, out: &mut Vec<PhatHien>) {
    let ten = &giay.bo.soat.ten_co_quan;
    let all: Vec<_> = giay.vai(VaiDong::CoQuan).collect();
    let bold: Vec<bool> = all
        .iter()
        .map(|(line, one)| Nhin::o(one, &line.dong.goc.cho).co(|look| look.dam))
        .collect();
    let first_bold = bold.iter().position(|bold| *bold);
    let begins = |i: usize, with: &[&str]| {
        let key = all.get(i).map(|(line, _)| khoa(&line.dong.chu)).unwrap_or_default();
        with.iter().any(|word| key.starts_with(word))
    };
    // A name that goes on with `và` is not at its end.
    let open = |i: usize| {
        let above = i.checked_sub(1).and_then(|i| all.get(i));
        above.is_some_and(|(line, _)| khoa(&line.dong.chu).ends_with(" va"))
    };
    let second = (1..all.len()).find(|i| begins(*i, ten.duoi) && !open(*i));
    // Several offices that issue together are all in bold.
    let peers = begins(0, &["so "]) && (1..all.len()).any(|i| begins(i, &["so "]));
    // `TRUNG TÂM GDNN - GDTX` is one office, `THƯỜNG TRỰC HĐND - UBND` are two.
    let office = |text: &str| {
        let key = khoa(text);
        [ten.tren, ten.ngang, ten.duoi].concat().iter().any(|word| key.starts_with(word))
    };
    let dash = |text: &str| {
        let parts = text.split(" - ").skip(1).any(office);
        parts || text.starts_with("- ") || text.ends_with(" -")
    };
    let side_by_side = all.iter().any(|(line, _)| dash(&line.dong.chu));
    let joint =
        peers || side_by_side || (1..all.len()).any(|i| begins(i, ten.ngang)) || all.len() > 4;
    let own_from = match first_bold {
        None => all.len().saturating_sub(1),
        Some(0) => second.filter(|_| begins(0, ten.tren) && !joint).unwrap_or(0),
        Some(first) => first,
    };
    for (i, (line, one)) in all.iter().enumerate() {
        let mau = if i < own_from { &CHU_QUAN } else { &BAN_HANH };
        mot_dong(giay, line, one, &line.dong.goc.cho, mau, out);
    }
}
