//! Builds an issued document again, from the YAML that was kept and the number and date of its record.

use std::collections::BTreeMap;
use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::jobs::tep_phat_hanh::{DungCu, VanBanDaCoSo};
use crate::reading::source::{self, Cay, MauRieng};
use crate::records::phat_hanh::phieu::{NGUON, PhieuPhatHanh, TEP_PHIEU};
use crate::rules::check::check;

/// What the kept YAML makes: the files under the names that they have in the folder.
pub type DungLai = BTreeMap<String, Vec<u8>>;

pub fn dung_lai(
    folder: &Path,
    cay: &Cay,
    mau_chung: &MauRieng,
    dung_cu: DungCu,
) -> Result<DungLai, Vec<Diagnostic>> {
    let record = ban_ghi(folder, cay)?;
    let thu_muc = folder.join(NGUON);
    let mut nguon = source::read_ho_so(&thu_muc)?;
    nguon.mau = mau_chung.phu(&nguon.mau);
    let ket_qua = check(&nguon, &|c| dung_cu.fonts.has(c));
    let found = ket_qua.van_ban.into_iter().find(|t| t.ten == record.van_ban);
    let Some(mut van_ban) = found.and_then(|t| t.van_ban) else {
        let message = format!(
            "nguồn đã lưu ở {} không dựng lại được văn bản “{}”",
            thu_muc.display(),
            record.van_ban
        );
        let own =
            Diagnostic::error("rebuilt-differs", message).hint("lấy lại các tệp YAML từ bản lưu");
        let faults = ket_qua.diagnostics.into_iter().filter(Diagnostic::is_error);
        return Err(std::iter::once(own).chain(faults).collect());
    };
    record.dien(&mut van_ban);
    let stem = cay.keys().find_map(|ten| ten.strip_suffix(".pdf").filter(|ten| !ten.contains('/')));
    let tep_tron: Vec<_> = nguon.tron.keys().filter_map(|ten| nguon.tep_tron(ten)).collect();
    let ban = VanBanDaCoSo {
        ten: stem.unwrap_or(&record.van_ban),
        van_ban: &van_ban,
        nguon: nguon.tep.iter().chain(&nguon.md).chain(&tep_tron).collect(),
        mau: &nguon.mau,
        cach: record.cach,
        so_ban: record.so_ban,
    };
    let made = ban.lam(dung_cu)?.tep.into_iter();
    Ok(made.map(|file| (file.path.display().to_string(), file.bytes)).collect())
}

fn ban_ghi(folder: &Path, cay: &Cay) -> Result<PhieuPhatHanh, Vec<Diagnostic>> {
    let record = cay.get(TEP_PHIEU).and_then(Option::as_deref).and_then(PhieuPhatHanh::doc);
    record.ok_or_else(|| {
        let message = format!("{} không đọc được", folder.join(TEP_PHIEU).display());
        vec![Diagnostic::error("bad-manifest", message).hint("lấy lại tệp từ bản lưu")]
    })
}
