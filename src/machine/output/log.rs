//! A text that is only added to, line by line, under a lock. What has been added is on the disk before anybody hears
//! of it; a line that a stop cut short is none.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::cannot_write;
use crate::diagnostic::Diagnostic;

/// Bytes of a log that are read: its last ones.
const READ_MOST: u64 = 8 * 1024 * 1024;

/// A log that this process holds. The lock is the system's and ends with the process.
pub struct Log {
    path: PathBuf,
    file: File,
}

impl Log {
    /// Opens it, made if it isn't there, as soon as no other process holds it. A link is not followed.
    pub fn hold(path: &Path) -> Result<Self, Diagnostic> {
        let fail = |e: std::io::Error| cannot_write(path, &e);
        if path.symlink_metadata().is_ok_and(|m| !m.is_file()) {
            let message = format!("{} không phải là tệp thường", path.display());
            return Err(Diagnostic::error("cannot-write", message)
                .hint("xoá hoặc đổi tên mục ấy rồi làm lại"));
        }
        let file =
            OpenOptions::new().read(true).append(true).create(true).open(path).map_err(fail)?;
        file.lock().map_err(fail)?;
        Ok(Self { path: path.to_owned(), file })
    }

    /// Its whole lines, the oldest first; of a very long log the last ones.
    pub fn lines(&mut self) -> Result<Vec<String>, Diagnostic> {
        let (bytes, cut) = self.tail(READ_MOST)?;
        let text = String::from_utf8_lossy(&bytes);
        let whole = text.split_inclusive('\n').skip(usize::from(cut));
        Ok(whole.filter_map(|line| line.strip_suffix('\n')).map(str::to_owned).collect())
    }

    /// The last bytes, and whether there are others before them.
    fn tail(&mut self, most: u64) -> Result<(Vec<u8>, bool), Diagnostic> {
        let read = |file: &mut File| {
            let from = file.metadata()?.len().saturating_sub(most);
            file.seek(SeekFrom::Start(from))?;
            let mut bytes = Vec::new();
            file.take(most).read_to_end(&mut bytes)?;
            Ok((bytes, from > 0))
        };
        read(&mut self.file).map_err(|e| cannot_write(&self.path, &e))
    }

    /// Adds a line, which holds no line break, and waits until the disk has it.
    pub fn add(&mut self, line: &str) -> Result<(), Diagnostic> {
        // What a stop cut short stays a line of its own.
        let torn = self.tail(1)?.0.last().is_some_and(|last| *last != b'\n');
        let text = format!("{}{}\n", if torn { "\n" } else { "" }, line.replace('\n', " "));
        let done = self.file.write_all(text.as_bytes()).and_then(|()| self.file.sync_data());
        done.map_err(|e| cannot_write(&self.path, &e))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_was_cut_short_is_none() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a");
        Log::hold(&path).unwrap().add("một").unwrap();
        std::fs::write(&path, "một\nha").unwrap();
        let mut log = Log::hold(&path).unwrap();
        assert_eq!(log.lines().unwrap(), ["một"]);
        log.add("ba").unwrap();
        assert_eq!(log.lines().unwrap(), ["một", "ha", "ba"]);
    }

    #[test]
    #[cfg(unix)]
    fn a_link_is_not_followed() {
        let dir = tempfile::tempdir().unwrap();
        let (path, other) = (dir.path().join("a"), dir.path().join("b"));
        std::fs::write(&other, "").unwrap();
        std::os::unix::fs::symlink(&other, &path).unwrap();
        assert!(Log::hold(&path).is_err());
    }
}
