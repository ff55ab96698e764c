//! The style sheet (`word/styles.xml`), made from the measures that an office's files share.

mod bang;
mod cuoi_trang;
mod dau_trang;
mod defaults;
mod kinh_gui;
mod phu_luc;
mod style;
mod than_bai;

use super::root;
use crate::compose::document::Document;
use crate::model::the_thuc::TheThuc;
use crate::writers::docx::xml::Element;

/// All that the style sheet depends on.
#[derive(PartialEq)]
pub(super) struct Measures {
    the_thuc: TheThuc,
    gach: Gach,
    /// The head has English lines.
    song_ngu: bool,
}

/// How long the rule lines of the head are, in mm. That under a title is each file's own.
#[derive(PartialEq)]
struct Gach {
    co_quan_mm: f64,
    tieu_de_mm: f64,
}

impl Measures {
    pub fn of(document: &Document) -> Self {
        let gach = Gach {
            co_quan_mm: document.dau_trang.gach_co_quan_mm,
            tieu_de_mm: document.dau_trang.gach_tieu_de_mm,
        };
        let song_ngu = document.dau_trang.tieng_anh.is_some();
        Self { the_thuc: document.the_thuc.clone(), gach, song_ngu }
    }
}

/// `word/styles.xml`. The gallery shows our styles in the order of the page.
pub(super) fn part(Measures { the_thuc, gach, song_ngu }: &Measures) -> Element {
    let named = dau_trang::styles(the_thuc, gach)
        .into_iter()
        .chain(song_ngu.then(|| dau_trang::tieng_anh(the_thuc)).into_iter().flatten())
        .chain(kinh_gui::styles(the_thuc))
        .chain(than_bai::styles(the_thuc))
        .chain(bang::text(the_thuc))
        .chain([bang::space_above(the_thuc)])
        .chain(bang::pictures(the_thuc))
        .chain(cuoi_trang::styles(the_thuc))
        .chain(phu_luc::styles(the_thuc))
        .chain(than_bai::characters())
        .chain(kinh_gui::word(the_thuc));
    root("w:styles")
        .child(defaults::doc_defaults(the_thuc))
        .children(defaults::default_styles())
        .children(bang::tables(the_thuc))
        .children(named.zip(1..).map(|(style, priority)| style.finish(priority)))
}
