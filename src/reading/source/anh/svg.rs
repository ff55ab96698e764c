//! SVG: whether it can be drawn, and how large it is. Files that it names are not read.

mod nang;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use resvg::usvg::{ImageHrefResolver, Options, Tree};

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

/// As drawn by a browser: a CSS pixel is a 96th of an inch.
pub(super) fn kho(bytes: &[u8]) -> Result<Kho, String> {
    let named = Arc::new(AtomicBool::new(false));
    let mut options = khong_tep_khac();
    let seen = Arc::clone(&named);
    options.image_href_resolver.resolve_string = Box::new(move |_, _| {
        seen.store(true, Ordering::Relaxed);
        None
    });
    let tree = Tree::from_data(bytes, &options).map_err(|_| "tệp SVG hỏng".to_owned())?;
    if named.load(Ordering::Relaxed) {
        return Err(nang::thay("gọi một tệp ảnh khác"));
    }
    ve_duoc(&tree)?;
    let size = tree.size();
    Ok(Kho { rong: f64::from(size.width()), cao: f64::from(size.height()), dpi: DPI_THUONG })
}
