//! The mark at the beginning of a line: khoản, điểm, dash, plus (PL I, II.6).

use super::danh_so::{diem, so_cua_diem};

/// A mark, as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DauMuc {
    /// `1.`
    Khoan(usize),
    /// `1)`
    KhoanNgoac(usize),
    /// `a)`
    Diem(usize),
    /// `-`
    Gach,
    /// `+`
    Cong,
}

impl DauMuc {
    /// The mark that a line begins with, and what follows it.
    pub fn tach(line: &str) -> Option<(Self, &str)> {
        let (word, rest) = line.split_once([' ', '\t']).unwrap_or((line, ""));
        let dau = match word {
            "-" | "–" | "—" | "*" | "•" => Self::Gach,
            "+" => Self::Cong,
            _ => Self::so(word)?,
        };
        (!rest.trim().is_empty()).then_some((dau, rest.trim()))
    }

    fn so(word: &str) -> Option<Self> {
        let number = |text: &str| -> Option<usize> {
            let digits = text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit());
            digits.then(|| text.parse().ok()).flatten().filter(|so| *so > 0)
        };
        if let Some(text) = word.strip_suffix('.') {
            return number(text).map(Self::Khoan);
        }
        let text = word.strip_suffix(')')?;
        number(text).map(Self::KhoanNgoac).or_else(|| so_cua_diem(text).map(Self::Diem))
    }

    /// The number that it says; none for `-` and `+`.
    pub fn thu_tu(self) -> Option<usize> {
        match self {
            Self::Khoan(so) | Self::KhoanNgoac(so) | Self::Diem(so) => Some(so),
            Self::Gach | Self::Cong => None,
        }
    }

    /// The same mark with another number.
    pub fn voi_so(self, so: usize) -> Self {
        match self {
            Self::Khoan(_) => Self::Khoan(so),
            Self::KhoanNgoac(_) => Self::KhoanNgoac(so),
            Self::Diem(_) => Self::Diem(so),
            other => other,
        }
    }
}

impl std::fmt::Display for DauMuc {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Khoan(so) => write!(f, "{so}."),
            Self::KhoanNgoac(so) => write!(f, "{so})"),
            Self::Diem(so) => write!(f, "{})", diem(*so)),
            Self::Gach => f.write_str("-"),
            Self::Cong => f.write_str("+"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_words() {
        let dau = |line| DauMuc::tach(line).map(|(dau, rest)| (dau.to_string(), rest.to_owned()));
        let some = |dau: &str, rest: &str| Some((dau.to_owned(), rest.to_owned()));
        assert_eq!(dau("đ) Điểm đ"), some("đ)", "Điểm đ"));
        assert_eq!(dau("12. Khoản"), some("12.", "Khoản"));
        assert_eq!(dau("– ý"), some("-", "ý"));
        for line in ["a. b", "1.1. x", "2023. năm", "f) x", "-x", "- ", "1.", "A) x", "0. x"] {
            assert_eq!(dau(line), None, "{line}");
        }
    }
}
