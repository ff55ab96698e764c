//! A file of a package: where it goes and what it holds.

use std::sync::Arc;

use sha2::{Digest, Sha256};

/// A file by its path inside the package, with `/` between folders. The document itself goes to everyone,
/// so its bytes are shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tep {
    pub ten: String,
    pub bytes: Arc<[u8]>,
}

impl Tep {
    pub fn new(ten: impl Into<String>, bytes: impl Into<Arc<[u8]>>) -> Self {
        Self { ten: ten.into(), bytes: bytes.into() }
    }

    /// The same file inside a folder.
    pub fn trong(&self, thu_muc: &str) -> Self {
        Self { ten: format!("{thu_muc}/{}", self.ten), bytes: Arc::clone(&self.bytes) }
    }
}

/// SHA-256 in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_the_published_one() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256(b"abc"), abc);
    }
}
