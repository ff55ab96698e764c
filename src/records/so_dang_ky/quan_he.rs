//! Quan hệ: what a document issued later does to an earlier one. An issued document is never changed.

use std::fmt;

use super::so_hieu::SoHieu;

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

/// One document's bearing on another, which is named by number, symbol and year.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct QuanHe {
    pub loai: LoaiQuanHe,
    pub so_hieu: SoHieu,
    pub nam: i32,
}

impl QuanHe {
    /// Reads a list as [`viet`] writes it.
    pub fn doc(text: &str) -> Option<Vec<Self>> {
        let parts = text.split(';').map(str::trim).filter(|p| !p.is_empty());
        parts.map(Self::doc_mot).collect()
    }

    fn doc_mot(text: &str) -> Option<Self> {
        LoaiQuanHe::TAT_CA.into_iter().find_map(|loai| {
            let rest = text.strip_prefix(loai.chu_dong())?.trim();
            let (so_hieu, nam) = rest.rsplit_once('/')?;
            Some(Self { loai, so_hieu: SoHieu::doc(so_hieu)?, nam: nam.parse().ok()? })
        })
    }
}

/// A list in a row of the register.
pub fn viet(all: &[QuanHe]) -> String {
    all.iter().map(QuanHe::to_string).collect::<Vec<_>>().join("; ")
}

/// `thay thế 105/KH-HĐND/2023`.
impl fmt::Display for QuanHe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}/{}", self.loai.chu_dong(), self.so_hieu, self.nam)
    }
}
