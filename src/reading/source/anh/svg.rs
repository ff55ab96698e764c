//! SVG: whether it can be drawn, and how large it is. Files that it names are not read.

mod nang;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use resvg::usvg::{ImageHrefResolver, ImageKind, Options, Tree};

use super::Kho;
use crate::model::anh::DPI_THUONG;
pub use nang::ve_duoc;

/// How a drawing is read: with what is inside it alone.
pub fn khong_tep_khac<'a>() -> Options<'a> {
    Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: ImageHrefResolver::default_data_resolver(),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    }
}

/// The same; of a picture that would be left out without a word it is told.
fn bao_anh<'a>(missing: &Arc<AtomicBool>) -> Options<'a> {
    let inside = ImageHrefResolver::default_data_resolver();
    let (seen, named) = (Arc::clone(missing), Arc::clone(missing));
    let mut options = khong_tep_khac();
    options.image_href_resolver.resolve_data = Box::new(move |kind, data, options| {
        let found = inside(kind, data, options);
        if !matches!(found, Some(ImageKind::SVG(_))) {
            seen.store(true, Ordering::Relaxed);
        }
        found
    });
    options.image_href_resolver.resolve_string = Box::new(move |_, _| {
        named.store(true, Ordering::Relaxed);
        None
    });
    options
}

/// As drawn by a browser: a CSS pixel is a 96th of an inch.
pub(super) fn kho(bytes: &[u8]) -> Result<Kho, String> {
    let missing = Arc::new(AtomicBool::new(false));
    let options = bao_anh(&missing);
    let tree = Tree::from_data(bytes, &options).map_err(|_| "tệp SVG hỏng".to_owned())?;
    if missing.load(Ordering::Relaxed) {
        return Err(nang::thay("có ảnh chụp nằm bên trong, hay gọi một tệp ảnh khác,"));
    }
    ve_duoc(&tree)?;
    let size = tree.size();
    Ok(Kho { rong: f64::from(size.width()), cao: f64::from(size.height()), dpi: DPI_THUONG })
}
