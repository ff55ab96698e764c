//! A body in light Markdown → `{"_than": […], "_chu_thich": {…}}`, which `chung.typ` turns into content.

use serde_json::{Map, Value, json};

use super::phan;
use crate::model::than_bai::{Bang, CanhCot, CauTruc, DauMuc, DeMuc, Khoi};
use crate::model::{Chu, ThanBai};

pub fn value(body: &ThanBai) -> Value {
    let notes: Map<String, Value> = body
        .chu_thich
        .iter()
        .map(|(ten, chu)| (ten.clone(), phan(chu, &Value::Null).into()))
        .collect();
    let blocks: Vec<Value> = body.khoi.iter().map(khoi).collect();
    json!({ "_than": blocks, "_chu_thich": notes })
}

fn khoi(khoi: &Khoi) -> Value {
    let chu = |text: &Chu| phan(text, &Value::Null);
    match khoi {
        Khoi::DeMuc(DeMuc { cap, cau_truc, so, chu: text }) => json!({
            "khoi": "de_muc", "cap": cap, "chu": chu(text), "so": so,
            "cau_truc": cau_truc.map(CauTruc::ten),
        }),
        Khoi::Doan(text) => json!({ "khoi": "doan", "chu": chu(text) }),
        Khoi::Dieu { so, chu: text } => json!({ "khoi": "dieu", "so": so, "chu": chu(text) }),
        Khoi::Muc { dau, chu: text } => muc(*dau, chu(text)),
        Khoi::Bang(b) => bang(b),
    }
}

/// Typst counts with its own patterns; the number is the one that was typed.
fn muc(dau: DauMuc, chu: Vec<Value>) -> Value {
    let mau = match dau {
        DauMuc::Khoan(_) => "1.",
        DauMuc::KhoanNgoac(_) => "1)",
        DauMuc::Diem(_) => "a)",
        DauMuc::Gach => "-",
        DauMuc::Cong => "+",
    };
    json!({ "khoi": "muc", "mau": mau, "so": dau.thu_tu(), "chu": chu })
}

fn bang(b: &Bang) -> Value {
    let canh: Vec<&str> = b
        .canh
        .iter()
        .map(|c| match c {
            CanhCot::Trai => "trai",
            CanhCot::Giua => "giua",
            CanhCot::Phai => "phai",
        })
        .collect();
    let o = |doan: &Vec<Chu>| doan.iter().map(|d| phan(d, &Value::Null)).collect::<Vec<_>>();
    let hang: Vec<Vec<_>> = b.hang.iter().map(|h| h.iter().map(o).collect()).collect();
    let dau: Vec<Vec<Value>> = b.dau.iter().map(|d| phan(d, &Value::Null)).collect();
    json!({ "khoi": "bang", "canh": canh, "rong": b.rong, "dau": dau, "hang": hang })
}
