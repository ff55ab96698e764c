//! Word files read back: as paragraphs with their printed numbers, held against each other, written with the
//! changes tracked, recognised for what they are, and held against the decree's layout. PDFs of others come in here
//! too, as the paragraphs that a Word file of the same looks would have.

pub mod dau_goc;
pub mod dau_sua;
pub mod doc_pdf;
pub mod doc_word;
pub mod nhan_dang;
pub mod nhan_xet;
pub mod so_sanh;
pub mod soat;
