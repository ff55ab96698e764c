//! Model → the data that a content template sees. Rich text becomes `{"_chu": […]}`, which
//! `chung.typ` turns into content; everything else is a plain string, number, list or dictionary.

use serde_json::{Map, Value, json};

use crate::model::dot::DAU_CU_THE;
use crate::model::{Chu, ChuyenDi, Dot, KeHoach, NoiDung, PhanChu, VanBan};

/// What a template reads: `noi_dung` and the phrases that the document words differently.
pub fn du_lieu(van_ban: &VanBan) -> Value {
    let cau_chu: Map<String, Value> =
        van_ban.cau_chu.iter().map(|c| (c.khoa.clone(), c.chu.clone().into())).collect();
    let noi_dung = match &van_ban.noi_dung {
        NoiDung::KeHoach(ke_hoach) => ke_hoach_value(ke_hoach),
    };
    json!({ "noi_dung": noi_dung, "cau_chu": cau_chu })
}

fn ke_hoach_value(k: &KeHoach) -> Value {
    let dot: Vec<Value> =
        k.dot.iter().enumerate().map(|(i, dot)| dot_value(i.saturating_add(1), dot)).collect();
    json!({
        "mo_dau": chu(&k.mo_dau),
        "muc_dich_yeu_cau": ds_chu(&k.muc_dich_yeu_cau),
        "dot": dot,
        "thanh_phan": {
            "mo_ta": chu(&k.thanh_phan.mo_ta),
            "thanh_vien": ds_chu(&k.thanh_phan.thanh_vien),
        },
        "kinh_phi": ds_chu(&k.kinh_phi),
        "to_chuc_thuc_hien": ds_chu(&k.to_chuc_thuc_hien),
        "ket": chu(&k.ket),
    })
}

fn dot_value(so: usize, dot: &Dot) -> Value {
    match dot {
        Dot::MotCau { noi_dung } => json!({ "so": so, "noi_dung": chu(noi_dung) }),
        Dot::ChuyenDi(chuyen) => json!({
            "so": so,
            "chu_de": chu_de(chuyen),
            "thoi_gian": chuyen.thoi_gian.nguyen_van(),
            "dia_diem": chuyen.dia_diem.nguyen_van(),
            "phuong_tien": chuyen.phuong_tien.as_ref().map(chu),
        }),
    }
}

/// The subject, with its note's data at the mark.
fn chu_de(chuyen: &ChuyenDi) -> Value {
    let muc: Vec<Value> = chuyen
        .cu_the
        .iter()
        .map(|c| json!({ "dia_ban": c.ten, "noi_dung": phan(&c.noi_dung, &Value::Null) }))
        .collect();
    json!({ "_chu": phan(&chuyen.chu_de, &json!({ DAU_CU_THE: muc })) })
}

fn chu(text: &Chu) -> Value {
    json!({ "_chu": phan(text, &Value::Null) })
}

fn ds_chu(list: &[Chu]) -> Vec<Value> {
    list.iter().map(chu).collect()
}

/// The pieces of a text; `notes` holds the data of each note by the name of its mark.
fn phan(text: &Chu, notes: &Value) -> Vec<Value> {
    text.phan()
        .iter()
        .map(|p| match p {
            PhanChu::Chu { chu, dam, nghieng } => {
                json!({ "chu": chu, "dam": dam, "nghieng": nghieng })
            }
            PhanChu::DauChuThich { ten } => {
                json!({ "chu_thich": ten, "du_lieu": notes.get(ten.as_str()) })
            }
        })
        .collect()
}
