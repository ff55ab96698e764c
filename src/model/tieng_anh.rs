//! The head's names in English, for papers that go abroad: the office's own data, since only its rules say how its name is
//! translated (Thông tư 05/2026/TT-BNG, from 15 August 2026; Thông tư 03/2009/TT-BNG before).

use serde::Serialize;

use super::{Loi, TenCoQuan};

/// What stands under the Vietnamese lines of a head.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TenTiengAnh {
    /// The office's own words for the lines at the upper right; those of its rules where it has none.
    pub tieu_de: Option<Vec<Loi>>,
    /// The superior's name, upper case.
    pub co_quan_chu_quan: Option<TenCoQuan>,
    /// The issuer's, upper case.
    pub co_quan_ban_hanh: TenCoQuan,
}

impl TenTiengAnh {
    /// Of several offices that issue together; the first leads.
    pub fn lien_tich(tat_ca: &[&Self]) -> Option<Self> {
        let (dau, _) = tat_ca.split_first()?;
        let chung = tat_ca.iter().all(|own| own.co_quan_chu_quan == dau.co_quan_chu_quan);
        Some(Self {
            tieu_de: dau.tieu_de.clone(),
            co_quan_chu_quan: dau.co_quan_chu_quan.clone().filter(|_| chung),
            co_quan_ban_hanh: TenCoQuan::LienTich(
                tat_ca.iter().map(|own| own.co_quan_ban_hanh.clone()).collect(),
            ),
        })
    }
}
