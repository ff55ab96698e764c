//! What `send` is asked for.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::jobs::duong_dan;
use crate::jobs::load::Shared;

/// What to send.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SendRequest {
    /// A hồ sơ, the YAML file of a document, or the folder of an issued one.
    #[serde(with = "duong_dan")]
    pub ho_so: PathBuf,
    /// The folder for packages; `gui` in the hồ sơ if it isn't said.
    #[serde(with = "duong_dan")]
    pub output: Option<PathBuf>,
    /// A ZIP file for each recipient in place of a folder.
    pub zip: bool,
    /// The day of sending as the clerk writes it; that of issue if it isn't said.
    pub date: Option<String>,
    /// An address book in place of the hồ sơ's own.
    #[serde(with = "duong_dan")]
    pub book: Option<PathBuf>,
    /// The PDF to send, perhaps signed, in place of one that is made.
    #[serde(with = "duong_dan")]
    pub pdf: Option<PathBuf>,
    /// The PDF is a scan of the signed paper copy, which can't be held against what was issued.
    #[serde(default)]
    pub ban_quet: bool,
    /// The register's folder, for an issued document that lies elsewhere.
    #[serde(with = "duong_dan")]
    pub so_sach: Option<PathBuf>,
    /// Files that go along.
    #[serde(with = "duong_dan")]
    pub attach: Vec<PathBuf>,
    /// Only these documents; all if empty.
    pub only: Vec<String>,
    pub shared: Shared,
}
