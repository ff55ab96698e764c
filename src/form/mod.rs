//! The YAML files as they may be written: which keys there are and what each holds. Whether the
//! contents are right is for `check` to say.
//!
//! The descriptions are Vietnamese since editors show them to the clerk while typing.

mod co_quan;
mod field;
mod ke_hoach;
mod schema;

pub use co_quan::{CoQuanForm, NguoiKyForm};
pub use field::{Field, Table, Text, TextOrList};
pub use ke_hoach::{DotForm, KeHoachForm, ThanhPhanForm};
pub use schema::{LUOC_DO, schema};
