//! The YAML files as they may be written: which keys there are and what each holds. Whether the
//! contents are right is for `check` to say.
//!
//! The descriptions are Vietnamese since editors show them to the clerk while typing.

mod co_quan;
mod dot;
mod field;
mod ke_hoach;
mod kinh_phi;
mod schema;
mod van_ban_dot;

pub use co_quan::{CachDocSoForm, CoQuanForm, DinhMucForm, NguoiKyForm, SoDangKyForm};
pub use dot::{
    ChuyenForm, DauMoiForm, NgayForm, NoiLamViecForm, PhanCongForm, ThanhVienForm, TuDenForm,
    ViecForm,
};
pub use field::{Field, Table, Text, TextOrList};
pub use ke_hoach::{DotForm, KeHoachForm, ThanhPhanForm};
pub use kinh_phi::{DaChiForm, KhoanChiForm, KinhPhiForm};
pub use schema::{LUOC_DO, schema};
pub use van_ban_dot::{ChiTietForm, KetQuaForm, KienNghiForm, TaiTinhForm};
