//! A package, perhaps years later: every file as it was packed.

use std::path::Path;

use super::BIEN_BAN;
use crate::diagnostic::Diagnostic;
use crate::jobs::Outcome;
use crate::model::PHIEN_BAN;
use crate::reading::source;
use crate::records::nop_luu::{BangKeNop, TEP_BANG_KE};

/// Whether a folder is a package that went to the archive.
pub fn la_goi(folder: &Path) -> bool {
    folder.is_dir() && folder.join(TEP_BANG_KE).symlink_metadata().is_ok()
}

/// Holds a package against its list of digests.
pub fn kiem(folder: &Path, outcome: &mut Outcome) -> Result<(), Vec<Diagnostic>> {
    let cay = source::read_tree(folder)?;
    let shown = folder.join(TEP_BANG_KE).display().to_string();
    let wrong =
        || vec![Diagnostic::error("bad-manifest", format!("{shown} không đọc được")).hint(BAN_LUU)];
    let bytes = cay.get(TEP_BANG_KE).and_then(Option::as_deref).ok_or_else(wrong)?;
    let list = BangKeNop::doc(bytes).ok_or_else(wrong)?;
    let at = |ten: &str| folder.join(ten).display().to_string();
    let mut found = Vec::new();
    for ten in list.tep.keys() {
        let (code, message) = match cay.get(ten) {
            None => ("issued-missing", format!("không còn tệp {}", at(ten))),
            Some(Some(bytes)) if list.khop(ten, bytes) => continue,
            Some(_) => ("issued-changed", format!("tệp {} đã bị sửa", at(ten))),
        };
        found.push(Diagnostic::error(code, message).hint(BAN_LUU));
    }
    let own = |ten: &str| {
        ten == TEP_BANG_KE || ten.strip_prefix(BIEN_BAN).is_some_and(|rest| rest.starts_with('.'))
    };
    let strange = cay.keys().filter(|ten| !list.tep.contains_key(*ten) && !own(ten));
    found.extend(strange.map(|ten| {
        let message = format!("tệp {} không có trong bảng kê của gói", at(ten));
        Diagnostic::error("issued-changed", message).hint("chuyển tệp lạ ra khỏi gói")
    }));
    if !found.is_empty() {
        return Err(found);
    }
    let version = match list.phien_ban == PHIEN_BAN {
        true => String::new(),
        false => format!(" (gói do bản {} làm)", list.phien_ban),
    };
    outcome.lines.push(format!(
        "{}: “{}”, đủ {} tệp, còn nguyên{version}; dấu của gói: {}",
        folder.display(),
        list.tieu_de,
        list.tep.len(),
        BangKeNop::dau(bytes)
    ));
    outcome.notes.push("so dấu ấy với dấu in ở mục 6 của biên bản giao nhận đã ký".to_owned());
    Ok(())
}

const BAN_LUU: &str = "lấy lại từ bản lưu của gói";
