//! What can't be meant in a body, with its line.

use crate::model::Fault;

/// A fault or a doubt in a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoiThanBai {
    pub fault: Fault,
    /// The line in the text, from 0.
    pub dong: usize,
    /// The text can be printed as it stands, but hardly as it was meant.
    pub canh_bao: bool,
}

impl LoiThanBai {
    pub fn loi(dong: usize, fault: Fault) -> Self {
        Self { fault, dong, canh_bao: false }
    }

    pub fn canh_bao(dong: usize, fault: Fault) -> Self {
        Self { fault, dong, canh_bao: true }
    }
}
