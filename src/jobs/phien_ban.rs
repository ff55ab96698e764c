//! Bản: a version of a document, from YAML or from a Word file, as it is compared.

use std::path::Path;

use super::Means;
use super::load::{self, Loaded};
use super::make::{Format, Order};
use crate::diagnostic::Diagnostic;
use crate::reading::source;
use crate::word::doc_word::{self, TepWord};
use crate::writers::pdf::PdfChoice;

/// A version and the name of its files, without ending.
pub struct PhienBan {
    pub ten: String,
    pub word: TepWord,
}

/// All versions that a path names: one for a Word file, one for each document of a hồ sơ. With what
/// was found in the hồ sơ; a document with a fault has no version. `viec` is what is to be done to them.
pub fn cac_ban(
    path: &Path,
    loaded: &Loaded,
    means: &Means,
    viec: &str,
) -> (Vec<PhienBan>, Vec<Diagnostic>) {
    if la_word(path) {
        return match tu_word(path) {
            Ok(ban) => (vec![ban], Vec::new()),
            Err(fault) => (Vec::new(), vec![fault]),
        };
    }
    match load::ho_so(path, &loaded.fonts, &loaded.mau) {
        Ok(ho_so) => {
            let (ban, faults) = tu_ho_so(&ho_so, loaded, means, viec);
            let found = ho_so.ket_qua.diagnostics.into_iter().chain(faults);
            (ban, found.collect())
        }
        Err(faults) => (Vec::new(), faults),
    }
}

/// The sound documents of a hồ sơ, each as the Word file that it makes.
pub fn tu_ho_so(
    ho_so: &load::HoSo,
    loaded: &Loaded,
    means: &Means,
    viec: &str,
) -> (Vec<PhienBan>, Vec<Diagnostic>) {
    let order = Order {
        formats: &[Format::Docx],
        only: &[],
        fonts: &loaded.fonts,
        compiler: means.compiler,
        pdf: PdfChoice::default(),
        phu_luc_rieng: false,
    };
    let (mut out, mut faults) = (Vec::new(), Vec::new());
    let sound = order.pick(ho_so);
    means.progress.more(sound.len());
    for sound in sound {
        let next = means.next(viec, sound.ten, &ho_so.duong_dan).map_err(|left| vec![left]);
        let files = match next.and_then(|()| order.files(&sound, Path::new(""))) {
            Ok(made) => made.tep,
            Err(found) => {
                faults.extend(found);
                continue;
            }
        };
        for file in files {
            match doc_word::doc(&file.bytes) {
                Ok(word) => out.push(PhienBan { ten: sound.ten.to_owned(), word }),
                Err(why) => {
                    let message = format!("lỗi của chương trình: tệp Word vừa soạn {why}");
                    faults.push(Diagnostic::error("internal", message));
                }
            }
        }
    }
    (out, faults)
}

/// A Word file as a version.
pub fn tu_word(path: &Path) -> Result<PhienBan, Diagnostic> {
    let bytes = source::read_word(path)?;
    let word = doc_word::doc(&bytes).map_err(|why| {
        Diagnostic::error("bad-word", format!("{} {why}", path.display()))
            .hint("mở tệp bằng Word hay LibreOffice, lưu lại thành .docx không có mật khẩu")
    })?;
    let ten = path.file_stem().map(|ten| ten.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(PhienBan { ten, word })
}

/// A Word file as a version in Unicode, and what to tell of one that had letters of an old set.
pub fn tu_word_unicode(path: &Path) -> Result<(PhienBan, Option<String>), Diagnostic> {
    let ban = tu_word(path)?;
    let Ok(Some(moi)) = doc_word::sang_unicode(&ban.word) else { return Ok((ban, None)) };
    let sets: Vec<&str> = moi.bang_ma.iter().map(|bang_ma| bang_ma.ten()).collect();
    let note = format!(
        "chữ gõ bằng bảng mã {} được đổi sang Unicode ({} chỗ); đọc lại tên riêng",
        sets.join(" và "),
        moi.so_cho
    );
    Ok((PhienBan { word: moi.word, ..ban }, Some(note)))
}

/// Tells of changes in a Word file that are tracked and still open: they are read as accepted.
pub fn con_dau_sua(path: &Path, ban: &PhienBan) -> Option<Diagnostic> {
    let message = format!("{} còn dấu sửa (Track Changes)", path.display());
    ban.word.co_dau_sua.then(|| {
        Diagnostic::warning("tracked-changes", message)
            .hint("được đọc như đã chấp nhận hết; bản chính thức thì chấp nhận hoặc từ chối từng chỗ rồi lưu")
    })
}

/// The most that is told of a file one by one; a file full of them has the same cause.
const KE: usize = 20;

/// Tells of what a Word file holds and the reader does not read: whoever compares can't say that it is
/// the same.
pub fn chua_doc(path: &Path, ban: &PhienBan) -> Vec<Diagnostic> {
    chua_doc_cua(path, &ban.word)
}

/// The same of a file that was read otherwise.
pub fn chua_doc_cua(path: &Path, word: &TepWord) -> Vec<Diagnostic> {
    let all = &word.chua_doc;
    let mut out: Vec<Diagnostic> = all
        .iter()
        .take(KE)
        .map(|found| {
            let message = format!("{}: {found}", path.display());
            match found.vat.da_doc() {
                true => Diagnostic::warning("word-comment", message)
                    .hint("nhận xét cũng được in ra; xem xong thì xoá trong Word: Review → Delete"),
                false => Diagnostic::warning("word-unread", message)
                    .hint("chương trình không đối chiếu được chỗ này; mở bằng Word mà xem, hoặc gõ lại thành chữ thường"),
            }
        })
        .collect();
    let left = all.len().saturating_sub(KE);
    if left > 0 {
        let message = format!("{}: và {left} chỗ nữa như vậy", path.display());
        out.push(Diagnostic::warning("word-unread", message));
    }
    out
}

pub fn la_word(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("docx"))
}
