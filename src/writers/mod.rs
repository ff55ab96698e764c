//! From a [`Document`](crate::compose::document::Document) to the bytes of its files, and from a table to those of Excel's.

pub mod docx;
pub mod pdf;
pub mod svg;
pub mod xlsx;
