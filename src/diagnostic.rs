//! A fault or a warning as a value: what is wrong, where, what to do, and the clause behind it.

use std::borrow::Cow;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::model::Nguon;

/// How bad it is, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The document can't be made.
    Error,
    /// The document is made; someone should look before it is signed.
    Warning,
    /// A matter of style or custom. `check` shows it, `build` does not.
    Note,
}

/// A place in a file of the user's or in a template. Lines and columns count from 1, columns in
/// characters. Carries its line, so that a message can be printed without the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub file: String,
    pub line: usize,
    pub column: usize,
    pub line_text: String,
    /// Characters that the line has before `line_text`.
    pub skipped: usize,
    /// The field of the document that stands there; none in a template, a register, or a file that can't be
    /// read as fields.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<Box<FieldPath>>,
}

/// A field by its path in the document, as JSON paths are written, indexes from 0: `dot[1].chu_de`. The paths
/// of an office's file begin with `co_quan`, those of an address book with `danh_ba`; the empty path is the
/// whole of a document's file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldPath {
    pub path: String,
    /// The line inside a value of several lines, from 1; in a body that a file of its own holds, the line of
    /// that file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
}

/// Characters of a line that are kept to each side of the column: more than a terminal shows. A file may be
/// one line, with a finding in every word.
const QUANH: usize = 200;

impl Place {
    /// A place of which no field is known.
    pub fn new(file: impl Into<String>, line: usize, column: usize, line_text: &str) -> Self {
        let (file, line_text) = (file.into(), line_text.to_owned());
        Self { file, line, column, line_text, skipped: 0, field: None }
    }

    /// The same place in a field.
    pub fn of(mut self, path: String, line: Option<usize>) -> Self {
        self.field = Some(Box::new(FieldPath { path, line }));
        self
    }

    /// Whether both are the same spot of the same file.
    pub fn same_spot(&self, other: &Self) -> bool {
        (&self.file, self.line, self.column) == (&other.file, other.line, other.column)
    }

    /// Without what is far from the column.
    pub fn cut(mut self) -> Self {
        if self.line_text.len() <= 2 * QUANH {
            return self;
        }
        let at = self.column.saturating_sub(1).saturating_sub(self.skipped);
        let at = at.min(self.line_text.chars().count());
        let before = at.saturating_sub(QUANH);
        let kept: String = self.line_text.chars().skip(before).take(2 * QUANH).collect();
        self.skipped = self.skipped.saturating_add(before);
        self.line_text = kept;
        self
    }
}

/// One finding. `code` is stable and English; the rest is Vietnamese and may change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    pub code: Cow<'static, str>,
    pub severity: Severity,
    pub message: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// The clause that the finding rests on, e.g. `Nghị định 30/2020/NĐ-CP, Phụ lục I, …`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// The other place of a finding that is about two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_place: Option<Place>,
    /// The field that the finding is about, until whoever has the files makes a place of it.
    #[serde(skip)]
    pub about: Option<Box<About>>,
    /// What `check --fix` would write, where the finding is sure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fix: Vec<Edit>,
}

/// A field, and the words in it that a finding is about; no words for all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    pub nguon: Nguon,
    pub words: String,
}

/// A change of a file's text, on one line. Line and columns as in [`Place`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    pub line: usize,
    pub column: usize,
    /// The column after the last one that is replaced.
    pub end_column: usize,
    pub text: String,
    /// The bytes of the file's clean text.
    #[serde(skip)]
    pub range: Range<usize>,
    /// The same change in the value: its number in the file, the bytes, the words.
    #[serde(skip)]
    pub value: (usize, Range<usize>, String),
}

/// The decree on clerical work, which most findings rest on, and since when it holds.
const NGHI_DINH: &str = "Nghị định 30/2020/NĐ-CP";
const HIEU_LUC: &str = "hiệu lực từ 05/3/2020";

/// A clause with the document that it is of, and the day since which that holds.
fn ghi_can_cu(clause: String) -> String {
    let named = match clause.starts_with("Phụ lục ") || clause.starts_with("Điều ") {
        true => format!("{NGHI_DINH}, {clause}"),
        false => clause,
    };
    match named.starts_with(NGHI_DINH) && !named.contains("hiệu lực") {
        true => format!("{named} ({HIEU_LUC})"),
        false => named,
    }
}

impl Diagnostic {
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message.into())
    }

    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message.into())
    }

    pub fn note(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Note, code, message.into())
    }

    fn new(severity: Severity, code: &'static str, message: String) -> Self {
        let (hint, clause, place, other_place) = (None, None, None, None);
        Self {
            code: code.into(),
            severity,
            message,
            hint,
            clause,
            place,
            other_place,
            about: None,
            fix: Vec::new(),
        }
    }

    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    pub fn clause(mut self, clause: impl Into<String>) -> Self {
        self.clause = Some(ghi_can_cu(clause.into()));
        self
    }

    pub fn at(mut self, place: impl Into<Option<Place>>) -> Self {
        self.place = place.into().map(Place::cut);
        self
    }

    /// Leaves the place to whoever has the file: the words in a field, or all of it.
    pub fn about(mut self, nguon: Nguon, words: impl Into<String>) -> Self {
        self.about = Some(Box::new(About { nguon, words: words.into() }));
        self
    }

    pub fn and_at(mut self, place: impl Into<Option<Place>>) -> Self {
        self.other_place = place.into().map(Place::cut);
        self
    }

    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    pub fn is_note(&self) -> bool {
        self.severity == Severity::Note
    }
}
