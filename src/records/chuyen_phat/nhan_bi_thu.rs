//! Nhãn bì thư: sheets of labels for the envelopes of those who get paper, fourteen on an A4 sheet as shops
//! sell them.

use super::DonGui;
use super::to_roi::{manh, pt, thanh_pdf};
use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::layout::doan::{CaoDong, Doan, Manh};
use crate::layout::giay::{Giay, Le};
use crate::layout::trang::{CacTrang, La, Trang, Vai};
use crate::layout::{CotChu, cot_chu};

const TEN: &str = "Nhãn bì thư";

/// Columns and rows of a sheet.
const SO_COT: usize = 2;
const SO_HANG: usize = 7;
/// A label.
const RONG: f64 = pt(99.1);
const CAO: f64 = pt(38.1);
/// Between two columns; rows touch.
const CACH_COT: f64 = pt(2.5);
/// What a sheet leaves free around its labels.
const LE: Le = Le { tren: pt(15.15), duoi: pt(15.0), trai: pt(4.65), phai: pt(4.65) };
/// Between a label's edge and its text.
const DEM_NGANG: f64 = pt(5.0);
const DEM_DOC: f64 = pt(3.0);

/// Sizes of a label's type, in pt: the largest with which the text keeps inside is taken, or the last.
const CO_CHU: [f64; 8] = [12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0];
/// The sender stands in smaller letters.
const CO_NGUOI_GUI: f64 = 0.75;
/// From baseline to baseline, and what parts two paragraphs more, as shares of the type size.
const CAO_DONG: f64 = 1.005;
const KHE_DOAN: f64 = 0.25;

/// What a label says.
struct Nhan<'a> {
    nguoi_gui: String,
    so_ky_hieu: String,
    ten: &'a str,
    dia_chi: Option<&'a str>,
}

/// The sheets as PDF; none if nobody gets paper.
pub fn nhan_bi_thu(don: &DonGui, fonts: &Fonts) -> Result<Option<Vec<u8>>, Vec<Diagnostic>> {
    let nhan: Vec<Nhan> = cac_nhan(don);
    if nhan.is_empty() {
        return Ok(None);
    }
    thanh_pdf(don, TEN, &cac_to(&nhan, fonts), fonts).map(Some)
}

fn cac_nhan<'a>(don: &'a DonGui) -> Vec<Nhan<'a>> {
    let co_quan = &don.van_ban.co_quan.ten;
    let dia_chi = don.danh_ba.mot_noi(co_quan).and_then(|n| n.dia_chi());
    let nguoi_gui = [Some(co_quan.as_str()), dia_chi].into_iter().flatten().collect::<Vec<_>>();
    let nhan = don.phan_phat.nhan_giay().map(|(_, n)| Nhan {
        nguoi_gui: nguoi_gui.join(", "),
        so_ky_hieu: don.so_ky_hieu(),
        ten: n.noi.ten(),
        dia_chi: n.noi.dia_chi(),
    });
    nhan.collect()
}

/// The labels on their sheets, row by row; each is a paragraph to a reader for the blind.
fn cac_to(nhan: &[Nhan], fonts: &Fonts) -> CacTrang {
    let giay = Giay::a4(false, LE);
    let mut out = CacTrang::default();
    let phan = out.cau_truc.them(0, Vai::Phan);
    for (to, so) in nhan.chunks(SO_COT.saturating_mul(SO_HANG)).zip(1..) {
        let mut trang = Trang { rong: giay.rong, cao: giay.cao, so, ve: Vec::new() };
        for (hang, y) in to.chunks(SO_COT).zip(cac_moc(LE.tren, CAO)) {
            for (nhan, x) in hang.iter().zip(cac_moc(LE.trai, RONG + CACH_COT)) {
                let doan = out.cau_truc.them(phan, Vai::Doan);
                let chu = vua(nhan, out.cau_truc.la(doan), fonts);
                let giua = y + (CAO - chu.cao) / 2.0;
                trang.ve.extend(chu.tai(x + DEM_NGANG, giua));
            }
        }
        out.trang.push(trang);
    }
    out
}

/// `dau`, and on from there in equal steps.
fn cac_moc(dau: f64, buoc: f64) -> impl Iterator<Item = f64> {
    std::iter::successors(Some(dau), move |moc| Some(moc + buoc))
}

/// A label's text in the largest type that keeps inside it.
fn vua(nhan: &Nhan, la: La, fonts: &Fonts) -> CotChu {
    let (rong, cho) = (RONG - 2.0 * DEM_NGANG, CAO - 2.0 * DEM_DOC);
    let [dau, con @ ..] = CO_CHU;
    let mut chu = cot_chu(nhan.chu(dau, la), rong, fonts);
    for co in con {
        if chu.cao <= cho {
            break;
        }
        chu = cot_chu(nhan.chu(co, la), rong, fonts);
    }
    chu
}

impl Nhan<'_> {
    /// The lines of a label whose type is `co`.
    fn chu(&self, co: f64, la: La) -> Vec<Doan> {
        let nho = co * CO_NGUOI_GUI;
        let chu = |words: &str, co: f64, dam: bool| manh(words, co, dam, la);
        let doan = |manh: Vec<Manh>, co: f64| Doan {
            manh,
            dong: CaoDong::Dung(co * CAO_DONG),
            truoc: co * KHE_DOAN,
            ..Doan::moi(co)
        };
        let nguoi_gui = vec![chu(&format!("Người gửi: {}", self.nguoi_gui), nho, false)];
        let mut out = vec![
            Doan { truoc: 0.0, ..doan(nguoi_gui, nho) },
            doan(vec![chu(&format!("Số: {}", self.so_ky_hieu), nho, false)], nho),
            doan(vec![chu("Kính gửi: ", co, false), chu(self.ten, co, true)], co),
        ];
        out.extend(self.dia_chi.map(|dia_chi| doan(vec![chu(dia_chi, co, false)], co)));
        out
    }
}

#[cfg(test)]
mod tests;
