//! A hồ sơ that is named twice is made once, and two hồ sơ never share a folder of results.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::request::BuildRequest;
use super::target;
use crate::diagnostic::Diagnostic;
use crate::jobs::load;
use crate::reading::source;

/// Each hồ sơ, and its place among those that the user named, without what an earlier one stands for by
/// another name, or a folder for its file.
pub(super) fn each_once(ho_so: &[PathBuf]) -> Vec<(usize, &Path)> {
    let real: Vec<PathBuf> = ho_so.iter().map(|path| real(path)).collect();
    let all: BTreeSet<&Path> = real.iter().map(PathBuf::as_path).collect();
    let within = |path: &Path| path.parent().is_some_and(|folder| all.contains(folder));
    let mut taken = BTreeSet::new();
    let mut each = Vec::new();
    for (index, (path, real)) in ho_so.iter().zip(&real).enumerate() {
        let is_part = source::la_yaml(real) && source::is_file(real) && within(real);
        if !is_part && taken.insert(real) {
            each.push((index, path.as_path()));
        }
    }
    each
}

/// A file that is a link belongs to the hồ sơ where the link is.
fn real(path: &Path) -> PathBuf {
    match path.file_name().filter(|_| source::is_file(path)) {
        Some(name) => real_folder(path).join(name),
        None => source::duong_that(path),
    }
}

/// Of a hồ sơ that may be named by a file without its folder.
fn real_folder(path: &Path) -> PathBuf {
    source::duong_that(&Path::new(".").join(load::thu_muc(path)))
}

/// Two hồ sơ that would share a folder stop the run before anything is written. Files of one hồ sơ do.
pub(super) fn no_two_in_one(
    request: &BuildRequest,
    each: &[(usize, &Path)],
) -> Result<(), Diagnostic> {
    let mut taken: BTreeMap<String, (PathBuf, &Path)> = BTreeMap::new();
    for (_, path) in each.iter().filter(|_| request.wanted.folder.is_some()) {
        let folder = target::of(request, path);
        let own = real_folder(path);
        // As a disk knows it that doesn't tell `A` from `a`.
        let name = source::nfc(folder.to_string_lossy().to_lowercase());
        let (of, other) = taken.entry(name).or_insert_with(|| (own.clone(), path));
        if *of != own {
            let message = format!(
                "{} và {} cùng ghi vào {}",
                other.display(),
                path.display(),
                folder.display()
            );
            return Err(Diagnostic::error("wrong-use", message)
                .hint("đổi tên một thư mục hồ sơ, hoặc soạn từng hồ sơ với -o khác nhau"));
        }
    }
    Ok(())
}
