//! What `merge` is asked for.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::jobs::duong_dan;
use crate::jobs::load::Shared;
use crate::jobs::make::Format;

/// Which numbers the papers get.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum SoCua {
    /// None: drafts.
    #[default]
    Khong,
    /// A number each, out of the register.
    MoiBan,
    /// One for all, which is kept or was given already.
    Chung(String),
    /// The next one for all: it is kept in the register before the first is made.
    ChungKeTiep,
}

/// What becomes of rows that a filter hides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DongAn {
    Bo,
    Lay,
}

/// What to merge, and how.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MergeRequest {
    /// The YAML file of the paper.
    #[serde(with = "duong_dan")]
    pub tep: PathBuf,
    /// The list.
    #[serde(with = "duong_dan")]
    pub danh_sach: PathBuf,
    /// Which of its sheets.
    pub trang: Option<String>,
    /// The folder for results; without it one beside the paper.
    #[serde(with = "duong_dan")]
    pub output: Option<PathBuf>,
    pub formats: Vec<Format>,
    /// Says what would come of it.
    pub thu: bool,
    pub so: SoCua,
    pub date: Option<String>,
    /// The head of the column that names the files.
    pub ten_theo: Option<String>,
    /// All papers as one PDF besides.
    pub mot_pdf: bool,
    /// Each begins on a front side there.
    pub hai_mat: bool,
    /// Empty cells are printed as nothing.
    pub cho_trong: bool,
    pub dong_an: Option<DongAn>,
    pub jobs: Option<NonZeroUsize>,
    pub chap_nhan_canh_bao: bool,
    /// Begins a register also where the one that this machine knew is gone.
    #[serde(default)]
    pub lap_so_moi: bool,
    #[serde(with = "duong_dan")]
    pub so_sach: Option<PathBuf>,
    pub shared: Shared,
}
