//! Every folder of `tests/cases` is a small hồ sơ with what the program says about it. See README.md.

use std::fs;
use std::path::{Path, PathBuf};

use vanthu::check::check;
use vanthu::report::{Style, write_all};
use vanthu::source::read_ho_so;

/// Stands for the fonts: Vietnamese and the common signs.
fn co_chu(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{24f}' | '\u{1ea0}'..='\u{1ef9}' | '\u{2010}'..='\u{2026}')
}

fn report(folder: &Path) -> String {
    let diagnostics = match read_ho_so(folder) {
        Ok(nguon) => check(&nguon, &co_chu).diagnostics,
        Err(found) => found,
    };
    let mut out = Vec::new();
    write_all(&mut out, &diagnostics, Style::default()).unwrap();
    let text = String::from_utf8(out).unwrap();
    text.replace(&format!("{}/", folder.display()), "").replace(&folder.display().to_string(), ".")
}

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let entries = fs::read_dir(root).unwrap();
    let mut all: Vec<_> = entries.map(|e| e.unwrap().path()).filter(|p| p.is_dir()).collect();
    all.sort();
    all
}

/// BLESS=1 writes what the program says now; a person reads the difference before it is kept.
#[test]
fn every_case_is_reported_as_expected() {
    let mut wrong = Vec::new();
    for folder in folders() {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let (text, stored) = (report(&folder), folder.join("expected.txt"));
        if std::env::var_os("BLESS").is_some() {
            fs::write(&stored, &text).unwrap();
        }
        if fs::read_to_string(&stored).unwrap_or_default() != text {
            wrong.push(format!("--- {name} says now:\n{text}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A case that finds nothing would pass without the rule that it is about.
#[test]
fn a_case_of_a_fault_finds_one() {
    for folder in folders() {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let quiet = fs::read_to_string(folder.join("expected.txt")).unwrap().is_empty();
        assert_eq!(quiet, name.starts_with("dung-"), "{name}");
    }
}
