//! Folders of templates: `mau/` in a hồ sơ and the one that an office shares. A file is known by its path
//! inside its folder, with `/`. Nothing outside the folder is read, also not through a link.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::{TepNguon, doc_tep, khong_doc, khong_thay, ten};
use crate::diagnostic::Diagnostic;

/// The folder of a hồ sơ's own templates.
pub const THU_MUC_MAU: &str = "mau";

/// What a template may consist of and read.
const DUOI: &[&str] = &["typ", "yaml", "yml", "json", "csv", "toml", "txt"];

/// Nobody writes more templates; a wrong folder, such as a whole disk, has more.
const NHIEU_TEP: usize = 200;
const NHIEU_BYTE: usize = 8 * 1024 * 1024;
const NHIEU_TEN: usize = 2_000;
const SAU: usize = 4;

/// A file of a template folder; without text if it could not be read, which has been reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TepMau {
    /// The name that the user knows it by.
    pub ten: String,
    pub text: Option<String>,
    /// It lies in a hồ sơ's own folder rather than in the one that the office shares.
    pub cua_ho_so: bool,
}

/// The office's templates: a file of the hồ sơ's covers the one of the same path that the office shares.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MauRieng {
    pub tep: BTreeMap<String, TepMau>,
}

impl MauRieng {
    /// These files with those of `tren` over them.
    pub fn phu(&self, tren: &Self) -> Self {
        let mut tep = self.tep.clone();
        tep.extend(tren.tep.iter().map(|(path, file)| (path.clone(), file.clone())));
        Self { tep }
    }
}

/// Whether a file in a template folder belongs to its templates.
pub fn la_tep_mau(path: &Path) -> bool {
    let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    let hidden = path.file_name().is_none_or(|n| n.to_string_lossy().starts_with(['.', '#', '~']));
    !hidden && ending.is_some_and(|e| DUOI.contains(&e.as_str()))
}

/// Reads the folder that an office shares.
pub fn read_mau(folder: &Path) -> Result<(MauRieng, Vec<Diagnostic>), Diagnostic> {
    let metadata = fs::metadata(folder).map_err(|e| khong_thay(folder, &e))?;
    if !metadata.is_dir() {
        let message = format!("“{}” không phải là một thư mục", folder.display());
        let hint = "sau --thu-muc-mau ghi tên thư mục chứa các mẫu";
        return Err(Diagnostic::error("not-found", message).hint(hint));
    }
    Ok(cac_tep_mau(folder, false))
}

/// Reads `mau/` of a hồ sơ, if it is there.
pub fn read_mau_cua_ho_so(ho_so: &Path) -> (MauRieng, Vec<Diagnostic>) {
    let folder = ho_so.join(THU_MUC_MAU);
    match fs::symlink_metadata(&folder) {
        Ok(metadata) if metadata.is_dir() => cac_tep_mau(&folder, true),
        Ok(metadata) if metadata.is_symlink() => (MauRieng::default(), vec![ra_ngoai(&folder)]),
        _ => Default::default(),
    }
}

fn cac_tep_mau(folder: &Path, cua_ho_so: bool) -> (MauRieng, Vec<Diagnostic>) {
    let root = folder.canonicalize().ok();
    let mut reader = Reader { root, cua_ho_so, ..Reader::default() };
    reader.folder(folder, "", 0);
    (reader.mau, reader.found)
}

#[derive(Default)]
struct Reader {
    /// The folder's real path, which all files lie under.
    root: Option<PathBuf>,
    cua_ho_so: bool,
    /// Names seen and bytes read so far.
    seen: usize,
    bytes: usize,
    mau: MauRieng,
    found: Vec<Diagnostic>,
}

impl Reader {
    fn folder(&mut self, folder: &Path, prefix: &str, depth: usize) {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(e) => return self.found.push(khong_doc(folder, &e)),
        };
        let mut names: Vec<String> =
            entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
        names.sort();
        for name in names.iter().filter(|name| !name.starts_with('.')) {
            let (path, key) = (folder.join(name), format!("{prefix}{name}"));
            self.seen = self.seen.saturating_add(1);
            if self.full() {
                return self.qua_nhieu(folder);
            }
            let Ok(metadata) = fs::symlink_metadata(&path) else { continue };
            if metadata.is_dir() && depth < SAU {
                self.folder(&path, &format!("{key}/"), depth.saturating_add(1));
            } else if !metadata.is_dir() && la_tep_mau(&path) {
                let text = self.file(&path, metadata.is_symlink());
                self.bytes = self.bytes.saturating_add(text.as_ref().map_or(0, String::len));
                let cua_ho_so = self.cua_ho_so;
                self.mau.tep.insert(key, TepMau { ten: ten(&path), text, cua_ho_so });
            }
        }
    }

    fn file(&mut self, path: &Path, is_link: bool) -> Option<String> {
        let inside = |root: &PathBuf| path.canonicalize().is_ok_and(|real| real.starts_with(root));
        if is_link && !self.root.as_ref().is_some_and(inside) {
            self.found.push(ra_ngoai(path));
            return None;
        }
        let read = doc_tep(path).and_then(|bytes| TepNguon::decode_text(&ten(path), &bytes));
        read.map(|tep| tep.text).map_err(|found| self.found.extend(found)).ok()
    }

    fn full(&self) -> bool {
        self.mau.tep.len() >= NHIEU_TEP || self.seen > NHIEU_TEN || self.bytes > NHIEU_BYTE
    }

    fn qua_nhieu(&mut self, folder: &Path) {
        let code = "too-many-templates";
        if self.found.iter().all(|d| d.code != code) {
            let message = format!("thư mục mẫu “{}” có quá nhiều tệp", folder.display());
            let hint = "kiểm tra xem có chỉ nhầm thư mục không; để trong đó chỉ các tệp của mẫu";
            self.found.push(Diagnostic::error(code, message).hint(hint));
        }
    }
}

/// A link in a folder of templates, or in its place.
pub fn ra_ngoai(path: &Path) -> Diagnostic {
    let message = format!("“{}” là liên kết trỏ ra ngoài thư mục mẫu", path.display());
    Diagnostic::error("outside-folder", message)
        .hint("chép hẳn tệp vào thư mục mẫu; thư mục dùng chung của cơ quan thì chỉ ra bằng --thu-muc-mau")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = dir.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        dir
    }

    #[test]
    fn files_are_known_by_their_path_inside_the_folder() {
        let dir = folder(&[
            ("a.typ", "\u{feff}e\u{302}\r\n\tx"),
            ("con/b.json", "{}"),
            (".an.typ", ""),
            ("anh.png", ""),
        ]);
        let (mau, found) = read_mau(dir.path()).unwrap();
        assert_eq!(found, []);
        let keys: Vec<&str> = mau.tep.keys().map(String::as_str).collect();
        assert_eq!(keys, ["a.typ", "con/b.json"]);
        assert_eq!(mau.tep["a.typ"].text.as_deref(), Some("ê\n\tx"));
    }

    #[test]
    fn the_files_of_the_ho_so_cover_the_shared_ones() {
        let (shared, own) =
            (folder(&[("a.typ", "1"), ("b.typ", "1")]), folder(&[("mau/a.typ", "2")]));
        let all = read_mau(shared.path()).unwrap().0.phu(&read_mau_cua_ho_so(own.path()).0);
        let texts: Vec<_> = all.tep.values().map(|tep| tep.text.as_deref().unwrap()).collect();
        assert_eq!(texts, ["2", "1"]);
    }

    #[test]
    fn a_file_that_is_no_text_stands_there_without_text() {
        let dir = folder(&[]);
        fs::write(dir.path().join("a.typ"), b"\xff").unwrap();
        let (mau, found) = read_mau(dir.path()).unwrap();
        assert_eq!((mau.tep["a.typ"].text.as_deref(), &*found[0].code), (None, "not-utf8"));
    }

    #[test]
    fn a_wrong_folder_is_not_read_to_its_end() {
        let dir = tempfile::tempdir().unwrap();
        for i in 0..=NHIEU_TEP {
            fs::write(dir.path().join(format!("{i}.txt")), "").unwrap();
        }
        let (mau, found) = read_mau(dir.path()).unwrap();
        assert_eq!((mau.tep.len(), &*found[0].code), (NHIEU_TEP, "too-many-templates"));
    }

    #[test]
    #[cfg(unix)]
    fn links_that_leave_the_folder_are_refused() {
        use std::os::unix::fs::symlink;
        let outside = folder(&[("bi-mat.txt", "x")]);
        let dir = folder(&[("mau/a.typ", "1")]);
        let mau = dir.path().join("mau");
        symlink(outside.path().join("bi-mat.txt"), mau.join("b.txt")).unwrap();
        symlink("a.typ", mau.join("c.typ")).unwrap();
        symlink(outside.path(), mau.join("d")).unwrap();
        let (read, found) = read_mau_cua_ho_so(dir.path());
        let codes: Vec<_> = found.iter().map(|d| &*d.code).collect();
        assert_eq!(codes, ["outside-folder"]);
        assert_eq!(read.tep["b.txt"].text, None);
        assert_eq!(read.tep["c.typ"].text.as_deref(), Some("1"));
        assert!(read.tep.keys().all(|key| !key.starts_with('d')));
        let other = folder(&[]);
        symlink(&mau, other.path().join("mau")).unwrap();
        assert_eq!(read_mau_cua_ho_so(other.path()).1[0].code, "outside-folder");
    }
}
