//! Thư mục đến: what the kept folders tell of the papers whose lines are lost.

use std::collections::BTreeMap;

use super::dong_so::{self, DongGocDen};
use super::goi_den::{dau_tep, dich_den};
use super::so_cai_den::SoCaiDen;
use super::so_den_hieu::SoDen;
use crate::diagnostic::Diagnostic;
use crate::model::Ngay;
use crate::records::phat_hanh::bang_ke::{self, BangKe, dau_bang_ke};
use crate::records::phat_hanh::kho::Kho;
use crate::records::so_dang_ky::dau::bam;

/// A folder that is whole by its own list of files.
pub struct ThuMucDen {
    pub dich: String,
    /// The book's lines about the paper; of a folder of before none.
    pub dong: Vec<DongGocDen>,
    /// The mark of its list of files.
    pub bang_ke: String,
    /// The day it came, by that list.
    pub ngay: Option<Ngay>,
    /// The file that came, where there is but one, and its mark.
    pub tep: Option<String>,
    pub dau_tep: String,
}

/// All folders; those whose number is missing from `cai` must be whole.
pub fn cac_thu_muc(
    kho: &Kho,
    cai: &SoCaiDen,
) -> Result<BTreeMap<SoDen, ThuMucDen>, Vec<Diagnostic>> {
    let (mut all, mut faults) = (BTreeMap::new(), Vec::new());
    for dich in kho.cac_thu_muc().into_iter().filter(|dich| kho.la_ban_phat_hanh(dich)) {
        match mot_thu_muc(kho, &dich) {
            Ok((so_den, own)) => drop(all.insert(so_den, own)),
            Err(_) if so_cua(&dich).is_some_and(|so_den| cai.muc(so_den).is_some()) => {}
            Err(found) => faults.push(found),
        }
    }
    if faults.is_empty() { Ok(all) } else { Err(faults) }
}

/// The number of a folder by its place: `2026/12`.
fn so_cua(dich: &str) -> Option<SoDen> {
    let (nam, so) = dich.split_once('/')?;
    let so_den = SoDen { nam: nam.parse().ok()?, so: so.parse().ok()? };
    (so_den.so > 0 && dich_den(so_den) == dich).then_some(so_den)
}

fn mot_thu_muc(kho: &Kho, dich: &str) -> Result<(SoDen, ThuMucDen), Diagnostic> {
    let hong = |what: &str| {
        let message = format!(
            "{}: {what}, nên không dựng được dòng sổ của thư mục này",
            kho.duong_dan(dich).display()
        );
        let thu_muc = kho.quyen().thu_muc;
        let hint = format!(
            "lấy lại thư mục từ bản lưu; không có thì chuyển nó ra khỏi {thu_muc}, sổ sẽ giữ chỗ cho số của nó"
        );
        Diagnostic::error("bad-manifest", message).hint(hint)
    };
    let so_den = so_cua(dich).ok_or_else(|| hong("tên không phải là một số đến"))?;
    let list = kho.doc_tep(dich, bang_ke::TEP).unwrap_or_default();
    let read = BangKe::doc(&list).ok_or_else(|| hong("bảng kê không đọc được"))?;
    let mut came = Vec::new();
    for (ten, told) in &read.tep {
        let bytes = kho.doc_tep(dich, ten).filter(|bytes| bam(bytes) == *told);
        let bytes = bytes.ok_or_else(|| hong(&format!("tệp {ten} không còn như khi nhận")))?;
        came.push((ten.clone(), dau_tep(&bytes)));
    }
    if read.so_hieu != so_den.to_string() {
        return Err(hong(&format!(
            "bảng kê là của số {}, không phải của thư mục này",
            read.so_hieu
        )));
    }
    let mark = dau_bang_ke(&list);
    let mut dong = dong_so::doc(kho, dich);
    // The copy of the lines says which list the folder has; one that says another is of another folder.
    if dong.iter().any(|line| line.dong.viec.mo_so() && line.dong.bang_ke != mark) {
        dong.clear();
    }
    let own = came.iter().filter(|(ten, _)| !ten.ends_with(DUOI_DAU)).cloned();
    let mut own: Vec<(String, String)> = own.collect();
    let (tep, dau_tep) = match (own.pop(), own.is_empty()) {
        (Some((ten, dau)), true) => (Some(ten), dau),
        _ => (None, String::new()),
    };
    let ngay = Ngay::parse(&read.ngay_ban_hanh).ok();
    Ok((so_den, ThuMucDen { dich: dich.to_owned(), dong, bang_ke: mark, ngay, tep, dau_tep }))
}

/// What stands behind the name of a stamped copy.
pub const DUOI_DAU: &str = "-dau-den.pdf";
