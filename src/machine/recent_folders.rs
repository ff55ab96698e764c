//! The folders that the page was opened for lately: a short list in a file of the user's own.

use std::path::{Path, PathBuf};

use super::output::{self, Ready};
use super::paths::whole;

/// As many as one looks through.
const MOST: usize = 10;
/// A list is a few lines; whatever is longer is not ours.
const LARGEST: usize = 64 * 1024;

/// The list by its file.
pub struct RecentFolders(PathBuf);

impl RecentFolders {
    pub fn new(file: PathBuf) -> Self {
        Self(file)
    }

    pub fn file(&self) -> &Path {
        &self.0
    }

    /// The last one first. What can't be read is no list.
    pub fn all(&self) -> Vec<PathBuf> {
        let bytes = std::fs::read(&self.0).unwrap_or_default();
        let text = if bytes.len() > LARGEST {
            String::new()
        } else {
            String::from_utf8(bytes).unwrap_or_default()
        };
        let whole = |line: &&str| Path::new(line).is_absolute();
        text.lines().filter(whole).take(MOST).map(PathBuf::from).collect()
    }

    /// That folder was opened. Nobody is told if it can't be written down: it is but a help.
    pub fn opened(&self, folder: &Path) {
        let Some(folder) = whole(folder) else { return };
        let others = self.all().into_iter().filter(|own| *own != folder);
        let all: Vec<PathBuf> = std::iter::once(folder.clone()).chain(others).take(MOST).collect();
        let lines: Option<Vec<&str>> = all.iter().map(|path| path.to_str()).collect();
        // A name that is no text, or has a line break, has no line.
        let Some(lines) = lines.filter(|lines| !lines.iter().any(|line| line.contains('\n')))
        else {
            return;
        };
        let bytes = format!("{}\n", lines.join("\n")).into_bytes();
        if let Some(parent) = self.0.parent().filter(|parent| output::prepare(parent).is_ok()) {
            let path = parent.join(self.0.file_name().unwrap_or_default());
            let _ = output::write_all(&[Ready { path, bytes }]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_one_is_first_and_none_is_there_twice() {
        let dir = tempfile::tempdir().unwrap();
        let list = RecentFolders::new(dir.path().join("moi/thu-muc.txt"));
        assert_eq!(list.all(), Vec::<PathBuf>::new());
        let root = dir.path().canonicalize().unwrap();
        let folders: Vec<PathBuf> = (0..12).map(|i| root.join(format!("hồ sơ {i}"))).collect();
        for folder in &folders {
            std::fs::create_dir(folder).unwrap();
            list.opened(folder);
        }
        list.opened(&folders[5]);
        list.opened(&root.join("không có"));
        let all = list.all();
        assert_eq!((all.len(), &all[0], &all[1]), (10, &folders[5], &folders[11]));
        std::fs::write(dir.path().join("moi/thu-muc.txt"), "a/b\n\n../c\n").unwrap();
        assert_eq!(list.all(), Vec::<PathBuf>::new());
    }
}
