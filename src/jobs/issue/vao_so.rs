//! What the register must say before a draft may be issued: that it wasn't, and what it does to others.

use super::ban_thao::BanThao;
use super::request::IssueRequest;
use crate::diagnostic::Diagnostic;
use crate::jobs::Outcome;
use crate::jobs::so_sach::{loi_tham_so, tim};
use crate::records::phat_hanh::san_sang::chua_nhac;
use crate::records::so_dang_ky::{CachGoi, LoaiQuanHe, Muc, QuanHe, SoCai, TrangThai};

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

/// What the document does to earlier ones, each found in the register and named in the document.
pub fn quan_he(
    request: &IssueRequest,
    cai: &SoCai,
    ban_thao: &BanThao,
    outcome: &mut Outcome,
) -> Result<Vec<QuanHe>, Vec<Diagnostic>> {
    let asked = [
        (LoaiQuanHe::ThayThe, &request.thay_the),
        (LoaiQuanHe::DinhChinh, &request.dinh_chinh),
        (LoaiQuanHe::ThuHoi, &request.thu_hoi),
    ];
    let mut all: Vec<QuanHe> = Vec::new();
    for (loai, text) in asked.iter().flat_map(|(loai, list)| list.iter().map(move |t| (*loai, t))) {
        let goi = CachGoi::doc(text).map_err(|fault| vec![loi_tham_so(loai.chu_dong(), fault)])?;
        let muc = tim(cai, &goi, None).map_err(|fault| vec![fault])?;
        let wrong = |why: String| {
            let message = format!("không {} được {}: {why}", loai.chu_dong(), muc.so_hieu);
            vec![Diagnostic::error("bad-relation", message).at(muc.place.clone())]
        };
        if muc.trang_thai != TrangThai::PhatHanh {
            return Err(wrong("số ấy không phải của văn bản đang có hiệu lực".to_owned()));
        }
        if let Some((done, so_hieu, nam)) = muc.het_hieu_luc() {
            return Err(wrong(format!("văn bản ấy đã {} {so_hieu}/{nam}", done.bi_dong())));
        }
        if muc.dong.ngay > Some(ban_thao.ngay) {
            return Err(wrong("văn bản ấy có ngày sau văn bản này".to_owned()));
        }
        outcome.diagnostics.extend(chua_nhac(&ban_thao.tep.ten, &ban_thao.tep.text, &muc.so_hieu));
        let (so_hieu, nam) = (muc.so_hieu.clone(), muc.dong.day.nam);
        if all.iter().any(|qh| (&qh.so_hieu, qh.nam) == (&so_hieu, nam)) {
            return Err(wrong("văn bản ấy ghi hai lần trong lệnh".to_owned()));
        }
        all.push(QuanHe { loai, so_hieu, nam });
    }
    Ok(all)
}
