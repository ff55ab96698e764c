//! What `--version` says: the version and what the program was built from.

use std::env::consts::{ARCH, OS};
use std::sync::LazyLock;

use crate::model::PHIEN_BAN;

/// From `build.rs`, which asks git and no clock, so the same sources make the same program.
const MA_NGUON: &str = env!("VANTHU_MA_NGUON");

static TEXT: LazyLock<String> =
    LazyLock::new(|| format!("{PHIEN_BAN} (mã nguồn {MA_NGUON}, {ARCH} {OS})"));

/// `0.1.0 (mã nguồn 9cfdb834f5a1 ngày 29/11/2026, x86_64 windows)`.
pub fn version() -> &'static str {
    TEXT.as_str()
}
