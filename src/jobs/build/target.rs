//! The folder that the files of a hồ sơ go into.

use std::path::{Path, PathBuf};

use super::request::BuildRequest;
use crate::diagnostic::Diagnostic;
use crate::jobs::load;
use crate::machine::output;
use crate::reading::source;

/// Where the files go: beside its YAML, or into `-o`; with several, each into a folder of its name.
pub(super) fn of(request: &BuildRequest, path: &Path) -> PathBuf {
    match &request.wanted.folder {
        None => load::thu_muc(path),
        Some(dir) if request.ho_so.len() > 1 => dir.join(source::ten_ho_so(path)),
        Some(dir) => dir.clone(),
    }
}

/// Makes the folder ready, once a hồ sơ.
pub(super) fn prepare(request: &BuildRequest, folder: &Path) -> Result<(), Diagnostic> {
    match &request.wanted.folder {
        Some(dir) if dir != folder => output::prepare_inside(folder),
        _ => output::prepare(folder),
    }
}
