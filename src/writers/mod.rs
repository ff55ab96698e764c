//! From a [`Document`](crate::compose::document::Document) to the bytes of its files.

pub mod docx;
pub mod pdf;
pub mod svg;
