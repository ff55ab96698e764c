//! The only folder that writes. A file appears whole under its name or not at all: the bytes go to a
//! temporary file in the same folder, reach the disk, and then take the name.

mod folder;
mod handed;
mod held;
mod log;
mod private;
mod replace;
mod second;
mod temp;

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
pub use folder::{NewFolder, not_ours};
pub use handed::HandedIn;
pub use held::{is_held, patiently};
pub use log::Log;
pub use private::PrivateFile;
pub use second::{keep_beside, let_go};

/// A file to be written: where, and all of its bytes.
pub struct Ready {
    pub path: PathBuf,
    pub bytes: Vec<u8>,
}

/// Writes the files of one document: first all of them beside their places, then the names. If one
/// can't be written, or can't take its name since another program holds the old file open, none has
/// changed.
pub fn write_all(files: &[Ready]) -> Result<(), Diagnostic> {
    make_folders(files)?;
    write_prepared(files)
}

/// The same in a folder that was made ready at the start of the run ([`prepare`]): one that has vanished
/// since isn't made again behind the user's back.
pub fn write_prepared(files: &[Ready]) -> Result<(), Diagnostic> {
    replace::replace(stage_all(files)?)
}

/// Makes a folder for results ready: it is there, and what a killed run left in it is gone.
pub fn prepare(folder: &Path) -> Result<(), Diagnostic> {
    make_folder(folder)?;
    temp::sweep(folder);
    Ok(())
}

/// Takes away what workers that are gone left in a folder.
pub fn sweep(folder: &Path) {
    temp::sweep(folder);
}

/// The same for a folder inside the one that the user named. A link there would lead out of that.
pub fn prepare_inside(folder: &Path) -> Result<(), Diagnostic> {
    if folder.symlink_metadata().is_ok_and(|m| m.is_symlink()) {
        let message = format!("{} là một liên kết, không phải thư mục", folder.display());
        return Err(Diagnostic::error("cannot-write", message)
            .hint("xoá liên kết ấy, hoặc chọn thư mục khác bằng -o"));
    }
    prepare(folder)
}

fn make_folders(files: &[Ready]) -> Result<(), Diagnostic> {
    files.iter().try_for_each(|file| make_folder(folder_of(file)))
}

fn folder_of(file: &Ready) -> &Path {
    file.path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn make_folder(folder: &Path) -> Result<(), Diagnostic> {
    std::fs::create_dir_all(folder).map_err(|e| cannot_write(folder, &e))
}

/// Gives a file that was written whole beside its place its name there.
pub fn take_over(from: &Path, to: &Path) -> Result<(), Diagnostic> {
    held::may_be_replaced(to)
        .and_then(|()| held::patiently(|| std::fs::rename(from, to)))
        .map_err(|e| cannot_write(to, &e))
}

/// Takes away a folder of this program's own with what is left in it; a link is no such folder.
pub fn remove_own(folder: &Path) {
    if folder.symlink_metadata().is_ok_and(|m| m.is_dir()) {
        let _ = std::fs::remove_dir_all(folder);
    }
}

/// Whether something has this name already.
pub fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Whether something stands there that must not be written over: anything but a folder with nothing in it.
pub fn is_taken(path: &Path) -> bool {
    let empty = || std::fs::read_dir(path).is_ok_and(|mut all| all.next().is_none());
    let folder = path.symlink_metadata().map(|metadata| metadata.is_dir());
    folder.is_ok_and(|folder| !(folder && empty()))
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
    make_folders(files)?;
    for (temp, path) in stage_all(files)? {
        temp.persist_noclobber(path).map_err(|e| cannot_write(path, &e.error))?;
    }
    Ok(())
}

/// All of the files under temporary names beside their places.
fn stage_all(files: &[Ready]) -> Result<Vec<(tempfile::NamedTempFile, &Path)>, Diagnostic> {
    files.iter().map(|file| Ok((stage(file)?, file.path.as_path()))).collect()
}

fn stage(file: &Ready) -> Result<tempfile::NamedTempFile, Diagnostic> {
    if file.path.is_dir() {
        return Err(Diagnostic::error(
            "cannot-write",
            format!("không ghi được {}: đã có một thư mục mang tên này", file.path.display()),
        ));
    }
    let fail = |e: std::io::Error| cannot_write(&file.path, &e);
    let mut temp = temp::file(folder_of(file)).map_err(fail)?;
    like_the_old(&file.path, temp.as_file());
    temp.write_all(&file.bytes).map_err(fail)?;
    temp.as_file().sync_all().map_err(fail)?;
    Ok(temp)
}

/// Whoever could not read the old file can't read the new one, and its owner keeps it where that may be.
/// A disk without such rights has nothing to lose.
#[cfg(unix)]
fn like_the_old(path: &Path, file: &std::fs::File) {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let old = path.symlink_metadata().ok().filter(std::fs::Metadata::is_file);
    let (Some(old), Ok(new)) = (old, file.metadata()) else { return };
    if new.uid() != old.uid() {
        let _ = fchown(file, Some(old.uid()), None);
    }
    let same_group = new.gid() == old.gid() || fchown(file, None, Some(old.gid())).is_ok();
    // What one group could do is not meant for another.
    let mode = old.permissions().mode() & if same_group { 0o777 } else { 0o707 };
    let _ = file.set_permissions(std::fs::Permissions::from_mode(mode));
}

#[cfg(not(unix))]
fn like_the_old(_: &Path, _: &std::fs::File) {}

/// Why a file or folder could not be written, in words for the clerk.
pub fn cannot_write(path: &Path, error: &std::io::Error) -> Diagnostic {
    use std::io::ErrorKind as K;
    let (why, hint) = match error.kind() {
        _ if is_held(error) => (
            "tệp đang mở ở chương trình khác",
            "đóng tệp ấy (trong Word, trình xem PDF…) rồi làm lại",
        ),
        K::PermissionDenied if held::is_marked_read_only(path) => (
            "tệp mang dấu chỉ đọc (Read-only)",
            "bấm chuột phải vào tệp, chọn Properties, bỏ dấu Read-only rồi làm lại",
        ),
        K::PermissionDenied => {
            ("không có quyền ghi", "đóng tệp đang mở trong Word, hoặc chọn thư mục khác")
        }
        K::ReadOnlyFilesystem => ("ổ đĩa chỉ cho đọc", "chọn thư mục khác"),
        K::StorageFull => ("ổ đĩa đã đầy", "dọn bớt ổ đĩa, hoặc chọn thư mục khác"),
        K::NotADirectory | K::AlreadyExists => {
            ("trên đường dẫn này có một tệp, không phải thư mục", "chọn thư mục khác")
        }
        K::NotFound => ("thư mục ấy không còn, hoặc không tạo được", "chọn thư mục khác"),
        K::InvalidFilename => ("tên tệp quá dài hoặc không hợp lệ", "đặt tên tệp YAML ngắn hơn"),
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
