//! Two versions of a document → the newer one as a Word file with tracked changes against the older.
//!
//! Whoever accepts all changes in Word has the text of the newer, whoever rejects all has that of the
//! older. What [`so_sanh`](crate::word::so_sanh) takes for the same text is left as the newer has it, and looks are not tracked.
//! A paragraph that changed loses its links, because its runs are set anew; what is not known in it stays
//! where it was.

mod but;
mod cuoi;
mod doan;
mod sao;
mod vet;

#[cfg(test)]
mod tests;

use crate::word::doc_word::TepWord;
use crate::writers::docx::package;
use crate::writers::docx::xml::{Element, Node, write};
use but::But;

/// What went wrong: a fault of the program, or text that no Word file can hold.
pub use crate::writers::docx::WriteError;

/// Who made the changes, as Word shows it.
pub const TAC_GIA: &str = "vanthu";

/// The newer version as a Word file with its changes against `cu` marked.
pub fn viet(cu: &TepWord, moi: &TepWord) -> Result<Vec<u8>, WriteError> {
    let mut but = But::moi(cu, moi);
    but.so(&cu.khoi, &moi.khoi);
    let (than, chu_thich) = but.ap_dung();
    let main = moi.goi.chinh().to_owned();
    let mut parts = vec![(main.clone(), write(&main, &than)?)];
    if let (Some(tree), Some(name)) = (chu_thich, moi.goi.lien_quan("footnotes")) {
        parts.push((name.to_owned(), write(name, &tree)?));
    }
    let parts = moi
        .goi
        .clone()
        .thay(parts)
        .map_err(|why| WriteError::BadXml { part: main, reason: why.to_string() })?;
    package::zip(&parts)
}

/// The elements of a tree with every number that marks of changes and bookmarks have.
fn so_lon_nhat(root: &Element) -> u64 {
    let here = root.get("w:id").and_then(|id| id.parse().ok()).unwrap_or(0);
    root.elements().map(so_lon_nhat).fold(here, u64::max)
}

fn phan_tu(element: Element) -> Node {
    Node::Element(element)
}
