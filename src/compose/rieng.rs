//! Riêng: blocks that Typst has no element for. `chung.typ` leaves marks of them.

use typst::foundations::{Dict, Value};
use typst::introspection::{MetadataElem, Tag};

use crate::compose::document::{Block, Canh, Picture};

/// The block that a mark stands for: that of `sang_trang()` or of `anh(…)`.
pub(super) fn rieng(tag: &Tag) -> Option<Block> {
    let Tag::Start(elem, _) = tag else { return None };
    let Value::Dict(dict) = &elem.to_packed::<MetadataElem>()?.value else { return None };
    if dict.contains("sang_trang") {
        return Some(Block::PageBreak);
    }
    Some(Block::Picture(Picture {
        ten: chu(dict, "anh")?,
        mo_ta: chu(dict, "mo_ta")?,
        rong_mm: so(dict, "rong"),
        cao_mm: so(dict, "cao"),
        canh: match chu(dict, "canh").as_deref() {
            Some("trai") => Some(Canh::Trai),
            Some("phai") => Some(Canh::Phai),
            Some("giua") => Some(Canh::Giua),
            _ => None,
        },
        giu_voi_sau: false,
        tep: None,
    }))
}

fn chu(dict: &Dict, key: &str) -> Option<String> {
    match dict.get(key).ok()? {
        Value::Str(text) => Some(text.to_string()),
        _ => None,
    }
}

fn so(dict: &Dict, key: &str) -> Option<f64> {
    match dict.get(key).ok()? {
        Value::Float(so) => Some(*so),
        Value::Int(so) => Some(*so as f64),
        _ => None,
    }
}
