//! Dãy số: which documents are counted together (Điều 15; HD 05, I.3.1.1).

use std::fmt;

use chrono::NaiveDate;

use super::so_hieu::{SoHieu, khong_dau};
use crate::model::{CoQuan, Fault, Ky, Loai, loai_cua_ten};

/// A series of numbers: an office's documents of a year or a term, or those of one kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    pub ky: Ky,
    /// The office's part of the symbol: `HĐND`. Two offices that share a register count apart.
    pub co_quan: String,
    /// The kind's word where each kind is counted apart.
    pub loai: Option<String>,
}

impl Day {
    /// The series that a document of this kind and day gets its number from.
    pub fn cua(co_quan: &CoQuan, loai: Loai, ngay: NaiveDate) -> Result<Self, Fault> {
        let ky = co_quan.danh_so.ky(ngay)?;
        Ok(Self { ky, co_quan: co_quan.ky_hieu.clone(), loai: co_quan.danh_so.loai(loai) })
    }

    /// The number that the office begins it with.
    pub fn so_dau(&self, co_quan: &CoQuan) -> u64 {
        co_quan.danh_so.so_dau(&self.ky, self.loai.as_deref())
    }

    /// Reads what [`Display`](fmt::Display) writes.
    pub fn doc(text: &str) -> Option<Self> {
        let mut words = text.split(' ').filter(|w| !w.is_empty());
        let ky = Ky::doc(words.next()?)?;
        let co_quan = words.next()?.to_owned();
        let loai = words.next().map(str::to_owned);
        words.next().is_none().then_some(Self { ky, co_quan, loai })
    }

    /// Whether both are of one office and time, however it counts.
    pub fn cung_so(&self, other: &Self) -> bool {
        (&self.ky, &self.co_quan) == (&other.ky, &other.co_quan)
    }

    /// The kind whose series it is, where it is one's.
    pub fn loai_rieng(&self) -> Option<Loai> {
        self.loai.as_deref().and_then(loai_cua_ten)
    }

    /// Whether it is the series of a kind by any word for the kind.
    pub fn co_loai(&self, ten: &str) -> bool {
        let own = self.loai.as_deref();
        own == Some(ten)
            || self.loai_rieng().is_some_and(|loai| loai.khoa() == ten || loai.ten() == ten)
    }

    /// The folder of its documents: `2023`; by terms each kind has its own, since two may have one symbol:
    /// `2025-2030-quy-dinh`.
    pub fn thu_muc(&self) -> String {
        let ky = khong_dau(&self.ky.to_string());
        match &self.loai {
            Some(ten) if !self.ky.la_nam() => {
                let kind = self.loai_rieng().map(|loai| loai.khoa().replace('_', "-"));
                format!("{ky}-{}", kind.unwrap_or_else(|| khong_dau(ten).replace('_', "-")))
            }
            _ => ky,
        }
    }

    /// A number of it as no other is called: `105/KH-HĐND/2023`, `05-QĐ/TU/2025-2030/QyĐ`; one that is kept `01/2026/KH`.
    pub fn goi(&self, so_hieu: &SoHieu) -> String {
        let unclear = !self.ky.la_nam() || so_hieu.ky_hieu.is_empty();
        match self.loai.as_ref().filter(|_| unclear) {
            Some(loai) => format!("{so_hieu}/{}/{loai}", self.ky),
            None => format!("{so_hieu}/{}", self.ky),
        }
    }
}

/// Whether a folder of issued documents may have this name.
pub fn la_thu_muc(ten: &str) -> bool {
    let of_term = |ten: &str| {
        let years = ten.get(..9).is_some_and(|years| Ky::doc(years).is_some());
        years && ten.get(9..).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    let of_congress = |ten: &str| Ky::doc(&ten.replacen("DH-", "ĐH-", 1)).is_some();
    let year = !ten.is_empty() && ten.bytes().all(|b| b.is_ascii_digit());
    year || of_term(ten) || ten.starts_with("DH-") && of_congress(ten)
}

/// `2023 HĐND`, `2023 HĐND KH`, `2025-2030 TU QyĐ`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.ky, self.co_quan)?;
        self.loai.as_ref().map_or(Ok(()), |loai| write!(f, " {loai}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::doc(text).unwrap()
    }

    /// Two kinds with one symbol and one number must not want one folder.
    #[test]
    fn kinds_of_one_abbreviation_have_folders_of_their_own() {
        assert_eq!(day("2023 HĐND KH").thu_muc(), "2023");
        assert_eq!(day("2025-2030 TU QĐ").thu_muc(), "2025-2030-quyet-dinh");
        assert_eq!(day("2025-2030 TU QyĐ").thu_muc(), "2025-2030-quy-dinh");
        assert_eq!(day("2025-2030 TU ĐA").thu_muc(), "2025-2030-de-an");
        assert_eq!(day("2025-2030 TU DA").thu_muc(), "2025-2030-du-an");
        assert_eq!(day("ĐH-2025 ĐH").thu_muc(), "DH-2025");
        assert_eq!(day("2025-2030 TU ../../x").thu_muc(), "2025-2030-------x");
        for ten in ["2023", "2025-2030-quy-dinh", "2025-2030", "DH-2025", "DH-2025-2"] {
            assert!(la_thu_muc(ten), "{ten}");
        }
        for ten in ["", ".dang-lam", "ban-nhap", "2025-20", "2025-2030x", "DH", "DH-x"] {
            assert!(!la_thu_muc(ten), "{ten}");
        }
        for text in ["2023 HĐND", "2025-2030 TU QyĐ", "ĐH-2025 ĐH"] {
            assert_eq!(day(text).to_string(), text);
        }
    }
}
