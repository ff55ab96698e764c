//! Gửi: a checked document and the address book → every file of its distribution, one after the other. Nothing
//! here reads or writes files.

mod bang_ke;
pub mod danh_sach;
pub mod edxml;
pub mod goi;
pub mod nhan_bi_thu;
pub mod phieu_gui;
pub mod so_buu_dien;
pub mod ten_tep;
mod tep;
mod to_roi;
mod tron_goi;

use crate::compose::document::ThongTin;
use crate::model::{CachKy, DanhBa, Ngay, NgayBanHanh, NguoiKy, PhanPhat, VanBan};
pub use bang_ke::{BangKeGoi, TEN as BANG_KE};
pub use tep::{Tep, sha256};
pub use tron_goi::tron_goi;

/// One document on its way out.
pub struct DonGui<'a> {
    pub van_ban: &'a VanBan,
    /// Its number: a document without one isn't sent.
    pub so: u64,
    /// What everyone gets: the document's PDF first, then the files that go along.
    pub tep: Vec<Tep>,
    /// The mark of the issued document's list of files, where it is sent as it was issued.
    pub ban_phat_hanh: Option<String>,
    /// Pages of the PDF.
    pub so_trang: usize,
    /// Its appendices, by name: `Phụ lục I`.
    pub phu_luc: Vec<String>,
    pub danh_ba: &'a DanhBa,
    pub phan_phat: PhanPhat,
    /// The day of sending.
    pub ngay_gui: Ngay,
    pub nguoi_ky_phieu_gui: Option<NguoiKy>,
}

impl DonGui<'_> {
    /// `112/KH-HĐND`.
    pub fn so_ky_hieu(&self) -> String {
        format!("{:02}/{}", self.so, self.van_ban.so_ky_hieu.ky_hieu())
    }

    /// The folder of the package and the name of the PDF: `112-KH-HDND`.
    pub fn ten_goi(&self) -> String {
        ten_tep::ten_tep(&self.so_ky_hieu())
    }

    /// `Kế hoạch tổ chức …`.
    pub fn loai_va_trich_yeu(&self) -> String {
        format!("{}: {}", self.van_ban.loai.ten(), self.van_ban.trich_yeu)
    }

    /// `Kế hoạch số 112/KH-HĐND ngày 15 tháng 3 năm 2023`.
    fn ten_day_du(&self) -> String {
        let ngay = self.van_ban.ngay_ban_hanh.cum_tu();
        format!("{} số {} {ngay}", self.van_ban.loai.ten(), self.so_ky_hieu())
    }

    /// The signer of whom lists tell one: the leading office's, or the chair of a Biên bản.
    pub fn nguoi_ky(&self) -> Option<&NguoiKy> {
        match self.van_ban.kieu.nguoi_ky {
            CachKy::MoiCoQuanMotNguoi => self.van_ban.nguoi_ky.first(),
            CachKy::HaiBen => self.van_ban.nguoi_ky.last(),
        }
    }

    fn so_trang_in(&self) -> String {
        format!("{:02} trang", self.so_trang)
    }

    fn ngay_ban_hanh(&self) -> NgayBanHanh {
        NgayBanHanh::cua(self.ngay_gui.ngay())
    }

    /// Properties of a PDF that goes with the package.
    fn thong_tin(&self, ten: &str) -> ThongTin {
        ThongTin {
            tieu_de: format!("{ten}: {}", self.ten_day_du()),
            tac_gia: self.van_ban.co_quan.ten.to_string(),
            chu_de: self.van_ban.trich_yeu.to_string(),
            tu_khoa: vec![self.so_ky_hieu()],
            ngay: self.ngay_gui.ngay(),
        }
    }
}
