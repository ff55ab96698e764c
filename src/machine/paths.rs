//! Paths as this system writes them. Names inside our own lists are parted by `/` on every system; what the
//! user sees of a path, and what the system opens, has its separators.

use std::path::{Path, PathBuf};

/// A name of our own lists, parted by `/`, inside a folder.
pub fn inside(folder: &Path, name: &str) -> PathBuf {
    name.split('/')
        .filter(|part| !part.is_empty())
        .fold(folder.to_owned(), |path, part| path.join(part))
}

/// The whole path of what is there, as people write it: Windows tells it with a mark for programs before it.
pub fn whole(path: &Path) -> Option<PathBuf> {
    let whole = path.canonicalize().ok()?;
    let plain = whole.to_str().and_then(|text| text.strip_prefix(r"\\?\"));
    // A drive's path is the same without the mark; one of a network has other letters behind it.
    let drive = plain.filter(|text| text.as_bytes().get(1) == Some(&b':')).map(PathBuf::from);
    Some(drive.unwrap_or(whole))
}

/// The same of what may not be there, as far as its way is there.
pub fn whole_or_gone(path: &Path) -> Option<PathBuf> {
    let path = std::path::absolute(path).ok()?;
    path.ancestors().find_map(|there| Some(whole(there)?.join(path.strip_prefix(there).ok()?)))
}

/// A path as it was typed, with the system's own separators. Windows takes both; mixed ones look like a slip.
pub fn native(path: PathBuf) -> PathBuf {
    // After `\\?\` Windows takes `/` for a letter of a name.
    match path.to_str().filter(|text| cfg!(windows) && !text.starts_with(r"\\?\")) {
        Some(text) => text.replace('/', r"\").into(),
        None => path,
    }
}

/// A path as it is typed behind a command.
pub fn go_duoc(path: &Path) -> String {
    let shown = path.display().to_string();
    if shown.contains(char::is_whitespace) { format!("\"{shown}\"") } else { shown }
}

/// A text that is kept, which must be the same whichever system wrote it.
pub fn stored(text: &str) -> String {
    if cfg!(windows) { text.replace('\\', "/") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_lists_become_paths() {
        let path = inside(Path::new("so"), "2023/01-KH");
        assert_eq!(path, Path::new("so").join("2023").join("01-KH"));
        assert_eq!(inside(Path::new("so"), ""), Path::new("so"));
    }

    #[test]
    fn a_typed_path_has_the_separators_of_the_system() {
        let shown = native("ho-so/a".into()).display().to_string();
        assert_eq!(shown, if cfg!(windows) { r"ho-so\a" } else { "ho-so/a" });
    }
}
