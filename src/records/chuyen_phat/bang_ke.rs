//! Bảng kê: the manifest with the SHA-256 of every file.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use serde_json::json;

use super::{DonGui, Tep, sha256};
use crate::model::Ngay;

/// The manifest's name in the package.
pub const TEN: &str = "bang-ke.json";

/// A file of the package; `gom` are the files inside if it is a ZIP.
pub struct Muc {
    pub tep: Tep,
    pub gom: Vec<Tep>,
}

/// The manifest of `cac_muc`, itself not among them.
pub fn bang_ke(don: &DonGui, cac_muc: &[Muc]) -> Tep {
    let mut bam = Bam::default();
    let mut trong_zip: BTreeMap<&str, BTreeMap<&str, String>> = BTreeMap::new();
    for muc in cac_muc.iter().filter(|muc| !muc.gom.is_empty()) {
        trong_zip.insert(&muc.tep.ten, bam.cac_tep(muc.gom.iter()));
    }
    let issued = Ngay::cua(don.van_ban.ngay_ban_hanh.ngay_dau_ky());
    let mut data = json!({
        "so_hieu": don.so_ky_hieu(),
        "ngay_ban_hanh": issued.to_string(),
        "ngay_gui": don.ngay_gui.to_string(),
        "co_quan": don.van_ban.co_quan.ten,
        "trich_yeu": don.van_ban.trich_yeu,
        "so_noi_nhan": don.phan_phat.noi.len(),
        "so_ban_in": don.phan_phat.so_ban_in(),
        "tep": bam.cac_tep(cac_muc.iter().map(|muc| &muc.tep)),
    });
    if let Some(map) = data.as_object_mut().filter(|_| !trong_zip.is_empty()) {
        map.insert("trong_zip".to_owned(), json!(trong_zip));
    }
    Tep::new(TEN, format!("{data:#}\n").into_bytes())
}

/// Digests by the bytes' address: the document's PDF is in every folder and is read once.
#[derive(Default)]
struct Bam(HashMap<*const u8, Rc<str>>);

impl Bam {
    fn cac_tep<'a>(&mut self, files: impl Iterator<Item = &'a Tep>) -> BTreeMap<&'a str, String> {
        files.map(|tep| (tep.ten.as_str(), self.cua(tep).to_string())).collect()
    }

    fn cua(&mut self, tep: &Tep) -> Rc<str> {
        let known = self.0.entry(tep.bytes.as_ptr());
        Rc::clone(known.or_insert_with(|| sha256(&tep.bytes).into()))
    }
}
