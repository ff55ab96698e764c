//! `diff`: two versions of a document, told in sentences or written as a Word file with tracked changes.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::load::{self, Loaded, Shared};
use super::phien_ban::{self, PhienBan};
use super::{Ended, Means, Outcome, duong_dan};
use crate::diagnostic::Diagnostic;
use crate::machine::output::{self, Ready};
use crate::records::phat_hanh::xet::la_ban_phat_hanh;
use crate::word::dau_sua;
use crate::word::so_sanh::{ThayDoi, so_sanh_tep};

/// What to compare. A version is a Word file, a YAML file, or a hồ sơ with all of its documents.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DiffRequest {
    #[serde(with = "duong_dan")]
    pub cu: PathBuf,
    #[serde(with = "duong_dan")]
    pub moi: PathBuf,
    /// The Word file into which the newer version is written with tracked changes.
    #[serde(with = "duong_dan")]
    pub output: Option<PathBuf>,
    /// Each change as a JSON object in place of a sentence.
    pub json: bool,
    pub shared: Shared,
}

/// Changes that are told in one run: nobody reads more.
const KE: usize = 1_000;

/// What is done to two versions.
const VIEC: &str = "so sánh";

/// Compares; the answer has no line if nothing changed.
pub fn diff(request: &DiffRequest, means: &Means) -> Outcome {
    let mut outcome = Outcome::default();
    if let Err(fault) = so_sanh_tat_ca(request, means, &mut outcome) {
        outcome.diagnostics.push(fault);
    }
    // As of old: 0 the same, 1 different, 2 not compared.
    if outcome.co_loi() {
        outcome.at_best = Some(Ended::Unusable);
    }
    outcome
}

fn so_sanh_tat_ca(
    request: &DiffRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Diagnostic> {
    let DiffRequest { cu, moi, output, json, shared } = request;
    let mut loaded = load::shared(shared)?;
    outcome.diagnostics.append(&mut loaded.found);
    let (ban_cu, ban_moi) = (ban(cu, &loaded, means, outcome), ban(moi, &loaded, means, outcome));
    if outcome.co_loi() {
        return Ok(());
    }
    let (pairs, lone) = ghep(&ban_cu, &ban_moi, [cu, moi].map(|path| la_ho_so(path)));
    if let Some(path) = output {
        ghi(path, [cu, moi], &pairs)?;
        outcome.made.push(path.clone());
    }
    for (ten, o_dau) in &lone {
        outcome.lines.push(format!("{ten}: chỉ có ở bản {o_dau}"));
    }
    let several = pairs.len().saturating_add(lone.len()) > 1;
    let mut more = 0_usize;
    for (a, b) in &pairs {
        means.go_on(VIEC, &format!("“{}”", b.ten))?;
        let changes = so_sanh_tep(&a.word, &b.word);
        let room = KE.saturating_sub(outcome.lines.len());
        more = more.saturating_add(changes.len().saturating_sub(room));
        let told = changes.iter().take(room);
        outcome.lines.extend(told.map(|change| dong(change, several.then_some(&b.ten), *json)));
    }
    if more > 0 {
        let message = format!("còn {more} thay đổi nữa không kể ra");
        let hint = "xem hết trong tệp Word có dấu sửa: thêm -o TEP.docx";
        outcome.diagnostics.push(Diagnostic::warning("more-changes", message).hint(hint));
    }
    // The same bytes are the same, whatever is in them.
    let read_whole = |(a, b): &Cap| {
        a.word.goi == b.word.goi || (a.word.chua_doc.is_empty() && b.word.chua_doc.is_empty())
    };
    if !outcome.lines.is_empty() {
        outcome.at_best = Some(Ended::BadData);
    } else if pairs.iter().all(read_whole) {
        outcome.notes.push("hai bản giống nhau".to_owned());
    } else {
        outcome.at_best = Some(Ended::BadData);
        outcome
            .notes
            .push("phần đọc được không khác nhau; còn những chỗ nêu trên phải tự xem".to_owned());
    }
    Ok(())
}

/// The versions that a path names. What is wrong with them is told; a warning only of a Word file.
fn ban(path: &Path, loaded: &Loaded, means: &Means, outcome: &mut Outcome) -> Vec<PhienBan> {
    let (ban, found) = phien_ban::cac_ban(path, loaded, means, VIEC);
    outcome.diagnostics.extend(found.into_iter().filter(Diagnostic::is_error));
    if phien_ban::la_word(path) {
        outcome.diagnostics.extend(ban.first().and_then(|b| phien_ban::con_dau_sua(path, b)));
        outcome.diagnostics.extend(ban.iter().flat_map(|b| phien_ban::chua_doc(path, b)));
    }
    ban
}

/// A change as a line.
fn dong(change: &ThayDoi, ten: Option<&String>, json: bool) -> String {
    if json {
        return serde_json::to_string(change).unwrap_or_default();
    }
    match ten {
        Some(ten) => format!("{ten}: {}", change.cau),
        None => change.cau.clone(),
    }
}

type Cap<'a> = (&'a PhienBan, &'a PhienBan);

/// Whether a path names a hồ sơ with all of its papers, and no single one.
fn la_ho_so(path: &Path) -> bool {
    path.is_dir() && !la_ban_phat_hanh(path)
}

/// One on each side belong together whatever they are called; else the name decides.
fn ghep<'a>(
    cu: &'a [PhienBan],
    moi: &'a [PhienBan],
    [cu_ca, moi_ca]: [bool; 2],
) -> (Vec<Cap<'a>>, Vec<(&'a str, &'static str)>) {
    if let ([a], [b]) = (cu, moi) {
        return (vec![(a, b)], Vec::new());
    }
    let named = |list: &'a [PhienBan], ten: &str| list.iter().find(|ban| ban.ten == ten);
    let pairs = moi.iter().filter_map(|b| Some((named(cu, &b.ten)?, b))).collect();
    // A file against a hồ sơ asks for its own papers only; of two hồ sơ, or two files, each is whole.
    let gone = cu.iter().filter(|a| named(moi, &a.ten).is_none()).map(|a| (a.ten.as_str(), "cũ"));
    let come = moi.iter().filter(|b| named(cu, &b.ten).is_none()).map(|b| (b.ten.as_str(), "mới"));
    let lone = gone.filter(|_| moi_ca || !cu_ca).chain(come.filter(|_| cu_ca || !moi_ca));
    (pairs, lone.collect())
}

/// Writes the tracked changes of the one pair that there is, over neither of the two versions.
fn ghi(path: &Path, versions: [&PathBuf; 2], pairs: &[Cap]) -> Result<(), Diagnostic> {
    let [(cu, moi)] = pairs else {
        let message = format!("-o ghi một văn bản, mà đang so {} văn bản", pairs.len());
        return Err(Diagnostic::error("wrong-use", message)
            .hint("chỉ ra tệp YAML hoặc tệp .docx của một văn bản"));
    };
    if !phien_ban::la_word(path) || versions.iter().any(|version| *version == path) {
        let message = format!("không ghi bản có dấu sửa vào “{}”", path.display());
        return Err(Diagnostic::error("wrong-use", message).hint("đặt một tên .docx khác"));
    }
    let bytes = dau_sua::viet(&cu.word, &moi.word).map_err(|fault| {
        Diagnostic::error("internal", format!("lỗi của chương trình khi ghi dấu sửa: {fault}"))
    })?;
    output::write_all(&[Ready { path: path.to_owned(), bytes }])
}
