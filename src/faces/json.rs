//! What other programs read: findings a line each on standard error, and the outcome of a verb as one object on standard
//! output. The names are those of `docs/cho-phan-mem-khac.md` and of `schema/ket-qua.json`, and stay.

use std::collections::BTreeMap;
use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::report::{an, bot};
use crate::diagnostic::{Diagnostic, Edit, FieldPath, Place, Severity};
use crate::jobs::{Ended, Outcome};
use crate::records::so_dang_ky::The;
use crate::records::so_den::TheDen;

/// What has come of a verb.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Kết quả của một lệnh vanthu (--json)")]
struct KetQua<'o> {
    /// The command in its English name: `build`, `register list`; empty where none was understood.
    verb: &'o str,
    ended: JsonEnded,
    /// How the program ends: 0 done, 1 the data have errors (of `diff`: the versions differ), 2 wrong use or a file that can't be
    /// read or written, 3 a fault of the program.
    exit_code: u8,
    /// The files and folders that were written, as they were named.
    made: Vec<String>,
    /// The answer where it is text for people; its words may change.
    lines: &'o [String],
    /// What is neither the answer nor a fault, for people.
    notes: &'o [String],
    /// The numbers of the register that the verb listed, found or wrote.
    papers: &'o [The],
    /// The papers of the incoming book that the verb listed or wrote about.
    incoming: &'o [TheDen],
    /// What `incoming add` has read of the paper's one file, by column; absent where nothing was read.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    read: &'o BTreeMap<String, String>,
    /// The same as on standard error.
    diagnostics: Vec<JsonFinding<'o>>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum JsonEnded {
    Done,
    BadData,
    Unusable,
    Fault,
}

/// The outcome of the command `verb` as one line, which ended so.
pub fn outcome_line(verb: &str, outcome: &Outcome, ended: Ended, all: &[Diagnostic]) -> String {
    let told = bot(all);
    let answer = KetQua {
        verb,
        ended: match ended {
            Ended::Done => JsonEnded::Done,
            Ended::BadData => JsonEnded::BadData,
            Ended::Unusable => JsonEnded::Unusable,
            Ended::Fault => JsonEnded::Fault,
        },
        exit_code: ended as u8,
        made: outcome.made.iter().map(|path| path.display().to_string()).collect(),
        lines: &outcome.lines,
        notes: &outcome.notes,
        papers: &outcome.papers,
        incoming: &outcome.incoming,
        read: &outcome.read,
        diagnostics: told.iter().map(|d| JsonFinding::of(d)).collect(),
    };
    thoat(&serde_json::to_string(&answer).unwrap_or_default())
}

/// Prints each finding as one JSON object a line.
pub fn write_json(out: &mut dyn Write, all: &[Diagnostic]) -> io::Result<()> {
    for diagnostic in bot(all) {
        let line = serde_json::to_string(&JsonFinding::of(&diagnostic))?;
        writeln!(out, "{}", thoat(&line))?;
    }
    Ok(())
}

/// JSON that says the same and shows a terminal nothing raw: what may not reach one stands in strings alone, where it
/// may be written by its number.
fn thoat(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if !an(c) {
            out.push(c);
            continue;
        }
        let mut units = [0; 2];
        out.extend(c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
    }
    out
}

/// A finding as other programs read it: without the file's own line, which they have.
#[derive(Serialize, JsonSchema)]
struct JsonFinding<'d> {
    code: &'d str,
    severity: JsonSeverity,
    message: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    clause: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<JsonPlace<'d>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    other_place: Option<JsonPlace<'d>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fix: Vec<JsonEdit<'d>>,
}

#[derive(Serialize, JsonSchema)]
struct JsonPlace<'d> {
    file: &'d str,
    line: usize,
    column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<JsonField<'d>>,
}

impl<'d> JsonFinding<'d> {
    fn of(d: &'d Diagnostic) -> Self {
        Self {
            code: &d.code,
            severity: d.severity.into(),
            message: &d.message,
            hint: d.hint.as_deref(),
            clause: d.clause.as_deref(),
            place: d.place.as_ref().map(JsonPlace::of),
            other_place: d.other_place.as_ref().map(JsonPlace::of),
            fix: d.fix.iter().map(JsonEdit::of).collect(),
        }
    }
}

impl<'d> JsonPlace<'d> {
    fn of(place: &'d Place) -> Self {
        Self {
            file: &place.file,
            line: place.line,
            column: place.column,
            field: place.field.as_deref().map(JsonField::of),
        }
    }
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum JsonSeverity {
    Error,
    Warning,
    Note,
}

impl From<Severity> for JsonSeverity {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Note => Self::Note,
        }
    }
}

/// The field of a document, as JSON paths are written, and the line inside a value of several lines.
#[derive(Serialize, JsonSchema)]
struct JsonField<'d> {
    path: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
}

impl<'d> JsonField<'d> {
    fn of(field: &'d FieldPath) -> Self {
        Self { path: &field.path, line: field.line }
    }
}

/// A change that would mend it: columns from `column` up to before `end_column` of a line become `text`.
#[derive(Serialize, JsonSchema)]
struct JsonEdit<'d> {
    line: usize,
    column: usize,
    end_column: usize,
    text: &'d str,
}

impl<'d> JsonEdit<'d> {
    fn of(edit: &'d Edit) -> Self {
        let Edit { line, column, end_column, .. } = *edit;
        Self { line, column, end_column, text: &edit.text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::faces::report::{Style, sach, write_all};

    fn printed(all: &[Diagnostic]) -> String {
        let mut out = Vec::new();
        write_json(&mut out, all).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_finding_is_a_line() {
        let all = [Diagnostic::error("e", "m"), Diagnostic::warning("w", "m")];
        let first = r#"{"code":"e","severity":"error","message":"m"}"#;
        assert_eq!(printed(&all).lines().next(), Some(first));
    }

    /// Programs read the same text; a terminal gets nothing but plain letters.
    #[test]
    fn json_has_what_is_hidden_by_its_number() {
        let said = "a\u{202e}b\u{9b}31m\u{7f}\u{feff}\u{e0041}\u{1b}c";
        let place = Place::new("x\u{202e}.yaml", 1, 1, "");
        let d = Diagnostic::error("e", said).hint(said).at(place);
        let text = printed(std::slice::from_ref(&d));
        assert!(text.contains(r"a\u202eb\u009b31m\u007f\ufeff\udb40\udc41\u001bc"), "{text}");
        assert!(text.chars().all(|c| c == '\n' || !an(c)), "{text}");
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!((read["message"].as_str(), read["hint"].as_str()), (Some(said), Some(said)));
        assert_eq!(read["place"]["file"], "x\u{202e}.yaml");
        let mut plain = Vec::new();
        write_all(&mut plain, &[d], Style::default()).unwrap();
        let plain = String::from_utf8(plain).unwrap();
        assert!(!plain.contains('\u{202e}') && !sach(said).contains('\u{9b}'));
    }

    #[test]
    fn json_tells_the_field() {
        let place = Place::new("a.yaml", 7, 1, "");
        let at = |line| place.clone().of("noi_dung".into(), line);
        let d = Diagnostic::error("e", "m").at(at(Some(12))).and_at(at(None));
        assert_eq!(
            printed(&[d]),
            r#"{"code":"e","severity":"error","message":"m","place":{"file":"a.yaml","line":7,"column":1,"field":{"path":"noi_dung","line":12}},"other_place":{"file":"a.yaml","line":7,"column":1,"field":{"path":"noi_dung"}}}"#
                .to_owned()
                + "\n"
        );
    }

    /// An office's program that asks for a name finds it there, in every outcome.
    #[test]
    fn an_outcome_always_has_all_its_names() {
        let outcome = Outcome { notes: vec!["a\u{1b}b".into()], ..Outcome::default() };
        let line = outcome_line("register list", &outcome, Ended::Done, &[]);
        assert_eq!(
            line,
            r#"{"verb":"register list","ended":"done","exit_code":0,"made":[],"lines":[],"notes":["a\u001bb"],"papers":[],"incoming":[],"diagnostics":[]}"#
        );
        let all = [Diagnostic::error("bad-date", "x")];
        let line = outcome_line("", &Outcome::default(), Ended::BadData, &all);
        assert!(line.contains(r#""ended":"bad-data","exit_code":1"#), "{line}");
        assert!(line.contains(r#""diagnostics":[{"code":"bad-date""#), "{line}");
    }

    /// `schema/ket-qua.json` is what other programs are written by: BLESS=1 writes it.
    #[test]
    fn the_schema_is_that_of_the_outcome() {
        let schema = schemars::schema_for!(KetQua<'static>);
        let text = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/ket-qua.json");
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(path, &text).unwrap();
        }
        assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), text);
    }
}
