//! Whether a paper is of the rules that its office follows: its kind, and whether it is a paper of theirs at all.

use super::doc::Doc;
use crate::model::{Fault, Loai};
use crate::reading::yaml::{Node, Value};
use crate::rules::bo_quy_tac::CAC_BO;

/// A kind that only other sets have.
pub fn co_loai(doc: &mut Doc<'_>, root: &Node, loai: Loai) {
    let bo = doc.bo();
    if bo.co_loai(loai) {
        return;
    }
    let of: Vec<&str> = CAC_BO.iter().filter(|khac| khac.co_loai(loai)).map(|bo| bo.khoa).collect();
    let message = format!("“{}” không có trong các loại văn bản theo {}", loai.ten(), bo.ten);
    let fault = Fault::new("kind-of-other-rules", message).hint(format!(
        "chọn loại khác; nếu cơ quan theo bộ quy tắc có loại này thì ghi ở tệp cơ quan: bo_quy_tac: {}",
        of.join(" hoặc ")
    ));
    let span = root.get("loai").map_or(root.span, |node| node.span);
    doc.warn(fault.clause("Điều 7"), span);
}

const QUY_PHAM: &str = "quy phạm pháp luật";
/// The law that a legal normative paper rests on.
const LUAT: &str = "Luật Ban hành văn bản quy phạm pháp luật";

/// A nghị quyết or quyết định that looks like a legal normative paper: a year in its symbol, or grounded on the law
/// about such papers, unless it is about them.
pub fn quy_pham(doc: &mut Doc<'_>, root: &Node, loai: Loai) {
    let bo = doc.bo();
    if !bo.quy_pham.iter().any(|(khoa, _)| *khoa == loai.khoa()) {
        return;
    }
    let (so, ky_hieu) = (root.get("so"), root.get("ky_hieu"));
    let year = [so, ky_hieu].into_iter().flatten().find(|node| {
        node.text().is_some_and(|text| text.split('/').any(la_nam) && text.contains('/'))
    });
    let about = root.get("trich_yeu").and_then(Node::text).unwrap_or_default().contains(QUY_PHAM);
    let law = root.get("can_cu").and_then(can_cu_luat).filter(|_| !about);
    let Some(node) = year.or(law) else { return };
    let dau_hieu = match year.is_some() {
        true => "số, ký hiệu có năm",
        false => "căn cứ Luật Ban hành văn bản quy phạm pháp luật",
    };
    let message = format!(
        "{} này giống văn bản quy phạm pháp luật ({dau_hieu}), loại văn bản có thể thức riêng",
        loai.ten()
    );
    let fault = Fault::new("normative-paper", message)
        .hint("chương trình soạn văn bản hành chính, cá biệt; văn bản quy phạm pháp luật theo mẫu của Nghị định 187/2025/NĐ-CP (Phụ lục III, mẫu 17, 18). Là văn bản cá biệt thì bỏ qua lời này, và không ghi năm vào số, ký hiệu")
        .clause("Nghị định 78/2025/NĐ-CP, được sửa đổi bởi Nghị định 187/2025/NĐ-CP (hiệu lực từ 01/7/2025)");
    doc.warn(fault, node.span);
}

fn la_nam(part: &str) -> bool {
    part.len() == 4 && part.starts_with("20") && part.bytes().all(|b| b.is_ascii_digit())
}

fn can_cu_luat(node: &Node) -> Option<&Node> {
    match &node.value {
        Value::List(items) => items.iter().find(|item| can_cu_luat(item).is_some()),
        _ => node.text().filter(|text| text.contains(LUAT)).map(|_| node),
    }
}
