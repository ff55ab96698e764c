//! What `verify` is asked for.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::jobs::duong_dan;
use crate::jobs::load::Shared;

/// What to hold against what.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct VerifyRequest {
    /// A hồ sơ, the YAML file of a document, or the folder of an issued one.
    #[serde(with = "duong_dan")]
    pub ho_so: PathBuf,
    /// The Word file; those beside the YAML if it isn't said.
    #[serde(with = "duong_dan")]
    pub word: Option<PathBuf>,
    /// The register's folder, for an issued document that lies elsewhere.
    #[serde(with = "duong_dan")]
    pub so_sach: Option<PathBuf>,
    pub shared: Shared,
}

/// What is done to a document.
pub(super) const VIEC: &str = "đối chiếu";
