//! The version of this program, which what it files says of itself.

/// As in `Cargo.toml`.
pub const PHIEN_BAN: &str = env!("CARGO_PKG_VERSION");
