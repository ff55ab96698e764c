//! JSON Schema of the YAML files, from the form types, for editors.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;

/// The schema of a form, in draft 7, which editors know best.
pub fn of<T: JsonSchema>() -> Value {
    SchemaSettings::draft07().into_generator().into_root_schema_for::<T>().to_value()
}

/// A mapping whose keys `rules` knows and puts in.
pub(super) fn cho_quy_tac(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["object", "null"], "properties": {}, "additionalProperties": false })
}
