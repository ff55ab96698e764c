//! The issued file inside a signed one, found by its digest.

use sha2::{Digest as _, Sha256};

const CUOI: &[u8] = b"%%EOF";

/// The beginning of `ban` that has this SHA-256, in small hex digits: signatures are only ever appended, so it ends at one
/// of the file's own last lines. One pass, however many of those there are.
pub fn tim_goc<'a>(ban: &'a [u8], sha256: &str) -> Option<&'a [u8]> {
    let mut da_bam = Sha256::new();
    let mut den = 0;
    let cho = ban.windows(CUOI.len()).enumerate().filter(|(_, w)| *w == CUOI);
    for (at, _) in cho {
        for them in 0..=2 {
            let het = at.saturating_add(CUOI.len()).saturating_add(them);
            let Some(doan) = ban.get(den..het) else { break };
            da_bam.update(doan);
            den = het;
            if hex(&da_bam.clone().finalize()) == sha256 {
                return ban.get(..het);
            }
        }
    }
    None
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
