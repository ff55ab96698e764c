//! Bắt đầu: an empty folder gets the file of its office, and no paper yet.

use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::jobs::init::{InitRequest, cac_tep};
use crate::machine::output::{self, Ready};
use crate::reading::source::TEP_CO_QUAN;

/// Writes the office's file from the ready one of that kind; never over one that is there.
pub fn bat_dau(thu_muc: &Path, co_quan: Option<String>) -> Result<(), Diagnostic> {
    let dir = thu_muc.to_owned();
    let request = InitRequest { dir, co_quan, mau: None, nhu: None, thu_muc_mau: None };
    let (files, _) = cac_tep(&request)?;
    let office = |file: &Ready| {
        let name = file.path.file_name().map(|name| name.to_string_lossy().into_owned());
        let schema = file.path.extension().is_some_and(|ending| ending == "json");
        schema || name.as_deref() == Some(TEP_CO_QUAN)
    };
    let files: Vec<Ready> = files.into_iter().filter(office).collect();
    output::write_new(&files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_office_comes_once_and_alone() {
        let dir = tempfile::tempdir().unwrap();
        bat_dau(dir.path(), Some("ubnd-xa".into())).unwrap();
        let text = std::fs::read_to_string(dir.path().join("co-quan.yaml")).unwrap();
        assert!(text.contains("ỦY BAN NHÂN DÂN"), "{text}");
        assert!(!dir.path().join("cong-van.yaml").exists());
        assert!(bat_dau(dir.path(), Some("so".into())).is_err());
        assert_eq!(std::fs::read_to_string(dir.path().join("co-quan.yaml")).unwrap(), text);
    }
}
