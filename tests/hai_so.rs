//! Both books of a folder under attack: many processes at once, killed at any moment, on a disk that fills up. No number
//! is doubled, no paper that was promised is lost, and both books stay sound.

#![cfg(unix)] // disks are mounted

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::support;
use crate::support::{stderr, stdout, vanthu};

/// At once.
const CUNG_LUC: usize = 32;
/// Processes that are killed.
const BI_GIET: usize = 300;

/// The sample's office, whose folder has both books.
fn folder() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for ten in ["co-quan.yaml", "van-phong.yaml"] {
        std::fs::copy(support::sample().join(ten), dir.path().join(ten)).unwrap();
    }
    std::fs::write(dir.path().join("den.pdf"), b"%PDF-1.4\nx").unwrap();
    dir
}

/// What the `i`-th does: by turns a number is kept, a paper made elsewhere entered, a paper that came entered.
fn viec(dir: &Path, so_sach: &Path, i: usize) -> Command {
    let mut command = vanthu();
    command.current_dir(dir).stdin(Stdio::null());
    let said = format!("việc {i}");
    match i % 3 {
        0 => command.args(["register", "reserve", "--nam", "2026", "--ghi-chu", &said]),
        1 => command.args([
            "incoming",
            "add",
            "den.pdf",
            "--ngay",
            "5/3/2026",
            "--tac-gia",
            &said,
            "--trich-yeu",
            &said,
            "--chap-nhan-canh-bao",
        ]),
        _ => command.args([
            "incoming",
            "add",
            "--ngay",
            "5/3/2026",
            "--tac-gia",
            &said,
            "--trich-yeu",
            &said,
        ]),
    };
    command.arg("--so-sach").arg(so_sach);
    command
}

fn said(dir: &Path, so_sach: &Path, args: &[&str]) -> String {
    let out = vanthu().current_dir(dir).args(args).arg("--so-sach").arg(so_sach).output().unwrap();
    assert!(out.status.success(), "{args:?}: {}{}", stdout(&out), stderr(&out));
    stdout(&out)
}

/// Both books are sound, their numbers one row without a gap; how many each has.
fn lanh(dir: &Path, so_sach: &Path) -> (usize, usize) {
    // What was stopped on its way is ended by whoever comes next.
    let end = |i| viec(dir, so_sach, i).output().unwrap();
    assert!(end(0).status.success() && end(2).status.success());
    said(dir, so_sach, &["register", "check"]);
    said(dir, so_sach, &["incoming", "check"]);
    let first = |line: &str| -> usize {
        let number: String = line.chars().take_while(char::is_ascii_digit).collect();
        number.parse().unwrap()
    };
    let row = |args: &[&str]| {
        let all: Vec<usize> = said(dir, so_sach, args).lines().map(first).collect();
        let once: BTreeSet<usize> = all.iter().copied().collect();
        assert_eq!(once, (1..=all.len()).collect(), "{args:?}");
        all.len()
    };
    (row(&["register", "list"]), row(&["incoming", "list"]))
}

#[test]
fn many_at_once_and_killed_at_any_moment_double_no_number_and_lose_no_paper() {
    let dir = folder();
    let so_sach = dir.path().join("so-sach");
    std::fs::create_dir(&so_sach).unwrap();
    let mut killed = 0;
    let mut promised: Vec<usize> = Vec::new();
    let mut next = 0_usize;
    while killed < BI_GIET {
        let mut running: Vec<(usize, Child)> = (0..CUNG_LUC)
            .map(|_| {
                next += 1;
                let mut command = viec(dir.path(), &so_sach, next);
                (next, command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
            })
            .collect();
        // One in four may end; the others go at moments that are spread over what one takes.
        for (i, (_, child)) in running.iter_mut().enumerate() {
            if i % 4 != 0 {
                std::thread::sleep(Duration::from_millis(
                    u64::try_from((next + i * 7) % 40).unwrap(),
                ));
                let _ = child.kill();
                killed += 1;
            }
        }
        for (i, mut child) in running {
            if child.wait().unwrap().success() {
                promised.push(i);
            }
        }
    }
    assert!(promised.len() >= killed / 4, "{} of {killed}", promised.len());
    let (kept, came) = lanh(dir.path(), &so_sach);
    assert!(kept + came >= promised.len());
    let books = [
        said(dir.path(), &so_sach, &["register", "list"]),
        said(dir.path(), &so_sach, &["incoming", "list"]),
    ];
    for i in promised {
        let name = format!("iệc {i}");
        let there = books
            .iter()
            .flat_map(|book| book.lines())
            .any(|line| line.split(['|', ';']).map(str::trim).any(|cell| cell.ends_with(&name)));
        assert!(there, "việc {i} was promised and is not there");
    }
}

#[test]
fn a_full_disk_leaves_both_books_sound() {
    let dir = folder();
    let disk: PathBuf = dir.path().join("so-sach");
    std::fs::create_dir(&disk).unwrap();
    let mut mount = Command::new("mount");
    mount.args(["-t", "tmpfs", "-o", "size=160k", "tmpfs"]).arg(&disk);
    if !mount.stderr(Stdio::null()).status().is_ok_and(|status| status.success()) {
        println!("bỏ qua: cần quyền quản trị để gắn một ổ đĩa nhỏ");
        return;
    }
    let (mut good, mut full) = (0, 0);
    for i in 1..=90 {
        let out = viec(dir.path(), &disk, i).output().unwrap();
        match out.status.success() {
            true => good += 1,
            false => full += usize::from(stderr(&out).contains("đầy")),
        }
    }
    // On another disk there is room again.
    let copy = dir.path().join("ban-sao");
    let copied = Command::new("cp").arg("-a").arg(&disk).arg(&copy).status().unwrap();
    let umount = Command::new("umount").arg(&disk).status();
    assert!(copied.success() && umount.is_ok());
    assert!(good > 0 && full > 0, "{good} good, {full} full");
    let (kept, came) = lanh(dir.path(), &copy);
    assert!(kept + came >= good + 2, "{good} were promised, {kept} and {came} are there");
}

/// The drive with the books is not there, gone or an empty place: a book begun anew would give all numbers twice. Nothing
/// is made; with the drive back the numbers go on, and whoever means a new book says so.
#[test]
fn a_book_that_this_machine_knew_is_not_begun_anew_where_its_drive_is_gone() {
    let dir = folder();
    let (home, drive) = (dir.path().join("nhà"), dir.path().join("ổ"));
    let (place, away) = (drive.join("van-thu/so"), dir.path().join("ổ.mất"));
    std::fs::create_dir_all(&home).unwrap();
    let run = |args: &[&str]| {
        let mut command = vanthu();
        command.current_dir(dir.path()).env("HOME", &home).args(args);
        command.arg("--so-sach").arg(&place).output().unwrap()
    };
    let reserve: &[&str] = &["register", "reserve", "--nam", "2026"];
    let add: &[&str] =
        &["incoming", "add", "--ngay", "5/3/2026", "--tac-gia", "Sở A", "--trich-yeu", "x"];
    for args in [reserve, add] {
        let out = run(args);
        assert!(out.status.success() && stdout(&out).contains("số "), "{}", stderr(&out));
    }
    std::fs::rename(&drive, &away).unwrap();
    let refused = || {
        for args in [reserve, add] {
            let out = run(args);
            let said = stderr(&out);
            assert!(!out.status.success() && stdout(&out).is_empty(), "{}", stdout(&out));
            assert!(said.contains("register-away") && said.contains("--lap-so-moi"), "{said}");
        }
    };
    refused();
    assert!(!drive.exists());
    // A place for a drive is there without it.
    std::fs::create_dir_all(&place).unwrap();
    refused();
    assert_eq!(std::fs::read_dir(&place).unwrap().count(), 0);
    let out = run(&[reserve, &["--lap-so-moi"]].concat());
    assert!(stdout(&out).contains("đã giữ số 01"), "{}", stderr(&out));
    std::fs::remove_dir_all(&drive).unwrap();
    std::fs::rename(&away, &drive).unwrap();
    let out = run(reserve);
    assert!(stdout(&out).contains("đã giữ số 02"), "{}{}", stdout(&out), stderr(&out));
    let out = run(add);
    assert!(stdout(&out).contains("2/2026"), "{}{}", stdout(&out), stderr(&out));
    // A machine for secret papers has their book alone, and goes on with it.
    let secret = dir.path().join("máy mật");
    let run = |args: &[&str]| {
        let mut command = vanthu();
        command.current_dir(dir.path()).env("HOME", &home).args(args);
        command.arg("--so-sach").arg(&secret).output().unwrap()
    };
    for so in ["1/CA", "2/CA", "3/CA"] {
        let out = run(&[add, &["--ky-hieu", so, "--do-mat", "mật"]].concat());
        assert!(out.status.success(), "{so}: {}", stderr(&out));
    }
    let out = run(&["incoming", "assign", "1", "--cho", "VP", "--ngay", "6/3/2026", "--mat"]);
    assert!(out.status.success(), "{}", stderr(&out));
}
