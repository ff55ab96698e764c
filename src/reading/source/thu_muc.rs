//! A folder with all that is in it, as the folder of an issued document is looked at.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::{doc_het, khong_doc};
use crate::diagnostic::Diagnostic;
use crate::machine::paths::inside;

/// The largest file in such a folder, in MiB.
const CO_TEP_MIB: u64 = 100;
/// How deep its folders go; ours go one level.
const SAU: usize = 8;

/// Every file by its name from `folder` on, parted by `/`. A link has no bytes: it is not followed,
/// since it may lead anywhere.
pub fn read_tree(folder: &Path) -> Result<BTreeMap<String, Option<Vec<u8>>>, Vec<Diagnostic>> {
    let mut out = BTreeMap::new();
    vao(folder, "", SAU, &mut out)?;
    Ok(out)
}

fn vao(
    folder: &Path,
    within: &str,
    left: usize,
    out: &mut BTreeMap<String, Option<Vec<u8>>>,
) -> Result<(), Vec<Diagnostic>> {
    let here = inside(folder, within);
    let entries = fs::read_dir(&here).map_err(|e| vec![khong_doc(&here, &e)])?;
    for entry in entries {
        let entry = entry.map_err(|e| vec![khong_doc(&here, &e)])?;
        let kind = entry.file_type().map_err(|e| vec![khong_doc(&entry.path(), &e)])?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let name = if within.is_empty() { name } else { format!("{within}/{name}") };
        match left.checked_sub(1) {
            Some(left) if kind.is_dir() => vao(folder, &name, left, out)?,
            _ if kind.is_file() => {
                drop(out.insert(name, Some(doc_het(&entry.path(), CO_TEP_MIB)?)))
            }
            _ => drop(out.insert(name, None)),
        }
    }
    Ok(())
}
