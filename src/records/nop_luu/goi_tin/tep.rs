//! A file of the package as METS and PREMIS speak of it.

use super::dinh_danh::uuid;
use crate::records::so_dang_ky::dau::bam;

pub(super) struct TepGoi {
    /// From the package's folder on.
    pub duong: String,
    /// SHA-256 in capitals, as archives' software writes it.
    pub bam: String,
    pub co: usize,
    pub mime: &'static str,
}

impl TepGoi {
    pub(super) fn cua(duong: &str, bytes: &[u8]) -> Self {
        let bam = bam(bytes).to_uppercase();
        Self { duong: duong.to_owned(), bam, co: bytes.len(), mime: mime(duong) }
    }

    /// The ID of its `<file>`; `ID-` is for files alone.
    pub(super) fn id(&self) -> String {
        format!("ID-{}", uuid(&format!("tệp\n{}\n{}", self.duong, self.bam)))
    }

    /// As a METS that lies in `goc` calls it.
    pub(super) fn tu(&self, goc: &str) -> &str {
        self.duong.strip_prefix(goc).unwrap_or(&self.duong)
    }
}

/// The table of the circular (Phụ lục III), and what lies in a package besides papers.
const MIME: [(&str, &str); 25] = [
    ("pdf", "application/pdf"),
    ("txt", "text/plain"),
    ("rtf", "application/rtf"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("doc", "application/msword"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("csv", "text/csv"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("xls", "application/vnd.ms-excel"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("htm", "text/html"),
    ("html", "text/html"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("odp", "application/vnd.oasis.opendocument.presentation"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("gif", "image/gif"),
    ("tif", "image/tiff"),
    ("tiff", "image/tiff"),
    ("png", "image/png"),
    ("zip", "application/zip"),
    ("xml", "text/xml"),
    ("xsd", "application/xml"),
    ("json", "application/json"),
];

fn mime(duong: &str) -> &'static str {
    let ending = duong.rsplit('.').next().unwrap_or_default().to_lowercase();
    let known = MIME.iter().find(|(own, _)| *own == ending);
    known.map_or("application/octet-stream", |(_, mime)| mime)
}
