//! Tủ: all papers of a folder, as a list one looks through.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::da_ra::CacSo;
use super::mot_so::{GoiSo, goi_cua};
use crate::diagnostic::Diagnostic;
use crate::jobs::load::{self, Loaded};
use crate::jobs::so_sach::{RegisterPlace, kho_cua};
use crate::model::khong_dau::khong_dau;
use crate::model::{Loai, VanBan};
use crate::reading::source::{self, HoSoNguon, TepNguon, ten_tep};
use crate::reading::yaml::va::{Buoc, Cay};
use crate::reading::yaml::{Node, parse};
use crate::records::phat_hanh::kho::Kho;
use crate::records::so_dang_ky::{Muc, TrangThai as TrangThaiSo};
use crate::rules::check::{
    KetQua, KhoMau, check, kho_mau, la_co_quan, la_ten_danh_ba, nguoi_ky_con_mau,
};

/// How far a paper has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum TrangThai {
    /// It still has the words of its starter, or a fault stops it.
    CoLoi(usize),
    /// It may be signed; so many warnings should be looked at.
    SanSang(usize),
    /// It says of itself that it is a draft.
    DuThao,
    /// It has its number: `105/KH-HĐND`; of a file that makes several papers those that have one, and how many have none.
    PhatHanh(String, usize),
    /// It had that number, which is void now.
    DaHuy(String),
    /// It says that it has a number that was issued, and says something else than the paper that was.
    KhacBanLuu(String),
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
    /// Its number in the register, if it has one.
    pub so: Option<GoiSo>,
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
    Ok(DaDoc::mo(thu_muc)?.tu(thu_muc, loaded))
}

/// A folder's files, read, and where else the list looks.
pub(super) struct DaDoc {
    nguon: HoSoNguon,
    so: Kho,
    /// Folders elsewhere of which the list tells too: that of the register, that of the office's templates.
    pub noi_khac: Vec<PathBuf>,
}

impl DaDoc {
    pub(super) fn mo(thu_muc: &Path) -> Result<Self, Vec<Diagnostic>> {
        let nguon = match source::read_ho_so(thu_muc) {
            Ok(nguon) => nguon,
            Err(found) if found.iter().all(|d| d.code == "no-yaml") => HoSoNguon::default(),
            Err(found) => return Err(found),
        };
        let place = RegisterPlace {
            so_sach: None,
            ho_so: Some(thu_muc.to_owned()),
            ..RegisterPlace::default()
        };
        let so = kho_cua(&place).0;
        let cua_so = so.tep_so().parent().map(Path::to_owned);
        let mau = load::thu_muc_mau(&nguon.tep, thu_muc).map(|(folder, _)| folder);
        // `../mau` begins with the folder and lies elsewhere.
        let noi_khac = cua_so.into_iter().chain(mau).filter(|place| place != thu_muc);
        Ok(Self { noi_khac: noi_khac.collect(), nguon, so })
    }

    pub(super) fn tu(self, thu_muc: &Path, loaded: &Loaded) -> Tu {
        let Self { mut nguon, so, .. } = self;
        load::them_mau(&mut nguon, thu_muc, &loaded.mau);
        let ket_qua = check(&nguon, &|c| loaded.fonts.has(c));
        let kho = kho_mau(&nguon.mau, &mut Vec::new());
        let cac_so = CacSo::doc(&so);
        let papers: Vec<&TepNguon> = nguon.tep.iter().filter(|tep| la_giay(tep)).collect();
        let co_so = cac_so.cua_cac_tep(&papers, &nguon.md);
        let so_cua = |tep: &TepNguon| So {
            cac_so: &cac_so,
            muc: co_so.get(ten_tep(&tep.ten)).map_or(&[], Vec::as_slice),
        };
        let mut giay: Vec<Giay> =
            papers.iter().map(|tep| mot(tep, &ket_qua, &kho, so_cua(tep))).collect();
        giay.extend(nguon.hong.iter().map(|ten| hong(ten)));
        giay.sort_by(|a, b| (b.nam, &a.loai, &a.tep).cmp(&(a.nam, &b.loai, &b.tep)));
        Tu { giay, co_co_quan: co_co_quan(&nguon), co_quan: ten_co_quan(&nguon) }
    }
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

/// What the register says about one file.
#[derive(Clone, Copy)]
struct So<'a> {
    cac_so: &'a CacSo,
    muc: &'a [&'a Muc],
}

fn mot(tep: &TepNguon, ket_qua: &KetQua, kho: &KhoMau, so: So<'_>) -> Giay {
    let root = parse(tep).0;
    let said = |khoa: &str| root.as_ref().map(|root| chu(root, khoa)).unwrap_or_default();
    let van_ban =
        ket_qua.van_ban.iter().find(|t| t.tep == tep.ten).and_then(|t| t.van_ban.as_ref());
    let ten = ten_tep(&tep.ten).to_owned();
    let loai = ten_loai(&said("loai"), kho, &ten);
    let tieu_de = [said("trich_yeu"), said("chu_de"), said("ten")];
    let tieu_de = tieu_de.into_iter().find(|text| !text.is_empty());
    let dot = || ten_dot(&said("loai"), &said("dot"), &ten);
    let tieu_de = tieu_de.or_else(dot).unwrap_or_else(|| loai.clone());
    let ngay = said("ngay_ban_hanh");
    let nguoi_ky = van_ban.map(ky).unwrap_or_default();
    let trang_thai = trang_thai(tep, ket_qua, &root, so);
    let nam = ngay.rsplit('/').next().and_then(|nam| nam.trim().parse().ok());
    let words = [&*tieu_de, &loai, &ngay, &nguoi_ky, &ten].join(" ");
    let so = so.muc.last().map(|muc| goi_cua(muc));
    Giay { tep: ten, loai, tieu_de, ngay, nam, nguoi_ky, trang_thai, so, tim: tim(&words) }
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
        so: None,
        tim: tim(&ten),
        tep: ten,
    }
}

/// Words as they are looked for.
pub fn tim(words: &str) -> String {
    khong_dau(words).to_lowercase()
}

/// What a paper is called that has no subject of its own: by its kind, a trip by its number.
pub fn ten_chung(thu_muc: &Path, ten: &str, cay: &Cay) -> String {
    let chu = |khoa: &str| match cay.tai(&[Buoc::Khoa(khoa.to_owned())]) {
        Cay::Chu(text) => text.trim().to_owned(),
        _ => String::new(),
    };
    let kho = load::kho_mau(thu_muc, None).map(|(_, kho, _)| kho).unwrap_or_default();
    ten_dot(&chu("loai"), &chu("dot"), ten).unwrap_or_else(|| ten_loai(&chu("loai"), &kho, ten))
}

/// A trip: the file of a plan names many, in lists.
fn ten_dot(loai: &str, so: &str, ten: &str) -> Option<String> {
    let dot = loai == "dot" || (loai.is_empty() && ten.starts_with("dot-"));
    (dot && !so.is_empty()).then(|| format!("Đợt {so} của kế hoạch"))
}

fn ten_loai(khoa: &str, kho: &KhoMau, ten: &str) -> String {
    let own = || kho.theo_khoa(khoa).and_then(|mau| mau.loai_rieng);
    match own().or_else(|| Loai::theo_khoa(khoa)) {
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

fn trang_thai(tep: &TepNguon, ket_qua: &KetQua, root: &Option<Node>, so: So<'_>) -> TrangThai {
    let made: Vec<_> = ket_qua.van_ban.iter().filter(|t| t.tep == tep.ten).collect();
    if let Some(issued) = da_co_so(so.muc, made.len()) {
        return issued;
    }
    let own = |d: &&Diagnostic| d.place.as_ref().is_some_and(|place| place.file == tep.ten);
    let found: Vec<&Diagnostic> = ket_qua.diagnostics.iter().filter(own).collect();
    let errors = found.iter().filter(|d| d.is_error()).count();
    let sound: Vec<&VanBan> = made.iter().filter_map(|t| t.van_ban.as_ref()).collect();
    if errors > 0 || sound.is_empty() {
        return TrangThai::CoLoi(errors.max(1));
    }
    if let Some(muc) = sound.iter().find_map(|van_ban| so.cac_so.theo_so(van_ban)) {
        return TrangThai::KhacBanLuu(muc.so_hieu.to_string());
    }
    if root.as_ref().is_some_and(|root| !chu(root, "du_thao").is_empty()) {
        return TrangThai::DuThao;
    }
    // The names of who signs stand in the office's file.
    let sample = sound.iter().filter(|van_ban| nguoi_ky_con_mau(van_ban).is_some()).count();
    let told = found.iter().filter(|d| !d.is_error() && !d.is_note()).count();
    TrangThai::SanSang(told.saturating_add(sample))
}

/// The numbers that stand, or else the one that was made void last.
fn da_co_so(muc: &[&Muc], made: usize) -> Option<TrangThai> {
    let named = |all: Vec<&&Muc>| {
        let named: Vec<String> = all.iter().map(|muc| muc.so_hieu.to_string()).collect();
        named.join(", ")
    };
    let (stand, void): (Vec<&&Muc>, Vec<&&Muc>) =
        muc.iter().partition(|muc| muc.trang_thai == TrangThaiSo::PhatHanh);
    match (stand.len(), void.len()) {
        (0, 0) => None,
        (0, _) => Some(TrangThai::DaHuy(named(void))),
        (have, _) => Some(TrangThai::PhatHanh(named(stand), made.saturating_sub(have))),
    }
}
