//! Liên quan: what later documents did to an issued one, told in its own folder. The register says so
//! too; this file is made from it, so that nobody who opens the folder takes the paper for one in force.

use super::goi::dich;
use super::kho::{Kho, KhoKhoa};
use super::y_dinh::cac_dong;
use crate::diagnostic::Diagnostic;
use crate::records::so_dang_ky::{Dong, Muc, So, SoCai, SoHieu, TrangThai, Viec};

/// The one file of an issued folder that comes later.
pub const TEP: &str = "lien-quan.txt";

/// What a line says of a number that is void.
const DA_HUY: &str = "đã huỷ:";

/// What it says; none for a document that nothing happened to.
pub fn loi(muc: &Muc) -> Option<String> {
    let mut lines: Vec<String> = muc
        .bi
        .iter()
        .map(|(loai, so_hieu, ky)| {
            format!("Văn bản {} {} {so_hieu} ({}).\n", muc.so_hieu, loai.bi_dong(), ky.goi())
        })
        .collect();
    if muc.trang_thai == TrangThai::Huy {
        let why = muc.ly_do_huy.as_deref().unwrap_or_default();
        lines.push(format!("Số {} {DA_HUY} {why}.\n", muc.so_hieu));
    }
    (!lines.is_empty()).then(|| lines.concat())
}

/// Why the number is void, as such a file says it.
pub fn ly_do_huy(text: &str, so_hieu: &SoHieu) -> Option<String> {
    let begins = format!("Số {so_hieu} {DA_HUY} ");
    let line = text.lines().find_map(|line| line.strip_prefix(&begins))?;
    Some(line.strip_suffix('.').unwrap_or(line).to_owned())
}

/// Brings the files of all folders into line with the register, whatever lines came last: few have one. One that has
/// nothing to say any more, since what it told of was made void by those lines, goes.
pub fn cap_nhat(kho: &KhoKhoa, them: &str) -> Result<(), Diagnostic> {
    let cai = so_cai(kho)?;
    let lines = cac_dong::<Dong>(them).unwrap_or_default();
    let void = lines.iter().filter(|dong| dong.viec == Viec::Huy);
    for muc in void.flat_map(|dong| cai.bi(dong)).filter(|muc| loi(muc).is_none()) {
        kho.bo_kem(&dich(&muc.dong.day, &muc.so_hieu), TEP)?;
    }
    for muc in cai.tat_ca().filter(|muc| muc.co_thu_muc()) {
        let (Some(text), dich) = (loi(muc), dich(&muc.dong.day, &muc.so_hieu)) else { continue };
        if kho.co(&dich) && kho.doc_tep(&dich, TEP).as_deref() != Some(text.as_bytes()) {
            kho.viet_kem(&dich, TEP, text.as_bytes())?;
        }
    }
    Ok(())
}

fn so_cai(kho: &Kho) -> Result<SoCai, Diagnostic> {
    let bytes = kho.doc_so()?;
    let (so, _) = So::doc(&String::from_utf8_lossy(&bytes), &kho.ten_so());
    Ok(SoCai::tu(&so).0)
}
