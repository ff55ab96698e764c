//! Disks of a test's own: small, read-only, with a file that can't be replaced.

use std::process::{Command, Output};

use super::stderr;

/// Runs a shell script that may mount things, which nobody else sees and which go with it. `$V` is the
/// program.
pub fn with_mounts(script: &str) -> Output {
    let run = |flags: &[&str]| {
        let mut command = Command::new("unshare");
        command.args(flags).args(["sh", "-euc", script]);
        command.env("V", env!("CARGO_BIN_EXE_vanthu")).output().expect("unshare")
    };
    let can = |flags: &[&str]| {
        let mount = ["sh", "-c", "mount -t tmpfs tmpfs /mnt"];
        Command::new("unshare").args(flags).args(mount).output().is_ok_and(|o| o.status.success())
    };
    let ways: [&[&str]; 2] = [&["--mount"], &["--map-root-user", "--mount"]];
    let way = ways.into_iter().find(|way| can(way)).expect("không mount được: chạy bằng root");
    let out = run(way);
    assert!(out.status.success(), "{}", stderr(&out));
    out
}
