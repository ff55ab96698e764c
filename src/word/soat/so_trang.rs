//! Page numbers: in the middle of the head, Arabic, upright, from 1, not on the first page (PL I, I.7).

use super::PhatHien;
use super::giay::Giay;
use super::mien::noi_co_chu;
use super::nhin::{pt, so};
use crate::diagnostic::Diagnostic;
use crate::word::doc_word::dang::{CanLe, DangDoan};
use crate::word::doc_word::{Doan, LoaiTrang, PhanTrang, SO_TRANG};

const I_7: &str = "Phụ lục I, phần I, mục I.7";
/// A text of so many letters takes more than one page at size 13 or 14, whatever its lines are: 47 lines of 90 letters fill
/// the page to its edges.
const HON_MOT_TRANG: usize = 4_500;

/// Half an inch, which is what Word takes, is more than the 10 mm of a set that says them; less is rounding.
const CACH_MEP_LECH_MM: f64 = 1.5;

/// No paper has more sections than this; each has its heads and feet read anew.
const NHIEU_PHAN: usize = 100;

/// A paragraph of a head or foot with the number in it.
struct Cho {
    chan: bool,
    trang: LoaiTrang,
    chu: String,
    dang: DangDoan,
    o_giua: Option<bool>,
}

pub(super) fn soat(giay: &Giay) -> Vec<PhatHien> {
    let mut out: Vec<PhatHien> = Vec::new();
    let mut numbered = false;
    let mut told: Vec<String> = Vec::new();
    for (i, trang) in giay.word.phan_trang.iter().enumerate().take(NHIEU_PHAN) {
        let Some(first) = giay.dau_phan(i) else { continue };
        let mut tell = |message: String| {
            if !told.contains(&message) {
                told.push(message.clone());
                let d = Diagnostic::error("word-page-number", format!("số trang: {message}"));
                out.push(giay.tai(first, "so_trang", d.clause(I_7)));
            }
        };
        let places = cac_cho(giay, i);
        numbered |= !places.is_empty();
        for cho in &places {
            mot(giay, cho, &mut tell);
        }
        if !places.is_empty() {
            cach_mep(giay, trang, &mut tell);
        }
        let format = trang.kieu_so_trang.as_deref().unwrap_or("decimal");
        if !places.is_empty() && !["decimal", "numberInDash"].contains(&format) {
            tell("không phải chữ số Ả Rập".to_owned());
        }
        if i == 0 && !places.is_empty() {
            let shown = places.iter().any(|cho| match trang.trang_dau_rieng {
                true => cho.trang == LoaiTrang::Dau,
                false => cho.trang == LoaiTrang::Thuong,
            });
            if shown {
                tell("trang đầu có số, phải để trống".to_owned());
            }
            if trang.bat_dau.is_some_and(|start| start != 1 && start != 0) {
                tell("không đánh từ số 1".to_owned());
            }
        }
    }
    let letters: usize = giay.doan.iter().map(|one| one.chu.chars().count()).sum();
    if !numbered && letters > HON_MOT_TRANG {
        let d = Diagnostic::error("word-page-number", "số trang: văn bản nhiều trang mà không đánh số trang")
            .hint("trong Word: Insert → Page Number → Top of Page, giữa trang; bỏ ở trang đầu (Different First Page)")
            .clause(I_7);
        out.extend(giay.ca_tep("so_trang", d));
    }
    out
}

/// Whether a section's pages have numbers.
pub(super) fn co(giay: &Giay, phan: usize) -> bool {
    !cac_cho(giay, phan).is_empty()
}

/// Where a section's pages have their numbers.
fn cac_cho(giay: &Giay, phan: usize) -> Vec<Cho> {
    let mut out = Vec::new();
    for part in giay.word.dau_chan_cua_phan(phan) {
        for (doan, dang) in giay.word.dang_dau_chan(&part) {
            if doan.in_ra().contains(SO_TRANG) {
                out.push(cho(part.chan, part.trang, doan, dang));
            }
        }
    }
    out
}

fn cho(chan: bool, trang: LoaiTrang, doan: &Doan, dang: DangDoan) -> Cho {
    let chu = doan.in_ra();
    // A frame or a tab may set it where the paragraph's own side does not say.
    let unsure = dang.trong_khung || chu.contains('\t') || chu.contains("    ");
    let o_giua = (!unsure).then_some(dang.can == CanLe::Giua);
    Cho { chan, trang, chu, dang, o_giua }
}

/// How far from the upper edge a number stands, where the set says so.
fn cach_mep(giay: &Giay, trang: &PhanTrang, tell: &mut impl FnMut(String)) {
    let wanted = giay.t.so_trang_cach_mep_mm;
    let own = trang.le.dau_trang.map(|twips| f64::from(twips) / 1440.0 * 25.4);
    let Some(own) = own.filter(|own| (own - wanted).abs() > CACH_MEP_LECH_MM) else { return };
    if giay.bo.soat.so_trang_cach_mep {
        tell(format!("cách mép trên {} mm, phải cách {} mm", so(own), so(wanted)));
    }
}

fn mot(giay: &Giay, cho: &Cho, tell: &mut impl FnMut(String)) {
    if cho.chan {
        tell("ở chân trang, phải ở giữa lề trên của trang".to_owned());
    } else if cho.o_giua == Some(false) {
        tell("không ở giữa, phải ở chính giữa lề trên của trang".to_owned());
    }
    let bare: String = cho.chu.replace(SO_TRANG, "").split_whitespace().collect();
    if bare.chars().any(char::is_alphanumeric) || bare.contains('‹') {
        tell("có chữ khác đi kèm, phải chỉ có chữ số".to_owned());
    }
    let number = cho.dang.chu.iter().find(|(text, _)| text.contains(SO_TRANG));
    let Some((_, look)) = number else { return };
    if let Some((mien, _)) = giay.mien("co_chu_so_trang")
        && !mien.chua(pt(look.co))
    {
        tell(format!("cỡ chữ {}, phải {}", so(pt(look.co)), noi_co_chu(mien)));
    }
    if look.nghieng {
        tell("in nghiêng, phải là chữ đứng".to_owned());
    }
}
