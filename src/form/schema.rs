//! JSON Schema of the YAML files, from the form types, for editors.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::{ChuyenForm, CoDau, CoQuanForm, KeHoachForm};
use crate::the_thuc::{MienGiaTri, TUY_CHON};

/// The kinds of file that there is a schema for.
pub const LUOC_DO: &[&str] = &["ke-hoach", "co-quan", "dot"];

/// The schema of a kind of file, in draft 7, which editors know best.
pub fn schema(loai: &str) -> Option<Value> {
    match loai {
        "ke-hoach" => Some(of::<CoDau<KeHoachForm>>()),
        "co-quan" => Some(of::<CoQuanForm>()),
        "dot" => Some(of::<ChuyenForm>()),
        _ => None,
    }
}

fn of<T: JsonSchema>() -> Value {
    SchemaSettings::draft07().into_generator().into_root_schema_for::<T>().to_value()
}

/// The measures with their ranges, from the one list of them.
pub(super) fn the_thuc(_: &mut SchemaGenerator) -> Schema {
    let mut properties = Map::new();
    for t in TUY_CHON {
        let description = format!("{}, tính bằng {} ({})", t.ten, t.don_vi, t.dieu_khoan);
        let value = match t.mien {
            MienGiaTri::Khoang(from, to) => {
                json!({ "type": "number", "minimum": from, "maximum": to, "description": description })
            }
            MienGiaTri::MotTrong(values) => json!({ "enum": values, "description": description }),
        };
        properties.insert(t.khoa.to_owned(), value);
    }
    json_schema!({ "type": ["object", "null"], "properties": properties, "additionalProperties": false })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The files in `schema/` are what editors read; BLESS=1 rewrites them.
    #[test]
    fn stored_schemas_are_up_to_date() {
        for kind in LUOC_DO {
            let text = format!("{:#}\n", schema(kind).unwrap());
            let path = format!("{}/schema/{kind}.json", env!("CARGO_MANIFEST_DIR"));
            if std::env::var_os("BLESS").is_some() {
                std::fs::write(&path, &text).unwrap();
            }
            let stored = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(stored == text, "{path} is out of date: run the tests with BLESS=1");
        }
    }

    #[test]
    fn there_is_no_other_kind() {
        assert!(schema("bao-cao").is_none());
    }
}
