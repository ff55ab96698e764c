//! Temporary names beside the final ones, and what is left of them by a run that was killed.
//!
//! Whoever makes a temporary file holds its lock for as long as it lives. A lock ends with its process, so
//! one that can be had is of a run that is gone, and the file may go; two runs in one folder leave each
//! other's alone.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile, TempDir};

const PREFIX: &str = ".vanthu-";
const SUFFIX: &str = ".tmp";
/// Inside a temporary folder: the file that is locked for it.
const LOCK: &str = "khoa";
/// Another run that sweeps takes a name away only in the moment before it is locked.
const TRIES: usize = 16;

/// A folder being filled under a temporary name. It goes with this value.
pub(super) struct TempFolder {
    // Let go of before the folder goes: a network drive of Windows takes away no folder with an open file.
    _lock: File,
    dir: TempDir,
}

impl TempFolder {
    pub(super) fn path(&self) -> &Path {
        self.dir.path()
    }
}

/// A new file in `folder`, as any program creates one: the user's umask takes away what it takes away.
pub(super) fn file(folder: &Path) -> io::Result<NamedTempFile> {
    retried(|| {
        let mut builder = builder();
        mode(&mut builder, 0o666);
        let file = builder.tempfile_in(folder)?;
        Ok(ours(file.as_file(), file.path())?.then_some(file))
    })
}

/// A new folder in `folder`.
pub(super) fn folder(folder: &Path) -> io::Result<TempFolder> {
    folder_with(folder, 0o777)
}

/// The same for its owner alone.
pub(super) fn private_folder(folder: &Path) -> io::Result<TempFolder> {
    folder_with(folder, 0o700)
}

fn folder_with(folder: &Path, rights: u32) -> io::Result<TempFolder> {
    retried(|| {
        let mut builder = builder();
        mode(&mut builder, rights);
        let dir = builder.tempdir_in(folder)?;
        let path = dir.path().join(LOCK);
        let lock = match File::create_new(&path) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(None),
            made => made?,
        };
        Ok(ours(&lock, &path)?.then_some(TempFolder { dir, _lock: lock }))
    })
}

/// A name beside `path` under which its file can be kept for a while. Should the run be killed before it
/// goes, the next sweep takes it.
pub(super) fn spare_name(path: &Path) -> PathBuf {
    let name = path.file_name().map(|n| n.to_string_lossy()).unwrap_or_default();
    // Of this process, and of this file: no two use it at once.
    path.with_file_name(format!("{PREFIX}{}-{name}{SUFFIX}", std::process::id()))
}

/// Takes away what runs that are gone left in `folder`. What can't be taken away stays: it is in nobody's
/// way, and the next run tries again.
pub(super) fn sweep(folder: &Path) {
    let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let Ok(entries) = std::fs::read_dir(here) else { return };
    let named = |path: &PathBuf| {
        let name = path.file_name().map(|n| n.to_string_lossy()).unwrap_or_default();
        name.starts_with(PREFIX) && name.ends_with(SUFFIX)
    };
    for path in entries.flatten().map(|entry| entry.path()).filter(named) {
        let Ok(metadata) = path.symlink_metadata() else { continue };
        let _ = if metadata.is_dir() { sweep_folder(&path) } else { sweep_file(&path) };
    }
}

fn sweep_file(path: &Path) -> io::Result<()> {
    match lock_of_the_gone(path)? {
        Some(_lock) => std::fs::remove_file(path),
        None => Ok(()),
    }
}

fn sweep_folder(path: &Path) -> io::Result<()> {
    match lock_of_the_gone(&path.join(LOCK)) {
        Ok(Some(_lock)) => std::fs::remove_dir_all(path),
        Ok(None) => Ok(()),
        // Its maker was stopped before the lock; only an empty one goes.
        Err(_) => std::fs::remove_dir(path),
    }
}

/// The lock of a file whose maker is gone.
fn lock_of_the_gone(path: &Path) -> io::Result<Option<File>> {
    // Anything else is not ours, and to open a pipe may take for ever.
    if !path.symlink_metadata()?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    // Some network drives lock only what is open for writing, and not every file is.
    let file = OpenOptions::new().write(true).open(path).or_else(|_| File::open(path))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(e)) => Err(e),
    }
}

/// Locks what was just made. False if a sweep was quicker.
fn ours(file: &File, path: &Path) -> io::Result<bool> {
    match file.try_lock() {
        Ok(()) => Ok(path.symlink_metadata().is_ok()),
        Err(TryLockError::WouldBlock) => Ok(false),
        // A disk without locks: a run there can be swept by no other, since that gets no lock either.
        Err(TryLockError::Error(_)) => Ok(true),
    }
}

fn retried<T>(mut make: impl FnMut() -> io::Result<Option<T>>) -> io::Result<T> {
    for _ in 0..TRIES {
        if let Some(made) = make()? {
            return Ok(made);
        }
    }
    Err(io::Error::from(io::ErrorKind::ResourceBusy))
}

fn builder() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    builder
}

#[cfg(unix)]
fn mode(builder: &mut Builder, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(std::fs::Permissions::from_mode(mode));
}

/// Windows gives a file the rights of its folder.
#[cfg(not(unix))]
fn mode(_: &mut Builder, _: u32) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_nobody_holds_is_swept() {
        let dir = tempfile::tempdir().unwrap();
        let (held, held_folder) = (file(dir.path()).unwrap(), folder(dir.path()).unwrap());
        let gone = dir.path().join(".vanthu-gone.tmp");
        std::fs::write(&gone, "x").unwrap();
        let gone_folder = dir.path().join(".vanthu-gone2.tmp");
        std::fs::create_dir_all(gone_folder.join("moi/a")).unwrap();
        std::fs::write(gone_folder.join(LOCK), "").unwrap();
        std::fs::create_dir(dir.path().join(".vanthu-empty.tmp")).unwrap();
        let other = dir.path().join("ke-hoach.pdf");
        std::fs::write(&other, "x").unwrap();
        sweep(dir.path());
        assert!(held.path().exists() && held_folder.path().exists() && other.exists());
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 3);
        drop((held, held_folder));
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    /// Makers and sweepers in one folder at once: what is made stays until its maker lets go.
    #[test]
    fn a_sweep_never_takes_what_is_being_made() {
        let dir = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    for _ in 0..400 {
                        let made = file(dir.path()).unwrap();
                        std::thread::yield_now();
                        assert!(made.path().exists());
                        let made = folder(dir.path()).unwrap();
                        assert!(made.path().join(LOCK).exists());
                    }
                });
                scope.spawn(|| (0..2000).for_each(|_| sweep(dir.path())));
            }
        });
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
    }
}
