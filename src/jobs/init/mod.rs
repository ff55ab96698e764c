//! `init`: an office's file and one paper of it, commented, that build as they stand; another paper in a folder that
//! is there; one like an old one.

mod co_quan;
mod nhu;
mod ten_tep;
#[cfg(test)]
mod tests;
mod van_ban;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::co_quan_san::{self, CoQuanSan};
use super::{Outcome, duong_dan, schema};
use crate::diagnostic::Diagnostic;
use crate::machine::output::{self, Ready};
use crate::model::khong_dau::ten_tep_khong_dau;
use crate::reading::source::TEP_CO_QUAN;
use crate::reading::yaml::decode::{co_phai_la, nearest};

pub use co_quan::{bo_cua, co_co_quan};
pub use van_ban::{CHUYEN_DI, LOAI_DAU, cac_loai};

/// What to start.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InitRequest {
    /// The folder of the hồ sơ.
    #[serde(with = "duong_dan")]
    pub dir: PathBuf,
    /// The kind of office for its file: `ubnd-xa`.
    pub co_quan: Option<String>,
    /// The kind of document of which there shall be one file; the usual first one if it isn't said.
    pub mau: Option<String>,
    /// An old document that the new one is to be like.
    #[serde(with = "duong_dan")]
    pub nhu: Option<PathBuf>,
    /// The office's shared templates.
    #[serde(with = "duong_dan")]
    pub thu_muc_mau: Option<PathBuf>,
}

/// Writes the starter; never over a file that is there.
pub fn init(request: &InitRequest) -> Outcome {
    match viet(request) {
        Ok((files, notes)) => Outcome { made: files, notes, ..Outcome::default() },
        Err(fault) => Outcome::of(fault),
    }
}

/// The files that would be written, and what is worth saying about them.
pub fn cac_tep(request: &InitRequest) -> Result<(Vec<Ready>, Vec<String>), Diagnostic> {
    let office = office(request.co_quan.as_deref())?;
    match &request.nhu {
        Some(cu) => Ok((nhu::nhu(&request.dir, cu)?, Vec::new())),
        None => van_ban::khoi_dau(request, office),
    }
}

fn viet(request: &InitRequest) -> Result<(Vec<PathBuf>, Vec<String>), Diagnostic> {
    let (files, notes) = cac_tep(request)?;
    output::write_new(&files)?;
    // As one names a file of the folder where one stands.
    let shown = |path: PathBuf| path.strip_prefix(".").map(Path::to_owned).unwrap_or(path);
    let made: Vec<PathBuf> = files.into_iter().map(|file| shown(file.path)).collect();
    let next = tiep_theo(&request.dir, &made);
    Ok((made, notes.into_iter().chain(next).collect()))
}

/// The ready office that was asked for, if any.
fn office(khoa: Option<&str>) -> Result<Option<&'static CoQuanSan>, Diagnostic> {
    let Some(khoa) = khoa else { return Ok(None) };
    let found = co_quan_san::theo_khoa(&ten_tep_khong_dau(khoa));
    found.map(Some).ok_or_else(|| {
        let known = co_quan_san::cac_khoa();
        let hint = match nearest(khoa, &known) {
            Some(near) => co_phai_la(near),
            None => format!("các kiểu cơ quan: {}", known.join(", ")),
        };
        Diagnostic::error("wrong-use", format!("không có kiểu cơ quan “{khoa}”")).hint(hint)
    })
}

/// What to do now, in lines that can be typed.
fn tiep_theo(dir: &Path, made: &[PathBuf]) -> Vec<String> {
    let of_schema = |path: &&PathBuf| path.parent().is_some_and(|p| p.ends_with(schema::THU_MUC));
    let name = |path: &PathBuf| path.file_name().map(|n| n.to_string_lossy().into_owned());
    let edited: Vec<String> = made.iter().filter(|p| !of_schema(p)).filter_map(name).collect();
    let dir = trong_nhay(dir);
    vec![
        format!(
            "việc tiếp theo: mở {} bằng Notepad, thay chữ mẫu bằng nội dung thật, lưu, rồi gõ: vanthu build {dir}",
            edited.join(", ")
        ),
        format!(
            "thêm văn bản khác: vanthu init {dir} --mau LOAI; giống một văn bản cũ: vanthu init {dir} --nhu TEP.yaml; các loại: vanthu init --help"
        ),
    ]
}

/// A path as it is typed: in quotes where it has a blank.
fn trong_nhay(path: &Path) -> String {
    let shown = path.display().to_string();
    if shown.contains(' ') { format!("\"{shown}\"") } else { shown }
}

fn ready(dir: &Path, name: &str, text: &str) -> Ready {
    Ready { path: dir.join(name), bytes: text.as_bytes().to_vec() }
}

/// The office's file with its schema, if it isn't there yet.
fn tep_co_quan(dir: &Path, office: Option<&CoQuanSan>) -> impl Iterator<Item = Ready> {
    let there = co_co_quan(dir);
    let text = co_quan::text(office);
    let schema = schema::file_named("co-quan", dir);
    let own = (!there).then(|| ready(dir, TEP_CO_QUAN, &text));
    own.into_iter().chain(schema.filter(|_| !there))
}
