//! The only reader of the user's files: from a folder to clean text.
//!
//! What leaves here is UTF-8 without BOM, in NFC, with `\n` line ends and without characters that a
//! Word file can't hold.

mod anh;
mod bang_ke;
mod dong_tron;
mod duong_dan;
mod encoding;
mod mau;
mod moc;
mod ten_gan;
mod tep;
mod thu_muc;
mod trong_thu_muc;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::model::{DongTron, KhoAnh};
pub use anh::{anh, cac_anh, doc_anh, khong_tep_khac, svg_ve_duoc, ten_anh};
pub use bang_ke::ben_trong;
pub use dong_tron::tep_tron;
pub use duong_dan::gan;
pub use encoding::bang_ma_cu;
pub use mau::{
    MauRieng, THU_MUC_MAU, TepMau, la_tep_mau, ra_ngoai as mau_ra_ngoai, read_mau,
    read_mau_cua_ho_so,
};
pub use moc::{Moc, thay_chu};
pub use ten_gan::{gan_ten_co_quan, ten_bi_tach};
pub use tep::{TepNguon, nfc, ten_goc, ten_tep};
pub use thu_muc::{Cay, list_tree, read_tree};
pub use trong_thu_muc::{cac_ten, dau_vet, dau_vet_cay, tep_trong};

/// The office's file in every hồ sơ.
pub const TEP_CO_QUAN: &str = "co-quan.yaml";
/// The largest file that is read, in MiB; the sample has 10 KiB.
const CO_TEP_MIB: u64 = 2;
/// An address book, in MiB: twenty thousand recipients with their addresses.
const CO_DANH_BA_MIB: u64 = 8;
const TEN_DANH_BA: &str = "danh-ba";
/// The largest file that may go along with a document, in MiB.
const CO_DINH_KEM_MIB: u64 = 100;

/// The largest Word file that is read, in MiB; ours have a twentieth of one.
const WORD_MIB: u64 = 64;
/// The largest list that is read, in MiB; one of ten thousand rows has one.
const DANH_SACH_MIB: u64 = 32;
/// The largest file of a face, in MiB; Times New Roman's have one.
const FONT_MIB: u64 = 64;

/// The files of a hồ sơ that could be read, and what was wrong with the others.
#[derive(Debug, Clone, Default)]
pub struct HoSoNguon {
    /// The folder's name.
    pub ten: String,
    /// By name.
    pub tep: Vec<TepNguon>,
    /// Bodies in light Markdown that a file may name.
    pub md: Vec<TepNguon>,
    /// The pictures that the bodies name.
    pub anh: KhoAnh,
    /// The templates of the office's own that its documents may use.
    pub mau: MauRieng,
    /// Files that are there but hold no readable text, by the name shown.
    pub hong: Vec<String>,
    pub diagnostics: Vec<Diagnostic>,
    /// The one file that was asked for, by the name shown; the others are there since it may lean on them.
    pub chi: Option<String>,
    /// What a row of a list puts into a file, by the name shown.
    pub tron: BTreeMap<String, DongTron>,
}

impl HoSoNguon {
    /// The file that keeps the row of the YAML file `ten`, if it is filled from one.
    pub fn tep_tron(&self, ten: &str) -> Option<TepNguon> {
        self.tron.get(ten).map(|dong| tep_tron(ten, dong))
    }

    /// Fills the file that was asked for with a row.
    pub fn dien(&mut self, dong: DongTron) {
        self.tron = self.chi.clone().map(|ten| (ten, dong)).into_iter().collect();
    }
}

/// Whether the finding is that something can't be read at all, rather than a fault in the data.
pub fn is_read_failure(diagnostic: &Diagnostic) -> bool {
    ["not-found", "unreadable-file", "file-too-large", "no-yaml"]
        .contains(&diagnostic.code.as_ref())
}

/// Reads a folder, or one file with those beside it, which it may lean on.
pub fn read_ho_so(path: &Path) -> Result<HoSoNguon, Vec<Diagnostic>> {
    let shown = path.display();
    let metadata = fs::metadata(path).map_err(|e| vec![khong_thay(path, &e)])?;
    let files = if metadata.is_dir() { cac_tep(path)? } else { mot_tep(path)? };
    let chi = (!metadata.is_dir()).then(|| ten(path));
    let ten_ho_so = ten_thu_muc(path, metadata.is_dir());
    let (mau, diagnostics) = read_mau_cua_ho_so(&thu_muc_ho_so(path));
    let mut ho_so = HoSoNguon { ten: ten_ho_so, chi, mau, diagnostics, ..HoSoNguon::default() };
    if metadata.is_dir() {
        ho_so.diagnostics.extend(duoi_txt(path));
    }
    for file in files {
        match ten_doc_duoc(&file)
            .and_then(|()| doc_trong(&file))
            .and_then(|b| TepNguon::decode(&ten(&file), &b))
        {
            Ok(tep) if la_md(&file) => ho_so.md.push(tep),
            Ok(tep) => ho_so.tep.push(tep),
            Err(found) => {
                ho_so.hong.push(ten(&file));
                ho_so.diagnostics.extend(found);
            }
        }
    }
    ho_so.anh = anh::read_anh(&thu_muc_ho_so(path), ho_so.tep.iter().chain(&ho_so.md));
    let rows =
        ho_so.tep.iter().filter_map(|tep| Some((tep.ten.clone(), dong_tron::doc_canh(tep)?)));
    ho_so.tron = rows.collect();
    let nothing = ho_so.tep.is_empty() && ho_so.diagnostics.is_empty();
    if nothing {
        return Err(vec![
            Diagnostic::error("no-yaml", format!("thư mục “{shown}” không có tệp .yaml nào"))
                .hint(ten_gan::goi_y_thu_muc(path)),
        ]);
    }
    Ok(ho_so)
}

/// The folder of a hồ sơ that the user named by itself or by one of its files.
pub fn thu_muc_ho_so(path: &Path) -> PathBuf {
    let folder = if path.is_dir() { Some(path) } else { path.parent() };
    folder.map(Path::to_owned).unwrap_or_default()
}

/// The name of a hồ sơ that the user named by its folder or by one of its files.
pub fn ten_ho_so(path: &Path) -> String {
    ten_thu_muc(path, path.is_dir())
}

/// The YAML and Markdown files of a folder, without hidden ones and what editors leave behind.
fn cac_tep(folder: &Path) -> Result<Vec<PathBuf>, Vec<Diagnostic>> {
    let entries = fs::read_dir(folder).map_err(|e| vec![khong_doc(folder, &e)])?;
    let mut files: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| folder.join(entry.file_name()))
        .filter(|p| la_yaml(p) || la_md(p))
        .collect();
    files.sort();
    Ok(files)
}

/// Notepad adds an ending that Explorer hides: `thong-bao.yaml.txt`.
fn duoi_txt(folder: &Path) -> Vec<Diagnostic> {
    let names = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        names.map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    let told = names.iter().filter_map(|name| {
        let lower = name.to_lowercase();
        let bare = lower.strip_suffix(".txt")?;
        let ours = [".yaml", ".yml", ".md"].iter().any(|ending| bare.ends_with(ending));
        let bare = name.get(..bare.len())?;
        if !ours {
            return duoi_khac(folder, name, bare);
        }
        let right = bare;
        let message = format!("tệp “{name}” không được đọc vì mang thêm đuôi .txt");
        Some(Diagnostic::warning("unread-file", message).hint(format!("đổi tên thành “{right}”")))
    });
    told.collect()
}

/// A paper that was saved as plain text: `thong-bao.txt`.
fn duoi_khac(folder: &Path, name: &str, bare: &str) -> Option<Diagnostic> {
    let text = doc_co_han(&folder.join(name), 1).ok()?;
    let text = String::from_utf8_lossy(&text);
    let ours = text.lines().any(|line| line.trim_start_matches('\u{feff}').starts_with("loai:"));
    ours.then(|| {
        let message = format!("tệp “{name}” có mục loai mà không được đọc vì mang đuôi .txt");
        Diagnostic::warning("unread-file", message).hint(format!("đổi tên thành “{bare}.yaml”"))
    })
}

/// The bytes of a file that was read before, if it still says the same.
pub fn read_again(tep: &TepNguon) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let bytes = doc_trong(Path::new(&tep.ten))?;
    if TepNguon::decode(&tep.ten, &bytes).as_ref() == Ok(tep) {
        return Ok(bytes);
    }
    let message = format!("tệp “{}” vừa bị sửa trong khi đang đọc", tep.ten);
    Err(vec![Diagnostic::error("unreadable-file", message).hint("lưu tệp cho xong rồi chạy lại")])
}

/// A Word file, whole.
pub fn read_word(path: &Path) -> Result<Vec<u8>, Diagnostic> {
    fs::metadata(path).map_err(|e| khong_thay(path, &e))?;
    doc_co_han(path, WORD_MIB).map_err(|found| found.hint("kiểm tra lại có chỉ nhầm tệp không"))
}

/// A list, whole.
pub fn read_danh_sach(path: &Path) -> Result<Vec<u8>, Diagnostic> {
    fs::metadata(path).map_err(|e| khong_thay(path, &e))?;
    doc_co_han(path, DANH_SACH_MIB)
        .map_err(|found| found.hint("kiểm tra lại có chỉ nhầm tệp không"))
}

/// Whether there is a file of that name.
pub fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// Whether what has that name is a link.
pub fn la_lien_ket(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink())
}

/// The font files of a folder, whole; other files are passed over.
pub fn read_fonts(folder: &Path) -> Result<Vec<Vec<u8>>, Diagnostic> {
    let entries = fs::read_dir(folder).map_err(|e| khong_thay(folder, &e))?;
    let mut files: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            let name = path.file_name().map(|n| n.to_string_lossy().to_lowercase());
            // A system's font folder holds hundreds of files; Times New Roman's begin so everywhere.
            name.is_some_and(|n| {
                n.starts_with("times") && (n.ends_with(".ttf") || n.ends_with(".ttc"))
            })
        })
        .collect();
    files.sort();
    files.iter().map(|path| doc_co_han(path, FONT_MIB)).collect()
}

/// One YAML file from anywhere.
pub fn read_tep(path: &Path) -> Result<TepNguon, Vec<Diagnostic>> {
    fs::metadata(path).map_err(|e| vec![khong_thay(path, &e)])?;
    TepNguon::decode(&ten(path), &doc_tep(path)?)
}

/// A file that goes out with a document, whole.
pub fn read_dinh_kem(path: &Path) -> Result<Vec<u8>, Vec<Diagnostic>> {
    fs::metadata(path).map_err(|e| vec![khong_thay(path, &e)])?;
    doc_het(path, CO_DINH_KEM_MIB)
}

/// A file that this program itself keeps, such as the register; none if it isn't there. A link in its place is not
/// followed.
pub fn read_cua_minh(path: &Path, mib: u64) -> Result<Option<Vec<u8>>, Diagnostic> {
    match path.symlink_metadata() {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Ok(metadata) if !metadata.is_file() => Err(khong_la_tep(path)),
        _ => {
            let hint = "tệp này do chương trình ghi; lấy lại từ bản lưu";
            let hinted = |found: Diagnostic| match found.hint {
                None => found.hint(hint),
                Some(_) => found,
            };
            doc_co_han(path, mib).map(Some).map_err(hinted)
        }
    }
}

/// What stands where a file of this program's should be is no file.
pub fn khong_la_tep(path: &Path) -> Diagnostic {
    let what = match path.symlink_metadata() {
        Ok(metadata) if metadata.is_symlink() => "là liên kết tới chỗ khác",
        Ok(metadata) if metadata.is_dir() => "là một thư mục",
        _ => "không phải là tệp thường",
    };
    Diagnostic::error("unreadable-file", format!("“{}” {what}", path.display()))
        .hint("ở đó phải là tệp do chương trình ghi: chuyển thứ ấy đi chỗ khác, rồi lấy lại tệp từ bản lưu")
}

fn mot_tep(path: &Path) -> Result<Vec<PathBuf>, Vec<Diagnostic>> {
    if !la_yaml(path) {
        let name = path.display();
        let message = format!("“{name}” không phải là tệp .yaml");
        return Err(vec![
            Diagnostic::error("no-yaml", message).hint("chỉ ra thư mục hồ sơ hoặc một tệp .yaml"),
        ]);
    }
    // The whole hồ sơ is checked together; as the user would have named the files, without `./`.
    let beside = cac_tep(thu_muc_cua(path))?.into_iter();
    let beside = beside.map(|file| path.with_file_name(file.file_name().unwrap_or_default()));
    let mut files: Vec<PathBuf> = beside.filter(|file| file.as_path() != path).collect();
    files.push(path.to_owned());
    Ok(files)
}

/// The folder of a file, also when the file is named without one.
fn thu_muc_cua(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Whether a file is a YAML file by its name.
pub fn la_yaml(path: &Path) -> bool {
    co_duoi(path, &["yaml", "yml"])
}

fn la_md(path: &Path) -> bool {
    co_duoi(path, &["md"])
}

fn co_duoi(path: &Path, duoi: &[&str]) -> bool {
    let hidden = path.file_name().is_none_or(|n| {
        let name = n.to_string_lossy();
        name.starts_with(['.', '#', '~'])
    });
    let named = path
        .extension()
        .and_then(OsStr::to_str)
        .is_some_and(|e| duoi.iter().any(|d| e.eq_ignore_ascii_case(d)));
    named && !hidden && !path.is_dir()
}

/// The file behind a link.
pub fn duong_that(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// The bytes of one file as it lies on the disk.
pub fn doc_tep(path: &Path) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().to_lowercase());
    let book = stem.is_some_and(|stem| stem.starts_with(TEN_DANH_BA));
    doc_het(path, if book { CO_DANH_BA_MIB } else { CO_TEP_MIB })
}

/// The bytes of a file of a folder; a link that leads out of the folder is not followed, for reading as for writing.
pub(super) fn doc_trong(path: &Path) -> Result<Vec<u8>, Vec<Diagnostic>> {
    trong_thu_muc(thu_muc_cua(path), path).map_err(|found| vec![found])?;
    doc_tep(path)
}

/// Whether a file, by whatever links, lies in the folder in which it is named.
pub(super) fn trong_thu_muc(folder: &Path, path: &Path) -> Result<(), Diagnostic> {
    let Ok(real) = fs::canonicalize(path) else { return Ok(()) };
    if fs::canonicalize(folder).is_ok_and(|home| real.starts_with(home)) {
        return Ok(());
    }
    let message = format!("“{}” là liên kết trỏ ra ngoài thư mục của nó", path.display());
    Err(Diagnostic::error("outside-folder", message)
        .hint("chép hẳn tệp vào thư mục hồ sơ, thay cho liên kết"))
}

fn doc_het(path: &Path, mib: u64) -> Result<Vec<u8>, Vec<Diagnostic>> {
    doc_co_han(path, mib).map_err(|found| vec![goi_y_ho_so(found)])
}

fn goi_y_ho_so(found: Diagnostic) -> Diagnostic {
    if found.hint.is_some() {
        return found;
    }
    let hint = match found.code.as_ref() {
        "file-too-large" => {
            "tệp của hồ sơ chỉ chứa chữ; kiểm tra xem có chép nhầm tệp khác vào không"
        }
        _ => "để hồ sơ chỉ gồm các tệp .yaml thông thường",
    };
    found.hint(hint)
}

/// All of an ordinary file, unless it is too large. To open a pipe or a device may take for ever.
fn doc_co_han(path: &Path, mib: u64) -> Result<Vec<u8>, Diagnostic> {
    let fail = |e: std::io::Error| khong_doc(path, &e);
    let ordinary = |metadata: fs::Metadata| {
        let message = format!("“{}” không phải là tệp thường", path.display());
        metadata
            .is_file()
            .then_some(())
            .ok_or_else(|| Diagnostic::error("unreadable-file", message))
    };
    fs::metadata(path).map_err(fail).and_then(ordinary)?;
    let file = mo(path).map_err(fail)?;
    // What has the name by now may be another.
    let metadata = file.metadata().map_err(fail)?;
    let (len, limit) = (metadata.len(), mib.saturating_mul(1024 * 1024));
    ordinary(metadata)?;
    if len > limit {
        return Err(qua_lon(path, mib));
    }
    let mut bytes = Vec::new();
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(fail)?;
    if u64::try_from(bytes.len()).is_ok_and(|len| len <= limit) {
        return Ok(bytes);
    }
    Err(qua_lon(path, mib))
}

fn qua_lon(path: &Path, mib: u64) -> Diagnostic {
    let message = format!("tệp “{}” lớn quá {mib} MiB", path.display());
    Diagnostic::error("file-too-large", message)
}

/// Opens for reading; a pipe that took the file's name a moment ago is not waited for.
#[cfg(target_os = "linux")]
fn mo(path: &Path) -> std::io::Result<fs::File> {
    use std::os::unix::fs::OpenOptionsExt;
    /// `O_NONBLOCK`, which an ordinary file takes no notice of.
    const KHONG_CHO: i32 = 0o4000;
    fs::OpenOptions::new().read(true).custom_flags(KHONG_CHO).open(path)
}

#[cfg(not(target_os = "linux"))]
fn mo(path: &Path) -> std::io::Result<fs::File> {
    fs::File::open(path)
}

/// Documents are called after their files, so a name must be text: two that are none would look the same, and so would
/// two of which one has a mark that nobody sees.
fn ten_doc_duoc(path: &Path) -> Result<(), Vec<Diagnostic>> {
    let Some(name) = path.file_name() else { return Ok(()) };
    let Some(name) = name.to_str() else {
        let message = format!("tên tệp “{}” không phải là chữ Unicode (UTF-8)", path.display());
        let hint = "đổi tên tệp; tên ấy thường có khi giải nén một gói làm trên máy đời cũ";
        return Err(vec![Diagnostic::error("unreadable-file", message).hint(hint)]);
    };
    let Some(c) = name.chars().find(|c| an(*c)) else { return Ok(()) };
    let message = format!("tên tệp “{}” có ký tự ẩn U+{:04X}", path.display(), u32::from(c));
    let hint = "đổi tên tệp, gõ lại cả tên bằng bàn phím: ký tự ấy làm tên đọc thành tên khác";
    Err(vec![Diagnostic::error("bad-file-name", message).hint(hint)])
}

/// Whether a character is seen by nobody or turns a name around.
fn an(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{feff}')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

fn khong_thay(path: &Path, error: &std::io::Error) -> Diagnostic {
    if error.kind() != std::io::ErrorKind::NotFound {
        return khong_doc(path, error);
    }
    let message = format!("không có tệp hay thư mục “{}”", path.display());
    Diagnostic::error("not-found", message).hint(ten_gan::goi_y(path))
}

fn khong_doc(path: &Path, error: &std::io::Error) -> Diagnostic {
    let why = match error.kind() {
        _ if crate::machine::output::is_held(error) => "tệp đang mở ở chương trình khác",
        std::io::ErrorKind::NotFound => "không còn ở đó",
        std::io::ErrorKind::PermissionDenied => "không có quyền đọc",
        std::io::ErrorKind::InvalidFilename => "tên tệp không hợp lệ hoặc quá dài",
        std::io::ErrorKind::NotADirectory => "trên đường dẫn có một tệp, không phải thư mục",
        _ => "hệ thống không mở được",
    };
    let hint = "xem lại tên, đường dẫn và quyền đọc; tệp đang mở ở chương trình khác thì đóng lại";
    Diagnostic::error("unreadable-file", format!("không đọc được “{}”: {why}", path.display()))
        .hint(hint)
}

fn ten(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// The name of the folder, also for `.` and for a single file.
fn ten_thu_muc(path: &Path, is_folder: bool) -> String {
    let folder = if is_folder { path } else { thu_muc_cua(path) };
    let named = |p: &Path| p.file_name().map(|n| n.to_string_lossy().into_owned());
    named(folder)
        .or_else(|| fs::canonicalize(folder).ok().as_deref().and_then(named))
        .unwrap_or_default()
}
