//! Từ: what stands between two places where a line may end, with the spaces after it.
//!
//! A line may end after a space and after a hyphen or dash between letters, not after a slash; a no-break space
//! and a no-break hyphen keep what they join.

use std::ops::Range;

use crate::compose::fonts::Fonts;
use crate::layout::doan::Manh;

/// A word and the spaces after it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Tu {
    pub khuc: Vec<KhucTu>,
    /// How many of the stretches have letters; those after them are spaces alone.
    pub so_khuc_chu: usize,
    /// Width of the letters.
    pub rong: f64,
    /// Width and number of the spaces after it, which a line's end drops.
    pub cach: f64,
    pub so_cach: usize,
    /// Width and number of spaces inside it that stretch.
    pub cach_trong: f64,
    pub so_cach_trong: usize,
}

/// A stretch of a piece in a word.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct KhucTu {
    pub manh: usize,
    pub byte: Range<usize>,
    /// Without the spaces at its end.
    pub byte_chu: Range<usize>,
}

/// The words of some pieces, of which the first is number `dau` of the paragraph.
pub(super) fn cac_tu(manh: &[Manh], dau: usize, fonts: &Fonts) -> Vec<Tu> {
    let mut doc = Doc { out: Vec::new(), tu: Tu::default(), truoc: None };
    for (so, manh) in (dau..).zip(manh) {
        let Manh::Chu(chu) = manh else { continue };
        for (at, c) in chu.chu.char_indices() {
            let byte = at..at.saturating_add(c.len_utf8());
            doc.them(c, so, byte, fonts.advance(c, chu.kieu) * chu.co);
        }
    }
    doc.xong();
    doc.out
}

impl Tu {
    /// Cuts the word after the last letter that `room` holds, at least one; nothing is left if it has no more. Only
    /// the letters of the first part are looked at: a word may be as long as a file, and is cut line by line.
    pub(super) fn cat(&self, manh: &[Manh], room: f64, fonts: &Fonts) -> (Self, Option<Self>) {
        let mut doc = Doc { out: Vec::new(), tu: Self::default(), truoc: None };
        let mut rong = 0.0;
        for (so, khuc) in self.khuc.iter().enumerate() {
            let Some(Manh::Chu(chu)) = manh.get(khuc.manh) else { continue };
            let words = chu.chu.get(khuc.byte.clone()).unwrap_or_default();
            for (at, c) in words.char_indices() {
                let advance = fonts.advance(c, chu.kieu) * chu.co;
                rong += advance;
                let from = khuc.byte.start.saturating_add(at);
                if rong > room && doc.tu.so_khuc_chu > 0 {
                    let sau = self.phan_sau(so, from, &doc.tu);
                    return (doc.tu, Some(sau));
                }
                doc.nhan(c, khuc.manh, from..from.saturating_add(c.len_utf8()), advance);
            }
        }
        (doc.tu, None)
    }

    /// What is left of the word from byte `from` of stretch `so` on, behind the part `dau`.
    fn phan_sau(&self, so: usize, from: usize, dau: &Self) -> Self {
        let mut khuc: Vec<KhucTu> = self.khuc.get(so..).unwrap_or_default().to_vec();
        if let Some(first) = khuc.first_mut() {
            first.byte.start = from;
            first.byte_chu = from..first.byte_chu.end.max(from);
        }
        let co_chu = |k: &KhucTu| !k.byte_chu.is_empty();
        Self {
            so_khuc_chu: khuc.iter().rposition(co_chu).map_or(0, |last| last.saturating_add(1)),
            khuc,
            rong: self.rong - dau.rong,
            cach: self.cach - dau.cach,
            so_cach: self.so_cach.saturating_sub(dau.so_cach),
            ..Self::default()
        }
    }
}

struct Doc {
    out: Vec<Tu>,
    tu: Tu,
    /// The letter before.
    truoc: Option<char>,
}

impl Doc {
    fn them(&mut self, c: char, manh: usize, byte: Range<usize>, rong: f64) {
        if c != ' ' && (self.tu.so_cach > 0 || self.sau_gach()) {
            self.xong();
        }
        self.nhan(c, manh, byte, rong);
        self.truoc = Some(c);
    }

    fn nhan(&mut self, c: char, manh: usize, byte: Range<usize>, rong: f64) {
        if c == ' ' {
            self.tu.cach += rong;
            self.tu.so_cach = self.tu.so_cach.saturating_add(1);
        } else {
            self.tu.rong += rong;
        }
        self.khuc(manh, byte, c != ' ');
    }

    /// Whether the word so far ends in a hyphen between letters.
    fn sau_gach(&self) -> bool {
        let gach = self.truoc.is_some_and(|c| matches!(c, '-' | '\u{2013}' | '\u{2014}'));
        let letters = self.tu.khuc.iter().map(|k| k.byte_chu.len()).sum::<usize>();
        gach && letters > self.truoc.map_or(0, char::len_utf8)
    }

    fn khuc(&mut self, manh: usize, byte: Range<usize>, chu: bool) {
        match self.tu.khuc.last_mut() {
            Some(k) if k.manh == manh && k.byte.end == byte.start => {
                k.byte.end = byte.end;
                if chu {
                    k.byte_chu.end = byte.end;
                }
            }
            _ => {
                let end = if chu { byte.end } else { byte.start };
                let byte_chu = byte.start..end;
                self.tu.khuc.push(KhucTu { manh, byte, byte_chu });
            }
        }
        if chu {
            self.tu.so_khuc_chu = self.tu.khuc.len();
        }
    }

    fn xong(&mut self) {
        if !self.tu.khuc.is_empty() {
            self.out.push(std::mem::take(&mut self.tu));
        }
    }
}
