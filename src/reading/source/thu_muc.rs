//! A folder with all that is in it, as the folder of an issued document is looked at.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::{doc_het, khong_doc};
use crate::diagnostic::Diagnostic;
use crate::machine::paths::inside;

/// The largest file in such a folder, in MiB.
const CO_TEP_MIB: u64 = 100;
/// How deep its folders go; ours go one level.
const SAU: usize = 8;

/// The files of a folder by their names in it, with `/`; a link has no bytes.
pub type Cay = BTreeMap<String, Option<Vec<u8>>>;

/// Every file by its name from `folder` on, parted by `/`. A link has no bytes: it is not followed,
/// since it may lead anywhere.
pub fn read_tree(folder: &Path) -> Result<Cay, Vec<Diagnostic>> {
    let mut out = BTreeMap::new();
    vao(folder, "", SAU, &mut |name, file| {
        let bytes = file.map(|path| doc_het(&path, CO_TEP_MIB)).transpose()?;
        drop(out.insert(name, bytes));
        Ok(())
    })?;
    Ok(out)
}

/// The names alone.
pub fn list_tree(folder: &Path) -> Result<Vec<String>, Vec<Diagnostic>> {
    let mut out = Vec::new();
    vao(folder, "", SAU, &mut |name, _| {
        out.push(name);
        Ok(())
    })?;
    Ok(out)
}

/// Who hears of each name, with its path where it is a file.
type Nghe<'a> = dyn FnMut(String, Option<PathBuf>) -> Result<(), Vec<Diagnostic>> + 'a;

fn vao(folder: &Path, within: &str, left: usize, nghe: &mut Nghe) -> Result<(), Vec<Diagnostic>> {
    let here = inside(folder, within);
    let entries = fs::read_dir(&here).map_err(|e| vec![khong_doc(&here, &e)])?;
    for entry in entries {
        let entry = entry.map_err(|e| vec![khong_doc(&here, &e)])?;
        let kind = entry.file_type().map_err(|e| vec![khong_doc(&entry.path(), &e)])?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let name = if within.is_empty() { name } else { format!("{within}/{name}") };
        match left.checked_sub(1) {
            Some(left) if kind.is_dir() => vao(folder, &name, left, nghe)?,
            _ => nghe(name, kind.is_file().then(|| entry.path()))?,
        }
    }
    Ok(())
}
