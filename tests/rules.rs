//! `src/rules/check/rules.md` maps each clause to the tests that show it; every one of them must exist.

use std::path::Path;

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
    let rules = std::fs::read_to_string(root.join("src/rules/check/rules.md")).unwrap();
    let mut count = 0;
    for line in rules.lines().filter(|l| l.starts_with("| ") && !l.starts_with("| clause")) {
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
