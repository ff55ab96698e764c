//! What jobs do first: fonts and shared templates, then each hồ sơ read and checked.

use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::duong_dan;
use crate::compose::fonts::Fonts;
use crate::diagnostic::{Diagnostic, Place};
use crate::machine::paths::native;
use crate::machine::worker::Limits;
use crate::machine::worker::serving::words_of;
use crate::reading::source::{self, HoSoNguon, MauRieng, TepNguon, ten_tep};
use crate::reading::yaml;
use crate::rules::check::{self, KetQua, KhoMau, TuNgoai, check_voi};

/// What an office's documents share, by the folders that hold it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Shared {
    /// The four files of Times New Roman; without it the bundled twin.
    #[serde(with = "duong_dan")]
    pub fonts: Option<PathBuf>,
    /// Templates, which a hồ sơ's own come before.
    #[serde(with = "duong_dan")]
    pub mau: Option<PathBuf>,
    /// How long one document may take.
    #[serde(default)]
    pub time_limit: Option<Duration>,
    /// How many MB it may take.
    #[serde(default)]
    pub memory_limit: Option<NonZeroUsize>,
}

impl Shared {
    /// The limits that the user asked for.
    pub fn bounds(&self) -> Bounds {
        Bounds { time_limit: self.time_limit, memory_limit: self.memory_limit }
    }

    /// The usual limits, but for what the user asked for.
    pub fn limits(&self, usual: Limits) -> Limits {
        self.bounds().limits(usual)
    }
}

/// The limits of a job that shares nothing else.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Bounds {
    #[serde(default)]
    pub time_limit: Option<Duration>,
    /// In MB.
    #[serde(default)]
    pub memory_limit: Option<NonZeroUsize>,
}

impl Bounds {
    /// The usual limits, but for what the user asked for.
    pub fn limits(self, usual: Limits) -> Limits {
        let time = self.time_limit.unwrap_or(usual.time);
        let memory_mib = self.memory_limit.map_or(usual.memory_mib, NonZeroUsize::get);
        Limits { time, memory_mib }
    }

    /// Whether the user asked for any.
    pub fn limited(self) -> bool {
        self.time_limit.is_some() || self.memory_limit.is_some()
    }
}

/// The same, read.
pub struct Loaded {
    pub fonts: Fonts,
    pub mau: MauRieng,
    /// What is wrong with the files of the templates.
    pub found: Vec<Diagnostic>,
}

/// Reads what the documents share.
pub fn shared(shared: &Shared) -> Result<Loaded, Diagnostic> {
    let fonts = fonts(shared.fonts.as_deref())?;
    let (mau, found) = mau_chung(shared.mau.as_deref())?;
    Ok(Loaded { fonts, mau, found })
}

/// The fonts of the run: Times New Roman from the user's folder, or the bundled twin.
pub fn fonts(folder: Option<&Path>) -> Result<Fonts, Diagnostic> {
    let Some(folder) = folder else {
        return Fonts::bundled().ok_or_else(|| {
            Diagnostic::error("internal", "tệp phông kèm sẵn trong chương trình bị hỏng")
        });
    };
    let files = source::read_fonts(folder)?;
    Fonts::times_new_roman(files).map_err(|missing| {
        let message = format!(
            "thư mục {} không đủ phông Times New Roman: thiếu kiểu {}",
            folder.display(),
            missing.missing.join(", ")
        );
        Diagnostic::error("fonts", message)
            .hint("chép đủ bốn tệp times.ttf, timesbd.ttf, timesi.ttf, timesbi.ttf vào đó")
    })
}

/// One hồ sơ, read and checked.
pub struct HoSo {
    /// Name of its folder.
    pub ten: String,
    /// As the user named it.
    pub duong_dan: PathBuf,
    /// The folder itself, where results go unless the user names another.
    pub thu_muc: PathBuf,
    pub ket_qua: KetQua,
    /// How long all of its texts are, in bytes.
    pub byte: usize,
    /// The office's own templates: the hồ sơ's over the shared ones.
    pub mau: MauRieng,
    /// Its YAML files and the bodies beside them.
    pub tep: Vec<TepNguon>,
}

/// The templates that the office shares, and what is wrong with their files.
pub fn mau_chung(folder: Option<&Path>) -> Result<(MauRieng, Vec<Diagnostic>), Diagnostic> {
    folder.map_or_else(|| Ok(Default::default()), source::read_mau)
}

/// The folder of templates that the office's file of a hồ sơ names, with where it does.
pub(super) fn thu_muc_mau(tep: &[TepNguon], ho_so: &Path) -> Option<(PathBuf, Place)> {
    let tep = tep.iter().find(|tep| check::la_co_quan(ten_tep(&tep.ten)))?;
    // Most have none, and each would be parsed twice.
    let root = tep.text.contains("mau").then(|| yaml::parse(tep).0)??;
    let node = root.get("mau")?;
    let folder = node.text().map(str::trim).filter(|text| !text.is_empty())?;
    let place = yaml::place(tep, node.span).of("co_quan.mau".to_owned(), None);
    Some((thu_muc(ho_so).join(native(folder.into())), place))
}

/// The same for whoever waits for it to change.
pub fn thu_muc_mau_cua(ho_so: &Path) -> Option<PathBuf> {
    let nguon = source::read_ho_so(ho_so).ok()?;
    thu_muc_mau(&nguon.tep, ho_so).map(|(folder, _)| folder)
}

/// The templates in the folder that the office's file names.
fn mau_cua_co_quan(tep: &[TepNguon], ho_so: &Path) -> (MauRieng, Vec<Diagnostic>) {
    let Some((folder, place)) = thu_muc_mau(tep, ho_so) else { return Default::default() };
    source::read_mau(&folder).unwrap_or_else(|fault| {
        let hint =
            "sửa mục mau: ghi thư mục chứa các mẫu, tính từ thư mục hồ sơ, ví dụ ../mau-chung";
        (MauRieng::default(), vec![fault.hint(hint).at(place)])
    })
}

/// Lets a hồ sơ have its templates: its own over those of the command, and these over those of its office.
pub fn them_mau(nguon: &mut HoSoNguon, ho_so: &Path, chung: &MauRieng) {
    let (office, found) = mau_cua_co_quan(&nguon.tep, ho_so);
    nguon.diagnostics.extend(found);
    nguon.mau = office.phu(chung).phu(&nguon.mau);
}

/// The templates and kinds that a hồ sơ's documents may use, and what is wrong with them.
pub fn kho_mau(
    ho_so: &Path,
    chung: Option<&Path>,
) -> Result<(MauRieng, KhoMau, Vec<Diagnostic>), Diagnostic> {
    let (shared, mut found) = mau_chung(chung)?;
    let (own, of_own) = source::read_mau_cua_ho_so(ho_so);
    found.extend(of_own);
    // A folder without any YAML yet has no office either.
    let tep = source::read_ho_so(ho_so).map(|nguon| nguon.tep).unwrap_or_default();
    let (office, of_office) = mau_cua_co_quan(&tep, ho_so);
    found.extend(of_office);
    let all = office.phu(&shared).phu(&own);
    let kho = check::kho_mau(&all, &mut found);
    Ok((all, kho, found))
}

/// Reads and checks one hồ sơ. A fault of the program in this one is none in the next.
pub fn ho_so(path: &Path, fonts: &Fonts, mau_chung: &MauRieng) -> Result<HoSo, Vec<Diagnostic>> {
    caught(path, || doc_ho_so(path, fonts, mau_chung))
}

fn caught<T>(
    path: &Path,
    read: impl FnOnce() -> Result<T, Vec<Diagnostic>>,
) -> Result<T, Vec<Diagnostic>> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|panic| {
        let (shown, words) = (path.display(), words_of(&*panic));
        let message = format!("lỗi của chương trình khi đọc hồ sơ “{shown}”: {words}");
        Err(vec![
            Diagnostic::error("internal", message)
                .hint("gửi dòng trên cùng hồ sơ cho người phụ trách"),
        ])
    })
}

fn doc_ho_so(path: &Path, fonts: &Fonts, mau_chung: &MauRieng) -> Result<HoSo, Vec<Diagnostic>> {
    let mut nguon = source::read_ho_so(path)?;
    them_mau(&mut nguon, path, mau_chung);
    Ok(tu_nguon(nguon, path, fonts, None))
}

/// Checks one hồ sơ that was read, with values of one document from outside.
pub fn tu_nguon(nguon: HoSoNguon, path: &Path, fonts: &Fonts, tu_ngoai: Option<&TuNgoai>) -> HoSo {
    let ket_qua = check_voi(&nguon, &|c| fonts.has(c), tu_ngoai);
    let thu_muc = thu_muc(path);
    let HoSoNguon { ten, mut tep, md, mau, .. } = nguon;
    tep.extend(md);
    let byte = tep.iter().map(|tep| tep.text.len()).sum();
    HoSo { ten, duong_dan: path.to_owned(), thu_muc, ket_qua, byte, mau, tep }
}

/// The folder that a hồ sơ, or one file of it, is in.
pub fn thu_muc(path: &Path) -> PathBuf {
    source::thu_muc_ho_so(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_over_one_ho_so_is_told_as_its_own() {
        let found = caught::<()>(Path::new("hs"), || panic!("lời lẽ")).unwrap_err();
        assert_eq!(found[0].code, "internal");
        assert!(found[0].message.ends_with("“hs”: lời lẽ"), "{found:?}");
    }
}
