//! A file that somebody hands in, in a folder of its own in the system's folder for temporary files, which only its
//! owner can read. Both go with this value; what a killed run has left goes with the next file that comes.

use std::path::{Path, PathBuf};

use super::temp::{self, TempFolder};
use super::{Ready, cannot_write, write_prepared};
use crate::diagnostic::Diagnostic;

pub struct HandedIn {
    folder: TempFolder,
    path: PathBuf,
}

impl HandedIn {
    /// `ten`: a name without a path.
    pub fn new(ten: &str, bytes: &[u8]) -> Result<Self, Diagnostic> {
        let system = std::env::temp_dir();
        temp::sweep(&system);
        let folder = temp::private_folder(&system).map_err(|e| cannot_write(&system, &e))?;
        let path = folder.path().join(ten);
        write_prepared(&[Ready { path: path.clone(), bytes: bytes.to_vec() }])?;
        Ok(Self { folder, path })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where a job may put a file that goes with this one.
    pub fn beside(&self, ten: &str) -> PathBuf {
        self.folder.path().join(ten)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_its_owners_and_goes() {
        let file = HandedIn::new("Tờ trình.docx", b"x").unwrap();
        let (path, other) = (file.path().to_owned(), file.beside("b.docx"));
        assert_eq!(std::fs::read(&path).unwrap(), b"x");
        std::fs::write(&other, "y").unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let folder = path.parent().unwrap().metadata().unwrap();
            assert_eq!(folder.permissions().mode() & 0o777, 0o700);
        }
        drop(file);
        assert!(!path.exists() && !other.exists() && !path.parent().unwrap().exists());
    }
}
