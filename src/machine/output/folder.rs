//! A folder that comes whole: filled beside its place under a temporary name, file by file, then renamed.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{cannot_write, make_folder, patiently, temp};
use crate::diagnostic::Diagnostic;
use crate::machine::paths;

/// Whether a folder that is there may give way, and if not why.
pub type MayGo<'a> = &'a dyn Fn(&Path) -> Result<(), Diagnostic>;

/// A folder that is being filled. It is there with all of its files when it is [finished](Self::finish), or not
/// at all.
pub struct NewFolder<'a> {
    folder: PathBuf,
    staged: temp::TempFolder,
    written: Vec<PathBuf>,
    may_go: MayGo<'a>,
}

impl<'a> NewFolder<'a> {
    /// Begins one that will stand at `folder`. What stands there must be allowed to go, now and at the end.
    pub fn begin(folder: &Path, may_go: MayGo<'a>) -> Result<Self, Diagnostic> {
        let parent =
            folder.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        make_folder(parent)?;
        recover(folder, may_go)?;
        if is_there(folder) {
            may_go(folder)?;
        }
        temp::sweep(parent);
        let staged = temp::folder(parent).map_err(|e| cannot_write(folder, &e))?;
        let new = Self { folder: folder.to_owned(), staged, written: Vec::new(), may_go };
        std::fs::create_dir(new.inside()).map_err(|e| cannot_write(folder, &e))?;
        Ok(new)
    }

    fn inside(&self) -> PathBuf {
        self.staged.path().join("moi")
    }

    /// Adds a file by its path inside the folder, with `/`.
    pub fn add(&mut self, ten: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        let path = inside(&self.inside(), ten).ok_or_else(|| outside(ten))?;
        write_inside(&path, bytes).map_err(|e| cannot_write(&path, &e))?;
        self.written.push(path);
        Ok(())
    }

    /// Brings all files down to the disk and the folder to its place. The one that stood there keeps a name beside
    /// it until then, so that a stop at any moment leaves the old or the new.
    pub fn finish(self) -> Result<(), Diagnostic> {
        let fail = |e: io::Error| cannot_write(&self.folder, &e);
        // Only now, so that the disk gets the small files of a large folder together.
        self.written.iter().try_for_each(|path| sync(path).map_err(|e| cannot_write(path, &e)))?;
        let aside = aside(&self.folder);
        let there = is_there(&self.folder);
        if there {
            (self.may_go)(&self.folder)?;
            patiently(|| std::fs::rename(&self.folder, &aside)).map_err(fail)?;
        }
        if let Err(error) = patiently(|| std::fs::rename(self.inside(), &self.folder)) {
            if there {
                let _ = std::fs::rename(&aside, &self.folder);
            }
            return Err(fail(error));
        }
        if there {
            // One that can't be taken away now is taken away by the next run.
            let _ = std::fs::remove_dir_all(&aside);
        }
        Ok(())
    }
}

fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// The name under which the old folder waits: `105-KH-HDND.cu`.
fn aside(folder: &Path) -> PathBuf {
    let name = folder.file_name().map(|n| n.to_string_lossy()).unwrap_or_default();
    folder.with_file_name(format!("{name}.cu"))
}

/// Ends what a run left that was stopped between two names.
fn recover(folder: &Path, may_go: MayGo) -> Result<(), Diagnostic> {
    let aside = aside(folder);
    if !is_there(&aside) {
        return Ok(());
    }
    may_go(&aside)?;
    let done = if is_there(folder) {
        std::fs::remove_dir_all(&aside)
    } else {
        std::fs::rename(&aside, folder)
    };
    done.map_err(|e| cannot_write(&aside, &e))
}

/// Something that isn't ours stands where a folder of ours should.
pub fn not_ours(folder: &Path, why: &str) -> Diagnostic {
    let message = format!("đã có {}, {why}; không ghi đè", folder.display());
    Diagnostic::error("already-there", message)
        .hint("chọn thư mục khác bằng -o, hoặc tự chuyển đi chỗ khác rồi làm lại")
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

    /// One with the file `dau` may go.
    fn marked(folder: &Path) -> Result<(), Diagnostic> {
        let ours = folder.symlink_metadata().is_ok_and(|m| m.is_dir());
        if ours && folder.join("dau").is_file() { Ok(()) } else { Err(not_ours(folder, "lạ")) }
    }

    fn write(folder: &Path, names: &[&str]) -> Result<(), Diagnostic> {
        let mut new = NewFolder::begin(folder, &marked)?;
        names.iter().try_for_each(|ten| new.add(ten, b"1"))?;
        new.finish()
    }

    #[test]
    fn a_folder_comes_whole_and_holds_what_it_names() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("goi");
        for bad in ["../a", "/a", "a/../b", "a\\b", "C:a", "", "dau"] {
            assert!(write(&folder, &["dau", bad]).is_err(), "{bad}");
            assert!(!folder.exists(), "{bad}");
        }
        write(&folder, &["dau", "a/b"]).unwrap();
        write(&folder, &["dau", "a/c"]).unwrap();
        assert!(folder.join("a/c").exists() && !folder.join("a/b").exists());
        std::fs::remove_file(folder.join("dau")).unwrap();
        assert_eq!(write(&folder, &["dau"]).unwrap_err().code, "already-there");
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1, "a stray temporary folder");
    }

    /// The old one waits under a name of its own: whatever moment the run is stopped at, one of them is there.
    #[test]
    fn a_stop_between_the_names_loses_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let (folder, old) = (dir.path().join("goi"), dir.path().join("goi.cu"));
        write(&folder, &["dau", "a"]).unwrap();
        // Stopped before the new one had the name: the old comes back, then gives way.
        std::fs::rename(&folder, &old).unwrap();
        drop(NewFolder::begin(&folder, &marked).unwrap());
        assert!(folder.join("a").exists() && !old.exists());
        // Stopped before the old one was gone.
        std::fs::create_dir(&old).unwrap();
        std::fs::write(old.join("dau"), "").unwrap();
        write(&folder, &["dau", "b"]).unwrap();
        assert!(folder.join("b").exists() && !old.exists());
        // A folder of the clerk's by that name stays.
        std::fs::create_dir(&old).unwrap();
        std::fs::write(old.join("x"), "").unwrap();
        assert_eq!(write(&folder, &["dau"]).unwrap_err().code, "already-there");
        assert!(old.join("x").exists() && folder.join("b").exists());
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
        assert_eq!(write(&folder, &["dau"]).unwrap_err().code, "already-there");
        assert!(folder.symlink_metadata().unwrap().is_symlink());
        assert_eq!(std::fs::read(elsewhere.join("dau")).unwrap(), b"");
    }
}
