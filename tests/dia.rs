//! Disks that fail: full, read-only, gone, with something in the way. Every file is whole or as it was,
//! every loss is told in words, and what can be made is made.

#![cfg(unix)]

use std::path::Path;

use crate::support;
use crate::support::mount::with_mounts;
use crate::support::{sample, stderr, stdout, vanthu};

/// Runs a script with `$S` the sample and `$D` an empty folder, and gives what it printed.
fn run(dir: &Path, script: &str) -> String {
    let head = format!("S={}; D={};", sample().display(), dir.display());
    let out = with_mounts(&format!("{head}{script}"));
    stdout(&out) + &stderr(&out)
}

/// A disk of every size from too small for anything to large enough for all, in steps.
#[test]
fn on_a_disk_that_fills_up_every_file_is_whole_or_absent() {
    let dir = tempfile::tempdir().unwrap();
    let script = "mkdir $D/o; for size in 40 100 160 240 330 420 520 640 800 1000 1400; do
        mount -t tmpfs -o size=${size}k tmpfs $D/o
        code=0; $V build $S -o $D/o > $D/ra 2> $D/loi || code=$?
        echo \"$size: $code\" $(ls -A $D/o | wc -l) $(grep -c StorageFull $D/loi || true) $(grep -c 'ổ đĩa đã đầy' $D/loi || true)
        for f in $D/o/*.pdf; do [ -e $f ] && qpdf --check $f > /dev/null; done
        for f in $D/o/*.docx; do [ -e $f ] && unzip -tq $f > /dev/null; done
        if ls -A $D/o | grep vanthu; then exit 9; fi
        [ $(wc -l < $D/ra) = $(ls $D/o | wc -l) ]
        umount $D/o
    done";
    let said = run(dir.path(), script);
    let rows: Vec<Vec<&str>> =
        said.lines().filter(|l| l.contains(": ")).map(|l| l.split([':', ' ']).collect()).collect();
    assert_eq!(rows.len(), 11, "{said}");
    // Size, an empty piece, exit code, files, raw words, ours.
    let codes: Vec<&str> = rows.iter().map(|row| row[2]).collect();
    assert_eq!((codes[0], codes[10]), ("2", "0"), "{said}");
    assert!(
        rows.iter().all(|row| row[2] == "0" || (row[2] == "2" && row[4] == "0" && row[5] != "0")),
        "{said}"
    );
    assert!(
        rows.iter().any(|row| row[2] == "2" && row[3] != "0"),
        "có cỡ đĩa chứa được một phần: {said}"
    );
}

#[test]
fn a_full_disk_leaves_the_old_files_as_they_were() {
    let dir = tempfile::tempdir().unwrap();
    let script = "mkdir $D/o; mount -t tmpfs -o size=1400k tmpfs $D/o
        $V build $S -o $D/o > $D/ra; (cd $D/o; sha256sum *) > $D/truoc
        mkdir $D/h; cp $S/*.yaml $D/h; sed -i 's/học tập kinh nghiệm/học hỏi kinh nghiệm/' $D/h/*.yaml
        head -c 2M /dev/zero > $D/o/day 2> /dev/null || true
        code=0; $V build $D/h -o $D/o > $D/ra 2> $D/loi || code=$?; echo code $code
        rm $D/o/day; (cd $D/o; sha256sum *) > $D/sau; cmp $D/truoc $D/sau; cat $D/loi";
    let said = run(dir.path(), script);
    assert!(said.contains("code 2") && said.contains("ổ đĩa đã đầy"), "{said}");
}

#[test]
fn a_read_only_disk_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let script = "mkdir $D/o; mount -t tmpfs tmpfs $D/o; mkdir $D/o/r; mount -o remount,ro $D/o
        for to in $D/o/r $D/o/moi; do
        code=0; $V build $S -o $to > $D/ra 2>&1 || code=$?; echo code $code; cat $D/ra; done
        mkdir $D/h; cp $S/*.yaml $D/h; mount --bind $D/h $D/h; mount -o remount,bind,ro $D/h
        for verb in 'init' 'issue ke-hoach.yaml --date 15/3/2023' 'register reserve --nam 2023' 'check --fix .' \
            'send . -o gui' 'build .'; do
        code=0; (cd $D/h; $V $verb $([ \"$verb\" = init ] && echo $D/h/moi) > $D/ra 2>&1) || code=$?
        echo \"$verb: $code\"; cat $D/ra; done; ls -A $D/h";
    let said = run(dir.path(), script);
    assert_eq!(said.matches("code 2").count(), 2, "{said}");
    for verb in ["init", "issue", "register", "build"] {
        let line = said.lines().find(|l| l.starts_with(verb)).unwrap();
        assert!(line.ends_with(": 2"), "{line}\n{said}");
    }
    assert!(said.matches("ổ đĩa chỉ cho đọc").count() >= 5, "{said}");
    assert!(!said.contains("os error") && !said.contains("Read-only"), "{said}");
    assert!(said.ends_with("van-phong.yaml\n") || said.contains("van-phong.yaml"), "{said}");
}

/// A file that can't be replaced, as one that Word holds open on Windows: neither file of the document
/// changes, the other documents are made.
#[test]
fn a_document_whose_word_file_is_held_keeps_both_old_files() {
    let dir = tempfile::tempdir().unwrap();
    let script = "mkdir $D/o $D/h; $V build $S -o $D/o > /dev/null 2>&1
        cp $S/*.yaml $D/h; sed -i 's/học tập kinh nghiệm/học hỏi kinh nghiệm/' $D/h/*.yaml
        cp $D/o/ke-hoach.docx $D/giu; mount --bind $D/giu $D/o/ke-hoach.docx
        (cd $D/o; sha256sum ke-hoach.*) > $D/truoc
        code=0; $V build $D/h -o $D/o > $D/ra 2> $D/loi || code=$?; echo code $code
        (cd $D/o; sha256sum ke-hoach.*) > $D/sau; cmp $D/truoc $D/sau
        grep -c . $D/ra; cat $D/loi; ls -A $D/o | grep -c vanthu || true";
    let said = run(dir.path(), script);
    assert!(said.contains("code 2\n12\n"), "{said}");
    assert!(said.contains("tệp đang mở ở chương trình khác"), "{said}");
    assert!(said.trim_end().ends_with('0'), "còn tệp tạm: {said}");
}

#[test]
fn a_folder_that_vanishes_is_not_made_again() {
    let dir = tempfile::tempdir().unwrap();
    let made = dir.path().join("ra");
    let ho_so: Vec<_> = (0..30)
        .map(|i| {
            let folder = dir.path().join(format!("h{i}"));
            std::fs::create_dir(&folder).unwrap();
            for file in ["co-quan.yaml", "ke-hoach.yaml"] {
                std::fs::copy(sample().join(file), folder.join(file)).unwrap();
            }
            std::fs::rename(folder.join("ke-hoach.yaml"), folder.join(format!("k{i}.yaml")))
                .unwrap();
            folder.join(format!("k{i}.yaml"))
        })
        .collect();
    // All into one folder: each plan is a hồ sơ with a name of its own.
    let all = dir.path().join("h0");
    for file in &ho_so[1..] {
        std::fs::copy(file, all.join(file.file_name().unwrap())).unwrap();
    }
    let child = vanthu()
        .args(["build", "-j", "1"])
        .arg(&all)
        .arg("-o")
        .arg(&made)
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    while std::fs::read_dir(&made).map_or(0, Iterator::count) < 4 {
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    std::fs::rename(&made, dir.path().join("noi-khac")).unwrap();
    let out = child.wait_with_output().unwrap();
    assert_eq!(out.status.code(), Some(2), "{}", stderr(&out));
    assert!(!made.exists());
    assert!(stderr(&out).contains("thư mục ấy không còn"), "{}", stderr(&out));
}

#[test]
fn a_link_in_the_place_of_a_result_is_not_followed() {
    let dir = tempfile::tempdir().unwrap();
    let (made, elsewhere) = (dir.path().join("ra"), dir.path().join("noi-khac"));
    std::fs::create_dir_all(&made).unwrap();
    std::fs::create_dir_all(&elsewhere).unwrap();
    let target = elsewhere.join("quan-trong");
    std::fs::write(&target, "cũ").unwrap();
    // The file itself, and with several hồ sơ the folder of one.
    std::os::unix::fs::symlink(&target, made.join("ke-hoach.pdf")).unwrap();
    std::os::unix::fs::symlink(&elsewhere, made.join("dong-thap-2023")).unwrap();
    let file = sample().join("ke-hoach.yaml");
    let out = vanthu().arg("build").arg(&file).arg("-o").arg(&made).output().unwrap();
    assert!(out.status.success(), "{}", stderr(&out));
    assert!(!made.join("ke-hoach.pdf").symlink_metadata().unwrap().is_symlink());
    let other = support::root().join("data/cac-mau");
    let out =
        vanthu().arg("build").args([&sample(), &other]).arg("-o").arg(&made).output().unwrap();
    assert_eq!(out.status.code(), Some(2), "{}", stderr(&out));
    assert!(stderr(&out).contains("là một liên kết"), "{}", stderr(&out));
    assert_eq!(std::fs::read_dir(&elsewhere).unwrap().count(), 1);
    assert_eq!(std::fs::read_to_string(&target).unwrap(), "cũ");
    assert!(made.join("cac-mau/cong-van.pdf").exists(), "hồ sơ kia vẫn được soạn");
}

/// To open a pipe is to wait for whoever writes into it, also if it has the name of a temporary file.
#[test]
fn what_is_no_ordinary_file_is_not_swept() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir(dir.path().join(".vanthu-b.tmp")).unwrap();
    for name in [".vanthu-a.tmp", ".vanthu-b.tmp/khoa"] {
        let made = std::process::Command::new("mkfifo").arg(dir.path().join(name)).status();
        assert!(made.unwrap().success());
    }
    std::fs::write(dir.path().join(".vanthu-c.tmp"), "").unwrap();
    let mut command = std::process::Command::new("timeout");
    command.arg("60").arg(env!("CARGO_BIN_EXE_vanthu")).arg("build");
    let out = command.arg(sample().join("ke-hoach.yaml")).arg("-o").arg(dir.path()).output();
    let out = out.unwrap();
    assert!(out.status.success(), "{}", stderr(&out));
    // Two results, two that stay.
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 4);
}

/// Names that come from the user's own files.
#[test]
fn names_that_a_disk_cannot_hold_are_told() {
    let dir = tempfile::tempdir().unwrap();
    let made = dir.path().join("ra");
    for name in ["aux", "kế hoạch số 1", "a\\b", "k..", &"k".repeat(245)] {
        let folder = dir.path().join("h");
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir(&folder).unwrap();
        std::fs::copy(sample().join("co-quan.yaml"), folder.join("co-quan.yaml")).unwrap();
        std::fs::copy(sample().join("ke-hoach.yaml"), folder.join(format!("{name}.yaml"))).unwrap();
        let _ = std::fs::remove_dir_all(&made);
        let out = vanthu().arg("build").arg(&folder).arg("-o").arg(&made).output().unwrap();
        assert_eq!(out.status.code(), Some(0), "{name}: {}", stderr(&out));
        assert_eq!(std::fs::read_dir(&made).unwrap().count(), 2, "{name}");
    }
    // What a trip's file is called goes into longer names than its own.
    let ho_so = support::sample_with(dir.path(), &[]);
    std::fs::rename(ho_so.join("dot-1.yaml"), ho_so.join(format!("{}.yaml", "d".repeat(240))))
        .unwrap();
    let out = vanthu().arg("build").arg(&ho_so).arg("-o").arg(&made).output().unwrap();
    assert_eq!(out.status.code(), Some(2), "{}", stderr(&out));
    assert_eq!(stderr(&out).matches("tên tệp quá dài").count(), 1, "{}", stderr(&out));
    assert!(made.join("dot-2-ke-hoach-chi-tiet.pdf").exists(), "các văn bản khác vẫn được soạn");
}
