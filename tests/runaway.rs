//! Templates of the office's that run away are stopped, and none of their processes is left. A program of its own: it counts
//! all processes of the program that the machine has.

mod support;

use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::support::mau_rieng::{ho_so, run};
use crate::support::{stderr, vanthu};
use vanthu::compose::compile::{Compiler, Task};
use vanthu::compose::worker::Worker;
use vanthu::machine::worker::Limits;

/// One worker at a time, so that the ones left over can be counted.
static ALONE: Mutex<()> = Mutex::new(());

/// Processes of this program that compile templates and were started by this test's children.
fn workers_left() -> usize {
    let ours = env!("CARGO_BIN_EXE_vanthu");
    let all = std::fs::read_dir("/proc").unwrap().flatten();
    let lines = all.filter_map(|entry| std::fs::read(entry.path().join("cmdline")).ok());
    let is_worker = |line: &Vec<u8>| {
        let text = String::from_utf8_lossy(line);
        text.starts_with(ours) && text.contains("__compile")
    };
    lines.filter(is_worker).count()
}

/// Templates that would never end or take all memory, and the code of the finding that tells so.
const RUNAWAYS: &[(&str, &str, &str)] = &[
    ("range", "#let a = range(1000000000)", "template-memory"),
    ("doubling", "#let s = \"aaaa\"\n#for i in range(60) { s = s + s }", "template-memory"),
    ("paragraphs", "#for i in range(1000000) [Đoạn #i. #parbreak()]", "template-memory"),
    ("much", "#for i in range(60000) [Đoạn văn số #i. #parbreak()]", "template-too-long"),
    ("nesting", "#let x = [a]\n#for i in range(1000000) { x = [b #x] }\n#x", "template-crash"),
    ("recursion", "#let f(n) = f(n + 1)\n#f(0)", "template"),
    ("while", "#while 1 + 1 == 2 { }", "template"),
    ("while-without-end", "#let n = 1\n#while n > 0 { n += 1 }", "template"),
];

/// A worker of a worker ends itself when that one is gone, a moment later.
fn soon(wanted: usize) {
    let deadline = Instant::now() + Duration::from_secs(8);
    while workers_left() != wanted && Instant::now() < deadline {
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(workers_left(), wanted);
}

#[test]
fn a_runaway_template_is_stopped_and_the_others_are_made() {
    let _alone = ALONE.lock().unwrap();
    for (name, template, code) in RUNAWAYS {
        let dir = ho_so(&[("ke-hoach.typ", template)]);
        let out = run("build", dir.path(), &[]);
        let found = stderr(&out);
        assert_eq!(out.status.code(), Some(1), "{name}: {found}");
        assert!(found.contains(&format!("lỗi[{code}]")), "{name}: {found}");
        assert!(found.contains("mau/ke-hoach.typ"), "{name}: {found}");
        assert!(!dir.path().join("ke-hoach.pdf").exists(), "{name}");
        assert!(dir.path().join("dot-1-bao-cao.docx").exists(), "{name}");
        soon(0);
    }
}

/// The time bound, shortened; the worker that is killed has a successor for the next template.
#[test]
fn an_endless_template_is_killed_and_the_next_one_compiled() {
    let _alone = ALONE.lock().unwrap();
    let limits = Limits { time: Duration::from_secs(2), memory_mib: 256 };
    let worker = Worker::new(env!("CARGO_BIN_EXE_vanthu").into(), limits, None);
    let task = |text: &str| Task {
        main: "/noi-dung/a.typ".into(),
        files: [("/noi-dung/a.typ".to_owned(), text.to_owned())].into(),
        data: "{}".into(),
        goc: Vec::new(),
    };
    let endless = "#for a in range(10000) { for b in range(1000000) { let c = a * b } }";
    let start = Instant::now();
    let found = worker.compile(&task(endless), "mau/a.typ").unwrap_err();
    assert_eq!(found[0].code, "template-timeout");
    assert!(found[0].message.contains("mau/a.typ"), "{}", found[0].message);
    assert!(start.elapsed() < Duration::from_secs(8));
    for _ in 0..2 {
        assert_eq!(worker.compile(&task("Một đoạn."), "").unwrap().than_bai.len(), 1);
        assert_eq!(workers_left(), 1, "one worker serves all documents");
    }
    drop(worker);
    assert_eq!(workers_left(), 0);
}

/// A worker whose program is gone ends itself, even in the midst of a template.
#[test]
fn a_worker_does_not_outlive_the_program() {
    let _alone = ALONE.lock().unwrap();
    let endless = "#for a in range(10000) { for b in range(1000000) { let c = a * b } }";
    let dir = ho_so(&[("ke-hoach.typ", endless)]);
    let mut child = vanthu().arg("build").arg(dir.path()).spawn().unwrap();
    soon(1);
    child.kill().unwrap();
    child.wait().unwrap();
    soon(0);
}
