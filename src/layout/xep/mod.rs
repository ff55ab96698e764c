//! Xếp: blocks → lines → pages, filled as Word fills them.
//!
//! Everything becomes pieces that stand one below the other and never break ([`Manh`]): a line of a paragraph, a
//! row of a table. A page takes as many as fit, and ends where it may: not within a pair of lines, not after what
//! keeps to the next.

mod bang;
mod cot;
mod doan;
mod ghi_chu;
mod manh;
mod net;
mod trang;

use super::khoi::{Khoi, PhanTrang};
use super::luong::Luong;
use super::trang::{CacTrang, Trang};
use crate::compose::fonts::Fonts;
use crate::model::the_thuc::{GIAY_CAO_MM, GIAY_RONG_MM, TheThuc};
use bang::BangXep;
use manh::Manh;

/// The paper and margins of a section, in pt.
#[derive(Debug, Clone, Copy)]
struct Giay {
    rong: f64,
    cao: f64,
    trai: f64,
    tren: f64,
    /// Width and height of the text.
    rong_chu: f64,
    cao_chu: f64,
}

impl Giay {
    fn moi(t: &TheThuc, ngang: bool) -> Self {
        let pt = super::luong::pt;
        let (a, b) = (pt(GIAY_RONG_MM), pt(GIAY_CAO_MM));
        let (rong, cao) = if ngang { (b, a) } else { (a, b) };
        let (tren, duoi) = (pt(t.le_tren_mm), pt(t.le_duoi_mm));
        let trai = pt(t.le_trai_mm);
        // Word takes the margins, each rounded to twips, from the paper's width.
        let rong_chu = rong - trai - pt(t.le_phai_mm);
        Self { rong, cao, trai, tren, rong_chu, cao_chu: cao - tren - duoi }
    }
}

/// Makes pieces of blocks.
struct Xep<'a> {
    t: &'a TheThuc,
    fonts: &'a Fonts,
    /// Height of the text of a page: what is higher must break.
    cao_chu: f64,
    /// The tables met so far.
    bang: Vec<BangXep>,
}

impl Xep<'_> {
    /// The pieces of `khoi` in a column `rong` wide.
    fn manh(&mut self, khoi: &[Khoi], rong: f64) -> Vec<Manh> {
        let mut out = Vec::new();
        for mot in khoi {
            match mot {
                Khoi::Doan(doan) => self.doan(doan, rong, &mut out),
                Khoi::Gach(gach) => out.push(cot::gach(gach, rong)),
                Khoi::Khung(khung) => out.push(self.khung(khung)),
                Khoi::Trong(cao, giu) => out.push(Manh::trong(*cao, *giu)),
                Khoi::Cot(hang) => out.push(self.hang_cot(hang)),
                Khoi::Bang(bang) => self.xep_bang(bang, rong, &mut out),
                Khoi::O(o) => out.push(cot::o_trong(o)),
            }
        }
        out
    }
}

/// The pages of a flow.
pub fn xep(luong: Luong, t: &TheThuc, fonts: &Fonts) -> CacTrang {
    let Luong { phan, ghi_chu, cau_truc } = luong;
    let mut out = CacTrang { cau_truc, ..CacTrang::default() };
    for phan in &phan {
        let giay = Giay::moi(t, phan.ngang);
        let mut xep = Xep { t, fonts, cao_chu: giay.cao_chu, bang: Vec::new() };
        let manh = xep.manh(&phan.khoi, giay.rong_chu);
        let ghi_chu = ghi_chu::xep(&mut xep, &ghi_chu, &manh, giay.rong_chu);
        let chan = xep.manh(&phan.chan_dau, giay.rong_chu);
        let mut pages = trang::chia(&mut xep, giay, manh, &ghi_chu, chan, &mut out);
        xep.rieng(phan, pages.first_mut());
        out.trang.append(&mut pages);
    }
    out
}

impl Xep<'_> {
    /// What has its own place on the first page of a section.
    fn rieng(&mut self, phan: &PhanTrang, trang: Option<&mut Trang>) {
        let Some(trang) = trang else { return };
        for rieng in &phan.rieng {
            let manh = self.manh(std::slice::from_ref(&rieng.khoi), rieng.rong);
            let mut y = rieng.y;
            for mot in manh {
                y += mot.truoc;
                trang.ve.extend(mot.ve.into_iter().map(|ve| ve.doi(rieng.x, y)));
                y += mot.cao;
            }
        }
    }
}
