//! The files of one document take their names together: if one can't, those before it go back.

use std::io;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::{cannot_write, held, temp};
use crate::diagnostic::Diagnostic;

/// A name that has been taken, and how to give it back.
struct Taken<'a> {
    path: &'a Path,
    before: Before,
}

/// What a name meant before.
enum Before {
    /// Nothing.
    Free,
    /// The old file, which a second name keeps until all is done.
    Kept(PathBuf),
    /// The old file, on a disk where no file has two names.
    Lost,
}

/// Gives each file its name. `staged` lie in the folders of their names, whole and on the disk.
pub(super) fn replace(staged: Vec<(NamedTempFile, &Path)>) -> Result<(), Diagnostic> {
    let mut taken: Vec<Taken> = Vec::with_capacity(staged.len());
    let last = staged.len().saturating_sub(1);
    for (index, (file, path)) in staged.into_iter().enumerate() {
        // There is nothing after the last one that could fail.
        let before = || if index < last { Before::of(path) } else { Before::Lost };
        // Where the name can't be had at all there is nothing to keep.
        match held::may_be_replaced(path).and_then(|()| take(file, path, before())) {
            Ok(done) => taken.push(done),
            Err(fault) => {
                taken.into_iter().rev().for_each(Taken::give_back);
                return Err(cannot_write(path, &fault));
            }
        }
    }
    taken.into_iter().for_each(|taken| taken.before.forget());
    Ok(())
}

/// Gives one file its name.
fn take(file: NamedTempFile, path: &Path, before: Before) -> io::Result<Taken<'_>> {
    let mut staged = Some(file);
    let persist = || {
        let Some(file) = staged.take() else { return Ok(()) };
        file.persist(path).map(drop).map_err(|fault| {
            staged = Some(fault.file);
            fault.error
        })
    };
    match held::patiently(persist) {
        Ok(()) => Ok(Taken { path, before }),
        Err(fault) => {
            before.forget();
            Err(fault)
        }
    }
}

impl Before {
    fn of(path: &Path) -> Self {
        if path.symlink_metadata().is_err() {
            return Self::Free;
        }
        let kept = temp::spare_name(path);
        match std::fs::hard_link(path, &kept) {
            Ok(()) => Self::Kept(kept),
            Err(_) => Self::Lost,
        }
    }

    fn forget(self) {
        if let Self::Kept(kept) = self {
            let _ = std::fs::remove_file(kept);
        }
    }
}

impl Taken<'_> {
    fn give_back(self) {
        let _ = match &self.before {
            Before::Free => std::fs::remove_file(self.path),
            Before::Kept(kept) => held::patiently(|| std::fs::rename(kept, self.path)),
            Before::Lost => Ok(()),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_cannot_be_taken_gives_back_the_others() {
        let dir = tempfile::tempdir().unwrap();
        let [old, new, bad] = ["a.pdf", "a.json", "a.docx"].map(|name| dir.path().join(name));
        std::fs::write(&old, "cu").unwrap();
        let staged = |path| {
            let file = temp::file(dir.path()).unwrap();
            std::fs::write(file.path(), "moi").unwrap();
            (file, path)
        };
        let files = vec![staged(old.as_path()), staged(&new), staged(&bad)];
        // Something takes the place after the files were staged.
        std::fs::create_dir_all(bad.join("x")).unwrap();
        assert_eq!(replace(files).unwrap_err().code, "cannot-write");
        assert_eq!(std::fs::read_to_string(&old).unwrap(), "cu");
        assert!(!new.exists());
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 2, "a stray temporary file");
        replace(vec![staged(old.as_path()), staged(&new)]).unwrap();
        assert_eq!(std::fs::read_to_string(&old).unwrap(), "moi");
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 3, "a stray temporary file");
    }
}
