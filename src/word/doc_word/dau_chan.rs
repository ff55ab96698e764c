//! Head and foot of pages: for each kind of page of each section what stands there.

use std::collections::BTreeMap;

use super::cay::BoDoc;
use super::danh_so::DanhSo;
use super::doan::bat;
use super::goi::Goi;
use super::kieu::Kieu;
use super::loi::LoiDoc;
use super::phan::{self, Han};
use super::phan_trang::PhanTrang;
use super::sua_doi::{self, CheDo};
use super::tep_word::{Doan, Khoi, Noi, TepWord};
use crate::writers::docx::xml::Element;

/// What pages have at their head or foot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DauChan {
    /// `Đầu trang`, `Chân trang đầu tiên`.
    pub ten: String,
    pub khoi: Vec<Khoi>,
    /// The part that it stands in.
    pub phan: String,
}

/// Which pages of a section a head or foot is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoaiTrang {
    Thuong,
    Dau,
}

/// A head or foot of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhanDauChan {
    pub chan: bool,
    pub trang: LoaiTrang,
    /// The part that it stands in.
    pub phan: String,
}

impl TepWord {
    /// What a section's pages have at head and foot, its own or taken over from those before it; those of even pages
    /// are left out.
    pub fn dau_chan_cua_phan(&self, phan: usize) -> Vec<PhanDauChan> {
        let mut current: BTreeMap<(bool, &str), &str> = BTreeMap::new();
        for section in self.phan_trang.iter().take(phan.saturating_add(1)) {
            let refs = section.tham_chieu.iter();
            current.extend(refs.map(|r| ((r.chan, r.loai.as_str()), r.id.as_str())));
        }
        let first = self.phan_trang.get(phan).is_some_and(|section| section.trang_dau_rieng);
        let shown = current.into_iter().filter_map(|((chan, loai), id)| {
            let trang = match loai {
                "default" => LoaiTrang::Thuong,
                "first" if first => LoaiTrang::Dau,
                _ => return None,
            };
            let target = self.goi.cua_chinh().get(id).filter(|r| !r.ngoai)?;
            Some(PhanDauChan { chan, trang, phan: target.dich.clone() })
        });
        shown.collect()
    }
}

/// What is needed to read them.
pub(super) struct Nguon<'a> {
    pub goi: &'a Goi,
    pub kieu: &'a Kieu,
    pub so: &'a DanhSo,
    pub che_do: CheDo,
    /// Even pages have their own.
    pub chan_le: bool,
}

/// Whether even pages have a head and foot of their own.
pub(super) fn chan_le(settings: Option<&Element>) -> bool {
    settings.and_then(|s| s.find("w:evenAndOddHeaders")).is_some_and(bat)
}

/// All heads and feet that say something, in the order of the sections; one that a section takes over
/// from the one before is told once. With whether there are tracked changes in them.
pub(super) fn doc(
    sections: &[PhanTrang],
    nguon: &Nguon,
    han: &mut Han,
) -> Result<(Vec<DauChan>, bool), LoiDoc> {
    let mut current: BTreeMap<(bool, String), String> = BTreeMap::new();
    let mut read: BTreeMap<String, (Vec<Khoi>, bool)> = BTreeMap::new();
    let (mut out, mut tracked): (Vec<DauChan>, bool) = (Vec::new(), false);
    for section in sections {
        let refs = section.tham_chieu.iter().map(|r| ((r.chan, r.loai.clone()), r.id.clone()));
        current.extend(refs);
        for ((chan, loai), id) in &current {
            let shown = match loai.as_str() {
                "first" => section.trang_dau_rieng,
                "even" => nguon.chan_le,
                _ => true,
            };
            let Some(target) = nguon.goi.cua_chinh().get(id).filter(|r| shown && !r.ngoai) else {
                continue;
            };
            let name = &target.dich;
            if !read.contains_key(name) {
                read.insert(name.clone(), nguon.phan(name, han)?);
            }
            let Some((khoi, co)) = read.get(name) else { continue };
            tracked |= co;
            let dau_chan = dat_ten(*chan, loai, khoi.clone(), name);
            let before = out.iter().rev().find(|other| other.ten == dau_chan.ten);
            if !trong(khoi) && before.is_none_or(|other| other.khoi != dau_chan.khoi) {
                out.push(dau_chan);
            }
        }
    }
    Ok((out, tracked))
}

impl Nguon<'_> {
    fn phan(&self, name: &str, han: &mut Han) -> Result<(Vec<Khoi>, bool), LoiDoc> {
        let bytes = self.goi.phan(name)?.ok_or_else(|| LoiDoc::ThieuPhan(name.to_owned()))?;
        let tree = phan::doc(name, &bytes, han)?;
        let tracked = sua_doi::co(&tree);
        let tree = sua_doi::ap_dung(tree, self.che_do);
        let mut reader = BoDoc::cho_moi_trang(self.kieu, self.so.clone());
        let khoi = reader.tat_ca(&tree, Vec::new());
        if reader.qua_dai() { Err(LoiDoc::QuaLon) } else { Ok((khoi, tracked)) }
    }
}

/// Whether nothing of it is printed or told.
fn trong(khoi: &[Khoi]) -> bool {
    let silent = |d: &Doan| d.trong() && d.la.is_empty() && d.hinh.is_empty();
    khoi.iter().flat_map(Khoi::cac_doan).all(silent)
}

fn dat_ten(chan: bool, loai: &str, mut khoi: Vec<Khoi>, phan: &str) -> DauChan {
    let o = if chan { "Chân trang" } else { "Đầu trang" };
    let ten = match loai {
        "first" => format!("{o} đầu tiên"),
        "even" => format!("{o} chẵn"),
        _ => o.to_owned(),
    };
    for doan in khoi.iter_mut().flat_map(Khoi::cac_doan_mut) {
        doan.noi = Noi { vung: ten.clone(), thu: 0 };
    }
    DauChan { ten, khoi, phan: phan.to_owned() }
}
