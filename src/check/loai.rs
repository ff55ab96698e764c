//! What kind of file it is, which decides how the rest is read.

use super::doc::Doc;
use crate::diagnostic::Diagnostic;
use crate::model::Loai;
use crate::yaml::decode::{co_phai_la, nearest};
use crate::yaml::{Node, Value};

/// The files that aren't an office's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoaiTep {
    KeHoach,
    /// A trip of the plan.
    Dot,
}

/// What `loai` may say.
const DUOC: &[(&str, LoaiTep)] = &[("ke_hoach", LoaiTep::KeHoach), ("dot", LoaiTep::Dot)];

pub fn loai(doc: &mut Doc<'_>, root: &Node) -> Option<LoaiTep> {
    let words: Vec<&str> = DUOC.iter().map(|(khoa, _)| *khoa).collect();
    let Some(node) = root.get("loai").filter(|node| node.value != Value::Null) else {
        let offered = format!("ghi ở đầu tệp “loai: {}”", words.join("” hoặc “loai: "));
        let found = Diagnostic::error("missing-field", "thiếu mục “loai” (loại văn bản)");
        doc.add(found.hint(offered).at(doc.place(root.span)));
        return None;
    };
    let Some(khoa) = node.text() else {
        let message = format!("mục “loai” phải là một đoạn chữ, không phải {}", node.kind());
        let offered = format!("ghi ở đầu tệp “loai: {}”", words.join("” hoặc “loai: "));
        let found = Diagnostic::error("wrong-type", message).hint(offered);
        doc.add(found.at(doc.place(node.span)));
        return None;
    };
    if let Some((_, loai)) = DUOC.iter().find(|(known, _)| *known == khoa) {
        return Some(*loai);
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
