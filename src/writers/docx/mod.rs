//! From a [`Document`] to the bytes of a Word file that a records clerk can touch up.
//!
//! docx-rs builds text, notes, headers and tables; one pass over its parts ([`pass`]) brings them into
//! the order of the schema and adds what it lacks; styles, lists, settings and properties are our own
//! ([`parts`]). Every component of the decree has its named style, so the paragraphs carry next to no
//! formatting of their own. The same document gives the same bytes on any thread and any machine.

mod ban_sao;
mod bang;
mod chay_tiep;
mod chu_thich;
mod con_dau;
mod cot;
mod counter;
mod counts;
mod cuoi_trang;
pub(crate) mod dau_goc;
mod dau_trang;
mod de_muc;
mod dia_chi;
mod error;
mod gach;
mod hinh;
mod inline;
mod khung;
mod kinh_gui;
mod list;
pub(crate) mod package;
mod parts;
pub(crate) mod pass;
mod phu_luc;
mod style_id;
mod than_bai;
mod tieu_de;
mod trang;
mod units;
pub(crate) mod xml;

#[cfg(test)]
mod tests;

use docx_rs::{Docx, Paragraph, XMLDocx};

pub use error::WriteError;

use crate::compose::document::{Block, Document};
use crate::model::trinh_bay::ChoDiaChi;
use counts::Counts;
use pass::hinh::CacTep;
use trang::Trang;

/// Writes `document` as a Word file.
pub fn write(document: &Document) -> Result<Vec<u8>, WriteError> {
    write_with(document, false)
}

/// The same, with Word's signature lines for the signers and the agency where that is asked for.
pub fn write_with(document: &Document, co_dong_ky: bool) -> Result<Vec<u8>, WriteError> {
    let foot = &document.cuoi_trang;
    let co_dong_ky = co_dong_ky && !foot.nguoi_ky.is_empty() && !foot.ky_goc_phai;
    let built = build(document)?;
    let mut own = pass::hinh::tep(document);
    let (main, mut marks) = pass::main(&built, document, co_dong_ky)?;
    let (notes, of_notes) = pass::notes(&built, &document.the_thuc)?;
    marks.extend(of_notes);
    own.extend([main, parts::core(&document.thong_tin)?]);
    let counts = (built.headers.len(), built.footers.len());
    let alike = [
        parts::shared(&document.the_thuc, counts, co_dong_ky, CacTep::cua(document))?,
        parts::styles(document)?,
        notes,
        pass::edges(&built)?,
    ];
    package::zip_marked(own, &alike, (dau_goc::PHAN, |all| parts::mark(all, &marks)))
}

/// The text, as docx-rs builds it: the main text, and each appendix as a section of its own.
fn build(document: &Document) -> Result<XMLDocx, WriteError> {
    let the_thuc = &document.the_thuc;
    let mut counts = Counts::default();
    let docx = trang::add_headers(Docx::new());
    let dau = the_thuc.trinh_bay.dia_chi == ChoDiaChi::ChanTrangDau;
    let (chan_dau, cuoi): (&[_], &[_]) =
        if dau { (&document.dia_chi, &[]) } else { (&[], &document.dia_chi) };
    let docx = trang::add_address(docx, chan_dau);
    let docx = dau_trang::add(docx, &document.dau_trang, the_thuc);
    let docx = tieu_de::add(docx, &document.tieu_de, the_thuc);
    let docx = kinh_gui::add(docx, document);
    let docx = than_bai::add(docx, &document.than_bai, the_thuc, &mut counts)?;
    // The foot is a table too; Word makes one of two tables with nothing between.
    let docx = apart(docx, ends_with_table(&document.than_bai));
    // After a paragraph comes the space of one; a table has none under it.
    let space = if ends_with_table(&document.than_bai) { 0.0 } else { the_thuc.cach_doan_pt };
    let foot = &document.cuoi_trang;
    let mut last_is_table = !foot.la_trong();
    let mut docx = match foot.la_trong() {
        true => docx,
        false => {
            cuoi_trang::add(docx, foot, the_thuc, Trang::van_ban(false).text_width(the_thuc), space)
        }
    };
    if !cuoi.is_empty() {
        docx = dia_chi::add(docx, cuoi, last_is_table);
        last_is_table = false;
    }
    if let Some(mark) = &document.luu_hanh_cuoi {
        docx = docx.add_paragraph(khung::last_page(mark, the_thuc));
        // What has a place of its own hangs on the paragraph after it.
        last_is_table = true;
    }
    let mut pages = Trang::van_ban(!chan_dau.is_empty());
    for appendix in &document.phu_luc {
        docx = pages.close_section(docx, the_thuc);
        docx = phu_luc::add(docx, appendix, the_thuc, &mut counts)?;
        pages = Trang::phu_luc(appendix.ngang);
        last_is_table = ends_with_table(&appendix.than_bai);
    }
    if let Some(copy) = &document.ban_sao {
        let width = pages.text_width(the_thuc);
        docx = ban_sao::add(apart(docx, last_is_table), copy, the_thuc, width);
        last_is_table = true;
    }
    Ok(pages.close_file(apart(docx, last_is_table), the_thuc).build())
}

fn ends_with_table(blocks: &[Block]) -> bool {
    matches!(blocks.last(), Some(Block::Table(_)))
}

/// After a table, the paragraph without height that Word wants there.
fn apart(docx: Docx, after_table: bool) -> Docx {
    match after_table {
        true => docx.add_paragraph(Paragraph::new().style(style_id::DOAN_DEM)),
        false => docx,
    }
}
