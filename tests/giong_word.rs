//! The PDF against the Word file as an engine prints it that lays out lines and pages as Word does (ONLYOFFICE).

mod support;

use std::path::Path;

use support::onlyoffice::{Agreement, agreement, print_all};

/// Of all lines over the samples, so many must stand on the same page with the same letters; of each document's.
const ALL: f64 = 0.90;
const EACH: f64 = 0.85;

/// Builds a hồ sơ, prints its Word files, and compares each with its PDF.
fn compared(ho_so: &Path) -> Vec<(String, Agreement)> {
    let dir = tempfile::tempdir().unwrap();
    let mut build = support::vanthu();
    support::tool(build.arg("build").arg(ho_so).arg("-o").arg(dir.path()));
    let files = print_all(dir.path());
    assert!(!files.is_empty());
    let name = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
    files.iter().map(|docx| (name(docx), agreement(docx))).collect()
}

/// Pages, letters and lines of all documents of some hồ sơ.
fn assert_alike(cac_ho_so: &[&Path]) {
    let all: Vec<_> = cac_ho_so.iter().flat_map(|ho_so| compared(ho_so)).collect();
    for (name, a) in &all {
        println!(
            "{name}: {} trang, {:.1} % dòng như nhau, {} / {} dòng theo quy tắc của Word",
            a.pages.0,
            a.share() * 100.0,
            a.by_rule,
            a.decisions
        );
    }
    for (name, a) in &all {
        assert_eq!(a.pages.0, a.pages.1, "{name}: số trang");
        assert_eq!(a.letters_only_ours, "", "{name}: chữ chỉ có trong PDF");
        assert_eq!(a.letters_only_other, "", "{name}: chữ chỉ có trong bản in của tệp Word");
        assert!(a.share() >= EACH, "{name}: {:.3} {:#?}", a.share(), a.differing);
        assert_eq!(a.by_rule, a.decisions, "{name}: dòng không theo quy tắc của Word");
    }
    let (lines, alike) =
        all.iter().fold((0, 0), |(lines, alike), (_, a)| (lines + a.lines, alike + a.alike));
    let share = alike as f64 / lines as f64;
    println!("tất cả: {alike} / {lines} dòng = {:.1} %", share * 100.0);
    assert!(share >= ALL, "{share:.3}");
}

#[test]
fn every_sample_is_the_same_paper_in_word() {
    let root = support::root();
    let samples = ["data/dong-thap-2023", "data/cac-mau", "data/the-thuc"].map(|d| root.join(d));
    assert_alike(&samples.each_ref().map(|path| path.as_path()));
}
