//! Tells what came of a paper that was taken over: its kind, what was guessed, what is lost, what the templates added.

use std::path::Path;

use super::Lam;
use super::doi_chieu::{KetQua, Mat};
use crate::diagnostic::Diagnostic;
use crate::jobs::Outcome;
use crate::rules::bo_quy_tac::MAC_DINH;
use crate::word::nhan_dang::GiayNhan;

/// So many things of one sort are told one by one.
pub(super) const KE: usize = 30;

/// Tells what came of it.
pub(super) fn ke(tep: &Path, giay: &GiayNhan, lam: &Lam, folder: &Path, outcome: &mut Outcome) {
    let shown = tep.display();
    let guesses = giay.khong_chac.iter().map(|guess| format!("{}: {}", guess.noi, guess.cau));
    let guesses = guesses.chain(lam.moi.doan.iter().cloned());
    for guess in guesses.take(KE) {
        outcome.diagnostics.push(
            Diagnostic::warning("import-unsure", format!("{shown}: không chắc: {guess}"))
                .hint("mở tệp YAML vừa tạo, xem lại mục ấy"),
        );
    }
    outcome.notes.push(format!("loại văn bản: {}", lam.moi.loai));
    if let Some(vi) = lam.moi.mau_rieng {
        outcome.notes.push(khong_theo_mau(giay, vi));
    }
    if let Some(noi) = &giay.ban_sao {
        outcome.notes.push(format!("{noi}: tệp là bản sao; văn bản được sao thành hồ sơ, phần của bản sao (tiêu đề sao, con dấu, chữ ký người sao) thì không; sao lại thì soạn loại ban_sao_y, ban_trich_sao hoặc ban_sao_luc"));
    }
    outcome.diagnostics.extend(lam.bao.iter().cloned());
    match &lam.ket_qua {
        Some(found) => ke_so(tep, found, outcome),
        None => {
            let dir = folder.display();
            outcome.notes.push(format!("hồ sơ đã ghi nhưng chưa soạn được, nên chữ của tệp Word chỉ được so với chữ ở các mục; sửa những chỗ sau rồi đối chiếu bản soạn: vanthu diff {} {dir}", tep.display()));
            ke_mat(tep, &lam.mat_tho, outcome);
            outcome.diagnostics.extend(lam.loi.iter().take(KE).cloned());
        }
    }
    outcome
        .notes
        .push(format!("việc tiếp theo: vanthu check {0}, rồi vanthu build {0}", folder.display()));
}

/// Why the paper has a template of its own.
fn khong_theo_mau(giay: &GiayNhan, vi: &str) -> String {
    let bo = giay.dau.bo();
    let rules = if bo == MAC_DINH { "Nghị định 30" } else { bo.ten };
    format!(
        "văn bản không viết theo mẫu của loại này trong {rules} ({vi}): thân bài được giữ nguyên, in bằng mẫu riêng trong thư mục mau"
    )
}

/// Letters that were not carried over, each with its place.
fn ke_mat(tep: &Path, mat: &[Mat], outcome: &mut Outcome) {
    for mat in mat.iter().take(KE) {
        let message =
            format!("{}: {}: chưa chuyển sang: “{}”", tep.display(), mat.noi, gon(&mat.chu));
        outcome.diagnostics.push(
            Diagnostic::warning("import-lost", message)
                .hint("cần giữ thì gõ thêm vào tệp YAML vừa tạo"),
        );
    }
    let left = mat.len().saturating_sub(KE);
    if left > 0 {
        let message = format!("{}: và {left} đoạn nữa chưa chuyển sang đủ", tep.display());
        outcome.diagnostics.push(Diagnostic::warning("import-lost", message));
    }
}

/// How the new paper stands to the Word file.
fn ke_so(tep: &Path, found: &KetQua, outcome: &mut Outcome) {
    outcome.notes.push(format!(
        "đối chiếu với tệp Word: {} trong {} đoạn sang đủ từng chữ",
        found.giu, found.doan
    ));
    ke_mat(tep, &found.mat, outcome);
    if !found.them.is_empty() {
        let words: Vec<String> =
            found.them.iter().take(KE).map(|text| format!("“{}”", gon(text))).collect();
        outcome.notes.push(format!("chữ mẫu của chương trình in thêm: {}", words.join(", ")));
    }
    if !found.khac_hoa.is_empty() {
        outcome.notes.push(format!(
            "chỉ khác chữ hoa, chữ thường, chỗ đặt dấu thanh (hoà, hòa), số 0 ở đầu, cách ghi số phụ lục và dòng “Kèm theo” theo mẫu: {}",
            found.khac_hoa.join("; ")
        ));
    }
}

pub(super) fn gon(text: &str) -> String {
    let cut: String = text.chars().take(300).collect();
    if cut.len() < text.len() { format!("{cut}…") } else { cut }
}
