//! `schema`: the JSON Schema of a YAML file, for editors.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Outcome, duong_dan, load};
use crate::diagnostic::Diagnostic;
use crate::machine::output::Ready;
use crate::model::Mau;
use crate::rules::check::{KhoMau, cac_luoc_do, luoc_do_cua};

/// Which schema is wanted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SchemaRequest {
    /// The kind of file: `ke-hoach`, `co-quan`, …
    pub kind: String,
    /// The hồ sơ whose own kinds count too; the current folder if it isn't said.
    #[serde(with = "duong_dan")]
    pub ho_so: Option<PathBuf>,
    /// The office's shared templates.
    #[serde(with = "duong_dan")]
    pub mau: Option<PathBuf>,
}

/// The schema of one kind of file, as one text.
pub fn schema(request: &SchemaRequest) -> Outcome {
    let kind = request.kind.replace('_', "-");
    let ho_so = request.ho_so.as_deref().unwrap_or(Path::new("."));
    let (_, kho, found) = match load::kho_mau(ho_so, request.mau.as_deref()) {
        Ok(read) => read,
        Err(fault) => return Outcome::of(fault),
    };
    let mut outcome = Outcome { diagnostics: found, ..Outcome::default() };
    match luoc_do_cua(&kind, &kho) {
        Some(value) => outcome.lines.push(pretty(&value)),
        None => outcome.diagnostics.push(
            Diagnostic::error("wrong-use", format!("không có lược đồ cho “{}”", request.kind))
                .hint(format!("các loại: {}", cac_luoc_do(&kho).join(", "))),
        ),
    }
    outcome
}

/// The folder of the schemas in a hồ sơ.
pub const THU_MUC: &str = "schema";

/// The schema files that stand beside a starter hồ sơ, in `schema/`.
pub fn files(dir: &Path) -> impl Iterator<Item = Ready> {
    let kho = KhoMau::default();
    cac_luoc_do(&kho).into_iter().filter_map(move |kind| {
        let bytes = format!("{}\n", pretty(&luoc_do_cua(&kind, &kho)?)).into_bytes();
        Some(Ready { path: dir.join(THU_MUC).join(format!("{kind}.json")), bytes })
    })
}

/// The schema file that goes by this name.
pub fn file_named(ten: &str, dir: &Path) -> Option<Ready> {
    let kho = KhoMau::default();
    let bytes = format!("{}\n", pretty(&luoc_do_cua(ten, &kho)?)).into_bytes();
    Some(Ready { path: dir.join(THU_MUC).join(format!("{ten}.json")), bytes })
}

/// The schema file of a declared kind.
pub fn file_of(mau: &Mau, dir: &Path, kho: &KhoMau) -> Option<Ready> {
    let bytes = format!("{}\n", pretty(&luoc_do_cua(&mau.ten, kho)?)).into_bytes();
    Some(Ready { path: dir.join(THU_MUC).join(format!("{}.json", mau.ten)), bytes })
}

fn pretty(value: &serde_json::Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
