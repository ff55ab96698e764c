//! Kế hoạch: a plan of study trips, as its sections want it.

use serde::Serialize;

use super::{Chu, Dot};

/// The body of a plan. Headings and standing words are the template's, not data.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KeHoach {
    /// The opening paragraph, which ends in a colon.
    pub mo_dau: Chu,
    /// Mục đích, yêu cầu: one dash each.
    pub muc_dich_yeu_cau: Vec<Chu>,
    /// The trips; the number of a trip is its position, from 1.
    pub dot: Vec<Dot>,
    /// Thành phần: who goes.
    pub thanh_phan: ThanhPhan,
    /// Nguồn kinh phí: one paragraph, or several.
    pub kinh_phi: Vec<Chu>,
    /// Tổ chức thực hiện: one dash each.
    pub to_chuc_thuc_hien: Vec<Chu>,
    /// The closing sentence, which ends in `./.`, with no space before it.
    pub ket: Chu,
}

/// Thành phần đoàn: a sentence and a list under it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ThanhPhan {
    /// Without the colon at its end, which the template sets.
    pub mo_ta: Chu,
    pub thanh_vien: Vec<Chu>,
}
