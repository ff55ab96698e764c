//! Hình: the pictures that bodies name, read from beside them. Nothing is read that no body names.

mod jpeg;
mod png;
mod svg;

pub use svg::{khong_tep_khac, ve_duoc as svg_ve_duoc};

use std::collections::BTreeSet;
use std::path::{Component, Path};
use std::sync::{Arc, LazyLock};

use regex::Regex;

use super::{TepNguon, doc_co_han};
use crate::model::anh::{DangAnh, KhoAnh, TepAnh};
use crate::model::ma_qr::DAU_QR;

/// The largest picture, in MiB.
const CO_ANH_MIB: u64 = 20;
/// A hồ sơ with more is no office's; all of them are held in memory.
const NHIEU_NHAT: usize = 100;
/// More dots than an A3 sheet has at 600 dpi.
const DIEM_NHIEU_NHAT: f64 = 70e6;

static TEN: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"!\[[^\[\]\n]*\]\(([^\n]+?)\)[ \t]*(?:\{|\||<|$|\n)").ok());

/// What is known of a picture besides its bytes.
struct Kho {
    rong: f64,
    cao: f64,
    dpi: f64,
}

/// The names of the pictures that a text shows.
pub fn ten_anh(text: &str) -> BTreeSet<&str> {
    let Some(regex) = TEN.as_ref().filter(|_| text.contains("![")) else { return BTreeSet::new() };
    let names = regex.captures_iter(text).filter_map(|found| Some(found.get(1)?.as_str().trim()));
    names.filter(|name| !name.starts_with(DAU_QR)).collect()
}

/// The pictures that these texts name, out of `folder`.
pub(super) fn read_anh<'t>(folder: &Path, texts: impl Iterator<Item = &'t TepNguon>) -> KhoAnh {
    let names: BTreeSet<&str> = texts.flat_map(|tep| ten_anh(&tep.text)).collect();
    let read = |name: &str| (name.to_owned(), doc_anh(folder, name).map(Arc::new));
    names.into_iter().take(NHIEU_NHAT).map(read).collect()
}

/// A picture by the name that a body gives it; nothing outside the folder has one.
pub fn doc_anh(folder: &Path, name: &str) -> Result<TepAnh, String> {
    let path = Path::new(name);
    let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    if !inside || name.contains([':', '\\']) {
        return Err("hình phải nằm trong thư mục hồ sơ, tên ghi từ thư mục ấy".to_owned());
    }
    let file = folder.join(path);
    if !file.is_file() {
        return Err(khong_co(folder));
    }
    super::trong_thu_muc(
        if folder.as_os_str().is_empty() { Path::new(".") } else { folder },
        &file,
    )
    .map_err(|_| "hình là liên kết trỏ ra ngoài thư mục hồ sơ".to_owned())?;
    anh(name, doc_co_han(&file, CO_ANH_MIB).map_err(|found| found.message)?)
}

/// A picture of its bytes, or why it can't be drawn.
pub fn anh(name: &str, bytes: Vec<u8>) -> Result<TepAnh, String> {
    let (dang, kho) = nhan_dang(&bytes)?;
    if kho.rong < 1.0 || kho.cao < 1.0 || kho.rong * kho.cao > DIEM_NHIEU_NHAT {
        return Err(format!("hình có {} × {} điểm, quá lớn hoặc trống", kho.rong, kho.cao));
    }
    Ok(TepAnh {
        ten: name.to_owned(),
        dang,
        bytes,
        rong_px: kho.rong,
        cao_px: kho.cao,
        dpi: kho.dpi,
    })
}

/// By what the file begins with, whatever its name ends in.
fn nhan_dang(bytes: &[u8]) -> Result<(DangAnh, Kho), String> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return png::kho(bytes).map(|kho| (DangAnh::Png, kho));
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return jpeg::kho(bytes).map(|kho| (DangAnh::Jpeg, kho));
    }
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    if String::from_utf8_lossy(head).contains("<svg") {
        return svg::kho(bytes).map(|kho| (DangAnh::Svg, kho));
    }
    Err("tệp không phải là hình PNG, JPEG hay SVG".to_owned())
}

/// The names of the pictures in a folder.
pub fn cac_anh(folder: &Path) -> Vec<String> {
    let pictures = [".png", ".jpg", ".jpeg", ".svg"];
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| pictures.iter().any(|ending| name.to_lowercase().ends_with(ending)))
        .collect();
    names.sort();
    names
}

fn khong_co(folder: &Path) -> String {
    match cac_anh(folder).as_slice() {
        [] => "không có tệp ấy cạnh tệp này".to_owned(),
        names => format!("không có tệp ấy; các hình ở đây: {}", names.join(", ")),
    }
}

#[cfg(test)]
mod tests;
