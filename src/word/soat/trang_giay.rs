//! The paper and its margins, section by section (PL I, I.1 and I.3).

use std::collections::BTreeSet;

use super::PhatHien;
use super::giay::{Giay, trich};
use super::mien::noi_mien;
use super::nhin::so;
use crate::diagnostic::Diagnostic;
use crate::model::cach_soat::KhoGiay;
use crate::model::tuy_chon::MienGiaTri;
use crate::word::doc_word::PhanTrang;

/// Programs round a measure to a tenth of an inch or so.
const SAI_SO_MM: f64 = 0.6;
/// No paper has more sections than this.
const NHIEU_PHAN: usize = 500;
/// What Word takes where a file does not say it: a sheet of Letter with an inch around.
const MAC_DINH: (i32, i32) = (12_240, 15_840);
const LE_MAC_DINH: i32 = 1_440;

pub(super) fn soat(giay: &Giay) -> Vec<PhatHien> {
    let mut out = Vec::new();
    let mut told = BTreeSet::new();
    for (i, trang) in giay.word.phan_trang.iter().enumerate().take(NHIEU_PHAN) {
        let Some(first) = giay.dau_phan(i) else { continue };
        let where_ = match giay.word.phan_trang.len() {
            0 | 1 => "trang giấy".to_owned(),
            _ => format!("trang giấy từ đoạn {} “{}”", first.so, trich(&first.chu)),
        };
        for (khoa, words, d) in mot(giay, i, trang) {
            if told.insert(words.clone()) {
                let message = format!("{where_}: {words}");
                out.push(giay.tai(first, khoa, Diagnostic { message, ..d }));
            }
        }
    }
    out
}

fn mm(twips: i32) -> f64 {
    f64::from(twips) / 1440.0 * 25.4
}

fn gan(a: f64, b: f64) -> bool {
    (a - b).abs() <= 2.0
}

/// What is wrong with a section: field, words, finding.
fn mot(giay: &Giay, phan: usize, trang: &PhanTrang) -> Vec<(&'static str, String, Diagnostic)> {
    let mut out = Vec::new();
    let (w, h) = (trang.rong.unwrap_or(MAC_DINH.0), trang.cao.unwrap_or(MAC_DINH.1));
    let (w, h) = (mm(w), mm(h));
    let known = giay.bo.soat.kho_giay.iter().any(|kho| {
        (gan(w, kho.rong_mm) && gan(h, kho.cao_mm)) || (gan(w, kho.cao_mm) && gan(h, kho.rong_mm))
    });
    if !known {
        let each =
            |kho: &KhoGiay| format!("{} ({} x {} mm)", kho.ten, so(kho.rong_mm), so(kho.cao_mm));
        let all: Vec<String> = giay.bo.soat.kho_giay.iter().map(each).collect();
        let wanted = all.join(" hoặc ");
        let words = format!("khổ giấy {} x {} mm, phải là {wanted}", so(w.round()), so(h.round()));
        let d = Diagnostic::error("word-paper", "").clause("Phụ lục I, phần I, mục I.1");
        out.push(("kho_giay", words, d));
    }
    // A sheet that lies has its margins turned along, or not: the decree does not say.
    if w > h {
        return out;
    }
    let le = &trang.le;
    let side = |value: Option<i32>| value.unwrap_or(LE_MAC_DINH).saturating_abs();
    let left = side(le.trai).saturating_add(le.gay.unwrap_or_default());
    let (mut left, mut right) = (left, side(le.phai));
    // A section may be the back of a sheet, where the set has them change places.
    if phan > 0 && giay.t.trinh_bay.le_doi_xung && left < right {
        std::mem::swap(&mut left, &mut right);
    }
    let all = [
        ("le_tren", "lề trên", side(le.tren)),
        ("le_duoi", "lề dưới", side(le.duoi)),
        ("le_trai", "lề trái", left),
        ("le_phai", "lề phải", right),
    ];
    for (khoa, ten, twips) in all {
        let Some((mien, clause)) = giay.mien(khoa) else { continue };
        let value = mm(twips);
        let MienGiaTri::Khoang(from, to) = mien else { continue };
        if !(from - SAI_SO_MM..=to + SAI_SO_MM).contains(&value) {
            let words = format!("{ten} {} mm, phải {} mm", so(value), noi_mien(mien));
            out.push((khoa, words, Diagnostic::error("word-margin", "").clause(clause)));
        }
    }
    out
}
