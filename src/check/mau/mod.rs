//! Mẫu: declarations of kinds of document, and the documents whose data they describe.

mod khai_bao;
mod kho;
mod kieu;
mod phu_luc;
mod than_bai;
mod truong;
mod van_ban;

pub use kho::KhoMau;
pub use van_ban::van_ban;
