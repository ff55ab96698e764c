//! `QUYẾT ĐỊNH:` typed into the body of a decision, whose template prints it before the body (forms 1.1 and 1.2 of PL III).

use crate::model::than_bai::Khoi;
use crate::model::{Fault, GiaTri, Mau, Nhom};
use crate::reading::yaml::Node;
use crate::rules::check::doc::Doc;

/// The kinds whose template says the line, and the field that follows it.
const LOAI: &[&str] = &["quyet_dinh", "nghi_quyet"];
const NOI_DUNG: &str = "noi_dung";

/// Takes the line away where it opens the body, and says so; with anything before it the body is no decision's.
pub(super) fn bo(doc: &mut Doc<'_>, root: &Node, mau: &Mau, truong: &mut Nhom) {
    if !mau.khoa.iter().any(|khoa| LOAI.contains(&khoa.as_str())) {
        return;
    }
    let body = truong.iter_mut().find(|(khoa, _)| khoa == NOI_DUNG).map(|(_, value)| value);
    let Some(GiaTri::ThanBai(body)) = body else { return };
    let Some(at) = body.khoi.iter().position(|khoi| matches!(khoi, Khoi::DongGiua(_))) else {
        return;
    };
    let Some(Khoi::DongGiua(chu)) = body.khoi.get(at) else { return };
    let line = chu.chu_tron();
    let span = root.get(NOI_DUNG).map_or(root.span, |node| node.span);
    let fault =
        Fault::new("standing-line", format!("dòng “{line}” chương trình tự in sau các căn cứ"));
    if at > 0 {
        let hint = format!(
            "chuyển những đoạn trên “{line}” sang mục can_cu, mỗi căn cứ một dòng “- ”, rồi xoá dòng ấy ở noi_dung"
        );
        return doc.fault(fault.hint(hint).words(line), span);
    }
    body.khoi.remove(0);
    doc.warn(fault.hint("chỉ in một lần; xoá dòng ấy ở noi_dung").words(line), span);
}
