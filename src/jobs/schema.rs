//! `schema`: the JSON Schema of a YAML file, for editors.

use std::path::Path;

use super::{Report, load};
use crate::diagnostic::Diagnostic;
use crate::faces::cli::SchemaArgs;
use crate::machine::output::Ready;
use crate::model::Mau;
use crate::rules::check::{KhoMau, cac_luoc_do, luoc_do_cua};

/// Prints the schema of one kind of file.
pub fn print(args: &SchemaArgs) -> Report {
    let kind = args.kind.replace('_', "-");
    let ho_so = args.ho_so.as_deref().unwrap_or(Path::new("."));
    let (_, kho, found) = match load::kho_mau(ho_so, args.mau.as_deref()) {
        Ok(read) => read,
        Err(fault) => return Report::of(fault),
    };
    let mut report = Report { diagnostics: found, ..Report::default() };
    match luoc_do_cua(&kind, &kho) {
        Some(value) => report.lines.push(pretty(&value)),
        None => report.diagnostics.push(
            Diagnostic::error("wrong-use", format!("không có lược đồ cho “{}”", args.kind))
                .hint(format!("các loại: {}", cac_luoc_do(&kho).join(", "))),
        ),
    }
    report
}

/// The schema files that stand beside a starter hồ sơ, in `schema/`.
pub fn files(dir: &Path) -> impl Iterator<Item = Ready> {
    let kho = KhoMau::default();
    cac_luoc_do(&kho).into_iter().filter_map(move |kind| {
        let bytes = format!("{}\n", pretty(&luoc_do_cua(&kind, &kho)?)).into_bytes();
        Some(Ready { path: dir.join("schema").join(format!("{kind}.json")), bytes })
    })
}

/// The schema file of a declared kind.
pub fn file_of(mau: &Mau, dir: &Path, kho: &KhoMau) -> Option<Ready> {
    let bytes = format!("{}\n", pretty(&luoc_do_cua(&mau.ten, kho)?)).into_bytes();
    Some(Ready { path: dir.join("schema").join(format!("{}.json", mau.ten)), bytes })
}

fn pretty(value: &serde_json::Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
