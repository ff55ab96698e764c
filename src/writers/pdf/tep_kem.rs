//! Tệp kèm: a file inside the PDF, which makes it PDF/A-3.

use crate::model::{DangAnh, TepAnh};
use crate::reading::source::{TepNguon, ten_tep};

/// A file to be attached, under the name that a reader lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TepKem {
    pub ten: String,
    /// What a reader shows beside the name.
    pub mo_ta: String,
    pub kieu_mime: &'static str,
    pub quan_he: QuanHe,
    pub bytes: Vec<u8>,
}

/// What the file is to the document (ISO 19005-3: AFRelationship).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuanHe {
    /// The document was made from it.
    Nguon,
    /// It says in data what the document says in words.
    DuLieu,
}

impl TepKem {
    /// A file of the hồ sơ, as it was read: UTF-8, NFC, plain line ends.
    pub fn nguon(tep: &TepNguon) -> Self {
        let ten = ten_tep(&tep.ten);
        Self {
            ten: ten.to_owned(),
            mo_ta: format!("Tệp nguồn {ten}"),
            kieu_mime: match ten.rsplit('.').next() {
                Some("md") => "text/markdown",
                Some("csv") => "text/csv",
                _ => "application/yaml",
            },
            quan_he: QuanHe::Nguon,
            bytes: tep.text.clone().into_bytes(),
        }
    }

    /// A picture of the hồ sơ, as its file has it; a QR code has no file.
    pub fn anh(tep: &TepAnh) -> Self {
        Self {
            ten: tep.ten.clone(),
            mo_ta: format!("Tệp hình {}", tep.ten),
            kieu_mime: match tep.dang {
                DangAnh::Png => "image/png",
                DangAnh::Jpeg => "image/jpeg",
                DangAnh::Svg => "image/svg+xml",
            },
            quan_he: QuanHe::Nguon,
            bytes: tep.bytes.clone(),
        }
    }
}
