//! `register close-year`, `register open-year`: no number of the year is open and none comes any more, until someone says
//! why it must.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::{RegisterPlace, SoMo, chua_co_so, kho_cua};
use crate::jobs::{Means, Outcome};
use crate::model::Ky;
use crate::records::phat_hanh::kho::Kho;
use crate::records::so_dang_ky::kiem::kiem;
use crate::records::so_dang_ky::{Day, Dong, TrangThai, Viec};

/// Which book is to be closed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CloseYearRequest {
    pub nam: Ky,
    /// The office by its symbol, where the book has several.
    pub co_quan: Option<String>,
    /// It was said what closing means, and it is meant.
    pub chac_chan: bool,
    pub place: RegisterPlace,
}

/// Which closed book is to be opened again, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpenYearRequest {
    pub nam: Ky,
    pub ly_do: String,
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
    let (kho, _) = kho_cua(&request.place);
    let so_mo = mo(&kho, means, outcome)?;
    let day = cua_nam(&so_mo, &request.nam, request.co_quan.as_deref())?;
    if so_mo.cai.da_khoa(day) {
        let message = format!("sổ {} của {} đã khoá rồi", day.ky.goi(), day.co_quan);
        return Err(vec![Diagnostic::error("year-closed", message)]);
    }
    khoa_duoc(&so_mo, day)?;
    if !request.chac_chan {
        return Err(vec![hoi_lai(&so_mo, day)]);
    }
    let year = Day { loai: None, ..(*day).clone() };
    let dong = Dong::moi(Viec::KhoaNam, year, None);
    so_mo.ghi(format!("việc khoá sổ {}", day.ky.goi()), &[dong], None, outcome)?;
    outcome.lines.push(format!("đã khoá sổ {} của {}", day.ky.goi(), day.co_quan));
    Ok(())
}

/// Opens a closed year's book again; the reason stays in it.
pub(super) fn open_year(
    request: &OpenYearRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let ly_do = request.ly_do.trim();
    if ly_do.is_empty() {
        return Err(vec![
            Diagnostic::error("wrong-use", "còn thiếu lý do mở lại sổ")
                .hint("ghi lý do mở lại sau --ly-do"),
        ]);
    }
    let (kho, _) = kho_cua(&request.place);
    let so_mo = mo(&kho, means, outcome)?;
    let day = cua_nam(&so_mo, &request.nam, request.co_quan.as_deref())?;
    if !so_mo.cai.da_khoa(day) {
        let message = format!("sổ {} của {} đang mở", day.ky.goi(), day.co_quan);
        return Err(vec![Diagnostic::error("bad-event", message)]);
    }
    let year = Day { loai: None, ..day.clone() };
    let dong = Dong { ghi_chu: ly_do.to_owned(), ..Dong::moi(Viec::MoNam, year, None) };
    so_mo.ghi(format!("việc mở lại sổ {}", day.ky.goi()), &[dong], None, outcome)?;
    outcome.lines.push(format!("đã mở lại sổ {} của {}", day.ky.goi(), day.co_quan));
    Ok(())
}

/// The book with its lines.
fn mo(kho: &Kho, means: &Means, outcome: &mut Outcome) -> Result<SoMo, Vec<Diagnostic>> {
    if kho.chua_lap().map_err(|fault| vec![fault])? {
        return Err(vec![chua_co_so(&kho.ten_so())]);
    }
    let so_mo = SoMo::mo(kho, means)?;
    outcome.notes.extend(so_mo.ghi_chu.clone());
    Ok(so_mo)
}

/// What closing means, for whoever has not said that it is meant.
fn hoi_lai(so_mo: &SoMo, day: &Day) -> Diagnostic {
    let own = || so_mo.cai.tat_ca().filter(|muc| muc.dong.day.cung_so(day));
    let last = own().last().map(|muc| format!(", số cuối {}", muc.so_hieu)).unwrap_or_default();
    let message = format!(
        "chưa khoá: sổ {} của {} có {} số{last}; khoá rồi thì không phát hành, giữ, huỷ số nào của {} ấy nữa",
        day.ky.goi(),
        day.co_quan,
        own().count(),
        if day.ky.la_nam() { "năm" } else { "kỳ" }
    );
    Diagnostic::error("confirm-first", message)
        .hint("in sổ của năm trước; chắc chắn khoá thì thêm --chac-chan")
}

/// Whether the year has nothing open.
fn khoa_duoc(so_mo: &SoMo, day: &Day) -> Result<(), Vec<Diagnostic>> {
    let open = so_mo
        .cai
        .tat_ca()
        .find(|muc| muc.trang_thai == TrangThai::Giu && muc.dong.day.cung_so(day));
    if let Some(muc) = open {
        let message =
            format!("chưa khoá sổ được: số {} còn đang giữ", muc.dong.day.goi(&muc.so_hieu));
        return Err(vec![
            Diagnostic::error("number-kept", message)
                .hint("phát hành văn bản mang số ấy (--number), hoặc huỷ số, ghi rõ lý do")
                .at(muc.place.clone()),
        ]);
    }
    let gaps = kiem(&so_mo.cai);
    if gaps.is_empty() { Ok(()) } else { Err(gaps) }
}

/// The series of the one office that the year's book has, or of the one that was asked for.
fn cua_nam<'s>(
    so_mo: &'s SoMo,
    ky: &Ky,
    co_quan: Option<&str>,
) -> Result<&'s Day, Vec<Diagnostic>> {
    let mut offices: BTreeMap<&str, &Day> = BTreeMap::new();
    for day in so_mo.cai.cac_day().into_iter().filter(|day| day.ky == *ky) {
        offices.insert(&day.co_quan, day);
    }
    mot_co_quan(&offices, ky, co_quan).map_err(|fault| vec![fault])
}

fn mot_co_quan<'d>(
    offices: &BTreeMap<&str, &'d Day>,
    ky: &Ky,
    wanted: Option<&str>,
) -> Result<&'d Day, Diagnostic> {
    let asked = |co_quan: &str| wanted.is_none_or(|wanted| wanted == co_quan);
    let found: Vec<&Day> =
        offices.iter().filter(|(co_quan, _)| asked(co_quan)).map(|(_, day)| *day).collect();
    if let [day] = found.as_slice() {
        return Ok(day);
    }
    let names: Vec<&str> = offices.keys().copied().collect();
    let (message, hint) = match (wanted, names.as_slice()) {
        (_, []) => (
            format!("sổ không có số nào của {}", ky.goi()),
            "xem các số: vanthu register list".to_owned(),
        ),
        (Some(co_quan), _) => (
            format!("sổ {} không có cơ quan {co_quan}", ky.goi()),
            format!("sổ năm ấy có: {}", names.join(", ")),
        ),
        (None, [first, ..]) => (
            format!("sổ {} có nhiều cơ quan: {}", ky.goi(), names.join(", ")),
            format!("ghi rõ cơ quan, ví dụ: --co-quan {first}"),
        ),
    };
    Err(Diagnostic::error("wrong-use", message).hint(hint))
}
