//! `incoming close-year`, `incoming open-year`: a year takes no more papers, while those that it has are dealt with, until
//! someone says why it must.

use serde::{Deserialize, Serialize};

use super::opened::{IncomingPlace, SoDenMo, chua_co_so, gon, kho_den};
use crate::diagnostic::Diagnostic;
use crate::jobs::{Means, Outcome};
use crate::records::so_den::{DongDen, SoCaiDen, TinhTrangDen, ViecDen, doc_so_den};

/// Which year is to be closed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CloseIncomingRequest {
    pub nam: i32,
    /// It was said what closing means, and it is meant.
    pub chac_chan: bool,
    pub place: IncomingPlace,
}

/// Which closed year is to be opened again, and why.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct OpenIncomingRequest {
    pub nam: i32,
    pub ly_do: String,
    pub place: IncomingPlace,
}

/// Closes a year.
pub(super) fn close_year(
    request: &CloseIncomingRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let nam = request.nam;
    let so_mo = mo(&request.place, nam, means, outcome)?;
    if so_mo.cai.da_khoa(nam) {
        let message = format!("sổ văn bản đến năm {nam} đã khoá rồi");
        return Err(vec![Diagnostic::error("year-closed", message)]);
    }
    if !request.chac_chan {
        return Err(vec![hoi_lai(&so_mo.cai, nam)]);
    }
    let dong = DongDen::cua_nam(ViecDen::KhoaNam, nam);
    so_mo.ghi(format!("việc khoá sổ năm {nam}"), &[dong], None, outcome)?;
    outcome.lines.push(format!("đã khoá sổ văn bản đến năm {nam}"));
    outcome.notes.extend(con_do(&so_mo.cai, nam));
    Ok(())
}

/// Opens a closed year again; the reason stays in the book.
pub(super) fn open_year(
    request: &OpenIncomingRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let (nam, ghi_chu) = (request.nam, gon(Some(&request.ly_do)));
    if ghi_chu.is_empty() {
        return Err(vec![
            Diagnostic::error("wrong-use", "còn thiếu lý do mở lại sổ")
                .hint("ghi lý do mở lại sau --ly-do"),
        ]);
    }
    let so_mo = mo(&request.place, nam, means, outcome)?;
    if !so_mo.cai.da_khoa(nam) {
        let message = format!("sổ văn bản đến năm {nam} đang mở");
        return Err(vec![Diagnostic::error("bad-event", message)]);
    }
    let dong = DongDen { ghi_chu, ..DongDen::cua_nam(ViecDen::MoNam, nam) };
    so_mo.ghi(format!("việc mở lại sổ năm {nam}"), &[dong], None, outcome)?;
    outcome.lines.push(format!("đã mở lại sổ văn bản đến năm {nam}"));
    Ok(())
}

/// The book, which has numbers of the year.
fn mo(
    place: &IncomingPlace,
    nam: i32,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<SoDenMo, Vec<Diagnostic>> {
    let (kho, _) = kho_den(place);
    if doc_so_den(&kho).map_err(|fault| vec![fault])?.chua_lap(&kho) {
        return Err(vec![chua_co_so(&kho.ten_so())]);
    }
    let so_mo = SoDenMo::mo(&kho, means, outcome)?;
    if so_mo.cai.so_cuoi(nam).is_none() {
        let message = format!("sổ văn bản đến không có số nào của năm {nam}");
        return Err(vec![
            Diagnostic::error("wrong-use", message).hint("xem các số đến: vanthu incoming list"),
        ]);
    }
    Ok(so_mo)
}

/// What closing means, for whoever has not said that it is meant.
fn hoi_lai(cai: &SoCaiDen, nam: i32) -> Diagnostic {
    let last = cai.so_cuoi(nam).unwrap_or_default();
    let open = con_do(cai, nam).map(|open| format!(" ({open})")).unwrap_or_default();
    let message = format!(
        "chưa khoá: sổ văn bản đến năm {nam} có tới số {last:02}{open}; khoá rồi thì năm ấy không nhận văn bản mới, không huỷ, không chữa \
         số nào nữa, chỉ còn giao, ký nhận, ghi đã xong"
    );
    Diagnostic::error("confirm-first", message)
        .hint("in sổ của năm trước; chắc chắn khoá thì thêm --chac-chan")
}

/// How many papers are still to be dealt with.
fn con_do(cai: &SoCaiDen, nam: i32) -> Option<String> {
    let open = |t: TinhTrangDen| matches!(t, TinhTrangDen::ChuaGiao | TinhTrangDen::DangLam);
    let count = cai.cua_nam(nam).filter(|muc| open(muc.tinh_trang())).count();
    (count > 0).then(|| format!("còn {count} văn bản chưa giải quyết xong"))
}

/// Why nothing comes into a closed year, and the way out.
pub fn da_khoa(nam: i32, what: &str) -> Diagnostic {
    let message = format!("sổ văn bản đến năm {nam} đã khoá: {what}");
    Diagnostic::error("year-closed", message).hint(format!(
        "xem lại ngày; đúng là của năm {nam} thì mở lại sổ: vanthu incoming open-year {nam} --ly-do …"
    ))
}
