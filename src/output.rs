//! The only file that writes. A file appears whole under its name or not at all: the bytes go to a
//! temporary file in the same folder, reach the disk, and then take the name.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;

/// A file to be written: where, and all of its bytes.
pub struct Ready {
    pub path: PathBuf,
    pub bytes: Vec<u8>,
}

/// Writes the files of one document: first all of them beside their places, then the names. If the
/// bytes of one can't be written, none has changed; a name that can't be taken (a file that another
/// program holds open) leaves that file and those after it as they were.
pub fn write_all(files: &[Ready]) -> Result<(), Diagnostic> {
    for (temp, path) in stage_all(files)? {
        temp.persist(path).map_err(|e| cannot_write(path, &e.error))?;
    }
    Ok(())
}

/// Whether something has this name already.
pub fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Writes files that must not be there yet; if one is, nothing is written.
pub fn write_new(files: &[Ready]) -> Result<(), Diagnostic> {
    for file in files {
        if is_there(&file.path) {
            return Err(Diagnostic::error(
                "already-there",
                format!("đã có {}; không ghi đè", file.path.display()),
            )
            .hint("chọn thư mục khác, hoặc tự xoá tệp này rồi làm lại"));
        }
    }
    for (temp, path) in stage_all(files)? {
        temp.persist_noclobber(path).map_err(|e| cannot_write(path, &e.error))?;
    }
    Ok(())
}

/// Writes a folder of files, given by their paths inside it with `/`. The whole folder is made beside its
/// place and then takes the name, so that it is there with all of its files or not at all. A folder of
/// that name gives way only if it holds `dau_hieu`, the sign that it was written so.
pub fn write_folder<'a>(
    folder: &Path,
    files: impl Iterator<Item = (&'a str, &'a [u8])>,
    dau_hieu: &str,
) -> Result<(), Diagnostic> {
    let fail = |e: std::io::Error| cannot_write(folder, &e);
    let there = folder.symlink_metadata().is_ok();
    if there && !(folder.is_dir() && folder.join(dau_hieu).is_file()) {
        let message = format!("đã có {} mà không phải do lệnh này ghi", folder.display());
        return Err(Diagnostic::error("already-there", message)
            .hint("chọn thư mục khác bằng -o, hoặc tự xoá rồi làm lại"));
    }
    let parent = folder.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(parent).map_err(|e| cannot_write(parent, &e))?;
    let staged = temporary_folder(parent).map_err(fail)?;
    let mut written = Vec::new();
    for (ten, bytes) in files {
        let path = inside(staged.path(), ten).ok_or_else(|| outside(ten))?;
        write_inside(&path, bytes).map_err(fail)?;
        written.push(path);
    }
    // Only now, so that the disk gets the small files of a large folder together.
    written.iter().try_for_each(|path| sync(path)).map_err(fail)?;
    let old = temporary_folder(parent).map_err(fail)?;
    let aside = old.path().join("cu");
    if there {
        std::fs::rename(folder, &aside).map_err(fail)?;
    }
    if let Err(error) = std::fs::rename(staged.path(), folder) {
        if there {
            let _ = std::fs::rename(&aside, folder);
        }
        return Err(cannot_write(folder, &error));
    }
    // It bears its own name now; nothing of it is to be cleaned up.
    let _ = staged.keep();
    Ok(())
}

/// A path inside a folder; none for one that would leave it.
fn inside(folder: &Path, ten: &str) -> Option<PathBuf> {
    let plain = |part: &str| !part.is_empty() && part != "." && part != "..";
    let safe = ten.split('/').all(plain) && !ten.contains(['\\', ':', '\0']);
    safe.then(|| ten.split('/').fold(folder.to_owned(), |path, part| path.join(part)))
}

fn outside(ten: &str) -> Diagnostic {
    Diagnostic::error("internal", format!("tên tệp “{ten}” ra ngoài thư mục của nó"))
}

fn temporary_folder(parent: &Path) -> std::io::Result<tempfile::TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".vanthu-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o777));
    }
    builder.tempdir_in(parent)
}

fn sync(path: &Path) -> std::io::Result<()> {
    std::fs::OpenOptions::new().write(true).open(path)?.sync_all()
}

fn write_inside(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::File::create_new(path)?.write_all(bytes)
}

/// All of the files under temporary names beside their places.
fn stage_all(files: &[Ready]) -> Result<Vec<(tempfile::NamedTempFile, &Path)>, Diagnostic> {
    files.iter().map(|file| Ok((stage(file)?, file.path.as_path()))).collect()
}

fn stage(file: &Ready) -> Result<tempfile::NamedTempFile, Diagnostic> {
    let folder = file.path.parent().filter(|p| !p.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(|e| cannot_write(folder, &e))?;
    if file.path.is_dir() {
        return Err(Diagnostic::error(
            "cannot-write",
            format!("không ghi được {}: đã có một thư mục mang tên này", file.path.display()),
        ));
    }
    let fail = |e: std::io::Error| cannot_write(&file.path, &e);
    let mut builder = tempfile::Builder::new();
    builder.prefix(".vanthu-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any program creates a file: the user's umask takes away what it takes away.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut temp = builder.tempfile_in(folder).map_err(fail)?;
    temp.write_all(&file.bytes).map_err(fail)?;
    temp.as_file().sync_all().map_err(fail)?;
    Ok(temp)
}

/// Why a file or folder could not be written, in words for the clerk.
pub(crate) fn cannot_write(path: &Path, error: &std::io::Error) -> Diagnostic {
    use std::io::ErrorKind as K;
    let (why, hint) = match error.kind() {
        K::PermissionDenied => {
            ("không có quyền ghi", "đóng tệp đang mở trong Word, hoặc chọn thư mục khác")
        }
        K::ReadOnlyFilesystem => ("ổ đĩa chỉ cho đọc", "chọn thư mục khác"),
        K::StorageFull => ("ổ đĩa đã đầy", "dọn bớt ổ đĩa, hoặc chọn thư mục khác"),
        K::NotADirectory | K::AlreadyExists => {
            ("trên đường dẫn này có một tệp, không phải thư mục", "chọn thư mục khác")
        }
        K::NotFound => ("không tạo được thư mục này", "chọn thư mục khác"),
        _ => ("hệ thống báo lỗi", "xem lại ổ đĩa và đường dẫn"),
    };
    Diagnostic::error("cannot-write", format!("không ghi được {}: {why}", path.display()))
        .hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ready(path: PathBuf) -> Ready {
        Ready { path, bytes: b"moi".to_vec() }
    }

    #[test]
    fn one_unwritable_file_leaves_the_other_as_it_was() {
        let dir = tempfile::tempdir().unwrap();
        let good = dir.path().join("a.pdf");
        std::fs::write(&good, "cu").unwrap();
        let bad = dir.path().join("b.docx");
        std::fs::create_dir(&bad).unwrap();
        assert!(write_all(&[ready(good.clone()), ready(bad)]).is_err());
        assert_eq!(std::fs::read_to_string(&good).unwrap(), "cu");
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 2, "a stray temporary file");
    }

    #[test]
    fn a_new_file_never_replaces_one() {
        let dir = tempfile::tempdir().unwrap();
        let there = dir.path().join("co-quan.yaml");
        std::fs::write(&there, "cu").unwrap();
        let new = dir.path().join("ke-hoach.yaml");
        assert!(write_new(&[ready(new.clone()), ready(there.clone())]).is_err());
        assert_eq!(std::fs::read_to_string(&there).unwrap(), "cu");
        assert!(!new.exists());
    }

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
    fn a_link_is_replaced_and_not_followed() {
        let dir = tempfile::tempdir().unwrap();
        let outside = dir.path().join("outside");
        std::fs::write(&outside, "cu").unwrap();
        let link = dir.path().join("a.pdf");
        std::os::unix::fs::symlink(&outside, &link).unwrap();
        write_all(&[ready(link.clone())]).unwrap();
        assert_eq!(std::fs::read_to_string(&outside).unwrap(), "cu");
        assert!(!link.symlink_metadata().unwrap().is_symlink());
    }
}
