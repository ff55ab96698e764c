//! Hình: the shape of a value that may have several.

use crate::reading::yaml::Value;

/// What shape a value has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hinh {
    Chu,
    DanhSach,
    Nhom,
}

impl Hinh {
    pub(super) fn of(value: &Value) -> Self {
        match value {
            Value::List(_) => Self::DanhSach,
            Value::Map(_) => Self::Nhom,
            Value::Text(_) | Value::Null => Self::Chu,
        }
    }

    pub(super) fn number(self) -> u64 {
        match self {
            Self::Chu => 0,
            Self::DanhSach => 1,
            Self::Nhom => 2,
        }
    }

    /// The shape that a visitor was told.
    pub fn from_number(number: Option<u64>) -> Self {
        match number {
            Some(1) => Self::DanhSach,
            Some(2) => Self::Nhom,
            _ => Self::Chu,
        }
    }
}
