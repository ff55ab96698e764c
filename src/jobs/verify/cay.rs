//! The files of an issued folder, read once.

use std::collections::BTreeMap;

/// The files by their names in the folder, with `/`; a link has no bytes.
pub type Cay = BTreeMap<String, Option<Vec<u8>>>;
