//! Bảng kê: the manifest with the size and SHA-256 of every file.

use std::collections::HashMap;
use std::rc::Rc;

use serde::Serialize;

use super::{DonGui, Tep, sha256};
use crate::model::Ngay;

/// The manifest's name in the package.
pub const TEN: &str = "bang-ke.json";

#[derive(Serialize)]
struct BangKe<'a> {
    so_ky_hieu: String,
    ngay_ban_hanh: String,
    ngay_gui: String,
    co_quan: &'a str,
    trich_yeu: &'a str,
    so_noi_nhan: usize,
    so_ban_in: u64,
    tep: Vec<Dong<'a>>,
}

#[derive(Serialize)]
struct Dong<'a> {
    duong_dan: &'a str,
    so_byte: usize,
    #[serde(serialize_with = "chu")]
    sha256: Rc<str>,
    /// The files of a ZIP.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    gom: Vec<Dong<'a>>,
}

/// A file of the package; `gom` are the files inside if it is a ZIP.
pub struct Muc {
    pub tep: Tep,
    pub gom: Vec<Tep>,
}

/// The manifest of `cac_muc`, itself not among them.
pub fn bang_ke(don: &DonGui, cac_muc: &[Muc]) -> Result<Tep, String> {
    let mut bam = Bam::default();
    let tep = cac_muc.iter().map(|muc| {
        let gom = muc.gom.iter().map(|tep| bam.dong(tep, Vec::new())).collect();
        bam.dong(&muc.tep, gom)
    });
    let bang_ke = BangKe {
        tep: tep.collect(),
        so_ky_hieu: don.so_ky_hieu(),
        ngay_ban_hanh: Ngay::cua(don.van_ban.ngay_ban_hanh.ngay_dau_ky()).to_string(),
        ngay_gui: don.ngay_gui.to_string(),
        co_quan: &don.van_ban.co_quan.ten,
        trich_yeu: &don.van_ban.trich_yeu,
        so_noi_nhan: don.phan_phat.noi.len(),
        so_ban_in: don.phan_phat.so_ban_in(),
    };
    let mut text = serde_json::to_vec_pretty(&bang_ke).map_err(|e| e.to_string())?;
    text.push(b'\n');
    Ok(Tep::new(TEN, text))
}

/// Digests by the bytes' address: the document's PDF is in every folder and is read once.
#[derive(Default)]
struct Bam(HashMap<*const u8, Rc<str>>);

impl Bam {
    fn dong<'a>(&mut self, tep: &'a Tep, gom: Vec<Dong<'a>>) -> Dong<'a> {
        let known = self.0.entry(tep.bytes.as_ptr());
        let sha256 = Rc::clone(known.or_insert_with(|| sha256(&tep.bytes).into()));
        Dong { duong_dan: &tep.ten, so_byte: tep.bytes.len(), sha256, gom }
    }
}

fn chu<S: serde::Serializer>(text: &Rc<str>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(text)
}
