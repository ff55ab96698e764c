//! A finding on its way through a pipe. It arrives as it was sent, but for the edits that only
//! `check --fix` uses.

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, Edit, Place, Severity};
use crate::giai_thich;

#[derive(Debug, Serialize, Deserialize)]
pub struct Fault {
    code: String,
    severity: Weight,
    message: String,
    hint: Option<String>,
    clause: Option<String>,
    place: Option<Spot>,
    other_place: Option<Spot>,
    fix: Vec<Change>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
enum Weight {
    Error,
    Warning,
    Note,
}

#[derive(Debug, Serialize, Deserialize)]
struct Spot {
    file: String,
    line: usize,
    column: usize,
    line_text: String,
    skipped: usize,
}

#[derive(Debug, Serialize, Deserialize)]
struct Change {
    line: usize,
    column: usize,
    end_column: usize,
    text: String,
}

impl From<Diagnostic> for Fault {
    fn from(d: Diagnostic) -> Self {
        let spot = |place: Place| {
            let Place { file, line, column, line_text, skipped } = place.cut();
            Spot { file, line, column, line_text, skipped }
        };
        let severity = match d.severity {
            Severity::Error => Weight::Error,
            Severity::Warning => Weight::Warning,
            Severity::Note => Weight::Note,
        };
        let change = |edit: Edit| {
            let Edit { line, column, end_column, text, .. } = edit;
            Change { line, column, end_column, text }
        };
        Self {
            code: d.code.to_owned(),
            severity,
            message: d.message,
            hint: d.hint,
            clause: d.clause,
            place: d.place.map(spot),
            other_place: d.other_place.map(spot),
            fix: d.fix.into_iter().map(change).collect(),
        }
    }
}

impl From<Fault> for Diagnostic {
    fn from(fault: Fault) -> Self {
        let place = |spot: Spot| {
            let Spot { file, line, column, line_text, skipped } = spot;
            Place { file, line, column, line_text, skipped }
        };
        let severity = match fault.severity {
            Weight::Error => Severity::Error,
            Weight::Warning => Severity::Warning,
            Weight::Note => Severity::Note,
        };
        let edit = |change: Change| {
            let Change { line, column, end_column, text } = change;
            Edit { line, column, end_column, text, range: 0..0, value: (0, 0..0, String::new()) }
        };
        Self {
            code: giai_thich::ma(&fault.code).unwrap_or("internal"),
            severity,
            message: fault.message,
            hint: fault.hint,
            clause: fault.clause,
            place: fault.place.map(place),
            other_place: fault.other_place.map(place),
            fix: fault.fix.into_iter().map(edit).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_arrives_as_it_was_sent() {
        let place = |line| Place {
            file: "a.typ".into(),
            line,
            column: 2,
            line_text: "#x".into(),
            skipped: 4,
        };
        let d = Diagnostic::warning("VT101", "sai").hint("sửa").clause("mục 1").at(place(3));
        let mut sent = d.and_at(place(4));
        sent.fix.push(Edit {
            line: 1,
            column: 2,
            end_column: 3,
            text: "à".into(),
            range: 0..0,
            value: (0, 0..0, String::new()),
        });
        let line = serde_json::to_string(&Fault::from(sent.clone())).unwrap();
        let back: Fault = serde_json::from_str(&line).unwrap();
        assert_eq!(Diagnostic::from(back), sent);
    }
}
