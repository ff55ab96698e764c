//! Pages → the bytes of an archival and accessible file.

use chrono::Datelike;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::internal;
use crate::compose::diagnose::diagnose;
use crate::compose::document::ThongTin;
use crate::compose::world::TemplateWorld;
use crate::diagnostic::Diagnostic;

pub(super) fn xuat(
    thong_tin: &ThongTin,
    pages: &PagedDocument,
    world: &TemplateWorld,
    co_tep_kem: bool,
) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let options = options(thong_tin, co_tep_kem)?;
    typst_pdf::pdf(pages, &options).map_err(|faults| own_fault(world, &faults))
}

fn options(thong_tin: &ThongTin, co_tep_kem: bool) -> Result<PdfOptions, Vec<Diagnostic>> {
    let ngay = thong_tin.ngay;
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
    let internal = |fault| Diagnostic { code: "internal".into(), ..fault };
    diagnose(world, faults).into_iter().map(internal).collect()
}
