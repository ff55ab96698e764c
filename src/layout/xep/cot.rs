//! Columns side by side, rule lines, frames, places to sign: what is one piece by itself.

use std::sync::Arc;

use super::Xep;
use super::manh::{Manh, cao};
use crate::layout::doan::Canh;
use crate::layout::khoi::{ConDau, Gach, HangCot, KhoiHinh, Khung, OTrong};
use crate::layout::trang::{Anh, Hinh, Khung as KhungVe, Net, ODien, Ve};

impl Xep<'_> {
    /// Columns in a row that never breaks.
    pub(super) fn hang_cot(&mut self, hang: &HangCot) -> Manh {
        let cot: Vec<Vec<Manh>> =
            hang.cot.iter().map(|cot| self.manh(&cot.khoi, cot.rong)).collect();
        let trong = cot.iter().map(|manh| cao(manh)).fold(0.0, f64::max);
        let mut out = Manh { cao: hang.tren + trong, giu: hang.giu_voi_sau, ..Manh::default() };
        let mut x = 0.0;
        for (khoi, manh) in hang.cot.iter().zip(cot) {
            let xuong = if khoi.day { trong - cao(&manh) } else { 0.0 };
            out.nhan(manh, x, hang.tren + xuong);
            x += khoi.rong;
        }
        out
    }

    /// Words in a frame.
    pub(super) fn khung(&mut self, khung: &Khung) -> Manh {
        let doan = crate::layout::khoi::Khoi::doan(khung.doan.clone());
        let manh = self.manh(&[doan], khung.rong);
        let mut out = Manh { cao: khung.cao, giu: true, ..Manh::default() };
        let ve = KhungVe {
            x: 0.0,
            y: 0.0,
            rong: khung.rong,
            cao: khung.cao,
            day: khung.day,
            mau: khung.mau,
        };
        out.ve.push(Ve { la: None, hinh: Hinh::Khung(ve) });
        out.nhan(manh, 0.0, 0.0);
        out
    }

    /// A stamp of its size, whatever is in it.
    pub(super) fn con_dau(&mut self, dau: &ConDau) -> Manh {
        let (ngang, doc) = dau.dem;
        let manh = self.manh(&dau.khoi, (dau.rong - 2.0 * ngang).max(1.0));
        let mut out = Manh { cao: dau.cao, ..Manh::default() };
        let (rong, cao) = (dau.rong, dau.cao);
        let ve = KhungVe { x: 0.0, y: 0.0, rong, cao, day: dau.day, mau: dau.mau };
        out.ve.push(Ve { la: None, hinh: Hinh::Khung(ve) });
        out.nhan(manh, ngang, doc);
        out
    }
}

impl Manh {
    /// Takes pieces into itself, from a corner of its own on.
    pub(super) fn nhan(&mut self, manh: Vec<Self>, x: f64, y: f64) {
        let mut y = y;
        for mot in manh {
            y += mot.truoc;
            self.ve.extend(mot.ve.into_iter().map(|ve| ve.doi(x, y)));
            self.ghi.extend(mot.ghi);
            y += mot.cao;
        }
    }
}

/// A picture in a column `rong` wide.
pub(super) fn hinh(hinh: &KhoiHinh, rong: f64) -> Manh {
    let free = rong - hinh.rong;
    let x = match hinh.canh {
        Canh::Trai | Canh::Deu => 0.0,
        Canh::Giua => free / 2.0,
        Canh::Phai => free,
    };
    let anh = Anh { x, y: 0.0, rong: hinh.rong, cao: hinh.cao, tep: Arc::clone(&hinh.tep) };
    Manh {
        truoc: hinh.truoc,
        cao: hinh.cao + hinh.duoi,
        giu: hinh.giu_voi_sau,
        ve: vec![Ve { la: Some(hinh.la), hinh: Hinh::Anh(anh) }],
        ..Manh::default()
    }
}

/// A rule line in the middle of its strip.
pub(super) fn gach(gach: &Gach, rong: f64) -> Manh {
    let dai = gach.dai.min(rong);
    let x1 = (rong - dai) / 2.0;
    let mut out = Manh { cao: gach.cao, giu: gach.giu_voi_sau, ..Manh::default() };
    if dai > 0.0 {
        let net = Net { x1, x2: x1 + dai, y1: gach.cach, y2: gach.cach, day: gach.day };
        out.ve.push(Ve { la: None, hinh: Hinh::Net(net) });
    }
    out
}

/// A place to sign takes no room: it lies over the clear space that follows.
pub(super) fn o_trong(o: &OTrong) -> Manh {
    let ve = ODien { ten: o.ten.clone(), x: o.x, y: o.y, rong: o.rong, cao: o.cao };
    let ve = vec![Ve { la: Some(o.la), hinh: Hinh::O(ve) }];
    Manh { ve, giu: true, ..Manh::default() }
}
