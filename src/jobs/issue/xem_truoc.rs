//! What `issue` would do, told before it is done: the number that comes next, and everything that may be said against it.
//! Nothing is written and nothing is kept for whoever asked; so whoever goes on names the number that was shown.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::ban_thao::{BanThao, ban_thao};
use super::vao_so::{chua_phat_hanh, quan_he};
use super::{IssueRequest, VIEC};
use crate::diagnostic::Diagnostic;
use crate::jobs::so_da_biet::con_do;
use crate::jobs::so_sach::{day_cua, noi_de_so};
use crate::jobs::{Means, Outcome, duong_dan, load};
use crate::records::phat_hanh::cot::cot;
use crate::records::phat_hanh::goi::dich;
use crate::records::phat_hanh::kho::{Kho, da_co};
use crate::records::phat_hanh::so_tren_dia::doc_so;
use crate::records::so_dang_ky::{Day, SoCai, SoHieu, TrangThai};

/// What would come of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SapPhatHanh {
    pub so: u64,
    /// `106/KH-HĐND`.
    pub so_hieu: String,
    pub ngay: String,
    /// The kind and what it is about.
    pub ten: String,
    pub nguoi_ky: Vec<String>,
    /// Who gets it, as the register will say.
    pub noi_nhan: String,
    /// The folder that its files go into.
    #[serde(with = "duong_dan")]
    pub thu_muc: PathBuf,
    /// Whether the register begins with it.
    pub so_moi: bool,
    /// Numbers of the series that are kept for others.
    pub dang_giu: Vec<String>,
}

/// The papers that a file makes, by name and title: `issue` takes one of them.
pub fn cac_van_ban(
    tep: &Path,
    loaded: &load::Loaded,
) -> Result<Vec<(String, String)>, Vec<Diagnostic>> {
    let ho_so = load::ho_so(tep, &loaded.fonts, &loaded.mau)?;
    let shown = tep.display().to_string();
    let own = ho_so.ket_qua.van_ban.iter().filter(|t| t.tep == shown);
    let title = |t: &crate::rules::check::TaiLieu| {
        let said = t.van_ban.as_ref().map(|v| format!("{} {}", v.loai.ten(), v.trich_yeu));
        said.map_or_else(|| t.ten.clone(), |said| said.trim().to_owned())
    };
    Ok(own.map(|t| (t.ten.clone(), title(t))).collect())
}

/// Looks ahead; findings come beside, also where nothing would come of it.
pub fn xem_truoc(request: &IssueRequest, means: &Means) -> (Option<SapPhatHanh>, Vec<Diagnostic>) {
    let mut outcome = Outcome::default();
    // What warnings say is shown, and is no reason not to show the number.
    let request = IssueRequest { chap_nhan_canh_bao: true, ..request.clone() };
    let made = means
        .go_on(VIEC, &format!("“{}”", request.tep.display()))
        .and_then(|()| load::fonts(request.shared.fonts.as_deref()))
        .map_err(|fault| vec![fault])
        .and_then(|fonts| ban_thao(&request, &fonts, means.compiler, &mut outcome))
        .and_then(|draft| sap(&request, &draft, means, &mut outcome));
    let mut found = outcome.diagnostics;
    let sap = made.map_err(|faults| found.extend(faults)).ok();
    (sap, found)
}

pub(super) fn sap(
    request: &IssueRequest,
    draft: &BanThao,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<SapPhatHanh, Vec<Diagnostic>> {
    let van_ban = &draft.van_ban;
    let folder = request.tep.parent().unwrap_or(Path::new(""));
    let kho = Kho::new(&noi_de_so(request.so_sach.as_deref(), folder, Some(&van_ban.co_quan)));
    con_do(&kho, means).map_err(|fault| vec![fault])?;
    let doc = {
        let _khoa = kho.khoa_doc().map_err(|fault| vec![fault])?;
        doc_so(&kho).map_err(|fault| vec![fault])?
    };
    let sai = if doc.sai.is_empty() { doc.ngoai_so(&kho) } else { doc.sai };
    if !sai.is_empty() {
        return Err(sai);
    }
    chua_phat_hanh(&doc.cai, draft, outcome)?;
    let day = day_cua(&van_ban.co_quan, van_ban.loai, draft.ngay).map_err(|fault| vec![fault])?;
    let dau = day.so_dau(&van_ban.co_quan);
    let so = draft.so.unwrap_or_else(|| doc.cai.so_ke_tiep(&day, dau));
    doc.cai.phat_hanh_duoc(&day, so, draft.ngay, dau)?;
    let so_hieu = SoHieu { so, ky_hieu: van_ban.so_ky_hieu.ky_hieu().to_owned() };
    doc.cai.mot_day(&day, &so_hieu.ky_hieu).map_err(|fault| vec![fault])?;
    let dich = dich(&day, &so_hieu);
    if kho.co(&dich) {
        return Err(vec![da_co(&kho.duong_dan(&dich))]);
    }
    quan_he(request, &doc.cai, draft, outcome)?;
    Ok(SapPhatHanh {
        so,
        ngay: draft.ngay.to_string(),
        ten: format!("{} {}", van_ban.loai.ten(), van_ban.trich_yeu).trim().to_owned(),
        nguoi_ky: van_ban.nguoi_ky.iter().map(|nguoi| nguoi.ho_ten().to_string()).collect(),
        noi_nhan: cot(van_ban, &day, &so_hieu, draft.ngay).noi_nhan,
        thu_muc: kho.duong_dan(&dich),
        so_moi: doc.do_dai == 0,
        dang_giu: dang_giu(&doc.cai, &day),
        so_hieu: so_hieu.to_string(),
    })
}

fn dang_giu(cai: &SoCai, day: &Day) -> Vec<String> {
    let kept = cai.cua_day(day).filter(|muc| muc.trang_thai == TrangThai::Giu);
    kept.map(|muc| match muc.dong.ghi_chu.as_str() {
        "" => muc.so_hieu.to_string(),
        why => format!("{} ({why})", muc.so_hieu),
    })
    .collect()
}
