//! What `--version` says: the version and what the program was built from. No clock is asked, so the same
//! sources make the same program.

use std::env::consts::{ARCH, OS};
use std::sync::LazyLock;

use crate::model::PHIEN_BAN;

/// Set by whoever makes packages; a build without it doesn't know, and is not made again for each commit.
const COMMIT: Option<&str> = option_env!("VANTHU_COMMIT");

static TEXT: LazyLock<String> = LazyLock::new(|| text(COMMIT));

/// `0.1.0 (mã nguồn d3ff261, x86_64 windows)`.
pub fn version() -> &'static str {
    TEXT.as_str()
}

fn text(commit: Option<&str>) -> String {
    let from = commit.filter(|commit| !commit.is_empty()).unwrap_or("không ghi");
    format!("{PHIEN_BAN} (mã nguồn {from}, {ARCH} {OS})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_what_it_was_built_from() {
        assert_eq!(text(Some("abc")), format!("{PHIEN_BAN} (mã nguồn abc, {ARCH} {OS})"));
        assert!(text(None).contains("không ghi") && text(Some("")) == text(None));
    }
}
