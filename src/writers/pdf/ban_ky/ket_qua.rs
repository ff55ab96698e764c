//! What the judge of a signed PDF answers.

use std::fmt;

/// The issued file with signatures after it, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BanKy {
    /// In the order of signing.
    pub chu_ky: Vec<ChuKy>,
    /// What a person should look at: a picture of a signature on a place that was not kept for it.
    pub ghi_chu: Vec<String>,
}

/// A signature, or a time stamp.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChuKy {
    /// The name of its field.
    pub o: String,
    /// Who signed, by the certificate inside; that it is true and valid is not judged here.
    pub ai: Option<String>,
    /// When, by the signer's own clock: `08:15 ngày 02/01/2026`.
    pub luc: Option<String>,
    pub dau_thoi_gian: bool,
}

/// What the file has besides signatures, in words for whoever keeps the records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KhacBanGoc {
    /// A clause that goes on after "tệp … ": what was found.
    pub cau: String,
    /// From 1.
    pub trang: Option<usize>,
}

impl BanKy {
    /// Who signed and when, in one sentence.
    pub fn cau(&self) -> String {
        let ten: Vec<String> = self.chu_ky.iter().map(ChuKy::cau).collect();
        format!(
            "có chữ ký số thêm vào sau ({} chữ ký: {}); phần văn bản còn nguyên; chưa xét chứng thư số còn hiệu lực hay không",
            ten.len(),
            ten.join("; ")
        )
    }
}

impl ChuKy {
    fn cau(&self) -> String {
        let ai = match (&self.ai, self.dau_thoi_gian) {
            (Some(ai), false) => ai.clone(),
            (Some(ai), true) => format!("dấu thời gian của {ai}"),
            (None, false) => format!("ô “{}”", self.o),
            (None, true) => "dấu thời gian".to_owned(),
        };
        match &self.luc {
            Some(luc) => format!("{ai}, {luc}"),
            None => ai,
        }
    }
}

impl KhacBanGoc {
    pub(super) fn new(cau: impl Into<String>) -> Self {
        Self { cau: cau.into(), trang: None }
    }

    pub(super) fn o_trang(mut self, trang: usize) -> Self {
        self.trang = Some(trang);
        self
    }
}

impl fmt::Display for KhacBanGoc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.trang {
            Some(trang) => write!(f, "{} (trang {trang})", self.cau),
            None => f.write_str(&self.cau),
        }
    }
}
