//! The wings of `src/` and which of them may import which: the path of the data, one way.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::support::root;

/// A wing, and the wings that it may import, `machine` and `diagnostic` left out.
const WINGS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("reading", &["model"]),
    ("rules", &["reading", "model"]),
    ("compose", &["rules", "reading", "model"]),
    ("layout", &["compose", "model"]),
    ("writers", &["layout", "compose", "rules", "reading", "model"]),
    ("word", &["writers", "layout", "compose", "rules", "reading", "model"]),
    ("records", &["writers", "layout", "compose", "rules", "reading", "model"]),
    ("jobs", &["records", "word", "writers", "layout", "compose", "rules", "reading", "model"]),
    (
        "faces",
        &["jobs", "records", "word", "writers", "layout", "compose", "rules", "reading", "model"],
    ),
    // Anybody above the model may use it; it knows nobody.
    ("machine", &[]),
];

/// Rust files below a folder, with their text.
fn files(dir: &Path, out: &mut Vec<(String, String)>) {
    let mut entries: Vec<_> = std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, out);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let shown = path.strip_prefix(root()).unwrap().display().to_string();
            out.push((shown, std::fs::read_to_string(&path).unwrap()));
        }
    }
}

/// The wings that a text names with `crate::`, alone or first in a group.
fn named(text: &str) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for (at, _) in text.match_indices("crate::") {
        let before = text[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = &text[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(group) => out.extend(heads(group)),
            None => out.extend(word(rest)),
        }
    }
    out
}

fn word(text: &str) -> Option<String> {
    let name: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!name.is_empty()).then_some(name)
}

/// The first words of the parts of a group, up to its end.
fn heads(group: &str) -> Vec<String> {
    let (mut depth, mut out, mut fresh) = (0, Vec::new(), true);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => fresh = true,
            c if fresh && !c.is_whitespace() => {
                out.extend(word(&group[at..]));
                fresh = false;
            }
            _ => {}
        }
    }
    out
}

#[test]
fn src_shows_the_wings_and_no_more() {
    let shown: BTreeSet<String> = std::fs::read_dir(root().join("src"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let beside = ["main.rs", "lib.rs", "diagnostic.rs"].map(str::to_owned);
    let wanted: BTreeSet<String> =
        WINGS.iter().map(|(wing, _)| (*wing).to_owned()).chain(beside).collect();
    assert_eq!(shown, wanted);
}

#[test]
fn imports_run_one_way_along_the_path_of_the_data() {
    let known: BTreeMap<&str, &[&str]> = WINGS.iter().copied().collect();
    let mut found = Vec::new();
    files(&root().join("src"), &mut found);
    assert!(found.len() > 300, "{}", found.len());
    let mut wrong = Vec::new();
    let mut arrows = BTreeSet::new();
    for (path, text) in &found {
        let Some(wing) = path.split('/').nth(1).filter(|wing| known.contains_key(wing)) else {
            continue;
        };
        for name in named(text).iter().filter(|name| *name != wing) {
            let Some((other, _)) = known.get_key_value(name.as_str()) else {
                // Only the one file beside the wings is left, and the model doesn't know findings.
                if name != "diagnostic" || wing == "model" {
                    wrong.push(format!("{path}: crate::{name}"));
                }
                continue;
            };
            arrows.insert((wing, *other));
            let machine = *other == "machine" && wing != "model";
            if !machine && !known[wing].contains(other) {
                wrong.push(format!("{path}: {wing} → {other}"));
            }
        }
    }
    // What stands here is really read: faces ask jobs, jobs ask records.
    assert!(arrows.contains(&("faces", "jobs")) && arrows.contains(&("jobs", "records")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A face is whoever knows clap, a terminal or the environment; nobody else does.
#[test]
fn only_faces_know_arguments_terminals_and_the_environment() {
    let mut found = Vec::new();
    files(&root().join("src"), &mut found);
    let face = |path: &str| path.starts_with("src/faces/") || path == "src/main.rs";
    for (path, text) in found.iter().filter(|(path, _)| !face(path)) {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for word in ["use clap", "std::env::args", "std::env::var", "is_terminal", "indicatif"] {
            assert!(!code.contains(word), "{path}: {word}");
        }
    }
}

#[test]
fn names_of_a_group_are_read() {
    let text =
        "use crate::{model::{A, B}, writers};\nlet x = crate::rules::check(); mycrate::faces";
    let names: Vec<String> = named(text).into_iter().collect();
    assert_eq!(names, ["model", "rules", "writers"]);
}

/// `autotests` is off: a file that nobody names would never run.
#[test]
fn every_file_of_tests_belongs_to_one_program() {
    let tests = root().join("tests");
    let programs = ["all", "timed", "runaway"];
    let named: Vec<String> = programs
        .iter()
        .flat_map(|program| {
            let text = std::fs::read_to_string(tests.join(format!("{program}.rs"))).unwrap();
            let modules =
                text.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'));
            modules.filter(|module| *module != "support").map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    for entry in std::fs::read_dir(&tests).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_string_lossy();
        if path.extension().is_some_and(|ending| ending == "rs")
            && !programs.contains(&stem.as_ref())
        {
            let times = named.iter().filter(|module| **module == *stem).count();
            assert_eq!(times, 1, "tests/{stem}.rs is named {times} times in the programs of tests");
        }
    }
}
