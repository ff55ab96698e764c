//! How the letters of a stretch look: what a reader would say of it as a whole.

use std::ops::Range;

use super::giay::MotDoan;
use crate::word::doc_word::dang::{DangChu, DoCao};

/// So many letters that look otherwise are no slip of one key.
const NHIEU: usize = 5;

/// Letters and figures with their looks.
pub(super) struct Nhin<'a> {
    manh: Vec<(String, &'a DangChu)>,
}

impl<'a> Nhin<'a> {
    /// The letters of a paragraph whose bytes, in what it prints, are `cho`.
    pub fn o(one: &'a MotDoan, cho: &Range<usize>) -> Self {
        let mut at = one.chu.len().saturating_sub(one.doan.chu.len());
        let mut manh = Vec::new();
        for (text, look) in &one.dang.chu {
            let end = at.saturating_add(text.len());
            let inside = cho.start.max(at)..cho.end.min(end);
            let bytes = inside.start.saturating_sub(at)..inside.end.saturating_sub(at);
            let shown = text.get(bytes).unwrap_or_default();
            let letters: String = shown.chars().filter(|c| c.is_alphanumeric()).collect();
            if !letters.is_empty() && look.do_cao == DoCao::Thuong {
                manh.push((letters, look));
            }
            at = end;
        }
        Self { manh }
    }

    /// All of a paragraph.
    pub fn ca(one: &'a MotDoan) -> Self {
        Self::o(one, &(0..usize::MAX))
    }

    pub fn trong(&self) -> bool {
        self.manh.is_empty()
    }

    fn tong(&self) -> usize {
        self.manh.iter().map(|(text, _)| text.chars().count()).sum()
    }

    fn dem(&self, so: impl Fn(&DangChu) -> bool) -> usize {
        let own = self.manh.iter().filter(|(_, look)| so(look));
        own.map(|(text, _)| text.chars().count()).sum()
    }

    /// Whether a part that a reader sees is so: a tenth of the letters, or some of them.
    pub fn co(&self, so: impl Fn(&DangChu) -> bool) -> bool {
        let count = self.dem(so);
        count >= NHIEU || count.saturating_mul(10) > self.tong()
    }

    /// Whether nearly all letters are so.
    pub fn deu(&self, so: impl Fn(&DangChu) -> bool) -> bool {
        !self.trong() && !self.co(|look| !so(look))
    }

    /// The sizes that a reader sees and that are not allowed, in points, from the most letters down.
    pub fn co_chu_ngoai(&self, duoc: impl Fn(f64) -> bool) -> Option<f64> {
        let odd = |look: &DangChu| !duoc(pt(look.co));
        if !self.co(odd) {
            return None;
        }
        let mut sizes: Vec<(usize, i32)> = Vec::new();
        for (text, look) in self.manh.iter().filter(|(_, look)| odd(look)) {
            let count = text.chars().count();
            match sizes.iter_mut().find(|(_, size)| *size == look.co) {
                Some((sum, _)) => *sum = sum.saturating_add(count),
                None => sizes.push((count, look.co)),
            }
        }
        sizes.into_iter().max().map(|(_, size)| pt(size))
    }

    /// All letters are shown as capitals.
    pub fn hoa(&self) -> bool {
        let shown = |(text, look): &(String, &DangChu)| {
            look.hoa || look.hoa_nho || !text.chars().any(char::is_lowercase)
        };
        self.manh.iter().any(|(text, _)| text.chars().any(char::is_alphabetic))
            && self.manh.iter().all(shown)
    }

    /// The first letters that are so.
    pub fn chu_dau(&self, so: impl Fn(&DangChu) -> bool) -> Option<&'a DangChu> {
        self.manh.iter().find(|(_, look)| so(look)).map(|(_, look)| *look)
    }
}

/// Half points in points.
pub(super) fn pt(half: i32) -> f64 {
    f64::from(half) / 2.0
}

/// `13`, `13,5`.
pub(super) fn so(value: f64) -> String {
    let text = format!("{value:.1}");
    text.trim_end_matches(".0").replace('.', ",")
}
