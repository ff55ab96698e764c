//! Every folder of `tests/cases` is a small hồ sơ with what the program says about it. `README.md` there tells how to add one.

use std::fs;
use std::path::{Path, PathBuf};

use vanthu::faces::report::{Style, write_all};
use vanthu::reading::source::{HoSoNguon, TepNguon, is_read_failure, read_ho_so};
use vanthu::rules::check::{TaiLieu, check};

/// Stands for the fonts: Vietnamese and the common signs.
fn co_chu(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{24f}' | '\u{1ea0}'..='\u{1ef9}' | '\u{2010}'..='\u{2026}')
}

fn report(folder: &Path) -> String {
    let diagnostics = match read_ho_so(folder) {
        Ok(nguon) => check(&nguon, &co_chu).diagnostics,
        Err(found) => found,
    };
    let mut out = Vec::new();
    write_all(&mut out, &diagnostics, Style::default()).unwrap();
    let text = String::from_utf8(out).unwrap();
    text.replace(&format!("{}/", folder.display()), "").replace(&folder.display().to_string(), ".")
}

/// The findings of a hồ sơ of one plan with the sample's office.
fn codes(ke_hoach: &[u8]) -> Vec<std::borrow::Cow<'static, str>> {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(sample().join("co-quan.yaml"), folder.path().join("co-quan.yaml")).unwrap();
    fs::write(folder.path().join("ke-hoach.yaml"), ke_hoach).unwrap();
    let nguon = read_ho_so(folder.path()).unwrap();
    check(&nguon, &co_chu).diagnostics.into_iter().map(|d| d.code).collect()
}

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/dong-thap-2023")
}

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let entries = fs::read_dir(root).unwrap();
    let mut all: Vec<_> = entries.map(|e| e.unwrap().path()).filter(|p| p.is_dir()).collect();
    all.sort();
    all
}

/// BLESS=1 writes what the program says now; a person reads the difference before it is kept.
#[test]
fn every_case_is_reported_as_expected() {
    let mut wrong = Vec::new();
    for folder in folders() {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let (text, stored) = (report(&folder), folder.join("expected.txt"));
        if std::env::var_os("BLESS").is_some() {
            fs::write(&stored, &text).unwrap();
        }
        if fs::read_to_string(&stored).unwrap_or_default() != text {
            wrong.push(format!("--- {name} says now:\n{text}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A case that finds nothing would pass without the rule that it is about.
#[test]
fn a_case_of_a_fault_finds_one() {
    for folder in folders() {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let quiet = report(&folder).is_empty();
        assert_eq!(quiet, name.starts_with("dung"), "{name}");
    }
}

#[test]
fn the_sample_is_without_any_finding() {
    let nguon = read_ho_so(&sample()).unwrap();
    let found = check(&nguon, &co_chu);
    assert_eq!(found.diagnostics, []);
    let symbol = |t: &TaiLieu| t.van_ban.as_ref().unwrap().so_ky_hieu.ky_hieu().to_owned();
    let made: Vec<_> = found.van_ban.iter().map(|t| (t.ten.as_str(), symbol(t))).collect();
    let made: Vec<_> = made.iter().map(|(ten, symbol)| (*ten, symbol.as_str())).collect();
    assert_eq!(
        made,
        [
            ("dot-1-ke-hoach-chi-tiet", "KH-VP"),
            ("dot-1-bao-cao", "BC-HĐND"),
            ("dot-2-ke-hoach-chi-tiet", "KH-VP"),
            ("dot-3-ke-hoach-chi-tiet", "KH-VP"),
            ("dot-4-ke-hoach-chi-tiet", "KH-VP"),
            ("dot-4-bao-cao", "BC-HĐND"),
            ("ke-hoach", "KH-HĐND"),
        ]
    );
    assert_eq!(found.ghi_chu.len(), 1, "chỉ đợt 5 chưa có tệp: {:?}", found.ghi_chu);
}

#[test]
fn a_single_file_brings_what_it_leans_on_along() {
    let made = |file: &str| -> Vec<String> {
        let nguon = read_ho_so(&sample().join(file)).unwrap();
        assert_eq!(nguon.ten, "dong-thap-2023");
        let found = check(&nguon, &co_chu);
        found.van_ban.into_iter().filter(|t| t.van_ban.is_some()).map(|t| t.ten).collect()
    };
    assert_eq!(made("ke-hoach.yaml"), ["ke-hoach"]);
    assert_eq!(made("dot-2.yaml"), ["dot-2-ke-hoach-chi-tiet"]);
    assert_eq!(made("dot-4.yaml"), ["dot-4-ke-hoach-chi-tiet", "dot-4-bao-cao"]);
}

/// Faults beside it are told only if the file that was asked for leans on them.
#[test]
fn a_single_file_is_judged_with_what_it_leans_on_alone() {
    let folder = tempfile::tempdir().unwrap();
    for file in ["co-quan.yaml", "van-phong.yaml", "ke-hoach.yaml", "dot-1.yaml", "dot-2.yaml"] {
        fs::copy(sample().join(file), folder.path().join(file)).unwrap();
    }
    let broken = folder.path().join("ke-hoach.yaml");
    let text = fs::read_to_string(&broken).unwrap().replace("trich_yeu:", "trich_yeeu:");
    fs::write(&broken, text).unwrap();
    let faults = |file: &str| {
        let nguon = read_ho_so(&folder.path().join(file)).unwrap();
        check(&nguon, &co_chu).diagnostics.len()
    };
    assert!(faults("dot-1.yaml") > 0 && faults("ke-hoach.yaml") > 0);
    fs::copy(sample().join("ke-hoach.yaml"), &broken).unwrap();
    fs::write(folder.path().join("dot-2.yaml"), "loai: dot\ndot: x\n").unwrap();
    assert_eq!((faults("dot-1.yaml"), faults("ke-hoach.yaml")), (0, 0));
    assert!(faults("dot-2.yaml") > 0);
}

#[test]
fn paragraphs_stay_apart_and_doubled_colons_do_not() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/dung-nhieu-doan-kinh-phi");
    let found = check(&read_ho_so(&folder).unwrap(), &co_chu);
    let van_ban = found.van_ban[0].van_ban.as_ref().unwrap();
    let content = format!("{:?}", van_ban.noi_dung);
    for text in ["Nguồn kinh phí được cấp năm 2023.", "Nguồn khác.", "cụ thể như sau"]
    {
        assert!(content.contains(&format!("{text}\"")), "{text}: {content}");
    }
}

#[test]
fn the_office_beside_a_single_file_may_end_in_yml() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(sample().join("co-quan.yaml"), folder.path().join("co-quan.yml")).unwrap();
    fs::copy(sample().join("ke-hoach.yaml"), folder.path().join("KE-HOACH.YAML")).unwrap();
    for path in [folder.path().join("KE-HOACH.YAML"), folder.path().to_owned()] {
        let found = check(&read_ho_so(&path).unwrap(), &co_chu);
        assert_eq!(found.diagnostics, []);
        assert_eq!(found.van_ban[0].ten, "KE-HOACH");
    }
}

#[test]
fn files_too_large_or_too_deep_are_refused_quickly() {
    assert_eq!(codes(&vec![b'a'; 50 * 1024 * 1024]), ["file-too-large"]);
    assert_eq!(codes(format!("a: {}", "[".repeat(10_001)).as_bytes()), ["yaml-too-deep"]);
    assert_eq!(codes(format!("a: {}", "[".repeat(5_000)).as_bytes()), ["yaml-too-deep"]);
    let closed = format!("a: {}{}", "[".repeat(5_000), "]".repeat(5_000));
    assert_eq!(codes(closed.as_bytes()), ["yaml-too-deep"]);
    let nested: String = (0..1_500).map(|i| format!("{}a:\n", " ".repeat(i))).collect();
    assert_eq!(codes(nested.as_bytes()), ["yaml-too-deep"]);
    let wide = format!("x: [{}]", "a, ".repeat(600_000));
    assert_eq!(codes(wide.as_bytes()), ["yaml-too-big"]);
    let keys: String = (0..9_000).map(|i| format!("k{i}: x\n")).collect();
    assert!(codes(keys.as_bytes()).len() < 300);
    assert!(codes(format!("loai: ke_hoach\n{keys}").as_bytes()).len() < 300);
    assert!(codes("a: x\n".repeat(9_000).as_bytes()).len() < 300);
    let long = |key: &str, unit: &str| {
        let text = unit.repeat(1_500_000 / unit.len());
        format!("loai: ke_hoach\nngay_ban_hanh: 3/2023\ndot:\n  - {key}: >-\n      {text}\n")
    };
    for key in ["chu_de", "thoi_gian", "dia_diem"] {
        for unit in ["a, ", "[^", "*a **b", "1/2/", "tháng 4 ", "(", "Huế và ", "a,a,", "a , "]
        {
            assert!(!codes(long(key, unit).as_bytes()).is_empty());
        }
    }
}

#[test]
fn what_is_not_there_is_told_apart_from_bad_data() {
    let found = read_ho_so(Path::new("khong/co/thu-muc")).unwrap_err();
    assert_eq!(found[0].code, "not-found");
    assert!(is_read_failure(&found[0]));
}

#[test]
fn files_of_editors_and_folders_are_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["co-quan.yaml", "ke-hoach.yaml"] {
        fs::copy(sample().join(name), folder.path().join(name)).unwrap();
    }
    for name in [".ke-hoach.yaml", "#ke-hoach.yaml", "~ke-hoach.yaml", "ke-hoach.yaml~", "a.txt"] {
        fs::write(folder.path().join(name), "x").unwrap();
    }
    fs::create_dir(folder.path().join("cu.yaml")).unwrap();
    assert_eq!(read_ho_so(folder.path()).unwrap().tep.len(), 2);
}

/// Whatever a slip of the hand does to a file, the program answers.
#[test]
fn damaged_samples_never_panic() {
    damage("ke-hoach.yaml", &["co-quan.yaml"]);
    damage("dot-1.yaml", &["co-quan.yaml", "van-phong.yaml", "ke-hoach.yaml"]);
}

fn damage(file: &str, others: &[&str]) {
    let text = fs::read_to_string(sample().join(file)).unwrap();
    let chars: Vec<char> = text.chars().filter(|c| *c != '#').collect();
    let read = |ten: &&str| TepNguon::decode(ten, &fs::read(sample().join(ten)).unwrap()).unwrap();
    let others: Vec<TepNguon> = others.iter().map(read).collect();
    let signs: Vec<char> = ":-\n '\"[]{}#&*!|>%@`,?ế0/.\u{301}^\\\u{200b}🚗".chars().collect();
    let mut state = 7u64;
    let mut random = |below: usize| {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) as usize % below
    };
    for _ in 0..400 {
        let mut damaged = chars.clone();
        for _ in 0..=random(4) {
            let at = random(damaged.len());
            match random(3) {
                0 => drop(damaged.remove(at)),
                1 => damaged.insert(at, signs[random(signs.len())]),
                _ => drop(damaged.drain(at..(at + random(200)).min(damaged.len()))),
            }
        }
        let text: String = damaged.into_iter().collect();
        let Ok(tep) = TepNguon::decode(file, text.as_bytes()) else { continue };
        let tep = others.iter().cloned().chain([tep]).collect();
        let nguon = HoSoNguon { tep, ..HoSoNguon::default() };
        let found = check(&nguon, &co_chu).diagnostics;
        write_all(&mut Vec::new(), &found, Style { color: true }).unwrap();
    }
}

/// Whoever is sent to the other book looks for a clause that isn't there.
#[test]
fn the_partys_papers_are_never_sent_to_the_decree() {
    let dang = |folder: &PathBuf| {
        let office = fs::read_to_string(folder.join("co-quan.yaml")).unwrap_or_default();
        office.contains("bo_quy_tac: hd05")
    };
    let told: Vec<String> = folders().iter().filter(|f| dang(f)).map(|f| report(f)).collect();
    assert!(told.iter().any(|text| text.contains("Hướng dẫn 05-HD/VPTW, phần II")));
    assert!(told.iter().all(|text| !text.contains("Nghị định 30")), "{}", told.join("\n"));
}

/// What an office is told of the place of its papers, by the rules that it follows.
#[test]
fn a_place_has_its_kind_where_its_set_asks_for_it() {
    let told = |bo: &str, co_quan: &str, dia_danh: &str| -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let office = format!(
            "bo_quy_tac: {bo}\nten: X\nco_quan_ban_hanh: {co_quan}\ndia_danh: {dia_danh}\nky_hieu: AB\n\
             nguoi_ky:\n  a: {{dong: TRƯỞNG BAN, ho_ten: Nguyễn Văn An}}\nnoi_nhan: [A]\nluu: VT\n"
        );
        fs::write(folder.path().join("co-quan.yaml"), office).unwrap();
        let found = check(&read_ho_so(folder.path()).unwrap(), &co_chu).diagnostics;
        found.into_iter().filter(|d| d.code == "bad-place").filter_map(|d| d.hint).collect()
    };
    let nothing: [String; 0] = [];
    for right in [
        "Thành phố Huế",
        "TP Huế",
        "TP Hồ Chí Minh",
        "ĐK Phú Quốc",
        "Phường Phú Thọ",
        "Phường Ngô Quyền",
        "Đồng Tháp",
    ] {
        assert_eq!(told("hd05", "BAN NỘI CHÍNH", right), nothing, "{right}");
    }
    assert_eq!(
        told("hd05", "BAN NỘI CHÍNH", "Huế"),
        ["ghi cả cấp hành chính, ví dụ: “Thành phố Huế”"]
    );
    assert_eq!(told("nd30", "SỞ NỘI VỤ", "Huế"), nothing);
    assert_eq!(told("nd30", "SỞ NỘI VỤ", "Thành phố Huế"), ["chỉ ghi: “Huế”"]);
    let whole = ["ghi cả cấp hành chính: “Phường Phú Thọ”"];
    assert_eq!(told("hd05", "BAN NỘI CHÍNH PHƯỜNG PHÚ THỌ", "Phú Thọ"), whole);
    assert_eq!(told("nd30", "TRẠM Y TẾ PHƯỜNG PHÚ THỌ", "Phú Thọ"), nothing);
    assert_eq!(told("hd05", "TỈNH UỶ PHÚ THỌ", "Phú Thọ"), nothing);
}
