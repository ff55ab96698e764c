//! A [`Document`] → PDF bytes: its pages as [`layout`] decides them, drawn as PDF/A and PDF/UA-1 at once.
//!
//! PDF/A-2a as it is, PDF/A-3a once files are attached: only part 3 lets any file in. With signature
//! fields asked for, the finished file goes through one more hand ([`o_ky`]).

pub mod ban_ky;
pub mod dau_den;
mod doc_lai;
mod o_ky;
mod tep_kem;
pub mod ve;
mod vi_tri;

pub use doc_lai::{DAU_PDF, dau_pdf, dem_trang, la_pdf, la_pdf_a};
pub use tep_kem::{QuanHe, TepKem};
pub use vi_tri::{ViTri, json as vi_tri_json};

use crate::compose::document::{Document, ThongTin};
use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::layout;
use crate::layout::luong::{Chon, PhanNao};
use crate::layout::trang::CacTrang;

/// What a PDF has besides its text. The default is the text alone.
#[derive(Debug, Clone, Default)]
pub struct PdfChoice {
    /// Unsigned signature fields for the signer and for the agency's seal (ô số 7c and 8).
    pub o_ky: bool,
    /// Fields over the gaps that were left for number, day and month (ô số 3 and 4).
    pub o_so_ngay: bool,
    /// Files inside the file.
    pub tep_kem: Vec<TepKem>,
    pub phan: Phan,
}

/// Which part of the document the file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Phan {
    /// The document with its appendices: one signature is for all (PL I, III.1.d).
    #[default]
    ToanBo,
    /// The document without its appendices.
    VanBan,
    /// One appendix, by its place from 0, as a file of its own; the agency signs it at its upper right
    /// corner (PL I, II.8.b).
    PhuLuc(usize),
}

/// A finished PDF.
#[derive(Debug)]
pub struct PdfDaLam {
    pub bytes: Vec<u8>,
    /// The fields, in the order of the form; empty where none was asked for.
    pub vi_tri: Vec<ViTri>,
    /// How many pages it has, appendices included.
    pub so_trang: usize,
    /// What there is to say of its pages.
    pub canh_bao: Vec<Diagnostic>,
}

/// Makes the PDF. An error here is a fault of the layout, not of the user's data.
pub fn write(
    document: &Document,
    fonts: &Fonts,
    choice: &PdfChoice,
) -> Result<PdfDaLam, Vec<Diagnostic>> {
    let pages = layout::trang(document, fonts, chon(choice));
    let thong_tin = &document.thong_tin;
    layout::trong_giay::kiem(&pages, document.the_thuc.le_duoi_mm, &thong_tin.tieu_de)?;
    let tieu_de = tieu_de(document, choice.phan);
    let bytes = ve::ve(&pages, fonts, thong_tin, &tieu_de, &choice.tep_kem)?;
    let (bytes, vi_tri) = match choice.o_ky || choice.o_so_ngay {
        true => ve::dat_o(&bytes)?,
        false => (bytes, Vec::new()),
    };
    let canh_bao = layout::tu_dai::xem(&pages, &thong_tin.tieu_de);
    Ok(PdfDaLam { bytes, vi_tri, so_trang: pages.trang.len(), canh_bao })
}

/// The pages of a document, for a file that holds several.
pub fn cac_trang(document: &Document, fonts: &Fonts) -> Result<CacTrang, Vec<Diagnostic>> {
    let pages = layout::trang(document, fonts, Chon::default());
    let title = &document.thong_tin.tieu_de;
    layout::trong_giay::kiem(&pages, document.the_thuc.le_duoi_mm, title)?;
    Ok(pages)
}

/// One PDF of the pages of several documents, for the printer; its properties are those of the first.
pub fn mot_tep(
    pages: &CacTrang,
    first: &ThongTin,
    fonts: &Fonts,
) -> Result<Vec<u8>, Vec<Diagnostic>> {
    ve::ve(pages, fonts, first, &first.tieu_de, &[])
}

/// What is asked of the layout.
fn chon(choice: &PdfChoice) -> Chon {
    let phan = match choice.phan {
        Phan::ToanBo => PhanNao::ToanBo,
        Phan::VanBan => PhanNao::VanBan,
        Phan::PhuLuc(i) => PhanNao::PhuLuc(i),
    };
    Chon { phan, o_ky: choice.o_ky, o_so_ngay: choice.o_so_ngay }
}

/// An appendix is a file of its own kind to whoever lists files by their titles.
fn tieu_de(document: &Document, phan: Phan) -> String {
    let tieu_de = &document.thong_tin.tieu_de;
    match phan {
        Phan::PhuLuc(i) => match document.phu_luc.get(i) {
            Some(mot) => format!("{} - {tieu_de}", mot.ten),
            None => tieu_de.clone(),
        },
        Phan::ToanBo | Phan::VanBan => tieu_de.clone(),
    }
}

/// How many pages the document takes, for data that goes into its own PDF.
pub fn so_trang(document: &Document, fonts: &Fonts) -> usize {
    layout::trang(document, fonts, Chon::default()).trang.len()
}

fn internal(message: &str) -> Vec<Diagnostic> {
    vec![Diagnostic::error("internal", format!("lỗi của chương trình khi làm PDF: {message}"))]
}
