//! A file that someone names who may name nothing but the files of one folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::{la_md, la_yaml};

/// The YAML or Markdown file of that name in the folder itself. None for whatever leads elsewhere: a path, a link, what
/// is no ordinary file.
pub fn tep_trong(folder: &Path, ten: &str) -> Option<PathBuf> {
    // What Windows takes for a drive, a stream, a device or a path is no name.
    let plain = !ten.is_empty()
        && ten.len() <= 255
        && !ten.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|'])
        && !ten.chars().any(char::is_control)
        && !ten.starts_with('.')
        && ten.trim() == ten;
    let path = folder.join(plain.then_some(ten)?);
    let ordinary = path.symlink_metadata().is_ok_and(|found| found.is_file());
    (ordinary && (la_yaml(&path) || la_md(&path))).then_some(path)
}

/// The names of what lies in a folder, in order.
pub fn cac_ten(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut all: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    all.sort();
    all
}

/// What changes when a file of the folder does: names, lengths, times.
pub fn dau_vet(folder: &Path) -> String {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut all: Vec<String> = entries
        .filter_map(|entry| {
            let path = entry.path();
            let found = entry.metadata().ok().filter(|_| la_yaml(&path) || la_md(&path))?;
            let time = found.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
            Some(format!("{}/{}/{time}", entry.file_name().to_string_lossy(), found.len()))
        })
        .collect();
    all.sort();
    all.join("|")
}

/// Files and folders below a folder that are looked at for its stamp; who opens a whole disk gets none.
const NHIEU_NHAT: usize = 100_000;

/// What changes when anything below a folder does: names, lengths, times. None where that can't be told: a link leads
/// out of it, or it holds too much.
pub fn dau_vet_cay(folder: &Path) -> Option<String> {
    let mut all = Vec::new();
    let mut con = vec![folder.to_owned()];
    while let Some(place) = con.pop() {
        // One that isn't there is told apart from one that is empty.
        let Ok(entries) = fs::read_dir(&place) else {
            all.push(format!("{}?", place.display()));
            continue;
        };
        for entry in entries.flatten() {
            let (path, found) = (entry.path(), entry.metadata().ok()?);
            if found.is_symlink() || all.len() >= NHIEU_NHAT {
                return None;
            }
            let time = found.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
            all.push(format!("{}/{}/{time}", path.display(), found.len()));
            if found.is_dir() {
                con.push(path);
            }
        }
    }
    all.sort_unstable();
    Some(all.join("|"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_files_of_the_folder_has_a_name() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("a");
        fs::create_dir(&folder).unwrap();
        fs::create_dir(folder.join("d.yaml")).unwrap();
        for path in [folder.join("a.yaml"), folder.join(".b.yaml"), dir.path().join("c.yaml")] {
            fs::write(path, "a: 1\n").unwrap();
        }
        fs::write(folder.join("a.txt"), "").unwrap();
        assert_eq!(tep_trong(&folder, "a.yaml"), Some(folder.join("a.yaml")));
        let outside = dir.path().join("c.yaml").display().to_string();
        let bad = [
            "../c.yaml",
            "..\\c.yaml",
            &outside,
            "./a.yaml",
            "b/../a.yaml",
            "",
            ".b.yaml",
            "d.yaml",
            "a.txt",
            "a.yaml\0",
            "a.yaml ",
            "C:a.yaml",
            "a.yaml::$DATA",
            "khong.yaml",
        ];
        for ten in bad {
            assert_eq!(tep_trong(&folder, ten), None, "{ten}");
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(dir.path().join("c.yaml"), folder.join("l.yaml")).unwrap();
            assert_eq!(tep_trong(&folder, "l.yaml"), None);
        }
    }
}
