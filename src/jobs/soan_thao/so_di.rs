//! Sổ đi: the register of outgoing papers as rows of a table.

use std::collections::BTreeSet;
use std::path::Path;

use super::mot_so::{GoiSo, goi_cua};
use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::{RegisterPlace, kho_cua};
use crate::model::{CoQuan, Ky};
use crate::records::phat_hanh::kho::Kho;
use crate::records::phat_hanh::so_tren_dia::{SoTrenDia, doc_so};
use crate::records::so_dang_ky::{Day, TrangThai, hang};

/// A number with its year and the ten columns of Phụ lục IV.
pub struct HangSo {
    pub goi: GoiSo,
    pub ky: Ky,
    pub trang_thai: TrangThai,
    pub cot: [String; 10],
}

/// The register as it is shown.
#[derive(Default)]
pub struct SoDi {
    /// The newest first.
    pub hang: Vec<HangSo>,
    /// What is wrong with it.
    pub sai: Vec<Diagnostic>,
    /// Books that are there: year, office, whether it is closed.
    pub sach: BTreeSet<(Ky, String, bool)>,
}

/// All numbers.
pub fn so_di(thu_muc: &Path) -> Result<SoDi, Diagnostic> {
    let (_, doc) = so_cua(thu_muc)?;
    let sach = |day: &Day| (day.ky.clone(), day.co_quan.clone(), doc.cai.da_khoa(day));
    let sach = doc.cai.cac_day().into_iter().map(sach).collect();
    let rows = doc.cai.tat_ca().map(|muc| HangSo {
        goi: goi_cua(muc),
        ky: muc.dong.day.ky.clone(),
        trang_thai: muc.trang_thai,
        cot: hang(muc),
    });
    let mut hang: Vec<HangSo> = rows.collect();
    hang.reverse();
    Ok(SoDi { hang, sai: doc.sai, sach })
}

/// The register beside a folder of papers.
pub fn noi(thu_muc: &Path) -> RegisterPlace {
    RegisterPlace { so_sach: None, ho_so: Some(thu_muc.to_owned()), ..RegisterPlace::default() }
}

pub(super) fn so_cua(thu_muc: &Path) -> Result<(Kho, SoTrenDia), Diagnostic> {
    let (kho, _) = kho_cua(&noi(thu_muc));
    let doc = {
        let _khoa = kho.khoa_doc()?;
        doc_so(&kho)?
    };
    Ok((kho, doc))
}

/// A series from which a number may be kept: its office, its kind where each kind has its own, and the next number.
pub struct DaySo {
    pub co_quan: String,
    pub ten: String,
    pub ke_tiep: u64,
}

/// The offices of the folder with the number that comes next in a year; one that numbers each kind by itself has none.
pub fn so_ke_tiep(thu_muc: &Path, ky: &Ky) -> Result<Vec<(DaySo, bool)>, Diagnostic> {
    let (kho, offices) = kho_cua(&noi(thu_muc));
    let doc = {
        let _khoa = kho.khoa_doc()?;
        doc_so(&kho)?
    };
    Ok(offices.iter().map(|office| day_so(office, ky, &doc)).collect())
}

fn day_so(office: &CoQuan, ky: &Ky, doc: &SoTrenDia) -> (DaySo, bool) {
    let day = Day { ky: ky.clone(), co_quan: office.ky_hieu.clone(), loai: None };
    let ke_tiep = doc.cai.so_ke_tiep(&day, day.so_dau(office));
    let theo_loai = office.danh_so.theo != crate::model::TheoGi::Nam;
    (DaySo { co_quan: office.ky_hieu.clone(), ten: office.ten.to_string(), ke_tiep }, theo_loai)
}
