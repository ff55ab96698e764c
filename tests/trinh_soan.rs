//! The reader of the browser's editor (`src/faces/web/editor/src/than/`) makes the same blocks of a body as ours. Both are held to one file
//! of bodies and their blocks; this side writes it with `BLESS=1`, `npm test` there reads it.

use std::sync::Arc;

use serde_json::{Value, json};
use vanthu::model::than_bai::{CanhCot, Khoi, ThanBai};
use vanthu::model::{Chu, DangAnh, KhoAnh, PhanChu, TepAnh};

const TEP: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/src/faces/web/editor/test/du-lieu/khoi.json");

fn chu(chu: &Chu) -> Value {
    let phan = |phan: &PhanChu| match phan {
        PhanChu::Chu { chu, dam, nghieng } => json!([chu.as_str(), dam, nghieng]),
        PhanChu::DauChuThich { ten } => json!([ten]),
    };
    chu.phan().iter().map(phan).collect()
}

fn canh(canh: Option<CanhCot>) -> Value {
    canh.map_or(Value::Null, |canh| match canh {
        CanhCot::Trai => json!("trai"),
        CanhCot::Giua => json!("giua"),
        CanhCot::Phai => json!("phai"),
    })
}

fn khoi(khoi: &Khoi) -> Value {
    match khoi {
        Khoi::DeMuc(d) => json!({
            "loai": "de_muc", "cap": d.cap, "cau_truc": d.cau_truc.map(|c| c.ten()), "chu": chu(&d.chu), "lien": d.lien.as_ref().map(chu),
        }),
        Khoi::Doan { chu: c, canh: a } => json!({"loai": "doan", "canh": canh(*a), "chu": chu(c)}),
        Khoi::Dieu { chu: c, .. } => json!({"loai": "dieu", "chu": chu(c)}),
        Khoi::Muc { dau, chu: c } => json!({"loai": "muc", "dau": dau.to_string(), "chu": chu(c)}),
        Khoi::DongGiua(c) => json!({"loai": "dong_giua", "chu": chu(c)}),
        Khoi::SangTrang => json!({"loai": "sang_trang"}),
        Khoi::Anh(anh) => json!({"loai": "anh", "canh": canh(anh.canh)}),
        Khoi::Bang(bang) => {
            let o = |o: &vanthu::model::than_bai::O| json!({"cot": o.cot, "gop_cot": o.gop_cot, "gop_hang": o.gop_hang, "khoi": cac_khoi(&o.khoi)});
            let hang: Vec<Vec<Value>> =
                bang.hang.iter().map(|row| row.iter().map(o).collect()).collect();
            json!({
                "loai": "bang", "canh": bang.canh.iter().map(|c| canh(Some(*c))).collect::<Vec<_>>(), "so_hang_dau": bang.so_hang_dau,
                "khong_ke": bang.trinh_bay.khong_ke, "tach_hang": bang.trinh_bay.tach_hang, "hang": hang,
            })
        }
    }
}

fn cac_khoi(all: &[Khoi]) -> Value {
    all.iter().map(khoi).collect()
}

/// Any name is a picture here: the editor can't know which files there are.
fn kho(text: &str) -> KhoAnh {
    let lines = text.lines().flat_map(|line| line.split("](").skip(1));
    let names =
        lines.flat_map(|rest| rest.match_indices(')').map(|(at, _)| rest[..at].trim().to_owned()));
    let tep = |ten: String| TepAnh {
        ten,
        dang: DangAnh::Png,
        bytes: vec![],
        rong_px: 10.0,
        cao_px: 10.0,
        dpi: 96.0,
    };
    names.map(|ten| (ten.clone(), Ok(Arc::new(tep(ten))))).collect()
}

fn doc(text: &str, trich: bool) -> Value {
    let kho = kho(text);
    let (than, _) =
        if trich { ThanBai::doc_trich(text, None, &kho) } else { ThanBai::doc(text, None, &kho) };
    let chu_thich: serde_json::Map<_, _> =
        than.chu_thich.iter().map(|(ten, k)| (ten.clone(), cac_khoi(k))).collect();
    json!({"khoi": cac_khoi(&than.khoi), "chu_thich": chu_thich})
}

#[test]
fn the_editor_reads_what_we_read() {
    let all: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(TEP).unwrap()).unwrap();
    assert!(all.len() > 100);
    let read = |one: &Value| {
        let text = one["text"].as_str().unwrap();
        let mut out = json!({"text": text});
        for (key, trich) in [("thuong", false), ("trich", true)] {
            out[key] = doc(text, trich);
        }
        out
    };
    let now: Vec<Value> = all.iter().map(read).collect();
    if std::env::var_os("BLESS").is_some() {
        let lines: Vec<String> = now.iter().map(Value::to_string).collect();
        std::fs::write(TEP, format!("[\n{}\n]\n", lines.join(",\n"))).unwrap();
        return;
    }
    for (old, new) in all.iter().zip(&now) {
        assert_eq!(old, new, "BLESS=1, then npm test in src/faces/web/editor");
    }
}
