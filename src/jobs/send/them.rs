//! Files that go along: a PDF in place of ours, attachments.

use std::path::Path;

use super::ban_pdf::BanPdf;
use super::nguon::CanGui;
use super::request::SendRequest;
use crate::diagnostic::Diagnostic;
use crate::reading::source;
use crate::records::chuyen_phat::{Tep, ten_tep};
use crate::writers::pdf::DAU_PDF;

/// The files, read.
pub(super) struct Them {
    pub pdf: Option<BanPdf>,
    pub kem: Vec<Tep>,
}

impl Them {
    pub(super) fn doc(request: &SendRequest, ready: &[&CanGui]) -> Result<Self, Vec<Diagnostic>> {
        let given = request.pdf.is_some() || !request.attach.is_empty();
        if given && ready.len() > 1 {
            let names: Vec<&str> = ready.iter().map(|v| v.ten.as_str()).collect();
            let message =
                format!("--pdf và --attach chỉ dùng khi gửi một văn bản, ở đây có {}", names.len());
            let hint = format!("thêm --only với một trong: {}", names.join(", "));
            return Err(vec![Diagnostic::error("wrong-use", message).hint(hint)]);
        }
        let pdf = request.pdf.as_deref().map(|path| doc_pdf(path, request.ban_quet)).transpose()?;
        let mut taken = ten_tep::TenDaDung::default();
        // The names that the package itself gives.
        taken.lay("phieu-gui.pdf");
        for v in ready {
            taken.lay(&format!("{}.pdf", v.ten_goi()));
            taken.lay(&format!("{}.edxml", v.ten_goi()));
        }
        let mut kem = Vec::new();
        for path in &request.attach {
            let name =
                path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            kem.push(Tep::new(
                taken.lay(&ten_tep::ten_co_duoi(&name)),
                source::read_dinh_kem(path)?,
            ));
        }
        Ok(Self { pdf, kem })
    }
}

fn doc_pdf(path: &Path, quet: bool) -> Result<BanPdf, Vec<Diagnostic>> {
    let bytes = source::read_dinh_kem(path)?;
    if bytes.starts_with(DAU_PDF) {
        return Ok(BanPdf { ten: path.to_owned(), bytes, quet });
    }
    let message = format!("“{}” không phải là tệp PDF", path.display());
    Err(vec![Diagnostic::error("wrong-use", message).hint("chỉ ra bản PDF của chính văn bản này")])
}
