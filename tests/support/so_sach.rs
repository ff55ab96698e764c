//! A hồ sơ with drafts, and the register that issuing them makes.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};

use vanthu::records::so_dang_ky::{So, SoCai, TrangThai};

use super::{sample, stderr, stdout, vanthu};

pub const NGAY: &str = "15/3/2023";

/// A hồ sơ of `count` plans that differ in their subjects.
pub fn ho_so(count: usize) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    std::fs::copy(sample().join("co-quan.yaml"), dir.path().join("co-quan.yaml")).unwrap();
    for i in 1..=count {
        them_ban_thao(dir.path(), i);
    }
    dir
}

pub fn them_ban_thao(dir: &Path, i: usize) {
    let text = std::fs::read_to_string(sample().join("ke-hoach.yaml")).unwrap();
    let new = text.replacen("\n  Tổ chức Đoàn", &format!("\n  Tổ chức lần thứ {i} Đoàn"), 1);
    assert_ne!(text, new);
    std::fs::write(dir.join(format!("k{i}.yaml")), new).unwrap();
}

/// The command that issues the draft `i`.
pub fn issue(dir: &Path, i: usize) -> Command {
    let mut command = vanthu();
    command.arg("issue").arg(dir.join(format!("k{i}.yaml"))).args(["--date", NGAY]);
    command
}

pub fn register(dir: &Path, args: &[&str]) -> Output {
    vanthu()
        .arg("register")
        .args(args)
        .arg("--so-sach")
        .arg(dir)
        .arg("--ho-so")
        .arg(dir)
        .output()
        .unwrap()
}

/// Register, lists of files and folders agree; what was stopped may wait for the next command.
pub fn khop(dir: &Path) -> String {
    let out = register(dir, &["check"]);
    let fresh = !dir.join("so-dang-ky.txt").exists() && !dir.join("phat-hanh").exists();
    assert!(out.status.success() || fresh, "{}{}", stdout(&out), stderr(&out));
    stderr(&out)
}

pub fn so_cai(dir: &Path) -> SoCai {
    let text = std::fs::read_to_string(dir.join("so-dang-ky.txt")).unwrap();
    let (so, found) = So::doc(&text, "so-dang-ky.txt");
    assert_eq!(found, []);
    SoCai::tu(&so).0
}

/// All of `count` drafts have numbers from 1 on without a gap, each once, and nothing is left over.
pub fn du_va_lien_tuc(dir: &Path, count: usize) {
    assert_eq!(khop(dir), "");
    assert!(!dir.join("phat-hanh/.dang-lam").exists());
    let cai = so_cai(dir);
    let issued: Vec<_> = cai.tat_ca().filter(|m| m.trang_thai == TrangThai::PhatHanh).collect();
    let numbers: Vec<u64> = issued.iter().map(|m| m.so_hieu.so).collect();
    assert_eq!(numbers, (1..=count as u64).collect::<Vec<_>>());
    let drafts: BTreeSet<_> = issued.iter().map(|m| m.dong.ban_thao.clone()).collect();
    assert_eq!(drafts.len(), count);
}
