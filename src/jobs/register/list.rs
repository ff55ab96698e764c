//! `register list`: the numbers of the book.

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::jobs::Outcome;
use crate::jobs::so_sach::{RegisterPlace, kho_cua};
use crate::reading::source;
use crate::records::phat_hanh::so_tren_dia::{SoTrenDia, doc_so};
use crate::records::so_dang_ky::{Muc, hang};

/// Which numbers are wanted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ListRequest {
    /// Only those of this year.
    pub nam: Option<i32>,
    pub place: RegisterPlace,
}

/// A line a number, in order.
pub(super) fn list(request: &ListRequest, outcome: &mut Outcome) -> Result<(), Vec<Diagnostic>> {
    let (kho, _) = kho_cua(&request.place);
    let _khoa = kho.khoa_doc().map_err(|fault| vec![fault])?;
    let SoTrenDia { so, cai, sai, .. } = doc_so(&kho).map_err(|fault| vec![fault])?;
    outcome.diagnostics.extend(sai);
    let wanted = |muc: &&Muc| request.nam.is_none_or(|nam| nam == muc.dong.day.nam);
    if !cai.tat_ca().any(|muc| wanted(&muc)) && outcome.diagnostics.is_empty() {
        let nam = request.nam.map_or(String::new(), |nam| format!(" của năm {nam}"));
        let ten = kho.ten_so();
        outcome.notes.push(match source::is_file(&kho.tep_so()) {
            true => format!("sổ {ten} chưa có số nào{nam}"),
            false => format!("chưa có sổ {ten}; sổ được lập khi phát hành hoặc giữ số lần đầu"),
        });
    }
    for muc in cai.tat_ca().filter(wanted) {
        let [so, ngay, trich_yeu, nguoi_ky, _, _, _, _, _, ghi_chu] = hang(muc);
        let cells = [so, ngay, muc.dong.day.to_string(), trich_yeu, nguoi_ky, ghi_chu];
        outcome.lines.push(cells.join(" | ").trim_end_matches([' ', '|']).to_owned());
    }
    // They count for nothing, and a row that is there is seen.
    let edited = so.bi_sua.iter().map(|line| format!("(không tính, đã bị sửa bằng tay) {line}"));
    outcome.lines.extend(edited);
    Ok(())
}
