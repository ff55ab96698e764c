//! What runs on of a long foot: lines in the left column under the table of the signature, which may go
//! over to the next page. They are plain paragraphs, since the rows of a table hold each other.

use docx_rs::{Docx, Paragraph};

use super::style_id;

/// How many of the last lines stay together, so that none of them begins a page alone.
const LAST: usize = 3;

/// A line and how far it stays from the right edge of its column, in twips.
pub(super) struct Line {
    pub paragraph: Paragraph,
    pub right: i32,
}

impl From<Paragraph> for Line {
    fn from(paragraph: Paragraph) -> Self {
        Self { paragraph, right: 0 }
    }
}

/// The lines added to `docx`, `right` twips away from the right edge of the text, with a gap above where
/// the `first` ones have to stay together.
pub(super) fn add(docx: Docx, lines: Vec<Line>, first: usize, right: i32) -> Docx {
    let gap = Paragraph::new().style(style_id::CACH_NOI_NHAN).keep_next(true);
    let docx = if first > 0 { docx.add_paragraph(gap) } else { docx };
    let last = lines.len().saturating_sub(LAST);
    lines.into_iter().enumerate().fold(docx, |docx, (i, Line { paragraph, right: own })| {
        let side = Some(right.saturating_add(own));
        let line = paragraph.indent(None, None, side, None).keep_lines(true);
        let kept = i < first || i >= last;
        docx.add_paragraph(if kept { line.keep_next(true) } else { line })
    })
}
