//! Work has bounds: every verb that composes or reads a stranger's file is stopped at its limits, in words; what is
//! too long is told before it is composed; and many faults of one kind are told as one.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::support;
use crate::support::{stderr, stdout, vanthu};

const OFFICE: &str = "ten: Uỷ ban nhân dân xã A\nco_quan_ban_hanh: [UỶ BAN NHÂN DÂN, XÃ A]\ndia_danh: A\nky_hieu: UBND\n\
    nguoi_ky:\n  ct: {dong: [CHỦ TỊCH], ho_ten: Nguyễn Văn A}\n";
const HEAD: &str = "loai: thong_bao\nso: 27\nngay_ban_hanh: 15/3/2026\ntrich_yeu: Thực hiện việc cần làm\n\
    nguoi_ky: ct\nnoi_nhan: [Sở Nội vụ]\nluu: VT\nnoi_dung: t.md\n";

/// A notice with this body.
fn notice(dir: &Path, body: &str) {
    fs::write(dir.join("co-quan.yaml"), OFFICE).unwrap();
    fs::write(dir.join("t.yaml"), HEAD).unwrap();
    fs::write(dir.join("t.md"), body).unwrap();
}

/// A body that is long to compose and no longer than may be.
fn long() -> String {
    let words = "việc làm ngay trong năm của các Ban, ".repeat(2);
    (0..7_000).fold(String::new(), |mut text, i| {
        let _ =
            write!(text, "Việc thứ {i}, {words}xong[^{i}].\n\n[^{i}]: Số {i}, {words}xong.\n\n");
        text
    })
}

fn run(dir: &Path, verb: &[&str], limit: &[&str]) -> Output {
    let mut command = vanthu();
    command.current_dir(dir).args(verb).args(limit);
    command.output().unwrap()
}

/// That a verb is stopped at each of these limits, and says so.
fn stopped_at(limits: &[(&str, &str, &str)], verb: &[&str], dir: &Path) {
    for (limit, most, told) in limits {
        let out = run(dir, verb, &[limit, most]);
        let said = stderr(&out);
        assert!(!out.status.success() && said.contains(told), "{verb:?} {limit} {most}: {said}");
    }
}

/// The program holds less when it begins, and more than that as soon as it composes.
const MEMORY: (&str, &str, &str) = ("--memory-limit", "40", "dùng quá 40 MB bộ nhớ nên bị dừng");
/// Every step of the long paper takes longer.
const TIME: (&str, &str, &str) = ("--time-limit", "0,02", "chạy quá 0,02 giây nên bị dừng");

fn stopped(verb: &[&str], dir: &Path) {
    stopped_at(&[MEMORY, TIME], verb, dir);
}

#[test]
fn every_verb_that_composes_is_stopped_at_its_limits() {
    let dir = tempfile::tempdir().unwrap();
    notice(dir.path(), "Lời.");
    assert!(run(dir.path(), &["build", "t.yaml", "-f", "docx", "-o", "ra"], &[]).status.success());
    notice(dir.path(), &long());
    stopped(&["build", "t.yaml", "-o", "ra2"], dir.path());
    assert!(!dir.path().join("ra2/t.pdf").exists());
    stopped(&["check", "t.yaml"], dir.path());
    stopped(&["verify", "t.yaml", "--word", "ra/t.docx"], dir.path());
    stopped(&["diff", "t.yaml", "ra/t.docx"], dir.path());
    fs::write(dir.path().join("danh-ba.yaml"), BOOK).unwrap();
    stopped(&["send", "t.yaml", "-o", "gui"], dir.path());
    assert!(!dir.path().join("gui/27-TB-UBND").exists());
}

const BOOK: &str = "noi_nhan:\n  - {ten: Sở Nội vụ, kenh: email, email: a@vi-du.vn}\n";

/// A number is not taken, nothing is left over, and the next one who wants the register has it.
#[test]
fn issue_that_is_stopped_leaves_the_register_as_it_was() {
    let dir = tempfile::tempdir().unwrap();
    let issue = ["issue", "t.yaml", "--date", "15/3/2026", "--number", "1"];
    notice(dir.path(), "Lời.");
    let yaml = |number: &str| HEAD.replace("so: 27\n", number).replace("15/3/2026", "3/2026");
    fs::write(dir.path().join("t.yaml"), yaml("so:\n")).unwrap();
    fs::write(dir.path().join("t.md"), long()).unwrap();
    stopped(&issue, dir.path());
    let issued = dir.path().join("phat-hanh/2026");
    assert!(!issued.exists() || fs::read_dir(&issued).unwrap().next().is_none());
    let book = fs::read_to_string(dir.path().join("so-dang-ky.txt")).unwrap_or_default();
    assert!(!book.contains("phát hành |"), "{book}");
    fs::write(dir.path().join("t.md"), "Lời.").unwrap();
    let start = Instant::now();
    let out = run(dir.path(), &issue, &[]);
    assert!(out.status.success(), "{}", stderr(&out));
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    let out = run(dir.path(), &["register", "check"], &[]);
    assert!(out.status.success(), "{}", stderr(&out));
}

/// The book of a year is composed too, and templates are others' files.
#[test]
fn the_register_and_templates_have_limits() {
    let dir = tempfile::tempdir().unwrap();
    notice(dir.path(), "Lời.");
    let out = run(dir.path(), &["register", "reserve", "--nam", "2026"], &["--time-limit", "60"]);
    assert!(out.status.success(), "{}", stderr(&out));
    for verb in [&["register", "print", "2026"][..], &["register", "check"], &["template"]] {
        let out = run(dir.path(), verb, &["--memory-limit", "300", "--time-limit", "60"]);
        assert!(out.status.success(), "{verb:?}: {}", stderr(&out));
    }
    // A book of one line is sometimes done within the limit.
    for so in 0..60 {
        let note = format!("giữ cho việc thứ {so}, chờ ý kiến lãnh đạo");
        let out = run(dir.path(), &["register", "reserve", "--nam", "2026"], &["--ghi-chu", &note]);
        assert!(out.status.success(), "{}", stderr(&out));
    }
    let at_once = ("--time-limit", "0.001", "việc với sổ đăng ký chạy quá 0,001 giây nên bị dừng");
    stopped_at(&[at_once], &["register", "print", "2026"], dir.path());
    // The year's own numbers are as they were.
    let out = run(dir.path(), &["register", "list"], &[]);
    assert!(stdout(&out).contains("01"), "{}", stdout(&out));
}

/// Copies of one trip: each file is told of, no pair of them.
#[test]
fn a_thousand_trips_against_each_other() {
    let dir = tempfile::tempdir().unwrap();
    let sample = support::root().join("tests/cases/dung-dot");
    for name in ["co-quan.yaml", "van-phong.yaml", "ke-hoach.yaml"] {
        fs::copy(sample.join(name), dir.path().join(name)).unwrap();
    }
    let trip = fs::read_to_string(sample.join("dot-1.yaml")).unwrap();
    let copies = 1_000;
    for i in 0..copies {
        fs::write(dir.path().join(format!("dot-{i:04}.yaml")), &trip).unwrap();
    }
    let start = Instant::now();
    let out = run(dir.path(), &["check", "."], &[]);
    let said = stderr(&out);
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    for told in ["member-in-two-trips", "duplicate-trip", "more-faults"] {
        assert!(said.contains(&format!("[{told}]")), "{told}: {said}");
    }
    assert!(said.len() < 250_000 && !out.status.success(), "{}", said.len());
    // A pair that is not told stops its paper all the same.
    let out = run(dir.path(), &["build", "dot-0900.yaml", "-o", "ra"], &[]);
    assert!(!out.status.success() && stderr(&out).contains("dot-0900.yaml"), "{}", stderr(&out));
    assert!(!stderr(&out).contains("dot-0800.yaml"), "{}", stderr(&out));
    assert!(!dir.path().join("ra").exists());
}

struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A watch that is stopped says that it has ended.
#[test]
fn watch_says_why_it_ends() {
    let dir = tempfile::tempdir().unwrap();
    notice(dir.path(), &long());
    let log = fs::File::create(dir.path().join("log.txt")).unwrap();
    let mut command: Command = vanthu();
    command.current_dir(dir.path()).args(["watch", ".", "-o", "ra", "--memory-limit", "40"]);
    let child = command.stdout(Stdio::null()).stderr(log).spawn().unwrap();
    let mut running = Running(child);
    let start = Instant::now();
    while running.0.try_wait().unwrap().is_none() {
        assert!(start.elapsed() < Duration::from_secs(90), "không dừng");
        std::thread::sleep(Duration::from_millis(20));
    }
    let said = fs::read_to_string(dir.path().join("log.txt")).unwrap();
    assert!(
        said.contains("dùng quá 40 MB bộ nhớ") && said.contains("việc theo dõi đã dừng"),
        "{said}"
    );
}

/// Told before it is composed, with the file and the count.
#[test]
fn what_is_too_long_is_told_before_it_is_composed() {
    let notes = |rows: usize| {
        let lines = (0..rows).map(|i| format!("| {i} | Việc[^{i}] | Xong |\n")).collect::<String>();
        let notes = (0..rows).map(|i| format!("[^{i}]: Lời {i}.\n")).collect::<String>();
        format!("Kết quả:\n\n| TT | Việc | Kết quả |\n|--|--|--|\n{lines}\n{notes}")
    };
    let bodies = [
        ("table with notes", notes(9_000)),
        ("headings", (0..31_000).map(|i| format!("# Việc {i}\n\n")).collect()),
        ("emphasis", format!("Lời {}", "**a** ".repeat(30_000))),
        ("empty cells", format!("| a | b |\n|--|--|\n{}", "| | |\n".repeat(20_000))),
        ("lines in a cell", format!("| a | b |\n|--|--|\n| a{} | b |\n", "<br>a".repeat(40_000))),
    ];
    for (name, body) in bodies {
        let dir = tempfile::tempdir().unwrap();
        notice(dir.path(), &body);
        let out = run(dir.path(), &["build", "t.yaml", "-o", "ra"], &[]);
        let said = stderr(&out);
        assert!(said.contains("[too-many]") && said.contains("t.yaml"), "{name}: {said}");
        assert!(said.contains("quá 30.000") && said.contains("tách thành nhiều văn bản"), "{said}");
        assert!(!dir.path().join("ra/t.pdf").exists(), "{name}");
    }
}

/// A change in each of three thousand paragraphs, and a hundred thousand unknown keys.
#[test]
fn many_faults_of_a_kind_are_told_as_one() {
    let dir = tempfile::tempdir().unwrap();
    notice(dir.path(), "Lời.");
    assert!(run(dir.path(), &["build", "t.yaml", "-f", "docx", "-o", "ra"], &[]).status.success());
    let paragraphs = (0..3_000).fold(String::new(), |mut text, i| {
        let _ = write!(text, "Việc thứ {i} làm ngay.\n\n");
        text
    });
    notice(dir.path(), &paragraphs);
    let out = run(dir.path(), &["verify", "t.yaml", "--word", "ra/t.docx"], &[]);
    assert!(stderr(&out).contains("chỗ nữa"), "{}", stderr(&out));
    assert!(out.stderr.len() < 200_000, "{}", out.stderr.len());
    for json in [&[][..], &["--json"]] {
        let out = run(dir.path(), &["diff", "ra/t.docx", "t.yaml"], json);
        // In JSON the outcome is one line more.
        assert_eq!(stdout(&out).lines().count(), 1_000 + json.len());
        assert!(stderr(&out).contains("thay đổi nữa không kể ra"), "{}", stderr(&out));
    }
    let keys: String = (0..100_000).map(|i| format!("khoa_{i}: a\n")).collect();
    fs::write(dir.path().join("t.yaml"), format!("{HEAD}{keys}")).unwrap();
    let start = Instant::now();
    let out = run(dir.path(), &["check", "t.yaml"], &[]);
    assert!(out.stderr.len() < 200_000 && !out.status.success(), "{}", out.stderr.len());
    assert!(start.elapsed() < Duration::from_secs(90), "{:?}", start.elapsed());
}
