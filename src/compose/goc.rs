//! Gốc: where the letters of a text come from, piece by piece.

use std::borrow::Borrow;
use std::collections::HashSet;
use std::fmt;
use std::ops::{Deref, Range};

use serde::{Serialize, Serializer};

use crate::model::{Loi, Nguon};

/// Where a piece comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goc {
    /// A field says it.
    Muc(Nguon),
    /// The program or the template says it.
    Mau,
    /// The text of that number in the data that a template was given; only until the fields are put in.
    DuLieu(usize),
}

/// Bytes of a text and where they come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manh {
    pub trong: Range<usize>,
    pub goc: Goc,
}

/// The pieces of a text in its order; of what lies between them nobody knows. To compare two texts is to
/// compare what they say, so any two of these are equal.
#[derive(Debug, Clone, Default)]
pub struct CacManh(Vec<Manh>);

impl PartialEq for CacManh {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for CacManh {}

impl CacManh {
    /// A text of `len` bytes that is one piece, or of which nothing is known.
    pub fn mot(len: usize, goc: Option<Goc>) -> Self {
        let piece = goc.filter(|_| len > 0).map(|goc| Manh { trong: 0..len, goc });
        Self(Vec::from_iter(piece))
    }

    pub fn new(manh: Vec<Manh>) -> Self {
        Self(manh)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Manh> {
        self.0.iter()
    }

    /// Sets the pieces of a text behind those of one that has `len` bytes. Words of the template's own become one piece.
    pub fn noi(&mut self, len: usize, sau: &Self) {
        for manh in &sau.0 {
            let trong = dich(&manh.trong, len);
            match self.0.last_mut() {
                // What a field says twice stays two pieces.
                Some(last)
                    if last.trong.end == trong.start
                        && (&last.goc, &manh.goc) == (&Goc::Mau, &Goc::Mau) =>
                {
                    last.trong.end = trong.end;
                }
                _ => self.0.push(Manh { trong, goc: manh.goc.clone() }),
            }
        }
    }

    /// The pieces of a part of the text.
    pub fn lay(&self, doan: &Range<usize>) -> Self {
        let inside = |manh: &Manh| {
            let start = manh.trong.start.max(doan.start);
            let end = manh.trong.end.min(doan.end);
            let trong = start.checked_sub(doan.start)?..end.checked_sub(doan.start)?;
            (start < end).then(|| Manh { trong, goc: manh.goc.clone() })
        };
        Self(self.0.iter().filter_map(inside).collect())
    }

    /// The numbers of the pieces that still have them.
    pub fn cac_so(&self) -> impl Iterator<Item = usize> {
        self.0.iter().filter_map(|manh| match manh.goc {
            Goc::DuLieu(so) => Some(so),
            Goc::Muc(_) | Goc::Mau => None,
        })
    }

    /// Forgets pieces by their numbers.
    pub fn bo_so(&mut self, bo: &HashSet<usize>) {
        self.0.retain(|manh| !matches!(manh.goc, Goc::DuLieu(so) if bo.contains(&so)));
    }

    /// Puts the fields in the place of their numbers; of a number that is none nobody knows.
    pub fn dat_nguon(&mut self, nguon: &[Nguon]) {
        self.0.retain_mut(|manh| {
            let Goc::DuLieu(so) = manh.goc else { return true };
            let known = nguon.get(so).cloned().map(Goc::Muc);
            known.map(|goc| manh.goc = goc).is_some()
        });
    }

    /// The field of a part of the text that lies whole in one piece.
    pub fn nguon(&self, doan: &Range<usize>) -> Option<&Nguon> {
        let holds = |manh: &&Manh| manh.trong.start <= doan.start && doan.end <= manh.trong.end;
        match &self.0.iter().find(holds)?.goc {
            Goc::Muc(nguon) => Some(nguon),
            Goc::Mau | Goc::DuLieu(_) => None,
        }
    }

    /// The piece that a field says at a byte of the text.
    pub fn tai(&self, at: usize) -> Option<(&Range<usize>, &Nguon)> {
        let piece = self.0.iter().find(|manh| manh.trong.contains(&at))?;
        match &piece.goc {
            Goc::Muc(nguon) => Some((&piece.trong, nguon)),
            Goc::Mau | Goc::DuLieu(_) => None,
        }
    }

    /// The pieces of the same text in capitals, which may have other lengths, with that text.
    pub fn in_hoa(&self, chu: &str) -> (String, Self) {
        let (mut out, mut manh, mut from) = (String::with_capacity(chu.len()), Vec::new(), 0);
        let part = |doan: Range<usize>| chu.get(doan).unwrap_or_default().to_uppercase();
        for piece in &self.0 {
            out.push_str(&part(from..piece.trong.start));
            let start = out.len();
            out.push_str(&part(piece.trong.clone()));
            manh.push(Manh { trong: start..out.len(), goc: piece.goc.clone() });
            from = piece.trong.end;
        }
        out.push_str(&part(from..chu.len()));
        (out, Self(manh))
    }
}

fn dich(doan: &Range<usize>, len: usize) -> Range<usize> {
    doan.start.saturating_add(len)..doan.end.saturating_add(len)
}

/// A line of head or foot that knows where its letters come from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dong {
    chu: String,
    goc: CacManh,
}

impl Dong {
    /// Words of the program's own.
    pub fn mau(chu: &str) -> Self {
        Self { chu: chu.to_owned(), goc: CacManh::mot(chu.len(), Some(Goc::Mau)) }
    }

    pub fn new(chu: String, goc: CacManh) -> Self {
        Self { chu, goc }
    }

    /// Several of them on one line, with `giua` between.
    pub fn ghep<'a>(cac: impl IntoIterator<Item = &'a Self>, giua: &str) -> Self {
        let (mut line, giua) = (Self::default(), Self::mau(giua));
        for (i, dong) in cac.into_iter().enumerate() {
            if i > 0 {
                line.noi(&giua);
            }
            line.noi(dong);
        }
        line
    }

    /// Sets another line behind this one.
    pub fn noi(&mut self, sau: &Self) {
        self.goc.noi(self.chu.len(), &sau.goc);
        self.chu.push_str(&sau.chu);
    }

    /// A part of the line.
    pub fn lay(&self, doan: Range<usize>) -> Self {
        let chu = self.chu.get(doan.clone()).unwrap_or_default().to_owned();
        Self { chu, goc: self.goc.lay(&doan) }
    }

    pub fn in_hoa(&self) -> Self {
        let (chu, goc) = self.goc.in_hoa(&self.chu);
        Self { chu, goc }
    }

    /// A line that begins with the words of `loi`, or of which nobody knows.
    pub fn mo_dau(chu: String, loi: &Loi) -> Self {
        let known = loi.nguon().filter(|_| chu.starts_with(loi.as_str()));
        let goc = CacManh::mot(loi.len(), known.cloned().map(Goc::Muc));
        Self { chu, goc }
    }

    /// Its words, and where they come from.
    pub fn tach(self) -> (String, CacManh) {
        (self.chu, self.goc)
    }

    pub fn as_str(&self) -> &str {
        &self.chu
    }

    pub fn goc(&self) -> &CacManh {
        &self.goc
    }
}

/// Words of the program's own.
impl From<&str> for Dong {
    fn from(chu: &str) -> Self {
        Self::mau(chu)
    }
}

impl From<&Loi> for Dong {
    fn from(loi: &Loi) -> Self {
        let goc = CacManh::mot(loi.len(), loi.nguon().cloned().map(Goc::Muc));
        Self { chu: loi.to_string(), goc }
    }
}

/// Words that were made of the data, so that nobody knows of which.
impl From<String> for Dong {
    fn from(chu: String) -> Self {
        Self { chu, goc: CacManh::default() }
    }
}

impl Deref for Dong {
    type Target = str;

    fn deref(&self) -> &str {
        &self.chu
    }
}

impl AsRef<str> for Dong {
    fn as_ref(&self) -> &str {
        &self.chu
    }
}

impl Borrow<str> for Dong {
    fn borrow(&self) -> &str {
        &self.chu
    }
}

impl fmt::Display for Dong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.chu, f)
    }
}

impl Serialize for Dong {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.chu)
    }
}

impl PartialEq<str> for Dong {
    fn eq(&self, other: &str) -> bool {
        self.chu == other
    }
}

impl PartialEq<&str> for Dong {
    fn eq(&self, other: &&str) -> bool {
        self.chu == *other
    }
}

impl PartialEq<String> for Dong {
    fn eq(&self, other: &String) -> bool {
        self.chu == *other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn so(n: usize) -> Goc {
        Goc::DuLieu(n)
    }

    #[test]
    fn pieces_follow_their_letters() {
        let mut goc = CacManh::mot(3, Some(so(1)));
        goc.noi(3, &CacManh::mot(2, None));
        goc.noi(5, &CacManh::mot(4, Some(so(2))));
        goc.noi(9, &CacManh::mot(1, Some(so(2))));
        let all: Vec<_> = goc.iter().map(|m| (m.trong.clone(), m.goc.clone())).collect();
        assert_eq!(all, [(0..3, so(1)), (5..9, so(2)), (9..10, so(2))]);
        let part: Vec<_> = goc.lay(&(2..6)).iter().map(|m| m.trong.clone()).collect();
        assert_eq!(part, [0..1, 3..4]);
        assert_eq!(goc.lay(&(3..5)).iter().count(), 0);
    }

    #[test]
    fn capitals_may_be_longer() {
        let mut goc = CacManh::mot("ß".len(), Some(so(1)));
        goc.noi("ß".len(), &CacManh::mot("đ".len(), Some(so(2))));
        let (chu, goc) = goc.in_hoa("ßđx");
        let pieces: Vec<&str> = goc.iter().map(|m| &chu[m.trong.clone()]).collect();
        assert_eq!((chu.as_str(), pieces), ("SSĐX", vec!["SS", "Đ"]));
    }
}
