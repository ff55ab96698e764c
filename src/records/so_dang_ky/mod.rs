//! Sổ đăng ký văn bản đi: the office's register of outgoing documents (Điều 15, PL IV), as a value.
//!
//! The register is a text file to which lines are only ever added, one for each event: a number kept,
//! a document issued, a number void, copies handed over, a year closed. [`So`] reads the text and makes
//! the text to be added; [`SoCai`] sums the lines up, number by number; [`kiem`](kiem::kiem) tells what
//! is wrong with them, and `cho_phep` what a new line would make wrong; [`Sach`] is a year's book with
//! the ten columns of PL IV. Nothing here touches a file.

mod ban_chep;
mod cho_phep;
pub mod csv;
mod cuoi_so;
pub mod dau;
mod day_so;
pub(in crate::records) mod dong;
mod in_so;
pub mod kiem;
mod quan_he;
mod sach;
mod so;
mod so_cai;
mod so_hieu;
mod the;
pub mod xlsx;

#[cfg(test)]
mod tests;

pub use ban_chep::BanChep;
pub use cuoi_so::CuoiSo;
pub use day_so::{Day, la_thu_muc};
pub use dong::{Dong, Viec};
pub use in_so::{SoIn, in_so};
pub use quan_he::{LoaiQuanHe, QuanHe};
pub use sach::{Sach, TEN_COT, hang};
pub use so::{DongCo, DongCuaSo, DongSo, So, SoDong, doc_rieng};
pub use so_cai::{Muc, SoCai, TrangThai};
pub use so_hieu::{CachGoi, SoHieu, khong_dau};
pub use the::{LienQuan, TenQuanHe, TenTrangThai, The, loai};
