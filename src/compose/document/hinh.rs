//! Hình: a picture in the body or in a cell.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Canh;
use crate::model::TepAnh;

/// A picture on a line of its own.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Picture {
    /// As the body names its file.
    pub ten: String,
    /// What a reader hears who can't see it.
    pub mo_ta: String,
    /// In mm; asked for, until `soan` has given it what its place allows.
    pub rong_mm: Option<f64>,
    pub cao_mm: Option<f64>,
    /// In the middle where nothing is said.
    pub canh: Option<Canh>,
    /// It shares a page with what follows: its caption.
    pub giu_voi_sau: bool,
    /// What is drawn; none until `soan` has found it.
    #[serde(skip)]
    pub tep: Option<Arc<TepAnh>>,
}

impl Picture {
    /// Width and height in mm, once they are known.
    pub fn co_mm(&self) -> (f64, f64) {
        (self.rong_mm.unwrap_or_default(), self.cao_mm.unwrap_or_default())
    }
}
