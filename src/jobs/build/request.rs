//! What `build` is asked for.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::jobs::duong_dan;
use crate::jobs::load::Shared;
use crate::jobs::make::Wanted;

/// What to build.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BuildRequest {
    /// Folders, or single YAML files of documents.
    #[serde(with = "duong_dan")]
    pub ho_so: Vec<PathBuf>,
    /// How many worker processes at once; as many as there are cores if it isn't said.
    pub jobs: Option<NonZeroUsize>,
    pub wanted: Wanted,
    pub shared: Shared,
}
