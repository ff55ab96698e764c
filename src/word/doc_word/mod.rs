//! Reading a Word file back: ours, or one that Word or LibreOffice has saved since.
//!
//! What comes out is what a reader sees on paper: paragraphs with the numbers that Word prints before
//! them, tables by row and cell, footnotes at their marks, head and foot of the pages. Tracked changes
//! count as accepted. What has letters or looks and is not read is told (`chua_doc`), never passed over.
//!
//! The file comes from anywhere, so everything is bounded: size, number of parts, depth.

mod anh;
mod bang_ma_cu;
mod biet;
mod cay;
mod chua_doc;
mod cong_thuc;
mod dai_net;
pub mod dang;
mod danh_so;
mod dau_chan;
mod doan;
mod goi;
mod hinh;
mod kieu;
mod ky_hieu;
mod loi;
mod ma_chu;
mod net_ke;
mod nhanh;
mod noi;
mod phan;
mod phan_trang;
mod so;
mod sua_doi;
mod tep_word;
mod thanh_phan;
mod thu;
mod tien_to;
mod truong;
mod tung_dau_sua;
mod ve_bang;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_la;
#[cfg(test)]
pub(crate) mod word_thu;

pub use anh::AnhTho;
pub use bang_ma_cu::{TuBangMaCu, sang_unicode};
pub use chua_doc::{ChuaDoc, VatLa};
pub use dau_chan::{DauChan, LoaiTrang, PhanDauChan};
pub use goi::{Goi, QuanHe};
pub use hinh::Hinh;
pub use loi::LoiDoc;
pub use phan_trang::{Cot, Le, PhanTrang};
pub use so::So;
pub use sua_doi::CheDo;
pub use tep_word::{Bang, Doan, Hang, Khoi, MOC_CHU_THICH, Noi, O, TepWord};
pub use thanh_phan::{DeMuc, ThanhPhan};
pub use truong::SO_TRANG;
pub use tung_dau_sua::DauSua;

pub(crate) use doan::{Manh, Than, bat, chu_moi, lien_khoi};
pub(crate) use kieu::Kieu;

use std::collections::BTreeSet;

use crate::writers::docx::xml::Element;
use biet::{chu_tho, khong_hien};
use cay::{BoDoc, la_ngan_cach};
use danh_so::DanhSo;
use phan::Han;
use thu::Thu;
use tung_dau_sua::Dem;

/// Reads a Word file as it stands once every tracked change is accepted.
pub fn doc(bytes: &[u8]) -> Result<TepWord, LoiDoc> {
    doc_theo(bytes, CheDo::ChapNhan)
}

/// Reads a Word file with its tracked changes accepted or rejected.
pub fn doc_theo(bytes: &[u8], che_do: CheDo) -> Result<TepWord, LoiDoc> {
    doc_dem(bytes, che_do, &mut Dem::default())
}

/// Reads a Word file with its tracked changes accepted but for those of these numbers, which are refused.
pub fn doc_bo(bytes: &[u8], bo: &BTreeSet<usize>) -> Result<TepWord, LoiDoc> {
    doc_dem(bytes, CheDo::ChapNhan, &mut Dem::bo(bo))
}

/// The tracked changes of a file, which are known by their numbers from 1.
pub fn cac_dau_sua(bytes: &[u8]) -> Result<Vec<DauSua>, LoiDoc> {
    let goi = Goi::mo(bytes)?;
    let mut dem = Dem::default();
    CacPhan::doc(&goi, CheDo::ChapNhan, &mut dem)?;
    Ok(dem.cac)
}

fn doc_dem(bytes: &[u8], che_do: CheDo, dem: &mut Dem<'_>) -> Result<TepWord, LoiDoc> {
    let goi = Goi::mo(bytes)?;
    let phan = CacPhan::doc(&goi, che_do, dem)?;
    let body = phan.than.find("w:body").ok_or(LoiDoc::KhongPhaiWord)?;
    let kieu = Kieu::doc(phan.kieu.as_ref());
    let so = DanhSo::doc(phan.danh_so.as_ref(), &kieu);
    let mut bo_doc = BoDoc::moi(&kieu, so.clone(), phan.chu_thich.as_ref(), phan.cuoi_bai.as_ref());
    let at = phan.than.elements_index("w:body").into_iter().collect();
    let mut khoi = bo_doc.tat_ca(body, at);
    if bo_doc.qua_dai() {
        return Err(LoiDoc::QuaLon);
    }
    noi::dat(&mut khoi);
    let phan_trang = phan_trang::doc(body);
    let nguon = dau_chan::Nguon { goi: &goi, kieu: &kieu, so: &so, che_do, chan_le: phan.chan_le };
    let (mut dau_chan, sua_o_dau) = dau_chan::doc(&phan_trang, &nguon, &mut phan.han.clone())?;
    let chua_doc = phan.thu(&goi, &kieu, &mut khoi, &mut dau_chan)?;
    let co_dau_sua = phan.co_dau_sua || sua_o_dau;
    let CacPhan { than, chu_thich, chu_de, .. } = phan;
    Ok(TepWord {
        khoi,
        dau_chan,
        phan_trang,
        chua_doc,
        kieu,
        goi,
        co_dau_sua,
        so,
        than,
        chu_de,
        chu_thich,
    })
}

/// The parts that are read, as trees.
struct CacPhan {
    than: Element,
    chu_thich: Option<Element>,
    cuoi_bai: Option<Element>,
    kieu: Option<Element>,
    danh_so: Option<Element>,
    nhan_xet: Option<Element>,
    chu_de: Option<Element>,
    chan_le: bool,
    co_dau_sua: bool,
    han: Han,
}

impl CacPhan {
    fn doc(goi: &Goi, che_do: CheDo, dem: &mut Dem<'_>) -> Result<Self, LoiDoc> {
        let mut han = Han::default();
        let mut co_dau_sua = false;
        let mut than = cay_cua(goi, goi.chinh(), &mut han)?;
        dem.phan(&mut than);
        co_dau_sua |= sua_doi::co(&than);
        let than = sua_doi::ap_dung(than, che_do);
        let mut tuy_chon =
            |kind: &str| goi.lien_quan(kind).map(|name| cay_cua(goi, name, &mut han)).transpose();
        let mut ghi_chu = |mut tree: Option<Element>| {
            tree.iter_mut().for_each(|tree| dem.phan(tree));
            co_dau_sua |= tree.as_ref().is_some_and(sua_doi::co);
            tree.map(|tree| sua_doi::ap_dung(tree, che_do))
        };
        let chu_thich = ghi_chu(tuy_chon("footnotes")?);
        let cuoi_bai = ghi_chu(tuy_chon("endnotes")?);
        let nhan_xet = ghi_chu(tuy_chon("comments")?);
        let kieu = tuy_chon("styles")?.map(nhanh::thay_het);
        let danh_so = tuy_chon("numbering")?.map(nhanh::thay_het);
        let chan_le = dau_chan::chan_le(tuy_chon("settings")?.as_ref());
        let chu_de = tuy_chon("theme")?;
        Ok(Self {
            than,
            chu_thich,
            cuoi_bai,
            kieu,
            danh_so,
            nhan_xet,
            chu_de,
            chan_le,
            co_dau_sua,
            han,
        })
    }

    /// All that was not read.
    fn thu(
        &self,
        goi: &Goi,
        kieu: &Kieu,
        khoi: &mut [Khoi],
        dau_chan: &mut [DauChan],
    ) -> Result<Vec<ChuaDoc>, LoiDoc> {
        let mut thu = Thu::moi(goi, self.nhan_xet.as_ref());
        let notes = match goi.lien_quan("footnotes") {
            Some(name) => goi.quan_he(name)?,
            None => Default::default(),
        };
        thu.khoi(khoi, goi.chinh(), goi.cua_chinh(), &notes);
        for part in dau_chan {
            let related = goi.quan_he(&part.phan)?;
            thu.khoi(&mut part.khoi, &part.phan, &related, &related);
        }
        for odd in self.than.elements().filter(|e| e.name != "w:body" && !khong_hien(e)) {
            thu.ca_tep(VatLa::Khac(odd.name.clone(), chu_tho(odd)), goi.chinh());
        }
        for (part, kind) in [(&self.chu_thich, "footnotes"), (&self.cuoi_bai, "endnotes")] {
            let notes = part.iter().flat_map(Element::elements).filter(|note| la_ngan_cach(note));
            let letters = notes.map(chu_tho).filter(|text| !text.trim().is_empty());
            letters.for_each(|text| thu.ca_tep(VatLa::ChuLacCho(text), kind));
        }
        kieu.bang_an().for_each(|name| thu.ca_tep(VatLa::ChuAn(name.to_owned()), "styles"));
        Ok(thu.chua_doc)
    }
}

/// The tree of a part that the file refers to.
fn cay_cua(goi: &Goi, name: &str, han: &mut Han) -> Result<Element, LoiDoc> {
    let bytes = goi.phan(name)?.ok_or_else(|| LoiDoc::ThieuPhan(name.to_owned()))?;
    phan::doc(name, &bytes, han)
}
