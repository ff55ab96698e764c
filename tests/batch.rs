//! A batch of documents and what may befall it: workers that die or hang, the user who stops it, kills,
//! two at once. Nothing half-written, nothing left behind, everything that was not made is named.

#![cfg(unix)]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use support::{sample, stderr, stdout, vanthu};

/// `count` hồ sơ of one plan each.
fn many(dir: &Path, count: usize) -> Vec<PathBuf> {
    let plan = std::fs::read_to_string(sample().join("ke-hoach.yaml")).unwrap();
    let one = |i: usize| {
        let folder = dir.join(format!("h{i:03}"));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::copy(sample().join("co-quan.yaml"), folder.join("co-quan.yaml")).unwrap();
        let text = plan.replacen("Tổ chức Đoàn", &format!("Tổ chức lần {i} Đoàn"), 1);
        std::fs::write(folder.join("ke-hoach.yaml"), text).unwrap();
        folder
    };
    (0..count).map(one).collect()
}

fn build(ho_so: &[PathBuf], out: &Path, more: &[&str]) -> Command {
    let mut command = vanthu();
    command.arg("build").args(ho_so).arg("-o").arg(out).args(more);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// All files below a folder with their bytes.
fn files(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(dir).into_iter().flatten().flatten() {
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            let inside = files(&entry.path()).into_iter();
            all.extend(inside.map(|(file, bytes)| (format!("{name}/{file}"), bytes)));
        } else {
            // One that was temporary may have its name by now.
            all.extend(std::fs::read(entry.path()).ok().map(|bytes| (name, bytes)));
        }
    }
    all
}

fn is_temporary(name: &str) -> bool {
    name.contains(".vanthu-")
}

/// Every file under its final name is whole.
fn assert_whole(found: &BTreeMap<String, Vec<u8>>) {
    for (name, bytes) in found.iter().filter(|(name, _)| !is_temporary(name)) {
        let whole = match name.rsplit('.').next() {
            Some("pdf") => bytes.starts_with(b"%PDF") && bytes.trim_ascii_end().ends_with(b"%%EOF"),
            Some("docx") => zip::ZipArchive::new(std::io::Cursor::new(bytes)).is_ok(),
            _ => false,
        };
        assert!(whole, "{name}: {} byte", bytes.len());
    }
}

/// The workers of a running program.
fn workers(parent: u32) -> Vec<i32> {
    let children = format!("/proc/{parent}/task");
    let tasks = std::fs::read_dir(children).into_iter().flatten().flatten();
    let listed = tasks.filter_map(|t| std::fs::read_to_string(t.path().join("children")).ok());
    listed
        .flat_map(|text| text.split_whitespace().map(|p| p.parse().unwrap()).collect::<Vec<_>>())
        .collect()
}

fn signal(name: &str, pid: i64) {
    let done = Command::new("kill").args(["-s", name, &pid.to_string()]).status().unwrap();
    assert!(done.success(), "kill -s {name} {pid}");
}

/// Whether there still was such a process to kill.
fn kill(pid: i32) -> bool {
    Command::new("kill").args(["-s", "KILL", &pid.to_string()]).status().unwrap().success()
}

/// Waits until so many files stand in a folder under their final names.
fn wait_for(child: &mut Child, out: &Path, count: usize) {
    let deadline = Instant::now() + Duration::from_secs(60);
    while files(out).keys().filter(|name| !is_temporary(name)).count() < count {
        assert!(child.try_wait().unwrap().is_none(), "đã xong trước khi bị ngắt");
        assert!(Instant::now() < deadline);
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn documents(out: &Output) -> BTreeSet<String> {
    stdout(out).lines().map(str::to_owned).collect()
}

#[test]
fn a_batch_makes_what_one_by_one_makes() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = many(dir.path(), 6);
    let (batch, single) = (dir.path().join("lo"), dir.path().join("le"));
    let out = build(&ho_so, &batch, &["-j", "2"]).output().unwrap();
    assert!(out.status.success(), "{}", stderr(&out));
    // As they were named, whichever worker was first.
    let listed: Vec<String> = stdout(&out).lines().map(str::to_owned).collect();
    assert!(
        listed.is_sorted_by_key(|line| line.rsplit_once('/').map(|(folder, _)| folder.to_owned()))
    );
    for folder in &ho_so {
        let out =
            build(std::slice::from_ref(folder), &single.join(folder.file_name().unwrap()), &[]);
        let out = {
            let mut out = out;
            out.output().unwrap()
        };
        assert!(out.status.success(), "{}", stderr(&out));
    }
    assert_eq!(files(&batch).len(), 12);
    assert!(files(&batch) == files(&single));
}

#[test]
fn a_worker_that_is_killed_loses_one_document() {
    let dir = tempfile::tempdir().unwrap();
    let (ho_so, made) = (many(dir.path(), 40), dir.path().join("ra"));
    let mut child = build(&ho_so, &made, &["-j", "1"]).spawn().unwrap();
    wait_for(&mut child, &made, 6);
    for worker in workers(child.id()) {
        signal("KILL", worker.into());
    }
    let out = child.wait_with_output().unwrap();
    assert_eq!(out.status.code(), Some(3), "{}", stderr(&out));
    let said = stderr(&out);
    assert_eq!(said.matches("lỗi[").count(), 1, "{said}");
    assert!(
        said.contains("lỗi[internal]: văn bản “ke-hoach” của “") && said.contains("tín hiệu 9"),
        "{said}"
    );
    // The one in hand may have been written just before.
    assert!([78, 79, 80].contains(&files(&made).len()), "{}", files(&made).len());
    assert_whole(&files(&made));
}

/// Whatever a worker was doing, its end costs one document: those that were composed already and only
/// waited for the disk are made again, and so is the next task.
#[test]
fn each_end_of_a_worker_costs_one_named_document() {
    let dir = tempfile::tempdir().unwrap();
    let (ho_so, made) = (many(dir.path(), 60), dir.path().join("ra"));
    let (mut state, mut kills) = (30, 0);
    let mut child = build(&ho_so, &made, &["-j", "2"]).spawn().unwrap();
    while child.try_wait().unwrap().is_none() && kills < 12 {
        std::thread::sleep(Duration::from_micros(20_000 + random(&mut state, 60_000)));
        if let Some(worker) = workers(child.id()).first() {
            kills += usize::from(kill(*worker));
        }
    }
    let out = child.wait_with_output().unwrap();
    let said = stderr(&out);
    let named: Vec<&PathBuf> =
        ho_so.iter().filter(|h| said.contains(&format!("“{}”", h.display()))).collect();
    println!("{kills} tiến trình bị dừng, {} văn bản mất", named.len());
    assert!(kills > 3 && named.len() == said.matches("lỗi[").count(), "{kills}: {said}");
    // A worker that was killed while it ended by itself has lost nothing.
    assert!((1..=kills).contains(&named.len()), "{kills}: {said}");
    let found = files(&made);
    assert_whole(&found);
    for folder in ho_so.iter().filter(|h| !named.contains(h)) {
        let name = folder.file_name().unwrap().to_str().unwrap();
        for ending in ["pdf", "docx"] {
            assert!(found.contains_key(&format!("{name}/ke-hoach.{ending}")), "{name}: {said}");
        }
    }
    assert_eq!(documents(&out).len(), 2 * (60 - named.len()));
}

#[test]
fn a_document_that_hangs_is_left_behind() {
    let dir = tempfile::tempdir().unwrap();
    let (ho_so, made) = (many(dir.path(), 30), dir.path().join("ra"));
    let mut child = build(&ho_so, &made, &["-j", "1", "--time-limit", "2"]).spawn().unwrap();
    wait_for(&mut child, &made, 6);
    for worker in workers(child.id()) {
        signal("STOP", worker.into());
    }
    let out = child.wait_with_output().unwrap();
    assert_eq!(out.status.code(), Some(1), "{}", stderr(&out));
    let said = stderr(&out);
    assert_eq!(said.matches("lỗi[").count(), 1, "{said}");
    assert!(said.contains("lỗi[document-timeout]") && said.contains("chạy quá 2 giây"), "{said}");
    assert!(files(&made).len() >= 58, "{}", files(&made).len());
    assert_whole(&files(&made));
}

/// Also a single one, if it is long or a limit is asked for; the one beside it is made.
#[test]
fn one_long_document_is_stopped_at_its_limit() {
    let dir = tempfile::tempdir().unwrap();
    let (folder, made) = (many(dir.path(), 1).remove(0), dir.path().join("ra"));
    // Notes take Typst longest.
    let paragraph =
        |i| format!("Tỉnh giám sát nghị quyết{i}[^{i}].\n\n[^{i}]: Nghị quyết số {i}.\n\n");
    std::fs::write(folder.join("than.md"), (0..9000).map(paragraph).collect::<String>()).unwrap();
    std::fs::write(
        folder.join("thong-bao.yaml"),
        "loai: thong_bao\nngay_ban_hanh: 4/5/2023\ntrich_yeu: Kết luận\nnoi_dung: than.md\n\
         noi_nhan: [Các Ban của HĐND Tỉnh]\n",
    )
    .unwrap();
    let out = build(&[folder], &made, &["-j", "1", "--time-limit", "1"]).output().unwrap();
    let said = stderr(&out);
    assert_eq!(out.status.code(), Some(1), "{said}");
    assert_eq!(said.matches("lỗi[").count(), 1, "{said}");
    assert!(said.contains("lỗi[document-timeout]: văn bản “thong-bao” của “"), "{said}");
    let found = files(&made);
    assert_eq!(found.keys().collect::<Vec<_>>(), ["ke-hoach.docx", "ke-hoach.pdf"]);
    assert_whole(&found);
}

#[test]
fn ctrl_c_finishes_the_document_in_hand_and_names_the_rest() {
    let dir = tempfile::tempdir().unwrap();
    let (ho_so, made) = (many(dir.path(), 60), dir.path().join("ra"));
    for jobs in ["1", "2"] {
        let _ = std::fs::remove_dir_all(&made);
        let mut child = build(&ho_so, &made, &["-j", jobs]).spawn().unwrap();
        wait_for(&mut child, &made, 10);
        signal("INT", child.id().into());
        let out = child.wait_with_output().unwrap();
        assert_eq!(out.status.code(), Some(2), "{}", stderr(&out));
        let found = files(&made);
        assert_whole(&found);
        assert!(!found.keys().any(|name| is_temporary(name)));
        assert_eq!(documents(&out).len(), found.len(), "mọi tệp đã ghi đều được kể");
        let left = stderr(&out).matches("lỗi[interrupted]").count();
        assert!(left > 0 && left + found.len() / 2 == 60, "{left} + {}", found.len());
    }
}

/// The same where all is made by one process: a second Ctrl+C does not wait.
#[test]
fn a_second_ctrl_c_ends_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let (ho_so, made) = (many(dir.path(), 40), dir.path().join("ra"));
    let mut child = build(&ho_so, &made, &["-j", "1"]).spawn().unwrap();
    wait_for(&mut child, &made, 4);
    for worker in workers(child.id()) {
        signal("STOP", worker.into());
    }
    signal("INT", child.id().into());
    std::thread::sleep(Duration::from_millis(300));
    assert!(child.try_wait().unwrap().is_none(), "chờ văn bản đang soạn");
    let stopped = workers(child.id());
    signal("INT", child.id().into());
    let status = child.wait().unwrap();
    assert_eq!(status.code(), Some(2));
    for worker in stopped {
        signal("KILL", worker.into());
    }
    assert_whole(&files(&made));
}

/// Numbers that look random and are the same in every run.
fn random(state: &mut u64, below: u64) -> u64 {
    *state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
    (*state >> 33) % below
}

/// `kill -9` at any moment. Twelve times here; as many times as `VANTHU_KILLS` says.
#[test]
fn killed_at_any_moment_nothing_is_half_written_and_the_next_run_sweeps() {
    let kills: usize = std::env::var("VANTHU_KILLS").map_or(12, |n| n.parse().unwrap());
    let dir = tempfile::tempdir().unwrap();
    let (ho_so, made) = (many(dir.path(), 16), dir.path().join("ra"));
    let start = Instant::now();
    assert!(build(&ho_so, &made, &[]).output().unwrap().status.success());
    let whole = files(&made);
    let long = start.elapsed().as_micros() as u64;
    let (mut state, mut stray) = (7, 0);
    for _ in 0..kills {
        let mut child = build(&ho_so, &made, &[]).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(random(&mut state, long)));
        let ours = workers(child.id());
        child.kill().unwrap();
        child.wait().unwrap();
        // A worker ends with its program, in the midst of a file as it may be.
        let gone = |pid: &i32| !Path::new(&format!("/proc/{pid}")).exists();
        let deadline = Instant::now() + Duration::from_secs(10);
        while !ours.iter().all(gone) && Instant::now() < deadline {
            std::thread::sleep(Duration::from_millis(2));
        }
        let found = files(&made);
        assert_whole(&found);
        stray += found.keys().filter(|name| is_temporary(name)).count();
        for (name, bytes) in found.iter().filter(|(name, _)| !is_temporary(name)) {
            assert!(whole.get(name) == Some(bytes), "{name}");
        }
    }
    assert!(build(&ho_so, &made, &[]).output().unwrap().status.success());
    assert!(files(&made) == whole, "còn tệp tạm, hoặc tệp khác đi");
    println!("{kills} lần bị ngắt, {stray} tệp tạm được dọn");
}

#[test]
fn two_builds_into_one_folder_do_not_disturb_each_other() {
    let dir = tempfile::tempdir().unwrap();
    let (ho_so, made) = (many(dir.path(), 12), dir.path().join("ra"));
    let children: Vec<Child> =
        (0..3).map(|_| build(&ho_so, &made, &["-j", "1"]).spawn().unwrap()).collect();
    for child in children {
        let out = child.wait_with_output().unwrap();
        assert!(out.status.success(), "{}", stderr(&out));
        assert_eq!(documents(&out).len(), 24);
    }
    let found = files(&made);
    assert_eq!(found.len(), 24);
    assert_whole(&found);
}
