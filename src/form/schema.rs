//! JSON Schema of the YAML files, from the form types, for editors.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use crate::the_thuc::{MienGiaTri, TUY_CHON};

/// The schema of a form, in draft 7, which editors know best.
pub fn of<T: JsonSchema>() -> Value {
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
