//! The data of a Kế hoạch chi tiết.

use serde_json::{Value, json};

use super::chuyen::{bang_chu, chung, du_tru, lich_trinh};
use super::{chu, ds_chu};
use crate::model::{CoQuan, DauMoi, KeHoachChiTiet, NoiLamViec, PhanCong};

pub fn value(k: &KeHoachChiTiet, co_quan: &CoQuan) -> Value {
    let mut map = chung(&k.chuyen, co_quan);
    let kinh_phi = k.chuyen.kinh_phi.as_ref();
    let tong = kinh_phi.map(|kinh_phi| kinh_phi.tong()).unwrap_or_default();
    let mut put = |key: &str, value: Value| map.insert(key.to_owned(), value);
    put("mo_dau", json!(k.mo_dau.as_ref().map(chu)));
    put("muc_dich", json!(ds_chu(&k.muc_dich)));
    put("noi_lam_viec", k.chuyen.noi_lam_viec.iter().map(noi).collect());
    put("phuong_tien", json!(k.chuyen.phuong_tien.as_ref().map(chu)));
    put("kinh_phi_nguon", json!(kinh_phi.map(|kinh_phi| ds_chu(&kinh_phi.nguon))));
    put("tong_kinh_phi", json!(tong.bang_so()));
    put("tong_bang_chu", json!(bang_chu(tong, co_quan)));
    put("phan_cong", k.phan_cong.iter().map(phan_cong).collect());
    put("dau_moi", k.dau_moi.iter().map(dau_moi).collect());
    put("to_chuc_thuc_hien", json!(ds_chu(&k.to_chuc_thuc_hien)));
    put("ket", json!(k.ket.as_ref().map(chu)));
    put("lich_trinh", json!(lich_trinh(&k.chuyen.lich_trinh)));
    put("du_tru", json!(kinh_phi.map(du_tru).unwrap_or_default()));
    Value::Object(map)
}

fn noi(n: &NoiLamViec) -> Value {
    json!({ "don_vi": n.don_vi, "chu_de": chu(&n.chu_de), "cau_hoi": ds_chu(&n.cau_hoi) })
}

fn phan_cong(p: &PhanCong) -> Value {
    let thoi_han = p.thoi_han.as_ref().map(chu);
    json!({ "viec": chu(&p.viec), "don_vi": chu(&p.don_vi), "thoi_han": thoi_han })
}

pub(super) fn dau_moi(d: &DauMoi) -> Value {
    // A telephone number isn't broken over lines.
    let dien_thoai = d.dien_thoai.as_ref().map(|so| so.replace(' ', "\u{a0}"));
    json!({ "don_vi": d.don_vi, "chuc_danh": d.chuc_danh, "dien_thoai": dien_thoai })
}
