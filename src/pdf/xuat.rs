//! Pages → the bytes of an archival and accessible file.

use chrono::Datelike;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::{PdfChoice, internal};
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::render::diagnose::diagnose;
use crate::render::world::TemplateWorld;

pub(super) fn xuat(
    document: &Document,
    pages: &PagedDocument,
    world: &TemplateWorld,
    choice: &PdfChoice,
) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let options = options(document, !choice.tep_kem.is_empty())?;
    typst_pdf::pdf(pages, &options).map_err(|faults| own_fault(world, &faults))
}

fn options(document: &Document, co_tep_kem: bool) -> Result<PdfOptions, Vec<Diagnostic>> {
    let ngay = document.thong_tin.ngay;
    let datetime = Datetime::from_ymd_hms(
        ngay.year(),
        u8::try_from(ngay.month()).unwrap_or(1),
        u8::try_from(ngay.day()).unwrap_or(1),
        0,
        0,
        0,
    );
    let luu_tru = if co_tep_kem { PdfStandard::A_3a } else { PdfStandard::A_2a };
    let standards =
        PdfStandards::new(&[luu_tru, PdfStandard::Ua_1]).map_err(|e| internal(e.message()))?;
    Ok(PdfOptions {
        creator: Smart::Custom(Some("vanthu".into())),
        timestamp: datetime.map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    })
}

/// The layout is the program's own, so a fault in it is one of the program.
fn own_fault(world: &TemplateWorld, faults: &[SourceDiagnostic]) -> Vec<Diagnostic> {
    let internal = |fault| Diagnostic { code: "internal", ..fault };
    diagnose(world, faults).into_iter().map(internal).collect()
}
