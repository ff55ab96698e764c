//! Cuối sổ: how many lines a register has and the digest of them all. Each line's mark proves those before it;
//! this, kept somewhere else, proves that none is missing behind.

use std::fmt;

use super::dau::bam;

/// How many hexadecimal digits of the SHA-256: nobody finds a second register for so many.
const DAI: usize = 20;
/// What the digest of the outgoing book begins with, before the first line.
pub(super) const MO_DAU: &str = "vanthu: sổ đăng ký văn bản đi";

/// The end of a register, or of its first lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CuoiSo {
    pub so_dong: usize,
    pub bam: String,
}

impl CuoiSo {
    /// Of no line.
    pub fn trong() -> Self {
        Self::mo(MO_DAU)
    }

    /// Of no line of the book that begins with these words.
    pub fn mo(goc: &str) -> Self {
        Self { so_dong: 0, bam: cat(bam(goc.as_bytes())) }
    }

    /// With one line more, as it stands without its mark.
    pub fn them(&self, than: &str) -> Self {
        let bam = cat(bam(format!("{}\n{than}", self.bam).as_bytes()));
        Self { so_dong: self.so_dong.saturating_add(1), bam }
    }

    /// Reads what [`Display`](fmt::Display) writes; blanks and capitals of someone who typed it don't count.
    pub fn doc(text: &str) -> Option<Self> {
        let (so_dong, bam) = text.trim().split_once('-')?;
        let bam: String = bam.chars().filter(|c| !c.is_whitespace()).collect();
        let hex = bam.len() == DAI && bam.bytes().all(|b| b.is_ascii_hexdigit());
        let so_dong = so_dong.trim().parse().ok()?;
        hex.then(|| Self { so_dong, bam: bam.to_ascii_lowercase() })
    }
}

fn cat(mut hex: String) -> String {
    hex.truncate(DAI);
    hex
}

/// `12-3fa09be61c2d4e5f6a7b`.
impl fmt::Display for CuoiSo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.so_dong, self.bam)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_and_their_order_count() {
        let of = |lines: &[&str]| lines.iter().fold(CuoiSo::trong(), |end, line| end.them(line));
        assert_eq!(of(&["a", "b"]).so_dong, 2);
        assert_ne!(of(&["a", "b"]), of(&["b", "a"]));
        assert_ne!(of(&["a"]).bam, of(&["a", ""]).bam);
        let end = of(&["a", "b"]);
        assert_eq!(CuoiSo::doc(&end.to_string()), Some(end.clone()));
        assert_eq!(CuoiSo::doc(&format!(" {} ", end.to_string().to_uppercase())), Some(end));
        for bad in ["", "12", "12-", "x-00000000000000000000", "12-0000"] {
            assert_eq!(CuoiSo::doc(bad), None, "{bad}");
        }
    }
}
