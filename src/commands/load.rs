//! What `build` and `check` do first: fonts, then every hồ sơ read and checked.

use std::path::{Path, PathBuf};

use crate::check::{KetQua, check};
use crate::diagnostic::Diagnostic;
use crate::render::fonts::Fonts;
use crate::source;

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
}

/// Reads and checks one hồ sơ.
pub fn ho_so(path: &Path, fonts: &Fonts) -> Result<HoSo, Vec<Diagnostic>> {
    let nguon = source::read_ho_so(path)?;
    let ket_qua = check(&nguon, &|c| fonts.has(c));
    Ok(HoSo { ten: nguon.ten, duong_dan: path.to_owned(), thu_muc: thu_muc(path), ket_qua })
}

/// The folder that a hồ sơ, or one file of it, is in.
pub fn thu_muc(path: &Path) -> PathBuf {
    if path.is_dir() {
        path.to_owned()
    } else {
        path.parent().map(Path::to_owned).unwrap_or_default()
    }
}

/// Reads and checks every hồ sơ; what can't be read is among the findings.
pub fn each(paths: &[PathBuf], fonts: &Fonts) -> (Vec<HoSo>, Vec<Diagnostic>) {
    let mut all = Vec::with_capacity(paths.len());
    let mut faults = Vec::new();
    for path in paths {
        match ho_so(path, fonts) {
            Ok(ho_so) => all.push(ho_so),
            Err(found) => faults.extend(found),
        }
    }
    (all, faults)
}
