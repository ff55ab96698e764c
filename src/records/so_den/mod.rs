//! Sổ đăng ký văn bản đến: the office's register of incoming papers (Điều 20 to 24, PL IV).
//!
//! The same kind of book as that of outgoing documents: a text file to which lines are only ever added, with a mark on
//! each and a witness beside it ([`so_dang_ky`](super::so_dang_ky), [`phat_hanh`](super::phat_hanh)). What its lines say
//! is here: [`DongDen`] is an event in the life of a paper that came, [`SoCaiDen`] sums them up, [`SachDen`] is a year's
//! book with the ten columns of PL IV. What came as a file is kept in `den/2026/12/` with the list of its digests, by the
//! transaction that writes the line; beside it stand the book's lines about the paper ([`dong_so`]), of which the book is made
//! again if it is lost ([`dung_so_den`]). Secret papers have a book and a folder of their own.

mod csv;
mod dong_den;
mod dong_so;
mod dung_so_den;
mod goi_den;
mod in_so_den;
mod phieu;
mod quyen_den;
mod sach_den;
mod so_cai_den;
mod so_den_hieu;
mod the_den;
mod thu_muc_den;
mod tren_dia;

#[cfg(test)]
mod tests;

pub use csv::viet as viet_csv;
pub use dong_den::{Cot, DongDen, ViecDen};
pub use dong_so::viet_lai as viet_lai_dong_so;
pub use dung_so_den::{ConLai, CotDoc, dung_so_den};
pub use goi_den::{cac_ten_tep_den, dau_tep, dich_den, goi_den};
pub use in_so_den::{in_so_den, xlsx_den};
pub use phieu::phieu_giai_quyet;
pub use quyen_den::{VAN_BAN_DEN, VAN_BAN_MAT_DEN, cap_nhat_chung, la_mat, loi_chung};
pub use sach_den::{SachDen, TEN_COT_DEN, hang_den};
pub use so_cai_den::{MucDen, SoCaiDen, TinhTrangDen};
pub use so_den_hieu::SoDen;
pub use the_den::{TheDen, TinhTrangThe};
pub use thu_muc_den::DUOI_DAU;
pub use tren_dia::{SoDenTrenDia, doc_so_den};

use super::so_dang_ky::SoDong;

/// The book's text.
pub type SoVanBanDen = SoDong<DongDen>;
