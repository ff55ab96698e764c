//! The verbs of the program, a file each. They take a job's arguments and answer with what is to be
//! said and how it ended; they print nothing themselves.

pub mod build;
pub mod check;
pub mod co_quan_san;
mod cot_so;
pub mod diff;
pub mod explain;
pub mod fix;
pub mod init;
pub mod issue;
pub mod load;
pub mod make;
pub mod nguon_gui;
pub mod phien_ban;
pub mod register;
mod register_print;
pub mod schema;
pub mod send;
pub mod so_sach;
pub mod template;
mod tep_phat_hanh;
pub mod verify;
pub mod watch;

use crate::diagnostic::Diagnostic;

/// How a run ended, worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// All is done.
    Done = 0,
    /// The data has errors.
    BadData = 1,
    /// Wrong use, or a file that can't be read or written.
    Unusable = 2,
    /// A fault of the program.
    Fault = 3,
}

/// What a verb has to tell.
#[derive(Debug, Default)]
pub struct Report {
    /// Lines for standard output: the files written, the schema asked for.
    pub lines: Vec<String>,
    /// Lines for standard error that are neither error nor warning.
    pub notes: Vec<String>,
    pub diagnostics: Vec<Diagnostic>,
    /// How it ended at best, where findings alone don't tell: two versions that differ.
    pub at_best: Option<Outcome>,
}

/// Tells someone at a terminal how far a batch has come.
pub trait Progress {
    /// So many more documents will be made.
    fn more(&self, documents: usize);
    /// This one comes next.
    fn next(&self, ten: &str);
    /// There is no more.
    fn end(&self);
}

impl Report {
    /// A report of nothing but one finding.
    pub fn of(diagnostic: Diagnostic) -> Self {
        Self { diagnostics: vec![diagnostic], ..Self::default() }
    }

    /// The worst of all findings.
    pub fn outcome(&self) -> Outcome {
        let found = self.diagnostics.iter().map(severity_of).max();
        found.max(self.at_best).unwrap_or(Outcome::Done)
    }
}

fn severity_of(diagnostic: &Diagnostic) -> Outcome {
    match diagnostic.code.as_ref() {
        _ if !diagnostic.is_error() => Outcome::Done,
        "internal" => Outcome::Fault,
        "cannot-write" | "already-there" | "folder-taken" | "wrong-use" | "fonts"
        | "interrupted" => Outcome::Unusable,
        "bad-word" => Outcome::Unusable,
        _ if crate::reading::source::is_read_failure(diagnostic) => Outcome::Unusable,
        _ => Outcome::BadData,
    }
}
