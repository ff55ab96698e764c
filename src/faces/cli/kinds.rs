//! The lists at the end of a help text: kinds of office, of document, of schema.

use crate::jobs::co_quan_san::CO_QUAN_SAN;
use crate::jobs::init::cac_loai;
use crate::rules::check::{KhoMau, cac_luoc_do};

/// For `init`.
pub(super) fn cac_kieu_va_loai() -> String {
    let offices = CO_QUAN_SAN.iter().map(|san| (san.khoa.clone(), san.ten.clone())).collect();
    let kinds = cac_loai(&KhoMau::default(), None);
    format!(
        "Kiểu cơ quan, ghi sau --co-quan:\n{}\nLoại văn bản, ghi sau --mau:\n{}",
        danh_sach(offices),
        danh_sach(kinds)
    )
}

/// For `schema`.
pub(super) fn cac_ten_luoc_do() -> String {
    let kho = KhoMau::default();
    let kinds = cac_loai(&kho, None).into_iter().map(|(khoa, _)| khoa);
    let mut names: Vec<String> =
        cac_luoc_do(&kho).into_iter().map(|ten| ten.replace('-', "_")).collect();
    names.extend(kinds);
    names.sort();
    names.dedup();
    format!("Các loại:\n  {}\n", names.join(", "))
}

fn danh_sach(rows: Vec<(String, String)>) -> String {
    let wide = rows.iter().map(|(khoa, _)| khoa.len()).max().unwrap_or(0);
    rows.into_iter().map(|(khoa, ten)| format!("  {khoa:wide$}  {ten}\n")).collect()
}
