//! Phiếu gửi: the slip that goes with what is sent and comes back signed (PL III, form 1.4).

use serde::Serialize;

/// What one recipient gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PhieuGui {
    pub noi_nhan: String,
    pub tai_lieu: Vec<TaiLieuGui>,
    /// Where the signed slip goes back to, if the address book tells it.
    pub dia_chi_tra: Option<String>,
}

/// A row of the slip: the document itself, or a file that goes along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TaiLieuGui {
    /// `112/KH-HĐND`; empty for a file that goes along.
    pub so_ky_hieu: String,
    /// `15/3/2023`.
    pub ngay: String,
    /// Kind and subject.
    pub ten: String,
    /// Copies on paper; none for an electronic recipient.
    pub so_ban: Option<u64>,
    pub so_trang: Option<usize>,
}
