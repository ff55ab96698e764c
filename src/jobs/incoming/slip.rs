//! `incoming slip`: phiếu giải quyết of a paper that came, as PDF and Word.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::opened::{IncomingPlace, doc_lanh, kho_den, tim_den};
use super::print::{co_quan, ghi, hai_tep};
use crate::diagnostic::Diagnostic;
use crate::jobs::{Outcome, duong_dan, load};
use crate::machine::output::Ready;
use crate::records::so_den::phieu_giai_quyet;

/// Of which paper.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SlipRequest {
    pub so_den: String,
    /// The folder for results; without it that of the register.
    #[serde(with = "duong_dan")]
    pub output: Option<PathBuf>,
    #[serde(with = "duong_dan")]
    pub fonts: Option<PathBuf>,
    pub place: IncomingPlace,
}

pub(super) fn slip(request: &SlipRequest, outcome: &mut Outcome) -> Result<(), Vec<Diagnostic>> {
    let (kho, _) = kho_den(&request.place);
    ghi(cac_tep(request)?, request.output.as_deref(), &kho.tep_so(), outcome)
}

/// The slip as PDF and Word, by name.
pub fn cac_tep(request: &SlipRequest) -> Result<Vec<Ready>, Vec<Diagnostic>> {
    let (kho, offices) = kho_den(&request.place);
    let doc = doc_lanh(&kho)?;
    let muc = tim_den(&doc.cai, &request.so_den).map_err(|fault| vec![fault])?;
    let fonts = load::fonts(request.fonts.as_deref()).map_err(|fault| vec![fault])?;
    let document = phieu_giai_quyet(muc, co_quan(&offices)?, &fonts);
    let so_den = muc.so_den();
    let mat = if request.place.mat { "mat-" } else { "" };
    let name = format!("phieu-giai-quyet-{mat}{}-{:02}", so_den.nam, so_den.so);
    hai_tep(&document, &name, &fonts)
}
