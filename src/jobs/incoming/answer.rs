//! An answer and what it answers name each other: the outgoing line in its Ghi chú, the incoming one in a line of its own.

use std::collections::BTreeSet;

use super::opened::{SoDenMo, doc_lanh, tim_den};
use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::{loi_tham_so, tim};
use crate::jobs::{Means, Outcome};
use crate::model::Ngay;
use crate::records::phat_hanh::kho::Kho;
use crate::records::phat_hanh::quyen::VAN_BAN_DI;
use crate::records::phat_hanh::so_tren_dia::doc_so;
use crate::records::so_dang_ky::{CachGoi, Muc, SoCai, TrangThai};
use crate::records::so_den::{
    DongDen, MucDen, SoCaiDen, SoDen, TinhTrangDen, VAN_BAN_DEN, ViecDen, doc_so_den,
};

/// What stands in the Ghi chú of an answer, before the number of what it answers.
const TRA_LOI: &str = "trả lời văn bản đến số ";

/// A paper that came and is to be answered by one of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TraLoi {
    so_den: SoDen,
    /// `trả lời văn bản đến số 12/2026 (123/SNV-VP ngày 05/3/2026 của Sở Nội vụ)`.
    pub loi: String,
}

/// Looks it up, before anything is numbered; `ngay` is the answer's day.
pub fn tra_loi(kho_di: &Kho, so_den: &str, ngay: Ngay) -> Result<TraLoi, Vec<Diagnostic>> {
    let doc = doc_lanh(&kho_di.sang(&VAN_BAN_DEN))?;
    let muc = tim_den(&doc.cai, so_den).map_err(|fault| vec![fault])?;
    if muc.tinh_trang() == TinhTrangDen::Huy {
        let message = format!("số đến {} đã huỷ, không trả lời được", muc.so_den());
        return Err(vec![Diagnostic::error("bad-event", message).at(muc.place.clone())]);
    }
    tra_loi_sau(muc, "văn bản trả lời", ngay)?;
    let named = muc.goi_ten();
    let named = named.strip_prefix("số đến ").unwrap_or(&named);
    Ok(TraLoi { so_den: muc.so_den(), loi: format!("{TRA_LOI}{named}") })
}

/// Writes into the incoming book that it is answered. The answer is issued by then: what keeps the line from being
/// written is told, with how to write it later.
pub fn da_tra_loi(
    kho_di: &Kho,
    asked: &TraLoi,
    answer: &str,
    ngay: Ngay,
    means: &Means,
    outcome: &mut Outcome,
) {
    let so_den = asked.so_den;
    let mut write = || {
        let so_mo = SoDenMo::mo(&kho_di.sang(&VAN_BAN_DEN), means, outcome)?;
        let line = DongDen {
            ngay: Some(ngay),
            tra_loi: answer.to_owned(),
            ..DongDen::moi(ViecDen::Xong, so_den)
        };
        so_mo.ghi(format!("việc xong số đến {so_den}"), &[line], None, outcome)
    };
    match write() {
        Ok(()) => outcome.notes.push(format!("đã ghi số đến {so_den} trả lời bằng {answer}")),
        Err(why) => {
            let why: Vec<String> = why.into_iter().map(|d| d.message).collect();
            outcome.diagnostics.push(chua_ghi(so_den, answer, Some(ngay), &why.join("; ")));
        }
    }
}

fn chua_ghi(so_den: SoDen, answer: &str, ngay: Option<Ngay>, why: &str) -> Diagnostic {
    let why = if why.is_empty() { String::new() } else { format!(": {why}") };
    let ngay = ngay.map_or("NGAY".to_owned(), |ngay| ngay.to_string());
    let message = format!("{answer} trả lời số đến {so_den} mà sổ văn bản đến chưa ghi{why}");
    Diagnostic::warning("answer-not-entered", message)
        .hint(format!("ghi: vanthu incoming done {so_den} --tra-loi {answer} --ngay {ngay}"))
}

/// Nobody answers what has not been written yet.
fn tra_loi_sau(muc: &MucDen, answer: &str, ngay: Ngay) -> Result<(), Vec<Diagnostic>> {
    let den = &muc.den;
    let Some(hoi) = den.ngay_van_ban.or(den.ngay).filter(|hoi| ngay < *hoi) else { return Ok(()) };
    let message = format!(
        "{answer} ngày {ngay}, trước văn bản được trả lời, số đến {} ngày {hoi}",
        muc.so_den()
    );
    Err(vec![
        Diagnostic::error("bad-event", message)
            .hint("xem lại số đến, hoặc văn bản trả lời")
            .at(muc.place.clone()),
    ])
}

/// Both days are right: the answer's behind the question's, and the paper is not done before it is answered.
pub(super) fn dung_ngay(
    muc: &MucDen,
    answer: &VanBanTraLoi,
    xong: Ngay,
) -> Result<(), Vec<Diagnostic>> {
    let Some(ngay) = answer.ngay else { return Ok(()) };
    tra_loi_sau(muc, &answer.ten, ngay)?;
    if xong >= ngay {
        return Ok(());
    }
    let message = format!(
        "giải quyết xong ngày {xong}, trước ngày của văn bản trả lời: {} ngày {ngay}",
        answer.ten
    );
    Err(vec![
        Diagnostic::error("bad-event", message).hint("xem lại --ngay, hoặc số của văn bản trả lời"),
    ])
}

/// A paper of ours that answers.
pub(super) struct VanBanTraLoi {
    /// As the incoming book names it: `105/UBND-VP/2026`.
    pub ten: String,
    pub ngay: Option<Ngay>,
}

/// The outgoing paper that a clerk names.
pub(super) fn van_ban_tra_loi(kho_den: &Kho, text: &str) -> Result<VanBanTraLoi, Vec<Diagnostic>> {
    let goi = CachGoi::doc(text).map_err(|fault| vec![loi_tham_so("--tra-loi", fault)])?;
    let cai = so_di(kho_den)?;
    let muc = tim(&cai, &goi, None).map_err(|fault| vec![fault])?;
    if muc.trang_thai != TrangThai::PhatHanh {
        let message = format!("--tra-loi: {} không phải văn bản đang có hiệu lực", muc.so_hieu);
        return Err(vec![Diagnostic::error("bad-event", message).at(muc.place.clone())]);
    }
    Ok(VanBanTraLoi { ten: ten_day_du(muc), ngay: muc.dong.ngay })
}

fn ten_day_du(muc: &Muc) -> String {
    muc.dong.day.goi(&muc.so_hieu)
}

/// The number of the paper that one of ours answers.
fn so_duoc_tra_loi(muc: &Muc) -> Option<SoDen> {
    let (_, rest) = muc.dong.ghi_chu.split_once(TRA_LOI)?;
    let named = rest.split([' ', ';', '(']).next()?;
    let (so, nam) = SoDen::doc(named, None).ok()?;
    Some(SoDen { so, nam: nam? })
}

/// The numbers of arrival that the outgoing book names.
pub(super) fn so_da_nhac(kho_den: &Kho) -> Vec<SoDen> {
    let di = so_di(kho_den).ok();
    di.iter().flat_map(SoCai::tat_ca).filter_map(so_duoc_tra_loi).collect()
}

/// The outgoing book beside the incoming one.
pub(super) fn so_di(kho_den: &Kho) -> Result<SoCai, Vec<Diagnostic>> {
    let kho = kho_den.sang(&VAN_BAN_DI);
    let _khoa = kho.khoa_doc().map_err(|fault| vec![fault])?;
    let doc = doc_so(&kho).map_err(|fault| vec![fault])?;
    if doc.sai.is_empty() { Ok(doc.cai) } else { Err(doc.sai) }
}

/// Answers that the outgoing book has and the incoming one doesn't: the machine stopped between the two.
pub(super) fn chua_ghi_tra_loi(di: &SoCai, cai: &SoCaiDen) -> Vec<Diagnostic> {
    let issued = di.tat_ca().filter(|muc| muc.trang_thai == TrangThai::PhatHanh);
    let open = issued.filter_map(|muc| {
        let came = cai.muc(so_duoc_tra_loi(muc)?)?;
        let answer = ten_day_du(muc);
        let told = came.tra_loi().any(|text| text == answer);
        (!told).then(|| chua_ghi(came.so_den(), &answer, muc.dong.ngay, ""))
    });
    open.collect()
}

/// Papers that the incoming book takes for answered by one that is void.
pub(super) fn tra_loi_da_huy(di: &SoCai, cai: &SoCaiDen) -> Vec<Diagnostic> {
    let void = di.tat_ca().filter(|muc| muc.trang_thai == TrangThai::Huy);
    let void: BTreeSet<String> = void.map(ten_day_du).collect();
    xong_boi(cai, |answer| void.contains(answer))
}

/// Those that are done, and whose last answer is one of these; another may have come behind it.
fn xong_boi(cai: &SoCaiDen, la: impl Fn(&str) -> bool) -> Vec<Diagnostic> {
    let done = cai.tat_ca().filter(|muc| muc.tinh_trang() == TinhTrangDen::Xong);
    let by_it = done.filter_map(|muc| Some((muc, muc.tra_loi().last().filter(|text| la(text))?)));
    by_it.map(|(muc, answer)| het_tra_loi(muc, answer)).collect()
}

fn het_tra_loi(muc: &MucDen, answer: &str) -> Diagnostic {
    let so_den = muc.so_den();
    let message = format!("{} ghi xong, trả lời bằng {answer}, mà {answer} đã huỷ", muc.goi_ten());
    Diagnostic::warning("answer-void", message)
        .hint(format!(
            "có văn bản trả lời khác thì ghi: vanthu incoming done {so_den} --tra-loi …; chưa có thì giao lại: vanthu incoming \
             assign {so_den} --cho … --han …"
        ))
        .at(muc.place.clone())
}

/// The same of one that has just become void; a book that can't be read is no fault of that act.
pub fn vua_huy(kho_di: &Kho, muc: &Muc) -> Vec<Diagnostic> {
    let Ok(doc) = doc_so_den(&kho_di.sang(&VAN_BAN_DEN)) else { return Vec::new() };
    let answer = ten_day_du(muc);
    xong_boi(&doc.cai, |text| text == answer)
}
