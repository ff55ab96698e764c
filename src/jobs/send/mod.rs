//! `send`: load → check → who gets what → the package of a document's distribution.

mod ai_nhan;
mod ban_pdf;
mod cho_goi;
mod chon;
mod ghi_chuyen;
mod goi;
mod nguon;
mod request;
mod them;
mod theo_so;

use super::{Means, Outcome, load};
use crate::diagnostic::Diagnostic;
use crate::model::Ngay;
use chon::co_the_gui;
use goi::Chung;
use them::Them;
use theo_so::NoiDeSo;

pub use ai_nhan::{AiNhan, DanhSachGui, ai_nhan};
pub use request::SendRequest;

/// What is done to a document.
const VIEC: &str = "gửi";

/// Makes the packages of all documents that have number and date.
pub fn send(request: &SendRequest, means: &Means) -> Outcome {
    let mut outcome = Outcome::default();
    if let Err(faults) = gui(request, means, &mut outcome) {
        outcome.diagnostics.extend(faults);
    }
    outcome
}

fn gui(request: &SendRequest, means: &Means, outcome: &mut Outcome) -> Result<(), Vec<Diagnostic>> {
    let ngay = request.date.as_deref().map(ngay_chuyen).transpose();
    let ngay = ngay.map_err(|fault| vec![fault])?;
    let fonts = load::fonts(request.shared.fonts.as_deref()).map_err(|fault| vec![fault])?;
    let nguon = nguon::doc(request, &fonts)?;
    outcome.diagnostics.extend(nguon.diagnostics.iter().cloned());
    outcome.notes.extend(nguon.ghi_chu.iter().cloned());
    let Some(danh_ba) = &nguon.danh_ba else {
        // A faulty one has been told.
        let told = nguon.diagnostics.iter().any(Diagnostic::is_error);
        return if told { Ok(()) } else { Err(vec![thieu_danh_ba(request)]) };
    };
    let ready = co_the_gui(request, &nguon, outcome)?;
    let chung = Chung {
        zip: request.zip,
        danh_ba,
        ngay,
        them: &Them::doc(request, &ready)?,
        so: NoiDeSo { so_sach: request.so_sach.as_deref(), ho_so: &load::thu_muc(&request.ho_so) },
        folder: request.output.as_ref().unwrap_or(&nguon.thu_muc),
        fonts: &fonts,
        mau: &nguon.mau,
        tep: &nguon.tep,
        means,
    };
    means.progress.more(ready.len());
    for can_gui in ready {
        let next = means.next(VIEC, &can_gui.ten, &request.ho_so).map_err(|left| vec![left]);
        if let Err(faults) = next.and_then(|()| chung.mot_van_ban(can_gui, outcome)) {
            outcome.diagnostics.extend(faults);
        }
    }
    Ok(())
}

fn ngay_chuyen(text: &str) -> Result<Ngay, Diagnostic> {
    Ngay::parse(text).map_err(|fault| {
        let found = Diagnostic::error("wrong-use", format!("--date: {}", fault.message));
        found.hint("ghi, ví dụ: --date 15/3/2023")
    })
}

fn thieu_danh_ba(request: &SendRequest) -> Diagnostic {
    let message = format!("hồ sơ “{}” chưa có danh-ba.yaml", request.ho_so.display());
    Diagnostic::error("missing-address-book", message)
        .hint("lập tệp ấy trong thư mục hồ sơ, mỗi nơi nhận một dòng, ví dụ: noi_nhan: [{ten: UBND Tỉnh, kenh: giay, so_ban: 1}]; kenh là truc (có ma), email (có email) hoặc giay")
}
