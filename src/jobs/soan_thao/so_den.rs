//! Sổ đến: the book of incoming papers as rows of a table.

use std::path::Path;

use super::so_di::noi;
use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::kho_cua;
use crate::model::Ngay;
use crate::records::so_den::{TinhTrangDen, VAN_BAN_DEN, doc_so_den, hang_den};

/// A paper that came, with the ten columns of Phụ lục IV.
pub struct HangDen {
    /// `12/2026`.
    pub so: String,
    pub nam: i32,
    pub cot: [String; 10],
    pub tinh_trang: TinhTrangDen,
    pub han: Option<Ngay>,
    /// How many days it is late on the day that was asked about.
    pub tre: Option<u64>,
}

/// The book as it is shown.
#[derive(Default)]
pub struct SoDenHien {
    /// The newest first.
    pub hang: Vec<HangDen>,
    /// What is wrong with it.
    pub sai: Vec<Diagnostic>,
}

/// All papers; `ngay` is the day that lateness is reckoned on.
pub fn so_den(thu_muc: &Path, ngay: Option<Ngay>) -> Result<SoDenHien, Diagnostic> {
    let kho = kho_cua(&noi(thu_muc)).0.sang(&VAN_BAN_DEN);
    let doc = {
        let _khoa = kho.khoa_doc()?;
        doc_so_den(&kho)?
    };
    let rows = doc.cai.tat_ca().map(|muc| HangDen {
        so: muc.so_den().to_string(),
        nam: muc.so_den().nam,
        cot: hang_den(muc),
        tinh_trang: muc.tinh_trang(),
        han: muc.han(),
        tre: ngay.and_then(|ngay| muc.qua_han(ngay)),
    });
    let mut hang: Vec<HangDen> = rows.collect();
    hang.reverse();
    Ok(SoDenHien { hang, sai: doc.sai })
}
