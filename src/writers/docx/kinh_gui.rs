//! Kính gửi (ô số 9a): one addressee on the line itself, several on lines of their own.

use crate::compose::goc::Dong;
use docx_rs::Docx;

use super::inline::lines;
use super::style_id;

/// PL I, II.9.a.
const KINH_GUI: &str = "Kính gửi:";

/// The addressees added to `docx`, if there are any.
pub(super) fn add(docx: Docx, addressees: &[Dong]) -> Docx {
    match addressees {
        [] => docx,
        [one] => docx.add_paragraph(lines(style_id::KINH_GUI_MOT, &[format!("{KINH_GUI} {one}")])),
        several => several
            .iter()
            .map(|line| lines(style_id::KINH_GUI_MUC, &[line]))
            .fold(docx.add_paragraph(lines(style_id::KINH_GUI, &[KINH_GUI])), Docx::add_paragraph),
    }
}
