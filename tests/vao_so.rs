//! Papers that were made elsewhere and old books in the register: the manual's own examples, several at once, `kill -9`
//! at any moment, and files that are none.

use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::support;
use crate::support::so_sach::{NGAY, ho_so, issue, khop, register, so_cai};
use crate::support::{root, stderr, stdout, vanthu};

fn add(dir: &Path, so: &str) -> Command {
    let mut command = vanthu();
    command.current_dir(dir).args(["register", "add", so, "--date", NGAY]);
    command.args([
        "--trich-yeu",
        "Kết luận giao ban",
        "--nguoi-ky",
        "Lê An",
        "--noi-nhan",
        "Các Ban",
    ]);
    command
}

fn numbers(dir: &Path) -> Vec<u64> {
    so_cai(dir).tat_ca().map(|muc| muc.so_hieu.so).collect()
}

/// A book of `count` rows.
fn so_cu(count: usize) -> String {
    let rows = (1..=count)
        .map(|so| format!("{so:02}/KH-HĐND,5/1/2023,Kế hoạch số {so},Lê An,UBND Tỉnh\n"));
    format!("\"Số, ký hiệu\",Ngày,Trích yếu,Người ký,Nơi nhận\n{}", rows.collect::<String>())
}

/// A PDF as far as anybody who keeps it must know.
fn pdf(size: usize) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.resize(size, b'\n');
    bytes
}

fn run(dir: &Path, line: &str) -> Output {
    let mut words: Vec<String> = Vec::new();
    for (i, part) in line.split('"').enumerate() {
        match i % 2 {
            0 => words.extend(part.split_whitespace().map(str::to_owned)),
            _ => words.push(part.to_owned()),
        }
    }
    vanthu().current_dir(dir).args(&words[1..]).output().unwrap()
}

/// The page for clerks says what the program says to its examples.
#[test]
fn the_examples_of_the_page_are_answered_as_it_says() {
    let page = std::fs::read_to_string(root().join("docs/so-sach.md")).unwrap();
    let block = |fence: &str| {
        let (_, rest) = page.split_once(&format!("```{fence}\n")).unwrap();
        rest.split_once("```").unwrap().0.to_owned()
    };
    let dir = ho_so(1);
    std::fs::write(dir.path().join("so-cu.csv"), block("csv so-cu.csv")).unwrap();
    // What is said of a Party committee's terms is tried in `tests/so-dang-ky/nhiem-ky-cua-dang`.
    let (page, _) = page.split_once("\n## 3. ").unwrap();
    let lines = page.lines().filter(|line| line.starts_with("vanthu register "));
    let lines: Vec<&str> = lines.filter(|line| !line.contains(".docx")).collect();
    assert_eq!(lines.len(), 3, "{lines:?}");
    let said: Vec<String> = lines
        .iter()
        .map(|line| {
            let out = run(dir.path(), line);
            assert!(out.status.success(), "{line}: {}", stderr(&out));
            format!("{}{}", stdout(&out), stderr(&out))
        })
        .collect();
    assert!(said[0].contains("chưa ghi gì; sẽ nhập 4 số"), "{}", said[0]);
    for (text, fence) in [(&said[1], "nhap"), (&said[2], "vao-so")] {
        for line in block(fence).lines() {
            assert!(text.contains(line), "{line}\n---\n{text}");
        }
    }
    let out = issue(dir.path(), 1).output().unwrap();
    assert!(stderr(&out).contains("đã phát hành 06/KH-HĐND"), "{}", stderr(&out));
    assert_eq!(khop(dir.path()), "");
}

/// Two clerks at one register: one enters papers that bear numbers, the other issues. No number is given twice, none
/// is lost.
#[test]
fn a_number_that_is_entered_and_one_that_is_issued_are_two() {
    let dir = ho_so(4);
    let dir = dir.path();
    std::fs::write(dir.join("quet.pdf"), pdf(200_000)).unwrap();
    let mut running = Vec::new();
    for i in 1..=4 {
        let mut entry = add(dir, &format!("0{i}/TB-HĐND"));
        entry.args(["--tep", "quet.pdf"]);
        for mut command in [issue(dir, i), entry] {
            running.push(command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap());
        }
    }
    let done: Vec<Output> = running.into_iter().map(|c| c.wait_with_output().unwrap()).collect();
    let entered = done.iter().skip(1).step_by(2).filter(|out| out.status.success()).count();
    for out in done.iter().skip(1).step_by(2).filter(|out| !out.status.success()) {
        let told = stderr(out);
        assert!(told.contains("number-taken") || told.contains("number-gap"), "{told}");
    }
    for out in done.iter().step_by(2) {
        assert!(out.status.success(), "{}", stderr(out));
    }
    assert_eq!(khop(dir), "");
    assert_eq!(numbers(dir), (1..=4 + entered as u64).collect::<Vec<_>>());
}

/// The same number, or the same old book, from two at once: one gets it.
#[test]
fn one_of_two_that_want_the_same_gets_it() {
    let dir = ho_so(0);
    let dir = dir.path();
    std::fs::write(dir.join("so-cu.csv"), so_cu(300)).unwrap();
    let mut import = vanthu();
    import.current_dir(dir).args(["register", "import", "so-cu.csv"]);
    let mut start = || import.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let both = [start(), start()].map(|child| child.wait_with_output().unwrap());
    assert_eq!(both.iter().filter(|out| out.status.success()).count(), 1);
    let lost = both.iter().find(|out| !out.status.success()).unwrap();
    assert!(stderr(lost).contains("sổ cũ này đã nhập rồi"), "{}", stderr(lost));
    let start = || add(dir, "301/TB-HĐND").stderr(Stdio::null()).spawn().unwrap();
    let both = [start(), start()].map(|mut child| child.wait().unwrap());
    assert_eq!(both.iter().filter(|status| status.success()).count(), 1);
    assert_eq!(khop(dir), "");
    assert_eq!(numbers(dir), (1..=301).collect::<Vec<_>>());
}

/// Kills a command at some moment of its way.
fn giet(mut command: Command, after: Duration) {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
}

/// A book of hundreds of rows is in the register whole or not at all, and a paper with its file likewise.
#[test]
fn whatever_moment_it_is_killed_at_all_is_entered_or_nothing() {
    let kills: u32 = std::env::var("VANTHU_KILLS").map_or(12, |n| n.parse().unwrap());
    let (mut whole, mut none) = (0, 0);
    let lau = {
        let dir = ho_so(0);
        std::fs::write(dir.path().join("so-cu.csv"), so_cu(400)).unwrap();
        let start = Instant::now();
        let out = run(dir.path(), "vanthu register import so-cu.csv");
        assert!(out.status.success(), "{}", stderr(&out));
        start.elapsed()
    };
    for i in 0..kills {
        let dir = ho_so(0);
        let dir = dir.path();
        std::fs::write(dir.join("so-cu.csv"), so_cu(400)).unwrap();
        let mut import = vanthu();
        import.current_dir(dir).args(["register", "import", "so-cu.csv"]);
        giet(import, lau * (i + 1) / kills);
        // The next command ends what was stopped: here the same book once more.
        let out = run(dir, "vanthu register import so-cu.csv");
        let told = stderr(&out);
        assert!(out.status.success() || told.contains("đã nhập rồi"), "{told}");
        if out.status.success() {
            none += 1
        } else {
            whole += 1
        }
        assert_eq!(khop(dir), "");
        assert_eq!(numbers(dir).len(), 400);
    }
    println!("sổ cũ: {none} lần chưa ghi gì, {whole} lần đã ghi đủ");

    let dir = ho_so(0);
    let dir = dir.path();
    std::fs::write(dir.join("quet.pdf"), pdf(8 << 20)).unwrap();
    let entry = |so: u32| {
        let mut command = add(dir, &format!("{so:02}/TB-HĐND"));
        command.args(["--tep", "quet.pdf"]);
        command
    };
    let start = Instant::now();
    assert!(entry(1).output().unwrap().status.success());
    let lau = start.elapsed();
    for i in 0..kills {
        let so = i + 2;
        giet(entry(so), lau * (i + 1) / kills);
        let out = entry(so).output().unwrap();
        let told = stderr(&out);
        assert!(out.status.success() || told.contains("number-taken"), "{told}");
        assert_eq!(khop(dir), "");
        assert_eq!(numbers(dir).len() as u32, so);
    }
}

/// What is no file of a paper is told and kept nowhere; nobody waits for a pipe.
#[test]
fn a_file_that_is_none_is_refused() {
    let dir = ho_so(0);
    let dir = dir.path();
    std::fs::write(dir.join("anh.pdf"), b"\x89PNG\r\n\x1a\n").unwrap();
    std::fs::write(dir.join("rong.docx"), b"").unwrap();
    std::fs::write(dir.join("zip.docx"), b"PK\x03\x04rest").unwrap();
    std::fs::write(dir.join("to.pdf"), pdf((60 << 20) + 1)).unwrap();
    std::fs::create_dir(dir.join("thu-muc.pdf")).unwrap();
    #[cfg(unix)]
    support::tool(Command::new("mkfifo").arg(dir.join("ong.pdf")));
    for name in ["anh.pdf", "rong.docx", "zip.docx", "to.pdf", "thu-muc.pdf", "ong.pdf", "x.pdf"] {
        let out = add(dir, "01/TB-HĐND").args(["--tep", name]).output().unwrap();
        assert!(!out.status.success(), "{name}");
        assert!(stderr(&out).contains(name), "{name}: {}", stderr(&out));
    }
    assert!(!dir.join("phat-hanh").exists() && !dir.join("so-dang-ky.txt").exists());
}

/// What was kept is kept byte for byte, also under a name that other systems have not.
#[test]
fn the_file_is_kept_as_it_was() {
    let dir = ho_so(0);
    let dir = dir.path();
    let bytes = pdf(4096);
    std::fs::write(dir.join("bản ký: “cuối”.pdf"), &bytes).unwrap();
    let out = add(dir, "01/TB-HĐND").args(["--tep", "bản ký: “cuối”.pdf"]).output().unwrap();
    assert!(out.status.success(), "{}", stderr(&out));
    let folder = dir.join("phat-hanh/2023/01-TB-HDND");
    assert_eq!(std::fs::read(folder.join("01-TB-HDND.pdf")).unwrap(), bytes);
    let record = std::fs::read_to_string(folder.join("vao-so.yaml")).unwrap();
    assert!(record.contains("bản ký: “cuối”.pdf"), "{record}");
    // A line of the register that somebody writes anew for this folder is another line.
    let path = dir.join("so-dang-ky.txt");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("Các Ban", "Các Sở")).unwrap();
    let out = register(dir, &["check"]);
    assert!(stderr(&out).contains("register-broken"), "{}", stderr(&out));
}
