//! The lines of a paragraph as pieces.

use super::Xep;
use super::manh::Manh;
use crate::layout::doan::{Chu, Manh as ManhDoan};
use crate::layout::dong::{Dong, Khuc, cac_dong};
use crate::layout::khoi::{ChoTrong, DoanKhoi};
use crate::layout::trang::{DoanChu, Hinh, ODien, Ve};

/// A page ends after two lines of a paragraph at least, and begins with two (widow control).
const IT_NHAT: usize = 2;

/// So many no-break spaces in a row are a gap to be filled in.
const KHOANG: usize = 3;

impl Xep<'_> {
    pub(super) fn doan(&self, khoi: &DoanKhoi, rong: f64, out: &mut Vec<Manh>) {
        let doan = &khoi.doan;
        let lines = cac_dong(doan, rong, self.fonts);
        let so = lines.len();
        let mut cho_trong = khoi.cho_trong.iter();
        for (i, dong) in lines.iter().enumerate() {
            let (cao, chan) = doan.dong.cua(dong.co);
            let dau = i == 0;
            let tren = if dau { doan.tren } else { 0.0 };
            let mut manh = Manh {
                sang_trang: false,
                truoc: if dau { doan.truoc } else { 0.0 },
                cao: tren + cao,
                ve: self.ve_dong(khoi, dong, tren + chan, &mut cho_trong),
                ghi: ghi(khoi, dong),
                giu: self::giu(khoi, i.saturating_add(1), so),
                muc_luc: None,
                hang: None,
            };
            if dau {
                manh.muc_luc.clone_from(&khoi.muc_luc);
            }
            out.push(manh);
        }
    }

    fn ve_dong<'k>(
        &self,
        khoi: &'k DoanKhoi,
        dong: &Dong,
        chan: f64,
        cho_trong: &mut impl Iterator<Item = &'k ChoTrong>,
    ) -> Vec<Ve> {
        let mut out = Vec::new();
        let last = dong.khuc.len().saturating_sub(1);
        for (i, khuc) in dong.khuc.iter().enumerate() {
            let Some(ManhDoan::Chu(chu)) = khoi.doan.manh.get(khuc.manh) else { continue };
            let words = chu.chu.get(khuc.byte.clone()).unwrap_or_default();
            let x = dong.x + khuc.x;
            for (from, to) in cac_khoang(words) {
                let Some(cho) = cho_trong.next() else { break };
                let width = |text: &str| self.rong(text, chu.kieu, chu.co);
                let trai = width(words.get(..from).unwrap_or_default());
                let rong = width(words.get(from..to).unwrap_or_default());
                let (cao, goc) = crate::layout::doan::CaoDong::Boi(1.0).cua(chu.co);
                let o = ODien { ten: cho.ten.to_owned(), x: x + trai, y: chan - goc, rong, cao };
                out.push(Ve { la: Some(cho.la), hinh: Hinh::O(o) });
            }
            let tiep = i == last && !chu.gach_chan && con_tiep(khoi, khuc);
            let words = if tiep { format!("{words} ") } else { words.to_owned() };
            let goc = chu.goc.lay(&khuc.byte);
            let cat = i == last && dong.cat;
            let run = DoanChu { goc, cat, ..doan_chu(chu, words, x, chan, dong.gian) };
            out.push(Ve { la: chu.la, hinh: Hinh::Chu(run) });
        }
        out
    }

    fn rong(&self, text: &str, kieu: crate::compose::fonts::Face, co: f64) -> f64 {
        text.chars().map(|c| self.fonts.advance(c, kieu) * co).sum()
    }
}

/// Whether another word follows on the next line. The space between them is drawn at the line's end, where nobody
/// sees it, for readers that take the text alone.
fn con_tiep(khoi: &DoanKhoi, khuc: &Khuc) -> bool {
    let manh = &khoi.doan.manh;
    let Some(ManhDoan::Chu(chu)) = manh.get(khuc.manh) else { return false };
    let rest = chu.chu.get(khuc.byte.end..).unwrap_or_default();
    let next = manh.get(khuc.manh.saturating_add(1));
    if !rest.is_empty() {
        // At a paragraph's end there may be spaces that nothing follows.
        return rest.starts_with(' ') && (next.is_some() || !rest.trim_start().is_empty());
    }
    match next {
        Some(ManhDoan::Chu(chu)) => chu.chu.starts_with(' '),
        Some(ManhDoan::XuongDong) => true,
        None => false,
    }
}

/// Words with the looks of a piece, whose baseline is the line's.
fn doan_chu(chu: &Chu, words: String, x: f64, chan: f64, gian: f64) -> DoanChu {
    DoanChu {
        kieu: chu.kieu,
        mau: chu.mau,
        gian,
        gach_chan: chu.gach_chan,
        ..DoanChu::moi(x, chan - chu.nang, chu.co, words)
    }
}

/// The bytes of each gap in `words`.
fn cac_khoang(words: &str) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut from: Option<(usize, usize)> = None;
    for (at, c) in words.char_indices().chain([(words.len(), '\0')]) {
        from = match (c == '\u{a0}', from) {
            (true, None) => Some((at, 1)),
            (true, Some((start, count))) => Some((start, count.saturating_add(1))),
            (false, Some((start, count))) => {
                if count >= KHOANG {
                    out.push((start, at));
                }
                None
            }
            (false, None) => None,
        };
    }
    out
}

/// Whether a page must not end after line `thu` (from 1) of `so`.
fn giu(khoi: &DoanKhoi, thu: usize, so: usize) -> bool {
    if thu == so {
        return khoi.doan.giu_voi_sau;
    }
    khoi.doan.giu_nguyen || thu < IT_NHAT || so.saturating_sub(thu) < IT_NHAT
}

/// The notes whose marks stand in the line.
fn ghi(khoi: &DoanKhoi, dong: &Dong) -> Vec<usize> {
    let marks = dong.khuc.iter().filter_map(|khuc| match khoi.doan.manh.get(khuc.manh) {
        Some(ManhDoan::Chu(chu)) => chu.ghi,
        _ => None,
    });
    marks.collect()
}
