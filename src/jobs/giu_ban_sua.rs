//! Giữ bản sửa: no Word file that somebody has edited is ever written over. It gets a second name beside its own, and
//! who asked for the new one is told.

use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::machine::output::{self, Ready};
use crate::reading::source;
use crate::word::dau_goc::da_sua;

/// Writes files with `write`, keeping edited ones that have their names. What there is to say of those.
pub fn ghi(
    ready: &[Ready],
    write: impl FnOnce(&[Ready]) -> Result<(), Diagnostic>,
) -> Result<Vec<Diagnostic>, Diagnostic> {
    let mut kept = Vec::new();
    for file in ready.iter().filter(|file| co_nguoi_sua(file)) {
        match output::keep_beside(&file.path, &|so| ten_giu(&file.path, so)) {
            Ok(second) => kept.push((file.path.as_path(), second)),
            Err(fault) => {
                kept.iter().for_each(|(_, second)| output::let_go(second));
                return Err(fault);
            }
        }
    }
    if let Err(fault) = write(ready) {
        // The edited files have their own names still.
        kept.iter().for_each(|(_, second)| output::let_go(second));
        return Err(fault);
    }
    Ok(kept.iter().map(|(path, second)| da_giu(path, second)).collect())
}

/// Whether an edited Word file has the name of this one. A link is not followed: it goes, its file stays.
fn co_nguoi_sua(file: &Ready) -> bool {
    let word = file.path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("docx"));
    if !word || !source::is_file(&file.path) || source::la_lien_ket(&file.path) {
        return false;
    }
    // One that can't be read is nobody's to throw away.
    source::read_word(&file.path).map_or(true, |old| old != file.bytes && da_sua(&old))
}

const DAU: &str = " (đã sửa ";

/// `cong-van (đã sửa 1).docx`
fn ten_giu(path: &Path, so: usize) -> String {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    format!("{}{DAU}{so}).docx", stem.unwrap_or_default())
}

/// The name of the paper whose Word file this is, kept or not: `cong-van`.
pub fn ten_goc_cua(path: &Path) -> String {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let kept = stem.rsplit_once(DAU).filter(|(_, so)| {
        so.strip_suffix(')').is_some_and(|so| so.chars().all(|c| c.is_ascii_digit()))
    });
    kept.map_or(stem.clone(), |(name, _)| name.to_owned())
}

/// The edited Word files of a paper that a folder has: those that were kept, and one that is yet to be.
pub fn cac_ban_giu(folder: &Path, giay: &str) -> Vec<String> {
    let goc = source::ten_goc(giay);
    let own = |ten: &&String| {
        let path = folder.join(ten);
        let word = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("docx"));
        let of_paper = ten_goc_cua(&path);
        // A trip's file makes several papers: `dot-1-ke-hoach`.
        let part = of_paper.strip_prefix(goc).and_then(|rest| rest.strip_prefix('-'));
        let part = part.is_some_and(|part| part.starts_with(|c: char| c.is_alphabetic()));
        word && (of_paper == goc || part)
            && source::is_file(&path)
            && !source::la_lien_ket(&path)
            && source::read_word(&path).is_ok_and(|bytes| da_sua(&bytes))
    };
    source::cac_ten(folder).iter().filter(own).cloned().collect()
}

fn da_giu(path: &Path, second: &Path) -> Diagnostic {
    let name = |path: &Path| path.file_name().map(|n| n.to_string_lossy().into_owned());
    let kept = name(second).unwrap_or_default();
    let message = format!(
        "{}: tệp Word cũ đã có người sửa, không ghi đè; giữ lại ở “{kept}”",
        path.display()
    );
    Diagnostic::warning("word-kept", message)
        .hint(format!("lấy các chỗ sửa về hồ sơ: vanthu take-back \"{}\"", second.display()))
}
