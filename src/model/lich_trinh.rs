//! Lịch trình: the days of a trip and what happens at which hour.

use serde::Serialize;

use super::{Chu, Gio, Ngay};

/// A day with its events, which are in order.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NgayDi {
    pub ngay: Ngay,
    pub viec: Vec<Viec>,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Viec {
    pub gio: Gio,
    pub noi_dung: Chu,
    pub dia_diem: Option<Chu>,
    pub chu_tri: Option<Chu>,
}
