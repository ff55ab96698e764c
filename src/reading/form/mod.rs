//! The YAML files as they may be written: which keys there are and what each holds. Whether the
//! contents are right is for `check` to say.
//!
//! The descriptions are Vietnamese since editors show them to the clerk while typing.

mod co_quan;
mod danh_ba;
mod dau;
mod dot;
mod field;
mod ke_hoach;
mod kinh_phi;
mod mau;
mod nguoi_ky;
mod phu_luc;
mod sao;
mod schema;
mod van_ban_dot;

pub use co_quan::{
    CachDocSoForm, CoQuanForm, DaiHoiForm, DinhMucForm, NguoiKyForm, NhiemKyForm, PhatHanhForm,
    SoDangKyForm, TiengAnhForm,
};
pub use danh_ba::{DanhBaForm, NhomForm, NoiGuiForm};
pub use dau::{CoDau, DauForm, HinhDau};
pub use dot::{
    ChuyenForm, DauMoiForm, NgayForm, NoiLamViecForm, PhanCongForm, ThanhVienForm, TuDenForm,
    ViecForm,
};
pub use field::{Field, Table, Text, TextOrList};
pub use ke_hoach::{DotForm, KeHoachForm, ThanhPhanForm};
pub use kinh_phi::{DaChiForm, KhoanChiForm, KinhPhiForm};
pub use mau::{KieuForm, MauForm, TruongForm};
pub use nguoi_ky::{CacNguoiKyForm, MotNguoiKyForm, XacNhanChuKyForm};
pub use phu_luc::PhuLucForm;
pub use sao::BanSaoForm;
pub use schema::of;
pub use van_ban_dot::{ChiTietForm, KetQuaForm, KienNghiForm, TaiTinhForm};
