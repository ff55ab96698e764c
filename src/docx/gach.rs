//! Where a rule line begins and ends: it has its length and is centred in a column.

use super::units::twips_mm;

/// The indents (twips) on both sides of a line of `mm` in a column of `width` twips. A line never
/// sticks out of its column.
pub(super) fn sides(width: i32, mm: f64) -> (i32, i32) {
    let length = twips_mm(mm).clamp(0, width.max(0));
    let left = width.saturating_sub(length) / 2;
    (left, width.saturating_sub(length).saturating_sub(left))
}
