//! What is kept of an issued document: its folder and its line in the register.

use std::collections::BTreeSet;

use super::ban_thao::BanThao;
use super::request::IssueRequest;
use crate::diagnostic::Diagnostic;
use crate::jobs::tep_phat_hanh::{DungCu, VanBanDaCoSo};
use crate::model::{CachPhatHanh, VanBan};
use crate::reading::source::{self, THU_MUC_MAU, TepNguon, ten_anh, ten_tep};
use crate::records::chuyen_phat::ten_tep::giu_duoc;
use crate::records::phat_hanh::cot::cot;
use crate::records::phat_hanh::goi::{Goi, ten_khong_dau};
use crate::records::phat_hanh::phieu::{DongGoc, NGUON, PhieuMoi, TEP_PHIEU};
use crate::records::so_dang_ky::{Day, Dong, QuanHe, SoHieu};

/// A document that was composed with its number.
pub struct DaSoan {
    pub so_hieu: SoHieu,
    /// PDF, Word and sources by their names in the issued folder.
    tep: Vec<(String, Vec<u8>)>,
    /// The names of those inside the PDF.
    pub tep_kem: Vec<String>,
}

impl DaSoan {
    /// Composes the document `van_ban`, which has its number. This takes long, so nobody's way is barred meanwhile.
    pub fn soan(
        ban_thao: &BanThao,
        van_ban: &VanBan,
        so_hieu: &SoHieu,
        (cach, so_ban): (CachPhatHanh, Option<u64>),
        dung_cu: DungCu,
    ) -> Result<Self, Vec<Diagnostic>> {
        let tep_tron = ban_thao.nguon.tep_tron(&ban_thao.tep.ten);
        let sources = cac_nguon(ban_thao);
        let ban = VanBanDaCoSo {
            ten: &ten_khong_dau(so_hieu),
            van_ban,
            nguon: sources.iter().copied().chain(&tep_tron).collect(),
            mau: &ban_thao.nguon.mau,
            cach,
            so_ban,
        };
        let made = ban.lam(dung_cu)?;
        let named = made.tep.into_iter().map(|file| (file.path.display().to_string(), file.bytes));
        let mut tep: Vec<(String, Vec<u8>)> = named.collect();
        tep.extend(nguon(ban_thao, &sources)?);
        let kept =
            |tep: TepNguon| (format!("{NGUON}/{}", ten_tep(&tep.ten)), tep.text.into_bytes());
        tep.extend(tep_tron.map(kept));
        Ok(Self { so_hieu: so_hieu.clone(), tep, tep_kem: made.tep_kem })
    }
}

/// What an issue has settled.
pub struct Chot<'a> {
    pub ban_thao: &'a BanThao,
    pub day: &'a Day,
    pub quan_he: &'a [QuanHe],
    /// Warnings that were accepted.
    pub canh_bao: Vec<String>,
    pub cach: CachPhatHanh,
    pub so_ban: Option<u64>,
    /// The register's line, as the record keeps it.
    pub dong: DongGoc,
}

/// All files of the issued folder: those that were composed, and the record.
pub fn goi(chot: Chot, da_soan: DaSoan) -> Goi {
    let DaSoan { so_hieu, tep: mut files, .. } = da_soan;
    let ban_thao = chot.ban_thao;
    let record = PhieuMoi {
        so_hieu: &so_hieu,
        ngay: ban_thao.ngay.to_string(),
        day: chot.day.to_string(),
        van_ban: &ban_thao.ten,
        tep: ten_tep(&ban_thao.tep.ten),
        trich_yeu: &ban_thao.van_ban.trich_yeu,
        cach: chot.cach,
        so_ban: chot.so_ban,
        quan_he: chot.quan_he.iter().map(QuanHe::to_string).collect(),
        canh_bao: chot.canh_bao,
        dong: chot.dong,
    };
    files.push((TEP_PHIEU.to_owned(), record.viet()));
    Goi::moi(&so_hieu, &ban_thao.ngay.to_string(), files)
}

/// The YAML that makes the document, and the bodies that it names.
fn cac_nguon(ban_thao: &BanThao) -> Vec<&TepNguon> {
    let own = &ban_thao.nguon;
    let wanted = |t: &&TepNguon| t.ten == ban_thao.tep.ten || ban_thao.dua_vao.contains(&t.ten);
    let yaml: Vec<&TepNguon> = own.tep.iter().filter(wanted).collect();
    let named = |md: &&TepNguon| yaml.iter().any(|tep| tep.text.contains(ten_tep(&md.ten)));
    let md: Vec<&TepNguon> = own.md.iter().filter(named).collect();
    [yaml, md].concat()
}

/// The sources as they were, and the office's own templates: all that makes the document again.
fn nguon(
    ban_thao: &BanThao,
    cac_nguon: &[&TepNguon],
) -> Result<Vec<(String, Vec<u8>)>, Vec<Diagnostic>> {
    let named = cac_nguon.iter().map(|tep| ten_tep(&tep.ten));
    let faults: Vec<Diagnostic> = named.filter(|ten| !giu_duoc(ten)).map(ten_khong_giu).collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut files = Vec::new();
    for tep in cac_nguon {
        files.push((format!("{NGUON}/{}", ten_tep(&tep.ten)), source::read_again(tep)?));
    }
    for (ten, bytes) in cac_anh(ban_thao, cac_nguon) {
        if let Some(part) = ten.split('/').find(|part| !giu_duoc(part)) {
            return Err(vec![ten_khong_giu(part)]);
        }
        files.push((format!("{NGUON}/{ten}"), bytes));
    }
    for (path, mau) in &ban_thao.nguon.mau.tep {
        let text = mau.text.iter();
        files.extend(
            text.map(|text| (format!("{NGUON}/{THU_MUC_MAU}/{path}"), text.clone().into_bytes())),
        );
    }
    Ok(files)
}

/// The pictures that the sources show.
fn cac_anh(ban_thao: &BanThao, cac_nguon: &[&TepNguon]) -> Vec<(String, Vec<u8>)> {
    let named: BTreeSet<&str> = cac_nguon.iter().flat_map(|tep| ten_anh(&tep.text)).collect();
    let kho = &ban_thao.nguon.anh;
    let found = named.into_iter().filter_map(|ten| kho.get(ten)?.as_ref().ok());
    found.map(|tep| (tep.ten.clone(), tep.bytes.clone())).collect()
}

/// What is kept must be readable wherever it is copied to.
fn ten_khong_giu(ten: &str) -> Diagnostic {
    let message = format!("không lưu được tệp tên “{ten}”: có hệ điều hành không nhận tên ấy");
    Diagnostic::error("bad-file-name", message).hint(
        "đổi tên tệp, bỏ các dấu < > : \" / \\ | ? * và tên riêng của Windows (CON, AUX, NUL…)",
    )
}

/// The line of the register, with the columns of PL IV.
pub fn dong(
    request: &IssueRequest,
    ban_thao: &BanThao,
    van_ban: &VanBan,
    day: &Day,
    so_hieu: &SoHieu,
) -> Dong {
    Dong {
        so_ban: request.so_ban,
        ghi_chu: request.ghi_chu.clone().unwrap_or_default(),
        ban_thao: ban_thao.dau.clone(),
        ..cot(van_ban, day, so_hieu, ban_thao.ngay)
    }
}
