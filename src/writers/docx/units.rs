//! From the measures of [`TheThuc`](crate::model::the_thuc::TheThuc) to the units that Word counts in.
//!
//! Casts from float to integer saturate in Rust, so no measure can make these fail.

use crate::model::the_thuc::PT_MOI_MM;

/// Twips (1/20 pt) in a length in points.
pub(super) fn twips(pt: f64) -> i32 {
    (pt * 20.0).round() as i32
}

/// Twips in a length in millimetres.
pub(super) fn twips_mm(mm: f64) -> i32 {
    twips(mm * PT_MOI_MM)
}

/// Half points, the unit of `w:sz`.
pub(super) fn half_points(pt: f64) -> i32 {
    (pt * 2.0).round() as i32
}

/// Eighths of a point, the unit of a border's `w:sz`; Word draws nothing thinner than 2.
pub(super) fn eighths(pt: f64) -> i32 {
    ((pt * 8.0).round() as i32).clamp(2, 96)
}

/// A width as docx-rs takes it; a negative one is none.
pub(super) fn width(twips: i32) -> usize {
    usize::try_from(twips).unwrap_or(0)
}
