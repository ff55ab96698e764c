//! Rule lines as drawn lines, for an office that chooses them: in a valid file, as long and in the same place as the
//! borders of the others.

use std::path::Path;

use crate::support;
use crate::support::page::{Page, pages, rows};
use crate::support::python::python_tool;

/// What LibreOffice may set otherwise, in pt.
const LECH: f64 = 1.0;

/// A notice of an office with a line of its own in its file.
fn built(dir: &Path, own: &str) {
    let office = std::fs::read_to_string(support::sample().join("co-quan.yaml")).unwrap();
    std::fs::write(dir.join("co-quan.yaml"), format!("{office}\n{own}\n")).unwrap();
    let notice = "loai: thong_bao\nso: 5\nngay_ban_hanh: 4/5/2023\ntrich_yeu: Lịch trực cơ quan\n\
                  noi_dung: Các phòng trực theo lịch.\n";
    std::fs::write(dir.join("thong-bao.yaml"), notice).unwrap();
    support::build(dir, dir);
}

/// Each level line of the first page: from where to where, and how far below the baseline of the text over it.
fn lines(page: &Page) -> Vec<[f64; 3]> {
    let rows = rows(std::slice::from_ref(page));
    let mut all: Vec<[f64; 3]> = page
        .rules
        .iter()
        .filter(|rule| rule.length > 10.0)
        .map(|rule| {
            let over = rows.iter().filter(|row| row.baseline() < rule.y);
            [
                rule.x,
                rule.x + rule.length,
                rule.y - over.map(|row| row.baseline()).fold(0.0, f64::max),
            ]
        })
        .collect();
    all.sort_by(|a, b| a.partial_cmp(b).unwrap());
    all
}

#[test]
fn drawn_lines_stand_where_borders_would() {
    let dir = tempfile::tempdir().unwrap();
    built(dir.path(), "duong_ke: hinh_ve");
    let docx = dir.path().join("thong-bao.docx");
    let out = python_tool("openxml-audit").arg(&docx).output().expect("openxml-audit");
    assert!(out.status.success(), "{}", support::stdout(&out));
    let xml = support::word::part(&docx, "word/document.xml").unwrap();
    assert_eq!(xml.matches("<wps:wsp>").count(), 3);
    assert_eq!(xml.matches("<v:line ").count(), 3);
    let pdf = lines(&pages(&dir.path().join("thong-bao.pdf"))[0]);
    let word = lines(&pages(&support::print_word(&docx, dir.path()))[0]);
    assert_eq!((pdf.len(), word.len()), (3, 3), "{pdf:?} {word:?}");
    for (ours, theirs) in pdf.iter().zip(&word) {
        let near = ours.iter().zip(theirs).all(|(a, b)| (a - b).abs() < LECH);
        assert!(near, "{ours:?} {theirs:?}");
    }
    // To those who read it back the file says the same.
    let other = tempfile::tempdir().unwrap();
    built(other.path(), "duong_ke: vien");
    let plain = other.path().join("thong-bao.docx");
    let same = support::vanthu().arg("diff").arg(&plain).arg(&docx).output().unwrap();
    assert!(same.status.success(), "{}{}", support::stdout(&same), support::stderr(&same));
}

#[test]
fn another_word_for_them_is_told() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("co-quan.yaml"), "ten: A\nduong_ke: ve\n").unwrap();
    std::fs::write(dir.path().join("a.yaml"), "loai: thong_bao\n").unwrap();
    let out = support::vanthu().arg("check").arg(dir.path()).output().unwrap();
    assert!(
        support::stderr(&out).contains("không có kiểu đường kẻ “ve”"),
        "{}",
        support::stderr(&out)
    );
}
