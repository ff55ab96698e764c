//! Số hiệu: how people name an issued document, `105/KH-HĐND`, with its year where that is in doubt.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::model::{Fault, Ky, so_ky_hieu};

/// A document's number and symbol. A reserved number may have no symbol yet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SoHieu {
    pub so: u64,
    pub ky_hieu: String,
}

/// What a clerk types to name one: `105/KH-HĐND`, `105/KH-HĐND/2023`, `05-NQ/TU`, `05-QĐ/TU/2025-2030/QyĐ`, or `106` alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CachGoi {
    pub so: u64,
    pub ky_hieu: Option<String>,
    pub ky: Option<Ky>,
    /// The kind, by its word in a series or in YAML, where two have one symbol.
    pub loai: Option<String>,
}

impl SoHieu {
    /// Reads what [`Display`](fmt::Display) writes.
    pub fn doc(text: &str) -> Option<Self> {
        let (so, ky_hieu) = tach_so(text)?;
        Some(Self { so: so_ky_hieu::so(so).ok()?, ky_hieu: ky_hieu.to_owned() })
    }

    /// What stands between number and symbol: the decree's symbol has no "/", the Party's always has one, but for copies.
    fn noi(&self) -> char {
        if cua_dang(&self.ky_hieu) { '-' } else { '/' }
    }

    /// `5/KH-HĐND`: as it is found where nobody pads it.
    pub fn khong_dem(&self) -> String {
        format!("{}{}{}", self.so, self.noi(), self.ky_hieu)
    }
}

/// Whether a kind may come now: behind the Party's symbol, behind a term, or behind the year of a number that has no symbol
/// yet, `01/2026/KH`.
fn co_the_loai(noi: char, goi: &CachGoi, part: &str) -> bool {
    let by_term = goi.ky.as_ref().is_some_and(|ky| !ky.la_nam());
    let kept = goi.ky.is_some() && goi.ky_hieu.is_none() && !part.contains('-');
    goi.loai.is_none() && (noi == '-' || by_term || kept)
}

/// The Party's copies have one symbol, whoever copies (HD 05, PL 3): `01-BS`.
const BAN_SAO: &str = "BS";

/// Whether a symbol is one of the Party's.
fn cua_dang(ky_hieu: &str) -> bool {
    ky_hieu.contains('/') || ky_hieu == BAN_SAO
}

/// The number and what stands behind it: behind "/" a symbol without another "/", behind "-" one with it.
fn tach_so(text: &str) -> Option<(&str, &str)> {
    let Some((so, noi, rest)) = dau_so(text) else { return Some((text, "")) };
    let fits = (noi == '-') == cua_dang(rest) || rest == BAN_SAO;
    fits.then_some((so, rest))
}

/// What stands before the first sign that parts, the sign, the rest.
fn dau_so(text: &str) -> Option<(&str, char, &str)> {
    let at = text.find(['/', '-'])?;
    let (so, rest) = text.split_at(at);
    let noi = rest.chars().next()?;
    Some((so, noi, rest.get(1..)?))
}

/// `05/KH-HĐND`: padded as it is printed (PL I, II.3.a); `05-NQ/TU` (HD 05, I.3.2.2).
impl fmt::Display for SoHieu {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.ky_hieu.as_str() {
            "" => write!(f, "{:02}", self.so),
            ky_hieu => write!(f, "{:02}{}{ky_hieu}", self.so, self.noi()),
        }
    }
}

/// A symbol as names of files have it: `KH-HDND`, `NQ-TU`, without marks and safe everywhere.
pub fn khong_dau(ky_hieu: &str) -> String {
    let letters = ky_hieu.nfd().filter(|c| !is_combining_mark(*c)).map(|c| match c {
        'Đ' => 'D',
        'đ' => 'd',
        '/' => '-',
        c if c.is_ascii_alphanumeric() || c == '-' => c,
        _ => '_',
    });
    letters.collect()
}

impl CachGoi {
    /// A number alone.
    pub fn chi_so(so: u64) -> Self {
        Self { so, ky_hieu: None, ky: None, loai: None }
    }

    pub fn doc(text: &str) -> Result<Self, Fault> {
        let wrong = || {
            Fault::new("bad-number", format!("không hiểu số hiệu “{}”", text.trim())).hint(
                "ghi như in trên văn bản, ví dụ: 105/KH-HĐND; trùng với năm khác thì thêm năm: 105/KH-HĐND/2023",
            )
        };
        let bare = text.trim();
        let bare = ["Số:", "Số", "số"]
            .iter()
            .find_map(|dau| bare.strip_prefix(dau))
            .unwrap_or(bare)
            .trim();
        let (so, noi, mut parts): (&str, char, Vec<&str>) = match dau_so(bare) {
            None => (bare, '/', Vec::new()),
            Some((so, noi, rest)) => (so, noi, rest.split('/').map(str::trim).collect()),
        };
        let so = so_ky_hieu::so(so).map_err(|_| wrong())?;
        let mut goi = Self::chi_so(so);
        if noi == '-' {
            // The Party's symbol is two parts: kind and office; that of copies one.
            let long = if parts.first() == Some(&BAN_SAO) { 1 } else { 2 };
            if parts.len() < long || parts.iter().take(long).any(|part| part.is_empty()) {
                return Err(wrong());
            }
            let symbol: Vec<&str> = parts.drain(..long).collect();
            goi.ky_hieu = Some(symbol.join("/"));
        }
        for part in parts {
            match Ky::doc(part) {
                Some(ky) if goi.ky.is_none() && goi.loai.is_none() => goi.ky = Some(ky),
                None if part.is_empty() => return Err(wrong()),
                None if goi.ky_hieu.is_none() && goi.ky.is_none() => {
                    goi.ky_hieu = Some(part.to_owned())
                }
                None if co_the_loai(noi, &goi, part) => goi.loai = Some(part.to_owned()),
                _ => return Err(wrong()),
            }
        }
        Ok(goi)
    }
}

impl fmt::Display for CachGoi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ky_hieu = self.ky_hieu.clone().unwrap_or_default();
        write!(f, "{}", SoHieu { so: self.so, ky_hieu })?;
        self.ky.as_ref().map_or(Ok(()), |ky| write!(f, "/{ky}"))?;
        self.loai.as_ref().map_or(Ok(()), |loai| write!(f, "/{loai}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_named_as_it_is_printed() {
        let named = |text: &str| CachGoi::doc(text).map(|c| c.to_string());
        assert_eq!(named(" 5/KH-HĐND "), Ok("05/KH-HĐND".into()));
        assert_eq!(named("Số: 105/KH-HĐND/2023"), Ok("105/KH-HĐND/2023".into()));
        assert_eq!(named("106"), Ok("106".into()));
        assert_eq!(named("106/2023"), Ok("106/2023".into()));
        for bad in ["", "KH-HĐND", "0/KH-HĐND", "1/KH-HĐND/2023/4", "1//2023", "1/2023/KH-HĐND"]
        {
            assert_eq!(CachGoi::doc(bad).unwrap_err().code, "bad-number", "{bad}");
        }
    }

    /// The decree's number and the Party's are written the other way round; one read as the other is another paper.
    #[test]
    fn the_partys_number_is_told_from_the_decrees() {
        let so = SoHieu::doc("05-NQ/TU").unwrap();
        assert_eq!((so.so, so.ky_hieu.as_str(), so.to_string().as_str()), (5, "NQ/TU", "05-NQ/TU"));
        assert_eq!(
            (so.khong_dem().as_str(), khong_dau(&so.ky_hieu).as_str()),
            ("5-NQ/TU", "NQ-TU")
        );
        assert_eq!(SoHieu::doc("01-BS").unwrap().to_string(), "01-BS");
        for bad in ["05-NQ", "05/NQ/TU", "05-", "NQ/TU"] {
            assert_eq!(SoHieu::doc(bad), None, "{bad}");
        }
        let named = |text: &str| CachGoi::doc(text).map(|c| c.to_string());
        for text in [
            "05-NQ/TU",
            "05-NQ/TU/2025-2030",
            "01-BS",
            "01-BS/2025-2030/BS",
            "05-QĐ/TU/2025-2030/QyĐ",
            "05-QC/BTCTU-BNCTU",
            "05/2025-2030",
            "05/2025-2030/TB",
            "01/ĐH-2025",
            "01/2026/KH",
            "01/2026/ke_hoach",
        ] {
            assert_eq!(named(text), Ok(text.into()));
        }
        assert_eq!(named("Số 5-NQ/TU"), Ok("05-NQ/TU".into()));
        let goi = CachGoi::doc("05-QĐ/TU/quy_dinh").unwrap();
        assert_eq!((goi.ky, goi.loai.as_deref()), (None, Some("quy_dinh")));
        for bad in ["5-NQ", "5-/TU", "5-NQ/", "0-NQ/TU", "5-NQ/TU/QĐ/QĐ", "5/KH-HĐND/2023/KH"] {
            assert_eq!(CachGoi::doc(bad).unwrap_err().code, "bad-number", "{bad}");
        }
    }
}
