//! `register list`: the numbers of the book.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::{RegisterPlace, kho_cua, the};
use crate::jobs::{Outcome, duong_dan};
use crate::machine::output::{self, Ready};
use crate::model::Ky;
use crate::reading::source;
use crate::records::phat_hanh::so_tren_dia::{SoTrenDia, doc_so};
use crate::records::so_dang_ky::xlsx::danh_sach;
use crate::records::so_dang_ky::{Muc, The, hang};
use crate::writers::xlsx;

/// Which numbers are wanted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ListRequest {
    /// Only those of this year.
    pub nam: Option<Ky>,
    /// The Excel file that they are written into, in place of lines.
    #[serde(with = "duong_dan", default)]
    pub xlsx: Option<PathBuf>,
    pub place: RegisterPlace,
}

/// A line a number, in order.
pub(super) fn list(request: &ListRequest, outcome: &mut Outcome) -> Result<(), Vec<Diagnostic>> {
    let (kho, _) = kho_cua(&request.place);
    let _khoa = kho.khoa_doc().map_err(|fault| vec![fault])?;
    let SoTrenDia { so, cai, sai, .. } = doc_so(&kho).map_err(|fault| vec![fault])?;
    outcome.diagnostics.extend(sai);
    let wanted = |muc: &&Muc| request.nam.as_ref().is_none_or(|ky| muc.dong.thuoc(ky));
    if !cai.tat_ca().any(|muc| wanted(&muc)) && outcome.diagnostics.is_empty() {
        let nam = request.nam.as_ref().map_or(String::new(), |ky| format!(" của {}", ky.goi()));
        let ten = kho.ten_so();
        outcome.notes.push(match source::is_file(&kho.tep_so()) {
            true => format!("sổ {ten} chưa có số nào{nam}"),
            false => format!("chưa có sổ {ten}; sổ được lập khi phát hành hoặc giữ số lần đầu"),
        });
    }
    outcome.papers.extend(cai.tat_ca().filter(wanted).map(the));
    match &request.xlsx {
        Some(path) => outcome.made.extend(excel(path, &outcome.papers)?),
        None => outcome.lines.extend(cai.tat_ca().filter(wanted).map(dong)),
    }
    // They count for nothing, and a row that is there is seen.
    let edited = so.bi_sua.iter().map(|line| format!("(không tính, đã bị sửa bằng tay) {line}"));
    outcome.lines.extend(edited);
    Ok(())
}

/// A number on one line.
pub(super) fn dong(muc: &Muc) -> String {
    let [so, ngay, trich_yeu, nguoi_ky, _, _, _, _, _, ghi_chu] = hang(muc);
    let cells = [so, ngay, muc.dong.day.to_string(), trich_yeu, nguoi_ky, ghi_chu];
    cells.join(" | ").trim_end_matches([' ', '|']).to_owned()
}

/// Numbers as a workbook, which must not be there yet: someone may have worked in it.
pub(super) fn excel(path: &Path, cac_the: &[The]) -> Result<Vec<PathBuf>, Vec<Diagnostic>> {
    if !path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
        let message = format!("--xlsx {}: không phải tên tệp .xlsx", path.display());
        return Err(vec![
            Diagnostic::error("wrong-use", message).hint("ghi tên tệp, ví dụ: --xlsx so-2026.xlsx"),
        ]);
    }
    let bytes = xlsx::write(&danh_sach(cac_the)).map_err(|e| {
        let message = format!("lỗi của chương trình khi ghi tệp Excel: {e}");
        vec![Diagnostic::error("internal", message)]
    })?;
    output::write_new(&[Ready { path: path.to_owned(), bytes }]).map_err(|fault| vec![fault])?;
    Ok(vec![path.to_owned()])
}
