//! Tệp đến: what is printed of the incoming book, as one file to keep and to print.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::ra::TepRa;
use crate::diagnostic::Diagnostic;
use crate::jobs::Means;
use crate::jobs::incoming::{
    PrintIncomingRequest, SlipRequest, StampRequest, anh_dau, tep_dau, tep_phieu, tep_so,
};
use crate::machine::output::Ready;

/// Which file is wanted; of what comes in several formats the one with that ending.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum MuonDen {
    So {
        request: PrintIncomingRequest,
        dang: String,
    },
    Phieu {
        request: SlipRequest,
        dang: String,
    },
    Dau(StampRequest),
    /// The first page with the stamp, as a picture.
    AnhDau(StampRequest),
}

/// Makes it.
pub fn tep_den(muon: &MuonDen, means: &Means) -> Result<TepRa, Vec<Diagnostic>> {
    match muon {
        MuonDen::So { request, dang } => mot(tep_so(request)?, dang),
        MuonDen::Phieu { request, dang } => mot(tep_phieu(request)?, dang),
        MuonDen::Dau(request) => tep_dau(request, means),
        MuonDen::AnhDau(request) => anh_dau(request, means),
    }
}

fn mot(all: Vec<Ready>, dang: &str) -> Result<TepRa, Vec<Diagnostic>> {
    let ending = |path: &Path| path.extension().is_some_and(|own| own == dang);
    let found = all.into_iter().find(|file| ending(&file.path));
    let found = found.map(|file| (file.path.display().to_string(), file.bytes));
    found.ok_or_else(|| {
        let message = format!("không in ra tệp .{dang} được");
        vec![Diagnostic::error("wrong-use", message).hint("mở lại từ sổ văn bản đến")]
    })
}
