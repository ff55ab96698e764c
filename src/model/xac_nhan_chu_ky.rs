//! Xác nhận chữ ký: who confirms the signature of the chair or of a congress's, on which the seal may not be set
//! (HD 05, I.7.1.4.a and e).

use super::{Loi, NguoiKy};

/// Whose signature, and who confirms it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct XacNhanChuKy {
    /// None is the signer at the right.
    pub cua: Option<Loi>,
    pub nguoi_ky: NguoiKy,
}
