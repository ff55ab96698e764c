//! The issued file inside a signed one, found by its digest.

use sha2::{Digest as _, Sha256};

const CUOI: &[u8] = b"%%EOF";

/// The beginning of `ban` that has this SHA-256, in small hex digits: signatures are only ever appended, so it ends at one
/// of the file's own last lines. One pass, however many of those there are.
pub fn tim_goc<'a>(ban: &'a [u8], sha256: &str) -> Option<&'a [u8]> {
    let can = byte(sha256)?;
    let mut da_bam = Sha256::new();
    let mut den = 0;
    let cho = ban.windows(CUOI.len()).enumerate().filter(|(_, w)| *w == CUOI);
    for (at, _) in cho {
        for them in 0..=2 {
            let het = at.saturating_add(CUOI.len()).saturating_add(them);
            let Some(doan) = ban.get(den..het) else { break };
            da_bam.update(doan);
            den = het;
            if da_bam.clone().finalize().as_slice() == can.as_slice() {
                return ban.get(..het);
            }
        }
    }
    None
}

fn byte(hex: &str) -> Option<Vec<u8>> {
    let so = |doi: &[u8]| u8::from_str_radix(std::str::from_utf8(doi).ok()?, 16).ok();
    hex.as_bytes().chunks(2).map(so).collect()
}
