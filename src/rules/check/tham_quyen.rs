//! Who decides and who signs: a decision of the chairman alone is signed `CHỦ TỊCH`, not `TM. ỦY BAN NHÂN DÂN` over it
//! (Điều 13; PL I, II.7).

use super::dau::Dau;
use super::doc::Doc;
use crate::model::tham_quyen::{cua, la_nguoi_dung_dau};
use crate::model::{Fault, GiaTri, Loi, NguoiKy, QuyenHan};
use crate::reading::yaml::{Node, Value};

/// Signers whom the office declares sign as the document says that it was decided; one whom the document writes out
/// is told if he signs otherwise.
pub fn theo(doc: &mut Doc<'_>, root: &Node, truong: &[(String, GiaTri)], dau: &mut Dau) {
    let Some(head) = cua(truong) else { return };
    let Some(signers) = dau.nguoi_ky.take() else { return };
    let node = root.get("nguoi_ky");
    if !la_nguoi_dung_dau(head) {
        signers.iter().for_each(|nguoi| thieu_tm(doc, head, nguoi, node.unwrap_or(root)));
        dau.nguoi_ky = Some(signers);
        return;
    }
    let signers = signers.into_iter().enumerate().map(|(i, nguoi)| match tai_cho(node, i) {
        Some(own) => {
            trai_nhau(doc, head, &nguoi, own);
            nguoi
        }
        None => nguoi.khong_thay_mat(),
    });
    dau.nguoi_ky = Some(signers.collect());
}

/// The node of a signer whom the document writes out.
fn tai_cho(node: Option<&Node>, thu: usize) -> Option<&Node> {
    let node = match node.map(|node| &node.value)? {
        Value::List(items) => items.get(thu),
        _ => node,
    };
    node.filter(|node| matches!(node.value, Value::Map(_)))
}

/// A committee decides as a body: its chairman signs for it (Điều 13).
fn thieu_tm(doc: &mut Doc<'_>, head: &Loi, nguoi: &NguoiKy, at: &Node) {
    let upper = head.to_uppercase().replace("UỶ", "ỦY");
    let uy_ban = upper.starts_with("ỦY BAN") || upper.starts_with("UBND");
    let first = nguoi.quyen_han_chuc_vu().first().map_or("", Loi::as_str);
    let quyen = nguoi.de_ky().tach(first).0;
    let theo_lenh = matches!(quyen, Some(QuyenHan::ThuaLenh | QuyenHan::ThuaUyQuyen));
    let of_chairman = first.ends_with("CHỦ TỊCH") && !theo_lenh;
    let tm = nguoi.de_ky().dau(QuyenHan::ThayMat);
    if !uy_ban || !of_chairman {
        return;
    }
    let message = format!("thẩm quyền là “{head}”, mà trên “{first}” không có dòng “{tm}”");
    let fault = Fault::new("authority-signer", message)
        .hint(format!("tập thể quyết định thì thêm dòng đầu: “{tm} ỦY BAN NHÂN DÂN”; Chủ tịch quyết định thì ghi tham_quyen: CHỦ TỊCH …"))
        .clause("Điều 13; Phụ lục I, phần I, mục II.7");
    doc.warn(fault, at.span);
}

fn trai_nhau(doc: &mut Doc<'_>, head: &Loi, nguoi: &NguoiKy, node: &Node) {
    let Some(line) = nguoi.thay_mat() else { return };
    let message = format!("thẩm quyền là “{head}”, mà người ký thay mặt tập thể: “{line}”");
    let post = nguoi.quyen_han_chuc_vu().iter().skip(1).map(Loi::as_str);
    let de_ky = nguoi.de_ky();
    let own = |line: &&str| de_ky.la_chuc_vu(line) || de_ky.tach(line).0.is_some();
    let post: Vec<&str> = post.filter(own).collect();
    let tm = de_ky.dau(QuyenHan::ThayMat);
    let fault = Fault::new("authority-signer", message)
        .hint(format!("người đứng đầu quyết định thì bỏ dòng {tm}, chỉ ghi: {}", post.join(" / ")))
        .clause("Điều 13; Phụ lục I, phần I, mục II.7");
    doc.fault(fault, node.span);
}
