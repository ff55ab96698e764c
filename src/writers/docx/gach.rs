//! Where a rule line begins and ends: it has its length and is centred in a column.

use docx_rs::{BorderType, Paragraph, ParagraphBorder, ParagraphBorderPosition, ParagraphBorders};

use super::units::twips_mm;

/// The indents (twips) on both sides of a line of `mm` in a column of `width` twips. A line never
/// sticks out of its column.
pub(super) fn sides(width: i32, mm: f64) -> (i32, i32) {
    let length = twips_mm(mm).clamp(0, width.max(0));
    let left = width.saturating_sub(length) / 2;
    (left, width.saturating_sub(length).saturating_sub(left))
}

/// A rule line `mm` long in a column of `width` twips. Where each has its own length, as under a title, the
/// indents are the paragraph's, and an office's files share their style sheet.
pub(super) fn of_length(style: &str, width: i32, mm: f64) -> Paragraph {
    let mut paragraph = Paragraph::new().style(style);
    if mm <= 0.0 {
        // A line without length would still be printed as a dot; its space stays.
        let none = ParagraphBorder::new(ParagraphBorderPosition::Top).val(BorderType::Nil);
        let borders = ParagraphBorders::with_empty().set(none);
        paragraph.property = paragraph.property.set_borders(borders);
        return paragraph;
    }
    let (left, right) = sides(width, mm);
    paragraph.indent(Some(left), None, Some(right), None)
}
