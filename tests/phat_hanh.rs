//! Issuing with the real program: many at once, on a full disk, what is kept and printed. Whatever
//! happens, register, folders and lists of files agree, and every number is issued whole or free.

mod support;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use support::so_sach::{NGAY, du_va_lien_tuc, ho_so, issue, khop, register, so_cai};
use support::{stderr, stdout};
use vanthu::so_dang_ky::{Day, Dong, So, SoHieu, Viec};

#[test]
fn thirty_two_at_once_get_thirty_two_numbers_in_a_row() {
    let dir = ho_so(32);
    let start =
        |i| issue(dir.path(), i).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let running: Vec<_> = (1..=32).map(start).collect();
    for child in running {
        let out = child.wait_with_output().unwrap();
        assert!(out.status.success(), "{}", stderr(&out));
    }
    du_va_lien_tuc(dir.path(), 32);
}

/// The same command given to many at once issues the draft once.
#[test]
fn one_draft_given_eight_times_at_once_is_issued_once() {
    let dir = ho_so(1);
    let start =
        |_| issue(dir.path(), 1).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let running: Vec<_> = (0..8).map(start).collect();
    let done = running.into_iter().map(|c| c.wait_with_output().unwrap());
    let (good, bad): (Vec<Output>, Vec<Output>) = done.partition(|out| out.status.success());
    assert_eq!((good.len(), bad.len()), (1, 7));
    assert!(bad.iter().all(|out| stderr(out).contains("already-issued")));
    du_va_lien_tuc(dir.path(), 1);
}

/// A register so long that its next line, and nothing else, passes a limit on the size of files.
fn so_dai(dir: &Path, bytes: u64) {
    let day = Day { nam: 2022, co_quan: "HĐND".into(), loai: None };
    let mut lines = Vec::new();
    let (empty, _) = So::doc("", "so-dang-ky.txt");
    let mut text = String::new();
    for so in 1.. {
        let so_hieu = SoHieu { so, ky_hieu: String::new() };
        let mut dong = Dong::moi(Viec::GiuSo, day.clone(), Some(so_hieu));
        dong.ghi_chu = "x".repeat(350);
        lines.push(dong);
        let longer = empty.them(&lines);
        if longer.len() as u64 > bytes {
            break;
        }
        text = longer;
    }
    std::fs::write(dir.join("so-dang-ky.txt"), text).unwrap();
}

/// Issues the draft under a limit of `kib` on every file; the system's signal is taken or let through.
fn voi_gioi_han(dir: &Path, kib: u64, signal: bool) -> Output {
    let trap = if signal { "" } else { "trap '' XFSZ; " };
    Command::new("bash")
        .arg("-c")
        .arg(format!("{trap}ulimit -f {kib}; exec \"$@\""))
        .arg("vanthu")
        .arg(env!("CARGO_BIN_EXE_vanthu"))
        .arg("issue")
        .arg(dir.join("k1.yaml"))
        .args(["--date", NGAY])
        .output()
        .unwrap()
}

/// A disk that takes no more: at each of the files, and in the middle of the register's line.
#[test]
#[cfg(target_os = "linux")]
fn a_file_that_can_not_grow_leaves_the_number_free() {
    for signal in [false, true] {
        for (kib, long) in [
            (1, 0),
            (4, 0),
            (12, 0),
            (40, 0),
            (90, 0),
            (160, 160 * 1024 - 100),
            (200, 200 * 1024 - 350),
        ] {
            let dir = ho_so(1);
            if long > 0 {
                so_dai(dir.path(), long);
            }
            let before = std::fs::read(dir.path().join("so-dang-ky.txt")).unwrap_or_default();
            let out = voi_gioi_han(dir.path(), kib, signal);
            assert!(!out.status.success(), "{kib} KiB: {}", stdout(&out));
            if !signal {
                assert!(stderr(&out).contains("cannot-write"), "{}", stderr(&out));
                let after = std::fs::read(dir.path().join("so-dang-ky.txt")).unwrap_or_default();
                assert_eq!(before, after, "{kib} KiB");
                assert!(!dir.path().join("phat-hanh/.dang-lam").exists());
            }
            let out = issue(dir.path(), 1).output().unwrap();
            assert!(out.status.success(), "{}", stderr(&out));
            assert_eq!(khop(dir.path()), "");
            assert!(dir.path().join("phat-hanh/2023/01-KH-HDND/01-KH-HDND.pdf").exists());
        }
    }
}

/// A real full disk, where one can be made.
#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_leaves_the_number_free() {
    let dir = ho_so(6);
    let disk = dir.path().join("so-sach");
    std::fs::create_dir(&disk).unwrap();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=300k", "tmpfs"])
        .arg(&disk)
        .stderr(Stdio::null())
        .status();
    if !mounted.is_ok_and(|status| status.success()) {
        println!("bỏ qua: cần quyền quản trị để gắn một ổ đĩa nhỏ");
        return;
    }
    let unmount = Thao(disk.clone());
    let run = |i| issue(dir.path(), i).arg("--so-sach").arg(&disk).output().unwrap();
    let mut good = 0;
    for i in 1..=6 {
        let out = run(i);
        good += usize::from(out.status.success());
        assert!(out.status.success() || stderr(&out).contains("ổ đĩa đã đầy"), "{}", stderr(&out));
        assert_eq!(khop(&disk), "");
    }
    assert!((1..6).contains(&good), "{good}");
    du_va_lien_tuc(&disk, good);
    drop(unmount);
}

/// Takes the small disk away again.
struct Thao(PathBuf);

impl Drop for Thao {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn an_issued_document_holds_its_number_and_the_yaml_as_it_was() {
    let dir = ho_so(1);
    let before = std::fs::read(dir.path().join("k1.yaml")).unwrap();
    let out = issue(dir.path(), 1).args(["--so-ban", "12"]).output().unwrap();
    assert!(out.status.success(), "{}", stderr(&out));
    assert_eq!(std::fs::read(dir.path().join("k1.yaml")).unwrap(), before);
    let folder = dir.path().join("phat-hanh/2023/01-KH-HDND");
    assert_eq!(std::fs::read(folder.join("nguon/k1.yaml")).unwrap(), before);
    let text = support::tool(
        Command::new("pdftotext").arg("-layout").arg(folder.join("01-KH-HDND.pdf")).arg("-"),
    );
    assert!(text.contains("Số: 01/KH-HĐND"), "{text}");
    assert!(text.contains("Đồng Tháp, ngày 15 tháng 3 năm 2023"), "{text}");
    let cai = so_cai(dir.path());
    let muc = cai.tat_ca().next().unwrap();
    assert_eq!(muc.dong.so_ban, Some(12));
    assert!(muc.dong.noi_nhan.contains("Đoàn đại biểu Quốc hội; "), "{}", muc.dong.noi_nhan);

    // Nothing that is done later changes a file of the folder; the new note comes beside them.
    let list = std::fs::read(folder.join("bang-ke.json")).unwrap();
    let out = register(dir.path(), &["void", "01/KH-HĐND", "--ly-do", "ký nhầm"]);
    assert!(out.status.success(), "{}", stderr(&out));
    assert_eq!(std::fs::read(folder.join("bang-ke.json")).unwrap(), list);
    assert_eq!(
        std::fs::read_to_string(folder.join("lien-quan.txt")).unwrap(),
        "Số 01/KH-HĐND đã huỷ: ký nhầm.\n"
    );
    assert_eq!(khop(dir.path()), "");
    // A void number is never used again; its draft may be issued anew.
    assert!(issue(dir.path(), 1).output().unwrap().status.success());
    assert!(dir.path().join("phat-hanh/2023/02-KH-HDND").exists());
}

/// The book of a year: the same rows in PDF, Word and CSV, ten columns, the head on each page.
#[test]
fn the_book_is_printed_in_the_form_of_the_decree() {
    let dir = ho_so(14);
    for i in 1..=14 {
        assert!(issue(dir.path(), i).output().unwrap().status.success());
    }
    let out = register(dir.path(), &["print", "2023"]);
    assert!(out.status.success(), "{}", stderr(&out));
    let book = dir.path().join("so-dang-ky-2023-HDND.pdf");
    let word = support::print_word(&dir.path().join("so-dang-ky-2023-HDND.docx"), dir.path());
    for file in [&book, &word] {
        let text = support::tool(Command::new("pdftotext").arg("-layout").arg(file).arg("-"));
        let pages: Vec<&str> = text.split('\u{c}').filter(|p| !p.trim().is_empty()).collect();
        assert!(pages.len() > 2 && pages[0].contains("SỔ ĐĂNG KÝ VĂN BẢN ĐI"));
        assert!(pages[0].contains("Từ số 01 đến số 14"), "{}", pages[0]);
        assert!(pages[1..].iter().all(|p| p.contains("(1)") && p.contains("(10)")));
        assert!((1..=14).all(|i| text.contains(&format!("{i:02}/KH-HĐND"))), "{text}");
        let size = support::tool(Command::new("pdfinfo").args(["-f", "2", "-l", "2"]).arg(file));
        assert!(size.contains("841.") && size.contains("x 595"), "{size}");
    }
    let csv = std::fs::read_to_string(dir.path().join("so-dang-ky-2023-HDND.csv")).unwrap();
    assert!(csv.starts_with('\u{feff}') && csv.lines().count() == 15, "{csv}");
    let again = std::fs::read(&book).unwrap();
    assert!(register(dir.path(), &["print", "2023"]).status.success());
    assert_eq!(std::fs::read(&book).unwrap(), again);
}
