//! Số hiệu: how people name an issued document, `105/KH-HĐND`, with its year where that is in doubt.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::model::{Fault, so_ky_hieu};

/// A document's number and symbol. A reserved number may have no symbol yet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SoHieu {
    pub so: u64,
    pub ky_hieu: String,
}

/// What a clerk types to name one: `105/KH-HĐND`, `105/KH-HĐND/2023`, or `106` alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CachGoi {
    pub so: u64,
    pub ky_hieu: Option<String>,
    pub nam: Option<i32>,
}

impl SoHieu {
    /// Reads what [`Display`](fmt::Display) writes.
    pub fn doc(text: &str) -> Option<Self> {
        let (so, ky_hieu) = text.split_once('/').unwrap_or((text, ""));
        let so = so_ky_hieu::so(so).ok()?;
        Some(Self { so, ky_hieu: ky_hieu.to_owned() })
    }
}

/// `05/KH-HĐND`: padded as it is printed (PL I, II.3.a).
impl fmt::Display for SoHieu {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.ky_hieu.as_str() {
            "" => write!(f, "{:02}", self.so),
            ky_hieu => write!(f, "{:02}/{ky_hieu}", self.so),
        }
    }
}

/// A symbol as names of files have it: `KH-HDND`, without marks and safe everywhere.
pub fn khong_dau(ky_hieu: &str) -> String {
    let letters = ky_hieu.nfd().filter(|c| !is_combining_mark(*c)).map(|c| match c {
        'Đ' => 'D',
        'đ' => 'd',
        c if c.is_ascii_alphanumeric() || c == '-' => c,
        _ => '_',
    });
    letters.collect()
}

impl CachGoi {
    pub fn doc(text: &str) -> Result<Self, Fault> {
        let wrong = || {
            Fault::new("bad-number", format!("không hiểu số hiệu “{}”", text.trim())).hint(
                "ghi như in trên văn bản, ví dụ: 105/KH-HĐND; trùng với năm khác thì thêm năm: 105/KH-HĐND/2023",
            )
        };
        let bare = text.trim();
        let bare = bare.strip_prefix("Số:").or_else(|| bare.strip_prefix("số")).unwrap_or(bare);
        let mut parts = bare.trim().split('/');
        let so = so_ky_hieu::so(parts.next().unwrap_or_default()).map_err(|_| wrong())?;
        let (mut ky_hieu, mut nam) = (None, None);
        for part in parts.map(str::trim) {
            match part.parse::<i32>() {
                Ok(n) if nam.is_none() => nam = Some(n),
                Err(_) if ky_hieu.is_none() && nam.is_none() && !part.is_empty() => {
                    ky_hieu = Some(part.to_owned());
                }
                _ => return Err(wrong()),
            }
        }
        Ok(Self { so, ky_hieu, nam })
    }
}

impl fmt::Display for CachGoi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ky_hieu = self.ky_hieu.clone().unwrap_or_default();
        write!(f, "{}", SoHieu { so: self.so, ky_hieu })?;
        self.nam.map_or(Ok(()), |nam| write!(f, "/{nam}"))
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
}
