//! Khoá: who may write into the folder, and who has the next number to himself. Both are locks of the system, which end
//! with their process however that ends.
//!
//! The register's lock is held while something is read or written, never while a document is composed. So a number that a
//! document was composed for may be another's by then, and it is composed once more. Whoever has met that takes the turn
//! first: until he is done nobody else takes a next number, and no long paper waits behind short ones for ever. The turn
//! keeps numbers in no way safe (the register's lock does); without it a paper is merely composed in vain.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{Kho, KhoKhoa, tep_thuong};
use crate::diagnostic::Diagnostic;
use crate::machine::output::cannot_write;

/// How often someone who waits for a lock looks whether it is free.
const LOOK: Duration = Duration::from_millis(5);
/// How often the lock's file may vanish from under its name before that is told.
const LAN_LAY_LAI: usize = 16;

/// The next number, for this process alone. It ends with the value, or with the process.
pub struct Luot {
    _tep: File,
}

impl Kho {
    pub(super) fn tep_khoa(&self) -> PathBuf {
        self.goc.join(self.quyen.tep_khoa)
    }

    fn tep_luot(&self) -> PathBuf {
        self.goc.join(self.quyen.tep_luot)
    }

    /// Waits until no other process writes; none if someone wants it to `stop` meanwhile.
    pub fn khoa(&self, stop: &dyn Fn() -> bool) -> Result<Option<KhoKhoa>, Diagnostic> {
        let path = self.tep_khoa();
        fs::create_dir_all(&self.goc).map_err(|e| cannot_write(&self.goc, &e))?;
        self.khong_lien_ket()?;
        for _ in 0..LAN_LAY_LAI {
            let Some(khoa) = cho(&path, stop)? else { return Ok(None) };
            let locked = KhoKhoa { kho: self.clone(), khoa };
            // A file that was taken from under its name locks nobody else out.
            if locked.con_khoa() {
                return Ok(Some(locked));
            }
        }
        Err(mat_khoa(&path))
    }

    /// Keeps writers out while this one reads; a folder that can't be locked is read all the same.
    pub fn khoa_doc(&self) -> Result<Option<File>, Diagnostic> {
        let path = self.tep_khoa();
        tep_thuong(&path)?;
        let file = File::open(path).ok();
        Ok(file.filter(|file| file.lock_shared().is_ok()))
    }

    /// Waits until nobody else has the next number to himself; none if someone wants it to `stop` meanwhile.
    pub fn luot(&self, stop: &dyn Fn() -> bool) -> Result<Option<Luot>, Diagnostic> {
        let taken = cho(&self.tep_luot(), stop)?;
        Ok(taken.map(|tep| Luot { _tep: tep }))
    }

    /// Whether another process has the next number to itself.
    pub fn dang_co_luot(&self) -> Result<bool, Diagnostic> {
        let path = self.tep_luot();
        tep_thuong(&path)?;
        let Ok(file) = File::open(&path) else { return Ok(false) };
        Ok(matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
    }
}

impl KhoKhoa {
    /// Whether the file that this process holds locked still is the one that the path names. A program that
    /// syncs folders may have put another in its place, which locks whoever comes next out of nothing.
    pub fn con_khoa(&self) -> bool {
        cung_tep(&self.khoa, &self.tep_khoa())
    }

    /// The lock is gone: nothing is written any more.
    pub(super) fn chac_con_khoa(&self) -> Result<(), Diagnostic> {
        if self.con_khoa() { Ok(()) } else { Err(mat_khoa(&self.tep_khoa())) }
    }
}

/// The file, locked; none if someone wants it to `stop` meanwhile.
fn cho(path: &Path, stop: &dyn Fn() -> bool) -> Result<Option<File>, Diagnostic> {
    // To open a pipe may take for ever.
    tep_thuong(path)?;
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(path);
    let file = file.map_err(|e| cannot_write(path, &e))?;
    loop {
        match file.try_lock() {
            _ if stop() => return Ok(None),
            Ok(()) => return Ok(Some(file)),
            Err(TryLockError::WouldBlock) => std::thread::sleep(LOOK),
            Err(TryLockError::Error(_)) => return Err(khong_khoa(path)),
        }
    }
}

#[cfg(unix)]
fn cung_tep(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |m: fs::Metadata| (m.dev(), m.ino());
    match (file.metadata(), path.symlink_metadata()) {
        (Ok(own), Ok(named)) => id(own) == id(named),
        _ => false,
    }
}

/// A lock is of a handle: through another handle of the same file it can't be had.
#[cfg(not(unix))]
fn cung_tep(_: &File, path: &Path) -> bool {
    let other = OpenOptions::new().write(true).open(path);
    other.is_ok_and(|other| matches!(other.try_lock(), Err(TryLockError::WouldBlock)))
}

fn mat_khoa(path: &Path) -> Diagnostic {
    let message = format!("tệp khoá {} vừa bị chương trình khác xoá hoặc thay", path.display());
    Diagnostic::error("cannot-write", message).hint(
        "tắt phần mềm đồng bộ (OneDrive, Google Drive…) ở thư mục để sổ, hoặc để sổ ở thư mục không đồng bộ, rồi chạy lại",
    )
}

/// The file can be written, and still not locked: that is the drive, whatever it says.
fn khong_khoa(path: &Path) -> Diagnostic {
    let message = format!("ổ đĩa không khoá được tệp {}, nên không lấy số", path.display());
    Diagnostic::error("cannot-write", message)
        .hint("để sổ ở ổ đĩa khác: hai người phát hành cùng lúc thì phải khoá được sổ")
}
