//! Đợt: one trip of a plan.

use serde::Serialize;

use super::{Chu, DiaBan, DiaDiem, Loi, ThoiGian};

/// The mark in a trip's subject where its note `cu_the` stands: `[^cu_the]`.
pub const DAU_CU_THE: &str = "cu_the";

/// A trip, either known in detail or put in one sentence.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kieu", rename_all = "snake_case")]
pub enum Dot {
    ChuyenDi(ChuyenDi),
    /// `Tuỳ theo yêu cầu thực tế.`
    MotCau {
        noi_dung: Chu,
    },
}

/// A trip with its subject, time, place and transport.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChuyenDi {
    /// Carries the mark [`DAU_CU_THE`] exactly once if `cu_the` has items, else no mark.
    pub chu_de: Chu,
    /// What is learnt in each province: the footnote of the subject. May be empty.
    pub cu_the: Vec<CuThe>,
    pub thoi_gian: ThoiGian,
    pub dia_diem: DiaDiem,
    pub phuong_tien: Option<Chu>,
}

/// What is learnt in one province.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CuThe {
    /// The province as the clerk wrote it: `Tỉnh Đắk Lắk`.
    pub ten: Loi,
    pub dia_ban: DiaBan,
    pub noi_dung: Chu,
}
