//! Hình: pictures, each in the file once however often it is shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use krilla::geom::{Size, Transform};
use krilla::image::Image;
use krilla::surface::Surface;

use super::{cho, internal};
use crate::diagnostic::Diagnostic;
use crate::layout::trang::{Anh, Hinh, Trang};
use crate::model::{DangAnh, TepAnh};

/// The pictures of the pages by name, as the PDF library has read them.
pub(super) struct CacAnh(BTreeMap<String, Image>);

impl CacAnh {
    pub(super) fn new(trang: &[Trang]) -> Result<Self, Vec<Diagnostic>> {
        let mut out = BTreeMap::new();
        for ve in trang.iter().flat_map(|trang| &trang.ve) {
            let Hinh::Anh(anh) = &ve.hinh else { continue };
            if !out.contains_key(&anh.tep.ten) {
                out.insert(anh.tep.ten.clone(), doc(&anh.tep)?);
            }
        }
        Ok(Self(out))
    }
}

/// The bytes of a picture, which it and the file share.
struct CuaTep(Arc<TepAnh>);

impl AsRef<[u8]> for CuaTep {
    fn as_ref(&self) -> &[u8] {
        &self.0.bytes
    }
}

fn doc(tep: &Arc<TepAnh>) -> Result<Image, Vec<Diagnostic>> {
    // The archive's standard allows no smoothing (ISO 19005-2, 6.2.8).
    let data: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(CuaTep(Arc::clone(tep)));
    let data = data.into();
    let read = match tep.dang {
        DangAnh::Jpeg => Image::from_jpeg(data, false),
        DangAnh::Png | DangAnh::Svg => Image::from_png(data, false),
    };
    read.map_err(|why| internal(&format!("hình “{}”: {why}", tep.ten)))
}

pub(super) fn ve(mat: &mut Surface, anh: &Anh, cac_anh: &CacAnh) {
    let Some(image) = cac_anh.0.get(&anh.tep.ten) else { return };
    let Some(size) = Size::from_wh(cho(anh.rong), cho(anh.cao)) else { return };
    mat.push_transform(&Transform::from_translate(cho(anh.x), cho(anh.y)));
    mat.draw_image(image.clone(), size);
    mat.pop();
}
