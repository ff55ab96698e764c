//! The pages: the layout's data, and Typst's setting of them.

use std::sync::Arc;

use serde_json::{Value, json};
use typst::foundations::Smart;
use typst_layout::PagedDocument;

use super::{PdfChoice, Phan, internal, tep_kem};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, PhuLuc, ThongTin};
use crate::render::diagnose::diagnose;
use crate::render::fonts::Fonts;
use crate::render::library;
use crate::render::world::TemplateWorld;

/// The layout of Decree 30/2020/NĐ-CP.
const LAYOUT: &str = "/the-thuc/nd30.typ";

/// All that the layout sees.
pub(super) fn world<'a>(
    document: &Document,
    fonts: &'a Fonts,
    choice: &PdfChoice,
) -> Result<TemplateWorld<'a>, Vec<Diagnostic>> {
    let data = data(document, fonts, choice)?;
    Ok(tep_kem::them_vao(world_of(LAYOUT, &data, fonts)?, &choice.tep_kem))
}

/// The data that the layout reads.
pub(super) fn data(
    document: &Document,
    fonts: &Fonts,
    choice: &PdfChoice,
) -> Result<Value, Vec<Diagnostic>> {
    let mut data = serde_json::to_value(document).map_err(|e| internal(&e.to_string()))?;
    if let Some(map) = data.as_object_mut() {
        map.insert("phong_chu".into(), fonts.family.clone().into());
        map.insert("o_ky".into(), o_ky(choice));
        map.insert("chi_phu_luc".into(), matches!(choice.phan, Phan::PhuLuc(_)).into());
        let appendices = serde_json::to_value(phu_luc(document, choice.phan));
        map.insert("phu_luc".into(), appendices.map_err(|e| internal(&e.to_string()))?);
        map.insert("tep_kem".into(), tep_kem::danh_sach(&choice.tep_kem));
    }
    Ok(data)
}

/// What another shipped layout sees: `data`, and which face to use.
pub(super) fn world_of<'a>(
    layout: &str,
    data: &Value,
    fonts: &'a Fonts,
) -> Result<TemplateWorld<'a>, Vec<Diagnostic>> {
    let bytes: Arc<[u8]> = data.to_string().into_bytes().into();
    TemplateWorld::shipped(&library::LAYOUT, fonts, layout, bytes)
        .ok_or_else(|| internal("thiếu mẫu thể thức"))
}

/// The appendices that this file holds.
fn phu_luc(document: &Document, phan: Phan) -> &[PhuLuc] {
    match phan {
        Phan::ToanBo => &document.phu_luc,
        Phan::VanBan => &[],
        Phan::PhuLuc(i) => document.phu_luc.get(i).map(std::slice::from_ref).unwrap_or_default(),
    }
}

/// An appendix is a file of its own kind to whoever lists files by their titles.
pub(super) fn tieu_de(document: &Document, phan: Phan) -> String {
    let tieu_de = &document.thong_tin.tieu_de;
    match (phan, phu_luc(document, phan)) {
        (Phan::PhuLuc(_), [mot]) => format!("{} - {tieu_de}", mot.ten),
        _ => tieu_de.clone(),
    }
}

fn o_ky(choice: &PdfChoice) -> Value {
    json!({ "chu_ky": choice.o_ky, "so_ngay": choice.o_so_ngay })
}

/// Lays out the pages. Title and author go into the document's info afterwards: in the style chain
/// they would make every paragraph of every document look new to Typst's memory.
pub(super) fn paginate(
    thong_tin: &ThongTin,
    tieu_de: String,
    world: &TemplateWorld,
) -> Result<PagedDocument, Vec<Diagnostic>> {
    let mut pages =
        typst::compile::<PagedDocument>(world).output.map_err(|faults| diagnose(world, &faults))?;
    let info = pages.info_mut();
    info.title = Some(tieu_de.into());
    info.author = vec![thong_tin.tac_gia.as_str().into()];
    info.description = Some(thong_tin.chu_de.as_str().into());
    info.keywords = thong_tin.tu_khoa.iter().map(|k| k.as_str().into()).collect();
    info.date = Smart::Auto;
    Ok(pages)
}
