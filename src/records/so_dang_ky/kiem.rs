//! Kiểm sổ: what the numbers of a series owe each other. A gap and a date that runs back are errors.

use std::collections::BTreeMap;

use super::day_so::Day;
use super::so_cai::{Muc, SoCai, TrangThai};
use crate::diagnostic::Diagnostic;
use crate::model::Ky;

/// All findings about a register whose lines are sound.
pub fn kiem(cai: &SoCai) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for day in cai.cac_day() {
        let all: Vec<&Muc> = cai.cua_day(day).collect();
        thieu(day, cai.so_mo(day).unwrap_or(1), &all, &mut found);
        ngay(day, &all, &mut found);
        giu_trong_nam_khoa(cai, day, &all, &mut found);
        hai_cach(cai, day, &all, &mut found);
    }
    ky_hieu_hai_day(cai, &mut found);
    found
}

/// Papers of one symbol are counted in one series of a year.
fn ky_hieu_hai_day(cai: &SoCai, found: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<(&Ky, &str, &str), &Muc> = BTreeMap::new();
    // By terms two kinds may have one symbol.
    let of_years = cai.tat_ca().filter(|muc| muc.dong.day.ky.la_nam());
    for muc in of_years.filter(|muc| !muc.so_hieu.ky_hieu.is_empty()) {
        let day = &muc.dong.day;
        let key = (&day.ky, day.co_quan.as_str(), muc.so_hieu.ky_hieu.as_str());
        let first = *seen.entry(key).or_insert(muc);
        let other = &first.dong.day;
        // Where one series has no kind it was told already.
        if other != day && other.loai.is_some() == day.loai.is_some() {
            let told = hai_cach_danh_so(day, other).at(muc.place.clone());
            found.push(told.and_at(first.place.clone()));
            seen.insert(key, muc);
        }
    }
}

/// Every number from the first to the last is there.
fn thieu(day: &Day, dau: u64, all: &[&Muc], found: &mut Vec<Diagnostic>) {
    let mut ke = dau;
    for muc in all {
        let so = muc.so_hieu.so;
        if so > ke {
            let message =
                format!("trước số {} thiếu {}", muc.so_hieu, khoang(ke, so.saturating_sub(1)));
            let hint = "văn bản mang số ấy làm ở nơi khác thì ghi bằng “vanthu register add”; không có văn bản nào \
                        thì giữ số rồi huỷ, ghi rõ lý do";
            found.push(
                Diagnostic::error("number-gap", message)
                    .hint(hint)
                    .clause(day.ky.dieu_khoan())
                    .at(muc.place.clone()),
            );
        }
        if so < dau {
            let message = format!("số {} đứng trước số mở sổ {dau:02}", muc.so_hieu);
            found.push(
                Diagnostic::error("number-gap", message)
                    .clause(day.ky.dieu_khoan())
                    .at(muc.place.clone()),
            );
        }
        ke = so.saturating_add(1).max(ke);
    }
}

/// `số 05`, `các số 05 - 07`.
pub fn khoang(tu: u64, den: u64) -> String {
    if tu == den { format!("số {tu:02}") } else { format!("các số {tu:02} - {den:02}") }
}

/// Dates follow the numbers and stay in their year.
fn ngay(day: &Day, all: &[&Muc], found: &mut Vec<Diagnostic>) {
    let mut truoc: Option<(&Muc, crate::model::Ngay)> = None;
    for muc in all {
        let Some(ngay) = muc.dong.ngay else { continue };
        if matches!(day.ky, Ky::Nam(nam) if nam != ngay.nam()) {
            let message = format!("số {} ghi ngày {ngay} trong sổ {}", muc.so_hieu, day.ky.goi());
            found.push(
                Diagnostic::error("date-runs-back", message)
                    .clause(day.ky.dieu_khoan())
                    .at(muc.place.clone()),
            );
        }
        if let Some((other, earlier)) = truoc.filter(|(_, earlier)| *earlier > ngay) {
            let message = format!(
                "số {} ghi ngày {ngay}, trước ngày {earlier} của số {}",
                muc.so_hieu, other.so_hieu
            );
            found.push(
                Diagnostic::error("date-runs-back", message)
                    .clause(day.ky.dieu_khoan())
                    .at(muc.place.clone())
                    .and_at(other.place.clone()),
            );
        }
        truoc = Some((muc, ngay));
    }
}

fn giu_trong_nam_khoa(cai: &SoCai, day: &Day, all: &[&Muc], found: &mut Vec<Diagnostic>) {
    if !cai.da_khoa(day) {
        return;
    }
    for muc in all.iter().filter(|muc| muc.trang_thai == TrangThai::Giu) {
        let message = format!(
            "sổ {} đã khoá mà số {} còn đang giữ",
            day.ky.goi(),
            muc.dong.day.goi(&muc.so_hieu)
        );
        found.push(Diagnostic::error("year-closed", message).at(muc.place.clone()));
    }
}

/// An office counts in one way throughout a year.
fn hai_cach(cai: &SoCai, day: &Day, all: &[&Muc], found: &mut Vec<Diagnostic>) {
    if day.loai.is_some() {
        return;
    }
    let other = cai.cac_day().into_iter().find(|other| other.cung_so(day) && other.loai.is_some());
    let (Some(other), Some(muc)) = (other, all.first()) else { return };
    found.push(hai_cach_danh_so(day, other).at(muc.place.clone()));
}

pub fn hai_cach_danh_so(day: &Day, other: &Day) -> Diagnostic {
    let message = format!("{} có cả dãy số “{day}” và dãy số “{other}”", day.ky.goi());
    Diagnostic::error("series-mixed", message)
        .hint(match day.ky.la_nam() {
            true => "cơ quan đổi cách đánh số (so_dang_ky: theo) từ ngày 01 tháng 01 của một năm, không đổi giữa năm",
            false => "cơ quan đổi cách đánh số từ khi bắt đầu một nhiệm kỳ, không đổi giữa nhiệm kỳ",
        })
        .clause(day.ky.dieu_khoan())
}
