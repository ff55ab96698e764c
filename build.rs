//! Tells the program what it is built from, for `--version`: the commit and its day, as git says them, so that the same
//! commit makes the same program. No clock is asked. `VANTHU_COMMIT`, if set, is told in the place of git's answer.

use std::path::Path;
use std::process::Command;

/// What goes into the program.
const PARTS: [&str; 6] = ["src", "templates", "fonts", "Cargo.toml", "Cargo.lock", "build.rs"];

fn main() {
    println!("cargo::rerun-if-env-changed=VANTHU_COMMIT");
    let told = std::env::var("VANTHU_COMMIT").ok().filter(|told| !told.is_empty());
    let source = told.or_else(of_git).unwrap_or_else(|| "không kèm lịch sử git".to_owned());
    println!("cargo::rustc-env=VANTHU_MA_NGUON={source}");
}

/// `9cfdb834f5a1 ngày 29/11/2026`; none where these sources are no clone, also if they lie in a clone of something else.
fn of_git() -> Option<String> {
    println!("cargo::rerun-if-changed=build.rs");
    if !git(&["rev-parse", "--show-prefix"])?.is_empty() {
        return None;
    }
    for file in moved_by_commits() {
        println!("cargo::rerun-if-changed={file}");
    }
    for part in PARTS {
        println!("cargo::rerun-if-changed={part}");
    }
    let commit =
        git(&["log", "-1", "--abbrev=12", "--date=format:%d/%m/%Y", "--format=%h ngày %cd"])?;
    let edits = git(&[&["status", "--porcelain", "--"], PARTS.as_slice()].concat())?;
    Some(if edits.is_empty() { commit } else { format!("{commit}, có sửa thêm") })
}

/// The files of git that change whenever another commit is looked at. One that isn't there would make cargo ask each time.
fn moved_by_commits() -> Vec<String> {
    let branch = git(&["symbolic-ref", "-q", "HEAD"]);
    let names = ["HEAD", "logs/HEAD", "packed-refs"].into_iter().chain(branch.as_deref());
    let paths = names.filter_map(|name| git(&["rev-parse", "--git-path", name]));
    paths.filter(|path| Path::new(path).exists()).collect()
}

/// What git answers in this folder.
fn git(words: &[&str]) -> Option<String> {
    let out = Command::new("git").arg("--no-optional-locks").args(words).output().ok()?;
    let answer = String::from_utf8(out.stdout).ok()?;
    out.status.success().then(|| answer.trim_end().to_owned())
}
