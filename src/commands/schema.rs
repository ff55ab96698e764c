//! `schema`: the JSON Schema of a YAML file, for editors.

use std::path::Path;

use super::Report;
use crate::cli::SchemaArgs;
use crate::diagnostic::Diagnostic;
use crate::form::{LUOC_DO, schema};
use crate::output::Ready;

/// Prints the schema of one kind of file.
pub fn print(args: &SchemaArgs) -> Report {
    let mut report = Report::default();
    let kind = args.kind.replace('_', "-");
    match schema(&kind) {
        Some(value) => report.lines.push(pretty(&value)),
        None => report.diagnostics.push(
            Diagnostic::error("wrong-use", format!("không có lược đồ cho “{}”", args.kind))
                .hint(format!("các loại: {}", LUOC_DO.join(", "))),
        ),
    }
    report
}

/// The schema files that stand beside a starter hồ sơ, in `schema/`.
pub fn files(dir: &Path) -> impl Iterator<Item = Ready> {
    LUOC_DO.iter().filter_map(move |kind| {
        let bytes = format!("{}\n", pretty(&schema(kind)?)).into_bytes();
        Some(Ready { path: dir.join("schema").join(format!("{kind}.json")), bytes })
    })
}

fn pretty(value: &serde_json::Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
