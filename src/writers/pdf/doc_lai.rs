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
const DAU_PDF_A: &[u8] = b"pdfaid:part";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_pdf_has_no_pages() {
        for bytes in [&b""[..], b"%PDF-1.7", b"PK\x03\x04", &[0xff; 200]] {
            assert_eq!((dem_trang(bytes), la_pdf_a(bytes)), (None, false));
        }
    }
}
