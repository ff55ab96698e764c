//! Dòng: a paragraph's lines, broken where Word breaks them.
//!
//! Word 2013 and later may shrink the spaces of a justified line to take one word more. Let there be a line that
//! is full by natural widths, `room` its width; `s` is what a space would shrink to with the next word, `e` what
//! it would grow to without it, both over the natural width. The word is taken if `s > 0` and
//! `1/s ≤ 1 + (e − 1)/C`. Measured on papers that Word 2016 printed; [`C`] is what fits them best.

mod tu;

use std::ops::Range;

use super::doan::{Canh, Chu, Doan, Manh};
use crate::compose::fonts::Fonts;
use tu::{Tu, cac_tu};

/// How much more Word would rather grow a space than shrink it.
pub const C: f64 = 1.3;

/// Rounding, in pt.
const SAI_SO: f64 = 1e-6;

/// A line of a paragraph.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dong {
    pub khuc: Vec<Khuc>,
    /// Natural width, without the spaces at its end.
    pub rong: f64,
    /// What each space is wider than its face says.
    pub gian: f64,
    /// Largest type on it.
    pub co: f64,
    /// From the paragraph's left edge to where the line begins.
    pub x: f64,
    /// Its last word goes on in the next line.
    pub cat: bool,
}

/// A stretch of a paragraph's piece on one line.
#[derive(Debug, Clone, PartialEq)]
pub struct Khuc {
    /// Which piece, from 0.
    pub manh: usize,
    /// The bytes of its text.
    pub byte: Range<usize>,
    /// From where the line begins.
    pub x: f64,
}

/// Whether Word takes one word more into a full line. `s` and `e` as in the module's description.
pub fn nhan_them(s: f64, e: f64) -> bool {
    s > 0.0 && 1.0 / s <= 1.0 + (e - 1.0) / C
}

/// The lines of a paragraph that is `rong` wide. An empty one has one line.
pub fn cac_dong(doan: &Doan, rong: f64, fonts: &Fonts) -> Vec<Dong> {
    let rong = rong - doan.trai - doan.phai;
    let mut out = Vec::new();
    for phan in doan.manh.split(|manh| matches!(manh, Manh::XuongDong)).zip(dau_phan(doan)) {
        let (manh, dau) = phan;
        let mut lines = NguoiNgat { doan, tu: cac_tu(manh, dau, fonts), rong, fonts };
        lines.ngat(&mut out);
    }
    canh_dong(doan, rong, &mut out);
    out
}

/// The number of the first piece of each part between line breaks.
fn dau_phan(doan: &Doan) -> Vec<usize> {
    let breaks = doan.manh.iter().enumerate().filter(|(_, m)| matches!(m, Manh::XuongDong));
    std::iter::once(0).chain(breaks.map(|(i, _)| i.saturating_add(1))).collect()
}

/// Breaks what stands between two line breaks.
struct NguoiNgat<'a> {
    doan: &'a Doan,
    tu: Vec<Tu>,
    rong: f64,
    fonts: &'a Fonts,
}

/// What a line has taken so far.
#[derive(Default)]
struct Day {
    chu: f64,
    cach: f64,
    so_cach: usize,
}

impl NguoiNgat<'_> {
    fn ngat(&mut self, out: &mut Vec<Dong>) {
        let mut from = 0;
        if self.tu.is_empty() {
            out.push(Dong { co: self.doan.co, x: self.lui(out.is_empty()), ..Dong::default() });
        }
        while from < self.tu.len() {
            let lui = self.lui(out.is_empty());
            let room = self.rong - lui;
            let cat = self.cat_tu_dai(from, room);
            let (to, day, ep) = self.mot_dong(from, room);
            let cuoi = to >= self.tu.len();
            let deu = self.doan.canh == Canh::Deu && (!cuoi || ep);
            let gian = match day.so_cach {
                n if deu && n > 0 => (room - day.chu - day.cach) / n as f64,
                _ => 0.0,
            };
            let tu = self.tu.get(from..to).unwrap_or_default();
            out.push(Dong { cat, ..self.dong(tu, &day, gian, lui) });
            from = to.max(from.saturating_add(1));
        }
    }

    /// A word that is wider than its line is cut where the line ends, as Word cuts it. Whether it was.
    fn cat_tu_dai(&mut self, from: usize, room: f64) -> bool {
        let wide = self.tu.get(from).filter(|tu| tu.rong > room + SAI_SO);
        let Some((dau, Some(sau))) = wide.map(|tu| tu.cat(&self.doan.manh, room, self.fonts))
        else {
            return false;
        };
        self.tu.splice(from..=from, [dau, sau]);
        true
    }

    fn lui(&self, dau: bool) -> f64 {
        if dau { self.doan.thut_dau } else { 0.0 }
    }

    /// The words of the line that begins with word `from`: up to which, how wide, and whether the last one was
    /// taken by shrinking.
    fn mot_dong(&self, from: usize, room: f64) -> (usize, Day, bool) {
        let mut day = Day::default();
        let mut gap = (0.0, 0usize);
        for (i, tu) in self.tu.iter().enumerate().skip(from) {
            let sau = Day {
                chu: day.chu + tu.rong,
                cach: day.cach + gap.0 + tu.cach_trong,
                so_cach: day.so_cach.saturating_add(gap.1).saturating_add(tu.so_cach_trong),
            };
            if i > from && sau.chu + sau.cach > room + SAI_SO {
                let them = self.doan.canh == Canh::Deu && self.nhan(&day, &sau, room);
                return if them { (i.saturating_add(1), sau, true) } else { (i, day, false) };
            }
            day = sau;
            gap = (tu.cach, tu.so_cach);
        }
        (self.tu.len(), day, false)
    }

    fn nhan(&self, truoc: &Day, sau: &Day, room: f64) -> bool {
        if truoc.cach <= 0.0 {
            return false;
        }
        nhan_them((room - sau.chu) / sau.cach, (room - truoc.chu) / truoc.cach)
    }

    /// The line of these words.
    fn dong(&self, tu: &[Tu], day: &Day, gian: f64, x: f64) -> Dong {
        let mut khuc: Vec<Khuc> = Vec::new();
        let (mut at, mut co) = (0.0, 0.0_f64);
        let last = tu.len().saturating_sub(1);
        for (i, mot) in tu.iter().enumerate() {
            for part in mot.khuc.iter().take(if i == last { mot.so_khuc_chu } else { usize::MAX }) {
                let Some(Manh::Chu(chu)) = self.doan.manh.get(part.manh) else { continue };
                let byte = if i == last { part.byte_chu.clone() } else { part.byte.clone() };
                co = co.max(chu.co);
                let words = chu.chu.get(byte.clone()).unwrap_or_default();
                let rong = self.rong_chu(chu, words, gian);
                match khuc.last_mut() {
                    Some(k) if k.manh == part.manh && k.byte.end == byte.start => {
                        k.byte.end = byte.end;
                    }
                    _ => khuc.push(Khuc { manh: part.manh, byte, x: at }),
                }
                at += rong;
            }
        }
        let co = if co > 0.0 { co } else { self.doan.co };
        Dong { khuc, rong: day.chu + day.cach, gian, co, x, cat: false }
    }

    fn rong_chu(&self, chu: &Chu, words: &str, gian: f64) -> f64 {
        words
            .chars()
            .map(|c| {
                let extra = if la_cach(c) { gian } else { 0.0 };
                self.fonts.advance(c, chu.kieu) * chu.co + extra
            })
            .sum()
    }
}

/// Whether a justified line widens the character.
pub fn la_cach(c: char) -> bool {
    c == ' '
}

/// Where each line begins that is not filled.
fn canh_dong(doan: &Doan, rong: f64, lines: &mut [Dong]) {
    for dong in lines {
        let con = rong - dong.x - dong.rong;
        dong.x += doan.trai
            + match doan.canh {
                Canh::Trai | Canh::Deu => 0.0,
                Canh::Giua => con / 2.0,
                Canh::Phai => con,
            };
    }
}

#[cfg(test)]
mod tests;
