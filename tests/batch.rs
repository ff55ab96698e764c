//! A batch of documents and what may befall it: workers that die or hang, the user who stops it, kills,
//! two at once. Nothing half-written, nothing left behind, everything that was not made is named.

#![cfg(unix)]

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::support::{sample, stderr, stdout, vanthu};
use vanthu::jobs::build::BuildRequest;
use vanthu::jobs::make::Wanted;

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

/// A worker gets its request over a pipe; a folder whose name only the system can read comes through it.
#[test]
#[cfg(target_os = "linux")]
fn a_batch_in_folders_whose_names_are_no_text() {
    use std::os::unix::ffi::OsStrExt;
    let dir = tempfile::tempdir().unwrap();
    let odd = dir.path().join(std::ffi::OsStr::from_bytes(b"l\xf4"));
    let (ho_so, made) = (many(&odd, 6), odd.join("ra"));
    let out = build(&ho_so, &made, &["-j", "2"]).output().unwrap();
    assert!(out.status.success(), "{}", stderr(&out));
    assert_eq!(files(&made).len(), 12);
    assert_whole(&files(&made));
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
    let said = stderr(&out);
    let made = files(&made);
    // One that only waited for the disk has lost nothing.
    if out.status.code() == Some(0) {
        assert!(said.is_empty() && made.len() == 80, "{said}");
    } else {
        assert_eq!(out.status.code(), Some(3), "{said}");
        assert_eq!(said.matches("lỗi[").count(), 1, "{said}");
        assert!(said.contains("lỗi[internal]: ") && said.contains("tín hiệu 9"), "{said}");
        // The one in hand may have been written just before.
        assert!([78, 79, 80].contains(&made.len()), "{}", made.len());
    }
    assert_whole(&made);
    assert!(!made.keys().any(|name| is_temporary(name)));
}

/// Whatever a worker was doing, its end costs one document at most: those that were composed already and only
/// waited for the disk are made again, and so is the next task.
#[test]
fn each_end_of_a_worker_costs_one_named_document_at_most() {
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
    // A worker that was killed while it waited for the disk, or ended by itself, has lost nothing.
    assert!(named.len() <= kills, "{kills}: {said}");
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
    assert!(!files(&made).keys().any(|name| is_temporary(name)));
}

/// Also a single one, if it is long or a limit is asked for; the one beside it is made.
#[test]
fn one_long_document_is_stopped_at_its_limit() {
    let dir = tempfile::tempdir().unwrap();
    let (folder, made) = (many(dir.path(), 1).remove(0), dir.path().join("ra"));
    // Notes take Typst longest.
    let long = "việc làm ngay trong năm của các Ban, ".repeat(2);
    let paragraph =
        |i| format!("Tỉnh giám sát {long}{i}[^{i}].\n\n[^{i}]: Nghị quyết số {i}, {long}.\n\n");
    std::fs::write(folder.join("than.md"), (0..7000).map(paragraph).collect::<String>()).unwrap();
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
        // Twice at once, as `timeout` sends it to the program and to its group: that is one wish.
        signal("INT", child.id().into());
        signal("TERM", child.id().into());
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

/// A second Ctrl+C does not wait for the document in hand.
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
    std::thread::sleep(Duration::from_millis(1100));
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

/// What a worker answers to the request of a batch and to orders, a line each.
fn answers(ho_so: &Path, out: &Path, orders: &str) -> String {
    let mut worker = vanthu();
    worker.args(["__build", "1024"]);
    let wanted = Wanted { folder: Some(out.to_owned()), ..Wanted::default() };
    let request = BuildRequest { ho_so: vec![ho_so.to_owned()], wanted, ..BuildRequest::default() };
    let request = serde_json::to_string(&request).unwrap();
    let mut child = worker.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(format!("{request}\n{orders}").as_bytes()).unwrap();
    let mut said = String::new();
    for line in BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap) {
        said.push_str(&format!("{line}\n"));
        if line.contains("\"End\"") {
            break;
        }
    }
    drop(stdin);
    child.wait().unwrap();
    said
}

/// The hồ sơ was read when the tasks were made. Whatever has become of it since, each document is made or
/// named.
#[test]
fn a_document_that_is_gone_when_its_turn_comes_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let (folder, made) = (many(dir.path(), 1).remove(0), dir.path().join("ra"));
    std::fs::create_dir(&made).unwrap();
    let order = "{\"Make\":[7,{\"ho_so\":0,\"ten\":[\"ke-hoach\",\"cong-van\"]}]}\n";
    let failed = |said: &str, ten: &str| {
        let words = format!("chưa soạn “{ten}” của “{}”", folder.display());
        said.contains(&format!("\"Failed\":[\"{ten}\"")) && said.contains(&words)
    };
    let said = answers(&folder, &made, order);
    assert!(failed(&said, "cong-van") && said.contains("\"Composed\":\"ke-hoach\""), "{said}");
    std::fs::write(folder.join("ke-hoach.yaml"), "loai: [").unwrap();
    let said = answers(&folder, &made, order);
    assert!(failed(&said, "ke-hoach") && failed(&said, "cong-van"), "{said}");
    assert!(said.contains("yaml-syntax"), "vì sao: {said}");
    std::fs::remove_dir_all(&folder).unwrap();
    let said = answers(&folder, &made, order);
    assert!(failed(&said, "ke-hoach") && failed(&said, "cong-van"), "{said}");
    assert_eq!(said.matches("not-found").count(), 1, "{said}");
}

#[test]
fn findings_on_a_very_long_line_come_through() {
    let dir = tempfile::tempdir().unwrap();
    let (ho_so, made) = (many(dir.path(), 4), dir.path().join("ra"));
    let sentence = |i| format!("Tỉnh giám sát nghị quyết {i} , theo điều  {i} Luật. ");
    let text = format!(
        "loai: thong_bao\nngay_ban_hanh: 4/5/2023\ntrich_yeu: Kết luận\nnoi_dung: \"{}\"\n\
         noi_nhan: [Các Ban của HĐND Tỉnh]\n",
        (0..4000).map(sentence).collect::<String>()
    );
    std::fs::write(ho_so[1].join("thong-bao.yaml"), text).unwrap();
    let out = build(&ho_so, &made, &["-j", "1"]).output().unwrap();
    let said = stderr(&out);
    assert!(out.status.success() && documents(&out).len() == 10, "{said}");
    // Many of one rule are told once, with their number.
    assert!(said.contains("cảnh báo[VT501]") && said.contains("chỗ như vậy, ở dòng 4"), "{said}");
}

/// A system that gives no more threads: to the program, or to its workers.
#[test]
#[cfg(target_os = "linux")]
fn with_few_threads_every_document_is_made_or_named() {
    let dir = tempfile::tempdir().unwrap();
    let (source, shim) = (dir.path().join("luong.c"), dir.path().join("luong.so"));
    std::fs::write(&source, FEW_THREADS).unwrap();
    let cc = Command::new("cc").args(["-shared", "-fPIC", "-o"]).arg(&shim).arg(&source).status();
    assert!(cc.unwrap().success());
    let ho_so = many(dir.path(), 6);
    let (mut whole, mut named) = (0, 0);
    for (ho_so, word, most) in
        [(&ho_so[..], "build", 9), (&ho_so, "__build", 4), (&ho_so[..1], "build", 3)]
    {
        for threads in 0..=most {
            let made = dir.path().join("ra");
            let _ = std::fs::remove_dir_all(&made);
            let mut command = build(ho_so, &made, &["-j", "2"]);
            command.env("LD_PRELOAD", &shim).env("LUONG", threads.to_string()).env("LENH", word);
            let out = command.output().unwrap();
            let (said, found) = (stderr(&out), files(&made));
            assert_whole(&found);
            assert_eq!(documents(&out).len(), found.len(), "{word} {threads}: {said}");
            let lost =
                ho_so.iter().filter(|h| said.contains(&format!("“{}”", h.display()))).count();
            assert_eq!(found.len() / 2 + lost, ho_so.len(), "{word} {threads}: {said}");
            assert_eq!(out.status.success(), lost == 0, "{word} {threads}: {said}");
            assert!(!said.contains("os error"), "{said}");
            (whole, named) = (whole + usize::from(lost == 0), named + usize::from(lost > 0));
        }
    }
    assert!(whole > 6 && named > 2, "{whole} {named}");
}

/// In a process that was started with the word `LENH`, only so many threads can be started.
const FEW_THREADS: &str = r#"
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static int started;
int pthread_create(pthread_t *t, const pthread_attr_t *a, void *(*run)(void *), void *with) {
    int (*real)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *) = dlsym(RTLD_NEXT, "pthread_create");
    char line[4096] = {0};
    FILE *f = fopen("/proc/self/cmdline", "r");
    if (f) { fread(line, 1, sizeof line - 2, f); fclose(f); }
    const char *word = line + strlen(line) + 1;
    if (getenv("LENH") && !strcmp(word, getenv("LENH")) && __sync_add_and_fetch(&started, 1) > atoi(getenv("LUONG")))
        return EAGAIN;
    return real(t, a, run, with);
}
"#;

/// Ctrl+C goes to the whole group; what is compiling an office's template is not to blame for it.
#[test]
fn ctrl_c_leaves_the_compiler_of_templates_to_its_program() {
    let mut worker = vanthu();
    worker.args(["__compile", "512"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = worker.spawn().unwrap();
    let mut ready = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut ready).unwrap();
    assert!(ready.contains("Ready"), "{ready}");
    signal("INT", child.id().into());
    std::thread::sleep(Duration::from_millis(100));
    assert!(child.try_wait().unwrap().is_none());
    drop(child.stdin.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
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
