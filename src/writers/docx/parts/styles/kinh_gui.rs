//! Styles of Kính gửi (PL I, II.9.a).

use super::style::Style;
use crate::model::the_thuc::TheThuc;
use crate::writers::docx::kinh_gui::co_tu_rieng;
use crate::writers::docx::style_id as id;
use crate::writers::docx::units::twips_mm;
use crate::writers::docx::xml::el;

/// One addressee, centred; several, with their dashes under the colon. The first line has the space of
/// a paragraph above it, and the text brings its own.
pub(super) fn styles(t: &TheThuc) -> [Style; 3] {
    let dashes = twips_mm(t.kinh_gui_thut_mm + t.kinh_gui_muc_mm);
    let out = twips_mm(t.kinh_gui_treo_mm());
    let style = |id: &str, name: &str| Style::paragraph(id, name).own().size(t.co_chu_than_bai_pt);
    let word = Style::paragraph(id::KINH_GUI, "VT Kính gửi").own().size(t.co_chu_kinh_gui_pt);
    [
        style(id::KINH_GUI_MOT, "VT Kính gửi một nơi")
            .align("center")
            .before(t.cach_doan_pt)
            .next(id::THAN_BAI),
        word.look(t.trinh_bay.kinh_gui)
            .align("left")
            .before(t.cach_doan_pt)
            .sides(twips_mm(t.kinh_gui_thut_mm), 0)
            .property(el("w:keepNext"))
            .next(id::KINH_GUI_MUC),
        style(id::KINH_GUI_MUC, "VT Nơi được kính gửi")
            .align("left")
            .hanging(dashes.saturating_add(out), out),
    ]
}

/// The word before the only addressee, where it looks otherwise.
pub(super) fn word(t: &TheThuc) -> Option<Style> {
    let style = Style::character(id::KINH_GUI_TU, "VT Từ Kính gửi").own().unlisted();
    co_tu_rieng(t).then(|| style.size(t.co_chu_kinh_gui_pt).look(t.trinh_bay.kinh_gui))
}
