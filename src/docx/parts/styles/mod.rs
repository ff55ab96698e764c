//! The style sheet (`word/styles.xml`), made for one document from its measures.

mod bang;
mod cuoi_trang;
mod dau_trang;
mod defaults;
mod kinh_gui;
mod phu_luc;
mod style;
mod than_bai;

use super::root;
use crate::document::Document;
use crate::docx::xml::Element;

/// `word/styles.xml`. The gallery shows our styles in the order of the page.
pub(super) fn part(document: &Document) -> Element {
    let the_thuc = &document.the_thuc;
    let named = dau_trang::styles(document)
        .into_iter()
        .chain(kinh_gui::styles(the_thuc))
        .chain(than_bai::styles(the_thuc))
        .chain(bang::text(the_thuc))
        .chain([bang::space_above(the_thuc)])
        .chain(cuoi_trang::styles(the_thuc))
        .chain(phu_luc::styles(the_thuc))
        .chain(than_bai::characters());
    root("w:styles")
        .child(defaults::doc_defaults(the_thuc))
        .children(defaults::default_styles())
        .child(bang::table(the_thuc))
        .children(named.zip(1..).map(|(style, priority)| style.finish(priority)))
}
