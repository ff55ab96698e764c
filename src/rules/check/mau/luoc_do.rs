//! JSON Schema of a declared kind, from its declaration, for editors.

use serde_json::{Map, Value, json};

use crate::model::{KieuTruong, Mau, Truong};
use crate::reading::form::{DauForm, PhuLucForm, of};

/// The schema of documents of this kind.
pub fn luoc_do(mau: &Mau) -> Value {
    let mut schema = dau(mau);
    if let Some(map) = schema.as_object_mut() {
        map.insert("title".into(), json!(mau.khoa.join(", ")));
        map.insert("description".into(), json!(mau.mo_ta));
        let mut properties = Map::new();
        properties
            .insert("loai".into(), json!({ "description": "Loại văn bản", "enum": mau.khoa }));
        properties.extend(cac_truong(&mau.truong));
        if let Some(Value::Object(head)) = map.get("properties") {
            properties.extend(head.clone());
        }
        properties.insert("phu_luc".into(), phu_luc());
        map.insert("properties".into(), properties.into());
        let mut required = vec![json!("loai"), json!("ngay_ban_hanh")];
        required.extend(mau.kieu.khoa_can().into_iter().map(Value::from));
        required.extend(can(&mau.truong));
        map.insert("required".into(), required.into());
    }
    schema
}

/// The head's schema without what this kind can't have.
fn dau(mau: &Mau) -> Value {
    let mut schema = of::<DauForm>();
    let gone = mau.kieu.khoa_khong_co();
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        properties.retain(|key, _| !gone.contains(&key.as_str()));
    }
    schema
}

fn phu_luc() -> Value {
    let mut item = of::<PhuLucForm>();
    if let Some(map) = item.as_object_mut() {
        map.remove("$schema");
    }
    json!({ "type": ["array", "null"], "description": "Các phụ lục", "items": item })
}

fn cac_truong(truong: &[Truong]) -> Map<String, Value> {
    truong.iter().map(|t| (t.khoa.clone(), gia_tri(t))).collect()
}

fn can(truong: &[Truong]) -> impl Iterator<Item = Value> {
    truong.iter().filter(|t| t.bat_buoc).map(|t| t.khoa.as_str().into())
}

fn gia_tri(t: &Truong) -> Value {
    let text = json!(["string", "number"]);
    let mut schema = match &t.kieu {
        KieuTruong::CacDoan | KieuTruong::CanCu => json!({
            "anyOf": [{ "type": text }, { "type": "array", "items": { "type": text } }]
        }),
        KieuTruong::LuaChon(words) => json!({ "enum": words }),
        KieuTruong::CoKhong => json!({ "enum": ["có", "không", true, false] }),
        KieuTruong::Nhom(con) => nhom(con),
        KieuTruong::DanhSach(con) => json!({ "type": "array", "items": nhom(con) }),
        KieuTruong::Chu
        | KieuTruong::Dong
        | KieuTruong::ThanBai
        | KieuTruong::Ngay
        | KieuTruong::Gio
        | KieuTruong::So
        | KieuTruong::Tien => json!({ "type": text }),
    };
    if !t.bat_buoc {
        schema = json!({ "anyOf": [schema, { "type": "null" }] });
    }
    if let Some(map) = schema.as_object_mut() {
        map.insert("description".into(), t.mo_ta.as_str().into());
    }
    schema
}

fn nhom(con: &[Truong]) -> Value {
    json!({
        "type": "object",
        "properties": cac_truong(con),
        "required": can(con).collect::<Vec<_>>(),
        "additionalProperties": false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::check::mau::KhoMau;

    #[test]
    fn a_kind_takes_its_fields_and_those_of_the_head() {
        let kho = KhoMau::default();
        let schema = luoc_do(kho.theo_khoa("cong_van").unwrap());
        let keys = schema["properties"].as_object().unwrap();
        assert!(
            ["loai", "noi_dung", "kinh_gui", "so", "phu_luc"].iter().all(|k| keys.contains_key(*k))
        );
        let required = schema["required"].as_array().unwrap();
        assert!(required.contains(&json!("kinh_gui")) && required.contains(&json!("noi_dung")));
        let no_subject = luoc_do(kho.theo_khoa("giay_gioi_thieu").unwrap());
        assert!(no_subject["properties"].get("trich_yeu").is_none());
    }
}
