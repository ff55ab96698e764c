//! Dấu chỉ độ mật, mức độ khẩn, phạm vi lưu hành, dự thảo: in frames or without, as the rules have them.

use crate::compose::document::{DauDuoiSo, Khung};
use crate::compose::fonts::{Face, Fonts};
use crate::model::the_thuc::TheThuc;
use crate::model::trinh_bay::{CachDuThao, KieuChu};
use crate::model::{DauKhung, DuThao, VanBan};

/// Between the words of a stamp and its frame, left and right.
const KHUNG_LE_MM: f64 = 4.0;

/// Độ mật, then what else the rules have in frames: mức độ khẩn, the mark of a draft.
pub fn dau_khung(van_ban: &VanBan, t: &TheThuc, fonts: &Fonts) -> Vec<Khung> {
    let (chi_dan, tb) = (&van_ban.chi_dan, t.trinh_bay);
    let khan = chi_dan.khan.filter(|_| tb.dau_trong_khung);
    let draft = van_ban.du_thao.as_ref().filter(|_| tb.du_thao == CachDuThao::TrongKhung);
    let stamps = [chi_dan.mat, khan].into_iter().flatten();
    let stamps = stamps.map(|dau| khung(&dau, van_ban, t, fonts));
    stamps.chain(draft.map(|d| khung_den(&d.chu, t, fonts))).collect()
}

/// What the rules have without a frame: mức độ khẩn in bold capitals, the mark of a draft in slanted letters.
pub fn duoi_so(van_ban: &VanBan, t: &TheThuc) -> Vec<DauDuoiSo> {
    let tb = t.trinh_bay;
    let khan = van_ban.chi_dan.khan.filter(|_| !tb.dau_trong_khung).map(|dau| {
        let chu = van_ban.co_quan.bo_quy_tac.dau.viet_dau(dau.chu).to_owned();
        DauDuoiSo { chu, kieu: KieuChu::DAM }
    });
    let draft = van_ban.du_thao.as_ref().filter(|_| tb.du_thao == CachDuThao::DuoiSo);
    let draft = draft.map(|d| DauDuoiSo { chu: du_thao_thuong(d), kieu: KieuChu::NGHIENG });
    khan.into_iter().chain(draft).collect()
}

/// `Dự thảo lần 2`, of the mark in capitals; a bare number is that of the draft.
fn du_thao_thuong(du_thao: &DuThao) -> String {
    let lower = du_thao.chu.to_lowercase();
    let rest = lower.strip_prefix("dự thảo").unwrap_or(&lower).trim_start();
    match rest.chars().next() {
        None => "Dự thảo".to_owned(),
        Some(c) if c.is_ascii_digit() => format!("Dự thảo lần {rest}"),
        Some(_) => format!("Dự thảo {rest}"),
    }
}

/// Phạm vi lưu hành at the top of page 1.
pub fn luu_hanh(van_ban: &VanBan, t: &TheThuc, fonts: &Fonts) -> Option<Khung> {
    let dau = van_ban.chi_dan.luu_hanh.filter(|dau| !o_trang_cuoi(dau, van_ban))?;
    let framed = khung(&dau, van_ban, t, fonts);
    Some(match t.trinh_bay.dau_trong_khung {
        true => framed,
        false => {
            let rong_mm = fonts.width_mm(&framed.chu, Face::Bold, t.co_chu_luu_hanh_pt);
            Khung { rong_mm, co_khung: false, ..framed }
        }
    })
}

/// The mark of circulation that stands at the foot of the last page.
pub fn luu_hanh_cuoi(van_ban: &VanBan) -> Option<String> {
    let dau = van_ban.chi_dan.luu_hanh.filter(|dau| o_trang_cuoi(dau, van_ban))?;
    Some(dau.chu.to_owned())
}

fn o_trang_cuoi(dau: &DauKhung, van_ban: &VanBan) -> bool {
    van_ban.co_quan.bo_quy_tac.dau.luu_hanh_cuoi.contains(&dau.chu)
}

/// A stamp in its frame; one whose width nobody fixes is a little wider than its words.
fn khung(dau: &DauKhung, van_ban: &VanBan, t: &TheThuc, fonts: &Fonts) -> Khung {
    let free = khung_den(van_ban.co_quan.bo_quy_tac.dau.viet_dau(dau.chu), t, fonts);
    Khung { rong_mm: dau.rong_mm.unwrap_or(free.rong_mm), do_tuoi: dau.do_tuoi, ..free }
}

/// Words in a black frame as wide as they need.
fn khung_den(chu: &str, t: &TheThuc, fonts: &Fonts) -> Khung {
    let rong_mm = fonts.width_mm(chu, Face::Bold, t.co_chu_khung_pt) + 2.0 * KHUNG_LE_MM;
    Khung { chu: chu.to_owned(), rong_mm, co_khung: true, do_tuoi: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    // A frame's capitals under the number would not be the form that the Party's rules show.
    #[test]
    fn the_mark_of_a_draft_in_small_letters_counts_drafts() {
        let mark = |text: &str| {
            let chu = DuThao::parse(text).unwrap().unwrap();
            du_thao_thuong(&DuThao { chu, goc: text.into() })
        };
        assert_eq!(mark("2"), "Dự thảo lần 2");
        assert_eq!(mark("lần 2, 15/4/2026"), "Dự thảo lần 2 (15/4/2026)");
        assert_eq!(mark("lần thứ hai"), "Dự thảo lần thứ hai");
        assert_eq!(mark("có"), "Dự thảo");
    }
}
