//! `register check`: the book and the folders of the issued documents.

use super::list::ListRequest;
use crate::diagnostic::Diagnostic;
use crate::jobs::Outcome;
use crate::jobs::so_sach::{chua_co_so, doc, kho_cua};
use crate::records::phat_hanh::doi_chieu::doi_chieu;
use crate::records::so_dang_ky::kiem::kiem;
use crate::records::so_dang_ky::{Day, Muc, SoCai, TrangThai};

/// Lines, numbers, folders; changes nothing.
pub(super) fn check(request: &ListRequest, outcome: &mut Outcome) -> Result<(), Vec<Diagnostic>> {
    let (kho, _) = kho_cua(&request.place);
    let _khoa = kho.khoa_doc();
    let bytes = kho.doc_so().map_err(|fault| vec![fault])?;
    if bytes.is_empty() && !kho.dang_lam() && kho.cac_thu_muc().is_empty() {
        return Err(vec![chua_co_so(&kho.ten_so())]);
    }
    let (_, cai, found) = doc(&kho, &bytes);
    // Where a line is broken, what the others come to isn't known.
    if found.is_empty() {
        outcome.diagnostics.extend(kiem(&cai));
        outcome.diagnostics.extend(doi_chieu(&kho, &cai));
    }
    outcome.diagnostics.extend(found);
    if outcome.diagnostics.iter().all(|d| !d.is_error()) {
        let wanted = |day: &&&Day| request.nam.is_none_or(|nam| nam == day.nam);
        outcome.lines.extend(cai.cac_day().iter().filter(wanted).map(|day| tom_tat(&cai, day)));
    }
    Ok(())
}

/// `2023 HĐND: 01 - 105; phát hành 103, giữ 1, huỷ 1; số kế tiếp 106`.
fn tom_tat(cai: &SoCai, day: &Day) -> String {
    let all: Vec<&Muc> = cai.cua_day(day).collect();
    let count = |t: TrangThai| all.iter().filter(|muc| muc.trang_thai == t).count();
    let ends = all.first().zip(all.last()).map(|(a, b)| (a.so_hieu.so, b.so_hieu.so));
    let (first, last) = ends.unwrap_or_default();
    let next = match cai.da_khoa(day) {
        true => "đã khoá".to_owned(),
        false => format!("số kế tiếp {:02}", cai.so_ke_tiep(day, 1)),
    };
    format!(
        "{day}: {first:02} - {last:02}; phát hành {}, đang giữ {}, huỷ {}; {next}",
        count(TrangThai::PhatHanh),
        count(TrangThai::Giu),
        count(TrangThai::Huy)
    )
}
