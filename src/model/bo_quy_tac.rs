//! Bộ quy tắc: the rules that an office's papers follow, as data with the day since which they hold. The sets
//! themselves stand in `rules::bo_quy_tac`.

use std::ops::Deref;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::Loai;
use super::cach_dau::CachDau;
use super::cach_soat::CachSoat;
use super::dat_ten::{CachDiaDanh, KyHieuCoQuan};
use super::de_ky::DeKy;
use super::ky_danh_so::LoaiKy;
use super::loi_van::LoiVan;
use super::the_thuc::TheThuc;
use super::tuy_chon::TuyChon;

/// A set of rules, to be passed around as a word.
#[derive(Debug, Clone, Copy)]
pub struct BoQuyTac(pub &'static QuyTac);

/// What differs between sets of rules.
#[derive(Debug)]
pub struct QuyTac {
    /// The word in `co-quan.yaml`: `nd30`.
    pub khoa: &'static str,
    /// What findings call it: `Nghị định 30/2020/NĐ-CP`.
    pub ten: &'static str,
    /// Year, month and day since which it holds.
    pub tu_ngay: (i32, u32, u32),
    /// The lines at the upper right of page 1, each in capitals or not as it is printed. The rule stands under the last.
    pub tieu_de: &'static [&'static str],
    /// The same in English, for a head in two languages.
    pub tieu_de_anh: &'static [&'static str],
    /// An office may have a line of its own in their place.
    pub tieu_de_rieng: bool,
    pub so: CachSo,
    /// How numbers run.
    pub day_so: CachDaySo,
    /// Kinds, by their words in YAML, whose abbreviation is not that of [`Loai::viet_tat`].
    pub viet_tat: &'static [(&'static str, &'static str)],
    /// The measures where an office chooses nothing.
    pub the_thuc: fn() -> TheThuc,
    /// The measures that an office may choose, in the order in which they are explained to it.
    pub tuy_chon: &'static [TuyChon],
    /// Findings name their grounds by the decree's clauses: what this set says of the same matter, and only that. None
    /// for the decree.
    pub can_cu: Option<&'static [(&'static str, &'static str)]>,
    /// What stands above a signature.
    pub de_ky: &'static DeKy,
    /// The kinds that the set has, by their words in YAML.
    pub loai: &'static [&'static str],
    /// Bodies whose letters in the symbol are settled.
    pub ky_hieu_co_quan: &'static [KyHieuCoQuan],
    pub dia_danh: CachDiaDanh,
    pub loi_van: LoiVan,
    /// Kinds that are also issued as legal normative papers, which have forms of their own, and how the symbols of
    /// those end.
    pub quy_pham: &'static [(&'static str, &'static str)],
    pub dau: CachDau,
    /// The same for the sizes and looks of letters, where the set says them in one place of its own; of the others
    /// [`Self::can_cu`] holds.
    pub can_cu_kieu: &'static [(&'static str, &'static str)],
    pub soat: CachSoat,
    /// What the starter of an office's file offers in comments: numbers, register, measures.
    pub them_cho_co_quan: &'static str,
}

/// How number and symbol are written: what stands between their parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CachSo {
    /// Before the number: `Số:`.
    pub mo_dau: &'static str,
    /// Between number and kind.
    pub sau_so: char,
    /// Between kind and office.
    pub sau_loai: char,
}

/// How numbers run where an office chooses nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CachDaySo {
    /// By what they begin anew.
    pub ky: LoaiKy,
    /// Each kind has a series of its own, and no office chooses otherwise.
    pub moi_loai: bool,
    /// The abbreviation of copies where all their forms are one series; without it the register holds no copies.
    pub ban_sao: Option<&'static str>,
}

impl CachDaySo {
    /// One series a year for all kinds, unless the office chooses otherwise (Điều 15).
    pub const ND30: Self = Self { ky: LoaiKy::Nam, moi_loai: false, ban_sao: None };
}

impl CachSo {
    /// `Số: 05/KH-HĐND` (PL I, II.3).
    pub const ND30: Self = Self { mo_dau: "Số:", sau_so: '/', sau_loai: '-' };
}

impl Default for CachSo {
    fn default() -> Self {
        Self::ND30
    }
}

impl BoQuyTac {
    /// The abbreviation of a kind in the symbol.
    pub fn viet_tat(self, loai: Loai) -> Option<&'static str> {
        let own = self.0.viet_tat.iter().find(|(khoa, _)| *khoa == loai.khoa());
        own.map(|(_, viet_tat)| *viet_tat).or(loai.viet_tat())
    }

    /// Whether the set has the kind; an office's own kinds are in every set.
    pub fn co_loai(self, loai: Loai) -> bool {
        loai.la_rieng() || self.0.loai.contains(&loai.khoa())
    }

    /// The set's kinds with this abbreviation: `QĐ` is a Quyết định's and, with the Party, a Quy định's.
    pub fn theo_viet_tat(self, viet_tat: &str) -> impl Iterator<Item = Loai> {
        let kinds = self.0.loai.iter().filter_map(|khoa| Loai::theo_khoa(khoa));
        kinds.filter(move |loai| self.viet_tat(*loai) == Some(viet_tat))
    }

    /// The least that an office may choose for a measure; none where it may not choose.
    pub fn nho_nhat(self, khoa: &str) -> Option<f64> {
        self.0.tuy_chon.iter().find(|t| t.khoa == khoa).map(|t| t.mien.nho_nhat())
    }

    /// The first day on which it holds.
    pub fn tu_ngay(self) -> NaiveDate {
        let (nam, thang, ngay) = self.0.tu_ngay;
        NaiveDate::from_ymd_opt(nam, thang, ngay).unwrap_or_default()
    }
}

impl Deref for BoQuyTac {
    type Target = QuyTac;

    fn deref(&self) -> &QuyTac {
        self.0
    }
}

impl PartialEq for BoQuyTac {
    fn eq(&self, other: &Self) -> bool {
        self.0.khoa == other.0.khoa
    }
}

impl Eq for BoQuyTac {}

impl Serialize for BoQuyTac {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.khoa)
    }
}

/// Sets for the tests of this wing, which knows no others.
#[cfg(test)]
pub mod thu {
    use super::{
        BoQuyTac, CachDau, CachDaySo, CachDiaDanh, CachSo, CachSoat, DeKy, LoiVan, QuyTac,
    };
    use crate::model::TheThuc;

    fn khong_do() -> TheThuc {
        unreachable!("these sets have no measures")
    }

    const fn bo(khoa: &'static str, so: CachSo, viet_tat: &'static [(&str, &str)]) -> QuyTac {
        let (tu_ngay, the_thuc) = ((2020, 3, 5), khong_do as fn() -> TheThuc);
        QuyTac {
            khoa,
            ten: khoa,
            tu_ngay,
            tieu_de: &[],
            tieu_de_anh: &[],
            tieu_de_rieng: false,
            so,
            day_so: CachDaySo::ND30,
            viet_tat,
            the_thuc,
            tuy_chon: &[],
            can_cu: None,
            de_ky: &DeKy::ND30,
            loai: &["quyet_dinh", "quy_dinh", "cong_van"],
            ky_hieu_co_quan: &[],
            dia_danh: CachDiaDanh::ND30,
            loi_van: LoiVan::ND30,
            quy_pham: &[],
            dau: CachDau::ND30,
            can_cu_kieu: &[],
            soat: CachSoat::ND30,
            them_cho_co_quan: "",
        }
    }

    pub const ND30: BoQuyTac = BoQuyTac(&BO_ND30);
    pub const DANG: BoQuyTac = BoQuyTac(&BO_DANG);

    static BO_ND30: QuyTac = bo("nd30", CachSo::ND30, &[]);
    static BO_DANG: QuyTac = bo(
        "hd05",
        CachSo { mo_dau: "Số", sau_so: '-', sau_loai: '/' },
        &[("quy_dinh", "QĐ"), ("cong_van", "CV")],
    );
}
