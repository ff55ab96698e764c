//! ONLYOFFICE's engine, which lays out lines and pages of a Word file as Word does.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::python::python_tool;
use super::{root, tool};

/// How our PDF and ONLYOFFICE's print of the Word file agree.
#[derive(Debug, Deserialize)]
pub struct Agreement {
    pub pages: (usize, usize),
    /// Lines of the longer of the two.
    pub lines: usize,
    /// Lines with the same letters on the same page.
    pub alike: usize,
    pub letters_only_ours: String,
    pub letters_only_other: String,
    /// Justified lines that could have taken one word more, and how many of ours Word's rule explains.
    pub decisions: usize,
    pub by_rule: usize,
    pub differing: Vec<String>,
}

impl Agreement {
    pub fn share(&self) -> f64 {
        self.alike as f64 / self.lines.max(1) as f64
    }
}

/// Prints all Word files of a folder, each beside itself: `x.docx` becomes `x.word.pdf`.
pub fn print_all(dir: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "docx"))
        .collect();
    files.sort();
    let pairs = files.iter().flat_map(|docx| [docx.clone(), print_of(docx)]);
    let script = root().join("tests/word/print.py");
    tool(python_tool("python").arg(script).args(pairs.collect::<Vec<_>>()));
    files
}

fn print_of(docx: &Path) -> PathBuf {
    docx.with_extension("word.pdf")
}

/// Compares a Word file's print with our PDF beside it.
pub fn agreement(docx: &Path) -> Agreement {
    let script = root().join("tests/word/lines.py");
    let mut compare = python_tool("python");
    compare.env("FONTS", root().join("fonts")).arg(script).arg("json").arg(docx);
    let said = tool(compare.arg(docx.with_extension("pdf")).arg(print_of(docx)));
    serde_json::from_str(said.trim()).unwrap()
}
