//! `chu_de:` of a paper: a theme in the place of kind and subject (HD 05, I.5.1.2).

use super::doc::Doc;
use crate::model::{BoQuyTac, Fault, Loai, Loi};
use crate::reading::form::{Field, Text};

/// The theme, of a kind that may have one.
pub fn chu_de(
    doc: &mut Doc<'_>,
    field: Option<Field<Text>>,
    loai: Loai,
    bo: BoQuyTac,
) -> Option<Loi> {
    let (text, span) = doc.optional_line(field)?;
    if !bo.dau.chu_de_loai.contains(&loai.khoa()) {
        let message = format!("{} của {} không có mục “chu_de”", loai.ten(), bo.ten);
        let hint = "xoá mục ấy; chỉ báo cáo chính trị của Đảng (bo_quy_tac: hd05) in chủ đề đại hội thay tên loại";
        doc.fault(Fault::new("unknown-key", message).hint(hint), span);
        return None;
    }
    Some(text.map(str::to_uppercase))
}

/// The words under a theme stand in brackets, which are not typed.
pub fn bo_ngoac(text: &str) -> String {
    let bare = text.trim().strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    bare.unwrap_or(text).to_owned()
}
