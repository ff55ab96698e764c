//! Issuing with the real program: many at once, on a full disk, what is kept and printed. Whatever
//! happens, register, folders and lists of files agree, and every number is issued whole or free.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::support;
use crate::support::so_sach::{NGAY, du_va_lien_tuc, ho_so, issue, khop, register, so_cai};
use crate::support::{stderr, stdout};
use vanthu::records::so_dang_ky::{Day, Dong, So, SoHieu, Viec};

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

/// Ctrl+C while another command has the register: the wait is over, no number is taken.
#[test]
#[cfg(unix)]
fn ctrl_c_ends_the_wait_for_the_register() {
    let dir = ho_so(1);
    let lock = std::fs::File::create(dir.path().join(".so-dang-ky.khoa")).unwrap();
    lock.lock().unwrap();
    let child = issue(dir.path(), 1).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    std::thread::sleep(std::time::Duration::from_secs(3));
    let pid = child.id().to_string();
    assert!(Command::new("kill").args(["-s", "INT", &pid]).status().unwrap().success());
    let out = child.wait_with_output().unwrap();
    assert_eq!(out.status.code(), Some(2), "{}", stderr(&out));
    assert!(
        stderr(&out).contains("lỗi[interrupted]") && stdout(&out).is_empty(),
        "{}",
        stderr(&out)
    );
    assert!(!dir.path().join("so-dang-ky.txt").exists() && !dir.path().join("phat-hanh").exists());
    drop(lock);
    assert!(issue(dir.path(), 1).output().unwrap().status.success());
    du_va_lien_tuc(dir.path(), 1);
}

/// A register so long that its next line, and nothing else, passes a limit on the size of files.
fn so_dai(dir: &Path, bytes: u64) {
    let day = Day { ky: 2022.into(), co_quan: "HĐND".into(), loai: None };
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
            (50, 0),
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
    let Some(mounted) = DiaNho::gan(&disk, "300k") else { return };
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
    drop(mounted);
}

/// A small disk, until the test is over.
struct DiaNho(PathBuf);

impl DiaNho {
    /// None where this user may not mount one.
    fn gan(folder: &Path, size: &str) -> Option<Self> {
        std::fs::create_dir(folder).unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"]).arg(folder);
        let mounted = mount.stderr(Stdio::null()).status().is_ok_and(|status| status.success());
        if !mounted {
            println!("bỏ qua: cần quyền quản trị để gắn một ổ đĩa nhỏ");
        }
        mounted.then(|| Self(folder.to_owned()))
    }
}

impl Drop for DiaNho {
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
    let out = register(dir.path(), &["void", "01/KH-HĐND", "--ly-do", "ký nhầm", "--chac-chan"]);
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

/// PDF/A-3a with what the office wants inside, PDF/A-2a without; the command says otherwise for once.
#[test]
fn the_office_chooses_what_its_pdf_carries() {
    let dir = ho_so(4);
    let office = dir.path().join("co-quan.yaml");
    let text = std::fs::read_to_string(&office).unwrap();
    let choose = |choice: &str| std::fs::write(&office, format!("{text}\n{choice}\n")).unwrap();
    let listed = |i: usize| {
        let pdf = dir.path().join(format!("phat-hanh/2023/0{i}-KH-HDND/0{i}-KH-HDND.pdf"));
        let list = support::tool(Command::new("pdfdetach").arg("-list").arg(&pdf));
        let names =
            list.lines().skip(1).filter_map(|line| Some(line.split_once(": ")?.1.to_owned()));
        (names.collect::<Vec<_>>(), pdf)
    };
    let run = |i: usize, args: &[&str]| {
        let out = issue(dir.path(), i).args(args).output().unwrap();
        assert!(out.status.success(), "{}", stderr(&out));
        stderr(&out)
    };
    assert!(run(1, &[]).contains("không đính kèm tệp nào (PDF/A-2a)"));
    choose("phat_hanh: {dinh_kem: nguon, o_ky: co}");
    let said = run(2, &["--so-ban", "12"]);
    assert!(
        said.contains("đính kèm truong-du-lieu.xml, co-quan.yaml, k2.yaml (PDF/A-3a)"),
        "{said}"
    );
    choose("phat_hanh: {dinh_kem: nguồn}");
    run(3, &["--embed", "du-lieu"]);
    run(4, &["--dinh-kem", "khong"]);

    assert_eq!(listed(1).0, [""; 0]);
    assert_eq!(listed(2).0, ["co-quan.yaml", "k2.yaml", "truong-du-lieu.xml"]);
    assert_eq!(listed(3).0, ["truong-du-lieu.xml"]);
    assert_eq!(listed(4).0, [""; 0]);
    support::verapdf::obey("PDFA_2_A,PDFUA_1", &[listed(1).1, listed(4).1]);
    support::verapdf::obey("PDFA_3_A,PDFUA_1", &[listed(2).1, listed(3).1]);
    assert!(dir.path().join("phat-hanh/2023/02-KH-HDND/02-KH-HDND.o-ky.json").exists());
    assert!(!dir.path().join("phat-hanh/2023/03-KH-HDND/03-KH-HDND.o-ky.json").exists());
    let fields = dir.path().join("truong.xml");
    let mut detach = Command::new("pdfdetach");
    support::tool(
        detach.args(["-savefile", "truong-du-lieu.xml", "-o"]).arg(&fields).arg(listed(2).1),
    );
    let fields = std::fs::read_to_string(fields).unwrap();
    for field in [
        "<CodeNumber>02</CodeNumber>",
        "<IssuedDate>15/03/2023</IssuedDate>",
        "<IssuedAmount>12</IssuedAmount>",
        "<PageAmount>3</PageAmount>",
    ] {
        assert!(fields.contains(field), "{field}: {fields}");
    }
    // Whatever it carries, the kept YAML makes it again.
    for i in 1..=4 {
        let folder = dir.path().join(format!("phat-hanh/2023/0{i}-KH-HDND"));
        let out = support::vanthu().arg("verify").arg(folder).output().unwrap();
        assert!(out.status.success(), "{}", stderr(&out));
    }
    assert_eq!(khop(dir.path()), "");
}

/// A link in the place of the register's own things leads elsewhere; nothing is read, written or cleared
/// away through it, and the number stays free.
#[test]
#[cfg(unix)]
fn nothing_is_written_through_a_link() {
    for name in
        ["so-dang-ky.txt", ".so-dang-ky.khoa", "phat-hanh", "phat-hanh/.dang-lam", "phat-hanh/2023"]
    {
        let dir = ho_so(1);
        let elsewhere = tempfile::tempdir().unwrap();
        let link = dir.path().join(name);
        std::fs::create_dir_all(link.parent().unwrap()).unwrap();
        let is_file = name.starts_with("so") || name.starts_with(".so");
        let to = if is_file { elsewhere.path().join("tep") } else { elsewhere.path().to_owned() };
        std::fs::write(elsewhere.path().join("tep"), "").unwrap();
        std::fs::write(elsewhere.path().join("y-dinh.json"), "{}").unwrap();
        std::os::unix::fs::symlink(&to, &link).unwrap();
        let out = issue(dir.path(), 1).output().unwrap();
        assert_eq!(out.status.code(), Some(2), "{name}");
        assert!(stderr(&out).contains("là liên kết tới chỗ khác"), "{name}: {}", stderr(&out));
        assert_eq!(std::fs::read_dir(elsewhere.path()).unwrap().count(), 2, "{name}");
        assert_eq!(std::fs::read(elsewhere.path().join("tep")).unwrap(), b"", "{name}");
        std::fs::remove_file(&link).unwrap();
        assert!(issue(dir.path(), 1).output().unwrap().status.success(), "{name}");
        du_va_lien_tuc(dir.path(), 1);
    }
}

/// A disk that fills up under the other commands: what was there before is there still, and nothing else.
#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_leaves_register_book_and_packages_as_they_were() {
    let dir = tempfile::tempdir().unwrap();
    let disk = dir.path().join("dia");
    let Some(_mounted) = DiaNho::gan(&disk, "3000k") else { return };
    let ho_so = support::sample_with(&disk, &[]);
    let run = |args: &[&str]| support::vanthu().current_dir(&ho_so).args(args).output().unwrap();
    assert!(run(&["issue", "ke-hoach.yaml", "--date", NGAY]).status.success());
    let commands: [&[&str]; 3] = [
        &["register", "reserve", "--nam", "2023"],
        &["register", "print", "2023"],
        &["send", "phat-hanh/2023/01-KH-HDND"],
    ];
    let kept = |folder: &Path| {
        let list =
            Command::new("find").arg(folder).args(["-type", "f", "-print0"]).output().unwrap();
        let names = support::stdout(&list);
        let mut names: Vec<String> = names.split_terminator('\0').map(str::to_owned).collect();
        names.sort();
        names.into_iter().map(|name| (std::fs::read(&name).unwrap(), name)).collect::<Vec<_>>()
    };
    let mut refused = [0; 3];
    for left in [0, 4, 8, 24, 60, 100, 180, 300, 600] {
        fill(&disk, left);
        for (command, refused) in commands.iter().zip(&mut refused) {
            let before = kept(&ho_so);
            let out = run(command);
            if !out.status.success() {
                *refused += 1;
                assert!(stderr(&out).contains("ổ đĩa đã đầy"), "{left}: {}", stderr(&out));
                assert!(kept(&ho_so) == before, "{left} {command:?}");
            }
            // A number that is in the register is used, though its witness may have to wait for room.
            let told = khop(&ho_so);
            assert!(
                told.is_empty() || told.contains("sẽ tự làm nốt"),
                "{left} {command:?}: {told}"
            );
        }
    }
    assert!(refused.iter().all(|n| *n > 0), "{refused:?}");
    std::fs::remove_file(disk.join("day")).unwrap();
    assert!(commands.iter().all(|command| run(command).status.success()));
    assert_eq!(khop(&ho_so), "");
}

/// Fills a small disk until `left` KiB are free.
#[cfg(target_os = "linux")]
fn fill(disk: &Path, left: u64) {
    let day = disk.join("day");
    let _ = std::fs::remove_file(&day);
    let free = support::tool(Command::new("df").args(["-k", "--output=avail"]).arg(disk));
    let free: u64 = free.lines().last().unwrap().trim().parse().unwrap();
    std::fs::write(day, vec![0; (free.saturating_sub(left) * 1024) as usize]).unwrap();
}

/// What no face has may not get into the register; one of before that has it is printed and listed with a mark.
#[test]
fn words_of_the_register_can_be_printed() {
    let dir = ho_so(0);
    for words in ["giữ 😀", "đổi\u{202e}chiều", "ẩn\u{200b}"] {
        let out = register(dir.path(), &["reserve", "--nam", "2023", "--ghi-chu", words]);
        assert_eq!(out.status.code(), Some(1), "{words:?}: {}", stderr(&out));
        assert!(stderr(&out).contains("lời ghi vào sổ"), "{}", stderr(&out));
    }
    assert!(!dir.path().join("so-dang-ky.txt").exists());
    let day = Day { ky: 2023.into(), co_quan: "HĐND".into(), loai: None };
    let so_hieu = SoHieu { so: 1, ky_hieu: String::new() };
    let mut dong = Dong::moi(Viec::GiuSo, day, Some(so_hieu));
    dong.ghi_chu = "giữ 😀 cho \u{1b}[31mđỏ\u{202e}".into();
    let (empty, _) = So::doc("", "so-dang-ky.txt");
    std::fs::write(dir.path().join("so-dang-ky.txt"), empty.them(&[dong])).unwrap();
    let out = register(dir.path(), &["list"]);
    let listed = stdout(&out);
    assert!(listed.contains("□[31mđỏ□") && !listed.contains(['\u{1b}', '\u{202e}']), "{listed:?}");
    let out = register(dir.path(), &["print", "2023"]);
    assert!(out.status.success(), "{}", stderr(&out));
    assert!(stderr(&out).contains("[U+1F600]"), "{}", stderr(&out));
}
