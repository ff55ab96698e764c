//! Nơi nhận, of the office and of a document, which have the same shape (PL I, II.9.b).

use super::doc::{Doc, mot_dong};
use crate::model::noi_nhan::{la_dong_luu, luu, muc, thieu_luu};
use crate::model::{Fault, Loi, Nguon, NoiNhan};
use crate::reading::form::{Field, Text, TextOrList};
use crate::reading::yaml::Span;

/// Reads a list and a line `Lưu`; either may be taken from `mac_dinh`, the office's. Nothing at all is
/// none. A missing `Lưu` is told where the paper must have one (`can_luu`); `chu_luu` is how the rules print it.
pub fn noi_nhan(
    doc: &mut Doc<'_>,
    chu_luu: &str,
    danh_sach: Option<Field<Vec<Field<Text>>>>,
    dong_luu: Option<Field<Text>>,
    mac_dinh: Option<&NoiNhan>,
    can_luu: bool,
) -> Option<NoiNhan> {
    let list = doc.optional(danh_sach);
    let own_luu = doc.optional(dong_luu);
    let list_span = list.as_ref().map(|(_, span)| *span);
    if list.is_none() && own_luu.is_none() {
        return mac_dinh.cloned();
    }
    let own = own_luu.and_then(|(Text(text), span)| {
        let text = doc.take(luu(&text, chu_luu), span)?;
        Some(doc.loi(text, span))
    });
    let (names, in_list) = match list {
        Some((items, span)) => cac_muc(doc, items, span, chu_luu),
        None => (mac_dinh.map(|m| m.danh_sach().to_vec()).unwrap_or_default(), None),
    };
    let kept = own.or(in_list).or_else(|| mac_dinh.and_then(NoiNhan::luu).cloned());
    if let (None, Some(span), true) = (&kept, list_span, can_luu) {
        doc.fault(thieu_luu(), span);
        return None;
    }
    Some(NoiNhan::new(names, kept))
}

/// A key without a value could be meant for nobody: what is printed all the same is told.
pub fn lay_mac_dinh(nhan: &NoiNhan, chu_luu: &str) -> Fault {
    let names = nhan.danh_sach().iter().map(|ten| ten.to_string());
    let all: Vec<String> = names.chain(nhan.luu().map(|luu| format!("{chu_luu} {luu}"))).collect();
    let message =
        format!("mục “noi_nhan” để trống nên in nơi nhận thường dùng: {}", all.join("; "));
    Fault::new("default-recipients", message).hint(
        "đúng như thế thì xoá dòng noi_nhan; khác thì ghi từng nơi nhận, mỗi nơi một dòng “- ”",
    )
}

/// The recipients, and the line `Lưu` if the clerk put it among them.
fn cac_muc(
    doc: &mut Doc<'_>,
    items: Vec<Field<Text>>,
    parent: Span,
    chu_luu: &str,
) -> (Vec<Loi>, Option<Loi>) {
    let mut names = Vec::new();
    let mut kept = None;
    for (name, span) in cac_ten(doc, items, parent) {
        if la_dong_luu(&name, chu_luu) {
            kept = doc.take(luu(&name, chu_luu), span).map(|luu| doc.loi(luu, span));
        } else if names.contains(&name) {
            let fault = Fault::new("duplicate-recipient", format!("nơi nhận “{name}” ghi hai lần"));
            doc.warn(fault.hint("chỉ in một lần; xoá bớt một dòng"), span);
        } else {
            if name.contains(';') {
                doc.warn(nhieu_noi(&name), span);
            }
            names.push(name);
        }
    }
    (names, kept)
}

/// Several recipients on one line: nobody in the address book answers to all of them.
fn nhieu_noi(dong: &str) -> Fault {
    Fault::new("several-recipients", format!("dòng “{dong}” ghi nhiều nơi nhận"))
        .hint("ghi mỗi nơi một dòng; dấu “;” chương trình tự thêm")
        .clause("Phụ lục I, phần I, mục II.9.b")
}

/// The bare names with their places; an item of several lines is as many recipients, of whom the last may have the
/// note that is meant for all: `(để b/c)`.
fn cac_ten(doc: &mut Doc<'_>, items: Vec<Field<Text>>, parent: Span) -> Vec<(Loi, Span)> {
    let mut all = Vec::new();
    for item in items {
        let raw = match &item {
            Field::Good(Text(raw), _) => raw.clone(),
            _ => String::new(),
        };
        let Some((text, span)) = doc.plain(item, "noi_nhan", parent) else { continue };
        if raw.trim().lines().count() < 2 {
            let bare = bo_tieu_de(&text);
            if !bare.is_empty() {
                all.extend(doc.take(muc(bare), span).map(|name| (doc.loi(name, span), span)));
            }
            continue;
        }
        for line in raw.lines().map(bo_tieu_de).filter(|line| !line.is_empty()) {
            let Some(name) = doc.take(muc(line), span) else { continue };
            let khoang = raw.find(name.as_str()).map(|at| at..at.saturating_add(name.len()));
            let nguon = Nguon { muc: doc.muc(span), khoang };
            all.push((Loi::new(name, Some(nguon)), span));
        }
    }
    all
}

/// A line without the title of the list, which was copied along with it and is printed anyway.
fn bo_tieu_de(line: &str) -> &str {
    line.trim().trim_start_matches("Nơi nhận:").trim()
}

/// Kính gửi: the bare names (PL I, II.9.a). A field that is missing is told only where it is one.
pub fn kinh_gui(doc: &mut Doc<'_>, field: Field<TextOrList>, top: Span) -> Vec<Loi> {
    let Some((value, span)) = doc.require(field, "kinh_gui", top) else { return Vec::new() };
    let items = match value {
        TextOrList::One(text) => vec![Field::Good(Text(text), span)],
        TextOrList::Many(items) => items,
    };
    let mut all = Vec::new();
    for item in items {
        let Some((text, at)) = doc.plain(item, "kinh_gui", span) else { continue };
        let bare = mot_dong(text.trim().trim_start_matches("Kính gửi:"));
        all.extend(doc.take(muc(&bare), at).map(|name| doc.loi(name, at)));
    }
    all
}
