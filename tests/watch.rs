//! `watch` rebuilds what changed and keeps running through faults.

mod support;

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
