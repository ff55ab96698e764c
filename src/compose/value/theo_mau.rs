//! The data of a document of a declared kind.

use serde_json::{Map, Value, json};

use super::chuyen::bang_chu;
use super::{chu, ds_chu, than_bai};
use crate::model::{CoQuan, GiaTri, Nhom, TheoMau, VanBan};

pub fn value(t: &TheoMau, van_ban: &VanBan) -> Value {
    let mut map = nhom(&t.truong, &van_ban.co_quan);
    let phu_luc: Vec<Value> = t
        .phu_luc
        .iter()
        .map(|p| {
            json!({ "tieu_de": p.tieu_de, "ngang": p.ngang, "noi_dung": than_bai::value(&p.than_bai) })
        })
        .collect();
    map.insert("phu_luc".to_owned(), phu_luc.into());
    Value::Object(map)
}

pub(super) fn nhom(nhom: &Nhom, co_quan: &CoQuan) -> Map<String, Value> {
    nhom.iter().map(|(khoa, g)| (khoa.clone(), gia_tri(g, co_quan))).collect()
}

fn gia_tri(g: &GiaTri, co_quan: &CoQuan) -> Value {
    match g {
        GiaTri::Trong => Value::Null,
        GiaTri::Chu(text) => chu(text),
        GiaTri::Dong(text) => text.as_str().into(),
        GiaTri::CacDoan(list) => ds_chu(list).into(),
        GiaTri::ThanBai(body) => than_bai::value(body),
        GiaTri::Ngay(ngay) => json!({
            "ngay": ngay.to_string(),
            "day_du": ngay.day_du(),
            "thu": ngay.thu(),
        }),
        GiaTri::Gio(gio) => gio.to_string().into(),
        GiaTri::So(so) => (*so).into(),
        GiaTri::Tien(tien) => json!({
            "so": tien.bang_so(),
            "chu": bang_chu(*tien, co_quan),
        }),
        GiaTri::CoKhong(value) => (*value).into(),
        GiaTri::Nhom(con) => nhom(con, co_quan).into(),
        GiaTri::DanhSach(items) => {
            items.iter().map(|con| Value::Object(nhom(con, co_quan))).collect()
        }
    }
}
