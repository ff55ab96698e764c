//! Word files read back: as paragraphs with their printed numbers, held against each other, written with the
//! changes tracked, recognised for what they are, and held against the decree's layout.

pub mod dau_goc;
pub mod dau_sua;
pub mod doc_word;
pub mod nhan_dang;
pub mod nhan_xet;
pub mod so_sanh;
pub mod soat;
