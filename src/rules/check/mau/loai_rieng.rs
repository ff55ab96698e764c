//! The kind that a declaration adds to those of the decree.

use crate::model::{Fault, Loai, Loi};
use crate::reading::form::{Field, Text};
use crate::reading::yaml::Span;
use crate::rules::check::doc::Doc;

/// Words in `loai:` that mean a file of another nature.
const DA_DUNG: &[&str] = &["dot", "co_quan"];

/// How the words of a trip's papers begin, which are no kinds of a file's own.
pub(super) const GIAY_TO_CUA_DOT: &str = "dot_";

/// The kind by its own name, where none of the declared words is one of the decree's.
pub(super) fn loai_rieng(
    doc: &mut Doc<'_>,
    ten: Option<Field<Text>>,
    viet_tat: Option<Field<Text>>,
    khoa: &[(Loi, Span)],
) -> Option<Loai> {
    let ten = ten.and_then(|field| doc.plain(field, "ten", Span::default()));
    let viet_tat = doc.optional_line(viet_tat);
    for (text, span) in khoa.iter().filter(|(text, _)| DA_DUNG.contains(&text.as_str())) {
        let fault = Fault::new("bad-key", format!("“{text}” đã có nghĩa khác ở mục loai"));
        doc.fault(fault.hint("đặt tên loại khác, ví dụ: giay_khen"), *span);
    }
    let (first, at) = khoa.first()?;
    if first.starts_with(GIAY_TO_CUA_DOT) {
        return None;
    }
    let known = Loai::theo_khoa(first);
    // A kind of another set may be the office's own by its own name, as it was before that set was known here.
    if known.is_some_and(|loai| loai.cua_nghi_dinh() || ten.is_none()) {
        if let Some((_, span)) = ten.or(viet_tat) {
            let message = format!("loại “{first}” có tên và chữ viết tắt theo Nghị định");
            let fault = Fault::new("name-of-known-kind", message).clause("Phụ lục III");
            doc.fault(fault.hint("bỏ mục “ten” và “viet_tat” trong khai báo này"), span);
        }
        return None;
    }
    if let Some((second, span)) = khoa.get(1) {
        let message = format!("“{second}”: loại riêng thì mỗi khai báo chỉ có một loại");
        doc.fault(Fault::new("several-own-kinds", message).hint("tách thành khai báo khác"), *span);
    }
    let Some((ten, _)) = ten else {
        let message = format!("“{first}” không có trong Nghị định nên khai báo cần mục “ten”");
        let fault = Fault::new("missing-field", message).clause("Điều 7");
        doc.fault(fault.hint("thêm một dòng, ví dụ: “ten: Giấy khen”"), *at);
        return None;
    };
    if let Some((text, span)) = &viet_tat {
        kiem_viet_tat(doc, text, *span);
    }
    Some(Loai::rieng(first, &ten, viet_tat.as_ref().map(|(text, _)| text.as_str())))
}

fn kiem_viet_tat(doc: &mut Doc<'_>, text: &str, span: Span) {
    if let Some(loai) = Loai::theo_viet_tat(text) {
        let message = format!("“{text}” là chữ viết tắt của {}", loai.ten());
        let fault = Fault::new("bad-abbreviation", message).clause("Phụ lục III");
        doc.fault(fault.hint("đặt chữ viết tắt khác"), span);
    } else if text.chars().count() > 6 || !text.chars().all(char::is_alphabetic) {
        let fault = Fault::new("bad-abbreviation", format!("“{text}” không làm chữ viết tắt được"));
        doc.fault(fault.hint("chỉ dùng chữ cái, nhiều nhất 6 chữ, ví dụ: GK"), span);
    }
}
