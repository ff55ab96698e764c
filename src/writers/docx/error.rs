//! Why a Word file could not be made: always a fault of the program, never of the clerk's data.

use std::fmt;

/// What went wrong while writing. Everything that a clerk can get wrong was found before a
/// [`Document`](crate::compose::document::Document) exists, so each of these means a broken invariant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WriteError {
    /// Word knows no footnote inside a footnote; templates refuse it with a place.
    NestedFootnote,
    /// Word's footnotes hold paragraphs only, as docx-rs builds them.
    TableInFootnote,
    /// A table in a cell of a table has no look in official papers.
    NestedTable,
    /// A character that XML 1.0 can't carry; the reader of the user's files refuses it.
    BadCharacter { part: String, character: char },
    /// A part came out of the builder as something that is not XML.
    BadXml { part: String, reason: String },
    /// The archive could not be put together.
    Package(String),
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NestedFootnote => write!(f, "tệp Word: có chú thích nằm trong chú thích"),
            Self::TableInFootnote => write!(f, "tệp Word: có bảng nằm trong chú thích"),
            Self::NestedTable => write!(f, "tệp Word: có bảng nằm trong ô của bảng khác"),
            Self::BadCharacter { part, character } => write!(
                f,
                "tệp Word: phần {part} có ký tự không ghi được (U+{:04X})",
                u32::from(*character)
            ),
            Self::BadXml { part, reason } => {
                write!(f, "tệp Word: phần {part} không phải XML đúng: {reason}")
            }
            Self::Package(reason) => write!(f, "tệp Word: không đóng gói được: {reason}"),
        }
    }
}

impl std::error::Error for WriteError {}
