//! Mẫu: how each component of head and foot looks (PL I, mục II and V); where sets of rules differ, the figure or the
//! look is the set's.

use super::giay::Giay;
use super::mien::dung;
use crate::model::the_thuc::TheThuc;
use crate::model::trinh_bay::{CachDuThao, KieuChu, TrinhBay};
use crate::model::tuy_chon::MienGiaTri;
use crate::word::nhan_dang::VaiDong;

/// Which sizes a component may have.
#[derive(Clone, Copy)]
enum Co {
    /// Those of the first of these choices that an office has in the set; else the figure of the first one.
    TuyChon(&'static [&'static str]),
    /// This one alone.
    Dung(fn(&TheThuc) -> f64),
}

/// How a component looks; none where the rules say nothing.
pub(super) struct Mau {
    pub ten: &'static str,
    pub khoa: &'static str,
    co: Co,
    pub kieu: fn(&TrinhBay) -> KieuChu,
    pub hoa: Option<bool>,
    pub giua: bool,
    pub dieu_khoan: &'static str,
}

impl Mau {
    pub fn mien(&self, giay: &Giay) -> Option<MienGiaTri> {
        match self.co {
            Co::TuyChon(khoa) => giay.mien_dau(khoa).map(|(mien, _)| mien),
            Co::Dung(of) => Some(dung(of(&giay.t))),
        }
    }
}

const II_1: &str = "Phụ lục I, phần I, mục II.1";
const II_2: &str = "Phụ lục I, phần I, mục II.2";
const II_3: &str = "Phụ lục I, phần I, mục II.3";
const II_4: &str = "Phụ lục I, phần I, mục II.4";
const II_5A: &str = "Phụ lục I, phần I, mục II.5.a";
const II_5B: &str = "Phụ lục I, phần I, mục II.5.b";
const II_7: &str = "Phụ lục I, phần I, mục II.7";
const II_9A: &str = "Phụ lục I, phần I, mục II.9.a";
const II_9B: &str = "Phụ lục I, phần I, mục II.9.b";
const III_2: &str = "Phụ lục I, phần I, mục III.2";
const III_3: &str = "Phụ lục I, phần I, mục III.3";
const III_4: &str = "Phụ lục I, phần I, mục III.4";

const DUNG: fn(&TrinhBay) -> KieuChu = |_| KieuChu::DUNG;
const DAM: fn(&TrinhBay) -> KieuChu = |_| KieuChu::DAM;
const NGHIENG: fn(&TrinhBay) -> KieuChu = |_| KieuChu::NGHIENG;

// It fills its column, so that nobody sees on which side it stands.
#[rustfmt::skip]
const QUOC_HIEU: Mau = Mau { ten: "Quốc hiệu", khoa: "quoc_hieu", co: Co::TuyChon(&["co_chu_quoc_hieu"]), kieu: DAM, hoa: Some(true), giua: false, dieu_khoan: II_1 };
#[rustfmt::skip]
const TIEU_NGU: Mau = Mau { ten: "Tiêu ngữ", khoa: "tieu_ngu", co: Co::TuyChon(&["co_chu_tieu_ngu"]), kieu: DAM, hoa: Some(false), giua: true, dieu_khoan: II_1 };
#[rustfmt::skip]
pub(super) const CHU_QUAN: Mau = Mau { ten: "tên cơ quan chủ quản", khoa: "co_quan_chu_quan", co: Co::TuyChon(&["co_chu_co_quan"]), kieu: DUNG, hoa: Some(true), giua: true, dieu_khoan: II_2 };
#[rustfmt::skip]
pub(super) const BAN_HANH: Mau = Mau { ten: "tên cơ quan ban hành", khoa: "co_quan_ban_hanh", co: Co::TuyChon(&["co_chu_co_quan"]), kieu: DAM, hoa: Some(true), giua: true, dieu_khoan: II_2 };
#[rustfmt::skip]
const SO_KY_HIEU: Mau = Mau { ten: "số, ký hiệu", khoa: "so_ky_hieu", co: Co::TuyChon(&["co_chu_so_ky_hieu"]), kieu: DUNG, hoa: None, giua: true, dieu_khoan: II_3 };
#[rustfmt::skip]
const DIA_DANH: Mau = Mau { ten: "địa danh và thời gian", khoa: "dia_danh_thoi_gian", co: Co::TuyChon(&["co_chu_dia_danh"]), kieu: NGHIENG, hoa: Some(false), giua: true, dieu_khoan: II_4 };
#[rustfmt::skip]
const VE_VIEC: Mau = Mau { ten: "trích yếu công văn", khoa: "trich_yeu", co: Co::TuyChon(&["co_chu_ve_viec"]), kieu: |t| t.ve_viec, hoa: Some(false), giua: true, dieu_khoan: II_5B };
#[rustfmt::skip]
const TEN_LOAI: Mau = Mau { ten: "tên loại", khoa: "ten_loai", co: Co::TuyChon(&["co_chu_ten_loai"]), kieu: DAM, hoa: Some(true), giua: true, dieu_khoan: II_5A };
#[rustfmt::skip]
const TRICH_YEU: Mau = Mau { ten: "trích yếu", khoa: "trich_yeu", co: Co::TuyChon(&["co_chu_trich_yeu", "co_chu_ten_loai"]), kieu: DAM, hoa: Some(false), giua: true, dieu_khoan: II_5A };
#[rustfmt::skip]
const NOI_GUI: Mau = Mau { ten: "Kính gửi", khoa: "kinh_gui", co: Co::TuyChon(&["co_chu"]), kieu: DUNG, hoa: Some(false), giua: false, dieu_khoan: II_9A };
#[rustfmt::skip]
const NOI_NHAN: Mau = Mau { ten: "chữ “Nơi nhận”", khoa: "noi_nhan", co: Co::Dung(|t| t.co_chu_noi_nhan_pt), kieu: |t| t.noi_nhan, hoa: Some(false), giua: false, dieu_khoan: II_9B };
#[rustfmt::skip]
const MUC_NOI_NHAN: Mau = Mau { ten: "nơi nhận", khoa: "noi_nhan", co: Co::Dung(|t| t.co_chu_danh_sach_nhan_pt), kieu: DUNG, hoa: None, giua: false, dieu_khoan: II_9B };
#[rustfmt::skip]
const NGUOI_SOAN: Mau = Mau { ten: "ký hiệu người soạn thảo", khoa: "nguoi_soan", co: Co::Dung(|t| t.co_chu_soan_pt), kieu: DUNG, hoa: None, giua: false, dieu_khoan: III_3 };
#[rustfmt::skip]
pub(super) const CHUC_VU: Mau = Mau { ten: "quyền hạn, chức vụ", khoa: "nguoi_ky", co: Co::TuyChon(&["co_chu_nguoi_ky"]), kieu: DAM, hoa: Some(true), giua: true, dieu_khoan: II_7 };
#[rustfmt::skip]
const HO_TEN: Mau = Mau { ten: "họ tên người ký", khoa: "nguoi_ky", co: Co::TuyChon(&["co_chu_nguoi_ky"]), kieu: DAM, hoa: Some(false), giua: true, dieu_khoan: II_7 };
#[rustfmt::skip]
const KHAN: Mau = Mau { ten: "dấu chỉ mức độ", khoa: "chi_dan", co: Co::TuyChon(&["co_chu_khung"]), kieu: DAM, hoa: Some(true), giua: false, dieu_khoan: III_2 };
#[rustfmt::skip]
const LUU_HANH: Mau = Mau { co: Co::TuyChon(&["co_chu_luu_hanh", "co_chu_khung"]), ..KHAN };
#[rustfmt::skip]
const DIA_CHI: Mau = Mau { ten: "thông tin liên hệ", khoa: "dia_chi", co: Co::Dung(|t| t.co_chu_dia_chi_pt), kieu: DUNG, hoa: None, giua: false, dieu_khoan: III_4 };
#[rustfmt::skip]
const DU_THAO: Mau = Mau { ten: "chỉ dẫn dự thảo", kieu: NGHIENG, hoa: Some(false), ..KHAN };

/// Where the post looks otherwise than the authority over it.
#[rustfmt::skip]
pub(super) const QUYEN_HAN_RIENG: Mau = Mau { ten: "quyền hạn ký", ..CHUC_VU };
#[rustfmt::skip]
pub(super) const CHUC_VU_RIENG: Mau = Mau { ten: "chức vụ", kieu: |t| t.chuc_vu, ..CHUC_VU };
/// `kiêm`, between two posts.
#[rustfmt::skip]
pub(super) const NOI_CHUC_VU: Mau = Mau { kieu: DUNG, hoa: Some(false), ..CHUC_VU_RIENG };
/// The words `Kính gửi:` where they look otherwise than the names behind them.
#[rustfmt::skip]
pub(super) const CHU_KINH_GUI: Mau = Mau { ten: "chữ “Kính gửi”, “Kính trình”", co: Co::Dung(|t| t.co_chu_kinh_gui_pt), kieu: |t| t.kinh_gui, ..NOI_GUI };

/// What a line of a role is held to.
pub(super) fn mau(vai: VaiDong, t: &TrinhBay) -> Option<&'static Mau> {
    use VaiDong as V;
    Some(match vai {
        V::QuocHieu => &QUOC_HIEU,
        V::TieuNgu => &TIEU_NGU,
        V::So => &SO_KY_HIEU,
        V::Ngay => &DIA_DANH,
        V::VeViec => &VE_VIEC,
        V::TenLoai => &TEN_LOAI,
        V::TrichYeu => &TRICH_YEU,
        V::KinhGui | V::NoiKinhGui => &NOI_GUI,
        V::Khan => &KHAN,
        V::LuuHanh => &LUU_HANH,
        // In a frame no set says how it looks.
        V::DuThao if t.du_thao == CachDuThao::DuoiSo => &DU_THAO,
        V::NoiNhan => &NOI_NHAN,
        V::MucNoiNhan => &MUC_NOI_NHAN,
        V::NguoiSoan => &NGUOI_SOAN,
        V::ChucVu => &CHUC_VU,
        V::DiaChi => &DIA_CHI,
        V::ChucVuKhac | V::HoTen => &HO_TEN,
        // A mark of secrecy has a law of its own.
        V::CoQuan | V::Mat | V::DuThao | V::NetKe | V::XacNhan => return None,
    })
}
