//! Offices of the two levels of local government.

use super::{Kieu, kieu};

const LUAT: &str = "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025";
const LUAT_QUOC_HOI: &str = "Luật Tổ chức Quốc hội ngày 20 tháng 11 năm 2014";

/// The offices of a province.
pub(super) const CAP_TINH: &[Kieu] = &[
    kieu!(
        "ubnd-tinh",
        "ubnd-tinh",
        "Ủy ban nhân dân tỉnh",
        "pho_chu_tich",
        [
            "Ủy ban nhân dân tỉnh Đồng Tháp",
            "Bộ Nội vụ",
            "Sở Nội vụ",
            "Chủ tịch Ủy ban nhân dân tỉnh",
            LUAT,
            "VP",
        ]
    ),
    kieu!(
        "so",
        "so",
        "Sở, cơ quan chuyên môn thuộc UBND tỉnh",
        "giam_doc",
        [
            "Sở Nội vụ tỉnh Đồng Tháp",
            "Ủy ban nhân dân tỉnh",
            "Văn phòng Sở",
            "Giám đốc Sở",
            LUAT,
            "VP",
        ]
    ),
    kieu!(
        "hdnd-tinh",
        "hdnd-tinh",
        "Hội đồng nhân dân tỉnh",
        "chu_tich",
        [
            "Hội đồng nhân dân tỉnh Đồng Tháp",
            "Ủy ban nhân dân tỉnh",
            "Văn phòng Đoàn ĐBQH và HĐND tỉnh",
            "Chủ tịch Hội đồng nhân dân tỉnh",
            LUAT,
            "VP",
        ]
    ),
    kieu!(
        "thuong-truc-hdnd",
        "thuong-truc-hdnd",
        "Thường trực HĐND tỉnh",
        "pho_chu_tich",
        [
            "Thường trực Hội đồng nhân dân tỉnh Đồng Tháp",
            "Ủy ban nhân dân tỉnh",
            "Văn phòng Đoàn ĐBQH và HĐND tỉnh",
            "Chủ tịch Hội đồng nhân dân tỉnh",
            LUAT,
            "VP",
        ]
    ),
    kieu!(
        "thuong-truc-hdnd-b",
        "thuong-truc-hdnd-b",
        "Thường trực HĐND tỉnh, ghi THƯỜNG TRỰC dưới tên HĐND ở đầu trang",
        "pho_chu_tich",
        [
            "Thường trực Hội đồng nhân dân tỉnh Đồng Tháp",
            "Ủy ban nhân dân tỉnh",
            "Văn phòng Đoàn ĐBQH và HĐND tỉnh",
            "Chủ tịch Hội đồng nhân dân tỉnh",
            LUAT,
            "VP",
        ]
    ),
    kieu!(
        "ban-hdnd",
        "ban-hdnd",
        "Ban của HĐND tỉnh",
        "truong_ban",
        [
            "Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh Đồng Tháp",
            "Ủy ban nhân dân tỉnh",
            "Phòng Công tác Hội đồng nhân dân",
            "Trưởng Ban",
            LUAT,
            "CTHĐND",
        ]
    ),
    kieu!(
        "doan-dbqh",
        "doan-dbqh",
        "Đoàn đại biểu Quốc hội tỉnh",
        "truong_doan",
        [
            "Đoàn đại biểu Quốc hội tỉnh Đồng Tháp",
            "Ủy ban nhân dân tỉnh",
            "Phòng Công tác Quốc hội",
            "Trưởng Đoàn đại biểu Quốc hội",
            LUAT_QUOC_HOI,
            "CTQH",
        ]
    ),
    kieu!(
        "van-phong",
        "van-phong",
        "Văn phòng Đoàn ĐBQH và HĐND tỉnh",
        "chanh_van_phong",
        [
            "Văn phòng Đoàn ĐBQH và HĐND tỉnh Đồng Tháp",
            "Sở Tài chính",
            "Phòng Hành chính, Tổ chức, Quản trị",
            "Chánh Văn phòng",
            LUAT,
            "HCTCQT",
        ]
    ),
];

/// The offices of a commune, a ward or a special zone.
pub(super) const CAP_XA: &[Kieu] = &[
    kieu!(
        "ubnd",
        "cap-xa/ubnd",
        "Ủy ban nhân dân {cap}",
        "chu_tich",
        [
            "Ủy ban nhân dân {xa}",
            "Sở Nội vụ",
            "Phòng Văn hóa - Xã hội",
            "Chủ tịch Ủy ban nhân dân {cap}",
            LUAT,
            "VP",
        ]
    ),
    kieu!(
        "hdnd",
        "cap-xa/hdnd",
        "Hội đồng nhân dân {cap}",
        "chu_tich",
        [
            "Hội đồng nhân dân {xa}",
            "Ủy ban nhân dân {cap}",
            "Văn phòng HĐND và UBND {cap}",
            "Chủ tịch Hội đồng nhân dân {cap}",
            LUAT,
            "VP",
        ]
    ),
    kieu!(
        "thuong-truc-hdnd",
        "cap-xa/thuong-truc-hdnd",
        "Thường trực HĐND {cap}",
        "chu_tich",
        [
            "Thường trực Hội đồng nhân dân {xa}",
            "Ủy ban nhân dân {cap}",
            "Văn phòng HĐND và UBND {cap}",
            "Chủ tịch Hội đồng nhân dân {cap}",
            LUAT,
            "VP",
        ]
    ),
    kieu!(
        "van-phong",
        "cap-xa/van-phong",
        "Văn phòng HĐND và UBND {cap}",
        "chanh_van_phong",
        [
            "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {xa}",
            "Ủy ban nhân dân {cap}",
            "Bộ phận Văn thư, Lưu trữ",
            "Chánh Văn phòng",
            LUAT,
            "VTLT",
        ]
    ),
    kieu!(
        "phong",
        "cap-xa/phong-kinh-te",
        "Phòng {phong} thuộc UBND {cap}",
        "truong_phong",
        [
            "Phòng {phong} {xa}",
            "Ủy ban nhân dân {cap}",
            "Bộ phận Tổng hợp",
            "Trưởng phòng",
            LUAT,
            "TH",
        ]
    ),
    kieu!(
        "phong-van-hoa",
        "cap-xa/phong-van-hoa",
        "Phòng Văn hóa - Xã hội thuộc UBND {cap}",
        "truong_phong",
        [
            "Phòng Văn hóa - Xã hội {xa}",
            "Ủy ban nhân dân {cap}",
            "Bộ phận Tổng hợp",
            "Trưởng phòng",
            LUAT,
            "TH",
        ]
    ),
    kieu!(
        "trung-tam",
        "cap-xa/trung-tam",
        "Trung tâm Phục vụ hành chính công {cap}",
        "giam_doc",
        [
            "Trung tâm Phục vụ hành chính công {xa}",
            "Ủy ban nhân dân {cap}",
            "Bộ phận Tiếp nhận hồ sơ",
            "Giám đốc Trung tâm",
            LUAT,
            "TN",
        ]
    ),
];
