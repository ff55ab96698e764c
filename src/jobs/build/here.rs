//! The making of one document, the same in a batch's worker and without one.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::faces::cli::BuildArgs;
use crate::jobs::load::{self, HoSo};
use crate::jobs::make::{Order, Sound};
use crate::machine::output::{self, Ready};
use crate::machine::worker::serving::words_of;
use crate::reading::source;

/// How many documents Typst's memory lasts for. `benches/README.md` tells how it was chosen.
pub const MEMORY: usize = 2;

/// Makes and writes one document; the names of its files.
pub(super) fn one(
    order: &Order,
    sound: &Sound,
    folder: &Path,
) -> Result<Vec<String>, Vec<Diagnostic>> {
    let ready = compose(order, sound, folder)?;
    write(sound.ten, &ready).map_err(|fault| vec![fault])
}

/// The files of one document, all of it that is no matter of the disk.
pub(super) fn compose(
    order: &Order,
    sound: &Sound,
    folder: &Path,
) -> Result<Vec<Ready>, Vec<Diagnostic>> {
    // A fault of the program in this document is none in the next.
    let made = catch_unwind(AssertUnwindSafe(|| order.files(sound, folder)));
    typst::comemo::evict(MEMORY);
    made.unwrap_or_else(|panic| Err(vec![crash(sound.ten, &words_of(&*panic))]))
}

/// Writes the files of one document; their names.
pub(super) fn write(ten: &str, ready: &[Ready]) -> Result<Vec<String>, Diagnostic> {
    catch_unwind(AssertUnwindSafe(|| output::write_prepared(ready)))
        .unwrap_or_else(|panic| Err(crash(ten, &words_of(&*panic))))?;
    Ok(ready.iter().map(|file| file.path.display().to_string()).collect())
}

fn crash(ten: &str, words: &str) -> Diagnostic {
    let message = format!("lỗi của chương trình khi soạn “{ten}”: {words}");
    Diagnostic::error("internal", message)
        .hint("gửi dòng trên cùng hồ sơ cho người phụ trách; tệp đang có không bị thay đổi")
}

/// A document that was sound when its hồ sơ was read, and was not there to be made.
pub(super) fn changed(ten: &str, ho_so: &str) -> Diagnostic {
    let message = format!("chưa soạn “{ten}” của “{ho_so}”: hồ sơ vừa bị sửa trong khi đang soạn");
    Diagnostic::error("unreadable-file", message).hint("lưu các tệp cho xong rồi chạy lại")
}

/// What is wrong with a hồ sơ, as far as `build` tells it.
pub(super) fn found(order: &Order, ho_so: &HoSo) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> =
        ho_so.ket_qua.diagnostics.iter().filter(|d| !d.is_note()).cloned().collect();
    found.extend(order.unknown(ho_so).into_iter().map(|name| unknown_document(name, ho_so)));
    found
}

fn unknown_document(name: &str, ho_so: &HoSo) -> Diagnostic {
    let names: Vec<&str> = ho_so.ket_qua.van_ban.iter().map(|t| t.ten.as_str()).collect();
    Diagnostic::error("wrong-use", format!("hồ sơ “{}” không có văn bản “{name}”", ho_so.ten))
        .hint(format!("các văn bản: {}", names.join(", ")))
}

/// Where a hồ sơ's files go: beside its YAML, or into `-o`; with several, each into a folder of its name.
pub(super) fn target(args: &BuildArgs, path: &Path) -> PathBuf {
    match &args.out.output {
        None => load::thu_muc(path),
        Some(dir) if args.ho_so.len() > 1 => dir.join(source::ten_ho_so(path)),
        Some(dir) => dir.clone(),
    }
}

/// Makes the folder ready, once a hồ sơ.
pub(super) fn prepare(args: &BuildArgs, folder: &Path) -> Result<(), Diagnostic> {
    match &args.out.output {
        Some(dir) if dir != folder => output::prepare_inside(folder),
        _ => output::prepare(folder),
    }
}
