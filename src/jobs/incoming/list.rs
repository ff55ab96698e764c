//! `incoming list`: the papers that came, or those that are late on a day.

use serde::{Deserialize, Serialize};

use super::opened::{IncomingPlace, kho_den, ngay_neu};
use crate::diagnostic::Diagnostic;
use crate::jobs::Outcome;
use crate::model::Ngay;
use crate::records::so_den::{MucDen, TheDen, doc_so_den, hang_den};

/// Which papers are wanted.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListIncomingRequest {
    /// Only those of this year.
    pub nam: Option<i32>,
    /// Only those that are late.
    pub qua_han: bool,
    /// The day that lateness is reckoned on.
    pub ngay: Option<String>,
    pub place: IncomingPlace,
}

/// A line a paper, in order.
pub(super) fn list(
    request: &ListIncomingRequest,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let ngay = ngay_neu("--ngay", request.ngay.as_ref())?;
    if request.qua_han && ngay.is_none() {
        return Err(vec![
            Diagnostic::error("wrong-use", "quá hạn tính đến ngày nào")
                .hint("ghi ngày hôm nay sau --ngay"),
        ]);
    }
    let (kho, _) = kho_den(&request.place);
    let _khoa = kho.khoa_doc().map_err(|fault| vec![fault])?;
    let doc = doc_so_den(&kho).map_err(|fault| vec![fault])?;
    outcome.diagnostics.extend(doc.sai);
    let late = |muc: &MucDen| ngay.and_then(|ngay| muc.qua_han(ngay));
    let wanted = |muc: &&MucDen| {
        request.nam.is_none_or(|nam| nam == muc.so_den().nam)
            && (!request.qua_han || late(muc).is_some())
    };
    let all: Vec<&MucDen> = doc.cai.tat_ca().filter(wanted).collect();
    if all.is_empty() && outcome.diagnostics.is_empty() {
        outcome.notes.push(khong_co(doc.do_dai == 0, request, &kho.ten_so()));
    }
    let thu_muc = kho.quyen().thu_muc;
    outcome.incoming.extend(all.iter().map(|muc| TheDen::cua(muc, ngay, thu_muc)));
    outcome.lines.extend(all.into_iter().map(|muc| dong(muc, ngay)));
    let edited = doc.so.bi_sua.iter();
    outcome.lines.extend(edited.map(|line| format!("(không tính, đã bị sửa bằng tay) {line}")));
    Ok(())
}

fn khong_co(no_book: bool, request: &ListIncomingRequest, ten: &str) -> String {
    match (no_book, request.qua_han) {
        (true, _) => format!("chưa có sổ {ten}; sổ được lập khi ghi văn bản đến đầu tiên"),
        (false, true) => "không có văn bản đến nào quá hạn".to_owned(),
        (false, false) => format!("sổ {ten} chưa có văn bản đến nào như vậy"),
    }
}

/// `12/2026 | 05/3/2026 | Sở Nội vụ | 123/SNV-VP | … | Phòng Nội vụ | đang giải quyết, hạn …, quá 3 ngày | …`
fn dong(muc: &MucDen, ngay: Option<Ngay>) -> String {
    let [came, _, tac_gia, ky_hieu, of, trich_yeu, nguoi, _, _, ghi_chu] = hang_den(muc);
    let mut stands = vec![muc.tinh_trang().ten().to_owned()];
    let late = ngay.and_then(|ngay| muc.qua_han(ngay));
    stands.extend(late.map(|days| format!("quá hạn {days} ngày")));
    let paper =
        [ky_hieu, of].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" ngày ");
    let so_den = muc.so_den().to_string();
    let cells = [so_den, came, tac_gia, paper, trich_yeu, nguoi, stands.join(", "), ghi_chu];
    cells.join(" | ").trim_end_matches([' ', '|']).to_owned()
}
