//! Paths as one would type them.

use std::path::{Path, PathBuf};

/// A whole path as one would type it from here.
pub fn gan(path: &Path) -> PathBuf {
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    let inside = here.ok().and_then(|here| path.strip_prefix(here).ok().map(Path::to_owned));
    inside.unwrap_or_else(|| path.to_owned())
}
