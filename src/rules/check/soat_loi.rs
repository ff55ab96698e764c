//! What the office chose for the reading of its texts, and the findings of that reading.

use super::doc::Doc;
use super::la_co_quan::la_co_quan;
use crate::diagnostic::Diagnostic;
use crate::model::{Fault, Loi};
use crate::reading::form::{Field, Text, TextOrList};
use crate::reading::source::TepNguon;
use crate::reading::yaml::decode::co_phai_la;
use crate::reading::yaml::{Node, Span, Value};
use crate::rules::bo_quy_tac::{MAC_DINH, theo_khoa};
use crate::rules::soat::luat::{gan_nhat, luat};
use crate::rules::soat::{DAU_THANH, LuaChon, ho_so};

/// Reads the texts of all files as the hồ sơ's own office wants them read.
pub fn soat(opened: &[(Doc<'_>, Node)], md: &[TepNguon]) -> Vec<Diagnostic> {
    let office = opened.iter().find(|(doc, _)| la_co_quan(doc.ten()));
    let lua_chon = office.map(|(_, root)| lua_chon(root)).unwrap_or_default();
    let trees: Vec<_> =
        opened.iter().map(|(doc, root)| (doc.tep(), root, doc.cac_muc().as_ref())).collect();
    ho_so(&trees, md, &lua_chon)
}

/// The choices as far as they can be understood; what can't be is told with the office's file.
fn lua_chon(root: &Node) -> LuaChon {
    let word = root.get("bo_quy_tac").and_then(Node::text);
    let loi_van = word.and_then(|word| theo_khoa(word.trim())).unwrap_or(MAC_DINH).loi_van;
    let kieu = root.get("dau_thanh").and_then(Node::text).or(loi_van.dau_thanh);
    let kieu_dau = DAU_THANH.iter().find(|(ten, _)| kieu == Some(ten)).map(|(_, kieu)| *kieu);
    let bo_qua = match root.get("bo_qua").map(|node| &node.value) {
        Some(Value::List(items)) => {
            items.iter().filter_map(Node::text).map(str::to_owned).collect()
        }
        Some(Value::Text(text)) => vec![text.clone()],
        _ => Vec::new(),
    };
    LuaChon { loi_van, kieu_dau, bo_qua }
}

/// `dau_thanh` in the office's file.
pub fn kiem_dau_thanh(doc: &mut Doc<'_>, field: Option<Field<Text>>) {
    let Some((text, span)) = doc.optional_line(field) else { return };
    let known: Vec<&str> = DAU_THANH.iter().map(|(ten, _)| *ten).collect();
    if !known.contains(&text.as_str()) {
        let fault = Fault::new("unknown-choice", format!("không có kiểu đặt dấu thanh “{text}”"));
        doc.fault(
            fault.hint("ghi kieu_moi (hoà, khoẻ, thuỷ) hoặc kieu_cu (hòa, khỏe, thủy)"),
            span,
        );
    }
}

/// `bo_qua` in the office's file: every id must be one of a rule.
pub fn kiem_bo_qua(doc: &mut Doc<'_>, field: Option<Field<TextOrList>>) {
    let ids: Vec<(Loi, Span)> = match doc.optional(field) {
        Some((TextOrList::One(text), span)) => vec![(doc.loi(text, span), span)],
        Some((TextOrList::Many(items), span)) => {
            items.into_iter().filter_map(|item| doc.line(item, "bo_qua", span)).collect()
        }
        None => return,
    };
    for (ma, span) in ids.into_iter().filter(|(ma, _)| luat(ma).is_none()) {
        let hint = match gan_nhat(&ma) {
            Some(near) => co_phai_la(near),
            None => "xem danh sách bằng lệnh: vanthu explain".to_owned(),
        };
        let fault = Fault::new("unknown-rule", format!("không có quy tắc soát lỗi “{ma}”"));
        doc.fault(fault.hint(hint), span);
    }
}
