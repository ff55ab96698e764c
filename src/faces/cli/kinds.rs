//! The lists at the end of a help text: kinds of office, of document, of schema.

use std::collections::BTreeSet;

use crate::jobs::co_quan_san::CO_QUAN_SAN;
use crate::jobs::init::cac_loai;
use crate::rules::bo_quy_tac::MAC_DINH;
use crate::rules::check::{KhoMau, cac_luoc_do};

/// For `init`.
pub(super) fn cac_kieu_va_loai() -> String {
    let offices = CO_QUAN_SAN.iter().map(|san| (san.khoa.clone(), san.ten.clone())).collect();
    let kho = KhoMau::default();
    let of_state = cac_loai(&kho, Some(MAC_DINH));
    let of_state: BTreeSet<&str> = of_state.iter().map(|(khoa, _)| khoa.as_str()).collect();
    let marked = |(khoa, ten): (String, String)| {
        let of_party = !of_state.contains(khoa.as_str());
        let ten = if of_party { format!("{ten} (văn bản của Đảng)") } else { ten };
        (khoa, ten)
    };
    let kinds = cac_loai(&kho, None).into_iter().map(marked).collect();
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
