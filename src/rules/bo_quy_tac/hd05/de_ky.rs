//! How authority and posts are written in the Party's papers (I.7.1).

use crate::model::de_ky::{DeKy, QuyenHan};

pub static DE_KY: DeKy = DeKy {
    // The Party has no mark of an authorisation in person: who is authorised signs by order (I.7.1.1.c).
    ky_hieu: &[
        (QuyenHan::ThayMat, "T/M"),
        (QuyenHan::KyThay, "K/T"),
        (QuyenHan::ThuaLenh, "T/L"),
        (QuyenHan::Quyen, "Q."),
    ],
    ky_hieu_khac: &[("TUQ", QuyenHan::ThuaLenh)],
    cach_viet: "có dấu gạch chéo",
    tap_the: TAP_THE,
    thu_truong: THU_TRUONG,
    chuc_vu: CHUC_VU,
    lanh_dao_tap_the: &["TỔNG BÍ THƯ", "PHÓ BÍ THƯ", "BÍ THƯ"],
    khong_chuc_vu: &["BỘ CHÍNH TRỊ", "BAN BÍ THƯ", "ĐOÀN CHỦ TỊCH"],
    khong_kem_ten: KHONG_KEM_TEN,
    // A steering body with a seal of its own is in its head's post (I.7.1.4.đ.i); the others are parts of a post.
    duoc_kem: &["CHỈ ĐẠO", "THƯỜNG TRỰC", "PHỤ TRÁCH"],
    noi_chuc_vu: &["kiêm"],
    thua_lenh_tap_the: true,
    cap_pho_truc_tiep: true,
    truoc_ho_ten: TRUOC_HO_TEN,
    ngoai_le_ho_ten: "",
    vi_du: "BAN THƯỜNG VỤ",
    thu_tu: "T/M (tập thể), chức vụ người ký",
};

/// Bodies that are signed for (I.7.1.1.a; I.7.1.4.a, b).
const TAP_THE: &[&str] = &[
    "ĐẠI HỘI",
    "ĐOÀN ",
    "BAN THẨM TRA",
    "BAN KIỂM PHIẾU",
    "BAN CHẤP HÀNH",
    "BỘ CHÍNH TRỊ",
    "BAN BÍ THƯ",
    "BAN THƯỜNG VỤ",
    "THƯỜNG TRỰC",
    "TỈNH UỶ",
    "TỈNH ỦY",
    "THÀNH UỶ",
    "THÀNH ỦY",
    "ĐẢNG UỶ",
    "ĐẢNG ỦY",
    "QUÂN UỶ",
    "QUÂN ỦY",
    "CHI UỶ",
    "CHI ỦY",
    "CHI BỘ",
    "UỶ BAN",
    "ỦY BAN",
    "HỘI ĐỒNG",
];

/// Bodies that a head leads (I.7.1.1.b).
const THU_TRUONG: &[&str] = &[
    "VĂN PHÒNG",
    "BAN TỔ CHỨC",
    "BAN TUYÊN GIÁO",
    "BAN NỘI CHÍNH",
    "BAN XÂY DỰNG ĐẢNG",
    "BAN CHỈ ĐẠO",
    "TIỂU BAN",
    "CƠ QUAN ",
    "BÁO ",
    "TRƯỜNG CHÍNH TRỊ",
    "TRUNG TÂM CHÍNH TRỊ",
];

/// Words by which a post is known.
const CHUC_VU: &[&str] = &[
    "TỔNG BÍ THƯ",
    "BÍ THƯ",
    "PHÓ ",
    "UỶ VIÊN",
    "ỦY VIÊN",
    "CHÁNH ",
    "CHỦ NHIỆM",
    "CHỦ TỊCH",
    "CHỦ TRÌ",
    "NGƯỜI ",
    "TRƯỞNG ",
    "GIÁM ĐỐC",
    "TỔNG GIÁM ĐỐC",
    "TỔNG BIÊN TẬP",
    "HIỆU TRƯỞNG",
    "VIỆN TRƯỞNG",
    "CỤC TRƯỞNG",
    "VỤ TRƯỞNG",
    "TỔ TRƯỞNG",
];

/// Posts without the name of their body (I.7.1.2), the longer ones first.
const KHONG_KEM_TEN: &[&str] = &[
    "PHÓ CHÁNH VĂN PHÒNG",
    "CHÁNH VĂN PHÒNG",
    "PHÓ CHỦ NHIỆM",
    "CHỦ NHIỆM",
    "PHÓ TRƯỞNG BAN",
    "TRƯỞNG BAN",
    "PHÓ BÍ THƯ",
    "BÍ THƯ",
    "PHÓ GIÁM ĐỐC",
    "GIÁM ĐỐC",
    "PHÓ HIỆU TRƯỞNG",
    "HIỆU TRƯỞNG",
];

/// Ranks and honours, which never stand before a name (I.7.1.3).
const TRUOC_HO_TEN: &[&str] = &[
    "Đại tướng",
    "Thượng tướng",
    "Trung tướng",
    "Thiếu tướng",
    "Đại tá",
    "Thượng tá",
    "Trung tá",
    "Thiếu tá",
    "Đại uý",
    "Đại úy",
    "Bác sĩ",
    "Kỹ sư",
    "Luật sư",
    "Nhà giáo",
    "Anh hùng",
];
