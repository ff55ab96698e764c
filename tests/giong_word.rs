//! The PDF against the Word file as an engine prints it that lays out lines and pages as Word does (ONLYOFFICE).

use std::path::Path;

use crate::support;
use crate::support::onlyoffice::{Agreement, agreement, print_all};

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
    let samples = ["data/dong-thap-2023", "data/cac-mau", "data/the-thuc", "data/dang-uy"]
        .map(|d| root.join(d));
    assert_alike(&samples.each_ref().map(|path| path.as_path()));
}

#[test]
fn everything_that_a_body_may_have_is_the_same_paper_in_word() {
    assert_alike(&[&support::root().join("tests/than-bai")]);
}

/// The head of a notice, and an office.
fn notice(dir: &Path, name: &str, body: &str) {
    let office = support::root().join("tests/than-bai/co-quan.yaml");
    std::fs::copy(office, dir.join("co-quan.yaml")).unwrap();
    let head = "loai: thong_bao\nso: 27\nngay_ban_hanh: 4/5/2026\ntrich_yeu: Kết luận\n";
    std::fs::write(dir.join(format!("{name}.md")), body).unwrap();
    std::fs::write(dir.join(format!("{name}.yaml")), format!("{head}noi_dung: {name}.md\n"))
        .unwrap();
}

fn words(count: usize) -> String {
    let all = ["Ủy ban", "nhân dân", "tỉnh", "đề nghị", "các cơ quan", "thực hiện", "nghiêm túc"];
    let text: Vec<&str> = all.iter().cycle().take(count).copied().collect();
    format!("{}.", text.join(" "))
}

/// Papers whose notes, rows and paragraphs end at every height of the page: pages, letters and lines are Word's.
#[test]
fn notes_rows_and_paragraphs_at_every_height_of_the_page_are_word_s() {
    let dir = tempfile::tempdir().unwrap();
    for count in (0..36).step_by(3) {
        let filler: String = (0..count).map(|i| format!("Đoạn {i}.\n\n")).collect();
        let note = format!(
            "{filler}# Đề mục[^a]\n\n{}[^b]\n\n- {}\n\n[^a]: {}\n\n[^b]: {}\n",
            words(40),
            words(30),
            words(12),
            words(40)
        );
        notice(dir.path(), &format!("chu-thich-{count:02}"), &note);
        let rows: String =
            (1..=24).map(|i| format!("| {i} | {} | x |\n", words(3 + (i * 7) % 23))).collect();
        let table = format!(
            "{filler}| TT | Nội dung | Đơn vị |\n|---|---------|----|\n{rows}\n{}\n",
            words(30)
        );
        notice(dir.path(), &format!("bang-{count:02}"), &table);
        let paragraphs: String =
            (1..=14).map(|i| format!("{}\n\n", words(7 * (1 + i % 6)))).collect();
        notice(dir.path(), &format!("doan-{count:02}"), &format!("{filler}{paragraphs}"));
    }
    assert_alike(&[dir.path()]);
}
