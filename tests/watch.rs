//! `watch` rebuilds what changed and keeps running through faults.

use crate::support;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// Long enough for a slow machine; the figure that counts is printed.
const PATIENCE: Duration = Duration::from_secs(20);

struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn wait(what: &str, mut done: impl FnMut() -> bool) -> Duration {
    let start = Instant::now();
    while !done() {
        assert!(start.elapsed() < PATIENCE, "{what}");
        std::thread::sleep(Duration::from_millis(10));
    }
    start.elapsed()
}

fn edit(file: &Path, from: &str, to: &str) {
    let text = std::fs::read_to_string(file).unwrap();
    assert!(text.contains(from), "{from}");
    std::fs::write(file, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn changes_are_built_and_faults_survived() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = support::sample_with(dir.path(), &[]);
    let (out, log) = (dir.path().join("ra"), dir.path().join("log"));
    let errors = std::fs::File::create(&log).unwrap();
    let child = support::vanthu()
        .arg("watch")
        .arg(&ho_so)
        .arg("-o")
        .arg(&out)
        .stdout(Stdio::null())
        .stderr(errors)
        .spawn()
        .unwrap();
    let mut running = Running(child);
    let pdf = out.join("ke-hoach.pdf");
    wait("lần soạn đầu", || pdf.exists() && out.join("ke-hoach.docx").exists());
    assert!(std::fs::read_to_string(&log).unwrap().contains("bấm Ctrl+C để dừng"));
    let bytes = || std::fs::read(&pdf).unwrap_or_default();

    let first = bytes();
    let plan = ho_so.join("ke-hoach.yaml");
    edit(&plan, "Kết thúc mỗi chuyến", "Sau mỗi chuyến");
    let took = wait("soạn lại sau khi sửa", || bytes() != first);
    println!("soạn lại sau {} ms", took.as_millis());

    let second = bytes();
    edit(&plan, "trich_yeu:", "trich_yeeu:");
    wait("báo lỗi", || std::fs::read_to_string(&log).unwrap().contains("trich_yeeu"));
    assert!(running.0.try_wait().unwrap().is_none(), "đã dừng vì một lỗi");
    assert!(bytes() == second, "tệp đã thay đổi dù văn bản có lỗi");

    edit(&plan, "trich_yeeu:", "trich_yeu:");
    edit(&plan, "Sau mỗi chuyến", "Kết thúc từng chuyến");
    wait("soạn lại sau khi hết lỗi", || bytes() != second);
}

/// A mark that turns text around, in a body that a file names: told with its line, and the watch goes on.
#[test]
fn a_hidden_mark_in_a_body_ends_no_watch() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = dir.path().join("hs");
    std::fs::create_dir(&ho_so).unwrap();
    std::fs::copy(support::sample().join("co-quan.yaml"), ho_so.join("co-quan.yaml")).unwrap();
    let text = "loai: thong_bao\nngay_ban_hanh: 3/2023\ntrich_yeu: Họp\nnguoi_ky: pho_chu_tich\nnoi_dung: than.md\n";
    std::fs::write(ho_so.join("thong-bao.yaml"), text).unwrap();
    let body = ho_so.join("than.md");
    std::fs::write(&body, "Nội dung \u{5d0}\u{202e}họp.\n").unwrap();
    let (out, log) = (dir.path().join("ra"), dir.path().join("log"));
    let mut watch = support::vanthu();
    watch.arg("watch").arg(&ho_so).arg("-o").arg(&out).stdout(Stdio::null());
    let mut running = Running(watch.stderr(std::fs::File::create(&log).unwrap()).spawn().unwrap());
    let told = || std::fs::read_to_string(&log).unwrap();
    wait("báo ký tự ẩn", || told().contains("than.md:1:") && told().contains("U+202E"));
    assert!(running.0.try_wait().unwrap().is_none(), "{}", told());
    assert!(!told().contains('\u{202e}') && !out.join("thong-bao.pdf").exists());
    std::fs::write(&body, "Nội dung họp.\n").unwrap();
    wait("soạn khi đã sửa", || out.join("thong-bao.pdf").exists());
    std::fs::write(&body, "Nội dung \u{2067}họp\u{2069}, \u{200b}xong\u{feff}.\n").unwrap();
    wait("báo lần nữa", || told().matches("than.md:1:").count() > 1);
    assert!(running.0.try_wait().unwrap().is_none(), "{}", told());
}

/// Ctrl+C is how a watch is meant to end: between two documents, with nothing left behind.
#[test]
#[cfg(unix)]
fn ctrl_c_ends_a_watch() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = support::sample_with(dir.path(), &[]);
    let out = dir.path().join("ra");
    let mut watch = support::vanthu();
    watch.arg("watch").arg(&ho_so).arg("-o").arg(&out).stdout(Stdio::null());
    let mut running = Running(watch.stderr(Stdio::piped()).spawn().unwrap());
    wait("lần soạn đầu", || out.join("ke-hoach.pdf").exists());
    let pid = running.0.id().to_string();
    assert!(
        std::process::Command::new("kill").args(["-s", "INT", &pid]).status().unwrap().success()
    );
    let mut status = None;
    wait("dừng", || {
        status = running.0.try_wait().unwrap();
        status.is_some()
    });
    let code = status.unwrap().code();
    assert!(matches!(code, Some(0)), "{code:?}");
    let names = std::fs::read_dir(&out).unwrap().map(|e| e.unwrap().file_name());
    assert!(!names.into_iter().any(|name| name.to_string_lossy().contains(".vanthu-")));
}
