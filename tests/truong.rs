//! A finding knows the field of the document that it is about: by its path, which is resolved here once more in
//! the tree of the file and held against the line.

use std::fs;
use std::path::PathBuf;

use crate::support::truong::{tim, trong_tep};
use vanthu::diagnostic::{Diagnostic, FieldPath, Place};
use vanthu::reading::source::{HoSoNguon, read_ho_so, ten_tep};
use vanthu::reading::yaml::{lines, parse};
use vanthu::rules::check::check;

fn co_chu(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{24f}' | '\u{1ea0}'..='\u{1ef9}' | '\u{2010}'..='\u{2026}')
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn folders() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("tests/cases")).unwrap();
    let mut all: Vec<_> = entries.map(|e| e.unwrap().path()).filter(|p| p.is_dir()).collect();
    all.sort();
    all
}

/// The file can't be read as fields, or the place is known by its line alone.
const KHONG_CO_MUC: &[&str] = &[
    "yaml-syntax",
    "yaml-too-deep",
    "yaml-too-big",
    "multiple-documents",
    "tab-indent",
    "not-utf8",
    "utf-16",
    "control-character",
    "legacy-encoding",
];

/// Whether a field's node is where its finding is.
fn dung_cho(nguon: &HoSoNguon, place: &Place, field: &FieldPath) -> Result<(), String> {
    if let Some(md) = nguon.md.iter().find(|tep| tep.ten == place.file) {
        let names = nguon.tep.iter().any(|tep| {
            let Some(root) = parse(tep).0 else { return false };
            let found = tim(tep, &root, &field.path);
            found.is_some_and(|(node, _)| node.text().map(str::trim) == Some(ten_tep(&md.ten)))
        });
        let same = field.line == Some(place.line);
        return if names && same { Ok(()) } else { Err("not the body's field".into()) };
    }
    let tep = nguon.tep.iter().find(|tep| tep.ten == place.file).ok_or("no such file")?;
    let tree = parse(tep).0.ok_or("no tree")?;
    let path = trong_tep(&tree, &field.path);
    let (node, top) = tim(tep, &tree, path).ok_or("no such field")?;
    let bottom = *lines(tep, node.span).end();
    let there = (top..=bottom).contains(&place.line);
    if there { Ok(()) } else { Err(format!("the field stands on lines {top} to {bottom}")) }
}

/// Every place in a YAML file or a body of a finding that isn't about the file's form.
fn cho(d: &Diagnostic) -> impl Iterator<Item = &Place> {
    let known = !KHONG_CO_MUC.contains(&d.code.as_ref());
    d.place.iter().chain(&d.other_place).filter(move |_| known)
}

#[test]
fn every_finding_in_a_field_knows_it() {
    let (mut all, mut known) = (0, 0);
    let mut wrong = Vec::new();
    for folder in folders() {
        let Ok(nguon) = read_ho_so(&folder) else { continue };
        for d in check(&nguon, &co_chu).diagnostics {
            // The second of two entries is not in the tree; its key stands on the finding's line.
            let twice = d.code == "duplicate-key";
            for (i, place) in cho(&d).enumerate() {
                all += 1;
                let Some(field) = &place.field else {
                    wrong.push(format!("{d:?}: no field"));
                    continue;
                };
                known += 1;
                let result = if twice && i == 0 {
                    let key = field.path.rsplit('.').next().unwrap();
                    let there = place.line_text.trim_start_matches(['-', ' ']).starts_with(key);
                    if there { Ok(()) } else { Err("not the key".to_owned()) }
                } else {
                    dung_cho(&nguon, place, field)
                };
                if let Err(why) = result {
                    let place = format!("{}:{}", place.file, place.line);
                    wrong.push(format!("{} {place} {field:?}: {why}", d.code));
                }
            }
        }
    }
    println!("{known} of {all} places in fields know their field");
    assert!(all > 200, "{all}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn found(files: &[(&str, &str)]) -> Vec<(String, FieldPath)> {
    let dir = tempfile::tempdir().unwrap();
    let sample = root().join("data/dong-thap-2023/co-quan.yaml");
    fs::copy(sample, dir.path().join("co-quan.yaml")).unwrap();
    for (name, text) in files {
        fs::write(dir.path().join(name), text).unwrap();
    }
    let nguon = read_ho_so(dir.path()).unwrap();
    let all = check(&nguon, &co_chu).diagnostics;
    let field = |d: Diagnostic| Some((d.code.into_owned(), *d.place?.field?));
    all.into_iter().filter_map(field).collect()
}

fn sample_text(name: &str) -> String {
    fs::read_to_string(root().join("data/dong-thap-2023").join(name)).unwrap()
}

fn at(found: &[(String, FieldPath)], code: &str) -> (String, Option<usize>) {
    let (_, field) = found.iter().find(|(c, _)| c == code).unwrap_or_else(|| panic!("{found:?}"));
    (field.path.clone(), field.line)
}

#[test]
fn a_field_of_an_item_has_the_item_s_number() {
    let text = sample_text("ke-hoach.yaml");
    let second = text.match_indices("chu_de:").nth(1).unwrap().0;
    let text = format!("{}chu_de:\n    chu_dee:{}", &text[..second], &text[second + 7..]);
    assert_eq!(
        at(&found(&[("ke-hoach.yaml", &text)]), "empty-value"),
        ("dot[1].chu_de".into(), None)
    );
}

const THONG_BAO: &str =
    "loai: thong_bao\nngay_ban_hanh: 4/5/2023\ntrich_yeu: Kết quả\nnoi_nhan: [Các Ban]\nluu: VT\n";

#[test]
fn a_fault_of_a_body_has_its_line() {
    let body: String = (1..=11).map(|i| format!("  Đoạn thứ {i} của bài.\n")).collect();
    let text = format!("{THONG_BAO}noi_dung: |\n{body}  ####### Đề mục sâu quá\n");
    let all = found(&[("thong-bao.yaml", &text)]);
    assert_eq!(at(&all, "bad-head"), ("noi_dung".into(), Some(12)));
    // The same of a body in a file of its own.
    let text = format!("{THONG_BAO}noi_dung: than.md\n");
    let body: String = (1..=11).map(|i| format!("Đoạn thứ {i} của bài.\n")).collect();
    let body = format!("{body}####### Đề mục sâu quá\n\nHội đồng nhân dân  Tỉnh họp .\n");
    let all = found(&[("thong-bao.yaml", &text), ("than.md", &body)]);
    assert_eq!(at(&all, "bad-head"), ("noi_dung".into(), Some(12)));
    let read = all.iter().find(|(code, _)| code.starts_with("VT")).unwrap();
    assert_eq!((read.1.path.as_str(), read.1.line), ("noi_dung", Some(14)));
}

#[test]
fn an_office_s_fields_say_so() {
    let text =
        sample_text("co-quan.yaml").replace("pho_chu_tich:", "pho_chu_tich: {hoo_ten: x}\n  khac:");
    let all = found(&[("co-quan.yaml", &text), ("ke-hoach.yaml", &sample_text("ke-hoach.yaml"))]);
    assert!(all.iter().any(|(_, f)| f.path == "co_quan.nguoi_ky.pho_chu_tich"), "{all:?}");
}
