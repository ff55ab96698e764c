//! Model → the data that a content template sees. Rich text becomes `{"_chu": […]}`, which
//! `chung.typ` turns into content; everything else is a plain string, number, list or dictionary.

mod bao_cao;
mod chi_tiet;
mod chuyen;
mod ke_hoach;
mod phieu_gui;

use serde_json::{Map, Value, json};

use crate::model::{Chu, NoiDung, PhanChu, VanBan};

/// What a template reads: `noi_dung` and the phrases that the document words differently.
pub fn du_lieu(van_ban: &VanBan) -> Value {
    let cau_chu: Map<String, Value> =
        van_ban.cau_chu.iter().map(|c| (c.khoa.clone(), c.chu.clone().into())).collect();
    let noi_dung = match &van_ban.noi_dung {
        NoiDung::KeHoach(ke_hoach) => ke_hoach::value(ke_hoach),
        NoiDung::KeHoachChiTiet(chi_tiet) => chi_tiet::value(chi_tiet, &van_ban.co_quan),
        NoiDung::BaoCao(bao_cao) => bao_cao::value(bao_cao, &van_ban.co_quan),
        NoiDung::PhieuGui(phieu) => phieu_gui::value(phieu, &van_ban.co_quan),
    };
    json!({ "noi_dung": noi_dung, "cau_chu": cau_chu })
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
