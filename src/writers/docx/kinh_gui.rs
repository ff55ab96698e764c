//! Kính gửi, Kính trình (ô số 9a): one addressee on the line itself, several on lines of their own.

use docx_rs::{Docx, Paragraph};

use super::inline::{lines, plain};
use super::style_id;
use crate::compose::document::Document;
use crate::model::the_thuc::TheThuc;
use crate::model::trinh_bay::KieuChu;

/// The addressees added to `docx`, if there are any.
pub(super) fn add(docx: Docx, document: &Document) -> Docx {
    let word = &document.tu_kinh_gui;
    match document.kinh_gui.as_slice() {
        [] => docx,
        [one] if co_tu_rieng(&document.the_thuc) => {
            let line = Paragraph::new().style(style_id::KINH_GUI_MOT);
            let word = plain(&format!("{word} ")).style(style_id::KINH_GUI_TU);
            docx.add_paragraph(line.add_run(word).add_run(plain(one.as_str())))
        }
        [one] => docx.add_paragraph(lines(style_id::KINH_GUI_MOT, &[format!("{word} {one}")])),
        several => several
            .iter()
            .map(|line| lines(style_id::KINH_GUI_MUC, &[line]))
            .fold(docx.add_paragraph(lines(style_id::KINH_GUI, &[word])), Docx::add_paragraph),
    }
}

/// The word looks otherwise than the name behind it.
pub(super) fn co_tu_rieng(t: &TheThuc) -> bool {
    t.trinh_bay.kinh_gui != KieuChu::DUNG || t.co_chu_kinh_gui_pt != t.co_chu_than_bai_pt
}
