//! Bản đồ: which field says each letter of the Word file that the source makes.
//!
//! The document knows the fields of its letters ([`crate::compose::goc`]), the Word file that was read back doesn't. Both
//! say the same words in the same order, so word is laid beside word.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::chu_cua::{Chu, cua_document};
use super::noi_hai_lan;
use crate::compose::document::Document;
use crate::compose::goc::Goc;
use crate::model::Nguon;
use crate::reading::source::TepNguon;
use crate::reading::yaml::va::Buoc;
use crate::reading::yaml::{Node, Value, parse};
use crate::word::doc_word::{Doan, Khoi};
use crate::word::so_sanh::chuan::{Tu, cac_tu};
use crate::word::so_sanh::khop::khop_theo_moc;

/// A field whose words the file has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TruongChu {
    pub tep: String,
    /// Its steps in the file; none for a file that is one text.
    pub duong: Option<Vec<Buoc>>,
    /// As it is named to the user.
    pub ten: String,
    pub gia_tri: String,
    /// Its words are a key, which is never written.
    pub la_khoa: bool,
}

/// Who says a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ai {
    /// The field of that number, at that byte of its value.
    Truong(usize, usize),
    /// The template or the program.
    Mau,
    KhongRo,
}

/// The paragraphs of a Word file that was made of the source, and who says their letters.
pub struct BanDo<'a> {
    pub truong: Vec<TruongChu>,
    pub doan: Vec<&'a Doan>,
    /// For each paragraph, for each byte of its text.
    ai: Vec<Vec<Ai>>,
    so: SoDoan,
}

/// The numbers of paragraphs in reading order, known again by where they lie.
pub struct SoDoan(HashMap<usize, usize>);

impl SoDoan {
    pub fn cua(doan: &[&Doan]) -> Self {
        Self(doan.iter().enumerate().map(|(at, doan)| (dia_chi(doan), at)).collect())
    }

    pub fn so(&self, doan: &Doan) -> Option<usize> {
        self.0.get(&dia_chi(doan)).copied()
    }
}

/// All paragraphs in reading order, the notes of each behind it.
pub fn phang(khoi: &[Khoi]) -> Vec<&Doan> {
    let mut out = Vec::new();
    for doan in khoi.iter().flat_map(Khoi::cac_doan) {
        out.push(doan);
        doan.chu_thich.iter().for_each(|note| out.extend(phang(note)));
    }
    out
}

fn dia_chi(doan: &Doan) -> usize {
    std::ptr::from_ref(doan).addr()
}

impl<'a> BanDo<'a> {
    pub fn lap<'t>(
        document: &Document,
        khoi: &'a [Khoi],
        tep: impl Iterator<Item = &'t TepNguon>,
    ) -> Self {
        let doan = phang(khoi);
        let so = SoDoan::cua(&doan);
        let mut truong = CacTruong::cua(tep);
        let all = truong.chu(&cua_document(document));
        let mut ai = dat_canh(&all, &doan);
        noi_hai_lan::dat(&doan, &truong.ra, &mut ai);
        Self { truong: truong.ra, doan, ai, so }
    }

    /// The number of a paragraph.
    pub fn so(&self, doan: &Doan) -> Option<usize> {
        self.so.so(doan)
    }

    /// The last paragraph that belongs to one: its notes stand behind it.
    pub fn ca_chu_thich(&self, doan: usize) -> usize {
        let notes = self.doan.get(doan).map(|doan| doan.chu_thich.as_slice()).unwrap_or_default();
        notes.iter().fold(doan, |last, note| last.saturating_add(phang(note).len()))
    }

    /// Who says each letter of a stretch of a paragraph, spaces left out, with its byte there.
    pub fn chu(&self, doan: usize, khoang: &Range<usize>) -> Vec<(usize, char, Ai)> {
        let Some((text, ai)) = self.doan.get(doan).zip(self.ai.get(doan)) else {
            return Vec::new();
        };
        let inside = text.chu.char_indices().filter(|(at, c)| khoang.contains(at) && la_chu(*c));
        inside.map(|(at, c)| (at, c, ai.get(at).copied().unwrap_or(Ai::KhongRo))).collect()
    }

    /// The same of the whole paragraph.
    pub fn ca_doan(&self, doan: usize) -> Vec<(usize, char, Ai)> {
        self.chu(doan, &(0..usize::MAX))
    }
}

fn la_chu(c: char) -> bool {
    !c.is_whitespace() && c != crate::word::doc_word::MOC_CHU_THICH
}

/// The nodes of a file by their numbers: steps, value, whether it is a key.
type CacNut = HashMap<usize, (Vec<Buoc>, String, bool)>;

/// The fields of all files.
struct CacTruong<'t> {
    tep: BTreeMap<&'t str, (&'t TepNguon, CacNut)>,
    so: BTreeMap<(String, usize), usize>,
    ra: Vec<TruongChu>,
    /// How far the last piece of each field reached: a subject is broken into lines, each a piece of it.
    het: HashMap<usize, usize>,
}

impl<'t> CacTruong<'t> {
    fn cua(tep: impl Iterator<Item = &'t TepNguon>) -> Self {
        let mut all = BTreeMap::new();
        for tep in tep {
            let mut nut = HashMap::new();
            if !tep.ten.to_lowercase().ends_with(".md")
                && let (Some(root), _) = parse(tep)
            {
                cac_nut(&root, &mut Vec::new(), &mut nut);
            }
            all.insert(tep.ten.as_str(), (tep, nut));
        }
        Self { tep: all, so: BTreeMap::new(), ra: Vec::new(), het: HashMap::new() }
    }

    /// The number of the field that says a piece; none if its file is not known.
    fn truong(&mut self, nguon: &Nguon) -> Option<usize> {
        let key = (nguon.muc.tep().to_owned(), nguon.muc.so());
        if let Some(known) = self.so.get(&key) {
            return Some(*known);
        }
        let (tep, nut) = self.tep.get(nguon.muc.tep())?;
        let (duong, gia_tri, la_khoa) = match nguon.muc.la_chu() {
            true => (None, tep.text.clone(), false),
            false => {
                let (duong, gia_tri, la_khoa) = nut.get(&nguon.muc.so())?.clone();
                (Some(duong), gia_tri, la_khoa)
            }
        };
        let ten = nguon.muc.duong();
        self.ra.push(TruongChu { tep: tep.ten.clone(), duong, ten, gia_tri, la_khoa });
        let so = self.ra.len().saturating_sub(1);
        self.so.insert(key, so);
        Some(so)
    }

    /// The letters of all texts one after the other, each with who says it; texts are parted by spaces.
    fn chu(&mut self, all: &[Chu]) -> (String, Vec<Ai>) {
        let (mut text, mut ai) = (String::new(), Vec::new());
        for one in all {
            if one.dau {
                text.push('\n');
                ai.push(Ai::Mau);
            }
            let from = text.len();
            text.push_str(&one.chu);
            ai.resize(text.len(), Ai::KhongRo);
            for piece in one.goc.iter() {
                let range =
                    from.saturating_add(piece.trong.start)..from.saturating_add(piece.trong.end);
                let of = one.chu.get(piece.trong.clone()).unwrap_or_default();
                let who = match &piece.goc {
                    Goc::Muc(nguon) => self.cua_manh(of, nguon),
                    Goc::Mau => vec![Ai::Mau; of.len()],
                    Goc::DuLieu(_) => continue,
                };
                if let Some(place) = ai.get_mut(range).filter(|place| place.len() == who.len()) {
                    place.copy_from_slice(&who);
                }
            }
        }
        (text, ai)
    }

    /// The byte behind a letter of a field.
    fn sau(&self, so: usize, at: usize) -> usize {
        let value = self.ra.get(so).map(|field| field.gia_tri.as_str()).unwrap_or_default();
        let letter = value.get(at..).and_then(|rest| rest.chars().next());
        at.saturating_add(letter.map_or(0, char::len_utf8))
    }

    fn cua_manh(&mut self, of: &str, nguon: &Nguon) -> Vec<Ai> {
        let found = self.truong(nguon).and_then(|so| {
            let value = &self.ra.get(so)?.gia_tri;
            let piece = nguon.khoang.clone().unwrap_or(0..value.len());
            let from = |start: usize| doi(of, value.get(start..piece.end)?, start);
            let goes_on = || from(*self.het.get(&so).filter(|at| piece.contains(at))?);
            Some((so, from(piece.start).or_else(goes_on)?))
        });
        if let Some((so, places)) = &found
            && let Some(last) = places.iter().flatten().max()
        {
            self.het.insert(*so, self.sau(*so, *last));
        }
        let Some((so, places)) = found else { return vec![Ai::KhongRo; of.len()] };
        let mut out = Vec::with_capacity(of.len());
        for (c, at) in of.chars().zip(places) {
            let who = at.map_or(Ai::Mau, |at| Ai::Truong(so, at));
            out.extend(std::iter::repeat_n(who, c.len_utf8()));
        }
        out
    }
}

/// The nodes of a tree by their numbers: steps, value, whether it is a key.
fn cac_nut(node: &Node, duong: &mut Vec<Buoc>, out: &mut CacNut) {
    match &node.value {
        Value::Null => {}
        Value::Text(text) => {
            out.insert(node.span.first, (duong.clone(), text.clone(), false));
        }
        Value::List(items) => {
            for (thu, item) in items.iter().enumerate() {
                duong.push(Buoc::PhanTu(thu));
                cac_nut(item, duong, out);
                duong.pop();
            }
        }
        Value::Map(entries) => {
            for (key, value) in entries {
                let khoa = key.text().unwrap_or_default().to_owned();
                duong.push(Buoc::Khoa(khoa.clone()));
                out.insert(key.span.first, (duong.clone(), khoa, true));
                cac_nut(value, duong, out);
                duong.pop();
            }
        }
    }
}

/// Where each letter of printed words stands in the value that says them, counted from `from`; none for a mark that was
/// added in printing. None at all if the letters are not those of the value.
pub(super) fn doi(printed: &str, value: &str, from: usize) -> Option<Vec<Option<usize>>> {
    let mut rest = value.char_indices().peekable();
    let mut out = Vec::with_capacity(printed.len());
    let same = |a: char, b: char| a == b || a.to_lowercase().eq(b.to_lowercase());
    for c in printed.chars() {
        if c.is_alphanumeric() {
            while rest.peek().is_some_and(|(_, v)| !v.is_alphanumeric()) {
                rest.next();
            }
            let (at, v) = rest.next()?;
            if !same(c, v) {
                return None;
            }
            out.push(Some(from.saturating_add(at)));
            continue;
        }
        // Marks of emphasis and escapes stand before the sign that is printed.
        let near = rest.clone().find(|(_, v)| v.is_alphanumeric() || same(*v, c));
        match near.filter(|(_, v)| same(*v, c)) {
            Some((at, _)) => {
                while rest.next().is_some_and(|(own, _)| own < at) {}
                out.push(Some(from.saturating_add(at)));
            }
            None => out.push(None),
        }
    }
    Some(out)
}

/// Lays the words of the document beside those of the paragraphs.
fn dat_canh((text, ai): &(String, Vec<Ai>), doan: &[&Doan]) -> Vec<Vec<Ai>> {
    let mut out: Vec<Vec<Ai>> = doan.iter().map(|d| vec![Ai::KhongRo; d.chu.len()]).collect();
    let of_document: Vec<Tu> = cac_tu(text);
    let mut of_word: Vec<Tu> = Vec::new();
    let mut whose: Vec<usize> = Vec::new();
    for (at, doan) in doan.iter().enumerate() {
        let words = cac_tu(&doan.chu).into_iter().filter(|tu| !tu.la_moc());
        of_word.extend(words);
        whose.resize(of_word.len(), at);
    }
    for khop in khop_theo_moc(&of_document, &of_word).into_iter().filter(|khop| khop.giong) {
        let pairs = khop.cu.zip(khop.moi);
        for (a, b) in pairs {
            let (Some(a), Some(b), Some(d)) = (of_document.get(a), of_word.get(b), whose.get(b))
            else {
                continue;
            };
            let who = a.o.clone().zip(b.o.clone());
            // Letters that are written otherwise may have other lengths.
            let alike = a.o.len() == b.o.len();
            if let Some(own) = out.get_mut(*d).filter(|_| alike) {
                for (from, to) in who {
                    if let (Some(slot), Some(ai)) = (own.get_mut(to), ai.get(from)) {
                        *slot = *ai;
                    }
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_found_behind_marks() {
        let at = |printed: &str, value: &str| {
            doi(printed, value, 0)
                .map(|all| all.into_iter().map(|a| a.map_or(-1, |a| a as i32)).collect::<Vec<_>>())
        };
        assert_eq!(at("a b", "**a** b"), Some(vec![2, 5, 6]));
        assert_eq!(at("AB;", "ab"), Some(vec![0, 1, -1]));
        assert_eq!(at("1.2", "12"), Some(vec![0, -1, 1]));
        assert_eq!(at("(a)", "(a)"), Some(vec![0, 1, 2]));
        assert_eq!(at("ac", "ab"), None);
    }
}
