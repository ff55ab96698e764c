//! The data of a plan.

use super::du_lieu::{DuLieu, NhomDuLieu, nhom};
use super::{chu, ds_chu, phan};
use crate::model::dot::DAU_CU_THE;
use crate::model::{ChuyenDi, Dot, KeHoach};

pub fn value(k: &KeHoach) -> DuLieu {
    let dot: Vec<DuLieu> =
        k.dot.iter().enumerate().map(|(i, dot)| dot_value(i.saturating_add(1), dot)).collect();
    nhom! {
        "mo_dau": chu(&k.mo_dau),
        "muc_dich_yeu_cau": ds_chu(&k.muc_dich_yeu_cau),
        "dot": dot,
        "thanh_phan": nhom! {
            "mo_ta": chu(&k.thanh_phan.mo_ta),
            "thanh_vien": ds_chu(&k.thanh_phan.thanh_vien),
        },
        "kinh_phi": ds_chu(&k.kinh_phi),
        "to_chuc_thuc_hien": ds_chu(&k.to_chuc_thuc_hien),
        "ket": chu(&k.ket),
    }
    .into()
}

fn dot_value(so: usize, dot: &Dot) -> DuLieu {
    match dot {
        Dot::MotCau { noi_dung } => nhom! { "so": so, "noi_dung": chu(noi_dung) }.into(),
        Dot::ChuyenDi(chuyen) => nhom! {
            "so": so,
            "chu_de": chu_de(chuyen),
            "thoi_gian": chuyen.thoi_gian.nguyen_van(),
            "dia_diem": chuyen.dia_diem.nguyen_van(),
            "phuong_tien": chuyen.phuong_tien.as_ref().map(chu),
        }
        .into(),
    }
}

/// The subject, with its note's data at the mark.
fn chu_de(chuyen: &ChuyenDi) -> DuLieu {
    let muc: Vec<DuLieu> = chuyen
        .cu_the
        .iter()
        .map(|c| {
            nhom! { "dia_ban": &c.ten, "noi_dung": phan(&c.noi_dung, &NhomDuLieu::new()) }.into()
        })
        .collect();
    let notes = NhomDuLieu::from([(DAU_CU_THE.to_owned(), muc.into())]);
    nhom! { "_chu": phan(&chuyen.chu_de, &notes) }.into()
}
