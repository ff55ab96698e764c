//! Tủ: all papers of a folder, as a list one looks through.

use std::path::Path;

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::jobs::load::{self, Loaded};
use crate::jobs::so_sach::{RegisterPlace, kho_cua};
use crate::model::khong_dau::khong_dau;
use crate::model::{Loai, VanBan};
use crate::reading::source::{self, HoSoNguon, TepNguon, ten_tep};
use crate::reading::yaml::{Node, parse};
use crate::records::phat_hanh::cot::{cot, cot_cu};
use crate::records::phat_hanh::so_tren_dia::doc_so;
use crate::records::so_dang_ky::Muc;
use crate::rules::check::{KetQua, KhoMau, check, la_co_quan, la_ten_danh_ba};

/// How far a paper has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum TrangThai {
    /// It still has the words of its starter, or a fault stops it.
    CoLoi(usize),
    /// It may be signed; so many warnings should be looked at.
    SanSang(usize),
    /// It says of itself that it is a draft.
    DuThao,
    /// It has its number: `105/KH-HĐND`.
    PhatHanh(String),
}

/// A paper of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Giay {
    /// Its file's name, by which it is asked for.
    pub tep: String,
    /// The name of its kind: `Công văn`.
    pub loai: String,
    pub tieu_de: String,
    pub ngay: String,
    pub nam: Option<i32>,
    pub nguoi_ky: String,
    pub trang_thai: TrangThai,
    /// What a search looks through: all words of the list, without tone marks, in small letters.
    pub tim: String,
}

/// What the folder holds.
#[derive(Debug, Clone, Default)]
pub struct Tu {
    pub giay: Vec<Giay>,
    /// Whether the office's file is there.
    pub co_co_quan: bool,
    /// The office's name.
    pub co_quan: String,
}

/// Looks through the folder.
pub fn tu(thu_muc: &Path, loaded: &Loaded) -> Result<Tu, Vec<Diagnostic>> {
    let mut nguon = match source::read_ho_so(thu_muc) {
        Ok(nguon) => nguon,
        Err(found) if found.iter().all(|d| d.code == "no-yaml") => return Ok(Tu::default()),
        Err(found) => return Err(found),
    };
    load::them_mau(&mut nguon, thu_muc, &loaded.mau);
    let ket_qua = check(&nguon, &|c| loaded.fonts.has(c));
    let (_, kho, _) = load::kho_mau(thu_muc, None).unwrap_or_default();
    let issued = da_phat_hanh(thu_muc);
    let own = |tep: &&TepNguon| la_giay(tep);
    let mut giay: Vec<Giay> =
        nguon.tep.iter().filter(own).map(|tep| mot(tep, &ket_qua, &kho, &issued)).collect();
    giay.extend(nguon.hong.iter().map(|ten| hong(ten)));
    giay.sort_by(|a, b| (b.nam, &a.loai, &a.tep).cmp(&(a.nam, &b.loai, &b.tep)));
    Ok(Tu { giay, co_co_quan: co_co_quan(&nguon), co_quan: ten_co_quan(&nguon) })
}

fn co_co_quan(nguon: &HoSoNguon) -> bool {
    nguon.tep.iter().any(|tep| la_co_quan(ten_tep(&tep.ten)))
}

fn ten_co_quan(nguon: &HoSoNguon) -> String {
    let tep = nguon.tep.iter().find(|tep| la_co_quan(ten_tep(&tep.ten)));
    let root = tep.and_then(|tep| parse(tep).0);
    root.as_ref().map(|root| chu(root, "ten")).unwrap_or_default()
}

/// Whether a file is a paper and no office, address book or template.
fn la_giay(tep: &TepNguon) -> bool {
    let ten = ten_tep(&tep.ten);
    if la_co_quan(ten) || la_ten_danh_ba(ten) {
        return false;
    }
    let root = parse(tep).0;
    let kind = root.as_ref().map(|root| chu(root, "loai"));
    !matches!(kind.as_deref(), Some("co_quan" | "danh_ba"))
        && root.as_ref().is_none_or(|root| root.get("co_quan_ban_hanh").is_none())
}

fn chu(root: &Node, khoa: &str) -> String {
    root.get(khoa).and_then(Node::text).unwrap_or_default().trim().to_owned()
}

/// The numbers that papers here were issued under.
fn da_phat_hanh(thu_muc: &Path) -> Vec<Muc> {
    let place = RegisterPlace { so_sach: None, ho_so: Some(thu_muc.to_owned()) };
    let (kho, _) = kho_cua(&place);
    let Ok(doc) = doc_so(&kho) else { return Vec::new() };
    doc.cai.tat_ca().filter(|muc| muc.da_phat_hanh()).cloned().collect()
}

fn mot(tep: &TepNguon, ket_qua: &KetQua, kho: &KhoMau, issued: &[Muc]) -> Giay {
    let root = parse(tep).0;
    let said = |khoa: &str| root.as_ref().map(|root| chu(root, khoa)).unwrap_or_default();
    let van_ban =
        ket_qua.van_ban.iter().find(|t| t.tep == tep.ten).and_then(|t| t.van_ban.as_ref());
    let ten = ten_tep(&tep.ten).to_owned();
    let loai = ten_loai(&said("loai"), kho, &ten);
    let tieu_de = [said("trich_yeu"), said("chu_de"), said("ten")];
    let tieu_de = tieu_de.into_iter().find(|text| !text.is_empty()).unwrap_or_else(|| loai.clone());
    let ngay = said("ngay_ban_hanh");
    let nguoi_ky = van_ban.map(ky).unwrap_or_default();
    let trang_thai = trang_thai(tep, ket_qua, van_ban, &root, issued);
    let nam = ngay.rsplit('/').next().and_then(|nam| nam.trim().parse().ok());
    let words = [&*tieu_de, &loai, &ngay, &nguoi_ky, &ten].join(" ");
    Giay { tep: ten, loai, tieu_de, ngay, nam, nguoi_ky, trang_thai, tim: tim(&words) }
}

/// A file that can't be read is in the list too: nobody should wonder where it has gone.
fn hong(ten: &str) -> Giay {
    let ten = ten_tep(ten).to_owned();
    Giay {
        loai: "Không đọc được".to_owned(),
        tieu_de: ten.clone(),
        ngay: String::new(),
        nam: None,
        nguoi_ky: String::new(),
        trang_thai: TrangThai::CoLoi(1),
        tim: tim(&ten),
        tep: ten,
    }
}

/// Words as they are looked for.
pub fn tim(words: &str) -> String {
    khong_dau(words).to_lowercase()
}

fn ten_loai(khoa: &str, kho: &KhoMau, ten: &str) -> String {
    let own = || kho.theo_khoa(khoa).and_then(|mau| mau.loai_rieng);
    match Loai::theo_khoa(khoa).or_else(own) {
        Some(loai) => loai.ten().to_owned(),
        None if khoa == "dot" || ten.starts_with("dot-") => "Đợt công tác".to_owned(),
        None if khoa.is_empty() => "Kế hoạch".to_owned(),
        None => khoa.replace('_', " "),
    }
}

fn ky(van_ban: &VanBan) -> String {
    let names = van_ban.nguoi_ky.iter().map(|nguoi| nguoi.ho_ten().to_string());
    names.filter(|ten| !ten.is_empty()).collect::<Vec<_>>().join(", ")
}

fn trang_thai(
    tep: &TepNguon,
    ket_qua: &KetQua,
    van_ban: Option<&VanBan>,
    root: &Option<Node>,
    issued: &[Muc],
) -> TrangThai {
    let own = |d: &&Diagnostic| d.place.as_ref().is_some_and(|place| place.file == tep.ten);
    let found: Vec<&Diagnostic> = ket_qua.diagnostics.iter().filter(own).collect();
    let errors = found.iter().filter(|d| d.is_error()).count();
    let Some(van_ban) = van_ban.filter(|_| errors == 0) else {
        return TrangThai::CoLoi(errors.max(1));
    };
    if let Some(muc) = issued.iter().find(|muc| la_cua(muc, van_ban)) {
        return TrangThai::PhatHanh(muc.so_hieu.to_string());
    }
    if root.as_ref().is_some_and(|root| !chu(root, "du_thao").is_empty()) {
        return TrangThai::DuThao;
    }
    TrangThai::SanSang(found.iter().filter(|d| !d.is_error() && !d.is_note()).count())
}

/// Whether the register's line is of this paper: what it is about, who signs it, the year.
fn la_cua(muc: &Muc, van_ban: &VanBan) -> bool {
    let Some(ngay) = muc.dong.ngay else { return false };
    let [moi, cu] = [cot, cot_cu].map(|cot| cot(van_ban, &muc.dong.day, &muc.so_hieu, ngay));
    muc.dong.day.nam == van_ban.ngay_ban_hanh.nam()
        && [moi, cu]
            .iter()
            .any(|row| (&row.trich_yeu, &row.nguoi_ky) == (&muc.dong.trich_yeu, &muc.dong.nguoi_ky))
}
