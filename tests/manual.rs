//! `docs/mau.md`, the template manual: its examples build to both formats, and it names every function,
//! variable, key and type that there is.

mod support;

use std::path::Path;

use support::{root, sample, stderr, stdout, vanthu};
use vanthu::model::KieuTruong;
use vanthu::rules::check::{KhoMau, luoc_do_cua};

fn manual() -> String {
    std::fs::read_to_string(root().join("docs/mau.md")).unwrap()
}

/// The fenced blocks: what stands after the fence, and the text.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```") else { continue };
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        all.push((info.to_owned(), body.join("\n") + "\n"));
    }
    all
}

/// A hồ sơ with the files that the manual gives by name.
fn ho_so() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let office = root().join("templates/khoi-tao/co-quan.yaml");
    // The names of the starter are samples, and told as such.
    let office = std::fs::read_to_string(office).unwrap().replace("Tên Mẫu", "Minh");
    std::fs::write(dir.path().join("co-quan.yaml"), office).unwrap();
    std::fs::create_dir(dir.path().join("mau")).unwrap();
    for (info, text) in blocks(&manual()) {
        if let Some((_, path)) = info.split_once(' ') {
            std::fs::write(dir.path().join(path), text).unwrap();
        }
    }
    dir
}

/// Builds one document and demands both files and no word of complaint.
fn build(dir: &Path, name: &str, shown: &str) {
    let out = vanthu().arg("build").arg(dir).args(["--only", name]).output().unwrap();
    assert_eq!((out.status.code(), stderr(&out).as_str()), (Some(0), ""), "{shown}");
    for ending in ["pdf", "docx"] {
        assert!(stdout(&out).contains(&format!("{name}.{ending}")), "{shown}");
    }
}

#[test]
fn every_example_builds_to_both_formats() {
    let dir = ho_so();
    let snippets: Vec<String> =
        blocks(&manual()).into_iter().filter(|(info, _)| info == "typ").map(|(_, t)| t).collect();
    assert!(snippets.len() >= 9, "{}", snippets.len());
    let template = dir.path().join("mau/vi-du.typ");
    for snippet in &snippets {
        std::fs::write(&template, snippet).unwrap();
        build(dir.path(), "vi-du", snippet);
    }
    build(dir.path(), "giay-khen-an", "giay-khen.typ");
}

#[test]
fn every_function_is_described() {
    let (manual, chung) = (manual(), include_str!("../templates/noi-dung/chung.typ"));
    let names = chung.lines().filter_map(|line| line.strip_prefix("#let ")?.split_once('('));
    let mut count = 0;
    for (name, _) in names {
        assert!(manual.contains(&format!("`{name}(")), "{name}");
        count += 1;
    }
    assert!(count >= 15, "{count}");
}

#[test]
fn every_type_and_key_of_a_declaration_is_described() {
    let manual = manual();
    for (kieu, _) in KieuTruong::TEN {
        assert!(manual.contains(&format!("\n| `{kieu}` |")), "{kieu}");
    }
    let schema = luoc_do_cua("mau", &KhoMau::default()).unwrap();
    let parts = schema["definitions"].as_object().unwrap().values().chain([&schema]);
    let keys = parts.filter_map(|part| part["properties"].as_object()).flat_map(|map| map.keys());
    let mut count = 0;
    for key in keys {
        assert!(manual.contains(&format!("`{key}`")), "{key}");
        count += 1;
    }
    assert!(count > 15, "{count}");
}

/// A template that prints the names of all its data, wherever they stand in it.
const NAMES: &str = r#"
#let ten(g) = if type(g) == array { g.map(ten).flatten() } else if type(g) == dictionary {
  if "_chu" in g or "_than" in g { () } else { g.keys() + g.values().map(ten).flatten() }
} else { () }
#let tho = json("/du-lieu.json")
#for t in (ten(tho.noi_dung) + tho.van_ban.keys().map(k => "d.van_ban." + k)).dedup() [#t #parbreak()]
"#;

#[test]
fn every_variable_is_described() {
    let manual = manual();
    let dir = tempfile::tempdir().unwrap();
    let folder = support::sample_with(dir.path(), &[]);
    std::fs::create_dir(folder.join("mau")).unwrap();
    for name in ["ke-hoach", "ke-hoach-chi-tiet", "bao-cao"] {
        std::fs::write(folder.join(format!("mau/{name}.typ")), NAMES).unwrap();
    }
    let out = vanthu().arg("build").arg(&folder).args(["-f", "pdf"]).output().unwrap();
    assert_eq!(out.status.code(), Some(0), "{}", stderr(&out));
    let mut seen = std::collections::BTreeSet::new();
    for name in ["ke-hoach", "dot-1-ke-hoach-chi-tiet", "dot-4-bao-cao"] {
        let pdf = folder.join(format!("{name}.pdf"));
        let text = std::process::Command::new("pdftotext").arg(pdf).arg("-").output().unwrap();
        let names = stdout(&text);
        let body = names.lines().map(str::trim).filter(|line| {
            !line.is_empty() && line.chars().all(|c| c.is_ascii_lowercase() || "_.".contains(c))
        });
        seen.extend(body.map(str::to_owned));
    }
    assert!(seen.len() > 60 && sample().exists(), "{seen:?}");
    for name in seen {
        assert!(manual.contains(&format!("`{name}`")), "{name}");
    }
}
