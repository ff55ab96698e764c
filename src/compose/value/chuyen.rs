//! The data that both documents of a trip use.

use super::chu;
use super::du_lieu::{DuLieu, NhomDuLieu, nhom};
use crate::model::la_ma::la_ma;
use crate::model::so_bang_chu::{CachDoc, doc_so};
use crate::model::{Chuyen, CoQuan, KinhPhi, NgayDi, ThanhVien, Tien};

/// What every document of the trip says.
pub fn chung(c: &Chuyen, co_quan: &CoQuan) -> NhomDuLieu {
    let ngay = format!("{} ngày", hai_so(c.so_ngay()));
    nhom! {
        "so_dot": c.so_dot,
        "can_cu": c.can_cu.as_str(),
        "chu_de": c.chu_de.as_ref().map(chu),
        "thoi_gian": format!("{ngay}, {}", c.tu_den()),
        "tu_den": c.tu_den(),
        "dia_diem": &c.dia_diem,
        "tong_so_nguoi": hai_so(c.tong_so_nguoi()),
        "doan": c.doan.iter().enumerate().map(|(i, n)| thanh_vien(i, n)).collect::<Vec<_>>(),
        "co_quan_ten": &co_quan.ten,
    }
}

/// Counts under 10 get a zero, as in official papers.
pub fn hai_so(so: u64) -> String {
    format!("{so:02}")
}

fn thanh_vien(index: usize, n: &ThanhVien) -> DuLieu {
    nhom! {
        "tt": index.saturating_add(1),
        "ho_ten": n.ho_ten.as_ref(),
        "chuc_danh": &n.chuc_danh,
        "vai_tro": n.vai_tro.as_ref(),
        "so_nguoi": hai_so(n.so_nguoi),
    }
    .into()
}

/// The days of the itinerary, counted: `thứ Hai, 10/4/2023`.
pub fn lich_trinh(days: &[NgayDi]) -> Vec<DuLieu> {
    days.iter()
        .enumerate()
        .map(|(i, day)| {
            let viec: Vec<DuLieu> = day
                .viec
                .iter()
                .map(|v| {
                    nhom! {
                        "gio": v.gio.to_string(),
                        "noi_dung": chu(&v.noi_dung),
                        "dia_diem": v.dia_diem.as_ref().map(chu),
                        "chu_tri": v.chu_tri.as_ref().map(chu),
                    }
                    .into()
                })
                .collect();
            nhom! {
                "so": i.saturating_add(1),
                "ngay": format!("{}, {}", day.ngay.thu(), day.ngay),
                "viec": viec,
            }
            .into()
        })
        .collect()
}

/// The groups of the budget with their lines and sums.
pub fn du_tru(kinh_phi: &KinhPhi) -> Vec<DuLieu> {
    kinh_phi
        .nhom
        .iter()
        .enumerate()
        .map(|(i, nhom)| {
            let muc: Vec<DuLieu> = nhom
                .khoan
                .iter()
                .enumerate()
                .map(|(i, k)| {
                    nhom! {
                        "tt": i.saturating_add(1),
                        "noi_dung": chu(&k.noi_dung),
                        "don_vi": &k.don_vi,
                        "so_luong": hai_so(k.so_luong),
                        "so_ngay": k.lan.map(hai_so),
                        "don_gia": k.don_gia.bang_so(),
                        "thanh_tien": k.thanh_tien().bang_so(),
                        "ghi_chu": k.ghi_chu.as_ref().map(chu),
                    }
                    .into()
                })
                .collect();
            nhom! {
                "so": la_ma(i.saturating_add(1)),
                "ten": nhom.loai.ten(),
                "muc": muc,
                "cong": nhom.cong().bang_so(),
            }
            .into()
        })
        .collect()
}

/// `Sáu mươi mốt triệu đồng`.
pub fn bang_chu(tien: Tien, co_quan: &CoQuan) -> String {
    let cach = co_quan.cach_doc_so.unwrap_or(CachDoc::MIEN_BAC);
    format!("{} đồng", doc_so(tien.dong(), cach))
}
