//! Where lines and pages are decided, as Word decides them.

pub mod trang;
