//! Word files read back: as paragraphs with their printed numbers, held against each other, written with the
//! changes tracked, and recognised for what they are.

pub mod dau_goc;
pub mod dau_sua;
pub mod doc_word;
pub mod nhan_dang;
pub mod so_sanh;
