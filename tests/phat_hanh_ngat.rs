//! `kill -9` while the real program issues or keeps a number. `src/records/phat_hanh/tests.rs` stops it between
//! any two steps; here the system does, at any moment.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::support;
use crate::support::so_sach::{
    du_va_lien_tuc, ho_so, issue, khop, register, so_cai, them_ban_thao,
};
use crate::support::stderr;

/// Numbers that look random and are the same in every run.
struct NgauNhien(u64);

impl NgauNhien {
    fn duoi(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) % below
    }
}

/// Starts an issue and kills it after some time, counted from the start, from the moment at which the
/// first thing stands on the disk, or from that at which the intent does. Whether it was killed before
/// its end.
fn giet(dir: &Path, i: usize, lau: Duration, random: &mut NgauNhien) -> bool {
    let mut command = issue(dir, i);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let (sign, longest) = match random.duoi(3) {
        0 => (None, lau * 5 / 4),
        1 => (Some("phat-hanh/.dang-lam"), lau / 2),
        _ => (Some("phat-hanh/.dang-lam/y-dinh.json"), lau / 4),
    };
    let pending = sign.map(|sign| dir.join(sign));
    while pending.as_ref().is_some_and(|p| !p.exists()) && child.try_wait().unwrap().is_none() {
        std::thread::sleep(Duration::from_micros(100));
    }
    let wait = Duration::from_micros(random.duoi(longest.as_micros() as u64));
    let start = Instant::now();
    while start.elapsed() < wait {
        std::thread::sleep(Duration::from_micros(50).min(wait));
    }
    child.kill().unwrap();
    !child.wait().unwrap().success()
}

/// What kills found on the disk.
#[derive(Debug, Default)]
struct Thay {
    dang_viet: usize,
    chua_ghi_so: usize,
    da_ghi_so: usize,
    giua_dong: usize,
}

/// `kill -9` at any moment. Twenty times here; as many times as `VANTHU_KILLS` says.
#[test]
fn whatever_moment_it_is_killed_at_a_number_is_issued_whole_or_free() {
    let kills: usize = std::env::var("VANTHU_KILLS").map_or(20, |n| n.parse().unwrap());
    let mut random = NgauNhien(2023);
    let mut thay = Thay::default();
    let mut left = kills;
    while left > 0 {
        // Every command reads the whole folder, so the drafts in it are kept few.
        let now = left.min(10);
        giet_nhieu_lan(now, &mut random, &mut thay);
        left -= now;
        println!("còn {left}: {thay:?}");
    }
    println!("{kills} lần bị ngắt: {thay:?}");
    assert!(kills < 60 || thay.dang_viet + thay.chua_ghi_so + thay.da_ghi_so > 0, "{thay:?}");
}

/// Kills in one folder, checks after each, and issues all that was stopped at the end.
fn giet_nhieu_lan(kills: usize, random: &mut NgauNhien, thay: &mut Thay) {
    let dir = ho_so(1);
    let start = Instant::now();
    assert!(issue(dir.path(), 1).output().unwrap().status.success());
    let lau = start.elapsed();
    let mut draft = 1;
    let mut stopped: Vec<usize> = Vec::new();
    while stopped.len() < kills {
        draft += 1;
        them_ban_thao(dir.path(), draft);
        let before = std::fs::metadata(dir.path().join("so-dang-ky.txt")).unwrap().len();
        if !giet(dir.path(), draft, lau, random) {
            continue;
        }
        stopped.push(draft);
        let told = khop(dir.path());
        thay.dang_viet += usize::from(told.contains("khi chưa ghi sổ"));
        thay.chua_ghi_so += usize::from(told.contains("khi chưa xong"));
        thay.da_ghi_so += usize::from(told.contains("sau khi đã vào sổ"));
        let after = std::fs::read(dir.path().join("so-dang-ky.txt")).unwrap();
        thay.giua_dong += usize::from(after.len() as u64 > before && !after.ends_with(b"\n"));
        // Any command that writes ends first what was stopped; this one then finds no such number.
        let out = register(dir.path(), &["void", "99999", "--ly-do", "x"]);
        assert!(stderr(&out).contains("unknown-number"), "{}", stderr(&out));
        assert!(!dir.path().join("phat-hanh/.dang-lam").exists());
    }
    // The same drafts again: those that were issued say so, the others get their numbers.
    for i in &stopped {
        let out = issue(dir.path(), *i).output().unwrap();
        let told = stderr(&out);
        assert!(out.status.success() || told.contains("already-issued"), "{told}");
    }
    du_va_lien_tuc(dir.path(), draft);
}

/// The same for kept numbers, whose transaction has no files; many more of these go into a second.
#[test]
fn a_number_that_is_being_kept_is_kept_or_free() {
    let kills: u64 = std::env::var("VANTHU_KILLS").map_or(60, |n| n.parse().unwrap());
    let dir = ho_so(0);
    let reserve = || {
        let mut command = support::vanthu();
        command.current_dir(dir.path()).args(["register", "reserve", "--nam", "2023"]);
        command
    };
    let start = Instant::now();
    assert!(reserve().output().unwrap().status.success());
    let lau = start.elapsed().as_micros() as u64;
    let mut random = NgauNhien(7);
    let (mut kept, mut unfinished) = (1, 0);
    for _ in 0..kills {
        let mut child = reserve().stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(random.duoi(lau * 5 / 4)));
        child.kill().unwrap();
        child.wait().unwrap();
        unfinished += u64::from(dir.path().join("phat-hanh/.dang-lam").exists());
        let told = khop(dir.path());
        assert!(told.is_empty() || told.contains("unfinished"), "{told}");
        let now = so_cai(dir.path()).tat_ca().count();
        assert!(now == kept || now == kept + 1, "{now} sau {kept}");
        kept = now;
    }
    assert!(reserve().output().unwrap().status.success());
    assert_eq!(khop(dir.path()), "");
    let numbers: Vec<u64> = so_cai(dir.path()).tat_ca().map(|m| m.so_hieu.so).collect();
    assert_eq!(numbers, (1..=kept as u64 + 1).collect::<Vec<_>>());
    println!("{kills} lần bị ngắt khi giữ số, {unfinished} lần còn dang dở");
}
