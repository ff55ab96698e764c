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
        // Not for appending alone: what may only append can't be made shorter on Windows.
        let mut open = OpenOptions::new();
        open.read(true).write(true).create(true).truncate(false);
        let file = open.open(path).map_err(fail)?;
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
        self.write_at_end(&text)
    }

    /// Forgets the oldest lines once the log is longer than `most` bytes, so that about `keep` are left, the last line
    /// in any case. A stop in the midst of it loses lines, and never leaves a wrong one.
    pub fn shorten(&mut self, most: u64, keep: u64) -> Result<(), Diagnostic> {
        let fail = |e: std::io::Error| cannot_write(&self.path, &e);
        if self.file.metadata().map_err(fail)?.len() <= most {
            return Ok(());
        }
        let lines = self.lines()?;
        let mut left = keep;
        let mut first = lines.len();
        for line in lines.iter().rev() {
            let long = u64::try_from(line.len()).unwrap_or(u64::MAX).saturating_add(1);
            if first < lines.len() && long > left {
                break;
            }
            left = left.saturating_sub(long);
            first = first.saturating_sub(1);
        }
        let text: String = lines.iter().skip(first).flat_map(|line| [line, "\n"]).collect();
        self.file.set_len(0).map_err(|e| cannot_write(&self.path, &e))?;
        self.write_at_end(&text)
    }

    fn write_at_end(&mut self, text: &str) -> Result<(), Diagnostic> {
        let write = |file: &mut File| {
            file.seek(SeekFrom::End(0))?;
            file.write_all(text.as_bytes())?;
            file.sync_data()
        };
        write(&mut self.file).map_err(|e| cannot_write(&self.path, &e))
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
    fn a_long_log_forgets_its_oldest_lines() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a");
        let mut log = Log::hold(&path).unwrap();
        for number in 0..100 {
            log.add(&format!("dòng {number:03}")).unwrap();
        }
        log.shorten(2000, 500).unwrap();
        assert_eq!(log.lines().unwrap().len(), 100, "it is not long yet");
        log.shorten(999, 55).unwrap();
        let last = ["dòng 095", "dòng 096", "dòng 097", "dòng 098", "dòng 099"];
        assert_eq!(log.lines().unwrap(), last);
        log.add(&"x".repeat(3000)).unwrap();
        log.shorten(1000, 55).unwrap();
        assert_eq!(log.lines().unwrap().len(), 1, "the last one stays however long it is");
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
