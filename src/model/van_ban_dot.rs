//! The two documents of a trip.

use serde::Serialize;

use super::kinh_phi::LoaiChi;
use super::{Chu, Chuyen, Loi, Tien};

/// Kế hoạch chi tiết: what is to be done for a trip.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KeHoachChiTiet {
    pub chuyen: Chuyen,
    /// In place of the template's opening, if the clerk wants another.
    pub mo_dau: Option<Chu>,
    pub muc_dich: Vec<Chu>,
    pub phan_cong: Vec<PhanCong>,
    pub dau_moi: Vec<DauMoi>,
    pub to_chuc_thuc_hien: Vec<Chu>,
    /// In place of the template's closing; ends in `./.`.
    pub ket: Option<Chu>,
}

/// A task of the preparation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PhanCong {
    pub viec: Chu,
    pub don_vi: Chu,
    pub thoi_han: Option<Chu>,
}

/// A contact point, by post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DauMoi {
    pub don_vi: Loi,
    pub chuc_danh: Loi,
    pub dien_thoai: Option<Loi>,
}

/// Báo cáo: what came of a trip.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BaoCao {
    pub chuyen: Chuyen,
    pub mo_dau: Option<Chu>,
    pub khai_quat: Vec<Chu>,
    pub tai_cac_tinh: Vec<TaiTinh>,
    pub uu_diem: Vec<Chu>,
    pub han_che: Vec<Chu>,
    pub bai_hoc: Vec<Chu>,
    pub kien_nghi: Vec<KienNghi>,
    pub da_chi: Option<DaChi>,
    pub ket: Option<Chu>,
}

/// What was learnt in a province.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TaiTinh {
    /// `Tỉnh Đắk Lắk`.
    pub ten: Loi,
    /// The hosts there.
    pub don_vi: Vec<Loi>,
    pub noi_dung: Vec<Chu>,
}

/// Proposals to one body.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KienNghi {
    pub voi: Loi,
    pub noi_dung: Vec<Chu>,
}

/// Money spent, by the groups of the budget, with its sum.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DaChi {
    pub nhom: Vec<(LoaiChi, Tien)>,
    pub tong: Tien,
}
