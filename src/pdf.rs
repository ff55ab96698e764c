//! A [`Document`] → PDF bytes: the shipped layout compiled by Typst, then PDF/A-2a and PDF/UA-1 at once.

use std::sync::Arc;

use chrono::Datelike;
use serde_json::Value;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::diagnostic::Diagnostic;
use crate::document::{Document, ThongTin};
use crate::render::diagnose::diagnose;
use crate::render::fonts::Fonts;
use crate::render::library;
use crate::render::world::TemplateWorld;

/// The layout of Decree 30/2020/NĐ-CP.
const LAYOUT: &str = "/the-thuc/nd30.typ";

/// The bytes of the PDF. An error here is a fault of the layout, not of the user's data.
pub fn write(document: &Document, fonts: &Fonts) -> Result<Vec<u8>, Vec<Diagnostic>> {
    write_counted(document, fonts).map(|(bytes, _)| bytes)
}

/// The same with the number of its pages.
pub fn write_counted(
    document: &Document,
    fonts: &Fonts,
) -> Result<(Vec<u8>, usize), Vec<Diagnostic>> {
    let data = serde_json::to_value(document).map_err(|e| internal(&e.to_string()))?;
    write_layout(LAYOUT, data, &document.thong_tin, fonts)
}

/// The PDF of another shipped layout, which reads `data` as it is, and the number of its pages.
pub fn write_layout(
    layout: &str,
    data: Value,
    thong_tin: &ThongTin,
    fonts: &Fonts,
) -> Result<(Vec<u8>, usize), Vec<Diagnostic>> {
    let world = world(layout, data, fonts)?;
    let pages = paginate(thong_tin, &world)?;
    let bytes = typst_pdf::pdf(&pages, &options(thong_tin)?)
        .map_err(|faults| own_fault(&world, &faults))?;
    Ok((bytes, pages.pages().len()))
}

fn world<'a>(
    layout: &str,
    mut data: Value,
    fonts: &'a Fonts,
) -> Result<TemplateWorld<'a>, Vec<Diagnostic>> {
    if let Some(map) = data.as_object_mut() {
        map.insert("phong_chu".into(), fonts.family.clone().into());
    }
    let bytes: Arc<[u8]> = data.to_string().into_bytes().into();
    TemplateWorld::shipped(&library::LAYOUT, fonts, layout, bytes)
        .ok_or_else(|| internal("thiếu mẫu thể thức"))
}

/// Lays out the pages. Title and author go into the document's info afterwards: in the style chain
/// they would make every paragraph of every document look new to Typst's memory.
fn paginate(thong_tin: &ThongTin, world: &TemplateWorld) -> Result<PagedDocument, Vec<Diagnostic>> {
    let mut pages =
        typst::compile::<PagedDocument>(world).output.map_err(|faults| diagnose(world, &faults))?;
    let info = pages.info_mut();
    info.title = Some(thong_tin.tieu_de.as_str().into());
    info.author = vec![thong_tin.tac_gia.as_str().into()];
    info.description = Some(thong_tin.chu_de.as_str().into());
    info.keywords = thong_tin.tu_khoa.iter().map(|k| k.as_str().into()).collect();
    info.date = Smart::Auto;
    Ok(pages)
}

fn options(thong_tin: &ThongTin) -> Result<PdfOptions, Vec<Diagnostic>> {
    let ngay = thong_tin.ngay;
    let datetime = Datetime::from_ymd_hms(
        ngay.year(),
        u8::try_from(ngay.month()).unwrap_or(1),
        u8::try_from(ngay.day()).unwrap_or(1),
        0,
        0,
        0,
    );
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|e| internal(e.message()))?;
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

fn internal(message: &str) -> Vec<Diagnostic> {
    vec![Diagnostic::error("internal", format!("lỗi của chương trình khi làm PDF: {message}"))]
}
