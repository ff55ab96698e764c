//! Reading anybody's PDF: the letters of its pages with their places, put together to lines in the order in which people
//! read them, and those to the paragraphs and two-sided tables that a Word file of the same looks would have. So whatever
//! recognises a paper in a Word file recognises it here.
//!
//! The file comes from anywhere and the format lets it be a bomb, a loop or a tree without end. So it is read in a process
//! of its own (`tho`), with bounds of time and memory; what comes back is bounded text.

mod chu;
mod dong;
mod hai_cot;
mod khoi;
mod luoi;
mod o_trong;
mod ranh;
mod tep;
mod thanh_word;
mod tho;

pub use khoi::{Canh, DongPdf, KhoiPdf};
pub use luoi::DIEM as DIEM_MOI_MM;
pub use tep::{LoaiChu, LoiPdf, TepPdf};
pub use thanh_word::thanh_word;
pub use tho::{DocPdf, serve};
