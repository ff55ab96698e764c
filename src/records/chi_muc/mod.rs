//! Chỉ mục: words of the register and of the papers' text, so that a paper is found again in a moment. It is made of the
//! register and of the issued folders and of nothing else, may be thrown away at any time, and is never believed: what it
//! points at is read from the register again.
//!
//! [`tep`] opens the file, [`bang`] keeps the rows, [`gap`] makes words comparable, [`cau_hoi`] makes a question of what was
//! typed, [`doan`] cuts the piece of a text that is shown.

mod bang;
mod cau_hoi;
mod doan;
mod gap;
mod tep;

#[cfg(test)]
mod tests;

pub use bang::{Dem, Hang, TimThay};
pub use cau_hoi::{CauHoi, Loc, Muon};
pub use doan::doan;
pub use gap::gap;
pub use tep::{ChiMuc, Khoa, LoiMo, TEP, mo, trong_may, vut};
