//! Quyển: one of the books of a folder, and what the keeping of books must know of it. The steps of a transaction, the
//! lock, the witness and the recovery are the same for all; names on the disk and what a line may say are the book's own.

use std::path::Path;

use super::chung::ChungMoi;
use super::kho::{Kho, KhoKhoa};
use super::{chung, khoi_phuc, lien_quan, y_dinh};
use crate::diagnostic::Diagnostic;

/// A book by its names on the disk and by what only it knows.
#[derive(Debug)]
pub struct Quyen {
    pub tep_so: &'static str,
    /// Its witness ([`chung`]).
    pub tep_chung: &'static str,
    /// A copy of it, in the book's folder.
    pub tep_ban_chep: &'static str,
    /// Where what belongs to its lines is kept, a folder for each year.
    pub thu_muc: &'static str,
    pub tep_khoa: &'static str,
    pub tep_luot: &'static str,
    /// The verb of the command line, and how what was stopped is done again.
    pub lenh: &'static str,
    pub lam_lai: &'static str,
    /// What to do when it has lost lines.
    pub lay_lai: &'static str,
    /// A folder is in the way of a new one.
    pub da_co: fn(&Path) -> Diagnostic,
    /// What the lines of a transaction do; none for lines that no transaction writes.
    pub viec: fn(&str) -> Option<ViecGhi>,
    /// Whether every line of a text fits.
    pub lanh: fn(&str, &str) -> bool,
    /// The witness as it should be now.
    pub chung: fn(&Kho) -> Result<ChungMoi, Diagnostic>,
    /// What is told in the folders of earlier numbers, once the lines of a transaction stand in the book.
    pub kem: fn(&KhoKhoa, &str) -> Result<(), Diagnostic>,
}

/// What a transaction does besides writing its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViecGhi {
    /// Where its folder goes, from the book's folder on.
    pub dich: Option<String>,
    /// The mark of that folder's list of files.
    pub bang_ke: String,
}

/// The book of outgoing documents.
pub static VAN_BAN_DI: Quyen = Quyen {
    tep_so: super::kho::TEP_SO,
    tep_chung: super::kho::TEP_CHUNG,
    tep_ban_chep: super::kho::TEP_BAN_CHEP,
    thu_muc: super::kho::PHAT_HANH,
    tep_khoa: ".so-dang-ky.khoa",
    tep_luot: ".so-dang-ky.luot",
    lenh: "register",
    lam_lai: "phát hành lại",
    lay_lai: "lấy lại so-dang-ky.txt từ bản lưu; không còn bản lưu thì dựng lại sổ từ các thư mục đã phát hành: \
              vanthu register rebuild",
    da_co: super::kho::da_co,
    viec: y_dinh::viec_di,
    lanh: khoi_phuc::lanh_di,
    chung: chung::moi_di,
    kem: lien_quan::cap_nhat,
};
