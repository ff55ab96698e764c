//! The office's address under the foot of the text, on its last page (HD 05, II.6).

use docx_rs::{Docx, Paragraph};

use super::inline::lines;
use super::style_id;
use crate::compose::goc::Dong;

/// The rule and the lines under it, which stay on the page of what stands over them.
pub(super) fn add(docx: Docx, address: &[Dong], after_table: bool) -> Docx {
    let docx = match after_table {
        true => docx.add_paragraph(Paragraph::new().style(style_id::DOAN_DEM).keep_next(true)),
        false => docx,
    };
    let docx = docx.add_paragraph(Paragraph::new().style(style_id::GACH_DIA_CHI));
    let last = address.len().saturating_sub(1);
    address.iter().enumerate().fold(docx, |docx, (i, line)| {
        let line = lines(style_id::DIA_CHI, &[line]);
        docx.add_paragraph(if i < last { line.keep_next(true) } else { line })
    })
}
