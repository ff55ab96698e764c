//! Đối chiếu: the register against the folders of the issued documents.

use std::collections::BTreeSet;

use super::goi::dich;
use super::kho::Kho;
use super::khoi_phuc::{TinhTrang, tinh_trang};
use super::so_tren_dia::{SoTrenDia, khong_co_trong_so};
use super::xet::{self, VoiSo};
use crate::diagnostic::Diagnostic;

/// What doesn't agree.
pub fn doi_chieu(kho: &Kho, doc: &SoTrenDia) -> Vec<Diagnostic> {
    let mut found = dang_do(kho);
    let pending = match tinh_trang(kho) {
        Ok(Some(TinhTrang::DaGhiSo(y_dinh))) => Some(y_dinh.dich),
        _ => None,
    };
    let mut known = BTreeSet::new();
    for muc in doc.cai.tat_ca().filter(|muc| muc.co_thu_muc()) {
        let dich = dich(&muc.dong.day, &muc.so_hieu);
        if kho.co(&dich) {
            let voi = VoiSo { kho, doc, dich: &dich, dang_do: pending.is_some() };
            found.extend(xet::mot_thu_muc(&kho.duong_dan(&dich), Some(voi)).sai);
        } else if pending != Some(Some(dich.clone())) {
            // The one that is still on its way was told above.
            let shown = kho.duong_dan(&dich).display().to_string();
            let viec = if muc.lam_noi_khac() { "vào sổ" } else { "phát hành" };
            let message = format!("số {} đã {viec} mà không có thư mục {shown}", muc.so_hieu);
            let fault = Diagnostic::error("issued-missing", message).at(muc.place.clone());
            found.push(fault.hint("khôi phục từ bản lưu"));
        }
        known.insert(dich);
    }
    let strange = kho.cac_thu_muc().into_iter().filter(|dich| !known.contains(dich));
    found.extend(strange.map(|dich| khong_co_trong_so(kho, &dich)));
    found
}

/// A transaction that was stopped: which way the next command will end it.
fn dang_do(kho: &Kho) -> Vec<Diagnostic> {
    let message = match tinh_trang(kho) {
        Ok(None) => return Vec::new(),
        Err(fault) => return vec![fault],
        Ok(Some(TinhTrang::ChuaCoYDinh)) => {
            "có một lần phát hành bị ngắt khi chưa ghi sổ; chưa số nào bị dùng".to_owned()
        }
        Ok(Some(TinhTrang::ChuaGhiSo(y_dinh))) => {
            format!("việc ghi {} bị ngắt khi chưa xong; số ấy còn dùng được", y_dinh.ten)
        }
        Ok(Some(TinhTrang::DaGhiSo(y_dinh))) => {
            format!("việc ghi {} bị ngắt sau khi đã vào sổ; số ấy đã dùng", y_dinh.ten)
        }
    };
    let hint = "lệnh phát hành hoặc giữ số kế tiếp sẽ tự làm nốt hoặc dọn đi";
    vec![Diagnostic::warning("unfinished", message).hint(hint)]
}
