//! Dấu dòng: the short mark at the end of every row. It is made of the row and of the mark before it, so
//! that a row changed, added, taken out or moved by hand no longer fits.

use sha2::{Digest, Sha256};

/// How many hexadecimal digits a mark has: enough to notice a slip, short enough to read out.
const DAI: usize = 8;

/// What stands before the first row.
pub const DAU_DAU_SO: &str = "00000000";

/// The mark of a row without its mark, after a row with the mark `truoc`.
pub fn dau(truoc: &str, dong: &str) -> String {
    let mut hex = bam(format!("{truoc}\n{dong}").as_bytes());
    hex.truncate(DAI);
    hex
}

/// A line without its mark, and the mark.
pub fn than(line: &str) -> (&str, &str) {
    let (than, dau) = line.rsplit_once('|').unwrap_or((line, ""));
    (than.trim_end(), dau.trim())
}

/// SHA-256 in hexadecimal digits.
pub fn bam(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_known_one() {
        assert!(bam(b"abc").starts_with("ba7816bf8f01cfea"));
        assert_eq!(dau(DAU_DAU_SO, "a").len(), DAI);
        assert_ne!(dau(DAU_DAU_SO, "a"), dau("00000001", "a"));
    }
}
