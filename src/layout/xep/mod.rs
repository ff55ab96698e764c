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

use super::doan::Doan;
use super::giay::Giay;
use super::khoi::{Khoi, PhanTrang, Rieng};
use super::luong::{Luong, pt};
use super::trang::{CacTrang, CauTruc, DoanChu, Hinh, Trang, Ve};
use crate::compose::fonts::Fonts;
use crate::model::the_thuc::TheThuc;
use bang::BangXep;
use manh::Manh;

/// Makes pieces of blocks.
struct Xep<'a> {
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
        let mut sang_trang = false;
        for mot in khoi {
            let at = out.len();
            match mot {
                Khoi::Doan(doan) => self.doan(doan, rong, &mut out),
                Khoi::Gach(gach) => out.push(cot::gach(gach, rong)),
                Khoi::Khung(khung) => out.push(self.khung(khung)),
                Khoi::ConDau(con_dau) => out.push(self.con_dau(con_dau)),
                Khoi::Trong(cao, giu) => out.push(Manh::trong(*cao, *giu)),
                Khoi::Cot(hang) => out.push(self.hang_cot(hang)),
                Khoi::Bang(bang) => self.xep_bang(bang, &mut out),
                Khoi::Hinh(hinh) => out.push(cot::hinh(hinh, rong)),
                Khoi::O(o) => out.push(cot::o_trong(o)),
                Khoi::SangTrang => sang_trang = true,
            }
            if let (true, Some(first)) = (sang_trang, out.get_mut(at)) {
                first.sang_trang = true;
                sang_trang = false;
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
        them_phan(phan, Giay::cua(t, phan.ngang), &ghi_chu, fonts, &mut out);
    }
    if t.in_hai_mat {
        doi_mat_sau(&mut out, pt(t.le_phai_mm) - pt(t.le_trai_mm));
    }
    out
}

/// Moves what stands on backs. A back is every second page of the file, since that is what comes out of a printer.
/// Word goes by the number that a page bears, and lets no page 1 stand on a back: before an appendix it prints an
/// empty page where it has to. The PDF has no such page, so such an appendix begins on a back, with a back's margins.
fn doi_mat_sau(pages: &mut CacTrang, dx: f64) {
    for trang in pages.trang.iter_mut().skip(1).step_by(2) {
        let ve = std::mem::take(&mut trang.ve);
        trang.ve = ve.into_iter().map(|mot| mot.doi(dx, 0.0)).collect();
    }
}

/// The pages of blocks on paper of their own, for what is no document.
pub fn to_roi(khoi: Vec<Khoi>, cau_truc: CauTruc, giay: Giay, fonts: &Fonts) -> CacTrang {
    let mut out = CacTrang { cau_truc, ..CacTrang::default() };
    let phan = PhanTrang {
        ngang: giay.rong > giay.cao,
        khoi,
        chan_dau: Vec::new(),
        rieng: Vec::new(),
        rieng_cuoi: Vec::new(),
        nut: 0,
    };
    them_phan(&phan, giay, &[], fonts, &mut out);
    out
}

/// Paragraphs laid out in a column of their own.
#[derive(Debug, Clone, PartialEq)]
pub struct CotChu {
    /// How high they are together.
    pub cao: f64,
    ve: Vec<Ve>,
}

/// Lays out paragraphs in a column `rong` wide that nothing ends.
pub fn cot_chu(doan: Vec<Doan>, rong: f64, fonts: &Fonts) -> CotChu {
    let khoi: Vec<Khoi> = doan.into_iter().map(Khoi::doan).collect();
    let mut xep = Xep { fonts, cao_chu: f64::INFINITY, bang: Vec::new() };
    let manh = xep.manh(&khoi, rong);
    let cao = manh::cao(&manh);
    let mut all = Manh::default();
    all.nhan(manh, 0.0, 0.0);
    CotChu { cao, ve: all.ve }
}

impl CotChu {
    /// What it draws where its upper left corner is at `x`, `y`.
    pub fn tai(self, x: f64, y: f64) -> impl Iterator<Item = Ve> {
        self.ve.into_iter().map(move |ve| ve.doi(x, y))
    }
}

/// Adds the pages of a section.
fn them_phan(
    phan: &PhanTrang,
    giay: Giay,
    ghi_chu: &[Vec<Khoi>],
    fonts: &Fonts,
    out: &mut CacTrang,
) {
    let rong = giay.rong_chu();
    let mut xep = Xep { fonts, cao_chu: giay.cao_chu(), bang: Vec::new() };
    let manh = xep.manh(&phan.khoi, rong);
    let ghi_chu = ghi_chu::xep(&mut xep, ghi_chu, &manh, rong);
    let chan = xep.manh(&phan.chan_dau, rong);
    let mut pages = trang::chia(&mut xep, giay, manh, &ghi_chu, chan, out);
    xep.rieng(&phan.rieng, pages.first_mut());
    xep.rieng(&phan.rieng_cuoi, pages.last_mut());
    out.trang.append(&mut pages);
}

impl Xep<'_> {
    /// What has its own place on a page.
    fn rieng(&mut self, rieng: &[Rieng], trang: Option<&mut Trang>) {
        let Some(trang) = trang else { return };
        for rieng in rieng {
            let manh = self.manh(std::slice::from_ref(&rieng.khoi), rieng.rong);
            let mut y = rieng.y;
            for mot in manh {
                y += mot.truoc;
                trang.ve.extend(mot.ve.into_iter().map(|ve| o_le(ve).doi(rieng.x, y)));
                y += mot.cao;
            }
        }
    }
}

/// Its words, which have their place in the paper's margin.
fn o_le(ve: Ve) -> Ve {
    let hinh = match ve.hinh {
        Hinh::Chu(chu) => Hinh::Chu(DoanChu { ngoai_le: true, ..chu }),
        other => other,
    };
    Ve { hinh, ..ve }
}
