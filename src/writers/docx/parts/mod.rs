//! Our own parts: styles, lists, settings, fonts, properties, and what binds the package together.

mod font_table;
mod numbering;
mod properties;
mod relations;
mod settings;
mod styles;

use super::dau_goc;
use super::error::WriteError;
use super::package::{Packed, Parts, Sum, pack};
use super::pass::hinh::CacTep;
use super::pass::in_order;
use super::xml::{Element, el, write};
use crate::compose::document::{Document, ThongTin};
use crate::machine::recent::Recent;
use crate::model::the_thuc::TheThuc;

/// Word expects a theme. Ours is plain: black on white, the decree's one font; no style refers to it.
const THEME: &[u8] = include_bytes!("theme.xml");

/// The picture of a signature line before it is signed: one clear pixel.
const O_TRONG: &[u8] = include_bytes!("o-trong.png");

/// The namespace of WordprocessingML, for the roots of our parts.
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// What the parts that an office's files share are made from.
#[derive(PartialEq)]
struct Shared {
    the_thuc: TheThuc,
    counts: (usize, usize),
    co_dong_ky: bool,
    hinh: CacTep,
}

static SHARED: Recent<Shared, Packed> = Recent::new(4);
static STYLES: Recent<styles::Measures, Packed> = Recent::new(8);

/// The parts that all files of an office share, for a file with this many headers and footers and these pictures.
pub(super) fn shared(
    the_thuc: &TheThuc,
    counts: (usize, usize),
    co_dong_ky: bool,
    hinh: CacTep,
) -> Result<Packed, WriteError> {
    let from = Shared { the_thuc: the_thuc.clone(), counts, co_dong_ky, hinh };
    SHARED.get_or_make(from, |from| pack(&parts_of(from)?))
}

fn parts_of(Shared { the_thuc, counts, co_dong_ky, hinh }: &Shared) -> Result<Parts, WriteError> {
    let trees = [
        ("[Content_Types].xml", relations::content_types(*counts, *co_dong_ky, hinh)),
        ("_rels/.rels", relations::of_package()),
        ("word/_rels/document.xml.rels", relations::of_document(*counts, *co_dong_ky, hinh)),
        ("word/numbering.xml", numbering::part(the_thuc)),
        ("word/settings.xml", settings::part(the_thuc)),
        ("word/fontTable.xml", font_table::part()),
        ("docProps/app.xml", properties::app()),
        (dau_goc::THUOC_TINH, dau_goc::thuoc_tinh()),
        (dau_goc::QUAN_HE, relations::of_mark()),
    ];
    let mut parts = trees.into_iter().map(written).collect::<Result<Parts, _>>()?;
    parts.insert("word/theme/theme1.xml".to_owned(), THEME.to_vec());
    if *co_dong_ky {
        parts.insert(format!("word/{}", relations::O_TRONG), O_TRONG.to_vec());
    }
    Ok(parts)
}

/// The style sheet. The files of an office share it.
pub(super) fn styles(document: &Document) -> Result<Packed, WriteError> {
    STYLES.get_or_make(styles::Measures::of(document), |measures| {
        pack(&Parts::from([written(("word/styles.xml", styles::part(measures)))?]))
    })
}

/// What a file says of itself.
pub(super) fn core(thong_tin: &ThongTin) -> Result<(String, Vec<u8>), WriteError> {
    written(("docProps/core.xml", properties::core(thong_tin)))
}

/// The part by which the file is known again: a digest of all others, and a mark of each paragraph.
pub(super) fn mark(all: Vec<Sum>, marks: &[String]) -> Result<Vec<u8>, WriteError> {
    let part = dau_goc::phan(&dau_goc::cua_goi(all), marks);
    Ok(written((dau_goc::PHAN, part))?.1)
}

fn written((name, tree): (&str, Element)) -> Result<(String, Vec<u8>), WriteError> {
    Ok((name.to_owned(), write(name, &in_order(tree))?))
}

/// The root of one of Word's parts.
fn root(name: &str) -> Element {
    el(name).attr("xmlns:w", W)
}
