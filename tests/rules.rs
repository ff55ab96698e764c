//! The tables of clauses map each one to the tests that show it; every one of them must exist.

use std::path::Path;

/// The decree's table and those of other sets of rules.
const BANG: [&str; 2] = ["src/rules/check/rules.md", "src/rules/bo_quy_tac/hd05.md"];

fn read_all(dir: &Path, out: &mut String) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_all(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn every_rule_names_a_test_that_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut code = String::new();
    read_all(&root.join("src"), &mut code);
    read_all(&root.join("tests"), &mut code);
    let read = |path: &str| std::fs::read_to_string(root.join(path)).unwrap();
    let rules = BANG.map(read).join("\n");
    let mut count = 0;
    for line in rules
        .lines()
        .filter(|l| l.starts_with("| ") && !l.starts_with("| clause") && !l.starts_with("| source"))
    {
        let last = line.trim_end_matches('|').rsplit('|').next().unwrap();
        let names: Vec<&str> = last.split('`').skip(1).step_by(2).collect();
        assert!(!names.is_empty(), "không có phép thử nào: {line}");
        for name in names {
            let there = match name.strip_suffix('/') {
                Some(case) => root.join("tests/cases").join(case).join("expected.txt").exists(),
                None => {
                    code.contains(&format!("#[test]\n    fn {name}()"))
                        || code.contains(&format!("#[test]\nfn {name}()"))
                }
            };
            assert!(there, "không có phép thử {name}");
            count += 1;
        }
    }
    assert!(count > 40, "{count}");
}

/// Numbers of laws and decrees in a text: `72/2025/QH15`, `30/2020/NĐ-CP`.
fn so_luat(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '/' || c == '-'));
    let law = |word: &&str| {
        let parts: Vec<&str> = word.split('/').collect();
        let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
        matches!(parts.as_slice(), [so, nam, loai]
            if digits(so) && nam.len() == 4 && digits(nam)
                && (loai.starts_with("QH") || *loai == "NĐ-CP" || loai.starts_with("TT-") || *loai == "QĐ-TTg"))
    };
    words.filter(law).collect()
}

/// The text of a source file without its tests, whose examples cite at will.
fn khong_phep_thu(code: &str) -> &str {
    code.split("#[cfg(test)]\nmod tests").next().unwrap_or(code)
}

#[test]
fn every_legal_citation_has_its_source_and_day() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let rules = std::fs::read_to_string(root.join("src/rules/check/rules.md")).unwrap();
    let sources = rules.split("## Sources of law").nth(1).unwrap();
    let mut files = Vec::new();
    for dir in ["src", "templates"] {
        all_files(&root.join(dir), &mut files);
    }
    let mut count = 0;
    for path in
        files.iter().filter(|path| !path.components().any(|part| part.as_os_str() == "tests"))
    {
        let Ok(text) = std::fs::read_to_string(path) else { continue };
        for so in so_luat(khong_phep_thu(&text)) {
            assert!(sources.contains(so), "{}: {so} không có trong rules.md", path.display());
            count += 1;
        }
        for line in khong_phep_thu(&text).lines().filter(|line| line.contains("can_cu: \"Luật")) {
            let block = text.split(line).nth(1).unwrap_or_default();
            let whole = format!("{line}{}", block.chars().take(200).collect::<String>());
            assert!(whole.contains("hiệu lực"), "{}: {line}", path.display());
        }
    }
    assert!(count > 20, "{count}");
}

fn all_files(dir: &Path, out: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all_files(&path, out);
        } else if path.extension().is_some_and(|e| ["rs", "typ", "yaml"].iter().any(|x| e == *x)) {
            out.push(path);
        }
    }
}
