//! What a clerk asked for, as the index is asked.

use super::FindRequest;
use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::loi_tham_so;
use crate::model::{Ky, Loai, Ngay, loai_cua_ten};
use crate::records::chi_muc::{Loc, Muon, gap};
use crate::records::so_dang_ky::CachGoi;

/// What is asked; every argument that can't be understood is told.
pub(super) fn muon(request: &FindRequest) -> Result<Muon, Vec<Diagnostic>> {
    let mut sai = Vec::new();
    let mut loc = Loc::default();
    match request.so.as_deref().map(CachGoi::doc).transpose() {
        Ok(goi) => {
            let goi = goi.unwrap_or_else(|| CachGoi::chi_so(0));
            loc.ky_hieu = goi.ky_hieu;
            match goi.ky {
                Some(Ky::Nam(nam)) => loc.nam = Some(nam),
                ky => loc.ky = ky.map(|ky| ky.to_string()),
            }
            match goi.loai.as_deref().map(loai_goi).transpose() {
                Ok(loai) => loc.loai = loai,
                Err(fault) => sai.push(fault),
            }
            loc.so = request.so.as_ref().map(|_| goi.so);
        }
        Err(fault) => sai.push(loi_tham_so("--so", fault)),
    }
    let mut ngay = |ten: &str, text: &Option<String>| match text.as_deref().map(Ngay::parse) {
        Some(Ok(ngay)) => Some(ngay.ngay().to_string()),
        Some(Err(fault)) => {
            sai.push(loi_tham_so(ten, fault));
            None
        }
        None => None,
    };
    (loc.tu, loc.den) = (ngay("--tu", &request.tu), ngay("--den", &request.den));
    match request.loai.as_deref().map(loai).transpose() {
        Ok(loai) => loc.loai = loai.map(|loai| loai.khoa().to_owned()).or(loc.loai.take()),
        Err(fault) => sai.push(fault),
    }
    match request.trang_thai.as_deref().map(trang_thai).transpose() {
        Ok(said) => (loc.trang_thai, loc.con_hieu_luc) = said.unwrap_or_default(),
        Err(fault) => sai.push(fault),
    }
    let tra_loi = request.tra_loi.clone();
    let muon = Muon {
        loi: request.loi.clone(),
        nguoi_ky: request.nguoi_ky.clone(),
        noi_nhan: request.noi_nhan.clone(),
        tra_loi,
        loc,
    };
    if sai.is_empty() && muon.trong() {
        let fault = Diagnostic::error("wrong-use", "chưa ghi cần tìm gì");
        sai.push(fault.hint("ghi lời cần tìm, ví dụ: vanthu register find hội nghị sơ kết"));
    }
    if sai.is_empty() { Ok(muon) } else { Err(sai) }
}

/// The kind that a number's full name ends with.
fn loai_goi(text: &str) -> Result<String, Diagnostic> {
    loai_cua_ten(text).map_or_else(|| loai(text), Ok).map(|loai| loai.khoa().to_owned())
}

/// A kind by any of its names.
fn loai(text: &str) -> Result<Loai, Diagnostic> {
    let wanted = gap(text);
    let is = |loai: &Loai| {
        let short = loai.viet_tat().is_some_and(|short| gap(short) == wanted);
        gap(loai.ten()) == wanted || gap(loai.khoa()) == wanted || short
    };
    // Two kinds may have one abbreviation but for its marks: as typed comes first.
    let exact = Loai::theo_viet_tat(text.trim());
    exact.or_else(|| Loai::tat_ca().find(is)).ok_or_else(|| {
        let message = format!("không có loại văn bản “{}”", text.trim());
        Diagnostic::error("wrong-use", message).hint("ghi như trong YAML, ví dụ: --loai ke_hoach")
    })
}

type TrangThai = (Option<&'static str>, Option<bool>);

fn trang_thai(text: &str) -> Result<TrangThai, Diagnostic> {
    match gap(text).as_str() {
        "dang giu" | "giu" | "giu so" => Ok((Some("dang_giu"), None)),
        "phat hanh" | "da phat hanh" => Ok((Some("phat_hanh"), None)),
        "huy" | "da huy" => Ok((Some("huy"), None)),
        "con hieu luc" => Ok((None, Some(true))),
        "het hieu luc" => Ok((Some("phat_hanh"), Some(false))),
        _ => {
            let message = format!("không hiểu trạng thái “{}”", text.trim());
            Err(Diagnostic::error("wrong-use", message).hint(
                "ghi một trong: --trang-thai dang-giu, phat-hanh, huy, con-hieu-luc, het-hieu-luc",
            ))
        }
    }
}
