//! Sổ đến: the book of incoming papers as rows of a table.

use std::collections::BTreeSet;
use std::path::Path;

use super::so_di::noi;
use crate::diagnostic::Diagnostic;
use crate::jobs::incoming::{IncomingPlace, kho_den};
use crate::model::Ngay;
use crate::records::phat_hanh::kho::Kho;
use crate::records::so_den::{SoDenTrenDia, TinhTrangDen, doc_so_den, hang_den};

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
    /// Its years, and whether each is closed.
    pub nam: BTreeSet<(i32, bool)>,
    /// What is wrong with it.
    pub sai: Vec<Diagnostic>,
}

/// The place of one of the folder's incoming books.
pub fn noi_den(thu_muc: &Path, mat: bool) -> IncomingPlace {
    IncomingPlace { so: noi(thu_muc), mat }
}

pub(super) fn so_den_cua(thu_muc: &Path, mat: bool) -> Result<(Kho, SoDenTrenDia), Diagnostic> {
    let (kho, _) = kho_den(&noi_den(thu_muc, mat));
    let doc = {
        let _khoa = kho.khoa_doc()?;
        doc_so_den(&kho)?
    };
    Ok((kho, doc))
}

/// All papers; `ngay` is the day that lateness is reckoned on.
pub fn so_den(thu_muc: &Path, mat: bool, ngay: Option<Ngay>) -> Result<SoDenHien, Diagnostic> {
    let (kho, doc) = so_den_cua(thu_muc, mat)?;
    let sai = if doc.sai.is_empty() { doc.ngoai_so(&kho) } else { doc.sai };
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
    let years = doc.cai.cac_nam().into_iter().map(|nam| (nam, doc.cai.da_khoa(nam)));
    Ok(SoDenHien { hang, nam: years.collect(), sai })
}
