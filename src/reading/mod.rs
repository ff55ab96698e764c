//! From the user's files to forms: the only reader of files, text to a tree with places, what may stand in a
//! tree.

pub mod danh_sach;
pub mod form;
pub mod source;
pub mod yaml;
