//! `incoming assign`, `receive`, `done`, `void`, `correct`: something happens to a paper that is in the book.

use serde::{Deserialize, Serialize};

use super::answer::{dung_ngay, van_ban_tra_loi};
use super::opened::{
    IncomingPlace, SoDenMo, chua_co_so, gon, kho_den, ngay_cua, ngay_neu, tim_den,
};
use super::so_va_ngay::{chi_co_ky_hieu, tach};
use super::years::da_khoa;
use crate::diagnostic::Diagnostic;
use crate::jobs::{Means, Outcome};
use crate::model::Ngay;
use crate::records::so_den::{Cot, DongDen, MucDen, SoDen, TinhTrangDen, ViecDen, doc_so_den};

/// Who is to deal with a paper (Điều 23, 24).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct AssignRequest {
    /// `12/2026`, or `12`.
    pub so_den: String,
    /// (7) Who.
    pub cho: String,
    /// Until when.
    pub han: Option<String>,
    /// Who directs it.
    pub chi_dao: Option<String>,
    /// (8) The day it is handed on.
    pub ngay: String,
    pub ghi_chu: Option<String>,
    pub place: IncomingPlace,
}

/// Someone has signed for a paper.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ReceiveRequest {
    pub so_den: String,
    /// (9) Who.
    pub nguoi: String,
    pub ngay: String,
    pub place: IncomingPlace,
}

/// A paper is dealt with.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DoneRequest {
    pub so_den: String,
    pub ngay: String,
    /// The paper of ours that answers it, by its symbol.
    pub tra_loi: Option<String>,
    pub ghi_chu: Option<String>,
    pub place: IncomingPlace,
}

/// A number was given by mistake.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct VoidIncomingRequest {
    pub so_den: String,
    pub ly_do: String,
    pub place: IncomingPlace,
}

/// Columns were wrong.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CorrectRequest {
    pub so_den: String,
    pub ngay_den: Option<String>,
    pub tac_gia: Option<String>,
    pub ky_hieu: Option<String>,
    pub ngay_van_ban: Option<String>,
    pub trich_yeu: Option<String>,
    pub ly_do: String,
    pub place: IncomingPlace,
}

type Ghi<'a> = (&'a IncomingPlace, &'a str, &'a Means<'a>);

pub(super) fn assign(
    request: &AssignRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let ngay = ngay_cua("--ngay", &request.ngay)?;
    let han = ngay_neu("--han", request.han.as_ref())?;
    han_sau_ngay(han, ngay)?;
    let cho = can_co(&request.cho, "giao cho ai", "--cho")?;
    let muc = ghi((&request.place, &request.so_den, means), outcome, Some(ngay), |muc| {
        Ok(vec![DongDen {
            ngay: Some(ngay),
            nguoi_nhan: cho.clone(),
            han,
            chi_dao: gon(request.chi_dao.as_ref()),
            ghi_chu: gon(request.ghi_chu.as_ref()),
            ..DongDen::moi(ViecDen::Giao, muc.so_den())
        }])
    })?;
    let until = han.map(|han| format!(", hạn {han}")).unwrap_or_default();
    outcome.lines.push(format!("đã ghi số đến {} giao cho {cho}{until}", muc.so_den()));
    Ok(())
}

pub(super) fn receive(
    request: &ReceiveRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let ngay = ngay_cua("--ngay", &request.ngay)?;
    let nguoi = can_co(&request.nguoi, "ai ký nhận", "--nguoi")?;
    let muc = ghi((&request.place, &request.so_den, means), outcome, Some(ngay), |muc| {
        Ok(vec![DongDen {
            ngay: Some(ngay),
            ky_nhan: nguoi.clone(),
            ..DongDen::moi(ViecDen::KyNhan, muc.so_den())
        }])
    })?;
    outcome.lines.push(format!("đã ghi {nguoi} ký nhận số đến {}", muc.so_den()));
    Ok(())
}

pub(super) fn done(
    request: &DoneRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let ngay = ngay_cua("--ngay", &request.ngay)?;
    if request.tra_loi.is_none() && request.ghi_chu.is_none() {
        return Err(vec![
            Diagnostic::error("wrong-use", "chưa ghi giải quyết xong bằng cách nào").hint(
                "ghi văn bản trả lời: --tra-loi 105/UBND-VP; không cần trả lời thì ghi --ghi-chu \"…\"",
            ),
        ]);
    }
    let (kho, _) = kho_den(&request.place);
    let answer = request.tra_loi.as_deref();
    let answer = answer.map(|text| van_ban_tra_loi(&kho, text)).transpose()?;
    let tra_loi = answer.as_ref().map(|answer| answer.ten.clone()).unwrap_or_default();
    let muc = ghi((&request.place, &request.so_den, means), outcome, Some(ngay), |muc| {
        let known = |told: &str| told == tra_loi;
        if !tra_loi.is_empty() && muc.tra_loi().any(known) {
            return Err(vec![sai(muc, &format!("đã ghi trả lời bằng {tra_loi} rồi"))]);
        }
        answer.iter().try_for_each(|answer| dung_ngay(muc, answer, ngay))?;
        Ok(vec![DongDen {
            ngay: Some(ngay),
            tra_loi: tra_loi.clone(),
            ghi_chu: gon(request.ghi_chu.as_ref()),
            ..DongDen::moi(ViecDen::Xong, muc.so_den())
        }])
    })?;
    let by =
        if tra_loi.is_empty() { String::new() } else { format!(", trả lời bằng {tra_loi}") };
    outcome.lines.push(format!("đã ghi số đến {} giải quyết xong ngày {ngay}{by}", muc.so_den()));
    Ok(())
}

pub(super) fn void(
    request: &VoidIncomingRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let ly_do = can_co(&request.ly_do, "lý do huỷ", "--ly-do")?;
    let muc = ghi((&request.place, &request.so_den, means), outcome, None, |muc| {
        let ghi_chu = ly_do.clone();
        Ok(vec![DongDen { ghi_chu, ..DongDen::moi(ViecDen::Huy, muc.so_den()) }])
    })?;
    outcome.lines.push(format!("đã huỷ số đến {}; số ấy không dùng lại", muc.so_den()));
    Ok(())
}

pub(super) fn correct(
    request: &CorrectRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let ly_do = can_co(&request.ly_do, "lý do chữa", "--ly-do")?;
    let chua = cac_cho_chua(request)?;
    let again = "xem số ghi trên văn bản; ghi nhầm thì chữa lần nữa";
    let strange = chua.iter().find_map(|dong| chi_co_ky_hieu(&dong.ky_hieu, again));
    outcome.diagnostics.extend(strange);
    let muc = ghi((&request.place, &request.so_den, means), outcome, None, |muc| {
        let (so_den, nam) = (muc.so_den(), muc.so_den().nam);
        let khac_nam = chua.iter().filter_map(|dong| dong.ngay).find(|ngay| ngay.nam() != nam);
        if let Some(ngay) = khac_nam {
            return Err(vec![sai(
                muc,
                &format!("thuộc sổ năm {nam}, ngày đến không là {ngay} được"),
            )]);
        }
        khac_truoc(muc, &chua)?;
        let line = |dong: &DongDen| DongDen { so_den, ghi_chu: ly_do.clone(), ..dong.clone() };
        Ok(chua.iter().map(line).collect())
    })?;
    outcome.diagnostics.extend(nguoc_ngay(&muc, &chua));
    let names: Vec<&str> = chua.iter().filter_map(|dong| dong.cot).map(Cot::ten).collect();
    outcome.lines.push(format!("đã chữa số đến {}: {}", muc.so_den(), names.join("; ")));
    Ok(())
}

/// What is put right says otherwise than before, and no column that must say something is wiped.
fn khac_truoc(muc: &MucDen, chua: &[DongDen]) -> Result<(), Vec<Diagnostic>> {
    for (cot, dong) in chua.iter().filter_map(|dong| Some((dong.cot?, dong))) {
        let value = cot.cua(dong);
        if value.is_empty() && matches!(cot, Cot::TacGia | Cot::TrichYeu) {
            let message = format!("số đến {}: {} không để trống được", muc.so_den(), cot.ten());
            return Err(vec![Diagnostic::error("wrong-use", message).hint("ghi giá trị đúng")]);
        }
        if value == cot.cua(&muc.den) {
            return Err(vec![sai(muc, &format!("đã ghi {} là “{value}” rồi", cot.ten()))]);
        }
    }
    Ok(())
}

/// Days that do not follow one another after a correction.
fn nguoc_ngay(muc: &MucDen, chua: &[DongDen]) -> Option<Diagnostic> {
    let came = chua.iter().find_map(|dong| dong.ngay).or(muc.den.ngay)?;
    let own = chua.iter().find_map(|dong| dong.ngay_van_ban).or(muc.den.ngay_van_ban);
    let later =
        muc.giao.iter().chain(&muc.ky_nhan).chain(&muc.xong).filter_map(|dong| dong.ngay).min();
    let message = match (own.filter(|own| *own > came), later.filter(|later| *later < came)) {
        (Some(own), _) => format!("ngày đến {came} trước ngày của văn bản, {own}"),
        (None, Some(later)) => format!("ngày đến {came} sau việc đã ghi của ngày {later}"),
        (None, None) => return None,
    };
    let message = format!("số đến {}: {message}", muc.so_den());
    Some(Diagnostic::warning("date-runs-back", message).hint("ghi nhầm thì chữa lần nữa"))
}

/// A line for each column that is put right; number and reason are left open.
fn cac_cho_chua(request: &CorrectRequest) -> Result<Vec<DongDen>, Vec<Diagnostic>> {
    let ngay_den = ngay_neu("--ngay-den", request.ngay_den.as_ref())?;
    let so = request.ky_hieu.as_deref().map(tach).transpose().map_err(|fault| vec![fault])?;
    let rieng = ngay_neu("--ngay-van-ban", request.ngay_van_ban.as_ref())?;
    let ngay = rieng.or(so.as_ref().and_then(|so| so.ngay));
    let moi = |cot: Cot| DongDen {
        cot: Some(cot),
        ..DongDen::moi(ViecDen::Chua, SoDen { nam: 0, so: 0 })
    };
    let chu = |text: &Option<String>| text.as_ref().map(|text| gon(Some(text)));
    let all = [
        ngay_den.map(|ngay| DongDen { ngay: Some(ngay), ..moi(Cot::NgayDen) }),
        chu(&request.tac_gia).map(|tac_gia| DongDen { tac_gia, ..moi(Cot::TacGia) }),
        so.map(|so| DongDen { ky_hieu: so.ky_hieu, ..moi(Cot::KyHieu) }),
        chu(&request.trich_yeu).map(|trich_yeu| DongDen { trich_yeu, ..moi(Cot::TrichYeu) }),
        ngay.map(|ngay| DongDen { ngay_van_ban: Some(ngay), ..moi(Cot::NgayVanBan) }),
    ];
    let all: Vec<DongDen> = all.into_iter().flatten().collect();
    if all.is_empty() {
        return Err(vec![Diagnostic::error("wrong-use", "chưa ghi chữa cột nào").hint(
            "ghi giá trị đúng: --ngay-den, --tac-gia, --ky-hieu, --ngay-van-ban hoặc --trich-yeu",
        )]);
    }
    Ok(all)
}

/// Writes lines about a paper that is there and not void; the paper as it was before them.
fn ghi(
    (place, so_den, means): Ghi,
    outcome: &mut Outcome,
    ngay: Option<Ngay>,
    them: impl FnOnce(&MucDen) -> Result<Vec<DongDen>, Vec<Diagnostic>>,
) -> Result<MucDen, Vec<Diagnostic>> {
    let one = |fault| vec![fault];
    let (kho, _) = kho_den(place);
    if doc_so_den(&kho).map_err(one)?.chua_lap(&kho) {
        return Err(vec![chua_co_so(&kho.ten_so())]);
    }
    let so_mo = SoDenMo::mo(&kho, means, outcome)?;
    let muc = tim_den(&so_mo.cai, so_den).map_err(one)?;
    if muc.tinh_trang() == TinhTrangDen::Huy {
        return Err(vec![sai(muc, "đã huỷ rồi")]);
    }
    if let Some((came, day)) = muc.den.ngay.zip(ngay).filter(|(came, day)| day < came) {
        return Err(vec![sai(
            muc,
            &format!("đến ngày {came}, không ghi việc của ngày {day} được"),
        )]);
    }
    let lines = them(muc)?;
    let nam = muc.so_den().nam;
    let changes = lines.iter().any(|dong| matches!(dong.viec, ViecDen::Huy | ViecDen::Chua));
    if changes && so_mo.cai.da_khoa(nam) {
        return Err(vec![da_khoa(nam, "không huỷ, không chữa số nào của năm ấy")]);
    }
    let viec = lines.first().map_or("", |dong| dong.viec.ten());
    so_mo.ghi(format!("việc {viec} số đến {}", muc.so_den()), &lines, None, outcome)?;
    Ok(muc.clone())
}

fn sai(muc: &MucDen, why: &str) -> Diagnostic {
    let message = format!("số đến {} {why}", muc.so_den());
    Diagnostic::error("bad-event", message)
        .hint("xem số ấy: vanthu incoming list")
        .at(muc.place.clone())
}

/// The last day isn't before the first.
pub(super) fn han_sau_ngay(han: Option<Ngay>, ngay: Ngay) -> Result<(), Vec<Diagnostic>> {
    let Some(han) = han.filter(|han| *han < ngay) else { return Ok(()) };
    let message = format!("hạn {han} trước ngày giao, {ngay}");
    Err(vec![Diagnostic::error("bad-event", message).hint("xem lại --han và --ngay")])
}

fn can_co(text: &str, what: &str, flag: &str) -> Result<String, Vec<Diagnostic>> {
    let text = gon(Some(&text.to_owned()));
    if text.is_empty() {
        let fault = Diagnostic::error("wrong-use", format!("còn thiếu {what}"));
        return Err(vec![fault.hint(format!("ghi sau {flag}"))]);
    }
    Ok(text)
}
