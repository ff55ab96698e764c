//! A paragraph's letters as light Markdown: bold, italics and the marks of notes; what would be read as a mark is
//! escaped.

use unicode_normalization::char::compose;

use super::net_mat::theo_cao;
use super::tu::{gon, la_an};
use crate::word::doc_word::dang::DangDoan;
use crate::word::doc_word::{Doan, MOC_CHU_THICH, TepWord};

/// How letters are set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Net {
    dam: bool,
    nghieng: bool,
}

/// A paragraph on its way to Markdown, letter by letter.
#[derive(Debug, Clone, Default)]
pub struct ChuDoan {
    chu: Vec<(char, Net)>,
}

impl ChuDoan {
    /// All of a paragraph, its printed number first.
    pub fn cua(word: &TepWord, doan: &Doan, dang: &DangDoan) -> Self {
        let mut out = Self::default();
        let first = dang.chu.iter().find(|(text, _)| !text.trim().is_empty());
        let look =
            |c: &crate::word::doc_word::dang::DangChu| Net { dam: c.dam, nghieng: c.nghieng };
        if let Some(so) = &doan.so {
            let net = first.map(|(_, c)| look(c)).unwrap_or_default();
            let gap = if so.lien { "" } else { " " };
            out.them(&format!("{}{gap}", so.chu), net);
        }
        for (text, c) in &dang.chu {
            out.them(&theo_cao(text, c), look(c));
        }
        let _ = word;
        out
    }

    /// A mark that was typed behind its letter is composed with it, in whichever run it stands.
    fn them(&mut self, text: &str, net: Net) {
        for c in text.chars() {
            let one = self.chu.last_mut().and_then(|(last, _)| Some((compose(*last, c)?, last)));
            match one {
                Some((one, last)) => *last = one,
                None => self.chu.push((c, net)),
            }
        }
    }

    /// The lines of the paragraph, as soft breaks part it.
    pub fn cac_dong(&self) -> Vec<Self> {
        let parts = self.chu.split(|(c, _)| *c == '\n').map(|part| Self { chu: part.to_vec() });
        parts.map(Self::gon).collect()
    }

    /// One blank between words, none at the ends; a blank looks like what stands before it.
    fn gon(self) -> Self {
        let mut chu: Vec<(char, Net)> = Vec::with_capacity(self.chu.len());
        for (c, net) in self.chu {
            let blank = c.is_whitespace();
            match chu.last() {
                None if blank => {}
                Some((last, _)) if blank && *last == ' ' => {}
                _ => chu.push((if blank { ' ' } else { c }, net)),
            }
        }
        if chu.last().is_some_and(|(c, _)| *c == ' ') {
            chu.pop();
        }
        Self { chu }
    }

    /// The bare letters, without marks of notes.
    pub fn tron(&self) -> String {
        self.chu.iter().map(|(c, _)| *c).filter(|c| *c != MOC_CHU_THICH).collect()
    }

    pub fn trong(&self) -> bool {
        self.chu.iter().all(|(c, _)| c.is_whitespace())
    }

    fn phan_nhieu(&self, so: impl Fn(&Net) -> bool) -> bool {
        let letters = self.chu.iter().filter(|(c, _)| c.is_alphanumeric());
        let (mut yes, mut no) = (0_usize, 0_usize);
        for (_, net) in letters {
            let count = if so(net) { &mut yes } else { &mut no };
            *count = count.saturating_add(1);
        }
        yes > no.saturating_mul(9)
    }

    /// Nearly all letters are bold.
    pub fn dam(&self) -> bool {
        self.phan_nhieu(|net| net.dam)
    }

    pub fn nghieng(&self) -> bool {
        self.phan_nhieu(|net| net.nghieng)
    }

    /// What stands behind the first `count` characters, blanks left out.
    pub fn sau(&self, count: usize) -> Self {
        let rest: Vec<_> = self.chu.iter().skip(count).copied().collect();
        Self { chu: rest }.gon()
    }

    /// Two pieces, with a blank between.
    pub fn noi(mut self, other: Self) -> Self {
        if !self.chu.is_empty() && !other.chu.is_empty() {
            let net = self.chu.last().map(|(_, net)| *net).unwrap_or_default();
            self.chu.push((' ', net));
        }
        self.chu.extend(other.chu);
        self
    }

    /// As Markdown; `dau` and on are the numbers of its notes. `dam`: bold is what the place has anyway.
    pub fn md(&self, notes: &mut dyn FnMut() -> String, bo_dam: bool, bo_nghieng: bool) -> String {
        let mut out = String::new();
        let mut at = 0;
        while let Some((_, net)) = self.chu.get(at) {
            let mut net = *net;
            net.dam &= !bo_dam;
            net.nghieng &= !bo_nghieng;
            let same = |other: &Net| {
                (other.dam && !bo_dam, other.nghieng && !bo_nghieng) == (net.dam, net.nghieng)
            };
            let rest = self.chu.get(at..).unwrap_or_default();
            let len = rest.iter().take_while(|(_, other)| same(other)).count().max(1);
            let text: String = rest.iter().take(len).map(|(c, _)| *c).collect();
            out.push_str(&doan_net(&thoat(&text, notes), net));
            at = at.saturating_add(len);
        }
        out
    }

    /// Without any look.
    pub fn md_tron(&self, notes: &mut dyn FnMut() -> String) -> String {
        let text: String = self.chu.iter().map(|(c, _)| *c).collect();
        thoat(&text, notes)
    }
}

/// Marks of emphasis around the letters, blanks outside of them.
fn doan_net(text: &str, net: Net) -> String {
    let mark = match (net.dam, net.nghieng) {
        (false, false) => return text.to_owned(),
        (true, false) => "**",
        (false, true) => "*",
        (true, true) => "***",
    };
    let bare = text.trim();
    if !bare.chars().any(char::is_alphanumeric) {
        return text.to_owned();
    }
    let lead = text.len().saturating_sub(text.trim_start().len());
    let tail = text.trim_end().len();
    let (before, after) = (text.get(..lead).unwrap_or(""), text.get(tail..).unwrap_or(""));
    format!("{before}{mark}{bare}{mark}{after}")
}

/// The letters with what Markdown would take for marks escaped.
fn thoat(text: &str, notes: &mut dyn FnMut() -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            MOC_CHU_THICH => out.push_str(&notes()),
            '\\' | '*' => {
                out.push('\\');
                out.push(c);
            }
            '[' if chars.peek() == Some(&'^') => out.push_str("\\["),
            // Signs that nobody sees and no file may hold.
            c if la_an(c) => {}
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A paragraph's letters on one line, without its printed number and the marks of its notes; bold and italics are marked
/// but where all letters are so and the place makes them so (`nhu_cho`).
pub fn md_mot_dong(dang: &DangDoan, nhu_cho: bool) -> String {
    let mut all = ChuDoan::default();
    for (text, c) in &dang.chu {
        let text: String = text.chars().filter(|c| *c != MOC_CHU_THICH).collect();
        all.them(&text, Net { dam: c.dam, nghieng: c.nghieng });
    }
    let all = all.gon();
    let bo = |whole: bool| nhu_cho && whole;
    all.md(&mut String::new, bo(all.dam()), bo(all.nghieng()))
}

/// Letters with what Markdown would take for marks escaped; blanks and the marks of notes stay as they are.
pub fn chu_md(text: &str) -> String {
    thoat(text, &mut || MOC_CHU_THICH.to_string())
}

/// A text that is printed as it stands, on one line.
pub fn mot_dong(text: &str) -> String {
    gon(&thoat(text, &mut String::new))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chu(parts: &[(&str, bool)]) -> ChuDoan {
        let mut out = ChuDoan::default();
        for (text, dam) in parts {
            out.them(text, Net { dam: *dam, nghieng: false });
        }
        out
    }

    #[test]
    fn bold_letters_have_their_marks_close_by() {
        let text = chu(&[("Thời gian: ", true), ("8 giờ, 2*3", false)]);
        assert_eq!(text.md(&mut String::new, false, false), "**Thời gian:** 8 giờ, 2\\*3");
        assert_eq!(text.md(&mut String::new, true, false), "Thời gian: 8 giờ, 2\\*3");
    }

    #[test]
    fn marks_behind_their_letters_are_composed() {
        let text = chu(&[("Đie\u{302}\u{300}u 1. Thie", true), ("\u{302}\u{301}t lập", true)]);
        assert_eq!(text.tron(), "Điều 1. Thiết lập");
    }

    #[test]
    fn notes_are_counted_where_their_marks_stand() {
        let text = chu(&[("Ban\u{FFFC} và Đoàn\u{FFFC}", false)]);
        let mut count = 0;
        let mut notes = || {
            count += 1;
            format!("[^{count}]")
        };
        assert_eq!(text.md(&mut notes, false, false), "Ban[^1] và Đoàn[^2]");
    }
}
