//! Bodies whose letters in the symbol are settled (I.3.1.2.b), by how their names begin.

use crate::model::dat_ten::KyHieuCoQuan;

pub const KY_HIEU: &[KyHieuCoQuan] = &[
    KyHieuCoQuan::tron("ĐẠI HỘI", "ĐH"),
    KyHieuCoQuan::tron("BAN CHẤP HÀNH TRUNG ƯƠNG", "TW"),
    KyHieuCoQuan::tron("TỈNH UỶ", "TU"),
    KyHieuCoQuan::tron("THÀNH UỶ", "TU"),
    KyHieuCoQuan::tron("ĐẢNG UỶ QUÂN SỰ", "ĐUQS"),
    KyHieuCoQuan::tron("QUÂN UỶ TRUNG ƯƠNG", "QUTW"),
    KyHieuCoQuan::tron("ĐẢNG UỶ CÔNG AN", "ĐUCA"),
    KyHieuCoQuan::tron("ĐẢNG UỶ BIÊN PHÒNG", "ĐUBP"),
    KyHieuCoQuan::tron("ĐẢNG UỶ", "ĐU"),
    KyHieuCoQuan::tron("CHI BỘ", "CB"),
    KyHieuCoQuan::dau("UỶ BAN KIỂM TRA", "UBKT"),
    KyHieuCoQuan::dau("CƠ QUAN UỶ BAN KIỂM TRA", "CQUBKT"),
    KyHieuCoQuan::dau("BAN TUYÊN GIÁO VÀ DÂN VẬN", "BTGDV"),
    KyHieuCoQuan::dau("BAN XÂY DỰNG ĐẢNG", "BXDĐ"),
    KyHieuCoQuan::dau("BAN CHỈ ĐẠO", "BCĐ"),
    KyHieuCoQuan::dau("TIỂU BAN", "TB"),
    KyHieuCoQuan::dau("HỘI ĐỒNG", "HĐ"),
    KyHieuCoQuan::dau("BÁO NHÂN DÂN", "BND"),
    KyHieuCoQuan::dau("TẠP CHÍ CỘNG SẢN", "TCCS"),
    KyHieuCoQuan::dau("HỌC VIỆN CHÍNH TRỊ QUỐC GIA HỒ CHÍ MINH", "HVCTQGHCM"),
    KyHieuCoQuan::dau("ĐÀI TRUYỀN HÌNH VIỆT NAM", "ĐTHVN"),
    KyHieuCoQuan::dau("ĐÀI TIẾNG NÓI VIỆT NAM", "ĐTNVN"),
    KyHieuCoQuan::dau("THÔNG TẤN XÃ VIỆT NAM", "TTXVN"),
    KyHieuCoQuan::dau("VIỆN HÀN LÂM KHOA HỌC XÃ HỘI VIỆT NAM", "VHLKHXHVN"),
    KyHieuCoQuan::dau("VIỆN HÀN LÂM KHOA HỌC VÀ CÔNG NGHỆ VIỆT NAM", "VHLKHCNVN"),
    KyHieuCoQuan::dau("TRƯỜNG CHÍNH TRỊ", "TCT"),
    KyHieuCoQuan::dau("TRUNG TÂM CHÍNH TRỊ", "TTCT"),
    KyHieuCoQuan::dau("CƠ QUAN BÁO VÀ PHÁT THANH", "CQBPTTH"),
];
