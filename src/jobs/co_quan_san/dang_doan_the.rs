//! Bodies of the Party, the Front and the Youth Union.

use super::{Kieu, kieu};

const DIEU_LE: &str = "Điều lệ Đảng Cộng sản Việt Nam";
const DIEU_LE_DOAN: &str = "Điều lệ Đoàn Thanh niên Cộng sản Hồ Chí Minh";
const LUAT_MAT_TRAN: &str = "Luật Mặt trận Tổ quốc Việt Nam ngày 09 tháng 6 năm 2015";

/// Bodies of the Party and of the Front beside those of a commune.
pub(super) const DANG_DOAN_THE_CAP_XA: &[Kieu] = &[
    kieu!(
        "dang-uy",
        "dang/dang-uy-xa",
        "Đảng uỷ {cap}",
        "bi_thu",
        [
            "Đảng uỷ {xa}",
            "Ban Thường vụ Tỉnh uỷ",
            "Văn phòng Đảng uỷ",
            "Phó Bí thư Đảng uỷ",
            DIEU_LE,
            "VP",
        ]
    ),
    kieu!(
        "mat-tran",
        "doan-the/mat-tran",
        "Ủy ban Mặt trận Tổ quốc Việt Nam {cap}",
        "chu_tich",
        [
            "Ủy ban Mặt trận Tổ quốc Việt Nam {xa}",
            "Ủy ban nhân dân {cap}",
            "Ban Thường trực",
            "Phó Chủ tịch",
            LUAT_MAT_TRAN,
            "BTT",
        ]
    ),
    kieu!(
        "doan-thanh-nien",
        "doan-the/doan-thanh-nien",
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh {cap}",
        "bi_thu",
        [
            "Ban Chấp hành Đoàn {xa}",
            "Ban Thường vụ Tỉnh đoàn",
            "Văn phòng Đoàn",
            "Phó Bí thư Đoàn",
            DIEU_LE_DOAN,
            "VP",
        ]
    ),
];

/// Bodies of the Party that no commune has.
pub(super) const DANG: &[Kieu] = &[
    kieu!(
        "tinh-uy",
        "dang/tinh-uy",
        "Tỉnh uỷ, thành uỷ",
        "bi_thu",
        [
            "Tỉnh uỷ Đồng Tháp",
            "Ban Bí thư Trung ương Đảng",
            "Văn phòng Tỉnh uỷ",
            "Chánh Văn phòng Tỉnh uỷ",
            DIEU_LE,
            "VP",
        ]
    ),
    kieu!(
        "van-phong-tinh-uy",
        "dang/van-phong-tinh-uy",
        "Văn phòng, ban đảng của tỉnh uỷ",
        "chanh_van_phong",
        [
            "Văn phòng Tỉnh uỷ Đồng Tháp",
            "Ban Thường vụ Tỉnh uỷ",
            "Phòng Hành chính",
            "Phó Chánh Văn phòng Tỉnh uỷ",
            DIEU_LE,
            "HC",
        ]
    ),
    kieu!(
        "chi-bo",
        "dang/chi-bo",
        "Chi bộ",
        "bi_thu",
        [
            "Chi bộ Trường Trung học cơ sở Mỹ Thọ",
            "Đảng uỷ xã Mỹ Thọ",
            "Chi uỷ",
            "Phó Bí thư Chi bộ",
            DIEU_LE,
            "CB",
        ]
    ),
];
