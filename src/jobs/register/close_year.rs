//! `register close-year`: no number of the year is open, and none comes any more.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::{RegisterPlace, SoMo, chua_co_so, kho_cua};
use crate::jobs::{Means, Outcome};
use crate::records::so_dang_ky::kiem::kiem;
use crate::records::so_dang_ky::{Day, Dong, TrangThai, Viec};

/// Which book is to be closed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CloseYearRequest {
    pub nam: i32,
    /// The office by its symbol, where the book has several.
    pub co_quan: Option<String>,
    pub place: RegisterPlace,
}

/// Closes a year's book: no number of it is open, and none comes any more.
pub(super) fn close_year(
    request: &CloseYearRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let one = |fault| vec![fault];
    let (kho, _) = kho_cua(&request.place);
    if kho.chua_lap().map_err(one)? {
        return Err(vec![chua_co_so(&kho.ten_so())]);
    }
    let so_mo = SoMo::mo(&kho, means.cancel)?;
    outcome.notes.extend(so_mo.ghi_chu.clone());
    let mut offices: BTreeMap<&str, &Day> = BTreeMap::new();
    for day in so_mo.cai.cac_day().into_iter().filter(|day| day.nam == request.nam) {
        offices.insert(&day.co_quan, day);
    }
    let day = mot_co_quan(&offices, request).map_err(one)?;
    if so_mo.cai.da_khoa(day) {
        let message = format!("sổ năm {} của {} đã khoá rồi", day.nam, day.co_quan);
        return Err(vec![Diagnostic::error("year-closed", message)]);
    }
    let open = so_mo
        .cai
        .tat_ca()
        .find(|muc| muc.trang_thai == TrangThai::Giu && muc.dong.day.cung_so(day));
    if let Some(muc) = open {
        let message = format!("chưa khoá sổ được: số {} còn đang giữ", muc.so_hieu);
        return Err(vec![
            Diagnostic::error("number-kept", message)
                .hint("phát hành văn bản mang số ấy (--number), hoặc huỷ số, ghi rõ lý do")
                .at(muc.place.clone()),
        ]);
    }
    let gaps = kiem(&so_mo.cai);
    if !gaps.is_empty() {
        return Err(gaps);
    }
    let year = Day { loai: None, ..(*day).clone() };
    let dong = Dong::moi(Viec::KhoaNam, year, None);
    so_mo.ghi(format!("việc khoá sổ năm {}", day.nam), &[dong], None, outcome)?;
    outcome.lines.push(format!("đã khoá sổ năm {} của {}", day.nam, day.co_quan));
    Ok(())
}

/// The one office that the year's book has, or the one that was asked for.
fn mot_co_quan<'d>(
    offices: &BTreeMap<&str, &'d Day>,
    request: &CloseYearRequest,
) -> Result<&'d Day, Diagnostic> {
    let asked = |co_quan: &str| request.co_quan.as_ref().is_none_or(|wanted| wanted == co_quan);
    let found: Vec<&Day> =
        offices.iter().filter(|(co_quan, _)| asked(co_quan)).map(|(_, day)| *day).collect();
    if let [day] = found.as_slice() {
        return Ok(day);
    }
    let names: Vec<&str> = offices.keys().copied().collect();
    let (message, hint) = match (&request.co_quan, names.as_slice()) {
        (_, []) => (
            format!("sổ không có số nào của năm {}", request.nam),
            "xem các số: vanthu register list".to_owned(),
        ),
        (Some(co_quan), _) => (
            format!("sổ năm {} không có cơ quan {co_quan}", request.nam),
            format!("sổ năm ấy có: {}", names.join(", ")),
        ),
        (None, [first, ..]) => (
            format!("sổ năm {} có nhiều cơ quan: {}", request.nam, names.join(", ")),
            format!("ghi rõ cơ quan, ví dụ: --co-quan {first}"),
        ),
    };
    Err(Diagnostic::error("wrong-use", message).hint(hint))
}
