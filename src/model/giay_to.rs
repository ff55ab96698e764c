//! Giấy tờ của một đợt: the letters and papers around a trip, made from the trip's own data.

use std::sync::Arc;

use super::{Chuyen, DauMoi, Mau, Nhom, ThanhVien};

/// A paper of a trip.
#[derive(Debug, Clone, PartialEq)]
pub struct GiayTo {
    /// The declaration of its kind: its template and what the clerk adds.
    pub mau: Arc<Mau>,
    pub chuyen: Chuyen,
    /// The host that it is about; none for a paper about the whole trip.
    pub noi: Option<usize>,
    pub dau_moi: Vec<DauMoi>,
    pub truong: Nhom,
}

/// How the head of a delegation is called in its list.
const TRUONG_DOAN: &str = "trưởng đoàn";

impl GiayTo {
    /// The keys in a trip's file that ask for a paper.
    pub const KHOA: &[&str] = &["cong_van", "quyet_dinh", "giay_gioi_thieu", "giay_moi"];

    /// The word by which the declaration of such a paper is found.
    pub fn khoa_mau(khoa: &str) -> String {
        format!("dot_{khoa}")
    }

    /// Whether a declaration is that of a trip's paper, which is no kind of its own.
    pub fn la_cua_dot(mau: &Mau) -> bool {
        Self::KHOA.iter().any(|khoa| mau.khoa.contains(&Self::khoa_mau(khoa)))
    }

    /// The head of the delegation.
    pub fn truong_doan(&self) -> Option<&ThanhVien> {
        let leads = |n: &&ThanhVien| {
            n.vai_tro.as_ref().is_some_and(|v| v.to_lowercase().starts_with(TRUONG_DOAN))
        };
        self.chuyen.doan.iter().find(leads)
    }
}
