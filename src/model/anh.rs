//! Hình: a picture that a body names, as its file has it.

use std::collections::BTreeMap;
use std::sync::Arc;

/// What a picture's file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DangAnh {
    Png,
    Jpeg,
    Svg,
}

/// A picture that can be drawn.
#[derive(Clone, PartialEq)]
pub struct TepAnh {
    /// As the body names it.
    pub ten: String,
    pub dang: DangAnh,
    pub bytes: Vec<u8>,
    pub rong_px: f64,
    pub cao_px: f64,
    /// How many of its dots the file wants on an inch.
    pub dpi: f64,
}

/// What screens and Word take where a file says nothing.
pub const DPI_THUONG: f64 = 96.0;

const MM_MOI_INCH: f64 = 25.4;

impl TepAnh {
    /// How wide it is by itself, in mm.
    pub fn rong_mm(&self) -> f64 {
        self.rong_px / self.dpi * MM_MOI_INCH
    }

    /// Height by width.
    pub fn ti_le(&self) -> f64 {
        self.cao_px / self.rong_px
    }
}

impl std::fmt::Debug for TepAnh {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({:?}, {} × {})", self.ten, self.dang, self.rong_px, self.cao_px)
    }
}

/// The pictures of a hồ sơ by the name that bodies call them; why one can't be used, in words for whoever named it.
pub type KhoAnh = BTreeMap<String, Result<Arc<TepAnh>, String>>;
