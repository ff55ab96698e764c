//! JSON Schemas of all YAML files, for editors: from the forms, and from the declarations.

use serde_json::{Map, Value, json};

use super::mau::{KhoMau, luoc_do};
use crate::model::GiayTo;
use crate::model::tuy_chon::{MienGiaTri, TuyChon};
use crate::reading::form::{ChuyenForm, CoDau, CoQuanForm, DanhBaForm, KeHoachForm, MauForm, of};
use crate::rules::bo_quy_tac::CAC_BO;

/// The kinds of file whose schema comes from a form.
const TU_FORM: &[&str] = &["ke-hoach", "co-quan", "dot", "danh-ba", "mau"];

/// The names that a schema goes by, which are also those of the files in `schema/`.
pub fn cac_luoc_do(kho: &KhoMau) -> Vec<String> {
    let declared = kho.cac_mau().filter(|mau| !GiayTo::la_cua_dot(mau)).map(|mau| mau.ten.clone());
    TU_FORM.iter().map(|ten| (*ten).to_owned()).chain(declared).collect()
}

/// The schema that goes by this name, or that a kind of document has.
pub fn luoc_do_cua(ten: &str, kho: &KhoMau) -> Option<Value> {
    let ten = &*ten.replace('_', "-");
    match ten {
        "ke-hoach" => return Some(ke_hoach(kho)),
        "co-quan" => return Some(co_quan()),
        "dot" => return Some(dot(kho)),
        "danh-ba" => return Some(of::<DanhBaForm>()),
        "mau" => return Some(of::<MauForm>()),
        _ => {}
    }
    let named = kho.cac_mau().find(|mau| mau.ten == ten);
    named.or_else(|| kho.theo_khoa(&ten.replace('-', "_"))).map(|mau| luoc_do(mau))
}

/// A plan, of trips or any other: told apart as [`super::loai`] does, by `dot` and `noi_dung`.
fn ke_hoach(kho: &KhoMau) -> Value {
    let trips = of::<CoDau<KeHoachForm>>();
    let Some(general) = kho.theo_khoa("ke_hoach").map(|mau| luoc_do(mau)) else { return trips };
    let mut definitions = Map::new();
    let [trips, general] = [trips, general].map(|mut schema| {
        if let Some(map) = schema.as_object_mut() {
            map.remove("$schema");
            if let Some(Value::Object(own)) = map.remove("definitions") {
                definitions.extend(own);
            }
            // The general plan is one word of a declaration that has many.
            if let Some(loai) = map.get_mut("properties").and_then(|p| p.get_mut("loai")) {
                *loai = json!({ "description": "Loại văn bản", "enum": ["ke_hoach"] });
            }
        }
        schema
    });
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "ke_hoach",
        "description": "Kế hoạch; có mục dot thì là kế hoạch tổ chức các đợt công tác",
        "type": "object",
        "if": { "anyOf": [{ "required": ["dot"] }, { "not": { "required": ["noi_dung"] } }] },
        "then": trips,
        "else": general,
        "definitions": definitions,
    })
}

/// An office's file, with the measures that it may choose.
fn co_quan() -> Value {
    let mut schema = of::<CoQuanForm>();
    if let Some(slot) = schema.pointer_mut("/properties/the_thuc/properties") {
        *slot = cac_so_do();
    }
    schema
}

/// The choices of all sets of rules: a measure that several have may be any of theirs.
fn cac_so_do() -> Value {
    let mut all = Map::new();
    for (khoa, own) in CAC_BO.iter().flat_map(|bo| bo.tuy_chon).map(so_do) {
        let known = match all.remove(&khoa) {
            None => own,
            Some(Value::Object(mut many)) if many.contains_key("anyOf") => {
                if let Some(list) = many.get_mut("anyOf").and_then(Value::as_array_mut) {
                    list.push(own);
                }
                Value::Object(many)
            }
            Some(first) if first == own => own,
            Some(first) => json!({ "anyOf": [first, own] }),
        };
        all.insert(khoa, known);
    }
    all.into()
}

/// A measure with its range.
fn so_do(t: &TuyChon) -> (String, Value) {
    let description = format!("{}, tính bằng {} ({})", t.ten, t.don_vi, t.dieu_khoan);
    let value = match t.mien {
        MienGiaTri::Khoang(from, to) => {
            json!({ "type": "number", "minimum": from, "maximum": to, "description": description })
        }
        MienGiaTri::MotTrong(values) => json!({ "enum": values, "description": description }),
    };
    (t.khoa.to_owned(), value)
}

/// A trip's file, with the papers around it.
fn dot(kho: &KhoMau) -> Value {
    let mut schema = of::<ChuyenForm>();
    let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) else {
        return schema;
    };
    for khoa in GiayTo::KHOA {
        let Some(mau) = kho.theo_khoa(&GiayTo::khoa_mau(khoa)) else { continue };
        let mut own = luoc_do(mau);
        if let Some(map) = own.as_object_mut() {
            map.remove("$schema");
            if let Some(keys) = map.get_mut("properties").and_then(Value::as_object_mut) {
                keys.retain(|key, _| !["loai", "phu_luc"].contains(&key.as_str()));
            }
            if let Some(required) = map.get_mut("required").and_then(Value::as_array_mut) {
                required.retain(|key| !["loai", "trich_yeu"].contains(&key.as_str().unwrap_or("")));
            }
        }
        properties.insert((*khoa).to_owned(), own);
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The files in `schema/` are what editors read; BLESS=1 rewrites them.
    #[test]
    fn stored_schemas_are_up_to_date() {
        let kho = KhoMau::default();
        for kind in cac_luoc_do(&kho) {
            let text = format!("{:#}\n", luoc_do_cua(&kind, &kho).unwrap());
            let path = format!("{}/schema/{kind}.json", env!("CARGO_MANIFEST_DIR"));
            if std::env::var_os("BLESS").is_some() {
                std::fs::write(&path, &text).unwrap();
            }
            let stored = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(stored == text, "{path} is out of date: run the tests with BLESS=1");
        }
    }

    /// What an editor offers for a plan: the keys of either, and nothing that refers to nowhere.
    #[test]
    fn a_plan_is_of_trips_or_any_other() {
        let schema = luoc_do_cua("ke-hoach", &KhoMau::default()).unwrap();
        let keys = |part: &str| schema[part]["properties"].as_object().unwrap().clone();
        assert!(keys("then").contains_key("dot") && !keys("then").contains_key("noi_dung"));
        let general = keys("else");
        for key in ["noi_dung", "can_cu", "mo_dau", "phu_luc", "so", "nguoi_ky"] {
            assert!(general.contains_key(key), "{key}");
        }
        let text = schema.to_string();
        for part in text.split("#/definitions/").skip(1) {
            let name = part.split('"').next().unwrap();
            assert!(schema["definitions"].get(name).is_some(), "{name}");
        }
        assert_eq!(luoc_do_cua("ke_hoach", &KhoMau::default()), Some(schema));
    }

    #[test]
    fn a_kind_has_the_schema_of_its_declaration() {
        let kho = KhoMau::default();
        assert_eq!(luoc_do_cua("thong_bao", &kho), luoc_do_cua("van-ban", &kho));
        assert!(luoc_do_cua("cong-van", &kho).is_some() && luoc_do_cua("la", &kho).is_none());
    }
}
