//! Sổ đi: the register of outgoing papers as rows of a table.

use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::{RegisterPlace, kho_cua};
use crate::records::phat_hanh::so_tren_dia::doc_so;
use crate::records::so_dang_ky::hang;

/// A number with its year and the ten columns of Phụ lục IV.
pub struct HangSo {
    pub nam: i32,
    pub cot: [String; 10],
}

/// All numbers, the newest first, and what is wrong with the register.
pub fn so_di(thu_muc: &Path) -> Result<(Vec<HangSo>, Vec<Diagnostic>), Diagnostic> {
    let place = RegisterPlace { so_sach: None, ho_so: Some(thu_muc.to_owned()) };
    let (kho, _) = kho_cua(&place);
    let _khoa = kho.khoa_doc()?;
    let doc = doc_so(&kho)?;
    let rows = doc.cai.tat_ca().map(|muc| HangSo { nam: muc.dong.day.nam, cot: hang(muc) });
    let mut rows: Vec<HangSo> = rows.collect();
    rows.reverse();
    Ok((rows, doc.sai))
}
