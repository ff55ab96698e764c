//! Hình vẽ SVG: drawn as dots, once for both formats, with our own faces and no file of the machine.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};

use super::fonts::Fonts;
use crate::model::{DangAnh, TepAnh};
use crate::reading::source::{khong_tep_khac, svg_ve_duoc};

/// Office printers have twice as many; nobody sees them.
const DPI: f64 = 300.0;
const MM_MOI_INCH: f64 = 25.4;

static PHONG: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut out = Database::new();
    for tep in Fonts::tep_dong_goi() {
        out.load_font_source(Source::Binary(Arc::new(tep)));
    }
    out.set_serif_family(HO);
    out.set_sans_serif_family(HO);
    Arc::new(out)
});

const HO: &str = "Liberation Serif";

/// The drawing as a PNG for a width of `rong_mm`; none if it can't be drawn.
pub(super) fn ve(tep: &TepAnh, rong_mm: f64) -> Option<TepAnh> {
    let options =
        Options { font_family: HO.to_owned(), fontdb: Arc::clone(&PHONG), ..khong_tep_khac() };
    let tree = Tree::from_data(&tep.bytes, &options).ok()?;
    // With its letters, of which the one who read the file had no faces.
    svg_ve_duoc(&tree).ok()?;
    let rong = (rong_mm / MM_MOI_INCH * DPI).round().clamp(1.0, 10_000.0);
    let cao = (rong * tep.ti_le()).round().clamp(1.0, 10_000.0);
    let mut dots = Pixmap::new(rong as u32, cao as u32)?;
    let (x, y) = (rong as f32 / tree.size().width(), cao as f32 / tree.size().height());
    resvg::render(&tree, Transform::from_scale(x, y), &mut dots.as_mut());
    let bytes = dots.encode_png().ok()?;
    let ten = tep.ten.clone();
    Some(TepAnh { ten, dang: DangAnh::Png, bytes, rong_px: rong, cao_px: cao, dpi: DPI })
}
