//! The data of a Kế hoạch chi tiết.

use super::chuyen::{bang_chu, chung, du_tru, lich_trinh};
use super::du_lieu::{DuLieu, nhom};
use super::{chu, ds_chu};
use crate::model::{CoQuan, DauMoi, KeHoachChiTiet, NoiLamViec, PhanCong};

pub fn value(k: &KeHoachChiTiet, co_quan: &CoQuan) -> DuLieu {
    let mut map = chung(&k.chuyen, co_quan);
    let kinh_phi = k.chuyen.kinh_phi.as_ref();
    let tong = kinh_phi.map(|kinh_phi| kinh_phi.tong()).unwrap_or_default();
    let mut put = |key: &str, value: DuLieu| map.insert(key.to_owned(), value);
    put("mo_dau", k.mo_dau.as_ref().map(chu).into());
    put("muc_dich", ds_chu(&k.muc_dich).into());
    put("noi_lam_viec", k.chuyen.noi_lam_viec.iter().map(noi).collect());
    put("phuong_tien", k.chuyen.phuong_tien.as_ref().map(chu).into());
    put("kinh_phi_nguon", kinh_phi.map(|kinh_phi| ds_chu(&kinh_phi.nguon)).into());
    put("tong_kinh_phi", tong.bang_so().into());
    put("tong_bang_chu", bang_chu(tong, co_quan).into());
    put("phan_cong", k.phan_cong.iter().map(phan_cong).collect());
    put("dau_moi", k.dau_moi.iter().map(dau_moi).collect());
    put("to_chuc_thuc_hien", ds_chu(&k.to_chuc_thuc_hien).into());
    put("ket", k.ket.as_ref().map(chu).into());
    put("lich_trinh", lich_trinh(&k.chuyen.lich_trinh).into());
    put("du_tru", kinh_phi.map(du_tru).unwrap_or_default().into());
    map.into()
}

fn noi(n: &NoiLamViec) -> DuLieu {
    nhom! { "don_vi": &n.don_vi, "chu_de": chu(&n.chu_de), "cau_hoi": ds_chu(&n.cau_hoi) }.into()
}

fn phan_cong(p: &PhanCong) -> DuLieu {
    let thoi_han = p.thoi_han.as_ref().map(chu);
    nhom! { "viec": chu(&p.viec), "don_vi": chu(&p.don_vi), "thoi_han": thoi_han }.into()
}

pub(super) fn dau_moi(d: &DauMoi) -> DuLieu {
    // A telephone number isn't broken over lines.
    let dien_thoai = d.dien_thoai.as_ref().map(|so| so.map(|so| so.replace(' ', "\u{a0}")));
    nhom! { "don_vi": &d.don_vi, "chuc_danh": &d.chuc_danh, "dien_thoai": dien_thoai }.into()
}
