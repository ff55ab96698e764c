//! Một số: one number of the register, with all that has happened to it and the files that its folder holds.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::so_di::so_cua;
use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::tim;
use crate::reading::source;
use crate::records::phat_hanh::bang_ke::{self, BangKe};
use crate::records::phat_hanh::goi::dich;
use crate::records::phat_hanh::kho::Kho;
use crate::records::phat_hanh::lien_quan;
use crate::records::phat_hanh::phieu::{PhieuPhatHanh, TEP_PHIEU};
use crate::records::so_dang_ky::{CachGoi, Muc, SoHieu, TrangThai, hang};

/// How a number is asked for: as it stands in an address of the page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct GoiSo {
    /// `105/KH-HĐND/2026`.
    pub so: String,
    /// The office by its symbol.
    pub co_quan: String,
}

/// What the page tells of it.
pub struct MotSo {
    pub goi: GoiSo,
    pub so_hieu: String,
    /// `năm 2026`.
    pub ky: String,
    pub trang_thai: TrangThai,
    /// The ten columns of Phụ lục IV.
    pub cot: [String; 10],
    /// What has happened to it since, a sentence each.
    pub ve_sau: Vec<String>,
    /// Its year is closed: nothing more is written about it.
    pub khoa: bool,
    pub ban: Option<BanLuu>,
}

/// The folder of an issued paper.
pub struct BanLuu {
    pub thu_muc: PathBuf,
    /// The names of its own PDF and Word files.
    pub tep: Vec<String>,
    /// The paper's file in the cabinet when it was issued, and its name among the papers of that file.
    pub giay: Option<(String, String)>,
}

/// Looks the number up.
pub fn mot_so(thu_muc: &Path, goi: &GoiSo) -> Result<MotSo, Diagnostic> {
    let (kho, doc) = so_cua(thu_muc)?;
    let muc = tim(&doc.cai, &cach_goi(goi)?, some(&goi.co_quan))?;
    let ban = if muc.co_thu_muc() { ban_luu(&kho, muc) } else { None };
    Ok(MotSo {
        goi: goi_cua(muc),
        so_hieu: muc.so_hieu.to_string(),
        ky: muc.dong.day.ky.goi(),
        trang_thai: muc.trang_thai,
        cot: hang(muc),
        ve_sau: lien_quan::loi(muc).unwrap_or_default().lines().map(str::to_owned).collect(),
        khoa: doc.cai.da_khoa(&muc.dong.day),
        ban,
    })
}

/// The words that mean this number and no other.
pub fn goi_cua(muc: &Muc) -> GoiSo {
    GoiSo { so: muc.dong.day.goi(&muc.so_hieu), co_quan: muc.dong.day.co_quan.clone() }
}

/// The words for the number whose files are in a folder, by where it stands and what its record says.
pub fn goi_cua_thu_muc(folder: &Path) -> Option<GoiSo> {
    let bytes = source::read_dinh_kem(&folder.join(TEP_PHIEU)).ok()?;
    let phieu = PhieuPhatHanh::doc(&bytes)?;
    let day = phieu.day?;
    let so_hieu = SoHieu { so: phieu.so, ky_hieu: phieu.ky_hieu };
    Some(GoiSo { so: day.goi(&so_hieu), co_quan: day.co_quan })
}

fn cach_goi(goi: &GoiSo) -> Result<CachGoi, Diagnostic> {
    CachGoi::doc(&goi.so)
        .map_err(|fault| Diagnostic::error(fault.code, fault.message).hint("mở lại từ sổ đăng ký"))
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

fn ban_luu(kho: &Kho, muc: &Muc) -> Option<BanLuu> {
    let dich = dich(&muc.dong.day, &muc.so_hieu);
    let thu_muc = thu_muc_that(kho, &dich)?;
    let list = BangKe::doc(&kho.doc_tep(&dich, bang_ke::TEP)?)?;
    // Records and places of fields are for programs.
    let paper = |ten: &str| ten.ends_with(".pdf") || ten.ends_with(".docx");
    let own = |ten: &&String| !ten.contains(['/', '\\']) && paper(ten);
    let mut tep: Vec<String> = list.tep.keys().filter(own).cloned().collect();
    tep.sort_by_key(|ten| (!ten.ends_with(".pdf"), ten.clone()));
    let record = kho.doc_tep(&dich, TEP_PHIEU).and_then(|bytes| PhieuPhatHanh::doc(&bytes));
    let giay = record.and_then(|record| Some((record.tep?, record.van_ban)));
    Some(BanLuu { thu_muc, tep, giay })
}

/// The folder of an issued paper, if it and what it stands in are folders and no links to some.
pub(super) fn thu_muc_that(kho: &Kho, dich: &str) -> Option<PathBuf> {
    let whole = kho.duong_dan(dich);
    let own = |path: &Path| path.symlink_metadata().is_ok_and(|found| found.is_dir());
    whole.ancestors().take(3).all(own).then_some(whole)
}

/// A file of an issued paper, by its name in the folder.
pub fn tep_cua_ban(thu_muc: &Path, goi: &GoiSo, ten: &str) -> Result<Vec<u8>, Diagnostic> {
    let none = || {
        Diagnostic::error("not-found", format!("văn bản {} không có tệp “{ten}”", goi.so))
            .hint("mở lại từ sổ đăng ký")
    };
    let (kho, doc) = so_cua(thu_muc)?;
    let muc = tim(&doc.cai, &cach_goi(goi)?, some(&goi.co_quan))?;
    let ban = ban_luu(&kho, muc).filter(|ban| ban.tep.iter().any(|own| own == ten));
    ban.ok_or_else(none)?;
    kho.doc_tep(&dich(&muc.dong.day, &muc.so_hieu), ten).ok_or_else(none)
}
