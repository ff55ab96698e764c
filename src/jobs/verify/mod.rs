//! `verify`: do the files still say what the YAML says?

mod dong_so;
mod dung_lai;
mod phat_hanh;

use std::path::{Path, PathBuf};

use super::phien_ban::{self, PhienBan};
use super::tep_phat_hanh::DungCu;
use super::{Report, load};
use crate::compose::compile::Compiler;
use crate::diagnostic::Diagnostic;
use crate::faces::cli::VerifyArgs;
use crate::reading::source;
use crate::word::so_sanh::so_sanh;

/// Reads the Word files back and tells what no longer agrees.
pub fn verify(args: &VerifyArgs, compiler: &dyn Compiler) -> Report {
    let mut report = Report::default();
    if let Err(fault) = ho_so(args, compiler, &mut report) {
        report.diagnostics.push(fault);
    }
    report
}

fn ho_so(
    args: &VerifyArgs,
    compiler: &dyn Compiler,
    report: &mut Report,
) -> Result<(), Diagnostic> {
    let fonts = load::fonts(args.common.fonts.as_deref())?;
    let (mau_chung, found) = load::mau_chung(args.common.mau.as_deref())?;
    report.diagnostics.extend(found);
    if source::co_bang_ke(&args.ho_so) {
        let dung_cu = DungCu { fonts: &fonts, compiler };
        let found = phat_hanh::soat(args, &mau_chung, dung_cu, report).err();
        report.diagnostics.extend(found.into_iter().flatten());
        return Ok(());
    }
    let ho_so = match load::ho_so(&args.ho_so, &fonts, &mau_chung) {
        Ok(ho_so) => ho_so,
        Err(found) => {
            report.diagnostics.extend(found);
            return Ok(());
        }
    };
    let (all, faults) = phien_ban::tu_ho_so(&ho_so, &fonts, compiler);
    let found = ho_so.ket_qua.diagnostics.iter().filter(|d| d.is_error()).cloned();
    report.diagnostics.extend(found.chain(faults));
    if let Some(word) = &args.word {
        if let Some(ban) = chon(&all, word)? {
            mot_tep(ban, word, report);
        }
        return Ok(());
    }
    for ban in &all {
        let word: PathBuf = ho_so.thu_muc.join(format!("{}.docx", ban.ten));
        if source::is_file(&word) {
            mot_tep(ban, &word, report);
        } else {
            report.notes.push(format!("chưa có tệp {}", word.display()));
        }
    }
    Ok(())
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

fn mot_tep(ban: &PhienBan, path: &Path, report: &mut Report) {
    let word = match phien_ban::tu_word(path) {
        Ok(word) => word,
        Err(fault) => return report.diagnostics.push(fault),
    };
    report.diagnostics.extend(phien_ban::con_dau_sua(path, &word));
    let changes = so_sanh(&ban.word.khoi, &word.word.khoi);
    if changes.is_empty() {
        report.lines.push(format!("{}: khớp với hồ sơ", path.display()));
    }
    for (i, change) in changes.iter().enumerate() {
        let message = format!("{}: {}", path.display(), change.cau);
        let found = Diagnostic::error("word-edited", message);
        let hint = "chỗ sửa đúng thì đưa vào tệp YAML rồi soạn lại; sửa nhầm thì soạn lại là mất";
        report.diagnostics.push(if i == 0 { found.hint(hint) } else { found });
    }
}
