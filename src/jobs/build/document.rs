//! The making of one document, the same in a batch's worker and without one.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::jobs::giu_ban_sua;
use crate::jobs::make::{DaSoan, Order, Sound};
use crate::machine::output::{self, Ready};
use crate::machine::worker::serving::words_of;

/// How many documents Typst's memory lasts for. `benches/README.md` tells how it was chosen.
pub const MEMORY: usize = 2;

/// Makes and writes one document; its files, and what there is to say of it.
pub(super) fn make(
    order: &Order,
    sound: &Sound,
    folder: &Path,
) -> Result<(Vec<PathBuf>, Vec<Diagnostic>), Vec<Diagnostic>> {
    let DaSoan { tep, mut canh_bao } = compose(order, sound, folder)?;
    let (made, kept) = write(sound.ten, &tep).map_err(|fault| vec![fault])?;
    canh_bao.extend(kept);
    Ok((made, canh_bao))
}

/// The files of one document, all of it that is no matter of the disk.
pub(super) fn compose(
    order: &Order,
    sound: &Sound,
    folder: &Path,
) -> Result<DaSoan, Vec<Diagnostic>> {
    // A fault of the program in this document is none in the next.
    let made = catch_unwind(AssertUnwindSafe(|| order.files(sound, folder)));
    typst::comemo::evict(MEMORY);
    made.unwrap_or_else(|panic| Err(vec![crash(sound.ten, &words_of(&*panic))]))
}

/// Writes the files of one document; where they are, and what is to be told of the ones that were there.
pub(super) fn write(
    ten: &str,
    ready: &[Ready],
) -> Result<(Vec<PathBuf>, Vec<Diagnostic>), Diagnostic> {
    let kept = catch_unwind(AssertUnwindSafe(|| giu_ban_sua::ghi(ready, output::write_prepared)))
        .unwrap_or_else(|panic| Err(crash(ten, &words_of(&*panic))))?;
    Ok((ready.iter().map(|file| file.path.clone()).collect(), kept))
}

fn crash(ten: &str, words: &str) -> Diagnostic {
    let message = format!("lỗi của chương trình khi soạn “{ten}”: {words}");
    Diagnostic::error("internal", message)
        .hint("gửi dòng trên cùng hồ sơ cho người phụ trách; tệp đang có không bị thay đổi")
}
