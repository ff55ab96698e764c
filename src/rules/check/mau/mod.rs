//! Mẫu: declarations of kinds of document, and the documents whose data they describe.

mod chu_mau;
mod co_khong;
mod dong_giua;
mod khai_bao;
mod kho;
mod khoi_tao;
mod kieu;
mod kieu_viet;
mod loai_rieng;
mod loi_mau;
mod luoc_do;
mod ngay_gio;
mod phu_luc;
mod rieng;
mod so_phu_luc;
mod than_bai;
mod thang_mau;
mod truong;
mod typ;
mod van_ban;

pub use chu_mau::{kiem_chuyen_di as con_chu_mau, la_ten_mau, nguoi_ky_con_mau};
pub use kho::{KhoMau, khai_bao_co_san};
pub use khoi_tao::{CHU_DE_CUA_NOI, DOT_CHUYEN_DI, KE_HOACH_CHUYEN_DI, khoi_tao};
pub use loi_mau::LoiMau;
pub use luoc_do::luoc_do;
pub use ngay_gio::kiem as kiem_ngay_gio;
pub use rieng::kho;
pub use than_bai::{TepMd, doc_phan_trich};
pub use truong::{cham_phay, khoa_la, nhom};
pub use typ::MAU_TYP;
pub use van_ban::van_ban;
