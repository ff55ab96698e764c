//! `bo_quy_tac:`, the set of rules that an office or a declaration names.

use super::doc::Doc;
use crate::model::{BoQuyTac, Fault};
use crate::reading::form::{Field, Text};
use crate::rules::bo_quy_tac::{CAC_BO, theo_khoa};

/// The set; none where none is named, or no such one.
pub fn chon_bo(doc: &mut Doc<'_>, field: Option<Field<Text>>) -> Option<BoQuyTac> {
    let (text, span) = doc.optional_line(field)?;
    let found = theo_khoa(&text);
    if found.is_none() {
        let all: Vec<String> =
            CAC_BO.iter().map(|bo| format!("{} ({})", bo.khoa, bo.ten)).collect();
        let fault = Fault::new("unknown-choice", format!("không có bộ quy tắc “{text}”"));
        doc.fault(fault.hint(format!("ghi một trong: {}", all.join(", "))), span);
    }
    found
}
