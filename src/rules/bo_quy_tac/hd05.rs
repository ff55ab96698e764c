//! Hướng dẫn 05-HD/VPTW of the Office of the Central Committee, since 27 May 2026: the form of the Party's papers.
//! Clauses are of its Phần II: `I.6.2.2` is mục I, điểm 6.2.2; `PL 2` its second appendix, the table of sizes.

mod can_cu;
mod de_ky;
mod ky_hieu;
mod soat;

use super::nd30::nd30;
use crate::model::LoaiKy;
use crate::model::bo_quy_tac::{CachDaySo, CachSo, QuyTac};
use crate::model::cach_dau::{CachDau, CachVienDan};
use crate::model::dat_ten::CachDiaDanh;
use crate::model::loi_van::LoiVan;
use crate::model::the_thuc::TheThuc;
use crate::model::trinh_bay::{
    CachBanSao, CachDuThao, ChoDiaChi, ConDauSao, KieuChu, KyHieuSoan, NganCach, SauNoiGui,
    SoPhuLuc, TrinhBay,
};
use crate::model::tuy_chon::MienGiaTri::{Khoang, MotTrong};
use crate::model::tuy_chon::TuyChon;

/// The Party's form.
pub static BO: QuyTac = QuyTac {
    khoa: "hd05",
    ten: "Hướng dẫn 05-HD/VPTW",
    tu_ngay: (2026, 5, 27),
    tieu_de: &["ĐẢNG CỘNG SẢN VIỆT NAM"],
    tieu_de_anh: &["COMMUNIST PARTY OF VIET NAM"],
    tieu_de_rieng: true,
    so: CachSo { mo_dau: "Số", sau_so: '-', sau_loai: '/' },
    day_so: CachDaySo { ky: LoaiKy::NhiemKy, moi_loai: true, ban_sao: Some("BS") },
    viet_tat: VIET_TAT,
    the_thuc: hd05,
    tuy_chon: TUY_CHON,
    can_cu: Some(can_cu::CAN_CU),
    de_ky: &de_ky::DE_KY,
    loai: LOAI,
    ky_hieu_co_quan: ky_hieu::KY_HIEU,
    dia_danh: DIA_DANH,
    loi_van: LOI_VAN,
    quy_pham: &[],
    dau: DAU,
    can_cu_kieu: can_cu::CAN_CU_KIEU,
    soat: soat::SOAT,
    them_cho_co_quan: include_str!("../../../templates/khoi-tao/co-quan-them-hd05.yaml"),
};

/// Quy định 399-QĐ/TW of 09 January 2026, which this guidance follows, and the copies (III).
const LOAI: &[&str] = &[
    "nghi_quyet",
    "quyet_dinh",
    "chi_thi",
    "ket_luan",
    "quy_che",
    "quy_dinh",
    "thong_tri",
    "huong_dan",
    "thong_bao",
    "thong_cao",
    "tuyen_bo",
    "loi_keu_goi",
    "bao_cao",
    "ke_hoach",
    "quy_hoach",
    "chuong_trinh",
    "de_an",
    "phuong_an",
    "du_an",
    "to_trinh",
    "cong_van",
    "bien_ban",
    "giay_gioi_thieu",
    "giay_moi",
    "giay_di_duong",
    "giay_nghi_phep",
    "phieu_gui",
    "phieu_chuyen",
    "thu_cong",
    "ban_sao_y",
    "ban_trich_sao",
    "ban_sao_luc",
];

/// I.4.1.1.c and I.4.2.3.
const DIA_DANH: CachDiaDanh = CachDiaDanh {
    mot_am_tiet: true,
    trung_ten_tinh: true,
    viet_tat: &[("TP", "Thành phố"), ("ĐK", "Đặc khu")],
};

/// Subjects as in the examples of I.5, days of citations as it writes them itself, the end of I.6.2.2; of the two
/// styles of tone marks the one that it is written in.
const LOI_VAN: LoiVan =
    LoiVan { trich_yeu_hoa: false, ngay_tat: true, ket_thuc: ".", dau_thanh: Some("kieu_moi") };

/// Kinds whose abbreviation is not the decree's (I.3.1.2.a).
const VIET_TAT: &[(&str, &str)] = &[("quy_dinh", "QĐ"), ("cong_van", "CV"), ("thu_cong", "TC")];

/// Words of the head (I.5.1.2; I.5.2.3; I.9.2.4; II.3; II.4.1; II.1.2).
const DAU: CachDau = CachDau {
    kinh_gui: "Kính gửi",
    kinh_gui_loai: &[("to_trinh", "Kính trình")],
    chu_de_loai: &["bao_cao"],
    luu_hanh_them: &["TÀI LIỆU HỘI NGHỊ", "TÀI LIỆU THU HỒI", KHONG_PHO_BIEN],
    luu_hanh_cuoi: &[KHONG_PHO_BIEN],
    chu_dau: &[("HỎA TỐC", "HOẢ TỐC")],
    vien_dan: CachVienDan::BangSo,
    dieu_khoan: "Hướng dẫn 05-HD/VPTW, phần II, mục I.3.2 và I.4.2",
};

/// The mark that stands on the last page (II.4.1).
const KHONG_PHO_BIEN: &str = "KHÔNG PHỔ BIẾN TRÊN PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG";

/// The ways of the Party's papers.
const TRINH_BAY: TrinhBay = TrinhBay {
    duoi_co_quan: NganCach::Dau("*"),
    duoi_tieu_de: NganCach::Dau("-----"),
    kinh_gui: KieuChu::NGHIENG,
    noi_nhan: KieuChu::GACH_CHAN,
    chuc_vu: KieuChu::DUNG,
    dau_trong_khung: false,
    du_thao: CachDuThao::DuoiSo,
    le_doi_xung: true,
    dia_chi: ChoDiaChi::CuoiVanBan,
    ve_viec_mo_dau: "về việc",
    ve_viec: KieuChu::NGHIENG,
    sau_noi_gui: SauNoiGui { giua: ";", cuoi: ";", mot: ";" },
    ket_thuc: ".",
    can_cu_gach: true,
    khoan_dam: false,
    so_phu_luc: SoPhuLuc::ARap,
    luu: "Lưu",
    ky_moi_hang: 2,
    chu_tri_ben_phai: true,
    xac_nhan_chu_ky: Some("Xác nhận chữ ký của đồng chí"),
    ban_sao: CachBanSao::ConDau(ConDauSao {
        tieu_de: "BẢN SAO VĂN BẢN",
        co_quan: "Cơ quan, tổ chức sao",
        so: "Số, ký hiệu bản sao",
        hinh_thuc: "Hình thức sao",
        noi_ngay: "Địa danh và ngày tháng năm sao",
        noi_nhan: "Nơi nhận bản sao",
        ky_hieu: "BS",
    }),
    ky_sao_goc_phai: true,
    ky_hieu_soan: KyHieuSoan {
        chu_dau: false,
        dai_nhat: 30,
        sau_ten: "",
        giua: "-",
        mo_so: "",
        dong_so: "",
        vi_du: "ghi tên người soạn viết liền, không có dấu cách, ví dụ: NguyenVanAn",
    },
};

/// The measures of the Party's form where an office chooses nothing (PL 2; IV.4; I.6.2.2).
pub fn hd05() -> TheThuc {
    TheThuc {
        co_chu_quoc_hieu_pt: 15.0,
        co_chu_co_quan_pt: 14.0,
        co_chu_so_ky_hieu_pt: 14.0,
        co_chu_dia_danh_pt: 14.0,
        co_chu_ten_loai_pt: 16.0,
        co_chu_trich_yeu_pt: 14.0,
        co_chu_ve_viec_pt: 12.0,
        co_chu_than_bai_pt: 14.0,
        co_chu_nguoi_ky_pt: 14.0,
        co_chu_noi_nhan_pt: 14.0,
        co_chu_danh_sach_nhan_pt: 12.0,
        co_chu_khung_pt: 14.0,
        co_chu_luu_hanh_pt: 12.0,
        co_chu_soan_pt: 11.0,
        co_chu_dia_chi_pt: 10.0,
        co_chu_so_trang_pt: 14.0,
        so_trang_cach_mep_mm: 10.0,
        thut_dong_mm: 10.0,
        dau_trang_cot_phai_mm: 85.0,
        cach_doan_pt: 6.0,
        dong_dung_pt: Some(18.0),
        trinh_bay: TRINH_BAY,
        ..nd30()
    }
}

/// All choices of an office.
const TUY_CHON: &[TuyChon] = &[
    TuyChon {
        khoa: "co_chu",
        ten: "cỡ chữ lời văn",
        don_vi: "pt",
        mien: Khoang(14.0, 15.0),
        dieu_khoan: "Hướng dẫn 05-HD/VPTW, Phụ lục 2, mục 6",
        dat: |t, v| t.co_chu_than_bai_pt = v,
    },
    TuyChon {
        khoa: "co_chu_ten_loai",
        ten: "cỡ chữ tên loại",
        don_vi: "pt",
        mien: Khoang(15.0, 16.0),
        dieu_khoan: "Hướng dẫn 05-HD/VPTW, Phụ lục 2, mục 5",
        dat: |t, v| t.co_chu_ten_loai_pt = v,
    },
    TuyChon {
        khoa: "co_chu_trich_yeu",
        ten: "cỡ chữ trích yếu",
        don_vi: "pt",
        mien: Khoang(14.0, 15.0),
        dieu_khoan: "Hướng dẫn 05-HD/VPTW, Phụ lục 2, mục 5",
        dat: |t, v| t.co_chu_trich_yeu_pt = v,
    },
    TuyChon {
        khoa: "co_chu_chu_thich",
        ten: "cỡ chữ chú thích cuối trang",
        don_vi: "pt",
        mien: Khoang(10.0, 12.0),
        dieu_khoan: "Hướng dẫn không quy định; thông lệ",
        dat: |t, v| t.co_chu_chu_thich_pt = v,
    },
    TuyChon {
        khoa: "thut_dong",
        ten: "lùi đầu dòng",
        don_vi: "mm",
        mien: MotTrong(&[10.0, 12.7]),
        dieu_khoan: "Hướng dẫn 05-HD/VPTW, phần II, mục I.6.2.2 (khoảng 10 mm)",
        dat: |t, v| t.thut_dong_mm = v,
    },
    TuyChon {
        khoa: "gian_dong",
        ten: "giãn dòng",
        don_vi: "pt",
        mien: Khoang(18.0, 22.0),
        dieu_khoan: "Hướng dẫn 05-HD/VPTW, phần II, mục I.6.2.2",
        dat: |t, v| t.dong_dung_pt = Some(v),
    },
    TuyChon {
        khoa: "cach_doan",
        ten: "khoảng cách giữa các đoạn",
        don_vi: "pt",
        mien: Khoang(6.0, 12.0),
        dieu_khoan: "Hướng dẫn 05-HD/VPTW, phần II, mục I.6.2.2 (tối thiểu 6 pt)",
        dat: |t, v| t.cach_doan_pt = v,
    },
    TuyChon {
        khoa: "khoang_ky",
        ten: "khoảng trống để ký",
        don_vi: "mm",
        mien: Khoang(25.0, 35.0),
        dieu_khoan: "thông lệ: 25 - 35 mm",
        dat: |t, v| t.khoang_ky_mm = v,
    },
];
