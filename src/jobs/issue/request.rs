//! What `issue` is asked for.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::jobs::duong_dan;
use crate::jobs::load::Shared;
use crate::model::DongTron;

/// What to issue, and how.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IssueRequest {
    /// The YAML file of the document.
    #[serde(with = "duong_dan")]
    pub tep: PathBuf,
    /// The date of issue as the clerk writes it; the file's own if it isn't said.
    pub date: Option<String>,
    /// A number that is kept or was given on paper; the next one if it isn't said.
    pub number: Option<String>,
    /// Which of a file's documents.
    pub only: Option<String>,
    /// The issued documents that this one replaces, corrects, takes back, by their symbols.
    pub thay_the: Vec<String>,
    pub dinh_chinh: Vec<String>,
    pub thu_hoi: Vec<String>,
    /// The incoming papers that it answers, by their numbers in that book.
    #[serde(default)]
    pub tra_loi: Vec<String>,
    /// How many copies are issued (column 7 of the register).
    pub so_ban: Option<u64>,
    /// Column 10.
    pub ghi_chu: Option<String>,
    /// What the PDF carries: `khong`, `du_lieu`, `nguon`; as the office does if it isn't said.
    pub embed: Option<String>,
    /// Signature fields, also where the office has none.
    pub signature_fields: bool,
    /// Issues what warnings say is not ready.
    pub chap_nhan_canh_bao: bool,
    /// Begins a register also where the one that this machine knew is gone.
    #[serde(default)]
    pub lap_so_moi: bool,
    /// What a row of a list says, where the file is filled from one.
    #[serde(default)]
    pub dong: Option<DongTron>,
    /// The register's folder.
    #[serde(with = "duong_dan")]
    pub so_sach: Option<PathBuf>,
    pub shared: Shared,
}
