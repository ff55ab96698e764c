//! What a build tells of a hồ sơ besides what it makes of it.

use crate::diagnostic::Diagnostic;
use crate::jobs::load::HoSo;
use crate::jobs::make::Order;

/// A document that was sound when its hồ sơ was read, and was not there to be made.
pub(super) fn changed(ten: &str, ho_so: &str) -> Diagnostic {
    let message = format!("chưa soạn “{ten}” của “{ho_so}”: hồ sơ vừa bị sửa trong khi đang soạn");
    Diagnostic::error("unreadable-file", message).hint("lưu các tệp cho xong rồi chạy lại")
}

/// What is wrong with a hồ sơ, as far as `build` tells it.
pub(super) fn found(order: &Order, ho_so: &HoSo) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> =
        ho_so.ket_qua.diagnostics.iter().filter(|d| !d.is_note()).cloned().collect();
    found.extend(order.unknown(ho_so).into_iter().map(|name| unknown_document(name, ho_so)));
    found
}

fn unknown_document(name: &str, ho_so: &HoSo) -> Diagnostic {
    let names: Vec<&str> = ho_so.ket_qua.van_ban.iter().map(|t| t.ten.as_str()).collect();
    Diagnostic::error("wrong-use", format!("hồ sơ “{}” không có văn bản “{name}”", ho_so.ten))
        .hint(format!("các văn bản: {}", names.join(", ")))
}
