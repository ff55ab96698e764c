//! Dãy số: which documents are counted together (Điều 15).

use std::fmt;

use crate::model::{CoQuan, Loai};

/// A series of numbers: an office's documents of a year, or those of one kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    pub nam: i32,
    /// The office's part of the symbol: `HĐND`. Two offices that share a register count apart.
    pub co_quan: String,
    /// The kind's abbreviation where each kind is counted apart.
    pub loai: Option<String>,
}

impl Day {
    /// The series that a document of this kind and year gets its number from.
    pub fn cua(co_quan: &CoQuan, loai: Loai, nam: i32) -> Self {
        Self { nam, co_quan: co_quan.ky_hieu.clone(), loai: co_quan.danh_so.loai(loai) }
    }

    /// Reads what [`Display`](fmt::Display) writes.
    pub fn doc(text: &str) -> Option<Self> {
        let mut words = text.split(' ').filter(|w| !w.is_empty());
        let nam = words.next()?.parse().ok()?;
        let co_quan = words.next()?.to_owned();
        let loai = words.next().map(str::to_owned);
        words.next().is_none().then_some(Self { nam, co_quan, loai })
    }

    /// Whether both are of one office and year, however it counts.
    pub fn cung_so(&self, other: &Self) -> bool {
        (self.nam, &self.co_quan) == (other.nam, &other.co_quan)
    }
}

/// `2023 HĐND`, `2023 HĐND KH`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.nam, self.co_quan)?;
        self.loai.as_ref().map_or(Ok(()), |loai| write!(f, " {loai}"))
    }
}
