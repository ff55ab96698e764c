//! Ghi số: number and day of the issue into the paper's own file, so that later papers cite it rightly.

use std::path::Path;

use super::mot_so::{GoiSo, mot_so};
use super::nhat_ky::ThayDoi;
use super::thao_tac::{self, KetQua};
use super::xem::gia_tri;
use crate::diagnostic::Diagnostic;
use crate::reading::yaml::va::{Buoc, Cay};

/// Writes them, as a change that can be undone. The number must be this paper's.
pub fn ghi_so(thu_muc: &Path, tep: &str, goi: &GoiSo) -> Result<(), Diagnostic> {
    let so = mot_so(thu_muc, goi)?;
    let own = so.ban.and_then(|ban| ban.giay).is_some_and(|(ten, _)| ten == tep);
    if !own {
        let message = format!("số {} không phải của {tep}", so.so_hieu);
        return Err(Diagnostic::error("edit-refused", message).hint("mở lại từ tủ văn bản"));
    }
    let [_, ngay, ..] = so.cot;
    let only = so.so_hieu.split('/').next().unwrap_or_default().trim_start_matches('0').to_owned();
    for (khoa, moi) in [("so", only), ("ngay_ban_hanh", ngay)] {
        let duong = vec![Buoc::Khoa(khoa.to_owned())];
        let cu = gia_tri(thu_muc, tep)?.cay.tai(&duong).clone();
        let thay_doi = ThayDoi { tep: tep.to_owned(), duong, cu, moi: Cay::Chu(moi) };
        if let KetQua::XungDot(_) = thao_tac::doi(thu_muc, thay_doi)? {
            let message = format!("{tep} đang được sửa ở nơi khác nên chưa ghi số vào");
            return Err(Diagnostic::error("edit-refused", message).hint("làm lại sau một lát"));
        }
    }
    Ok(())
}
