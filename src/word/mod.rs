//! Word files read back: as paragraphs with their printed numbers, held against each other, and written with
//! the changes tracked.

pub mod dau_sua;
pub mod doc_word;
pub mod so_sanh;
