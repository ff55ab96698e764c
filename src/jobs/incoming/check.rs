//! `incoming check`: lines, numbers, witness, kept files, answers; changes nothing.

use serde::{Deserialize, Serialize};

use super::answer::{chua_ghi_tra_loi, so_di, tra_loi_da_huy};
use super::opened::{IncomingPlace, chua_co_so, kho_den};
use crate::diagnostic::Diagnostic;
use crate::jobs::Outcome;
use crate::records::so_den::{MucDen, SoCaiDen, TinhTrangDen, doc_so_den};

/// Which book.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CheckIncomingRequest {
    pub place: IncomingPlace,
}

pub(super) fn check(
    request: &CheckIncomingRequest,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let one = |fault| vec![fault];
    let (kho, _) = kho_den(&request.place);
    // Read before this book is locked: nobody waits for one lock while holding the other.
    let di = so_di(&kho).ok();
    let _khoa = kho.khoa_doc().map_err(one)?;
    let doc = doc_so_den(&kho).map_err(one)?;
    if doc.chua_lap(&kho) && !kho.dang_lam() {
        return Err(vec![chua_co_so(&kho.ten_so())]);
    }
    if doc.sai.is_empty() {
        outcome.diagnostics.extend(doc.ngoai_so(&kho));
        outcome.diagnostics.extend(doc.doi_chieu(&kho));
        outcome.diagnostics.extend(di.iter().flat_map(|di| chua_ghi_tra_loi(di, &doc.cai)));
        outcome.diagnostics.extend(di.iter().flat_map(|di| tra_loi_da_huy(di, &doc.cai)));
        outcome.diagnostics.extend(kho.dang_lam().then(dang_do));
    }
    outcome.diagnostics.extend(doc.sai.iter().cloned());
    if outcome.diagnostics.iter().all(|d| !d.is_error()) {
        let years = doc.cai.cac_nam();
        outcome.lines.extend(years.into_iter().map(|nam| tom_tat(&doc.cai, nam)));
        outcome.lines.push(format!("dấu cuối sổ: {}", doc.so.cuoi_so()));
    }
    Ok(())
}

fn dang_do() -> Diagnostic {
    Diagnostic::warning("unfinished", "một lần ghi sổ văn bản đến bị ngắt giữa chừng")
        .hint("lần ghi sổ kế tiếp tự làm nốt hoặc trả lại số, và báo rõ")
}

/// `2026: 01 - 12; chưa giao 2, đang giải quyết 5, xong 4, huỷ 1; số kế tiếp 13`.
fn tom_tat(cai: &SoCaiDen, nam: i32) -> String {
    let all: Vec<&MucDen> = cai.cua_nam(nam).collect();
    let count = |t: TinhTrangDen| all.iter().filter(|muc| muc.tinh_trang() == t).count();
    let first = all.first().map_or(0, |muc| muc.so_den().so);
    let last = cai.so_cuoi(nam).unwrap_or_default();
    let khoa = if cai.da_khoa(nam) { ", đã khoá" } else { "" };
    format!(
        "{nam}{khoa}: {first:02} - {last:02}; chưa giao {}, đang giải quyết {}, xong {}, huỷ {}; số kế tiếp {:02}",
        count(TinhTrangDen::ChuaGiao),
        count(TinhTrangDen::DangLam),
        count(TinhTrangDen::Xong),
        count(TinhTrangDen::Huy),
        last.saturating_add(1)
    )
}
