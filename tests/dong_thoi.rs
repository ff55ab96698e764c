//! Several at one register: nobody waits while another composes, a long paper is not overtaken for ever, and whoever is
//! killed leaves no number and no turn behind.

#![cfg(unix)] // processes are stopped by signals

use std::fs::File;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::support;
use crate::support::so_sach::{NGAY, du_va_lien_tuc, ho_so, issue, khop, register, so_cai};
use crate::support::{stderr, stdout, vanthu};

/// A draft that takes many times as long to compose as those of [`ho_so`]: `dai.yaml`.
fn them_ban_dai(dir: &Path) {
    let doan = "Các cơ quan, đơn vị thực hiện đúng kết luận này và báo cáo kết quả trước ngày 30 hằng tháng.";
    let than: String = (1..=4000).map(|i| format!("  {i}. {doan} {doan}\n\n")).collect();
    let text = format!(
        "loai: thong_bao\nso:\nngay_ban_hanh: 3/2023\ntrich_yeu: Kết luận cuộc họp giao ban\nnguoi_ky: pho_chu_tich\nnoi_dung: |\n{than}"
    );
    std::fs::write(dir.join("dai.yaml"), text).unwrap();
}

fn issue_dai(dir: &Path) -> Command {
    let mut command = vanthu();
    command.arg("issue").arg(dir.join("dai.yaml")).args(["--date", NGAY]);
    command
}

/// A long one that is being composed for ever: it is stopped while it holds no lock of the register.
struct Dai<'d> {
    dir: &'d Path,
    child: Child,
}

impl<'d> Dai<'d> {
    /// Starts it, and stops it while it composes what it has looked up a number for.
    fn bat_dau(dir: &'d Path) -> Self {
        let mut command = issue_dai(dir);
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut long = Self { dir, child };
        assert!(long.dung_khi(&|| dir.join(".so-dang-ky.khoa").exists()), "soạn xong quá sớm");
        long
    }

    fn bao(&self, signal: &str) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-s", signal, &pid]).status().unwrap().success());
    }

    /// Stops it as soon as `is` holds and the register is nobody's; false if it had ended before that was seen.
    fn dung_khi(&mut self, is: &dyn Fn() -> bool) -> bool {
        let lock = self.dir.join(".so-dang-ky.khoa");
        let free = || File::open(&lock).is_ok_and(|file| file.try_lock_shared().is_ok());
        let start = Instant::now();
        loop {
            assert!(start.elapsed() < Duration::from_secs(300), "chờ quá lâu");
            if self.child.try_wait().unwrap().is_some() {
                return false;
            }
            if is() {
                self.bao("STOP");
                std::thread::sleep(Duration::from_millis(20));
                if free() && is() {
                    break;
                }
                self.bao("CONT");
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        assert!(!self.dir.join("phat-hanh/.dang-lam").exists(), "đã vào sổ");
        true
    }

    /// Lets it go on until it has the turn, and stops it there; false if that was over before it was seen.
    fn den_luot(&mut self) -> bool {
        let turn = self.dir.join(".so-dang-ky.luot");
        self.bao("CONT");
        self.dung_khi(&|| File::open(&turn).is_ok_and(|file| file.try_lock_shared().is_err()))
    }

    fn xong(self) -> Output {
        self.bao("CONT");
        self.child.wait_with_output().unwrap()
    }
}

fn duoc(out: Output) {
    assert!(out.status.success(), "{}", stderr(&out));
}

fn giu_so(dir: &Path) -> Output {
    register(dir, &["reserve", "--nam", "2023"])
}

#[test]
fn nobody_waits_while_a_long_paper_is_composed() {
    let dir = ho_so(1);
    let dir = dir.path();
    them_ban_dai(dir);
    let long = Dai::bat_dau(dir);
    duoc(register(dir, &["list"]));
    duoc(giu_so(dir));
    duoc(issue(dir, 1).output().unwrap());
    duoc(register(dir, &["deliver", "02/KH-HĐND", "--ngay-chuyen", NGAY]));
    duoc(register(dir, &["check"]));
    // Its number is another's by now: it is composed once more, with the next one.
    let out = long.xong();
    assert!(stderr(&out).contains("đã phát hành 03/TB-HĐND"), "{}", stderr(&out));
    assert!(stdout(&out).contains("03-TB-HDND.pdf"), "{}", stdout(&out));
    assert_eq!(khop(dir), "");
    let out = vanthu().arg("verify").arg(dir.join("phat-hanh/2023/03-TB-HDND")).output().unwrap();
    assert!(stdout(&out).contains("đúng từng byte"), "{}{}", stdout(&out), stderr(&out));
}

/// What happens to other numbers meanwhile costs no second composing, but is in the register's line and in the record.
#[test]
fn a_number_that_is_still_free_is_taken_though_the_register_went_on() {
    let dir = ho_so(1);
    let dir = dir.path();
    duoc(issue(dir, 1).output().unwrap());
    them_ban_dai(dir);
    let long = Dai::bat_dau(dir);
    duoc(register(dir, &["deliver", "01/KH-HĐND", "--ngay-chuyen", NGAY]));
    let out = long.xong();
    assert!(stderr(&out).contains("đã phát hành 02/TB-HĐND"), "{}", stderr(&out));
    assert!(!dir.join(".so-dang-ky.luot").exists());
    assert_eq!(khop(dir), "");
}

/// A draft that was issued by another meanwhile isn't issued again.
#[test]
fn what_another_has_issued_meanwhile_is_not_issued_again() {
    let dir = ho_so(0);
    let dir = dir.path();
    them_ban_dai(dir);
    let long = Dai::bat_dau(dir);
    duoc(issue_dai(dir).output().unwrap());
    let out = long.xong();
    assert!(stderr(&out).contains("already-issued"), "{}", stderr(&out));
    du_va_lien_tuc(dir, 1);
}

/// Whoever loses his number once has the next one to himself: numbers that others want without a pause come after it.
#[test]
fn a_long_paper_is_not_overtaken_for_ever() {
    // What is composed a second time is composed quickly: a busy machine may look away just then.
    for _ in 0..20 {
        let dir = ho_so(1);
        them_ban_dai(dir.path());
        let mut long = Dai::bat_dau(dir.path());
        duoc(giu_so(dir.path()));
        if long.den_luot() {
            return nobody_overtakes(dir.path(), long);
        }
    }
    panic!("lần nào cũng soạn xong quá sớm");
}

fn nobody_overtakes(dir: &Path, long: Dai) {
    let waits = |mut command: Command| {
        command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let mut keep = vanthu();
    keep.current_dir(dir).args(["register", "reserve", "--nam", "2023"]);
    let mut waiting = [waits(keep), waits(issue(dir, 1))];
    // Those who take no next number go on.
    duoc(register(dir, &["list"]));
    duoc(register(dir, &["void", "01", "--ly-do", "nhầm", "--chac-chan"]));
    std::thread::sleep(Duration::from_secs(3));
    assert!(waiting.iter_mut().all(|child| child.try_wait().unwrap().is_none()));
    let out = long.xong();
    assert!(stderr(&out).contains("đã phát hành 02/TB-HĐND"), "{}", stderr(&out));
    for child in waiting {
        duoc(child.wait_with_output().unwrap());
    }
    assert_eq!(khop(dir), "");
    let numbers: Vec<u64> = so_cai(dir).tat_ca().map(|muc| muc.so_hieu.so).collect();
    assert_eq!(numbers, [1, 2, 3, 4]);
}

/// Whoever is killed while he has the turn, or composes, leaves the number to the others.
#[test]
fn a_killed_one_leaves_neither_number_nor_turn() {
    let dir = ho_so(2);
    let dir = dir.path();
    them_ban_dai(dir);
    let mut long = Dai::bat_dau(dir);
    duoc(giu_so(dir));
    long.den_luot();
    let mut waits = issue(dir, 1);
    let waits = waits.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    long.child.kill().unwrap();
    long.child.wait().unwrap();
    duoc(waits.wait_with_output().unwrap());
    duoc(issue(dir, 2).output().unwrap());
    assert_eq!(khop(dir), "");
    let numbers: Vec<u64> = so_cai(dir).tat_ca().map(|muc| muc.so_hieu.so).collect();
    assert_eq!(numbers, [1, 2, 3]);
}

/// Eight at once, of whom three are killed at some moment; the rest get numbers in a row, and the three after them.
#[test]
fn some_of_many_are_killed() {
    let dir = ho_so(8);
    let quiet =
        |i| issue(dir.path(), i).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let mut running: Vec<Child> = (1..=8).map(quiet).collect();
    for (i, wait) in [(1, 700), (4, 900), (6, 1100)] {
        std::thread::sleep(Duration::from_millis(wait));
        let _ = running[i].kill();
    }
    for child in &mut running {
        child.wait().unwrap();
    }
    for i in [2, 5, 7] {
        let out = issue(dir.path(), i).output().unwrap();
        let told = stderr(&out);
        assert!(out.status.success() || told.contains("already-issued"), "{told}");
    }
    du_va_lien_tuc(dir.path(), 8);
}

/// A drive that locks no file, as some servers' are: two could take one number there, so nobody gets one.
#[test]
fn where_nothing_can_be_locked_no_number_is_given() {
    let dir = ho_so(1);
    let (source, shim) = (dir.path().join("flock.c"), dir.path().join("flock.so"));
    std::fs::write(
        &source,
        "#include <errno.h>\nint flock(int f, int o) { (void)f; (void)o; errno = ENOLCK; return -1; }\n",
    )
    .unwrap();
    support::tool(Command::new("cc").args(["-shared", "-fPIC", "-o"]).arg(&shim).arg(&source));
    let out = issue(dir.path(), 1).env("LD_PRELOAD", &shim).output().unwrap();
    assert_eq!(out.status.code(), Some(2), "{}", stderr(&out));
    assert!(stderr(&out).contains("ổ đĩa không khoá được tệp"), "{}", stderr(&out));
    assert!(!dir.path().join("so-dang-ky.txt").exists());
    let out = issue(dir.path(), 1).output().unwrap();
    assert!(out.status.success(), "{}", stderr(&out));
}
