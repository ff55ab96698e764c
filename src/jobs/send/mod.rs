//! `send`: load → check → who gets what → the package of a document's distribution.

mod chon;
mod goi;
mod nguon;
mod them;

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::load::{self, Shared};
use super::{Means, Outcome, duong_dan};
use crate::diagnostic::Diagnostic;
use crate::model::Ngay;
use chon::co_the_gui;
use goi::Chung;
use them::Them;

/// What to send.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SendRequest {
    /// A hồ sơ, the YAML file of a document, or the folder of an issued one.
    #[serde(with = "duong_dan")]
    pub ho_so: PathBuf,
    /// The folder for packages; `gui` in the hồ sơ if it isn't said.
    #[serde(with = "duong_dan")]
    pub output: Option<PathBuf>,
    /// A ZIP file for each recipient in place of a folder.
    pub zip: bool,
    /// The day of sending as the clerk writes it; that of issue if it isn't said.
    pub date: Option<String>,
    /// An address book in place of the hồ sơ's own.
    #[serde(with = "duong_dan")]
    pub book: Option<PathBuf>,
    /// The PDF to send, perhaps signed, in place of one that is made.
    #[serde(with = "duong_dan")]
    pub pdf: Option<PathBuf>,
    /// Files that go along.
    #[serde(with = "duong_dan")]
    pub attach: Vec<PathBuf>,
    /// Only these documents; all if empty.
    pub only: Vec<String>,
    pub shared: Shared,
}

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
        folder: request.output.as_ref().unwrap_or(&nguon.thu_muc),
        fonts: &fonts,
        mau: &nguon.mau,
        compiler: means.compiler,
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
        .hint("khai nơi nhận, cách gửi, số bản trong tệp ấy; xem docs/gui.md")
}
