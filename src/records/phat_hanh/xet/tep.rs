//! The files of an issued folder against its manifest.

use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::reading::source::{Cay, ben_trong};
use crate::records::phat_hanh::bang_ke::{self, BangKe};
use crate::records::phat_hanh::lien_quan;
use crate::records::so_dang_ky::dau::bam;
use crate::writers::pdf::ban_ky;

pub const BAN_LUU: &str = "văn bản đã phát hành không sửa; lấy lại tệp gốc từ bản lưu, cần thay đổi thì phát hành văn bản mới";

/// A PDF that was signed in its place: its name in the folder, and who signed, a sentence each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TepDaKy {
    pub ten: String,
    pub loi: Vec<String>,
}

/// What differs, and the files that were signed in their place.
pub fn cac_tep(folder: &Path, cay: &Cay, bang_ke: &BangKe) -> (Vec<Diagnostic>, Vec<TepDaKy>) {
    let (mut found, mut signed) = (Vec::new(), Vec::new());
    for (ten, sha) in &bang_ke.tep {
        match mot_tep(folder, cay, ten, sha) {
            Ok(None) => {}
            Ok(Some(loi)) => signed.push(TepDaKy { ten: ten.clone(), loi }),
            Err(fault) => found.push(fault),
        }
    }
    let known = [bang_ke::TEP, lien_quan::TEP];
    let extra =
        cay.keys().filter(|ten| !bang_ke.tep.contains_key(*ten) && !known.contains(&ten.as_str()));
    found.extend(extra.map(|ten| {
        let message = format!("có tệp lạ {}", folder.join(ten).display());
        Diagnostic::error("issued-extra", message)
            .hint("bảng kê không có tệp này; chuyển nó đi chỗ khác")
    }));
    (found, signed)
}

/// A link, a pipe or a device has the name of a file.
pub fn khong_la_tep(shown: &str) -> String {
    format!("{shown} là liên kết hoặc không phải tệp thường")
}

/// Who signed a file that the manifest lists, if it was signed since.
fn mot_tep(
    folder: &Path,
    cay: &Cay,
    ten: &str,
    sha: &str,
) -> Result<Option<Vec<String>>, Diagnostic> {
    let fault = |code, message: String| Err(Diagnostic::error(code, message).hint(BAN_LUU));
    if !ben_trong(ten) {
        let message = format!("bảng kê nhắc tới “{ten}”, ở ngoài thư mục của nó");
        return Err(Diagnostic::error("path-outside", message).hint(BAN_LUU));
    }
    let shown = folder.join(ten).display().to_string();
    let Some(bytes) = cay.get(ten) else {
        return fault("issued-missing", format!("không còn tệp {shown}"));
    };
    let Some(bytes) = bytes else {
        return fault("issued-changed", khong_la_tep(&shown));
    };
    if bam(bytes) == sha {
        return Ok(None);
    }
    let paper = ten.ends_with(".pdf") && !ten.contains('/');
    let Some(goc) = ban_ky::tim_goc(bytes, sha).filter(|_| paper) else {
        return fault("issued-changed", format!("tệp {shown} đã bị sửa"));
    };
    match ban_ky::xet(goc, bytes) {
        Ok(ky) => Ok(Some(std::iter::once(ky.cau()).chain(ky.ghi_chu).collect())),
        Err(khac) => fault("issued-changed", format!("tệp {shown} đã bị sửa: {khac}")),
    }
}
