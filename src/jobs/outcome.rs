//! What a job answers with, whichever face has asked.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::duong_dan;
use crate::diagnostic::Diagnostic;
use crate::records::so_dang_ky::The;
use crate::records::so_den::TheDen;

/// How a job ended, worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Ended {
    /// All is done.
    Done = 0,
    /// The data has errors.
    BadData = 1,
    /// Wrong use, or a file that can't be read or written.
    Unusable = 2,
    /// A fault of the program.
    Fault = 3,
}

/// What has come of a job: what was made, what is to be told.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// The files that were written, in the order of their documents; of a package that is a folder full of
    /// packages, the folder.
    #[serde(with = "duong_dan")]
    pub made: Vec<PathBuf>,
    /// The answer itself, where it is text: a schema, the lines of a register, what has changed.
    pub lines: Vec<String>,
    /// What is neither the answer nor a fault, a line each.
    pub notes: Vec<String>,
    pub diagnostics: Vec<Diagnostic>,
    /// The numbers of the register that were listed, found or written.
    #[serde(default)]
    pub papers: Vec<The>,
    /// The papers of the incoming book that were listed or written about.
    #[serde(default)]
    pub incoming: Vec<TheDen>,
    /// What was read of the one file of a paper that is entered, by the names of the request's columns.
    #[serde(default)]
    pub read: BTreeMap<String, String>,
    /// How it ended at best, where findings alone don't tell: two versions that differ.
    pub at_best: Option<Ended>,
    /// The register that was written into, if one was.
    #[serde(default)]
    pub so_da_ghi: Option<SoDaGhi>,
}

/// A register that was written into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoDaGhi {
    /// Its folder, from the root of the disk on.
    pub thu_muc: PathBuf,
    /// The office by its part of the symbol.
    pub co_quan: String,
    /// It began with this.
    pub moi: bool,
}

impl Outcome {
    /// Of nothing but one finding.
    pub fn of(diagnostic: Diagnostic) -> Self {
        Self { diagnostics: vec![diagnostic], ..Self::default() }
    }

    /// Of nothing but files that were written, or the reason why they were not.
    pub fn of_files(written: Result<Vec<PathBuf>, Diagnostic>) -> Self {
        match written {
            Ok(made) => Self { made, ..Self::default() },
            Err(fault) => Self::of(fault),
        }
    }

    /// Whether something of it is an error.
    pub fn co_loi(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }

    /// The worst of all findings.
    pub fn ended(&self) -> Ended {
        let found = self.diagnostics.iter().map(severity_of).max();
        found.max(self.at_best).unwrap_or(Ended::Done)
    }
}

fn severity_of(diagnostic: &Diagnostic) -> Ended {
    match diagnostic.code.as_ref() {
        _ if !diagnostic.is_error() => Ended::Done,
        "internal" => Ended::Fault,
        "cannot-write" | "already-there" | "folder-taken" | "wrong-use" | "fonts"
        | "interrupted" => Ended::Unusable,
        "bad-word" | "register-busy" => Ended::Unusable,
        _ if crate::reading::source::is_read_failure(diagnostic) => Ended::Unusable,
        _ => Ended::BadData,
    }
}
