//! Every folder of `tests/so-dang-ky` is a row of commands with what the program says to each. `README.md`
//! there tells how to add one.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{root, sample, stderr, stdout, vanthu};
use vanthu::records::so_dang_ky::{Dong, So};

fn folders() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("tests/so-dang-ky")).unwrap();
    let mut all: Vec<_> = entries.map(|e| e.unwrap().path()).filter(|p| p.is_dir()).collect();
    all.sort();
    all
}

/// The words of a command; quotes hold several together.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    parts
        .flat_map(|(i, part)| match i % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

/// A name of a row in its folder; `*` is the only folder that stands there (a package's name is made of its content).
fn sao(dir: &Path, name: &str) -> PathBuf {
    name.split('/').fold(dir.to_owned(), |at, part| match part {
        "*" => {
            let mut folders = fs::read_dir(&at).unwrap().map(|entry| entry.unwrap().path());
            folders.find(|path| path.is_dir()).unwrap()
        }
        part => at.join(part),
    })
}

/// `sửa TỆP: cũ => mới`, where `\n` is a new line.
fn edit(dir: &Path, rest: &str) {
    let (file, change) = rest.split_once(": ").unwrap();
    let (from, to) = change.split_once(" => ").unwrap();
    let path = sao(dir, file);
    let text = fs::read_to_string(&path).unwrap();
    let (from, to) = (from.replace("\\n", "\n"), to.replace("\\n", "\n"));
    assert!(text.contains(&from), "{file} không có: {from}");
    fs::write(path, text.replacen(&from, &to, 1)).unwrap();
}

fn run(folder: &Path) -> String {
    let temp = tempfile::tempdir().unwrap();
    let dir = temp.path();
    let here = dir.canonicalize().unwrap();
    for file in ["co-quan.yaml", "van-phong.yaml", "ke-hoach.yaml", "dot-1.yaml"] {
        fs::copy(sample().join(file), dir.join(file)).unwrap();
    }
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().extension().is_some_and(|ending| ending == "yaml" || ending == "csv") {
            fs::copy(entry.path(), dir.join(entry.file_name())).unwrap();
        }
    }
    let mut out = String::new();
    for line in fs::read_to_string(folder.join("lenh.txt")).unwrap().lines() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        out.push_str(&format!("$ {line}\n"));
        match line.split_once(' ').unwrap() {
            ("vanthu", rest) => {
                let done = vanthu().current_dir(dir).args(words(rest)).output().unwrap();
                let code = done.status.code().unwrap();
                let said = format!("{}{}", stdout(&done), stderr(&done));
                let said = said.replace(&format!("{}/", here.display()), "…/");
                out.push_str(&format!("{said}[{code}]\n\n"));
            }
            ("sửa", rest) => edit(dir, rest),
            ("chép", rest) => {
                let (from, to) = rest.split_once(' ').unwrap();
                fs::copy(sao(dir, from), sao(dir, to)).unwrap();
            }
            ("in", file) => {
                out.push_str(&format!("{}\n", fs::read_to_string(sao(dir, file)).unwrap()))
            }
            ("xoá", name) => {
                let path = sao(dir, name);
                if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }
                    .unwrap();
            }
            ("thư-mục", name) => fs::create_dir_all(dir.join(name)).unwrap(),
            other => panic!("{}: không hiểu {other:?}", folder.display()),
        }
    }
    out
}

/// BLESS=1 writes what the program says now; a person reads the difference before it is kept.
#[test]
fn every_row_of_commands_is_answered_as_expected() {
    let mut wrong = Vec::new();
    // While a row is written: VANTHU_ROWS=van-ban-den runs those whose names begin so.
    let only = std::env::var("VANTHU_ROWS").unwrap_or_default();
    let wanted = |f: &PathBuf| f.file_name().unwrap().to_string_lossy().starts_with(&only);
    for folder in folders().into_iter().filter(wanted) {
        let (text, stored) = (run(&folder), folder.join("expected.txt"));
        if std::env::var_os("BLESS").is_some() {
            fs::write(&stored, &text).unwrap();
        }
        if fs::read_to_string(&stored).unwrap_or_default() != text {
            wrong.push(format!("--- {} says now:\n{text}", folder.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Rows of before recipients stood by name and the subject went on in small letters are as good as ever.
#[test]
fn a_row_as_it_was_written_at_first_still_agrees_with_its_document() {
    let temp = tempfile::tempdir().unwrap();
    let dir = temp.path();
    fs::copy(sample().join("co-quan.yaml"), dir.join("co-quan.yaml")).unwrap();
    let letter = root().join("tests/so-dang-ky/noi-nhan-trong-so/to-trinh.yaml");
    fs::copy(letter, dir.join("to-trinh.yaml")).unwrap();
    let run = |args: &[&str]| {
        let done = vanthu().current_dir(dir).args(args).output().unwrap();
        assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
    };
    run(&["issue", "to-trinh.yaml", "--date", "15/3/2023"]);
    let path = dir.join("so-dang-ky.txt");
    let (so, _) = So::doc(&fs::read_to_string(&path).unwrap(), "so");
    let mut dong: Vec<Dong> = so.dong.iter().map(|at| at.dong.clone()).collect();
    assert_eq!(dong[0].noi_nhan, "Tỉnh uỷ; Thường trực HĐND Tỉnh; UBND Tỉnh");
    dong[0].trich_yeu = "Tờ trình Về việc ban hành Quy chế làm việc".into();
    dong[0].noi_nhan = "Như trên; UBND Tỉnh".into();
    fs::write(&path, So::doc("", "so").0.them(&dong)).unwrap();
    // There were no witnesses then.
    fs::remove_file(dir.join("so-dang-ky.chung")).unwrap();
    run(&["verify", "phat-hanh/2023/01-TTr-HDND"]);
    run(&["register", "check"]);
}

/// Two who take the next number of a term at once must not get the same, nor one of them none.
#[test]
fn many_at_once_get_numbers_of_their_own_in_a_terms_series() {
    const CUNG_LUC: u64 = 12;
    let temp = tempfile::tempdir().unwrap();
    let dir = temp.path();
    let office = root().join("tests/so-dang-ky/nhiem-ky-cua-dang/co-quan.yaml");
    let text = fs::read_to_string(office).unwrap().replace(
        "ky_hieu: TU",
        "ky_hieu: TU\nso_dang_ky:\n  nhiem_ky: [{ten: 2025-2030, tu_ngay: 3/10/2025}]",
    );
    fs::write(dir.join("co-quan.yaml"), text).unwrap();
    let args = ["register", "reserve", "--nam", "2025-2030", "--loai", "quy_dinh"];
    let start = |_| vanthu().current_dir(dir).args(args).spawn().unwrap();
    let running: Vec<_> = (0..CUNG_LUC).map(start).collect();
    running.into_iter().for_each(|mut one| assert!(one.wait().unwrap().success()));
    let (so, found) = So::doc(&fs::read_to_string(dir.join("so-dang-ky.txt")).unwrap(), "so");
    let numbers: Vec<u64> =
        so.dong.iter().filter_map(|at| Some(at.dong.so_hieu.as_ref()?.so)).collect();
    assert_eq!((numbers, found), ((1..=CUNG_LUC).collect(), Vec::new()));
    assert!(so.dong.iter().all(|at| at.dong.day.to_string() == "2025-2030 TU QyĐ"));
    let checked = vanthu().current_dir(dir).args(["register", "check"]).output().unwrap();
    let said = stdout(&checked);
    assert!(checked.status.success() && said.starts_with("2025-2030 TU QyĐ: 01 - 12;"), "{said}");
}
