//! The pages: the layout's data, and Typst's setting of them.

use serde::Serialize;
use serde_json::Value;
use typst::foundations::Smart;
use typst_layout::PagedDocument;

use super::{PdfChoice, Phan, internal, tep_kem};
use crate::compose::diagnose::diagnose;
use crate::compose::document::{
    BanSao, Block, CuoiTrang, DauTrang, Document, PhuLuc, ThongTin, TieuDe,
};
use crate::compose::fonts::Fonts;
use crate::compose::library;
use crate::compose::world::TemplateWorld;
use crate::diagnostic::Diagnostic;
use crate::model::the_thuc::TheThuc;

/// The layout of Decree 30/2020/NĐ-CP.
const LAYOUT: &str = "/the-thuc/nd30.typ";

/// All that the layout sees.
pub(super) fn world<'a>(
    document: &Document,
    fonts: &'a Fonts,
    choice: &PdfChoice,
) -> Result<TemplateWorld<'a>, Vec<Diagnostic>> {
    let data = data(document, fonts, choice)?;
    Ok(tep_kem::them_vao(world_of(LAYOUT, data, fonts)?, &choice.tep_kem))
}

/// The data that the layout reads: a document, and how its PDF is to be.
#[derive(Serialize)]
struct DuLieu<'d> {
    phong_chu: &'d str,
    the_thuc: &'d TheThuc,
    o_ky: OKy,
    tep_kem: Value,
    chi_phu_luc: bool,
    dia_chi: &'d [String],
    dau_trang: &'d DauTrang,
    tieu_de: &'d TieuDe,
    kinh_gui: &'d [String],
    than_bai: &'d [Block],
    cuoi_trang: &'d CuoiTrang,
    phu_luc: &'d [PhuLuc],
    ban_sao: &'d Option<BanSao>,
}

/// Which fields are asked for.
#[derive(Serialize)]
struct OKy {
    chu_ky: bool,
    so_ngay: bool,
}

/// The same as JSON.
pub(super) fn data(
    document: &Document,
    fonts: &Fonts,
    choice: &PdfChoice,
) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let data = DuLieu {
        phong_chu: &fonts.family,
        the_thuc: &document.the_thuc,
        o_ky: OKy { chu_ky: choice.o_ky, so_ngay: choice.o_so_ngay },
        tep_kem: tep_kem::danh_sach(&choice.tep_kem),
        chi_phu_luc: matches!(choice.phan, Phan::PhuLuc(_)),
        dia_chi: &document.dia_chi,
        dau_trang: &document.dau_trang,
        tieu_de: &document.tieu_de,
        kinh_gui: &document.kinh_gui,
        than_bai: &document.than_bai,
        cuoi_trang: &document.cuoi_trang,
        phu_luc: phu_luc(document, choice.phan),
        ban_sao: &document.ban_sao,
    };
    serde_json::to_vec(&data).map_err(|e| internal(&e.to_string()))
}

/// What a shipped layout sees: `data`, as JSON.
pub(super) fn world_of<'a>(
    layout: &str,
    data: Vec<u8>,
    fonts: &'a Fonts,
) -> Result<TemplateWorld<'a>, Vec<Diagnostic>> {
    TemplateWorld::shipped(&library::LAYOUT, fonts, layout, data.into())
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
