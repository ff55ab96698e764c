//! Soát lỗi: reads the text of a hồ sơ as a careful colleague would: capitals, citations, zeros, tone
//! marks, characters, spaces, typing. [`luat`] is the table of rules; a finding is never an error.
//!
//! A rule sees one text at a time ([`doan`]) and answers with places in it; [`chay`] walks the texts of
//! all files and turns places into lines and columns ([`vi_tri`]); [`sua`] writes what is sure.

mod cap_ngoac;
mod chay;
mod doan;
mod gom;
mod khoa;
pub mod luat;
pub mod sua;
mod tieng;
mod tim_cho;
mod vi_tri;

#[cfg(test)]
mod tests;

pub use chay::{DoanNgoai, LuaChon, doan_ngoai, ho_so, tep_chu};
pub use tieng::KieuDau;
pub use tim_cho::dat_cho;

/// The words that `dau_thanh` in `co-quan.yaml` knows.
pub const DAU_THANH: &[(&str, KieuDau)] = &[("kieu_moi", KieuDau::Moi), ("kieu_cu", KieuDau::Cu)];
