//! A file whose kind is declared → [`VanBan`].

use std::sync::Arc;

use super::kho::la_co_san;
use super::than_bai::TepMd;
use super::truong::nhom;
use crate::model::{CachKinhGui, Fault, Loai, Mau, NoiDung, TheoMau, VanBan};
use crate::reading::yaml::Node;
use crate::rules::check::bo_va_loai;
use crate::rules::check::cac_co_quan::CacCoQuan;
use crate::rules::check::dau::Dau;
use crate::rules::check::doc::Doc;
use crate::rules::check::tham_quyen;

/// Reads a document. Without an office its own faults are found all the same.
pub fn van_ban(
    doc: &mut Doc<'_>,
    root: &Node,
    loai: Loai,
    mau: &Arc<Mau>,
    co_quan: &CacCoQuan<'_>,
    md: &TepMd<'_>,
) -> Option<VanBan> {
    let own: Vec<&str> = mau.truong.iter().map(|t| t.khoa.as_str()).collect();
    khong_kinh_gui(doc, root, loai, mau);
    bo_va_loai::co_loai(doc, root, loai);
    bo_va_loai::quy_pham(doc, root, loai);
    let keys: Vec<&str> = own.iter().copied().chain(["loai", "phu_luc", "kinh_gui"]).collect();
    let mut head = doc.dau(root, &keys, &mau.kieu)?;
    let co_quan = co_quan.co_quan(doc, head.co_quan.take());
    let mut dau = Dau::doc(doc, head, root.span, loai, &mau.kieu, co_quan.as_ref());
    let mut truong = nhom(doc, root, &mau.truong, md);
    if let Some(truong) = &mut truong {
        super::dong_giua::bo(doc, root, mau, truong);
    }
    let phu_luc = super::phu_luc::phu_luc(doc, root.get("phu_luc"), md);
    // A template of the office's own may refer to the appendices by itself.
    if la_co_san(mau) {
        super::phu_luc::co_nhac(doc, root, md);
        super::so_phu_luc::kiem(doc, root, md);
    }
    super::chu_mau::kiem(doc, root, mau);
    if let Some(truong) = &truong {
        super::ngay_gio::kiem(doc, root, mau, truong, dau.ngay_ban_hanh);
        tham_quyen::theo(doc, root, truong, &mut dau);
    }
    dau.trich_yeu.get_or_insert_default();
    let noi_dung = TheoMau { mau: Arc::clone(mau), truong: truong?, phu_luc };
    dau.so_dieu = Some(noi_dung.so_dieu());
    dau.van_ban(doc, loai, co_quan?, NoiDung::TheoMau(noi_dung))
}

/// Only Công văn, Tờ trình and a Báo cáo to a superior have Kính gửi (PL I, II.9.a).
fn khong_kinh_gui(doc: &mut Doc<'_>, root: &Node, loai: Loai, mau: &Mau) {
    let Some(node) = root.get("kinh_gui").filter(|_| mau.kieu.kinh_gui == CachKinhGui::Khong)
    else {
        return;
    };
    let fault = Fault::new("no-kinh-gui", format!("{} không có “Kính gửi”", loai.ten()))
        .hint("bỏ mục kinh_gui; nơi nhận ghi ở mục noi_nhan")
        .clause("Phụ lục I, phần I, mục II.9.a");
    doc.fault(fault, node.span);
}
