//! What the register must say before a draft may be issued: that it wasn't, and what it does to others.

use super::PhatHanh;
use super::ban_thao::BanThao;
use super::goi::dong;
use super::request::IssueRequest;
use crate::diagnostic::Diagnostic;
use crate::jobs::Outcome;
use crate::jobs::quan_he::cac_quan_he;
use crate::reading::source::ten_tep;
use crate::records::phat_hanh::san_sang::chua_nhac;
use crate::records::so_dang_ky::{Day, LoaiQuanHe, Muc, QuanHe, SoCai, SoHieu, TrangThai};

/// The same draft is issued once: whoever repeats a command learns the number that it has got. With
/// another date it may be meant (a letter of introduction like last month's), but is looked at first.
pub fn chua_phat_hanh(
    cai: &SoCai,
    ban_thao: &BanThao,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let mut same: Vec<&Muc> = cai.tat_ca().collect();
    let office = &ban_thao.van_ban.co_quan.ky_hieu;
    same.retain(|m| {
        [&ban_thao.dau, &ban_thao.dau_cu].contains(&&m.dong.ban_thao)
            && m.dong.day.co_quan == *office
            && m.trang_thai == TrangThai::PhatHanh
    });
    let today = same.iter().find(|muc| muc.dong.ngay == Some(ban_thao.ngay));
    let Some(muc) = today.or(same.last()) else { return Ok(()) };
    let ngay = muc.dong.ngay.map(|n| n.to_string()).unwrap_or_default();
    let message = format!("{} đã phát hành: {} ngày {ngay}", ban_thao.ten, muc.so_hieu);
    let place = muc.place.clone();
    if today.is_none() {
        let hint = "nội dung giống hệt văn bản ấy; xem lại có phát hành nhầm hai lần không";
        outcome.diagnostics.push(Diagnostic::warning("not-ready", message).hint(hint).at(place));
        return Ok(());
    }
    let hint = "không cần phát hành lại; phát hành nhầm thì huỷ số ấy trước (vanthu register void), cần thay đổi thì \
                soạn văn bản mới";
    Err(vec![Diagnostic::error("already-issued", message).hint(hint).at(place)])
}

/// A paper of the same kind with the same subject may be a new version of the one that is in force: then it replaces or
/// corrects that one, and both say so. Rows of a list differ in what stands in them.
pub fn trung_trich_yeu(
    viec: &PhatHanh,
    cai: &SoCai,
    (day, so_hieu): (&Day, &SoHieu),
    quan_he: &[QuanHe],
) -> Option<Diagnostic> {
    let (request, ban_thao) = (viec.request, viec.ban_thao);
    if request.dong.is_some() {
        return None;
    }
    let own = dong(request, ban_thao, &viec.co_so(so_hieu), day, so_hieu);
    let gon = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let (trich_yeu, noi_nhan) = (gon(&own.trich_yeu), gon(&own.noi_nhan));
    let named = |muc: &Muc| quan_he.iter().any(|qh| qh.la(muc));
    let draft_known = |muc: &Muc| [&ban_thao.dau, &ban_thao.dau_cu].contains(&&muc.dong.ban_thao);
    let muc = cai.cua_day(day).find(|muc| {
        muc.trang_thai == TrangThai::PhatHanh
            && muc.so_hieu.ky_hieu == so_hieu.ky_hieu
            && muc.het_hieu_luc().is_none()
            && gon(&muc.dong.trich_yeu) == trich_yeu
            && gon(&muc.dong.noi_nhan) == noi_nhan
            && !named(muc)
            && !draft_known(muc)
    })?;
    let ngay = muc.dong.ngay.map(|n| n.to_string()).unwrap_or_default();
    let message = format!(
        "{} cùng trích yếu, cùng nơi nhận với {} ngày {ngay} đang có hiệu lực",
        ten_tep(&ban_thao.tep.ten),
        muc.so_hieu
    );
    let hint = format!(
        "thay thế văn bản ấy thì thêm --thay-the {so}, đính chính thì thêm --dinh-chinh {so}; là văn bản khác thì thêm --chap-nhan-canh-bao",
        so = muc.so_hieu
    );
    Some(Diagnostic::warning("same-subject", message).hint(hint).at(muc.place.clone()))
}

/// What the document does to earlier ones, each found in the register and named in the document.
pub fn quan_he(
    request: &IssueRequest,
    cai: &SoCai,
    ban_thao: &BanThao,
    outcome: &mut Outcome,
) -> Result<Vec<QuanHe>, Vec<Diagnostic>> {
    let asked = [
        (LoaiQuanHe::ThayThe, request.thay_the.as_slice()),
        (LoaiQuanHe::DinhChinh, request.dinh_chinh.as_slice()),
        (LoaiQuanHe::ThuHoi, request.thu_hoi.as_slice()),
    ];
    let tep = &ban_thao.tep;
    let mut unnamed = Vec::new();
    let mut nghe = |muc: &Muc| unnamed.extend(chua_nhac(&tep.ten, &tep.text, &muc.so_hieu));
    let all = cac_quan_he(&asked, cai, ban_thao.ngay, &mut nghe);
    outcome.diagnostics.extend(unnamed);
    all
}
