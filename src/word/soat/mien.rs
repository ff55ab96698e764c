//! Miền: what a measure may be in the paper's own set of rules: what an office may choose there, or the one figure.

use super::giay::Giay;
use super::nhin::so;
use crate::model::the_thuc::TheThuc;
use crate::model::tuy_chon::MienGiaTri;
use crate::rules::bo_quy_tac::TUY_CHON;

/// The figure of a measure.
type Do = fn(&TheThuc) -> f64;

/// Measures that an office may choose in one set and not in another.
const CO_DINH: &[(&str, Do)] = &[
    ("le_tren", |t| t.le_tren_mm),
    ("le_duoi", |t| t.le_duoi_mm),
    ("le_trai", |t| t.le_trai_mm),
    ("le_phai", |t| t.le_phai_mm),
    ("co_chu_quoc_hieu", |t| t.co_chu_quoc_hieu_pt),
    ("co_chu_tieu_ngu", |t| t.co_chu_tieu_ngu_pt),
    ("co_chu_co_quan", |t| t.co_chu_co_quan_pt),
    ("co_chu_so_ky_hieu", |t| t.co_chu_so_ky_hieu_pt),
    ("co_chu_dia_danh", |t| t.co_chu_dia_danh_pt),
    ("co_chu_ten_loai", |t| t.co_chu_ten_loai_pt),
    ("co_chu_trich_yeu", |t| t.co_chu_trich_yeu_pt),
    ("co_chu_ve_viec", |t| t.co_chu_ve_viec_pt),
    ("co_chu_luu_hanh", |t| t.co_chu_luu_hanh_pt),
    ("co_chu_khung", |t| t.co_chu_khung_pt),
    ("co_chu_nguoi_ky", |t| t.co_chu_nguoi_ky_pt),
    ("co_chu_so_trang", |t| t.co_chu_so_trang_pt),
];

impl Giay<'_> {
    /// The values of a measure, and the clause: the set's own, or the decree's of the same matter.
    pub fn mien(&self, khoa: &str) -> Option<(MienGiaTri, &'static str)> {
        self.mien_dau(&[khoa])
    }

    /// The first of several that the set lets an office choose, or the figure of the first one.
    pub fn mien_dau(&self, khoa: &[&str]) -> Option<(MienGiaTri, &'static str)> {
        let own = khoa.iter().find_map(|khoa| self.bo.tuy_chon.iter().find(|c| c.khoa == *khoa));
        if let Some(choice) = own {
            return Some((choice.mien, choice.dieu_khoan));
        }
        let (_, of) = CO_DINH.iter().find(|(own, _)| khoa.first() == Some(own))?;
        let clause = TUY_CHON.iter().find(|choice| khoa.contains(&choice.khoa));
        Some((dung(of(&self.t)), clause.map_or("", |choice| choice.dieu_khoan)))
    }
}

/// One value alone.
pub(super) fn dung(value: f64) -> MienGiaTri {
    MienGiaTri::Khoang(value, value)
}

/// `từ 13 đến 14`.
pub(super) fn noi_mien(mien: MienGiaTri) -> String {
    match mien {
        MienGiaTri::Khoang(from, to) if from.total_cmp(&to).is_eq() => so(from),
        MienGiaTri::Khoang(from, to) => format!("từ {} đến {}", so(from), so(to)),
        MienGiaTri::MotTrong(all) => {
            all.iter().map(|one| so(*one)).collect::<Vec<_>>().join(" hoặc ")
        }
    }
}

/// The same of a size: `là 12` where it is one alone.
pub(super) fn noi_co_chu(mien: MienGiaTri) -> String {
    match mien {
        MienGiaTri::Khoang(a, b) if a.total_cmp(&b).is_eq() => format!("là {}", so(a)),
        mien => noi_mien(mien),
    }
}
