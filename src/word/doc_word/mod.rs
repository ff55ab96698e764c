//! Reading a Word file back: ours, or one that Word or LibreOffice has saved since.
//!
//! What comes out is what a reader sees on paper: paragraphs with the numbers that Word prints before
//! them, tables by row and cell, footnotes at their marks. Tracked changes count as accepted. How
//! something looks is not read, except that a named style tells which component of the decree it is.
//!
//! The file comes from anywhere, so everything is bounded: size, number of parts, depth.

mod cay;
mod danh_so;
mod doan;
mod goi;
mod kieu;
mod loi;
mod noi;
mod so;
mod sua_doi;
mod tep_word;
mod thanh_phan;
mod tien_to;

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) mod word_thu;

pub use goi::Goi;
pub use loi::LoiDoc;
pub use so::So;
pub use sua_doi::CheDo;
pub use tep_word::{Bang, Doan, Hang, Khoi, MOC_CHU_THICH, Noi, O, TepWord};
pub use thanh_phan::{DeMuc, ThanhPhan};

pub(crate) use doan::{Manh, bat, chu_moi, manh};
pub(crate) use kieu::Kieu;

use crate::writers::docx::xml::{Element, parse};
use cay::BoDoc;

/// Reads a Word file as it stands once every tracked change is accepted.
pub fn doc(bytes: &[u8]) -> Result<TepWord, LoiDoc> {
    doc_theo(bytes, CheDo::ChapNhan)
}

/// Reads a Word file with its tracked changes accepted or rejected.
pub fn doc_theo(bytes: &[u8], che_do: CheDo) -> Result<TepWord, LoiDoc> {
    let goi = Goi::mo(bytes)?;
    let than = phan(&goi, goi.chinh())?;
    let co_dau_sua = sua_doi::co(&than);
    let than = sua_doi::ap_dung(than, che_do);
    let body = than.find("w:body").ok_or(LoiDoc::KhongPhaiWord)?;
    let tuy_chon = |kind: &str| goi.lien_quan(kind).map(|name| phan(&goi, name)).transpose();
    let (chu_thich, cuoi_bai) = (tuy_chon("footnotes")?, tuy_chon("endnotes")?);
    let co_dau_sua = co_dau_sua || [&chu_thich, &cuoi_bai].into_iter().flatten().any(sua_doi::co);
    let chu_thich = chu_thich.map(|tree| sua_doi::ap_dung(tree, che_do));
    let cuoi_bai = cuoi_bai.map(|tree| sua_doi::ap_dung(tree, che_do));
    let kieu = Kieu::doc(tuy_chon("styles")?.as_ref());
    let so = danh_so::DanhSo::doc(tuy_chon("numbering")?.as_ref());
    let mut bo_doc = BoDoc::moi(&kieu, so.clone(), chu_thich.as_ref(), cuoi_bai.as_ref());
    let at = than.elements_index("w:body").into_iter().collect();
    let mut khoi = bo_doc.khoi(body, at);
    noi::dat(&mut khoi);
    Ok(TepWord { khoi, kieu, goi, co_dau_sua, so, than, chu_thich })
}

/// The tree of a part, whose prefixes are made the usual ones.
fn phan(goi: &Goi, name: &str) -> Result<Element, LoiDoc> {
    let bytes = goi.phan(name).ok_or_else(|| LoiDoc::ThieuPhan(name.to_owned()))?;
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let tree = parse(name, bytes).map_err(|e| LoiDoc::XmlHong(e.to_string()))?;
    Ok(tien_to::chuan_hoa(tree))
}
