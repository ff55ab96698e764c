//! A folder that comes whole: made beside its place under a temporary name, then renamed.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{cannot_write, make_folder, patiently, temp};
use crate::diagnostic::Diagnostic;
use crate::machine::paths;

/// Writes a folder of files, given by their paths inside it with `/`. The whole folder is made beside its
/// place and then takes the name, so that it is there with all of its files or not at all. A folder of
/// that name gives way only if it holds `dau_hieu`, the sign that it was written so.
pub fn write_folder<'a>(
    folder: &Path,
    files: impl Iterator<Item = (&'a str, &'a [u8])>,
    dau_hieu: &str,
) -> Result<(), Diagnostic> {
    let fail = |e: io::Error| cannot_write(folder, &e);
    let metadata = folder.symlink_metadata();
    let there = metadata.is_ok();
    // A link is nobody's own folder: what it points to lies elsewhere.
    let ours = metadata.is_ok_and(|m| m.is_dir()) && folder.join(dau_hieu).is_file();
    if there && !ours {
        let message = format!("đã có {} mà không phải do lệnh này ghi", folder.display());
        return Err(Diagnostic::error("already-there", message)
            .hint("chọn thư mục khác bằng -o, hoặc tự xoá rồi làm lại"));
    }
    let parent = folder.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    make_folder(parent)?;
    temp::sweep(parent);
    let staged = temp::folder(parent).map_err(fail)?;
    let new = staged.path().join("moi");
    std::fs::create_dir(&new).map_err(fail)?;
    fill(&new, files)?;
    let aside = staged.path().join("cu");
    if there {
        patiently(|| std::fs::rename(folder, &aside)).map_err(fail)?;
    }
    if let Err(error) = patiently(|| std::fs::rename(&new, folder)) {
        if there {
            let _ = std::fs::rename(&aside, folder);
        }
        return Err(cannot_write(folder, &error));
    }
    Ok(())
}

fn fill<'a>(
    folder: &Path,
    files: impl Iterator<Item = (&'a str, &'a [u8])>,
) -> Result<(), Diagnostic> {
    let mut written = Vec::new();
    for (ten, bytes) in files {
        let path = inside(folder, ten).ok_or_else(|| outside(ten))?;
        write_inside(&path, bytes).map_err(|e| cannot_write(&path, &e))?;
        written.push(path);
    }
    // Only now, so that the disk gets the small files of a large folder together.
    written.iter().try_for_each(|path| sync(path).map_err(|e| cannot_write(path, &e)))
}

/// A path inside a folder; none for one that would leave it.
fn inside(folder: &Path, ten: &str) -> Option<PathBuf> {
    let plain = |part: &str| !part.is_empty() && part != "." && part != "..";
    let safe = ten.split('/').all(plain) && !ten.contains(['\\', ':', '\0']);
    safe.then(|| paths::inside(folder, ten))
}

fn outside(ten: &str) -> Diagnostic {
    Diagnostic::error("internal", format!("tên tệp “{ten}” ra ngoài thư mục của nó"))
}

fn sync(path: &Path) -> io::Result<()> {
    OpenOptions::new().write(true).open(path)?.sync_all()
}

fn write_inside(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    File::create_new(path)?.write_all(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_comes_whole_and_holds_what_it_names() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("goi");
        let write = |ten: &'static str| {
            write_folder(&folder, [("dau", &b"1"[..]), (ten, b"2")].into_iter(), "dau")
        };
        for bad in ["../a", "/a", "a/../b", "a\\b", "C:a", "", "dau"] {
            assert!(write(bad).is_err(), "{bad}");
            assert!(!folder.exists(), "{bad}");
        }
        write("a/b").unwrap();
        write("a/c").unwrap();
        assert!(folder.join("a/c").exists() && !folder.join("a/b").exists());
        std::fs::remove_file(folder.join("dau")).unwrap();
        assert_eq!(write("a/d").unwrap_err().code, "already-there");
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1, "a stray temporary folder");
    }

    #[test]
    #[cfg(unix)]
    fn a_link_in_the_place_of_the_folder_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        let elsewhere = dir.path().join("noi-khac");
        std::fs::create_dir(&elsewhere).unwrap();
        std::fs::write(elsewhere.join("dau"), "").unwrap();
        let folder = dir.path().join("goi");
        std::os::unix::fs::symlink(&elsewhere, &folder).unwrap();
        let written = write_folder(&folder, [("dau", &b"1"[..])].into_iter(), "dau");
        assert_eq!(written.unwrap_err().code, "already-there");
        assert!(folder.symlink_metadata().unwrap().is_symlink());
        assert_eq!(std::fs::read(elsewhere.join("dau")).unwrap(), b"");
    }
}
