//! The office's allowance levels and its way of reading amounts.

use super::doc::Doc;
use crate::model::so_bang_chu::CachDoc;
use crate::model::{DinhMuc, Fault, Ngay, Tien};
use crate::reading::form::{CachDocSoForm, DinhMucForm, Field, Text};
use crate::reading::yaml::Span;

/// Every level; two of one name from one day on can't both hold.
pub fn cac_dinh_muc(
    doc: &mut Doc<'_>,
    items: Vec<Field<DinhMucForm>>,
    parent: Span,
) -> Vec<DinhMuc> {
    let mut all: Vec<DinhMuc> = Vec::new();
    for item in items {
        let Some((form, at)) = doc.require(item, "dinh_muc", parent) else { continue };
        let Some(level) = dinh_muc(doc, form, at) else { continue };
        if all.iter().any(|d| d.muc == level.muc && d.tu_ngay == level.tu_ngay) {
            let message = format!("mức “{}” từ ngày {} ghi hai lần", level.muc, level.tu_ngay);
            doc.fault(Fault::new("duplicate-level", message).hint("bỏ bớt một dòng"), at);
            continue;
        }
        all.push(level);
    }
    all
}

fn dinh_muc(doc: &mut Doc<'_>, form: DinhMucForm, at: Span) -> Option<DinhMuc> {
    let muc = doc.line(form.muc, "muc", at);
    let don_gia = doc.line(form.don_gia, "don_gia", at);
    let don_gia = don_gia.and_then(|(text, span)| doc.take(Tien::parse(&text), span));
    let tu_ngay = doc.line(form.tu_ngay, "tu_ngay", at);
    let tu_ngay = tu_ngay.and_then(|(text, span)| doc.take(Ngay::parse(&text), span));
    let can_cu = doc.line(form.can_cu, "can_cu", at);
    Some(DinhMuc {
        muc: muc?.0.into_string(),
        don_gia: don_gia?,
        tu_ngay: tu_ngay?,
        can_cu: can_cu?.0.into_string(),
    })
}

pub fn cach_doc_so(doc: &mut Doc<'_>, form: CachDocSoForm) -> CachDoc {
    let le = mot_trong(doc, form.le, "le", ["linh", "lẻ"]);
    let ngan = mot_trong(doc, form.nghin, "nghin", ["nghìn", "ngàn"]);
    CachDoc { le, ngan }
}

/// Whether the second of two words was chosen; the first is usual.
fn mot_trong(
    doc: &mut Doc<'_>,
    field: Option<Field<Text>>,
    key: &str,
    [first, second]: [&str; 2],
) -> bool {
    let Some((Text(text), span)) = doc.optional(field) else { return false };
    match text.trim() {
        word if word == first => false,
        word if word == second => true,
        word => {
            let message =
                format!("mục “{key}” phải là “{first}” hoặc “{second}”, không phải “{word}”");
            doc.fault(Fault::new("wrong-type", message), span);
            false
        }
    }
}
