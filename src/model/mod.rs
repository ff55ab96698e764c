//! What a hồ sơ means: types named in the decree's words, valid by construction.
//!
//! A type that must obey a rule is made only by its own `parse` or `new`, which answers with a
//! [`Fault`] when the rule is broken; nothing after it checks again.

pub mod cach_danh_so;
pub mod chu;
pub mod chuyen;
pub mod co_quan;
pub mod dia_ban;
pub mod dia_diem;
pub mod dinh_muc;
pub mod doan;
pub mod dot;
pub mod fault;
pub mod ke_hoach;
pub mod kinh_phi;
pub mod lich_trinh;
pub mod loai;
pub mod ngay;
pub mod ngay_ban_hanh;
pub mod nguoi_ky;
pub mod noi_nhan;
pub mod so_bang_chu;
pub mod so_ky_hieu;
pub mod thoi_gian;
pub mod tien;
pub mod van_ban;
pub mod van_ban_dot;

pub use cach_danh_so::{CachDanhSo, TheoGi};
pub use chu::{Chu, PhanChu};
pub use chuyen::{Chuyen, NoiLamViec};
pub use co_quan::{CoQuan, TenCoQuan};
pub use dia_ban::DiaBan;
pub use dia_diem::DiaDiem;
pub use dinh_muc::DinhMuc;
pub use doan::ThanhVien;
pub use dot::{ChuyenDi, CuThe, Dot};
pub use fault::Fault;
pub use ke_hoach::{KeHoach, ThanhPhan};
pub use kinh_phi::{KhoanChi, KinhPhi, LoaiChi, NhomChi};
pub use lich_trinh::{NgayDi, Viec};
pub use loai::Loai;
pub use ngay::{Gio, Ngay};
pub use ngay_ban_hanh::NgayBanHanh;
pub use nguoi_ky::NguoiKy;
pub use noi_nhan::NoiNhan;
pub use so_ky_hieu::SoKyHieu;
pub use thoi_gian::ThoiGian;
pub use tien::Tien;
pub use van_ban::{CauChu, NoiDung, VanBan};
pub use van_ban_dot::{BaoCao, DaChi, DauMoi, KeHoachChiTiet, KienNghi, PhanCong, TaiTinh};
