//! What kind of file it is, which decides how the rest is read.

use std::sync::Arc;

use super::doc::Doc;
use super::mau::KhoMau;
use crate::diagnostic::Diagnostic;
use crate::model::{Loai, Mau};
use crate::yaml::decode::{co_phai_la, nearest};
use crate::yaml::{Node, Value};

/// The files that aren't an office's.
#[derive(Debug, Clone)]
pub enum LoaiTep {
    /// A plan of study trips.
    KeHoach,
    /// A trip of the plan.
    Dot,
    /// A kind that a declaration describes.
    TheoMau(Loai, Arc<Mau>),
}

/// What only a plan of trips has; a plan without it is one as any other.
const CUA_KE_HOACH_CHUYEN_DI: &str = "dot";

/// Whether a plan is one of study trips: it has trips, or nothing that any other plan has.
fn la_chuyen_di(root: &Node) -> bool {
    root.get(CUA_KE_HOACH_CHUYEN_DI).is_some() || root.get("noi_dung").is_none()
}

pub fn loai(doc: &mut Doc<'_>, root: &Node, kho: &KhoMau) -> Option<LoaiTep> {
    let words: Vec<&str> = ["ke_hoach", "dot"].into_iter().chain(kho.cac_khoa()).collect();
    let offered = "ghi ở đầu tệp, ví dụ: “loai: ke_hoach” hoặc “loai: cong_van”";
    let Some(node) = root.get("loai").filter(|node| node.value != Value::Null) else {
        let found = Diagnostic::error("missing-field", "thiếu mục “loai” (loại văn bản)");
        doc.add(found.hint(offered).at(doc.place(root.span)));
        return None;
    };
    let Some(khoa) = node.text() else {
        let message = format!("mục “loai” phải là một đoạn chữ, không phải {}", node.kind());
        let found = Diagnostic::error("wrong-type", message).hint(offered);
        doc.add(found.at(doc.place(node.span)));
        return None;
    };
    match khoa {
        "dot" => return Some(LoaiTep::Dot),
        "ke_hoach" if la_chuyen_di(root) => return Some(LoaiTep::KeHoach),
        _ => {}
    }
    if let Some(found) = kho.theo_khoa(khoa).and_then(|m| Some((Loai::theo_khoa(khoa)?, m))) {
        return Some(LoaiTep::TheoMau(found.0, Arc::clone(found.1)));
    }
    let known = Loai::theo_khoa(khoa);
    let message = match known {
        Some(loai) => format!("chưa soạn được loại văn bản “{}”", loai.ten()),
        None => format!("không có loại văn bản “{khoa}”"),
    };
    let hint = match nearest(khoa, &words) {
        Some(near) if known.is_none() => co_phai_la(near),
        _ => format!("hiện soạn được: {}", words.join(", ")),
    };
    doc.add(Diagnostic::error("unknown-kind", message).hint(hint).at(doc.place(node.span)));
    None
}
