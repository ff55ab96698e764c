//! Which rules a paper stands under: by its head, its number and its day.

use chrono::NaiveDate;

use super::PhatHien;
use super::giay::Giay;
use crate::diagnostic::Diagnostic;
use crate::rules::bo_quy_tac::MAC_DINH;
use crate::word::nhan_dang::VaiDong;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ApDung {
    NghiDinh30,
    /// Others, which are not known here.
    Khac,
}

/// The rules, and what is to be told of them.
pub(super) fn xet(giay: &Giay) -> (ApDung, Vec<PhatHien>) {
    let note = |d: Diagnostic| (ApDung::Khac, giay.ca_tep("", d).into_iter().collect());
    let dau = &giay.bo_cuc.dau;
    if dau.bo() != MAC_DINH {
        let message = "văn bản của Đảng: thể thức không theo Nghị định 30/2020/NĐ-CP nên không soát, chỉ soát lời văn";
        return note(Diagnostic::note("word-other-rules", message));
    }
    let head = dau.quoc_hieu || giay.co_vai(VaiDong::TieuNgu);
    // A person's petition has the head of the State, but neither office nor number.
    let thu_cong = dau.loai.is_some_and(|loai| loai.khoa() == "thu_cong");
    let office = giay.co_vai(VaiDong::CoQuan);
    if !(head || office) || !(dau.co_dong_so || office || thu_cong) {
        let message = "không thấy tên cơ quan, số và ký hiệu ở đầu tệp: không phải văn bản của một cơ quan, nên không soát thể thức, chỉ soát lời văn";
        return note(Diagnostic::note("word-not-paper", message));
    }
    if so_co_nam(giay) {
        let message = "số có năm ở giữa, như văn bản quy phạm pháp luật: thể thức không theo Nghị định 30/2020/NĐ-CP nên không soát, chỉ soát lời văn";
        return note(Diagnostic::note("word-other-rules", message));
    }
    let since = NaiveDate::from_ymd_opt(2020, 3, 5);
    if let Some(ngay) = giay.ngay().filter(|ngay| Some(*ngay) < since) {
        let day = ngay.format("%d/%m/%Y");
        let message = format!(
            "văn bản ghi ngày {day}, trước khi Nghị định 30/2020/NĐ-CP có hiệu lực (05/3/2020): \
             lúc ấy thể thức theo Nghị định 110/2004/NĐ-CP và Thông tư 01/2011/TT-BNV, nên không soát, chỉ soát lời văn"
        );
        return note(Diagnostic::note("word-old-rules", message));
    }
    (ApDung::NghiDinh30, Vec::new())
}

/// `Số: 05/2026/NQ-HĐND`.
fn so_co_nam(giay: &Giay) -> bool {
    let year =
        |part: &str| part.trim().len() == 4 && part.trim().bytes().all(|b| b.is_ascii_digit());
    giay.vai(VaiDong::So).any(|(line, _)| line.dong.chu.split('/').skip(1).any(year))
}
