//! A second name: a file that is to stay when its own name goes to another.

use std::path::{Path, PathBuf};

use super::{cannot_write, held, temp};
use crate::diagnostic::Diagnostic;

/// Gives a file a second name beside its own, `name` of the first number that is free, so that it stays when its own
/// name goes to another. The second name.
pub fn keep_beside(path: &Path, name: &dyn Fn(usize) -> String) -> Result<PathBuf, Diagnostic> {
    const MOST: usize = 10_000;
    // On Windows a second name of a file that somebody holds could not be taken back.
    held::may_be_replaced(path).map_err(|e| cannot_write(path, &e))?;
    for number in 1..MOST {
        let kept = path.with_file_name(name(number));
        match held::patiently(|| second_name(path, &kept)) {
            Ok(()) => return Ok(kept),
            Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(e) => return Err(cannot_write(&kept, &e)),
        }
    }
    Err(cannot_write(path, &std::io::ErrorKind::AlreadyExists.into()))
}

/// A copy where the disk knows no file with two names.
fn second_name(path: &Path, kept: &Path) -> std::io::Result<()> {
    match std::fs::hard_link(path, kept) {
        Err(e) if e.kind() != std::io::ErrorKind::AlreadyExists => copy(path, kept),
        done => done,
    }
}

/// The copy is whole before it has its name, so that a full disk leaves no part of one.
fn copy(path: &Path, kept: &Path) -> std::io::Result<()> {
    let folder = kept.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut temp = temp::file(folder)?;
    std::io::copy(&mut std::fs::File::open(path)?, temp.as_file_mut())?;
    temp.as_file().sync_all()?;
    temp.persist_noclobber(kept).map_err(|e| e.error)?;
    Ok(())
}

/// Takes back a second name that was not needed.
pub fn let_go(kept: &Path) {
    let _ = std::fs::remove_file(kept);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_whole_and_takes_no_name_that_is_there() {
        let dir = tempfile::tempdir().unwrap();
        let (from, to) = (dir.path().join("a.docx"), dir.path().join("a (đã sửa 1).docx"));
        std::fs::write(&from, "lời").unwrap();
        copy(&from, &to).unwrap();
        assert_eq!(std::fs::read_to_string(&to).unwrap(), "lời");
        std::fs::write(&to, "khác").unwrap();
        let again = copy(&from, &to).unwrap_err();
        assert_eq!(again.kind(), std::io::ErrorKind::AlreadyExists);
        // One that can't be read leaves no part of a copy.
        copy(dir.path(), &dir.path().join("b")).unwrap_err();
        assert_eq!(std::fs::read_to_string(&to).unwrap(), "khác");
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 2);
    }
}
