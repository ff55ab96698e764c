//! Mẫu: declarations of kinds of document, and the documents whose data they describe.

mod khai_bao;
mod kho;
mod kieu;
mod luoc_do;
mod phu_luc;
mod than_bai;
mod truong;
mod van_ban;

pub use kho::KhoMau;
pub use luoc_do::luoc_do;
pub use than_bai::TepMd;
pub use truong::{cham_phay, khoa_la, nhom};
pub use van_ban::van_ban;
