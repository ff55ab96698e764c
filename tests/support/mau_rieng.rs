//! A hồ sơ with templates of its own.

use std::path::Path;
use std::process::Output;

use super::{sample, vanthu};

/// The plan of the sample and its office, with templates of its own.
pub fn ho_so(templates: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for file in ["co-quan.yaml", "ke-hoach.yaml", "van-phong.yaml", "dot-1.yaml"] {
        std::fs::copy(sample().join(file), dir.path().join(file)).unwrap();
    }
    write(&dir.path().join("mau"), templates);
    dir
}

pub fn write(folder: &Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}

pub fn run(verb: &str, dir: &Path, more: &[&str]) -> Output {
    vanthu().arg(verb).arg(dir).args(more).output().unwrap()
}
