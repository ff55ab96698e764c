//! Hình: a picture in the body or in a cell.

use std::sync::Arc;

use super::{Dung, pt};
use crate::compose::document::Picture;
use crate::layout::doan::{Canh, CaoDong};
use crate::layout::khoi::{Khoi, KhoiHinh};
use crate::layout::trang::Vai;
use crate::model::the_thuc::CO_DONG_HINH_PT;

impl Dung<'_> {
    /// A picture under `cha`, with so much space above.
    pub(super) fn hinh(&mut self, hinh: &Picture, cha: usize, truoc: f64) -> Option<Khoi> {
        let tep = Arc::clone(hinh.tep.as_ref()?);
        let nut = self.cau_truc.them(cha, Vai::Hinh(hinh.mo_ta.clone()));
        let la = self.cau_truc.la(nut);
        let (rong, cao) = hinh.co_mm();
        let (line, base) = CaoDong::Boi(1.0).cua(CO_DONG_HINH_PT);
        Some(Khoi::Hinh(KhoiHinh {
            tep,
            rong: pt(rong),
            cao: pt(cao),
            canh: hinh.canh.map_or(Canh::Giua, Canh::from),
            truoc,
            duoi: line - base,
            la,
            giu_voi_sau: hinh.giu_voi_sau,
        }))
    }
}
