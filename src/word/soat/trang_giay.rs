//! The paper and its margins, section by section (PL I, I.1 and I.3).

use std::collections::BTreeSet;

use super::PhatHien;
use super::giay::{Giay, trich};
use super::nhin::so;
use super::thanh_phan::{mien, noi_mien};
use crate::diagnostic::Diagnostic;
use crate::model::tuy_chon::MienGiaTri;
use crate::word::doc_word::PhanTrang;

/// Programs round a measure to a tenth of an inch or so.
const SAI_SO_MM: f64 = 0.6;
/// No paper has more sections than this.
const NHIEU_PHAN: usize = 500;
/// A4, the short side first.
const A4_MM: (f64, f64) = (210.0, 297.0);
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
        for (khoa, words, d) in mot(trang) {
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
fn mot(trang: &PhanTrang) -> Vec<(&'static str, String, Diagnostic)> {
    let mut out = Vec::new();
    let (w, h) = (trang.rong.unwrap_or(MAC_DINH.0), trang.cao.unwrap_or(MAC_DINH.1));
    let (w, h) = (mm(w), mm(h));
    let (short, long) = A4_MM;
    let portrait = gan(w, short) && gan(h, long);
    let landscape = gan(w, long) && gan(h, short);
    if !portrait && !landscape {
        let words =
            format!("khổ giấy {} x {} mm, phải là A4 (210 x 297 mm)", so(w.round()), so(h.round()));
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
    let all = [
        ("le_tren", "lề trên", side(le.tren)),
        ("le_duoi", "lề dưới", side(le.duoi)),
        ("le_trai", "lề trái", left),
        ("le_phai", "lề phải", side(le.phai)),
    ];
    for (khoa, ten, twips) in all {
        let Some((mien, clause)) = mien(khoa) else { continue };
        let value = mm(twips);
        let MienGiaTri::Khoang(from, to) = mien else { continue };
        if !(from - SAI_SO_MM..=to + SAI_SO_MM).contains(&value) {
            let words = format!("{ten} {} mm, phải {} mm", so(value), noi_mien(mien));
            out.push((khoa, words, Diagnostic::error("word-margin", "").clause(clause)));
        }
    }
    out
}
