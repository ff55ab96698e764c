//! The data of a Báo cáo.

use super::chuyen::{bang_chu, chung};
use super::du_lieu::{DuLieu, nhom};
use super::{chu, ds_chu};
use crate::model::{BaoCao, CoQuan, DaChi, KienNghi, KinhPhi, LoaiChi, TaiTinh, Tien};

pub fn value(b: &BaoCao, co_quan: &CoQuan) -> DuLieu {
    let mut map = chung(&b.chuyen, co_quan);
    let mut put = |key: &str, value: DuLieu| map.insert(key.to_owned(), value);
    put("mo_dau", b.mo_dau.as_ref().map(chu).into());
    put("khai_quat", ds_chu(&b.khai_quat).into());
    put("tai_cac_tinh", b.tai_cac_tinh.iter().map(tai_tinh).collect());
    put("uu_diem", ds_chu(&b.uu_diem).into());
    put("han_che", ds_chu(&b.han_che).into());
    put("bai_hoc", ds_chu(&b.bai_hoc).into());
    put("kien_nghi", b.kien_nghi.iter().map(kien_nghi).collect());
    if let Some((da_chi, kinh_phi)) = b.da_chi.as_ref().zip(b.chuyen.kinh_phi.as_ref()) {
        let tong = so_sanh("Tổng cộng", kinh_phi.tong(), da_chi.tong);
        put(
            "kinh_phi",
            LoaiChi::TAT_CA.iter().filter_map(|l| mot_nhom(*l, da_chi, kinh_phi)).collect(),
        );
        put("kinh_phi_tong", tong);
        put("da_chi_bang_chu", bang_chu(da_chi.tong, co_quan).into());
    } else {
        put("kinh_phi", DuLieu::DanhSach(Vec::new()));
    }
    put("ket", b.ket.as_ref().map(chu).into());
    map.into()
}

fn tai_tinh(t: &TaiTinh) -> DuLieu {
    nhom! { "ten": &t.ten, "don_vi": t.don_vi.clone(), "noi_dung": ds_chu(&t.noi_dung) }.into()
}

fn kien_nghi(k: &KienNghi) -> DuLieu {
    nhom! { "voi": &k.voi, "noi_dung": ds_chu(&k.noi_dung) }.into()
}

/// A group that was planned or paid for.
fn mot_nhom(loai: LoaiChi, da_chi: &DaChi, kinh_phi: &KinhPhi) -> Option<DuLieu> {
    let planned = kinh_phi.du_tru(loai);
    let spent = da_chi.nhom.iter().find(|(l, _)| *l == loai).map(|(_, tien)| *tien);
    let spent = spent.unwrap_or_default();
    let none = Tien::default();
    (planned != none || spent != none).then(|| so_sanh(loai.ten(), planned, spent))
}

/// Planned, spent, and what was saved (with a minus: overspent).
fn so_sanh(ten: &str, du_tru: Tien, da_chi: Tien) -> DuLieu {
    let chenh_lech = match Tien::tu_dong(du_tru.dong().abs_diff(da_chi.dong())) {
        Some(tien) if da_chi > du_tru => format!("-{}", tien.bang_so()),
        Some(tien) => tien.bang_so(),
        None => String::new(),
    };
    nhom! {
        "ten": ten,
        "du_tru": du_tru.bang_so(),
        "da_chi": da_chi.bang_so(),
        "chenh_lech": chenh_lech,
    }
    .into()
}
