//! `check`: load → check → render; writes nothing, unless what is sure is to be put right. Anybody's Word file is held
//! against the decree's layout and the rules about wording.

mod fix;
mod word;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::load::{self, HoSo, Loaded, Shared};
use super::phien_ban::la_word;
use super::{Means, Outcome, duong_dan};
use crate::compose::soan::{OwnTemplates, soan};
use crate::diagnostic::Diagnostic;
use crate::jobs::make::trang_co_gi;
use crate::machine::paths::go_duoc;
use crate::reading::source;
use crate::rules::soat::dat_cho;

/// What to check.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CheckRequest {
    /// Folders, or single YAML files of documents.
    #[serde(with = "duong_dan")]
    pub ho_so: Vec<PathBuf>,
    /// Whether what is sure about the text is put right first, in the files.
    pub fix: bool,
    /// A copy of the Word file, with a comment at each finding.
    #[serde(default, with = "duong_dan")]
    pub comments: Option<PathBuf>,
    pub shared: Shared,
}

/// What is done to a document.
const VIEC: &str = "kiểm tra";

/// Reads and checks all, words and templates included.
pub fn check(request: &CheckRequest, means: &Means) -> Outcome {
    let mut outcome = Outcome::default();
    if let Err(fault) = check_all(request, means, &mut outcome) {
        return Outcome::of(fault);
    }
    let sure = outcome.diagnostics.iter().filter(|d| !d.fix.is_empty()).count();
    if sure > 0 {
        let all: Vec<String> = request.ho_so.iter().map(|path| go_duoc(path)).collect();
        let all = all.join(" ");
        outcome
            .notes
            .push(format!("{sure} phát hiện sửa được bằng lệnh: vanthu check --fix {all}"));
    }
    if outcome.diagnostics.is_empty() {
        outcome.notes.push("đã kiểm tra, không có gì phải sửa".to_owned());
    }
    outcome
}

fn check_all(
    request: &CheckRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Diagnostic> {
    if let Some(fault) = source::ten_bi_tach(&request.ho_so) {
        return Err(fault);
    }
    word::check(request, means, outcome)?;
    let ho_so: Vec<&PathBuf> = request.ho_so.iter().filter(|path| !la_word(path)).collect();
    if ho_so.is_empty() {
        return Ok(());
    }
    let mut loaded = load::shared(&request.shared)?;
    outcome.diagnostics.append(&mut loaded.found);
    for path in ho_so.iter().filter(|_| request.fix) {
        match each(path, means) {
            Ok(()) => fix::fix(path, (&loaded.fonts, &loaded.mau), outcome),
            // The check that follows tells of it.
            Err(_) => break,
        }
    }
    let mut all = Vec::new();
    for path in ho_so {
        let read = each(path, means).map_err(|left| vec![left]);
        match read.and_then(|()| load::ho_so(path, &loaded.fonts, &loaded.mau)) {
            Ok(ho_so) => all.push(ho_so),
            Err(found) => outcome.diagnostics.extend(found),
        }
    }
    all.iter().for_each(|ho_so| one(ho_so, &loaded, means, outcome));
    Ok(())
}

/// Goes on to the next hồ sơ, unless the job was cancelled.
fn each(path: &Path, means: &Means) -> Result<(), Diagnostic> {
    means.go_on(VIEC, &format!("“{}”", path.display()))
}

/// What there is to say of a hồ sơ and of each of its documents as it comes out.
fn one(ho_so: &HoSo, loaded: &Loaded, means: &Means, outcome: &mut Outcome) {
    outcome.diagnostics.extend(ho_so.ket_qua.diagnostics.iter().cloned());
    outcome.notes.extend(ho_so.ket_qua.ghi_chu.iter().cloned());
    let own = OwnTemplates { files: &ho_so.mau, compiler: means.compiler };
    let sound = ho_so.ket_qua.van_ban.iter().filter_map(|t| Some((&t.ten, t.van_ban.as_ref()?)));
    let sound: Vec<_> = sound.collect();
    means.progress.more(sound.len());
    for (ten, van_ban) in sound {
        let composed = means.next(VIEC, ten, &ho_so.duong_dan).map_err(|left| vec![left]);
        let composed = composed.and_then(|()| soan(van_ban, &loaded.fonts, Some(own)));
        let found = composed.and_then(|document| trang_co_gi(&document, &loaded.fonts));
        let found = found.unwrap_or_else(|faults| faults);
        outcome.diagnostics.extend(dat_cho(found, &ho_so.tep));
    }
}
