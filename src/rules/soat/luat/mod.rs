//! The rules, in the order in which they are preferred: where two find the same words, the first one
//! speaks. A rule's id never changes its meaning; a new rule gets a new one.

mod am_tiet;
mod bang_ma_cu;
mod chinh_ta;
mod chuc_vu;
mod dau_cau;
mod dau_doi;
mod dau_thanh;
mod dia_gioi;
mod gio;
mod go_telex;
mod khoang_trang;
mod ky_tu;
mod lap_cum;
mod ngay_thang;
mod nhan_dan;
mod so_tien;
mod ten_co_quan;
mod ten_dia_ly;
mod thu_trong_tuan;
mod vien_dan;
mod vien_dan_hoa;

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::doan::Doan;
use super::tieng::KieuDau;
use crate::diagnostic::Severity;
use crate::model::chu_dau::{hoa_dau, thuong_dau};
use crate::model::loi_van::LoiVan;

/// `Nghị định 30/2020/NĐ-CP` entered into force on the day of its issue.
pub const PL2: &str = "Nghị định 30/2020/NĐ-CP, Phụ lục II (hiệu lực từ 05/3/2020)";

/// A rule about the text.
pub struct Luat {
    /// `VT101`.
    pub ma: &'static str,
    pub ten: &'static str,
    pub muc: Severity,
    /// The clause, with the day since which it holds; custom where there is none.
    pub can_cu: &'static str,
    /// In a sentence or two, for the clerk.
    pub giai_thich: &'static str,
    pub sai: &'static str,
    pub dung: &'static str,
    pub pham_vi: PhamVi,
    /// Finds of the same word in one file are told once.
    pub gop: bool,
    pub tim: fn(&Doan, &BoiCanh) -> Vec<Tim>,
}

/// Which texts a rule reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhamVi {
    /// Every text, names and symbols too: what is wrong with a character is wrong everywhere.
    MoiChu,
    /// Running text.
    VanXuoi,
    /// Running text without what stands in quotation marks.
    NgoaiTrich,
}

/// What a rule knows besides the text.
#[derive(Debug, Clone, Copy)]
pub struct BoiCanh {
    /// The style of tone marks that holds in the hồ sơ, if there is one.
    pub kieu_dau: Option<KieuDau>,
    /// Whether that is the office's choice and not a guess.
    pub da_chon: bool,
    /// Whether the document is dated after the districts were abolished on 1 July 2025.
    pub sau_2025: bool,
    /// How the set of rules words things.
    pub loi_van: LoiVan,
}

/// A find.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tim {
    /// The words, as bytes of the text.
    pub cho: Range<usize>,
    pub loi: String,
    /// What to put instead, where that is sure.
    pub thay: Option<String>,
    /// What to do, where it is not.
    pub goi_y: Option<String>,
    /// The symbol of the cited document, where only its first citation in a file is at fault.
    pub vien_dan: Option<String>,
}

impl Tim {
    /// Something to be replaced; sure enough for `--fix`.
    pub fn thay(cho: Range<usize>, loi: impl Into<String>, thay: impl Into<String>) -> Self {
        Self { cho, loi: loi.into(), thay: Some(thay.into()), goi_y: None, vien_dan: None }
    }

    /// Something for the clerk to judge.
    pub fn xem(cho: Range<usize>, loi: impl Into<String>, goi_y: impl Into<String>) -> Self {
        Self { cho, loi: loi.into(), thay: None, goi_y: Some(goi_y.into()), vien_dan: None }
    }
}

impl Tim {
    /// The same, if the document of that symbol is cited for the first time.
    pub fn lan_dau(self, ky_hieu: &str) -> Self {
        Self { vien_dan: Some(ky_hieu.to_owned()), ..self }
    }
}

/// All rules.
pub static LUAT: &[&Luat] = &[
    &bang_ma_cu::BANG_MA_CU,
    &ky_tu::CHU_D,
    &ky_tu::NHAY_THANG,
    &vien_dan::THIEU_SO,
    &vien_dan::KY_HIEU,
    &vien_dan::NGAY_TAT,
    &vien_dan::THIEU_CO_QUAN,
    &vien_dan_hoa::DIEU_KHOAN,
    &vien_dan_hoa::TEN_LOAI,
    &vien_dan_hoa::TEN_CUA_LUAT,
    &ngay_thang::KHONG_CO,
    &ngay_thang::DAY_DU,
    &ngay_thang::VIET_TAT,
    &thu_trong_tuan::THU_SAI,
    &thu_trong_tuan::THU,
    &gio::GIO_SAI,
    &ten_co_quan::CO_QUAN,
    &chuc_vu::CHUC_VU,
    &ten_dia_ly::DON_VI,
    &ten_dia_ly::VIET_NAM,
    &nhan_dan::NHAN_DAN,
    &nhan_dan::NGAY_LE,
    &dia_gioi::CAP_HUYEN,
    &dia_gioi::TINH_CU,
    &so_tien::SO_VA_CHU,
    &so_tien::HANG_NGHIN,
    &so_tien::DON_VI_TIEN,
    &dau_cau::KET_THUC,
    &dau_cau::TRUOC_DAU,
    &dau_cau::SAU_DAU,
    &dau_cau::TRONG_NGOAC,
    &dau_cau::GACH_NGANG,
    &khoang_trang::HAI_DAU_CACH,
    &go_telex::TELEX,
    &chinh_ta::THUONG_SAI,
    &chinh_ta::LAP_TU,
    &lap_cum::LAP_CUM,
    &dau_doi::KHOANG,
    &dau_doi::NGOAC_KEP,
    &am_tiet::DAU_SAI_CHO,
    &am_tiet::KHONG_CO_TIENG,
    &dau_thanh::KIEU_DAU,
    &dau_cau::DAU_CAU_HOA,
];

pub use bang_ma_cu::{BANG_MA_CU, chu_cu};
pub use dau_thanh::dem as dem_kieu_dau;

pub fn luat(ma: &str) -> Option<&'static Luat> {
    LUAT.iter().copied().find(|luat| luat.ma.eq_ignore_ascii_case(ma))
}

/// The id that was likely meant: a letter O for a zero, a slip of one key.
pub fn gan_nhat(ma: &str) -> Option<&'static str> {
    let slips = |luat: &Luat| strsim::damerau_levenshtein(&ma.to_uppercase(), luat.ma);
    let nearest = LUAT.iter().copied().min_by_key(|luat| slips(luat))?;
    (ma.len() < 12 && slips(nearest) <= 1).then_some(nearest.ma)
}

/// A pattern that is compiled when a text first has one of the words without which it can't match; to
/// compile all of them would take longer than to read a document.
struct Mau {
    /// One of these stands in whatever matches; none if that can't be told.
    can: &'static [&'static str],
    /// One that doesn't compile finds nothing; each rule's own example would then fail its test.
    mau: LazyLock<Option<Regex>>,
}

/// Capitals of Vietnamese and of western names.
const HOA: &str = "[A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ]";
/// Small letters of the same.
const THUONG: &str = "[a-zß-öø-ÿăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]";
const CHU: &str = "[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]";

/// Compiles a pattern whose letters are those of Vietnamese and its Latin neighbours. With the letters of all
/// scripts a pattern is many times as large, and to compile the rules' patterns was a fourth of a short run.
fn bien_dich(mau: &str) -> Option<Regex> {
    let mau = [(r"\p{Lu}", HOA), (r"\p{Ll}", THUONG), (r"\p{L}", CHU)]
        .iter()
        .fold(mau.to_owned(), |mau, (all, latin)| mau.replace(all, latin));
    Regex::new(&mau).ok()
}

macro_rules! mau {
    ($ten:ident, $can:expr, $mau:expr) => {
        static $ten: crate::rules::soat::luat::Mau = crate::rules::soat::luat::Mau {
            can: $can,
            mau: std::sync::LazyLock::new(|| crate::rules::soat::luat::bien_dich($mau)),
        };
    };
}
use mau;

impl Mau {
    /// The pattern, if it can match in `chu`.
    fn cho(&'static self, chu: &str) -> Option<&'static Regex> {
        let can = self.can.is_empty() || self.can.iter().any(|can| chu.contains(can));
        can.then(|| self.mau.as_ref()).flatten()
    }
}

/// Every match of a pattern.
fn moi<'t>(mau: &'static Mau, chu: &'t str) -> impl Iterator<Item = regex::Captures<'t>> {
    mau.cho(chu).into_iter().flat_map(move |mau| mau.captures_iter(chu))
}

/// A group of a match: its place and words.
fn nhom<'t>(caps: &regex::Captures<'t>, so: usize) -> Option<(Range<usize>, &'t str)> {
    caps.get(so).map(|m| (m.range(), m.as_str()))
}

fn bat_dau_hoa(chu: &str) -> bool {
    chu.chars().next().is_some_and(char::is_uppercase)
}

/// The words of a text: runs of letters and digits, with their places.
fn cac_tu(doan: &Doan) -> Vec<(Range<usize>, &str)> {
    doan.cac_tu().map(|cho| (cho.clone(), doan.lay(cho))).collect()
}
