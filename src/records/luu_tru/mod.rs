//! Lưu trữ: what goes into an issued PDF besides its pages, so that archives need nothing else: the
//! source that it was made from and the data fields of Phụ lục VI.
//!
//! A source may hold notes that must not leave the house; so nothing is attached unless it is named
//! here, one file at a time.

mod tep_truong;
mod truong;
mod xml;

pub use truong::{SignerInfo, TruongDuLieu};

use crate::diagnostic::Diagnostic;
use crate::model::VanBan;
use crate::reading::source::TepNguon;
use crate::writers::pdf::TepKem;

/// The data fields of `van_ban` and the sources `nguon`, ready to be attached; the fields come first.
/// `so_trang` is what [`crate::writers::pdf::so_trang`] counts. Who has more to tell (order in the dossier,
/// number of copies, urgency) fills a [`TruongDuLieu`] and takes its file.
pub fn dinh_kem(
    van_ban: &VanBan,
    nguon: &[TepNguon],
    so_trang: usize,
) -> Result<Vec<TepKem>, Vec<Diagnostic>> {
    let truong = TruongDuLieu::cua(van_ban, so_trang).tep()?;
    Ok(std::iter::once(truong).chain(nguon.iter().map(TepKem::nguon)).collect())
}
