//! The data of a paper around a trip.

use super::chi_tiet::dau_moi;
use super::chuyen::{chung, hai_so};
use super::du_lieu::{DuLieu, NhomDuLieu, nhom};
use super::theo_mau;
use super::{chu, ds_chu};
use crate::model::chu_dau::thuong_dau;
use crate::model::{CoQuan, GiaTri, GiayTo, Loi, NgayDi, NoiLamViec};

pub fn value(g: &GiayTo, co_quan: &CoQuan) -> DuLieu {
    let mut map = chung(&g.chuyen, co_quan);
    let leader = g.truong_doan();
    let mut put = |key: &str, value: DuLieu| map.insert(key.to_owned(), value);
    put(
        "noi",
        g.noi.and_then(|i| g.chuyen.noi_lam_viec.get(i)).map_or(DuLieu::Trong, |n| noi(n, g)),
    );
    put("truong_doan", leader.map_or(DuLieu::Trong, |n| ten_goi(n.ho_ten.as_ref(), &n.chuc_danh)));
    put("dau_moi", g.dau_moi.iter().map(dau_moi).collect());
    let others = g.chuyen.tong_so_nguoi().saturating_sub(1);
    put("so_cung_di", (others > 0).then(|| hai_so(others)).into());
    put(
        "den_ngay",
        nhom! { "ngay": g.chuyen.den.to_string(), "day_du": g.chuyen.den.day_du() }.into(),
    );
    let places = g.chuyen.dia_diem.map(|places| thuong_dau(places.trim_end_matches('.')));
    put("dia_diem_thuong", places.into());
    let nguon = g.chuyen.kinh_phi.as_ref().map(|k| ds_chu(&k.nguon)).unwrap_or_default();
    put("kinh_phi_nguon", nguon.into());
    put("nguoi", nguoi(g));
    map.extend(rieng(g, co_quan));
    map.into()
}

/// What the clerk gave; a key that the trip has too is the clerk's only where it was given.
fn rieng(g: &GiayTo, co_quan: &CoQuan) -> NhomDuLieu {
    let mut own = theo_mau::nhom(&g.truong, co_quan);
    let silent = |key: &str| g.truong.iter().any(|(k, v)| k == key && *v == GiaTri::Trong);
    own.retain(|key, _| !(key == "den_ngay" && silent(key)));
    if let Some(place) = own.remove("dia_diem") {
        own.insert("dia_diem_hop".to_owned(), place);
    }
    if own.get("de_nghi").is_some_and(|value| *value == DuLieu::Trong) {
        own.insert("de_nghi".to_owned(), DuLieu::DanhSach(Vec::new()));
    }
    own
}

/// Who is introduced: the person named, or the head of the delegation.
fn nguoi(g: &GiayTo) -> DuLieu {
    let given = |key: &str| {
        g.truong.iter().find_map(|(k, v)| match v {
            GiaTri::Dong(text) if k == key => Some(text.clone()),
            _ => None,
        })
    };
    let leader = g.truong_doan();
    nhom! {
        "ho_ten": given("ho_ten").or_else(|| leader.and_then(|n| n.ho_ten.clone())),
        "chuc_vu": given("chuc_vu").or_else(|| leader.map(|n| n.chuc_danh.clone())),
    }
    .into()
}

/// `ông Nguyễn Văn A, Phó Chủ tịch …`, or the post alone.
fn ten_goi(ho_ten: Option<&Loi>, chuc_danh: &Loi) -> DuLieu {
    match ho_ten {
        Some(ten) => format!("{ten}, {chuc_danh}").into(),
        None => chuc_danh.into(),
    }
}

/// A host, with the time that the itinerary gives it.
fn noi(n: &NoiLamViec, g: &GiayTo) -> DuLieu {
    let buoi = g.chuyen.lich_trinh.iter().find_map(|day| buoi_lam_viec(n, day));
    nhom! {
        "don_vi": &n.don_vi,
        "dia_ban": n.dia_ban.trong_cau(),
        "chu_de": chu(&n.chu_de),
        "cau_hoi": ds_chu(&n.cau_hoi),
        "gio": buoi.as_ref().map(|(gio, _)| gio.as_str()),
        "ngay": buoi.as_ref().map(|(_, ngay)| ngay.as_str()),
    }
    .into()
}

/// The event in which the host is named.
fn buoi_lam_viec(n: &NoiLamViec, day: &NgayDi) -> Option<(String, String)> {
    let host = n.don_vi.to_lowercase();
    let named = day.viec.iter().find(|v| v.noi_dung.chu_tron().to_lowercase().contains(&host))?;
    Some((named.gio.to_string(), format!("{}, ngày {}", day.ngay.thu(), day.ngay)))
}
