//! `register reserve`: a number is kept for a document that is not issued yet.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ky_hieu::mot_co_quan;
use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::{RegisterPlace, SoMo, chua_ro_ky, kho_cua, loi_tham_so};
use crate::jobs::{Means, Outcome, load};
use crate::model::ky_danh_so::DIEU_KHOAN_NHIEM_KY;
use crate::model::ngay_ban_hanh::NAM;
use crate::model::{CoQuan, Ky, Loai, LoaiKy, TheoGi, so_ky_hieu};
use crate::records::so_dang_ky::{Day, Dong, SoHieu, Viec};

/// Which number is to be kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReserveRequest {
    /// The year; of an office that numbers by terms the term.
    pub nam: Ky,
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
    let office = co_quan(request, &offices, &mut outcome.notes).map_err(|fault| vec![fault])?;
    let loai = day_loai(request, office).map_err(|fault| vec![fault])?;
    let ky = ky_cua(office, &request.nam).map_err(|fault| vec![fault])?;
    let day = Day { ky, co_quan: office.ky_hieu.clone(), loai };
    let asked = request.number.as_deref().map(so_ky_hieu::so).transpose();
    let asked = asked.map_err(|fault| vec![loi_tham_so("--number", fault)])?;

    let mut luot = None;
    let so_mo = match asked {
        None => SoMo::mo_lay_so(&kho, means, &mut luot)?,
        Some(_) => SoMo::mo(&kho, means)?,
    };
    outcome.notes.extend(so_mo.ghi_chu.clone());
    let dau = day.so_dau(office);
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

/// The time of the series: a year where the office counts by years, else a term that its file declares.
fn ky_cua(office: &CoQuan, asked: &Ky) -> Result<Ky, Diagnostic> {
    let declared = &office.danh_so.cac_ky;
    let known = match office.danh_so.theo_ky {
        LoaiKy::Nam => matches!(asked, Ky::Nam(nam) if NAM.contains(nam)),
        LoaiKy::NhiemKy => declared.iter().any(|own| own.ky == *asked),
    };
    if known {
        return Ok(asked.clone());
    }
    if let (LoaiKy::Nam, Ky::Nam(nam)) = (office.danh_so.theo_ky, asked) {
        let message = format!("không có sổ của năm {nam}");
        return Err(Diagnostic::error("wrong-use", message)
            .hint("ghi đủ bốn chữ số của năm, ví dụ: --nam 2026"));
    }
    if office.danh_so.theo_ky == LoaiKy::Nam {
        let message = format!("{} đánh số theo năm, không theo {}", office.ky_hieu, asked.goi());
        return Err(Diagnostic::error("wrong-use", message).hint("ghi năm, ví dụ: --nam 2026"));
    }
    let Some(last) = declared.last() else {
        let found = office.danh_so.ky(NaiveDate::default());
        return found.map_err(|fault| chua_ro_ky(office, fault));
    };
    let names: Vec<String> = declared.iter().map(|own| own.ky.to_string()).collect();
    let message =
        format!("{} chưa khai {}; đã khai: {}", office.ky_hieu, asked.goi(), names.join(", "));
    Err(Diagnostic::error("no-term", message)
        .hint(format!("ghi kỳ đánh số, ví dụ: --nam {}", last.ky))
        .clause(DIEU_KHOAN_NHIEM_KY))
}

/// The office that was asked for, or the first.
fn co_quan<'c>(
    request: &ReserveRequest,
    offices: &'c [CoQuan],
    notes: &mut Vec<String>,
) -> Result<&'c CoQuan, Diagnostic> {
    mot_co_quan(offices, request.co_quan.as_deref(), notes).ok_or_else(|| {
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
    let loai = Loai::theo_khoa(khoa).or_else(|| loai_rieng(request, khoa)).ok_or_else(|| {
        let message = format!("không có loại văn bản “{khoa}”");
        Diagnostic::error("wrong-use", message).hint("ghi như trong YAML, ví dụ: --loai ke_hoach")
    })?;
    Ok(office.danh_so.loai(loai))
}

/// A kind that a template declares, of the office's own or shipped.
fn loai_rieng(request: &ReserveRequest, khoa: &str) -> Option<Loai> {
    let here = request.place.ho_so.clone().unwrap_or_else(|| ".".into());
    let (_, kho, _) = load::kho_mau(&here, None).ok()?;
    kho.theo_khoa(khoa)?.loai_rieng
}
