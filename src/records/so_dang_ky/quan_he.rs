//! Quan hệ: what a document issued later does to an earlier one. An issued document is never changed.

use std::fmt;

use super::day_so::Day;
use super::so_cai::Muc;
use super::so_hieu::SoHieu;
use crate::model::Ky;

/// What is done to the earlier document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LoaiQuanHe {
    ThayThe,
    DinhChinh,
    ThuHoi,
}

impl LoaiQuanHe {
    pub const TAT_CA: [Self; 3] = [Self::ThayThe, Self::DinhChinh, Self::ThuHoi];

    /// As the later document has it: `thay thế`.
    pub fn chu_dong(self) -> &'static str {
        match self {
            Self::ThayThe => "thay thế",
            Self::DinhChinh => "đính chính",
            Self::ThuHoi => "thu hồi",
        }
    }

    /// As the earlier one has it: `được thay thế bởi`.
    pub fn bi_dong(self) -> &'static str {
        match self {
            Self::ThayThe => "được thay thế bởi",
            Self::DinhChinh => "được đính chính bởi",
            Self::ThuHoi => "bị thu hồi bởi",
        }
    }

    /// Whether the earlier document is no longer in force; then nothing more can be done to it.
    pub fn het_hieu_luc(self) -> bool {
        !matches!(self, Self::DinhChinh)
    }
}

/// One document's bearing on another, which is named by number, symbol and year, or by number, symbol, term and kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct QuanHe {
    pub loai: LoaiQuanHe,
    pub so_hieu: SoHieu,
    pub ky: Ky,
    /// The kind's word in its series, where numbers run by terms.
    pub ten_day: Option<String>,
}

impl QuanHe {
    /// On a number of the register.
    pub fn voi(loai: LoaiQuanHe, muc: &Muc) -> Self {
        let Day { ky, loai: ten, .. } = &muc.dong.day;
        let ten_day = ten.clone().filter(|_| !ky.la_nam());
        Self { loai, so_hieu: muc.so_hieu.clone(), ky: ky.clone(), ten_day }
    }

    /// Whether it is on this number.
    pub fn la(&self, muc: &Muc) -> bool {
        self.so_hieu == muc.so_hieu && self.trong_day(&muc.dong.day)
    }

    /// Whether its number may be of this series.
    pub fn trong_day(&self, day: &Day) -> bool {
        self.ky == day.ky && (self.ten_day.is_none() || self.ten_day == day.loai)
    }

    /// Reads a list as [`viet`] writes it.
    pub fn doc(text: &str) -> Option<Vec<Self>> {
        let parts = text.split(';').map(str::trim).filter(|p| !p.is_empty());
        parts.map(Self::doc_mot).collect()
    }

    fn doc_mot(text: &str) -> Option<Self> {
        LoaiQuanHe::TAT_CA.into_iter().find_map(|loai| {
            let rest = text.strip_prefix(loai.chu_dong())?.trim();
            let (so_hieu, last) = rest.rsplit_once('/')?;
            if let Some(ky) = Ky::doc(last) {
                return Some(Self { loai, so_hieu: SoHieu::doc(so_hieu)?, ky, ten_day: None });
            }
            let (so_hieu, ky) = so_hieu.rsplit_once('/')?;
            let ten_day = Some(last.to_owned());
            Some(Self { loai, so_hieu: SoHieu::doc(so_hieu)?, ky: Ky::doc(ky)?, ten_day })
        })
    }
}

/// A list in a row of the register.
pub fn viet(all: &[QuanHe]) -> String {
    all.iter().map(QuanHe::to_string).collect::<Vec<_>>().join("; ")
}

/// `thay thế 105/KH-HĐND/2023`, `thay thế 05-QĐ/TU/2025-2030/QyĐ`.
impl fmt::Display for QuanHe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}/{}", self.loai.chu_dong(), self.so_hieu, self.ky)?;
        self.ten_day.as_ref().map_or(Ok(()), |ten| write!(f, "/{ten}"))
    }
}
