//! `verify`: do the files still say what the YAML says?

mod dung_lai;
mod phat_hanh;
mod request;

use std::path::{Path, PathBuf};

use super::load::{self, HoSo, Loaded};
use super::phien_ban::{self, PhienBan};
use super::register::{kiem_goi, la_goi};
use super::{Ended, Means, Outcome};
use crate::diagnostic::Diagnostic;
use crate::machine::paths::go_duoc;
use crate::reading::source;
use crate::records::phat_hanh::xet::la_ban_phat_hanh;
use crate::word::so_sanh::so_sanh_tep;
use request::VIEC;

pub use request::VerifyRequest;

/// Reads the files back and tells what no longer agrees. Here the request is taken apart; each part goes on by
/// itself.
pub fn verify(request: &VerifyRequest, means: &Means) -> Outcome {
    let VerifyRequest { ho_so, word, so_sach, shared } = request;
    let mut loaded = match load::shared(shared) {
        Ok(loaded) => loaded,
        Err(fault) => return Outcome::of(fault),
    };
    let diagnostics = std::mem::take(&mut loaded.found);
    let mut outcome = Outcome { diagnostics, ..Outcome::default() };
    let done = if la_goi(ho_so) {
        kiem_goi(ho_so, &mut outcome)
    } else if la_ban_phat_hanh(ho_so) {
        phat_hanh::soat(ho_so, so_sach.as_deref(), &loaded, means, &mut outcome)
    } else {
        cua_ho_so(ho_so, word.as_deref(), &loaded, means, &mut outcome)
    };
    outcome.diagnostics.extend(done.err().unwrap_or_default());
    outcome
}

/// A hồ sơ against one Word file, or against those that lie beside it.
fn cua_ho_so(
    path: &Path,
    word: Option<&Path>,
    loaded: &Loaded,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let ho_so = load::ho_so(path, &loaded.fonts, &loaded.mau)?;
    let (all, faults) = phien_ban::tu_ho_so(&ho_so, loaded, means, VIEC);
    let found = ho_so.ket_qua.diagnostics.iter().filter(|d| d.is_error()).cloned();
    outcome.diagnostics.extend(found.chain(faults));
    match word {
        None => all.iter().for_each(|ban| o_canh(ban, &ho_so, outcome)),
        Some(word) => {
            if let Some(ban) = chon(&all, word).map_err(|fault| vec![fault])? {
                mot_tep(ban, word, path, outcome);
            }
        }
    }
    Ok(())
}

/// The Word file of the same name beside the YAML, if there is one.
fn o_canh(ban: &PhienBan, ho_so: &HoSo, outcome: &mut Outcome) {
    let word: PathBuf = ho_so.thu_muc.join(format!("{}.docx", ban.ten));
    if source::is_file(&word) {
        mot_tep(ban, &word, &ho_so.duong_dan, outcome);
    } else {
        outcome.notes.push(format!("chưa có tệp {}", word.display()));
    }
}

/// The document that a Word file is to agree with: the only one, or the one of its name. None where
/// faults left no document.
fn chon<'a>(all: &'a [PhienBan], word: &Path) -> Result<Option<&'a PhienBan>, Diagnostic> {
    let stem = word.file_stem().map(|ten| ten.to_string_lossy()).unwrap_or_default();
    match all {
        [] => Ok(None),
        [one] => Ok(Some(one)),
        several => match several.iter().find(|ban| ban.ten == stem) {
            Some(ban) => Ok(Some(ban)),
            None => {
                let names: Vec<&str> = several.iter().map(|ban| ban.ten.as_str()).collect();
                let message = format!("không rõ “{}” là văn bản nào của hồ sơ", word.display());
                let hint = format!(
                    "chỉ ra tệp YAML của văn bản, hoặc đặt tên tệp Word là một trong: {}",
                    names.join(", ")
                );
                Err(Diagnostic::error("wrong-use", message).hint(hint))
            }
        },
    }
}

fn mot_tep(ban: &PhienBan, path: &Path, ho_so: &Path, outcome: &mut Outcome) {
    let word = match phien_ban::tu_word(path) {
        Ok(word) => word,
        Err(fault) => return outcome.diagnostics.push(fault),
    };
    outcome.diagnostics.extend(phien_ban::con_dau_sua(path, &word));
    let unread = phien_ban::chua_doc(path, &word);
    let changes = so_sanh_tep(&ban.word, &word.word);
    if changes.is_empty() {
        outcome.lines.push(ket_luan(path, unread.len()));
    }
    if word.word.chua_doc.iter().any(|found| !found.vat.da_doc()) {
        outcome.at_best = Some(Ended::BadData);
    }
    outcome.diagnostics.extend(unread);
    for (i, change) in changes.iter().enumerate() {
        let message = format!("{}: {}", path.display(), change.cau);
        let found = Diagnostic::error("word-edited", message);
        let hint = format!(
            "chỗ sửa đúng thì lấy về tệp YAML: vanthu take-back {} {}; sửa nhầm thì soạn lại, bản đã sửa vẫn được giữ bên cạnh, \
             tên thêm “(đã sửa 1)”",
            go_duoc(path),
            go_duoc(ho_so)
        );
        outcome.diagnostics.push(if i == 0 { found.hint(hint.clone()) } else { found });
    }
}

/// What is said of a file in which no change was found.
fn ket_luan(path: &Path, unread: usize) -> String {
    let shown = path.display();
    match unread {
        0 => format!("{shown}: khớp với hồ sơ"),
        _ => format!("{shown}: phần đọc được không khác hồ sơ; còn những chỗ nêu trên phải tự xem"),
    }
}
