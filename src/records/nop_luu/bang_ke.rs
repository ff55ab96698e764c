//! Bảng kê: the digest of every file of a package, and the mark of them all that the signed minutes bear.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::PHIEN_BAN;
use crate::records::so_dang_ky::dau::bam;

/// Its own name; it doesn't list itself.
pub const TEP: &str = "bang-ke-nop-luu.json";
/// How many digits of the list's SHA-256 people compare by eye.
const DAI: usize = 20;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BangKeNop {
    /// Which version made the package.
    pub phien_ban: String,
    pub tieu_de: String,
    /// By their names in the package, the SHA-256 of each.
    pub tep: BTreeMap<String, String>,
}

impl BangKeNop {
    pub fn cua<'a>(tieu_de: &str, tep: impl Iterator<Item = (&'a str, &'a [u8])>) -> Self {
        Self {
            phien_ban: PHIEN_BAN.to_owned(),
            tieu_de: tieu_de.to_owned(),
            tep: tep.map(|(ten, bytes)| (ten.to_owned(), bam(bytes))).collect(),
        }
    }

    pub fn viet(&self) -> Vec<u8> {
        format!("{}\n", serde_json::to_string_pretty(self).unwrap_or_default()).into_bytes()
    }

    pub fn doc(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    /// The mark of a list as it is written.
    pub fn dau(bytes: &[u8]) -> String {
        let mut hex = bam(bytes);
        hex.truncate(DAI);
        hex
    }

    /// Whether a file has the digest that is listed.
    pub fn khop(&self, ten: &str, bytes: &[u8]) -> bool {
        self.tep.get(ten).is_some_and(|listed| *listed == bam(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_change_of_a_file_or_of_the_list_is_seen() {
        let list = BangKeNop::cua("Tập lưu", [("a.pdf", b"A".as_slice())].into_iter());
        assert!(list.khop("a.pdf", b"A") && !list.khop("a.pdf", b"B") && !list.khop("b.pdf", b"A"));
        let bytes = list.viet();
        assert_eq!(BangKeNop::doc(&bytes), Some(list));
        let mut other = bytes.clone();
        other.push(b' ');
        assert_ne!(BangKeNop::dau(&bytes), BangKeNop::dau(&other));
    }
}
