//! A PDF that was signed in its place: the issued bytes with more at their end.

use sha2::{Digest, Sha256};

use crate::writers::pdf;

/// How a PDF ends.
const CUOI: &[u8] = b"%%EOF";
/// The end of its last line may follow.
const XUONG_DONG: usize = 2;

/// Whether a PDF is the one with this digest, with signatures after it and nothing that changes it.
pub fn da_ky(bytes: &[u8], sha: &str) -> bool {
    ban_goc(bytes, sha).is_some_and(|goc| chi_them_chu_ky(goc, bytes))
}

/// Whether what was appended only signs. The one place that asks the reader of signed PDFs.
fn chi_them_chu_ky(goc: &[u8], bytes: &[u8]) -> bool {
    let more = bytes.get(goc.len()..).unwrap_or_default();
    let has = |wanted: &[u8]| more.windows(wanted.len()).any(|window| window == wanted);
    goc.starts_with(b"%PDF-") && has(b"/ByteRange") && has(CUOI) && pdf::cung_noi_dung(goc, bytes)
}

/// The beginning that has this digest: it ends where a PDF does. The digest is carried on from end to end, so the
/// file is read once, however many ends it has.
fn ban_goc<'b>(bytes: &'b [u8], sha: &str) -> Option<&'b [u8]> {
    let mut so_far = Sha256::new();
    let mut done = 0_usize;
    let starts = bytes.windows(CUOI.len()).enumerate().filter(|(_, w)| *w == CUOI);
    for (at, _) in starts {
        let end = at.saturating_add(CUOI.len());
        for end in (0..=XUONG_DONG).map(|more| end.saturating_add(more)) {
            if let Some(next) = bytes.get(done..end) {
                so_far.update(next);
                done = end;
            }
            let hex: String =
                so_far.clone().finalize().iter().map(|byte| format!("{byte:02x}")).collect();
            if done == end && hex == sha {
                return bytes.get(..end);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::so_dang_ky::dau::bam;

    #[test]
    fn the_issued_bytes_are_found_at_the_beginning() {
        let issued = b"%PDF-1.7 %%EOF a %%EOF\r\n".to_vec();
        let sha = bam(&issued);
        assert_eq!(ban_goc(&issued, &sha), Some(issued.as_slice()));
        let signed = [issued.as_slice(), b"%%EOF%%EOF more %%EOF\n"].concat();
        assert_eq!(ban_goc(&signed, &sha), Some(issued.as_slice()));
        let mut changed = signed.clone();
        changed[3] = b'X';
        assert_eq!(ban_goc(&changed, &sha), None);
        assert_eq!(ban_goc(&signed, "00"), None);
    }

    /// A signature in name only is none.
    #[test]
    fn a_mark_without_a_pdf_is_no_signature() {
        let issued = b"%PDF-1.7 %%EOF\n".to_vec();
        let noise = [issued.as_slice(), b"/ByteRange %%EOF"].concat();
        assert!(!da_ky(&noise, &bam(&issued)));
    }

    /// Ends by the thousand take no more time than one.
    #[test]
    fn many_ends_are_read_once() {
        let many = [b"%PDF-1.7".to_vec(), b"%%EOF".repeat(200_000)].concat();
        assert_eq!(ban_goc(&many, "00"), None);
    }
}
