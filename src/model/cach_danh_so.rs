//! Cách đánh số: how an office numbers its outgoing documents (Điều 15).

use super::Loai;

/// The office's choice, from `so_dang_ky:` in its file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CachDanhSo {
    pub theo: TheoGi,
    /// The first number of a year in which the office began in the middle; other years begin with 1.
    pub dau_so: Vec<(i32, u64)>,
    /// Where the register lives, seen from the hồ sơ; there itself if none.
    pub thu_muc: Option<String>,
}

/// What makes a series of numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TheoGi {
    /// One series a year for all kinds.
    #[default]
    Nam,
    /// One a year for each kind.
    Loai,
}

impl CachDanhSo {
    /// The number that a year begins with: 01 on 1 January (Điều 15), unless the office says otherwise.
    pub fn so_dau(&self, nam: i32) -> u64 {
        self.dau_so.iter().find(|(n, _)| *n == nam).map_or(1, |(_, so)| *so)
    }

    /// The kind's part in the name of a series, where each kind has its own.
    pub fn loai(&self, loai: Loai) -> Option<String> {
        match self.theo {
            TheoGi::Nam => None,
            // Công văn and Thư công have no abbreviation (PL III) and are counted apart all the same.
            TheoGi::Loai => Some(loai.viet_tat().unwrap_or(loai.khoa()).to_owned()),
        }
    }
}
