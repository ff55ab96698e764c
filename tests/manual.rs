//! The manuals. `docs/mau.md`: its examples build to both formats, and it names every function, variable, key and type
//! that there is. `docs/huong-dan.md`: what it says of signs and of a year is so, and nobody is sent to a folder that an
//! installed program hasn't.

use std::path::Path;

use crate::support;
use crate::support::sua_word::{Sua, sua};
use crate::support::{root, sample, stderr, stdout, vanthu};
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

/// `docs/than-bai.md`: what it shows as a whole paper is one.
#[test]
fn every_paper_of_the_manual_of_bodies_builds_without_a_word() {
    let text = std::fs::read_to_string(root().join("docs/than-bai.md")).unwrap();
    let papers = blocks(&text)
        .into_iter()
        .filter(|(info, text)| info == "yaml" && text.starts_with("loai: "));
    let mut count = 0;
    for (_, paper) in papers {
        let dir = tempfile::tempdir().unwrap();
        let office = root().join("data/dong-thap-2023/van-phong.yaml");
        std::fs::copy(office, dir.path().join("co-quan.yaml")).unwrap();
        std::fs::write(dir.path().join("vb.yaml"), &paper).unwrap();
        build(dir.path(), "vb", &paper);
        count += 1;
    }
    assert!(count >= 2, "{count}");
}

fn guide() -> String {
    std::fs::read_to_string(root().join("docs/huong-dan.md")).unwrap()
}

/// Whether a value that is typed without quotes comes out as it was typed.
fn comes_out(value: &str) -> bool {
    use vanthu::reading::source::TepNguon;
    let text = format!("mo_dau: {value}\nloai: thong_bao\n");
    let tep = TepNguon::decode("a.yaml", text.as_bytes()).unwrap();
    let (root, found) = vanthu::reading::yaml::parse(&tep);
    let read = root.as_ref().and_then(|root| root.get("mo_dau")).and_then(|node| node.text());
    found.is_empty() && read == Some(value)
}

/// The guide names every sign that needs quotes, and no other.
#[test]
fn the_signs_that_need_quotes_are_all_named() {
    let guide = guide();
    let line = guide.split("```dau-dau\n").nth(1).unwrap().lines().next().unwrap().to_owned();
    let named: Vec<&str> = line.split_whitespace().collect();
    for sign in (b'!'..=b'~').filter(|b| !b.is_ascii_alphanumeric()).map(char::from) {
        let first = format!("{sign}abc xyz");
        assert_eq!(comes_out(&first), !named.contains(&&*sign.to_string()), "{first}");
        let spaced = format!("{sign} abc");
        let told = named.contains(&&*sign.to_string()) || "-?:".contains(sign);
        assert_eq!(comes_out(&spaced), !told, "{spaced}");
        assert!(comes_out(&format!("abc{sign}xyz")), "{sign} between letters");
        assert_eq!(comes_out(&format!("abc xyz{sign}")), sign != ':', "{sign} at the end");
        assert_eq!(comes_out(&format!("abc {sign}xyz")), sign != '#', "{sign} after a blank");
        assert_eq!(comes_out(&format!("abc{sign} xyz")), sign != ':', "{sign} before a blank");
    }
    for value in ["~", "null"] {
        assert!(!comes_out(value) && guide.contains(&format!("`{value}`")), "{value}");
    }
    for value in ["true", "có", "08:00", "15/3/2026", "1.250.000", "“a”", "5"] {
        assert!(comes_out(value), "{value}");
    }
}

/// Whoever has the program alone has no folder of samples; `init` makes them.
#[test]
fn nobody_is_sent_to_a_folder_that_is_not_there() {
    for name in ["huong-dan", "than-bai", "gui", "mau", "doi-chieu", "cac-loai"] {
        let text = std::fs::read_to_string(root().join(format!("docs/{name}.md"))).unwrap();
        for folder in ["data/", "templates/", "tests/", "src/"] {
            assert!(!text.contains(folder), "docs/{name}.md: {folder}");
        }
    }
}

/// The guide's way to keep a year: a folder for each matter, one register for all.
#[test]
fn a_year_of_several_folders_has_one_register() {
    let dir = tempfile::tempdir().unwrap();
    assert!(guide().contains("so_dang_ky: {thu_muc: ../../so-sach}"));
    for (matter, number) in [("thang-01", "01"), ("thang-02", "02")] {
        let folder = dir.path().join("2026").join(matter);
        let init =
            |kind: &str| vanthu().arg("init").arg(&folder).args(["--mau", kind]).output().unwrap();
        assert!(init("thong_bao").status.success());
        let edit = |name: &str, pairs: &[(&str, &str)]| {
            let path = folder.join(name);
            let old = std::fs::read_to_string(&path).unwrap();
            let text = pairs.iter().fold(old, |text, (from, to)| text.replace(from, to));
            std::fs::write(path, text).unwrap();
        };
        edit(
            "co-quan.yaml",
            &[
                ("Tên Mẫu", "Minh"),
                ("luu: VT\n", "luu: VT\nso_dang_ky: {thu_muc: ../../so-sach}\n"),
            ],
        );
        edit("thong-bao.yaml", &[("nhiệm vụ mẫu", matter), ("Nêu ", "Làm ")]);
        let paper = folder.join("thong-bao.yaml");
        let out = vanthu().arg("issue").arg(paper).args(["--date", "3/3/2026"]).output().unwrap();
        assert!(
            stdout(&out).contains(&format!("so-sach/phat-hanh/2026/{number}-TB-UBND")),
            "{}",
            stderr(&out)
        );
    }
    let mut check = vanthu();
    check.args(["so-dang-ky", "kiem-tra", "--ho-so"]).arg(dir.path().join("2026/thang-01"));
    let out = check.output().unwrap();
    assert!(stdout(&out).contains("số kế tiếp 03"), "{}{}", stdout(&out), stderr(&out));
}

/// The page about edited Word files shows what the program really says of the paper that the page has.
#[test]
fn an_edited_word_file_comes_back_as_the_manual_says() {
    let page = std::fs::read_to_string(root().join("docs/tu-word.md")).unwrap();
    let all = blocks(&page);
    let text = |info: &str| all.iter().find(|(own, _)| own == info).unwrap().1.clone();
    let dir = tempfile::tempdir().unwrap();
    std::fs::copy(root().join("data/cac-mau/co-quan.yaml"), dir.path().join("co-quan.yaml"))
        .unwrap();
    let source = dir.path().join("cong-van.yaml");
    std::fs::write(&source, text("yaml cong-van.yaml")).unwrap();
    let run = |args: &[&str]| vanthu().args(args).current_dir(dir.path()).output().unwrap();
    assert!(run(&["build", "."]).status.success());
    let edits = [Sua::Chu("31 tháng 3", "15 tháng 4"), Sua::Chu("Kính gửi", "Gửi")];
    sua(&dir.path().join("cong-van.docx"), &edits);
    let out = run(&["take-back", "cong-van.docx"]);
    let said = format!("{}{}", stdout(&out), stderr(&out));
    for line in text("lay-lai").lines() {
        assert!(said.contains(line), "{line}\n---\n{said}");
    }
    let changed = text("yaml cong-van.yaml").replace("31 tháng 3 năm", "15 tháng 4 năm");
    assert_eq!(std::fs::read_to_string(&source).unwrap(), changed);
    assert!(run(&["build", "."]).status.success());
    assert!(dir.path().join("cong-van (đã sửa 1).docx").exists());
}
