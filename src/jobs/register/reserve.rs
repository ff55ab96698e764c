//! `register reserve`: a number is kept for a document that is not issued yet.

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::{RegisterPlace, SoMo, kho_cua, loi_tham_so};
use crate::jobs::{Means, Outcome};
use crate::model::{CoQuan, Loai, TheoGi, so_ky_hieu};
use crate::records::so_dang_ky::{Day, Dong, SoHieu, Viec};

/// Which number is to be kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReserveRequest {
    pub nam: i32,
    /// The next one if it isn't said.
    pub number: Option<String>,
    /// The kind of document, where the office numbers each kind by itself: `ke_hoach`.
    pub loai: Option<String>,
    /// The office by its symbol, where a folder has several.
    pub co_quan: Option<String>,
    /// For whom, for what.
    pub ghi_chu: Option<String>,
    pub place: RegisterPlace,
}

/// Keeps a number; which it is.
pub fn giu_so(
    request: &ReserveRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<u64, Vec<Diagnostic>> {
    let (kho, offices) = kho_cua(&request.place);
    let office = co_quan(request, &offices).map_err(|fault| vec![fault])?;
    let loai = day_loai(request, office).map_err(|fault| vec![fault])?;
    let day = Day { nam: request.nam, co_quan: office.ky_hieu.clone(), loai };
    let asked = request.number.as_deref().map(so_ky_hieu::so).transpose();
    let asked = asked.map_err(|fault| vec![loi_tham_so("--number", fault)])?;

    let mut luot = None;
    let so_mo = match asked {
        None => SoMo::mo_lay_so(&kho, means.cancel, &mut luot)?,
        Some(_) => SoMo::mo(&kho, means.cancel)?,
    };
    outcome.notes.extend(so_mo.ghi_chu.clone());
    let dau = office.danh_so.so_dau(day.nam);
    let so = asked.unwrap_or_else(|| so_mo.cai.so_ke_tiep(&day, dau));
    so_mo.cai.giu_duoc(&day, so, dau)?;
    let so_hieu = SoHieu { so, ky_hieu: String::new() };
    let mut dong = Dong::moi(Viec::GiuSo, day.clone(), Some(so_hieu.clone()));
    dong.ghi_chu = request.ghi_chu.clone().unwrap_or_default();
    let lines: Vec<Dong> = so_mo.cai.mo_day(&day, dau).into_iter().chain([dong]).collect();
    so_mo.ghi(format!("số giữ {so_hieu}"), &lines, None, outcome)?;
    outcome.lines.push(format!("đã giữ số {so_hieu} ({day})"));
    Ok(so)
}

/// The office that was asked for, or the first.
fn co_quan<'c>(request: &ReserveRequest, offices: &'c [CoQuan]) -> Result<&'c CoQuan, Diagnostic> {
    let wanted = request.co_quan.as_deref();
    let found = offices.iter().find(|c| wanted.is_none_or(|w| w == c.ky_hieu));
    found.ok_or_else(|| {
        let message = "không thấy co-quan.yaml của cơ quan để biết cách đánh số";
        Diagnostic::error("missing-office", message).hint("chỉ ra thư mục hồ sơ: --ho-so THU_MUC")
    })
}

/// The kind whose series the number is of, where the office has several.
fn day_loai(request: &ReserveRequest, office: &CoQuan) -> Result<Option<String>, Diagnostic> {
    let Some(khoa) = &request.loai else {
        if office.danh_so.theo != TheoGi::Nam {
            let message = "cơ quan đánh số riêng từng loại văn bản: còn thiếu --loai";
            return Err(Diagnostic::error("wrong-use", message).hint("ví dụ: --loai ke_hoach"));
        }
        return Ok(None);
    };
    let loai = Loai::theo_khoa(khoa).ok_or_else(|| {
        let message = format!("không có loại văn bản “{khoa}”");
        Diagnostic::error("wrong-use", message).hint("ghi như trong YAML, ví dụ: --loai ke_hoach")
    })?;
    Ok(office.danh_so.loai(loai))
}
