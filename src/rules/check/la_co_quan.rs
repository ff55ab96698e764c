//! Which file of a hồ sơ is its own office's.

use crate::reading::source::{TEP_CO_QUAN, ten_goc};

/// Whether a file is the office's by its name.
pub fn la_co_quan(ten: &str) -> bool {
    ten_goc(ten).eq_ignore_ascii_case(ten_goc(TEP_CO_QUAN))
}
