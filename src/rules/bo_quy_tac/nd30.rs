//! Nghị định 30/2020/NĐ-CP, since 5 March 2020: every figure of the layout, once, beside the clause that it obeys.
//!
//! Where the decree gives a range, an office chooses inside it with `the_thuc:` in its own
//! file; [`TUY_CHON`] lists those choices with range, unit and clause. Everything else is a constant of
//! [`nd30`]. The PDF layout reads these figures as data and the Word writer reads the same
//! fields, so that no figure is written twice. What each measure is stands at the fields of [`TheThuc`].

use crate::model::bo_quy_tac::{CachDaySo, CachSo, QuyTac};
use crate::model::cach_dau::CachDau;
use crate::model::cach_soat::CachSoat;
use crate::model::dat_ten::CachDiaDanh;
use crate::model::de_ky::DeKy;
use crate::model::loi_van::LoiVan;
use crate::model::the_thuc::{DONG_DON, TheThuc};
use crate::model::trinh_bay::TrinhBay;
use crate::model::tuy_chon::MienGiaTri::{Khoang, MotTrong};
use crate::model::tuy_chon::TuyChon;

/// The decree as a set of rules.
pub static BO: QuyTac = QuyTac {
    khoa: "nd30",
    ten: "Nghị định 30/2020/NĐ-CP",
    tu_ngay: (2020, 3, 5),
    tieu_de: &["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
    tieu_de_anh: &["SOCIALIST REPUBLIC OF VIET NAM", "Independence - Freedom - Happiness"],
    tieu_de_rieng: false,
    so: CachSo::ND30,
    day_so: CachDaySo::ND30,
    viet_tat: &[],
    the_thuc: nd30,
    tuy_chon: TUY_CHON,
    can_cu: None,
    de_ky: &DeKy::ND30,
    loai: LOAI,
    ky_hieu_co_quan: &[],
    dia_danh: CachDiaDanh::ND30,
    loi_van: LoiVan::ND30,
    quy_pham: &[("nghi_quyet", "NQ-HĐND"), ("quyet_dinh", "QĐ-UBND")],
    dau: CachDau::ND30,
    can_cu_kieu: &[],
    soat: CachSoat::ND30,
    them_cho_co_quan: include_str!("../../../templates/khoi-tao/co-quan-them-nd30.yaml"),
};

/// Điều 7, and the copies (Điều 25).
const LOAI: &[&str] = &[
    "nghi_quyet",
    "quyet_dinh",
    "chi_thi",
    "quy_che",
    "quy_dinh",
    "thong_cao",
    "thong_bao",
    "huong_dan",
    "chuong_trinh",
    "ke_hoach",
    "phuong_an",
    "de_an",
    "du_an",
    "bao_cao",
    "bien_ban",
    "to_trinh",
    "hop_dong",
    "cong_van",
    "cong_dien",
    "ban_ghi_nho",
    "ban_thoa_thuan",
    "giay_uy_quyen",
    "giay_moi",
    "giay_gioi_thieu",
    "giay_nghi_phep",
    "phieu_gui",
    "phieu_chuyen",
    "phieu_bao",
    "thu_cong",
    "ban_sao_y",
    "ban_trich_sao",
    "ban_sao_luc",
];

/// Width of "Kính gửi" up to its colon, in mm for each point of type size.
const KINH_GUI_MUC_MM_MOI_PT: f64 = 17.6 / 14.0;

/// The measures of Decree 30/2020/NĐ-CP where an office chooses nothing.
pub fn nd30() -> TheThuc {
    TheThuc {
        le_tren_mm: 20.0,
        le_duoi_mm: 20.0,
        le_trai_mm: 30.0,
        le_phai_mm: 15.0,
        so_trang_cach_mep_mm: 10.0,
        co_chu_than_bai_pt: 14.0,
        co_chu_quoc_hieu_pt: 13.0,
        co_chu_tieu_ngu_pt: 14.0,
        co_chu_co_quan_pt: 13.0,
        co_chu_tieng_anh_pt: 11.0,
        co_chu_so_ky_hieu_pt: 13.0,
        co_chu_dia_danh_pt: 14.0,
        co_chu_ten_loai_pt: 14.0,
        co_chu_trich_yeu_pt: 14.0,
        co_chu_nguoi_ky_pt: 14.0,
        co_chu_noi_nhan_pt: 12.0,
        co_chu_danh_sach_nhan_pt: 11.0,
        co_chu_so_trang_pt: 14.0,
        co_chu_chu_thich_pt: 11.0,
        co_chu_bang_pt: 13.0,
        co_chu_phu_luc_pt: 14.0,
        o_cach_mm: 1.5,
        o_cach_doc_pt: 2.0,
        co_chu_kinh_gui_pt: 14.0,
        kinh_gui_thut_mm: 35.0,
        kinh_gui_muc_mm: KINH_GUI_MUC_MM_MOI_PT * 14.0,
        gian_dong: 1.0,
        dong_dung_pt: None,
        dong_don: DONG_DON,
        cach_doan_pt: 6.0,
        thut_dong_mm: 12.7,
        cach_doan_chu_thich_pt: 2.0,
        gach_chu_thich_cao_pt: 8.0,
        net_gach_pt: 0.75,
        duong_ke_ve: false,
        o_can_tren: false,
        gach_cach_chu_pt: 3.0,
        gach_cao_pt: 7.0,
        doan_dau_pt: 1.0,
        dau_trang_cot_phai_mm: 98.0,
        dau_trang_cach_so_pt: 6.0,
        tieu_de_cach_tren_pt: 18.0,
        tieu_de_cach_duoi_pt: 6.0,
        co_chu_ve_viec_pt: 12.0,
        ve_viec_cach_so_pt: 6.0,
        co_chu_khung_pt: 13.0,
        co_chu_luu_hanh_pt: 13.0,
        khung_cao_mm: 8.0,
        khung_cach_pt: 6.0,
        luu_hanh_cach_chu_mm: 2.4,
        luu_hanh_cach_mep_mm: 10.0,
        co_chu_dau_goc_pt: 10.0,
        dau_goc_cach_mep_mm: 4.5,
        co_chu_soan_pt: 11.0,
        soan_lui_mm: 8.0,
        co_chu_dia_chi_pt: 11.0,
        co_chu_sao_pt: 14.0,
        con_dau_rong_mm: 80.0,
        con_dau_cao_mm: 50.0,
        co_chu_con_dau_pt: 13.0,
        co_chu_dong_con_dau_pt: 11.0,
        con_dau_cach_dong_pt: 2.0,
        con_dau_cach_mm: 3.0,
        cuoi_trang_cot_trai_mm: 74.0,
        cuoi_trang_cach_tren_pt: 12.0,
        khoang_ky_mm: 30.0,
        o_chu_ky_rong_mm: 53.0,
        o_chu_ky_cao_mm: 25.0,
        o_dau_mm: 36.0,
        o_goc_phai_rong_mm: 80.0,
        o_goc_phai_cao_mm: 9.0,
        o_goc_phai_cach_mep_mm: 8.0,
        in_hai_mat: false,
        trinh_bay: TrinhBay::ND30,
    }
}

/// All choices of an office, in the order in which they are explained to it.
pub const TUY_CHON: &[TuyChon] = &[
    TuyChon {
        khoa: "le_tren",
        ten: "lề trên",
        don_vi: "mm",
        mien: Khoang(20.0, 25.0),
        dieu_khoan: "Phụ lục I, phần I, mục I.3",
        dat: |t, v| t.le_tren_mm = v,
    },
    TuyChon {
        khoa: "le_duoi",
        ten: "lề dưới",
        don_vi: "mm",
        mien: Khoang(20.0, 25.0),
        dieu_khoan: "Phụ lục I, phần I, mục I.3",
        dat: |t, v| t.le_duoi_mm = v,
    },
    TuyChon {
        khoa: "le_trai",
        ten: "lề trái",
        don_vi: "mm",
        mien: Khoang(30.0, 35.0),
        dieu_khoan: "Phụ lục I, phần I, mục I.3",
        dat: |t, v| t.le_trai_mm = v,
    },
    TuyChon {
        khoa: "le_phai",
        ten: "lề phải",
        don_vi: "mm",
        mien: Khoang(15.0, 20.0),
        dieu_khoan: "Phụ lục I, phần I, mục I.3",
        dat: |t, v| t.le_phai_mm = v,
    },
    TuyChon {
        khoa: "co_chu",
        ten: "cỡ chữ lời văn",
        don_vi: "pt",
        mien: Khoang(13.0, 14.0),
        dieu_khoan: "Phụ lục I, phần I, mục II.6",
        dat: |t, v| {
            t.co_chu_than_bai_pt = v;
            t.co_chu_kinh_gui_pt = v;
            t.kinh_gui_muc_mm = KINH_GUI_MUC_MM_MOI_PT * v;
        },
    },
    TuyChon {
        khoa: "co_chu_quoc_hieu",
        ten: "cỡ chữ Quốc hiệu",
        don_vi: "pt",
        mien: Khoang(12.0, 13.0),
        dieu_khoan: "Phụ lục I, phần I, mục II.1",
        dat: |t, v| t.co_chu_quoc_hieu_pt = v,
    },
    TuyChon {
        khoa: "co_chu_tieu_ngu",
        ten: "cỡ chữ Tiêu ngữ",
        don_vi: "pt",
        mien: Khoang(13.0, 14.0),
        dieu_khoan: "Phụ lục I, phần I, mục II.1",
        dat: |t, v| t.co_chu_tieu_ngu_pt = v,
    },
    TuyChon {
        khoa: "co_chu_co_quan",
        ten: "cỡ chữ tên cơ quan",
        don_vi: "pt",
        mien: Khoang(12.0, 13.0),
        dieu_khoan: "Phụ lục I, phần I, mục II.2",
        dat: |t, v| t.co_chu_co_quan_pt = v,
    },
    TuyChon {
        khoa: "co_chu_so_ky_hieu",
        ten: "cỡ chữ số, ký hiệu",
        don_vi: "pt",
        mien: MotTrong(&[13.0]),
        dieu_khoan: "Phụ lục I, phần I, mục II.3",
        dat: |t, v| t.co_chu_so_ky_hieu_pt = v,
    },
    TuyChon {
        khoa: "co_chu_dia_danh",
        ten: "cỡ chữ địa danh và thời gian",
        don_vi: "pt",
        mien: Khoang(13.0, 14.0),
        dieu_khoan: "Phụ lục I, phần I, mục II.4",
        dat: |t, v| t.co_chu_dia_danh_pt = v,
    },
    TuyChon {
        khoa: "co_chu_ten_loai",
        ten: "cỡ chữ tên loại và trích yếu",
        don_vi: "pt",
        mien: Khoang(13.0, 14.0),
        dieu_khoan: "Phụ lục I, phần I, mục II.5.a",
        dat: |t, v| {
            t.co_chu_ten_loai_pt = v;
            t.co_chu_trich_yeu_pt = v;
        },
    },
    TuyChon {
        khoa: "co_chu_ve_viec",
        ten: "cỡ chữ trích yếu công văn",
        don_vi: "pt",
        mien: Khoang(12.0, 13.0),
        dieu_khoan: "Phụ lục I, phần I, mục II.5.b",
        dat: |t, v| t.co_chu_ve_viec_pt = v,
    },
    TuyChon {
        khoa: "co_chu_khung",
        ten: "cỡ chữ dấu mật, khẩn, phạm vi lưu hành",
        don_vi: "pt",
        mien: Khoang(13.0, 14.0),
        dieu_khoan: "Phụ lục I, phần I, mục III.2",
        dat: |t, v| {
            t.co_chu_khung_pt = v;
            t.co_chu_luu_hanh_pt = v;
        },
    },
    TuyChon {
        khoa: "co_chu_dia_chi",
        ten: "cỡ chữ địa chỉ ở chân trang",
        don_vi: "pt",
        mien: Khoang(11.0, 12.0),
        dieu_khoan: "Phụ lục I, phần I, mục III.4",
        dat: |t, v| t.co_chu_dia_chi_pt = v,
    },
    TuyChon {
        khoa: "co_chu_nguoi_ky",
        ten: "cỡ chữ chức vụ, họ tên người ký",
        don_vi: "pt",
        mien: Khoang(13.0, 14.0),
        dieu_khoan: "Phụ lục I, phần I, mục II.7",
        dat: |t, v| t.co_chu_nguoi_ky_pt = v,
    },
    TuyChon {
        khoa: "co_chu_so_trang",
        ten: "cỡ chữ số trang",
        don_vi: "pt",
        mien: Khoang(13.0, 14.0),
        dieu_khoan: "Phụ lục I, phần I, mục I.7",
        dat: |t, v| t.co_chu_so_trang_pt = v,
    },
    TuyChon {
        khoa: "co_chu_chu_thich",
        ten: "cỡ chữ chú thích cuối trang",
        don_vi: "pt",
        mien: Khoang(10.0, 12.0),
        dieu_khoan: "Nghị định không quy định; thông lệ",
        dat: |t, v| t.co_chu_chu_thich_pt = v,
    },
    TuyChon {
        khoa: "thut_dong",
        ten: "lùi đầu dòng",
        don_vi: "mm",
        mien: MotTrong(&[10.0, 12.7]),
        dieu_khoan: "Phụ lục I, phần I, mục II.6",
        dat: |t, v| t.thut_dong_mm = v,
    },
    TuyChon {
        khoa: "gian_dong",
        ten: "giãn dòng",
        don_vi: "dòng",
        mien: Khoang(1.0, 1.5),
        dieu_khoan: "Phụ lục I, phần I, mục II.6",
        dat: |t, v| t.gian_dong = v,
    },
    TuyChon {
        khoa: "cach_doan",
        ten: "khoảng cách giữa các đoạn",
        don_vi: "pt",
        mien: Khoang(6.0, 12.0),
        dieu_khoan: "Phụ lục I, phần I, mục II.6 (tối thiểu 6 pt)",
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
