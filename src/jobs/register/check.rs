//! `register check`: the book and the folders of the issued documents.

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::jobs::Outcome;
use crate::jobs::nhiem_ky::{MucDo, trai_nhiem_ky};
use crate::jobs::so_sach::{RegisterPlace, chua_co_chung, chua_co_so, kho_cua, loi_tham_so};
use crate::model::{Fault, Ky};
use crate::records::phat_hanh::doi_chieu::doi_chieu;
use crate::records::phat_hanh::so_tren_dia::{SoTrenDia, TinhChung, doc_so};
use crate::records::so_dang_ky::kiem::kiem;
use crate::records::so_dang_ky::{CuoiSo, Day, Muc, SoCai, TrangThai};

/// What of the register is to be told, and what it is held against.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CheckRequest {
    /// Only the series of this year.
    pub nam: Option<Ky>,
    /// The end of the register as it was printed or sent somewhere once: `12-3fa09b…`.
    pub dau: Option<String>,
    pub place: RegisterPlace,
}

/// Lines, numbers, witness, folders; changes nothing.
pub(super) fn check(request: &CheckRequest, outcome: &mut Outcome) -> Result<(), Vec<Diagnostic>> {
    let one = |fault| vec![fault];
    let dau = request.dau.as_deref().map(doc_dau).transpose().map_err(one)?;
    let (kho, offices) = kho_cua(&request.place);
    let _khoa = kho.khoa_doc().map_err(one)?;
    let doc = doc_so(&kho).map_err(one)?;
    let fresh = doc.do_dai == 0 && doc.sai.is_empty();
    if fresh && !kho.dang_lam() && kho.cac_thu_muc().is_empty() {
        return Err(vec![chua_co_so(&kho.ten_so())]);
    }
    if fresh && !doc.ngoai_so(&kho).is_empty() {
        return Err(doc.ngoai_so(&kho));
    }
    // Where a line is broken or lost, what the others come to isn't known.
    if doc.sai.is_empty() {
        outcome.diagnostics.extend(kiem(&doc.cai));
        outcome.diagnostics.extend(trai_nhiem_ky(&doc.cai, &offices, &|_| true, MucDo::Loi));
        outcome.diagnostics.extend(doi_chieu(&kho, &doc));
        outcome.diagnostics.extend(dau.and_then(|dau| khac_dau(&kho.ten_so(), &doc, &dau)));
    }
    outcome.diagnostics.extend(doc.sai.iter().cloned());
    if outcome.diagnostics.iter().all(|d| !d.is_error()) {
        let wanted = |day: &&&Day| request.nam.as_ref().is_none_or(|ky| *ky == day.ky);
        let cai = &doc.cai;
        outcome.lines.extend(cai.cac_day().iter().filter(wanted).map(|day| tom_tat(cai, day)));
        if !doc.so.dong.is_empty() {
            outcome.lines.push(format!("dấu cuối sổ: {}", doc.so.cuoi_so()));
        }
        if doc.chung == TinhChung::Chua && !doc.so.dong.is_empty() {
            outcome.notes.push(chua_co_chung(&doc.so));
        }
    }
    Ok(())
}

fn doc_dau(text: &str) -> Result<CuoiSo, Diagnostic> {
    let wrong = || Fault::new("wrong-use", format!("không hiểu dấu cuối sổ “{}”", text.trim()));
    let hint = "ghi như in ở bìa sổ của năm, hoặc như “vanthu register check” đã báo, ví dụ: 12-3fa09be61c2d4e5f6a7b";
    CuoiSo::doc(text).ok_or_else(|| loi_tham_so("--dau", wrong().hint(hint)))
}

/// A register that once ended so still begins so.
fn khac_dau(ten: &str, doc: &SoTrenDia, dau: &CuoiSo) -> Option<Diagnostic> {
    let (own, told) = (doc.so.dong.len(), dau.so_dong);
    let message = match doc.so.cuoi_sau(told) {
        Some(cuoi) if cuoi == *dau => return None,
        Some(_) => format!("sổ {ten} không phải sổ đã mang dấu {dau}: {told} dòng đầu đã bị thay"),
        None => format!(
            "sổ {ten} có {own} dòng, mà dấu {dau} là của sổ có {told} dòng: mất dòng ở cuối"
        ),
    };
    let hint = "xem lại dấu có chép đúng không; đúng thì lấy lại sổ từ bản lưu";
    Some(Diagnostic::error("register-lost", message).hint(hint))
}

/// ` (56 làm ở nơi khác, 40 không giữ tệp)`: nothing holds what the register says of those against a file.
fn lam_noi_khac(all: &[&Muc]) -> String {
    let own = || all.iter().filter(|m| m.trang_thai == TrangThai::PhatHanh && m.lam_noi_khac());
    let bare = own().filter(|muc| !muc.co_thu_muc()).count();
    match (own().count(), bare) {
        (0, _) => String::new(),
        (count, 0) => format!(" ({count} làm ở nơi khác)"),
        (count, bare) => format!(" ({count} làm ở nơi khác, {bare} không giữ tệp)"),
    }
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
        "{day}: {first:02} - {last:02}; phát hành {}{}, đang giữ {}, huỷ {}; {next}",
        count(TrangThai::PhatHanh),
        lam_noi_khac(&all),
        count(TrangThai::Giu),
        count(TrangThai::Huy)
    )
}
