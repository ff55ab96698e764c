//! Nơi nhận, of the office and of a document, which have the same shape (PL I, II.9.b).

use super::doc::{Doc, mot_dong};
use crate::model::noi_nhan::{la_dong_luu, luu, muc, thieu_luu};
use crate::model::{Fault, Loi, NoiNhan};
use crate::reading::form::{Field, Text, TextOrList};
use crate::reading::yaml::Span;

/// Reads a list and a line `Lưu`; either may be taken from `mac_dinh`, the office's. Nothing at all is
/// none. Only if the office could be read (`biet_mac_dinh`) is it sure that something is missing.
pub fn noi_nhan(
    doc: &mut Doc<'_>,
    danh_sach: Option<Field<Vec<Field<Text>>>>,
    dong_luu: Option<Field<Text>>,
    mac_dinh: Option<&NoiNhan>,
    biet_mac_dinh: bool,
) -> Option<NoiNhan> {
    let list = doc.optional(danh_sach);
    let own_luu = doc.optional(dong_luu);
    let list_span = list.as_ref().map(|(_, span)| *span);
    if list.is_none() && own_luu.is_none() {
        return mac_dinh.cloned();
    }
    let own = own_luu.and_then(|(Text(text), span)| {
        let text = doc.take(luu(&text), span)?;
        Some(doc.loi(text, span))
    });
    let (names, in_list) = match list {
        Some((items, span)) => cac_muc(doc, items, span),
        None => (mac_dinh.map(|m| m.danh_sach().to_vec()).unwrap_or_default(), None),
    };
    let kept = own.or(in_list).or_else(|| mac_dinh.map(|m| m.luu().clone()));
    match (kept, list_span) {
        (Some(kept), _) => Some(NoiNhan::new(names, kept)),
        (None, Some(span)) if biet_mac_dinh => {
            doc.fault(thieu_luu(), span);
            None
        }
        (None, _) => None,
    }
}

/// A key without a value could be meant for nobody: what is printed all the same is told.
pub fn lay_mac_dinh(nhan: &NoiNhan) -> Fault {
    let names: Vec<&str> = nhan.danh_sach().iter().map(Loi::as_str).collect();
    let all: Vec<String> =
        names.into_iter().map(str::to_owned).chain([format!("Lưu: {}", nhan.luu())]).collect();
    let message =
        format!("mục “noi_nhan” để trống nên in nơi nhận thường dùng: {}", all.join("; "));
    Fault::new("default-recipients", message).hint(
        "đúng như thế thì xoá dòng noi_nhan; khác thì ghi từng nơi nhận, mỗi nơi một dòng “- ”",
    )
}

/// The recipients, and the line `Lưu` if the clerk put it among them.
fn cac_muc(doc: &mut Doc<'_>, items: Vec<Field<Text>>, parent: Span) -> (Vec<Loi>, Option<Loi>) {
    let mut names = Vec::new();
    let mut kept = None;
    for item in items {
        let Some((text, span)) = doc.plain(item, "noi_nhan", parent) else { continue };
        let Some(name) = doc.take(muc(&text), span) else { continue };
        let name = doc.loi(name, span);
        if la_dong_luu(&name) {
            kept = doc.take(luu(&name), span).map(|luu| doc.loi(luu, span));
        } else if names.contains(&name) {
            let fault = Fault::new("duplicate-recipient", format!("nơi nhận “{name}” ghi hai lần"));
            doc.warn(fault.hint("chỉ in một lần; xoá bớt một dòng"), span);
        } else {
            names.push(name);
        }
    }
    (names, kept)
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
