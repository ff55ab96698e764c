//! Schools.

use super::{Kieu, kieu};

const LUAT_GIAO_DUC: &str = "Luật Giáo dục ngày 14 tháng 6 năm 2019";

/// Schools: the first three stand under the commune, the last under the Sở.
pub(super) const TRUONG: &[Kieu] = &[
    kieu!(
        "truong-mam-non",
        "truong/mam-non",
        "Trường mầm non",
        "hieu_truong",
        [
            "Trường Mầm non Mỹ Thọ",
            "Ủy ban nhân dân xã",
            "Tổ Văn phòng",
            "Hiệu trưởng",
            LUAT_GIAO_DUC,
            "VP",
        ]
    ),
    kieu!(
        "truong-tieu-hoc",
        "truong/tieu-hoc",
        "Trường tiểu học",
        "hieu_truong",
        [
            "Trường Tiểu học Mỹ Thọ",
            "Ủy ban nhân dân xã",
            "Tổ Văn phòng",
            "Hiệu trưởng",
            LUAT_GIAO_DUC,
            "VP",
        ]
    ),
    kieu!(
        "truong-thcs",
        "truong/thcs",
        "Trường trung học cơ sở",
        "hieu_truong",
        [
            "Trường Trung học cơ sở Mỹ Thọ",
            "Ủy ban nhân dân xã",
            "Tổ Văn phòng",
            "Hiệu trưởng",
            LUAT_GIAO_DUC,
            "VP",
        ]
    ),
    kieu!(
        "truong-thpt",
        "truong/thpt",
        "Trường trung học phổ thông",
        "hieu_truong",
        [
            "Trường Trung học phổ thông Cao Lãnh",
            "Sở Giáo dục và Đào tạo",
            "Tổ Văn phòng",
            "Hiệu trưởng",
            LUAT_GIAO_DUC,
            "VP",
        ]
    ),
];
