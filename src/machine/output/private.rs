//! A file that only its owner can read, in the system's folder for temporary files.

use std::io::Write;
use std::path::PathBuf;

use super::cannot_write;
use crate::diagnostic::Diagnostic;

/// It goes with this value.
pub struct PrivateFile(tempfile::NamedTempFile);

impl PrivateFile {
    pub fn new(prefix: &str, ending: &str, bytes: &[u8]) -> Result<Self, Diagnostic> {
        let folder = std::env::temp_dir();
        let fail = |e: std::io::Error| cannot_write(&folder, &e);
        // A new name that nobody guesses, made with rights for the owner alone.
        let mut file =
            tempfile::Builder::new().prefix(prefix).suffix(ending).tempfile().map_err(fail)?;
        file.write_all(bytes).and_then(|()| file.flush()).map_err(fail)?;
        Ok(Self(file))
    }

    pub fn path(&self) -> PathBuf {
        self.0.path().to_owned()
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn nobody_else_can_read_it_and_it_goes() {
        let file = PrivateFile::new("a-", ".html", b"x").unwrap();
        let path = file.path();
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(std::fs::read(&path).unwrap(), b"x");
        drop(file);
        assert!(!path.exists());
    }
}
