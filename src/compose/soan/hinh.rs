//! Hình: pictures are found and get the size that their place allows.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::compose::anh_svg::ve;
use crate::compose::document::{Block, Picture};
use crate::diagnostic::Diagnostic;
use crate::model::the_thuc::{GIAY_CAO_MM, GIAY_RONG_MM, TheThuc};
use crate::model::{DangAnh, TepAnh, VanBan};

/// What a page needs beside a picture as high as it: a caption, the space above.
const CHUA_MM: f64 = 20.0;
/// Less than a hair.
const SAI_SO_MM: f64 = 0.05;

/// The pictures of a document, and where they are set.
pub struct CacHinh<'a> {
    tep: BTreeMap<&'a str, &'a Arc<TepAnh>>,
    t: &'a TheThuc,
}

impl<'a> CacHinh<'a> {
    pub fn cua(van_ban: &'a VanBan, t: &'a TheThuc) -> Self {
        let tep = van_ban.cac_anh().into_iter().map(|tep| (tep.ten.as_str(), tep)).collect();
        Self { tep, t }
    }

    /// Sets the pictures of blocks on upright pages, or on turned ones. Every one that is too large is told.
    pub fn dat(&self, blocks: &mut [Block], ngang: bool) -> Result<(), Vec<Diagnostic>> {
        let mut faults = Vec::new();
        for block in blocks {
            block.moi_hinh(&mut |hinh, o| faults.extend(self.mot_hinh(hinh, ngang, o).err()));
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    fn mot_hinh(&self, hinh: &mut Picture, ngang: bool, o: Option<f64>) -> Result<(), Diagnostic> {
        let t = self.t;
        let Some(tep) = self.tep.get(hinh.ten.as_str()) else {
            let message = format!("mẫu đặt hình “{}” mà văn bản không có hình ấy", hinh.ten);
            return Err(Diagnostic::error("template", message));
        };
        let giay = if ngang { GIAY_RONG_MM } else { GIAY_CAO_MM };
        let cho_rong = o.map_or(t.rong_chu_cua_mm(ngang), |rong| rong - 2.0 * t.o_cach_mm);
        let cho_cao = giay - t.le_tren_mm - t.le_duoi_mm - CHUA_MM;
        let (rong, cao) = co(hinh, tep, (cho_rong, cho_cao));
        if rong > cho_rong + SAI_SO_MM || cao > cho_cao + SAI_SO_MM {
            return Err(qua_lon(&hinh.ten, (rong, cao), (cho_rong, cho_cao)));
        }
        (hinh.rong_mm, hinh.cao_mm) = (Some(rong), Some(cao));
        hinh.tep = Some(match tep.dang {
            DangAnh::Svg => ve(tep, rong).map(Arc::new).ok_or_else(|| {
                Diagnostic::error("bad-picture", format!("không vẽ được hình “{}”", hinh.ten))
            })?,
            DangAnh::Png | DangAnh::Jpeg => Arc::clone(tep),
        });
        Ok(())
    }
}

/// Width and height in mm: as asked for; what was not asked for follows, and shrinks to the place.
fn co(hinh: &Picture, tep: &TepAnh, (cho_rong, cho_cao): (f64, f64)) -> (f64, f64) {
    let ti_le = tep.ti_le();
    match (hinh.rong_mm, hinh.cao_mm) {
        (Some(rong), Some(cao)) => (rong, cao),
        (Some(rong), None) => (rong, rong * ti_le),
        (None, Some(cao)) => (cao / ti_le, cao),
        (None, None) => {
            let rong = tep.rong_mm().min(cho_rong).min(cho_cao / ti_le);
            (rong, rong * ti_le)
        }
    }
}

fn qua_lon(ten: &str, (rong, cao): (f64, f64), (cho_rong, cho_cao): (f64, f64)) -> Diagnostic {
    let message = format!(
        "hình “{ten}” rộng {rong:.0} mm, cao {cao:.0} mm; chỗ đặt nó rộng {cho_rong:.0} mm, cao {cho_cao:.0} mm"
    );
    Diagnostic::error("bad-picture", message)
        .hint("ghi kích thước nhỏ hơn sau hình, ví dụ {rộng 120mm}; không ghi thì chương trình tự thu cho vừa")
}
