//! Digests of what signatures cover, in one pass over the file.

use sha2::{Digest, Sha256, Sha384, Sha512};

use super::vat::Khoang;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThuatToan {
    Sha256,
    Sha384,
    Sha512,
}

/// Digests of the file's beginning, each as far as it was asked for. Signatures stand one after another, so
/// nothing is read twice but what lies between a signature and the end of its own update.
#[derive(Debug, Default)]
pub struct Bam {
    sha256: (usize, Sha256),
    sha384: (usize, Sha384),
    sha512: (usize, Sha512),
}

impl Bam {
    /// The digest of the bytes up to `den` without those of `tru`.
    pub fn bam(
        &mut self,
        kieu: ThuatToan,
        bytes: &[u8],
        tru: Khoang,
        den: usize,
    ) -> Option<Vec<u8>> {
        match kieu {
            ThuatToan::Sha256 => mot(&mut self.sha256, bytes, tru, den),
            ThuatToan::Sha384 => mot(&mut self.sha384, bytes, tru, den),
            ThuatToan::Sha512 => mot(&mut self.sha512, bytes, tru, den),
        }
    }
}

fn mot<D: Digest + Clone>(
    den_dau: &mut (usize, D),
    bytes: &[u8],
    tru: Khoang,
    den: usize,
) -> Option<Vec<u8>> {
    let (da, may) = den_dau;
    may.update(bytes.get(*da..tru.tu)?);
    *da = tru.tu;
    let mut may = may.clone();
    may.update(bytes.get(tru.den..den)?);
    Some(may.finalize().to_vec())
}

/// The digest of some bytes alone.
pub fn mot_minh(kieu: ThuatToan, bytes: &[u8]) -> Vec<u8> {
    match kieu {
        ThuatToan::Sha256 => Sha256::digest(bytes).to_vec(),
        ThuatToan::Sha384 => Sha384::digest(bytes).to_vec(),
        ThuatToan::Sha512 => Sha512::digest(bytes).to_vec(),
    }
}
