//! Ký hiệu: signs are set smaller than the text around them, so that no line grows higher for their face.

use crate::compose::fonts::CO_KY_HIEU;
use crate::model::the_thuc::TheThuc;
use crate::writers::docx::style_id;
use crate::writers::docx::units::half_points;
use crate::writers::docx::xml::{Element, el, val};

/// Gives every run of signs below `root` its size.
pub(super) fn co_chu(root: &mut Element, t: &TheThuc) {
    if root.name == "w:p" {
        doan(root, t);
    }
    root.elements_mut().for_each(|child| co_chu(child, t));
}

fn doan(paragraph: &mut Element, t: &TheThuc) {
    let style = paragraph.find("w:pPr").and_then(|p| p.val_of("w:pStyle"));
    let size = co_cua(style.unwrap_or_default(), t) * CO_KY_HIEU;
    let runs = paragraph.elements_mut().filter(|run| run.name == "w:r");
    for properties in runs.flat_map(Element::elements_mut).filter(|child| child.name == "w:rPr") {
        if properties.val_of("w:rStyle") == Some(style_id::KY_HIEU) {
            let bare = std::mem::replace(properties, el("w:rPr"));
            *properties =
                bare.child(val("w:sz", half_points(size))).child(val("w:szCs", half_points(size)));
        }
    }
}

/// How large the text of a paragraph is, in pt.
fn co_cua(style: &str, t: &TheThuc) -> f64 {
    let table = [style_id::CHU_BANG, style_id::CHU_BANG_GIUA, style_id::CHU_BANG_PHAI];
    let note = [style_id::FOOTNOTE_TEXT, style_id::GACH_DAU_CHU_THICH];
    if table.contains(&style) {
        t.co_chu_bang_pt
    } else if note.contains(&style) {
        t.co_chu_chu_thich_pt
    } else {
        t.co_chu_than_bai_pt
    }
}
