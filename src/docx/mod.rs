//! From a [`Document`] to the bytes of a Word file that a records clerk can touch up.
//!
//! docx-rs builds text, notes, headers and tables; one pass over its parts ([`pass`]) brings them into
//! the order of the schema and adds what it lacks; styles, lists, settings and properties are our own
//! ([`parts`]). Every component of the decree has its named style, so the paragraphs carry next to no
//! formatting of their own. The same document gives the same bytes on any thread and any machine.

mod chu_thich;
mod cot;
mod counter;
mod cuoi_trang;
mod dau_trang;
mod error;
mod inline;
mod list;
mod package;
mod parts;
mod pass;
mod style_id;
mod than_bai;
mod tieu_de;
mod trang;
mod units;
mod xml;

#[cfg(test)]
mod tests;

use docx_rs::{Docx, XMLDocx};

pub use error::WriteError;

use crate::document::Document;

/// Writes `document` as a Word file.
pub fn write(document: &Document) -> Result<Vec<u8>, WriteError> {
    let built = build(document)?;
    let mut parts = pass::finish(&built)?;
    parts.extend(parts::own(document, built.headers.len())?);
    package::zip(parts)
}

/// The text, as docx-rs builds it.
fn build(document: &Document) -> Result<XMLDocx, WriteError> {
    let the_thuc = &document.the_thuc;
    let docx = trang::set_up(Docx::new(), the_thuc);
    let docx = dau_trang::add(docx, &document.dau_trang, the_thuc);
    let docx = tieu_de::add(docx, &document.tieu_de);
    let docx = than_bai::add(docx, &document.than_bai)?;
    let docx = cuoi_trang::add(docx, &document.cuoi_trang, the_thuc);
    Ok(docx.build())
}
