//! `register rebuild`: the register is lost or has lost lines, and is made again from what is left.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::{RegisterPlace, kho_cua};
use crate::jobs::{Means, Outcome, duong_dan, means};
use crate::model::CoQuan;
use crate::reading::source;
use crate::records::phat_hanh::chung::Chung;
use crate::records::phat_hanh::dung_so::{SoDungLai, ban_chep, doc_ban_chep, dung_so};
use crate::records::phat_hanh::kho::KhoKhoa;
use crate::records::phat_hanh::khoi_phuc::khoi_phuc;
use crate::records::phat_hanh::so_tren_dia::doc_so;
use crate::records::so_dang_ky::{Day, So, SoCai};

/// Which register, and what else there is of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RebuildRequest {
    /// A copy of the register from elsewhere, older or not.
    #[serde(with = "duong_dan")]
    pub tu: Option<PathBuf>,
    pub place: RegisterPlace,
}

/// Makes the register again; what was there is kept beside it.
pub(super) fn rebuild(
    request: &RebuildRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let one = |fault| vec![fault];
    let (kho, offices) = kho_cua(&request.place);
    let cu = request.tu.as_deref().map(|path| doc_cu(path, kho.quyen().tep_so)).transpose()?;
    let Some(kho) = kho.khoa(&|| means.cancel.asked()).map_err(one)? else {
        return Err(vec![means::interrupted("dựng lại", &format!("sổ {}", kho.ten_so()))]);
    };
    let ended = means.cancel.hold(|| khoi_phuc(&kho)).map_err(one)?;
    outcome.notes.extend(ended.iter().map(|ended| ended.loi()));
    let doc = doc_so(&kho).map_err(one)?;
    let dau = |day: &Day| so_dau(&offices, day);
    let cu = cu.or_else(|| ban_chep(&kho, &doc.so));
    let Some(moi) = dung_so(&kho, &doc, cu.as_ref(), &dau)? else {
        let ten = kho.ten_so();
        outcome
            .lines
            .push(format!("sổ {ten} còn nguyên, {} dòng; không dựng lại", doc.so.dong.len()));
        return Ok(());
    };
    let kept = means.cancel.hold(|| thay(&kho, &moi)).map_err(one)?;
    outcome.notes.extend(moi.ke);
    outcome.notes.push(format!("sổ và chứng của trước khi dựng lại, nếu có, giữ ở {kept}"));
    outcome.lines.push(format!(
        "đã dựng lại sổ {}: {} dòng, trong đó {} dòng nguyên văn như cũ; xem lại bằng vanthu register list, rồi vanthu \
         register check",
        kho.ten_so(),
        moi.so_dong,
        moi.nguyen_van
    ));
    Ok(())
}

fn doc_cu(path: &Path, tep_so: &str) -> Result<So, Vec<Diagnostic>> {
    let bytes = source::read_dinh_kem(path)?;
    doc_ban_chep(&bytes, path, tep_so).map_err(|fault| vec![fault])
}

fn so_dau(offices: &[CoQuan], day: &Day) -> u64 {
    let own = offices.iter().find(|c| c.ky_hieu == day.co_quan);
    own.map_or(1, |c| day.so_dau(c))
}

/// The new register in its place, and its witness; where the old ones are kept.
fn thay(kho: &KhoKhoa, moi: &SoDungLai) -> Result<String, Diagnostic> {
    let kept = kho.ten_giu_lai("so-dang-ky.truoc-khi-dung-lai");
    kho.thay_so(&moi.text, &kept)?;
    let (so, _) = So::doc(&moi.text, &kho.ten_so());
    let (cai, _) = SoCai::tu(&so);
    kho.viet_chung(Chung::cua(&so, &cai).viet().as_bytes())?;
    kho.viet_ban_chep()?;
    Ok(kept)
}
