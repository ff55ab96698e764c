//! Where lines and pages are decided, as Word decides them: a pure function from a [`Document`] and faces to
//! [`CacTrang`].
//!
//! [`luong`] makes of the document the blocks that the Word file has → [`dong`] breaks the lines of a paragraph →
//! [`xep`] fills pages → [`trang`] is what the writers draw.

pub mod doan;
pub mod dong;
pub mod giay;
pub mod khoi;
pub mod luong;
pub mod trang;
pub mod trong_giay;
pub mod tu_dai;
mod xep;

use crate::compose::document::Document;
use crate::compose::fonts::Fonts;
use luong::Chon;
use trang::CacTrang;
pub use xep::{CotChu, cot_chu, to_roi};

/// The pages of a document, or of a part of it.
pub fn trang(document: &Document, fonts: &Fonts, chon: Chon) -> CacTrang {
    xep::xep(luong::luong(document, chon), &document.the_thuc, fonts)
}
