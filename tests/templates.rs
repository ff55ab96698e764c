//! Templates of the office's own, for real: they are used, stopped when they run away, and kept inside
//! their folder.

mod support;

use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use support::{sample, stderr, stdout, vanthu};
use vanthu::render::compile::{Compiler, Task};
use vanthu::worker::Limits;
use vanthu::worker::template::Worker;

/// The plan of the sample and its office, with templates of its own.
fn ho_so(templates: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for file in ["co-quan.yaml", "ke-hoach.yaml", "van-phong.yaml", "dot-1.yaml"] {
        std::fs::copy(sample().join(file), dir.path().join(file)).unwrap();
    }
    write(&dir.path().join("mau"), templates);
    dir
}

fn write(folder: &Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}

fn run(verb: &str, dir: &Path, more: &[&str]) -> Output {
    vanthu().arg(verb).arg(dir).args(more).output().unwrap()
}

/// The words of a PDF.
fn words(path: PathBuf) -> String {
    stdout(&std::process::Command::new("pdftotext").arg(path).arg("-").output().unwrap())
}

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

#[test]
fn an_own_template_replaces_the_shipped_one() {
    let dir = ho_so(&[
        (
            "ke-hoach.typ",
            "#import \"chung.typ\": *\n#import \"con/loi.typ\": loi\n#let (d, cau) = du_lieu((cu_the: \"Cụ thể:\"))\n\
         #loi\n\n#d.mo_dau\n#gach_dau_dong(d.muc_dich_yeu_cau)\n",
        ),
        ("con/loi.typ", "#let loi = [Mẫu riêng #json(\"so.json\").len()]"),
        ("con/so.json", "[1, 2]"),
    ]);
    let out = run("build", dir.path(), &[]);
    assert_eq!(out.status.code(), Some(0), "{}", stderr(&out));
    assert!(words(dir.path().join("ke-hoach.pdf")).contains("Mẫu riêng 2"));
    assert!(dir.path().join("ke-hoach.docx").exists());
    assert!(dir.path().join("dot-1-bao-cao.pdf").exists(), "the others are made as ever");
}

#[test]
fn the_templates_of_the_ho_so_come_before_the_shared_ones() {
    let shared = tempfile::tempdir().unwrap();
    write(shared.path(), &[("ke-hoach.typ", "Dùng chung"), ("bao-cao.typ", "Báo cáo chung")]);
    let dir = ho_so(&[("ke-hoach.typ", "Của hồ sơ")]);
    let out = run("build", dir.path(), &["--mau", shared.path().to_str().unwrap()]);
    assert_eq!(out.status.code(), Some(0), "{}", stderr(&out));
    assert!(words(dir.path().join("ke-hoach.pdf")).contains("Của hồ sơ"));
    assert!(words(dir.path().join("dot-1-bao-cao.pdf")).contains("Báo cáo chung"));
}

#[test]
fn shared_clauses_of_the_office_serve_the_shipped_templates_too() {
    let chung = include_str!("../templates/noi-dung/chung.typ");
    let own = chung.replace("#let gach_dau_dong(ds) =", "#let gach_dau_dong(ds) = [Của cơ quan] +");
    assert_ne!(chung, own);
    let dir = ho_so(&[("chung.typ", &own)]);
    let out = run("build", dir.path(), &[]);
    assert_eq!(out.status.code(), Some(0), "{}", stderr(&out));
    assert!(words(dir.path().join("ke-hoach.pdf")).contains("Của cơ quan"));
}

/// A copy of a shipped template gives the same bytes through a worker.
#[test]
fn a_worker_gives_the_same_document() {
    let (plain, own) = (ho_so(&[]), ho_so(&[]));
    for name in ["ke-hoach.typ", "ke-hoach-chi-tiet.typ", "bao-cao.typ"] {
        let text = std::fs::read_to_string(format!("templates/noi-dung/{name}")).unwrap();
        write(&own.path().join("mau"), &[(name, &text)]);
    }
    for dir in [&plain, &own] {
        assert_eq!(run("build", dir.path(), &[]).status.code(), Some(0));
    }
    for name in ["ke-hoach", "dot-1-ke-hoach-chi-tiet", "dot-1-bao-cao"] {
        for ending in ["pdf", "docx"] {
            let read = |dir: &tempfile::TempDir| {
                std::fs::read(dir.path().join(format!("{name}.{ending}"))).unwrap()
            };
            assert!(read(&plain) == read(&own), "{name}.{ending}");
        }
    }
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

/// What a template may not reach, and words of the finding.
const CLOSED: &[(&str, &str)] = &[
    ("#read(\"/etc/passwd\")", "đòi đọc tệp “/etc/passwd”"),
    ("#read(\"../../../../etc/passwd\")", "ngoài thư mục mẫu"),
    ("#read(\"../co-quan.yaml\")", "đòi đọc tệp “/co-quan.yaml”"),
    ("#import \"/the-thuc/nd30.typ\": *", "đòi đọc tệp “/the-thuc/nd30.typ”"),
    ("#import \"bao-cao.typ\": *", "đòi đọc tệp “bao-cao.typ”"),
    ("#import \"@preview/cetz:0.3.0\"", "không dùng được gói “@preview/cetz:0.3.0”"),
    ("#import \"@local/a:0.3.0\"", "không dùng được gói “@local/a:0.3.0”"),
    ("#datetime.today()", "không xem được ngày hôm nay"),
    ("#plugin(\"a.wasm\")", "đòi đọc tệp “a.wasm”"),
    ("#image(\"a.png\")", "đòi đọc tệp “a.png”"),
    (
        "#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>\"))",
        "tệp Word không chứa được phần tử `image`",
    ),
    ("#sys.inputs.at(\"a\")", "dữ liệu không có"),
    ("#rect()", "tệp Word không chứa được phần tử `rect`"),
    ("#footnote[a #footnote[b]]", "trong chú thích không đặt được chú thích khác"),
    ("#\"a\\u{7}\"", "ký tự điều khiển U+0007"),
    ("Chữ 中", "phông chữ không có ký tự “中”"),
    ("#set list(marker: [☃])\n- a", "phông chữ không có ký tự “☃”"),
];

#[test]
fn a_template_sees_its_folder_and_nothing_else() {
    for (template, words) in CLOSED {
        let dir = ho_so(&[("ke-hoach.typ", &format!("Dòng đầu.\n\n{template}"))]);
        let out = run("check", dir.path(), &[]);
        let found = stderr(&out);
        assert_eq!(out.status.code(), Some(1), "{template}: {found}");
        assert!(found.contains(words), "{template}: {found}");
        assert!(
            found.contains("mau/ke-hoach.typ:3:") || found.contains("mau/ke-hoach.typ:4:"),
            "{template}: {found}"
        );
    }
}

#[test]
#[cfg(unix)]
fn a_link_out_of_the_folder_is_refused() {
    let dir = ho_so(&[("ke-hoach.typ", "#read(\"a.txt\")")]);
    std::os::unix::fs::symlink("/etc/hostname", dir.path().join("mau/a.txt")).unwrap();
    let found = stderr(&run("check", dir.path(), &[]));
    assert!(found.contains("lỗi[outside-folder]") && found.contains("mau/a.txt"), "{found}");
    assert!(found.contains("đòi đọc tệp “a.txt”"), "{found}");
}

/// Every kind that `template` lists can be started, and builds as it stands without a warning.
#[test]
fn a_starter_of_every_kind_builds_as_it_stands() {
    let listed = stdout(&vanthu().arg("template").output().unwrap());
    let names = listed.lines().filter_map(|line| line.split_whitespace().next());
    let kinds: Vec<&str> = names
        .filter(|name| !name.starts_with("dot-") && !["ke-hoach-chi-tiet", "chung"].contains(name))
        .map(|name| name.trim_end_matches("-chung"))
        .collect();
    assert!(kinds.len() > 25, "{listed}");
    for kind in kinds {
        let dir = tempfile::tempdir().unwrap();
        let out = run("init", dir.path(), &["--mau", kind]);
        assert_eq!(out.status.code(), Some(0), "{kind}: {}", stderr(&out));
        let out = run("build", dir.path(), &["-f", "docx"]);
        assert_eq!((out.status.code(), stderr(&out).as_str()), (Some(0), ""), "{kind}");
        assert!(dir.path().join(format!("{kind}.docx")).exists(), "{kind}: {}", stdout(&out));
    }
}

/// A copy of every shipped template, used in the place of the shipped one, says the same.
#[test]
fn a_copied_template_and_its_declaration_work() {
    let kinds =
        [("thong-bao", "thong-bao"), ("bao-cao-chung", "bao-cao"), ("phieu-gui", "phieu-gui")];
    for (template, kind) in kinds {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(run("init", dir.path(), &["--mau", kind]).status.code(), Some(0));
        assert_eq!(run("build", dir.path(), &[]).status.code(), Some(0));
        let file = dir.path().join(format!("{kind}.pdf"));
        let shipped = std::fs::read(&file).unwrap();
        let folder = dir.path().to_str().unwrap();
        let copy = || vanthu().args(["template", "copy", template, folder]).output().unwrap();
        assert_eq!(copy().status.code(), Some(0), "{template}");
        assert_eq!(copy().status.code(), Some(2), "never over a file that is there");
        std::fs::remove_file(&file).unwrap();
        let out = run("build", dir.path(), &[]);
        assert_eq!(out.status.code(), Some(0), "{template}: {}", stderr(&out));
        assert!(std::fs::read(&file).unwrap() == shipped, "{template}");
        let listed = stdout(&vanthu().args(["mau", folder]).output().unwrap());
        let row = listed.lines().find(|line| line.starts_with(template)).unwrap();
        assert!(row.contains("hồ sơ") && row.contains(&format!("{template}.typ")), "{row}");
    }
}
