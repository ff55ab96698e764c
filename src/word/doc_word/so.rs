//! Số: what Word prints before a paragraph.

/// A number that Word counts, or the mark of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct So {
    pub chu: String,
    /// It counts; a mark such as `-` doesn't.
    pub dem: bool,
    /// Nothing stands between it and the text.
    pub lien: bool,
}
