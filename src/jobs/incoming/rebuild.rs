//! `incoming rebuild`: the incoming book is lost or has lost lines, and is made again from what is left.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::answer::so_da_nhac;
use super::opened::{IncomingPlace, kho_den};
use super::read::doc_tep;
use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::loi_tham_so;
use crate::jobs::{Means, Outcome, duong_dan, means};
use crate::reading::source;
use crate::records::phat_hanh::dung_so::{SoDungLai, ban_chep, doc_ban_chep};
use crate::records::phat_hanh::kho::KhoKhoa;
use crate::records::phat_hanh::khoi_phuc::khoi_phuc;
use crate::records::so_den::{
    ConLai, CotDoc, SoCaiDen, SoDen, SoVanBanDen, doc_so_den, dung_so_den, loi_chung,
    viet_lai_dong_so,
};

/// Which book, and what else is known of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RebuildIncomingRequest {
    /// A copy of the book from elsewhere, older or not.
    #[serde(with = "duong_dan")]
    pub tu: Option<PathBuf>,
    /// The last number that was given, as a stamp or a printed book shows it: `45/2026`.
    pub so_cuoi: Option<String>,
    pub place: IncomingPlace,
}

/// Makes the book again; what was there is kept beside it.
pub(super) fn rebuild(
    request: &RebuildIncomingRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let one = |fault| vec![fault];
    let (kho, _) = kho_den(&request.place);
    let mut da_cap = so_cuoi(request.so_cuoi.as_deref()).map_err(one)?;
    // Read before this book is locked: nobody waits for one lock while holding the other.
    let told = if request.place.mat { Vec::new() } else { so_da_nhac(&kho) };
    let cu = request.tu.as_deref().map(|path| doc_cu(path, kho.quyen().tep_so)).transpose()?;
    let Some(kho) = kho.khoa(&|| means.cancel.asked()).map_err(one)? else {
        return Err(vec![means::interrupted("dựng lại", &format!("sổ {}", kho.ten_so()))]);
    };
    let ended = means.cancel.hold(|| khoi_phuc(&kho)).map_err(one)?;
    outcome.notes.extend(ended.iter().map(|ended| ended.loi()));
    let doc = doc_so_den(&kho).map_err(one)?;
    let cu = cu.or_else(|| ban_chep(&kho, &doc.so));
    if doc.loi_chung.is_some() || cu.is_some() || !da_cap.is_empty() {
        // What the other book names proves no end: it is one thing more that is known.
        da_cap.extend(told);
    }
    let read = |path: &Path| cot_doc(path, means);
    let con = ConLai { kho: &kho, doc: &doc, cu: cu.as_ref(), da_cap: &da_cap, doc_tep: &read };
    let Some(moi) = dung_so_den(&con)? else {
        let (ten, lines) = (kho.ten_so(), doc.so.dong.len());
        outcome.lines.push(format!("sổ {ten} còn nguyên, {lines} dòng; không dựng lại"));
        return Ok(());
    };
    let kept = means.cancel.hold(|| thay(&kho, &moi)).map_err(one)?;
    outcome.notes.extend(moi.ke);
    outcome.notes.push(format!("sổ và chứng của trước khi dựng lại, nếu có, giữ ở {kept}"));
    outcome.lines.push(format!(
        "đã dựng lại sổ {}: {} dòng, trong đó {} dòng nguyên văn như cũ; xem lại bằng vanthu incoming list, rồi vanthu incoming check",
        kho.ten_so(),
        moi.so_dong,
        moi.nguyen_van
    ));
    Ok(())
}

fn so_cuoi(text: Option<&str>) -> Result<Vec<SoDen>, Diagnostic> {
    let Some(text) = text else { return Ok(Vec::new()) };
    match SoDen::doc(text, None).map_err(|fault| loi_tham_so("--so-cuoi", fault))? {
        (so, Some(nam)) => Ok(vec![SoDen { nam, so }]),
        (_, None) => Err(Diagnostic::error("wrong-use", "--so-cuoi: chưa ghi năm của số")
            .hint("ghi số và năm, ví dụ: --so-cuoi 45/2026")),
    }
}

fn doc_cu(path: &Path, tep_so: &str) -> Result<SoVanBanDen, Vec<Diagnostic>> {
    let bytes = source::read_dinh_kem(path)?;
    doc_ban_chep(&bytes, path, tep_so).map_err(|fault| vec![fault])
}

/// What a kept file says of its paper; nobody is told of each doubt.
fn cot_doc(path: &Path, means: &Means) -> CotDoc {
    let bytes = source::read_dinh_kem(path).unwrap_or_default();
    let read = doc_tep(path, &bytes, means, &mut Outcome::default());
    CotDoc {
        tac_gia: read.tac_gia,
        ky_hieu: read.ky_hieu,
        ngay: read.ngay,
        trich_yeu: read.trich_yeu,
    }
}

/// The new book in its place, its witness, the lines in the folders; where the old ones are kept.
fn thay(kho: &KhoKhoa, moi: &SoDungLai) -> Result<String, Diagnostic> {
    let ten = kho.quyen().tep_so.trim_end_matches(".txt");
    let kept = kho.ten_giu_lai(&format!("{ten}.truoc-khi-dung-lai"));
    kho.thay_so(&moi.text, &kept)?;
    let (so, _) = SoVanBanDen::doc(&moi.text, &kho.ten_so());
    let (cai, _) = SoCaiDen::tu(&so);
    kho.viet_chung(loi_chung(kho, &so, &cai).as_bytes())?;
    kho.viet_ban_chep()?;
    viet_lai_dong_so(kho, &so)?;
    Ok(kept)
}
