//! Chuyến: a trip of the plan made exact by its own file.

use super::chu_dau::thuong_dau;
use serde::Serialize;

use super::doan::ThanhVien;
use super::kinh_phi::KinhPhi;
use super::lich_trinh::NgayDi;
use super::{Chu, DiaBan, Loi, Ngay};

/// What the two documents of a trip both need.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chuyen {
    /// Number of the trip in the plan, from 1.
    pub so_dot: usize,
    /// `Kế hoạch số …/KH-HĐND ngày … tháng … năm … của … về …`.
    pub can_cu: String,
    /// The plan's subject without its footnote mark; none for a trip that the plan puts in one sentence.
    pub chu_de: Option<Chu>,
    pub tu: Ngay,
    pub den: Ngay,
    /// The plan's words, which end in a full stop: `Các tỉnh Đắk Lắk, Lâm Đồng.`
    pub dia_diem: Loi,
    pub phuong_tien: Option<Chu>,
    pub doan: Vec<ThanhVien>,
    /// The hosts, in the order of visit.
    pub noi_lam_viec: Vec<NoiLamViec>,
    pub lich_trinh: Vec<NgayDi>,
    pub kinh_phi: Option<KinhPhi>,
}

/// A host, and what the delegation wants to know there.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NoiLamViec {
    pub don_vi: Loi,
    pub dia_ban: DiaBan,
    pub chu_de: Chu,
    pub cau_hoi: Vec<Chu>,
}

impl Chuyen {
    /// Calendar days, travel included.
    pub fn so_ngay(&self) -> u64 {
        self.tu.so_ngay_den(self.den)
    }

    /// `từ ngày 10/4/2023 đến ngày 13/4/2023`.
    pub fn tu_den(&self) -> String {
        match self.tu == self.den {
            true => format!("ngày {}", self.tu),
            false => format!("từ ngày {} đến ngày {}", self.tu, self.den),
        }
    }

    pub fn tong_so_nguoi(&self) -> u64 {
        self.doan.iter().map(|nguoi| nguoi.so_nguoi).fold(0, u64::saturating_add)
    }

    /// What a document of the trip is about, where the clerk leaves it to the program.
    pub fn trich_yeu(&self, dau: &str) -> String {
        let places = thuong_dau(self.dia_diem.trim_end_matches('.'));
        format!("{dau} tại {places} (Đợt {})", self.so_dot)
    }
}
