//! UUIDs made of names: no clock and no dice, so that the same hồ sơ gives the same package byte for byte.

use sha2::{Digest, Sha256};

/// What our names begin with, so that nobody else's name gives the same number.
const KHONG_GIAN: &str = "vanthu nộp lưu\n";

/// A UUID of version 8 (RFC 9562, 5.8) from the SHA-256 of a name, in capitals as the circular's examples have it.
pub(super) fn uuid(ten: &str) -> String {
    let digest = Sha256::new().chain_update(KHONG_GIAN).chain_update(ten).finalize();
    let nibbles = digest.iter().take(16).flat_map(|byte| [byte >> 4, byte & 0xF]);
    let mut out = String::with_capacity(36);
    for (i, nibble) in nibbles.enumerate() {
        if matches!(i, 8 | 12 | 16 | 20) {
            out.push('-');
        }
        let nibble = match i {
            12 => 8,
            16 => (nibble & 0b0011) | 0b1000,
            _ => nibble,
        };
        out.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0').to_ascii_uppercase());
    }
    out
}

/// `uuid-…` of a package from the digest of each file in it but its METS. Who has the number on signed paper can prove every
/// paper by it.
pub(super) fn ma_goi<'a>(tep: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut lines: Vec<String> =
        tep.map(|(duong, bam)| format!("{}  {duong}\n", bam.to_uppercase())).collect();
    lines.sort();
    format!("uuid-{}", uuid(&format!("gói\n{}", lines.concat())))
}

/// Whether an `OBJID` is made of its content; other software throws dice (version 4).
pub(super) fn tu_noi_dung(ma: &str) -> bool {
    ma.starts_with("uuid-") && ma.len() == 41 && ma.as_bytes().get(19) == Some(&b'8')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gives_one_number_of_the_known_form() {
        let one = uuid("a");
        assert_eq!(one, uuid("a"));
        assert_ne!(one, uuid("b"));
        let parts: Vec<usize> = one.split('-').map(str::len).collect();
        assert_eq!(parts, [8, 4, 4, 4, 12]);
        assert!(one.chars().all(|c| c == '-' || c.is_ascii_digit() || c.is_ascii_uppercase()));
        assert!(matches!(one.as_bytes()[19], b'8' | b'9' | b'A' | b'B'));
        assert!(tu_noi_dung(&format!("uuid-{one}")));
        assert!(!tu_noi_dung("uuid-7D0D1987-0F1C-47A7-8FD6-CC5C7DE4064F"));
    }

    #[test]
    fn a_package_is_named_by_what_is_in_it() {
        let name = |tep: &[(&'static str, &'static str)]| ma_goi(tep.iter().copied());
        let one = name(&[("a", "0A"), ("b", "0B")]);
        // The order in which files are listed says nothing; letters of a digest are the same in capitals.
        assert_eq!(one, name(&[("b", "0b"), ("a", "0a")]));
        assert_ne!(one, name(&[("a", "0B"), ("b", "0A")]));
        assert_ne!(one, name(&[("a", "0A")]));
    }
}
