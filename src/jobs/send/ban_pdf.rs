//! A PDF that the clerk names in place of ours: it must be the paper's own file, as it was issued or with signatures after
//! it. A scan can't be held against anything, and is sent on the clerk's own word.

use std::path::PathBuf;

use crate::diagnostic::Diagnostic;
use crate::jobs::soan_thao::ban_ky::{BanNhan, la_pdf, xem_trong};
use crate::records::chuyen_phat::sha256;
use crate::records::phat_hanh::bang_ke::{self, BangKe};
use crate::records::phat_hanh::goi::dich;
use crate::records::phat_hanh::kho::Kho;
use crate::records::phat_hanh::so_tren_dia::doc_so;
use crate::records::so_dang_ky::{Day, SoHieu};
use crate::writers::pdf::ban_ky;

/// The file, read.
pub(super) struct BanPdf {
    pub ten: PathBuf,
    pub bytes: Vec<u8>,
    /// The clerk says that it is a scan of the signed paper copy.
    pub quet: bool,
}

impl BanPdf {
    /// Judges it against the paper's own files, by their digests; what is worth knowing of it.
    pub(super) fn xet(
        &self,
        so_hieu: &str,
        cua_minh: &[String],
        kho: Option<&Kho>,
    ) -> Result<String, Diagnostic> {
        la_pdf(&self.bytes)?;
        let ten = self.ten.display();
        if cua_minh.contains(&sha256(&self.bytes)) {
            return Ok(format!("“{ten}” là bản PDF của {so_hieu}, chưa có chữ ký số"));
        }
        if let Some(goc) = cua_minh.iter().find_map(|sha| ban_ky::tim_goc(&self.bytes, sha)) {
            return match ban_ky::xet(goc, &self.bytes) {
                Ok(ky) => Ok(format!("“{ten}” là bản PDF của {so_hieu}: {}", ky.cau())),
                Err(khac) => Err(khong_gui(
                    format!("“{ten}” là bản PDF của {so_hieu} đã bị sửa: {khac}"),
                    "xin lại tệp PDF đã ký từ người ký, hoặc bỏ --pdf để gửi bản đang lưu",
                )),
            };
        }
        if let Some(khac) = kho.map(|kho| self.cua_so_khac(kho)).transpose()?.flatten() {
            let message = format!("“{ten}” là bản PDF của {khac}, không phải của {so_hieu}");
            return Err(khong_gui(message, "chỉ ra bản PDF của đúng văn bản này, hoặc bỏ --pdf"));
        }
        if self.quet {
            return Ok(format!(
                "“{ten}” gửi đi là bản quét theo lời người gửi (--ban-quet); chương trình không so được với {so_hieu}"
            ));
        }
        let message = format!(
            "“{ten}” không phải bản PDF của {so_hieu}, cũng không phải bản ấy có thêm chữ ký số"
        );
        Err(khong_gui(
            message,
            "bỏ --pdf để gửi bản đang lưu; là bản quét của bản giấy đã ký thì mở ra xem đúng là văn bản này rồi thêm --ban-quet",
        ))
    }

    /// The other paper of the register that it is.
    fn cua_so_khac(&self, kho: &Kho) -> Result<Option<String>, Diagnostic> {
        let doc = {
            let _khoa = kho.khoa_doc()?;
            doc_so(kho)?
        };
        Ok(match xem_trong(kho, &doc, &self.bytes)? {
            BanNhan::ChuaKy(cua) | BanNhan::DaKy(cua, _) | BanNhan::Khac(cua, _) => {
                Some(cua.so_hieu)
            }
            BanNhan::La => None,
        })
    }
}

/// The digests of the PDFs that were issued under a number.
pub(super) fn da_phat_hanh(kho: &Kho, day: &Day, so_hieu: &SoHieu) -> Vec<String> {
    let list = kho.doc_tep(&dich(day, so_hieu), bang_ke::TEP);
    let all = list.and_then(|bytes| BangKe::doc(&bytes)).map(|list| list.tep).unwrap_or_default();
    all.into_iter().filter(|(ten, _)| ten.ends_with(".pdf")).map(|(_, sha)| sha).collect()
}

fn khong_gui(message: String, hint: &'static str) -> Diagnostic {
    Diagnostic::error("wrong-pdf", message).hint(hint)
}
