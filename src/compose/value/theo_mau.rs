//! The data of a document of a declared kind.

use super::chuyen::bang_chu;
use super::du_lieu::{DuLieu, NhomDuLieu, nhom as nhom_cua};
use super::{chu, ds_chu, than_bai};
use crate::model::{CoQuan, GiaTri, Nhom, TheoMau, VanBan};

pub fn value(t: &TheoMau, van_ban: &VanBan) -> DuLieu {
    let mut map = nhom(&t.truong, &van_ban.co_quan);
    let phu_luc: Vec<DuLieu> = t
        .phu_luc
        .iter()
        .map(|p| {
            nhom_cua! {
                "tieu_de": &p.tieu_de, "ngang": p.ngang, "noi_dung": than_bai::value(&p.than_bai),
            }
            .into()
        })
        .collect();
    map.insert("phu_luc".to_owned(), phu_luc.into());
    map.into()
}

pub(super) fn nhom(nhom: &Nhom, co_quan: &CoQuan) -> NhomDuLieu {
    nhom.iter().map(|(khoa, g)| (khoa.clone(), gia_tri(g, co_quan))).collect()
}

fn gia_tri(g: &GiaTri, co_quan: &CoQuan) -> DuLieu {
    match g {
        GiaTri::Trong => DuLieu::Trong,
        GiaTri::Chu(text) => chu(text),
        GiaTri::Dong(text) => text.into(),
        GiaTri::CacDoan(list) => ds_chu(list).into(),
        GiaTri::ThanBai(body) => than_bai::value(body),
        GiaTri::Ngay(ngay) => nhom_cua! {
            "ngay": ngay.to_string(),
            "day_du": ngay.day_du(),
            "thu": ngay.thu(),
        }
        .into(),
        GiaTri::Gio(gio) => gio.to_string().into(),
        GiaTri::So(so) => (*so).into(),
        GiaTri::Tien(tien) => nhom_cua! {
            "so": tien.bang_so(),
            "chu": bang_chu(*tien, co_quan),
        }
        .into(),
        GiaTri::CoKhong(value) => (*value).into(),
        GiaTri::Nhom(con) => nhom(con, co_quan).into(),
        GiaTri::DanhSach(items) => items.iter().map(|con| nhom(con, co_quan)).collect(),
    }
}
