//! What this set says of a Word file beyond measures and looks (I.9.2, II.1, IV.3, IV.5.1). Its second appendix has no
//! row for the head of an appendix, nor for heads that are counted `I.`, so neither is held against a look.

use crate::model::cach_soat::{CachSoat, KhoGiay, TenCoQuan};

pub const SOAT: CachSoat = CachSoat {
    tieu_de: ("tiêu đề", "tieu_de"),
    ten_van_ban: "văn bản của Đảng",
    truoc_do: "Hướng dẫn 36-HD/VPTW, không có ở đây",
    kho_giay: &[KhoGiay::A4, KhoGiay::A5],
    so_trang_cach_mep: true,
    kieu_phu_luc: false,
    chi_dan_phu_luc: true,
    thut_khoang_mm: 1.5,
    la_ma_dam_hoa: false,
    xet_de_ky: true,
    nhu_tren: true,
    mau_quyet: false,
    vi_du_luu: "- Lưu Văn phòng ….",
    ten_co_quan: TenCoQuan { tren: TREN, ngang: &["so ", "ubnd", "mat tran"], duoi: DUOI },
};

/// Bodies with others under them (I.2.1).
const TREN: &[&str] =
    &["ban chap hanh", "tinh uy", "thanh uy", "dang bo", "dang uy", "dai hoi", "quan uy"];

const DUOI: &[&str] = &[
    "van phong",
    "ban ",
    "uy ban kiem tra",
    "co quan ",
    "dang uy",
    "chi bo",
    "hoi dong",
    "tieu ban",
    "doan chu tich",
    "doan thu ky",
    "truong ",
    "trung tam",
    "bao ",
];
