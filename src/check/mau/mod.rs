//! Mẫu: declarations of kinds of document, and the documents whose data they describe.

mod khai_bao;
mod kho;
mod phu_luc;
mod than_bai;
mod truong;
mod van_ban;

pub use khai_bao::khai_bao;
pub use kho::KhoMau;
pub use van_ban::van_ban;
