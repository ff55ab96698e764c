//! Tests of whole Word files, read back as XML trees.

mod bang;
mod build;
mod file;
mod ke_hoach;
mod layout;
mod package;
mod phu_luc;
mod text;
