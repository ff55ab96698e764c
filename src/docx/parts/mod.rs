//! Our own parts: styles, lists, settings, fonts, properties, and what binds the package together.

mod font_table;
mod numbering;
mod properties;
mod relations;
mod settings;
mod styles;

use super::error::WriteError;
use super::package::Parts;
use super::pass::in_order;
use super::xml::{Element, el, write};
use crate::document::Document;

/// Word expects a theme. Ours is plain: black on white, the decree's one font; no style refers to it.
const THEME: &[u8] = include_bytes!("theme.xml");

/// The picture of a signature line before it is signed: one clear pixel.
const O_TRONG: &[u8] = include_bytes!("o-trong.png");

/// The namespace of WordprocessingML, for the roots of our parts.
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// All parts that don't come from docx-rs, for a file with this many headers and footers.
pub(super) fn own(
    document: &Document,
    counts: (usize, usize),
    co_dong_ky: bool,
) -> Result<Parts, WriteError> {
    let the_thuc = &document.the_thuc;
    let trees = [
        ("[Content_Types].xml", relations::content_types(counts, co_dong_ky)),
        ("_rels/.rels", relations::of_package()),
        ("word/_rels/document.xml.rels", relations::of_document(counts, co_dong_ky)),
        ("word/styles.xml", styles::part(document)),
        ("word/numbering.xml", numbering::part(the_thuc)),
        ("word/settings.xml", settings::part(the_thuc)),
        ("word/fontTable.xml", font_table::part()),
        ("docProps/core.xml", properties::core(&document.thong_tin)),
        ("docProps/app.xml", properties::app()),
    ];
    let mut parts = Parts::new();
    for (name, tree) in trees {
        parts.insert(name.to_owned(), write(name, &in_order(tree))?);
    }
    parts.insert("word/theme/theme1.xml".to_owned(), THEME.to_vec());
    if co_dong_ky {
        parts.insert(format!("word/{}", relations::O_TRONG), O_TRONG.to_vec());
    }
    Ok(parts)
}

/// The root of one of Word's parts.
fn root(name: &str) -> Element {
    el(name).attr("xmlns:w", W)
}
