//! `template`: which templates there are, and a copy of a shipped one to be changed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Outcome, duong_dan, load};
use crate::compose::world::{CHUNG, shipped_text};
use crate::diagnostic::Diagnostic;
use crate::machine::output::{self, Ready};
use crate::model::{Loai, Mau};
use crate::reading::source::{self, MauRieng, THU_MUC_MAU, TepMau};
use crate::reading::yaml::decode::{co_phai_la, nearest};
use crate::rules::check::{KhoMau, khai_bao_co_san};

/// The templates whose data is no declaration's: those of a plan of trips.
const CUA_CHUYEN_DI: &[(&str, &str)] = &[
    ("ke-hoach", "Kế hoạch tổ chức các đợt công tác"),
    ("ke-hoach-chi-tiet", "Kế hoạch chi tiết của một đợt"),
    ("bao-cao", "Báo cáo kết quả của một đợt"),
];

/// What to do with templates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum TemplateRequest {
    List(ListTemplates),
    Copy(CopyTemplate),
}

/// All templates that a hồ sơ's documents may use.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ListTemplates {
    /// The current folder if it isn't said.
    #[serde(with = "duong_dan")]
    pub ho_so: Option<PathBuf>,
    /// The office's shared templates.
    #[serde(with = "duong_dan")]
    pub mau: Option<PathBuf>,
    /// What the job may take.
    #[serde(default)]
    pub bounds: load::Bounds,
}

/// A shipped template, to be changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CopyTemplate {
    /// By its name in the list.
    pub kind: String,
    /// The hồ sơ that gets it; the current folder if it isn't said.
    #[serde(with = "duong_dan")]
    pub ho_so: Option<PathBuf>,
    /// Also `chung.typ`, which all templates share.
    pub chung: bool,
    /// The office's shared templates, which get it in place of a hồ sơ.
    #[serde(with = "duong_dan")]
    pub mau: Option<PathBuf>,
}

/// Lists the templates, or copies one; never over a file that is there.
pub fn template(request: &TemplateRequest) -> Outcome {
    match request {
        TemplateRequest::List(request) => list(request),
        TemplateRequest::Copy(request) => copy(request),
    }
}

fn list(request: &ListTemplates) -> Outcome {
    let ho_so = request.ho_so.as_deref().unwrap_or(Path::new("."));
    let (rieng, kho, found) = match load::kho_mau(ho_so, request.mau.as_deref()) {
        Ok(read) => read,
        Err(fault) => return Outcome::of(fault),
    };
    let trips = CUA_CHUYEN_DI.iter().map(|(ten, mo_ta)| {
        let files = [format!("{ten}.typ")];
        line(ten, mo_ta, &rieng, &files)
    });
    let mut lines: Vec<String> = trips.collect();
    for (ten, khoa, mau) in cac_loai(&kho) {
        let typ = mau.tep.trim_start_matches("/noi-dung/").to_owned();
        let files = [format!("{}.yaml", mau.ten), format!("{}.yml", mau.ten), typ];
        let several = Loai::theo_khoa(&khoa).filter(|_| mau.khoa.len() > 1);
        let named = mau.loai_rieng.or(several).map(|loai| format!("{}: ", loai.ten()));
        let mo_ta = format!("{}{}", named.unwrap_or_default(), mau.mo_ta);
        lines.push(line(&ten, &mo_ta, &rieng, &files));
    }
    lines.push(line("chung", "Các hàm mà mọi mẫu dùng chung", &rieng, &["chung.typ".to_owned()]));
    Outcome { lines, diagnostics: found, ..Outcome::default() }
}

/// `giay-khen   hồ sơ   Giấy khen: … (mau/giay-khen.typ)`
fn line(ten: &str, mo_ta: &str, rieng: &MauRieng, files: &[String]) -> String {
    let own: Vec<&TepMau> = files.iter().filter_map(|key| rieng.tep.get(key)).collect();
    let noi = match own.as_slice() {
        [] => "có sẵn",
        files if files.iter().any(|tep| tep.cua_ho_so) => "hồ sơ",
        _ => "dùng chung",
    };
    let paths: Vec<&str> = own.iter().map(|tep| tep.ten.as_str()).collect();
    let paths = if paths.is_empty() { String::new() } else { format!(" ({})", paths.join(", ")) };
    format!("{ten:<22} {noi:<10} {mo_ta}{paths}")
}

/// Every declared kind once, by the name of its template and the word in `loai:`.
fn cac_loai(kho: &KhoMau) -> Vec<(String, String, Mau)> {
    let words: Vec<&str> = kho.cac_khoa().collect();
    let mut seen = BTreeSet::new();
    let once = words.into_iter().filter(|khoa| seen.insert(*khoa));
    once.filter_map(|khoa| {
        let mau = kho.theo_khoa(khoa)?;
        Some((ten_mau(khoa), khoa.to_owned(), Mau::clone(mau)))
    })
    .collect()
}

/// The files of a kind's copy are called after its word, unless a template of trips is.
fn ten_mau(khoa: &str) -> String {
    let ten = khoa.replace('_', "-");
    if CUA_CHUYEN_DI.iter().any(|(known, _)| *known == ten) { format!("{ten}-chung") } else { ten }
}

fn copy(request: &CopyTemplate) -> Outcome {
    let kind = request.kind.replace('_', "-");
    let folder = match (&request.mau, &request.ho_so) {
        (Some(shared), _) => shared.clone(),
        (None, Some(ho_so)) => ho_so.join(THU_MUC_MAU),
        (None, None) => THU_MUC_MAU.into(),
    };
    let mut files = match kind.as_str() {
        "chung" => Vec::new(),
        _ => match files_of(&kind) {
            Ok(files) => files,
            Err(fault) => return Outcome::of(fault),
        },
    };
    if request.chung || kind == "chung" {
        files.push(("chung.typ".to_owned(), shipped_text(CHUNG).unwrap_or_default().to_owned()));
    }
    let ready: Vec<Ready> = files
        .into_iter()
        .map(|(name, text)| Ready { path: folder.join(name), bytes: text.into_bytes() })
        .collect();
    let own = request.mau.is_none();
    let written = if own { mau_cua_ho_so_la_that(&folder) } else { Ok(()) };
    let written = written.and_then(|()| output::write_new(&ready));
    Outcome::of_files(written.map(|()| ready.into_iter().map(|file| file.path).collect()))
}

/// A hồ sơ's folder of templates is never written through a link, as it is not read through one.
fn mau_cua_ho_so_la_that(folder: &Path) -> Result<(), Diagnostic> {
    if source::la_lien_ket(folder) { Err(source::mau_ra_ngoai(folder)) } else { Ok(()) }
}

/// The template of a shipped kind and, where there is one, its declaration for this kind alone.
fn files_of(kind: &str) -> Result<Vec<(String, String)>, Diagnostic> {
    let typ = |path: &str| shipped_text(path).unwrap_or_default().to_owned();
    if let Some((ten, _)) = CUA_CHUYEN_DI.iter().find(|(ten, _)| *ten == kind) {
        let name = format!("{ten}.typ");
        return Ok(vec![(name.clone(), typ(&format!("/noi-dung/{name}")))]);
    }
    let all = cac_loai(&KhoMau::default());
    let Some((ten, khoa, mau)) = all.iter().find(|(ten, ..)| ten == kind) else {
        return Err(unknown(kind, &all));
    };
    let declared = khai_bao_co_san(&mau.ten).unwrap_or_default();
    Ok(vec![
        (format!("{ten}.typ"), typ(&mau.tep)),
        (format!("{ten}.yaml"), khai_bao_rieng(declared, khoa)),
    ])
}

/// A declaration that may serve several kinds, for one kind and its own template.
fn khai_bao_rieng(text: &str, khoa: &str) -> String {
    let line = |line: &str| match line {
        _ if line.starts_with("mau:") => None,
        _ if line.starts_with("khoa:") => Some(format!("khoa: {khoa}\n")),
        _ => Some(format!("{line}\n")),
    };
    text.lines().filter_map(line).collect()
}

fn unknown(kind: &str, all: &[(String, String, Mau)]) -> Diagnostic {
    let declared = all.iter().map(|(ten, ..)| ten.as_str());
    let known: Vec<&str> = CUA_CHUYEN_DI.iter().map(|(ten, _)| *ten).chain(declared).collect();
    let hint = match nearest(kind, &known) {
        Some(near) => co_phai_la(near),
        None => format!("các mẫu có sẵn: {}, chung", known.join(", ")),
    };
    Diagnostic::error("wrong-use", format!("không có mẫu có sẵn nào tên “{kind}”")).hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_template_can_be_copied() {
        for (ten, _, mau) in cac_loai(&KhoMau::default()) {
            let files = files_of(&ten).unwrap();
            assert_eq!(files.len(), 2);
            assert!(files.iter().all(|(_, text)| !text.is_empty()), "{ten}: {}", mau.ten);
        }
        for (ten, _) in CUA_CHUYEN_DI {
            assert!(!files_of(ten).unwrap()[0].1.is_empty());
        }
    }

    #[test]
    fn a_copied_declaration_is_of_one_kind() {
        let text = khai_bao_rieng("# a\nkhoa: [x, y]\nmau: b.typ\ntruong:\n  - khoa: z\n", "x");
        assert_eq!(text, "# a\nkhoa: x\ntruong:\n  - khoa: z\n");
    }
}
