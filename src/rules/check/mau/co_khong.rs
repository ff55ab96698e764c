//! `có` or `không` in a declaration and in the data of a kind.

use crate::model::Fault;
use crate::reading::form::{Field, Text};
use crate::rules::check::doc::Doc;

/// A field that is yes or no; `mac_dinh` where it is missing.
pub(super) fn co_khong(
    doc: &mut Doc<'_>,
    field: Option<Field<Text>>,
    key: &str,
    mac_dinh: bool,
) -> bool {
    let Some((text, span)) = doc.optional_line(field) else { return mac_dinh };
    let value = doc_co_khong(&text).ok_or_else(|| loi_co_khong(key, &text));
    doc.take(value, span).unwrap_or(mac_dinh)
}

/// `có` or `không`, as a clerk or a programmer writes them.
pub(super) fn doc_co_khong(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "có" | "co" | "true" | "yes" => Some(true),
        "không" | "khong" | "false" | "no" => Some(false),
        _ => None,
    }
}

pub(super) fn loi_co_khong(key: &str, text: &str) -> Fault {
    let message = format!("mục “{key}” là có hoặc không, không phải “{text}”");
    Fault::new("wrong-type", message).hint("ghi “có” hoặc “không”")
}
