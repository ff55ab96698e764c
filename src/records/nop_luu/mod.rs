//! Nộp lưu: the papers of a register put together as one hồ sơ for the archive (Decree 30, Chương V): what is said of
//! each, the printed lists, the minutes of the hand-over, and the list of digests by which the package is known again.

mod bang;
mod bang_ke;
mod bien_ban;
mod du_lieu;
pub mod goi_tin;
mod muc_luc;

use chrono::NaiveDate;

use crate::compose::document::Document;
use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::model::{CoQuan, Ky, Loai, Ngay};
use crate::records::so_dang_ky::SoHieu;

pub use bang_ke::{BangKeNop, TEP as TEP_BANG_KE};
pub use du_lieu::{TEP as TEP_DU_LIEU, viet as du_lieu};

use goi_tin::{CheDo, MaHoSo};

/// A hồ sơ that goes to the archive.
pub struct HoSoNop<'a> {
    pub co_quan: &'a CoQuan,
    /// The year or the term.
    pub ky: Ky,
    pub tieu_de: String,
    /// Số, ký hiệu hồ sơ.
    pub ky_hieu: String,
    /// Mã định danh of the office, if it is known.
    pub ma_co_quan: String,
    /// The code that is made of the three.
    pub ma: MaHoSo,
    pub che_do: CheDo,
    pub tu_khoa: String,
    /// Mã đăng ký yêu cầu nộp, where the archive gave one.
    pub ma_dang_ky: String,
    /// `Vĩnh viễn`, `20 năm`.
    pub thoi_han: String,
    /// The day of the hand-over.
    pub ngay: Ngay,
    pub ben_giao: String,
    pub ben_nhan: String,
    pub tai_lieu: Vec<TaiLieu>,
}

/// A paper in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaiLieu {
    pub so: u64,
    /// `KH-HĐND`.
    pub ky_hieu: String,
    pub loai: Option<Loai>,
    pub ngay: Option<Ngay>,
    pub trich_yeu: String,
    pub nguoi_ky: String,
    pub noi_nhan: String,
    /// What became of it since: replaced, corrected.
    pub ghi_chu: String,
    /// Its files in the package; none of a paper that is kept on paper alone.
    pub tep: Vec<TepNop>,
}

/// A file of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TepNop {
    /// Where it lies in the package: `representations/rep1/data/….0000001.pdf`.
    pub ten: String,
    pub bytes: Vec<u8>,
    /// None where it is no PDF whose pages can be counted.
    pub so_trang: Option<usize>,
    pub da_ky: bool,
}

impl TaiLieu {
    /// `05/KH-HĐND`.
    pub fn so_hieu(&self) -> String {
        SoHieu { so: self.so, ky_hieu: self.ky_hieu.clone() }.to_string()
    }

    pub fn so_trang(&self) -> Option<usize> {
        self.tep.iter().find_map(|tep| tep.so_trang)
    }
}

impl HoSoNop<'_> {
    pub fn so_tep(&self) -> usize {
        self.tai_lieu.iter().map(|one| one.tep.len()).sum()
    }

    pub fn so_trang(&self) -> usize {
        self.tai_lieu.iter().filter_map(TaiLieu::so_trang).sum()
    }

    /// The papers that have files, each with its number in the hồ sơ.
    pub fn co_tep(&self) -> impl Iterator<Item = (usize, &TaiLieu)> {
        let numbered = self.tai_lieu.iter().enumerate();
        numbered.map(|(i, one)| (i.saturating_add(1), one)).filter(|(_, one)| !one.tep.is_empty())
    }

    /// The days of the first and the last paper.
    pub fn thoi_gian(&self) -> Option<(Ngay, Ngay)> {
        let days = || self.tai_lieu.iter().filter_map(|one| one.ngay);
        days().min().zip(days().max())
    }

    /// The printed lists by the names of their files, in the order in which they are bound.
    pub fn giay(&self, fonts: &Fonts) -> Result<Vec<(&'static str, Document)>, Vec<Diagnostic>> {
        Ok(vec![
            ("muc-luc-ho-so", muc_luc::ho_so(self, fonts)?),
            ("muc-luc-van-ban", muc_luc::van_ban(self, fonts)?),
        ])
    }

    /// The minutes of the hand-over, with the mark and the number of the package.
    pub fn bien_ban(
        &self,
        (dau, ma_goi): (&str, &str),
        fonts: &Fonts,
    ) -> Result<Document, Vec<Diagnostic>> {
        bien_ban::bien_ban(self, (dau, ma_goi), fonts)
    }

    fn ngay_in(&self) -> NaiveDate {
        self.ngay.ngay()
    }
}
