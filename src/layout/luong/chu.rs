//! Chữ: text of the document as pieces of a paragraph, each with its leaf in the structure.

use super::Dung;
use crate::compose::document::{Inline, Text};
use crate::compose::fonts::Face;
use crate::compose::goc::{CacManh, Dong};
use crate::layout::doan::{Chu, Doan, Manh};
use crate::layout::trang::{La, Vai};

/// Size of a raised or lowered mark, as a share of the text's.
const CO_NHO: f64 = 0.62;
/// How far it is raised, as a share of the text's size.
const NANG: f64 = 0.35;
/// How far it is lowered.
const HA: f64 = -0.14;

/// How a stretch of text is set where its own flags say nothing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Nen {
    pub co: f64,
    pub dam: bool,
}

impl Dung<'_> {
    /// Lines that were broken beforehand, as one paragraph under `cha`.
    pub(super) fn dong_san<S: CoGoc>(
        &mut self,
        cha: usize,
        mau: Doan,
        kieu: Face,
        lines: &[S],
    ) -> Doan {
        let nut = self.cau_truc.them(cha, Vai::Doan);
        let la = self.cau_truc.la(nut);
        let mut doan = mau;
        for (i, line) in lines.iter().enumerate() {
            if i > 0 {
                doan.manh.push(Manh::XuongDong);
            }
            let co = doan.co;
            let (words, goc) = line.chu_va_goc();
            let chu = Chu::moi(words, co, kieu, Some(la));
            doan.manh.push(Manh::Chu(Chu { goc, ..chu }));
        }
        doan
    }

    /// Pieces of running text under the node `cha`.
    pub(super) fn chay(&mut self, cha: usize, inlines: &[Inline], nen: Nen, out: &mut Vec<Manh>) {
        let mut la: Option<La> = None;
        for inline in inlines {
            match inline {
                Inline::Text(text) => {
                    let la = *la.get_or_insert_with(|| self.cau_truc.la(cha));
                    them_dong(text, nen, la, out);
                }
                Inline::LineBreak => out.push(Manh::XuongDong),
                Inline::Footnote { noi_dung } => {
                    out.push(self.chu_thich(cha, noi_dung, nen.co));
                    la = None;
                }
            }
        }
    }

    /// A piece of plain text under `cha`.
    pub(super) fn mot_chu(&mut self, cha: usize, chu: &str, nen: Nen) -> Manh {
        let la = self.cau_truc.la(cha);
        Manh::Chu(Chu::moi(chu, nen.co, Face::of(nen.dam, false), Some(la)))
    }

    /// The mark of a note, whose blocks are kept for the foot of the page.
    fn chu_thich(
        &mut self,
        cha: usize,
        blocks: &[crate::compose::document::Block],
        co: f64,
    ) -> Manh {
        let dau = self.cau_truc.them(cha, Vai::DauChuThich);
        let la = self.cau_truc.la(dau);
        let so = self.ghi_chu.len();
        let nut = self.cau_truc.them(cha, Vai::ChuThich);
        // A note may not hold notes; its place is taken before what it holds.
        self.ghi_chu.push(Vec::new());
        let khoi = self.noi_dung_ghi_chu(nut, so, blocks);
        if let Some(cho) = self.ghi_chu.get_mut(so) {
            *cho = khoi;
        }
        Manh::Chu(Chu { ghi: Some(so), ..dau_ghi(so, co, Some(la)) })
    }
}

/// The number of a note, raised.
pub(super) fn dau_ghi(so: usize, co: f64, la: Option<La>) -> Chu {
    let chu = so.saturating_add(1).to_string();
    Chu { nang: co * NANG, ..Chu::moi(chu, co * CO_NHO, Face::Regular, la) }
}

/// A text, whose line feeds are line breaks.
fn them_dong(text: &Text, nen: Nen, la: La, out: &mut Vec<Manh>) {
    let mut next = 0usize;
    for (i, line) in text.chu.split('\n').enumerate() {
        let at = next;
        next = at.saturating_add(line.len()).saturating_add(1);
        if i > 0 {
            out.push(Manh::XuongDong);
        }
        if line.is_empty() {
            continue;
        }
        let (co, nang) = match (text.chi_so_tren, text.chi_so_duoi) {
            (true, _) => (nen.co * CO_NHO, nen.co * NANG),
            (_, true) => (nen.co * CO_NHO, nen.co * HA),
            _ => (nen.co, 0.0),
        };
        let kieu = Face::of(nen.dam || text.dam, text.nghieng);
        let chu = Chu::moi(line, co, kieu, Some(la));
        let goc = text.goc.lay(&(at..at.saturating_add(line.len())));
        out.push(Manh::Chu(Chu { nang, gach_chan: text.gach_chan, goc, ..chu }));
    }
}

/// A line that may know where its letters come from.
pub(super) trait CoGoc {
    fn chu_va_goc(&self) -> (&str, CacManh);
}

impl CoGoc for Dong {
    fn chu_va_goc(&self) -> (&str, CacManh) {
        (self.as_str(), self.goc().clone())
    }
}

impl CoGoc for str {
    fn chu_va_goc(&self) -> (&str, CacManh) {
        (self, CacManh::default())
    }
}

impl CoGoc for String {
    fn chu_va_goc(&self) -> (&str, CacManh) {
        self.as_str().chu_va_goc()
    }
}

impl<L: CoGoc + ?Sized> CoGoc for &L {
    fn chu_va_goc(&self) -> (&str, CacManh) {
        (*self).chu_va_goc()
    }
}
