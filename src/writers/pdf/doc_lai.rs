//! What is asked of a PDF that lies in a folder, whoever made it.

use lopdf::Document;

/// How many pages it has; none for what is no PDF that can be read.
pub fn dem_trang(bytes: &[u8]) -> Option<usize> {
    let pages = Document::load_mem(bytes).ok()?.get_pages().len();
    (pages > 0).then_some(pages)
}

/// Whether it says that it is PDF/A. Its metadata stand as plain text then (ISO 19005-2, 6.6.2.1).
pub fn la_pdf_a(bytes: &[u8]) -> bool {
    bytes.windows(DAU_PDF_A.len()).any(|here| here == DAU_PDF_A)
}

/// What a PDF begins with, mostly at once.
pub const DAU_PDF: &[u8] = b"%PDF-";
/// So many bytes of whoever sent it may stand before that: readers look no further.
const TRUOC_DAU: usize = 1024;

/// Where a PDF begins; none for what is no PDF.
pub fn dau_pdf(bytes: &[u8]) -> Option<usize> {
    let most = TRUOC_DAU.saturating_add(DAU_PDF.len()).min(bytes.len());
    bytes.get(..most)?.windows(DAU_PDF.len()).position(|at| at == DAU_PDF)
}

/// Whether it is a PDF, by its beginning.
pub fn la_pdf(bytes: &[u8]) -> bool {
    dau_pdf(bytes).is_some()
}

const DAU_PDF_A: &[u8] = b"pdfaid:part";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pdf_may_begin_behind_a_few_bytes_of_whoever_sent_it() {
        let behind = |count: usize| [&vec![b'x'; count][..], b"%PDF-1.7"].concat();
        assert_eq!(
            [0, 1, 1024].map(|count| dau_pdf(&behind(count))),
            [Some(0), Some(1), Some(1024)]
        );
        assert_eq!(dau_pdf(&behind(1025)), None);
        assert!(!la_pdf(b"") && !la_pdf(b"%PDF"));
    }

    #[test]
    fn what_is_no_pdf_has_no_pages() {
        for bytes in [&b""[..], b"%PDF-1.7", b"PK\x03\x04", &[0xff; 200]] {
            assert_eq!((dem_trang(bytes), la_pdf_a(bytes)), (None, false));
        }
    }
}
