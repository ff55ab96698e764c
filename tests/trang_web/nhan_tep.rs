//! Files that are handed in: read like any hostile file, gone when they were read; what the command line refuses is
//! refused, a press that comes twice is one.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::viec::{all_of, hidden, post_bytes};
use super::*;
use crate::support::sua_word::{Sua, doi_phan, sua};

/// Who takes a file, and a name that it takes.
const TAKES: &[(&str, &str)] = &[
    ("/api/soat-word?ten=a.docx", "docx"),
    ("/api/soat-word/nhan-xet?ten=a.docx", "docx"),
    ("/api/nhap?ten=a.docx", "docx"),
    ("/api/nhap/ghi?khoa=1&ten=a.docx", "docx"),
    ("/api/lay-lai?tep=cong-van.yaml&ten=a.docx", "docx"),
    ("/api/lay-lai/ghi?khoa=2&tep=cong-van.yaml&ten=a.docx", "docx"),
    ("/api/tron?tep=cong-van.yaml&ten=a.xlsx", "xlsx"),
    ("/api/tron/dong?tep=cong-van.yaml&ten=a.xlsx", "xlsx"),
    ("/api/tron/lam?khoa=3&tep=cong-van.yaml&ten=a.xlsx", "xlsx"),
    ("/api/so/vao/ghi?khoa=4&ten=a.docx", "docx"),
    ("/api/so/nhap?ten=a.xlsx", "xlsx"),
    ("/api/so/nhap/ghi?khoa=5&ten=a.xlsx", "xlsx"),
];

/// The program with a folder for temporary files of its own, so that what is left there is its own.
fn opened_in(folder: &Path, temp: &Path) -> Opened {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vanthu"));
    Opened::of(command.arg("serve").arg(folder).env("TMPDIR", temp).env("TMP", temp))
}

/// What is left of files that were handed in; the way in stands there besides.
fn left(temp: &Path) -> Vec<PathBuf> {
    let all = fs::read_dir(temp).unwrap().map(|entry| entry.unwrap().path());
    all.filter(|path| path.file_name().unwrap().to_string_lossy().starts_with(".vanthu-")).collect()
}

/// The Word file that the paper makes.
fn word(dir: &Path) -> PathBuf {
    let out = dir.join("ra");
    let built = Command::new(env!("CARGO_BIN_EXE_vanthu"))
        .args(["build".as_ref(), dir.join("cong-van.yaml").as_os_str(), "-f".as_ref()])
        .args(["docx".as_ref(), "-o".as_ref(), out.as_os_str()])
        .output()
        .unwrap();
    assert!(built.status.success());
    out.join("cong-van.docx")
}

fn send(opened: &Opened, cookie: &str, target: &str, file: &Path) -> Answer {
    post_bytes(opened, cookie, target, &fs::read(file).unwrap())
}

#[test]
fn a_hostile_file_costs_a_message_and_nothing_is_left() {
    let (dir, temp) = (folder(), tempfile::tempdir().unwrap());
    let made = tempfile::tempdir().unwrap();
    fs::copy(dir.path().join("co-quan.yaml"), made.path().join("co-quan.yaml")).unwrap();
    fs::copy(dir.path().join("cong-van.yaml"), made.path().join("cong-van.yaml")).unwrap();
    let good = fs::read(word(made.path())).unwrap();
    let with = |new: &str| {
        doi_phan(&good, |ten, text| match ten {
            "word/document.xml" => text.replacen("<w:body>", new, 1),
            _ => text,
        })
    };
    let entity = doi_phan(&good, |ten, text| match ten {
        "word/document.xml" => text.replacen("?>", "?><!DOCTYPE a [<!ENTITY b \"c\">]>", 1),
        _ => text,
    });
    let bad: Vec<Vec<u8>> = vec![
        Vec::new(),
        b"PK\x03\x04".to_vec(),
        vec![0; 300_000],
        b"%PDF-1.7".to_vec(),
        with(&format!("<w:body>{}", "<w:p/>".repeat(700_000))),
        with(&format!("<w:body>{}{}", "<w:sdt>".repeat(400), "</w:sdt>".repeat(400))),
        entity,
    ];
    let opened = opened_in(dir.path(), temp.path());
    let cookie = opened.come_in();
    let before = all_of(dir.path());
    for (i, bytes) in bad.iter().enumerate() {
        for (target, _) in TAKES {
            let since = Instant::now();
            let answer = post_bytes(&opened, &cookie, target, bytes);
            // A list that can't be read is told with the form that asks again.
            let told = answer.body.contains("chưa trộn được") && target.starts_with("/api/tron?");
            assert!(
                answer.status == 422 || told,
                "{target} {i}: {} {}",
                answer.status,
                answer.body
            );
            assert!(!answer.body.contains("/.vanthu-"), "{target} {i}: {}", answer.body);
            assert!(since.elapsed().as_secs() < 60, "{target} {i}");
        }
    }
    let large = post_bytes(&opened, &cookie, "/api/soat-word?ten=a.docx", &vec![0; 21 << 20]);
    assert!([413, 0].contains(&large.status), "{}", large.status);
    assert_eq!(all_of(dir.path()), before);
    assert_eq!(left(temp.path()), Vec::<PathBuf>::new());
    assert_eq!(opened.get(&cookie, "/").status, 200);
}

#[test]
fn a_name_leads_nowhere_else() {
    let (dir, temp) = (folder(), tempfile::tempdir().unwrap());
    let file = word(dir.path());
    let opened = opened_in(dir.path(), temp.path());
    let cookie = opened.come_in();
    let before = all_of(dir.path());
    for ten in ["..%2F..%2Fx.docx", "%2Fetc%2Fx.docx", "C%3A%5Cx.docx", "a%00b.docx", "khoa.docx"] {
        let answer = send(&opened, &cookie, &format!("/api/soat-word?ten={ten}"), &file);
        assert_eq!(answer.status, 200, "{ten}: {}", answer.body);
    }
    for ten in ["a.exe", "..", "", "a.docx%2F..", "a.yaml"] {
        let answer = send(&opened, &cookie, &format!("/api/soat-word?ten={ten}"), &file);
        assert_eq!(answer.status, 422, "{ten}");
    }
    let secret = dir.path().join("bi-mat (đã sửa 1).docx");
    fs::copy(&file, &secret).unwrap();
    for giu in [
        "bi-mat%20(%C4%91%C3%A3%20s%E1%BB%ADa%201).docx",
        "..%2Fa.docx",
        "co-quan.yaml",
        "ra%2Fcong-van.docx",
    ] {
        let target = format!("/api/lay-lai?tep=cong-van.yaml&giu={giu}");
        assert_eq!(opened.post(&cookie, &target, "").status, 422, "{giu}");
    }
    for ten in [
        "..%2Fco-quan.yaml",
        "..%2Fra%2Fcong-van.docx",
        "co-quan.yaml",
        "a.pdf",
        "",
        "%2Fetc%2Fpasswd",
    ] {
        let target = format!("/tron/tep?tep=cong-van.yaml&ten={ten}");
        assert_eq!(opened.get(&cookie, &target).status, 404, "{ten}");
    }
    for tep in ["..%2Fco-quan.yaml", "khong.yaml", ""] {
        for path in ["/lay-lai", "/tron"] {
            assert_eq!(
                opened.get(&cookie, &format!("{path}?tep={tep}")).status,
                404,
                "{path} {tep}"
            );
        }
        let lay = format!("/api/lay-lai?tep={tep}&ten=a.docx");
        assert_eq!(send(&opened, &cookie, &lay, &file).status, 422, "{tep}");
    }
    fs::remove_file(&secret).unwrap();
    assert_eq!(all_of(dir.path()), before);
    assert_eq!(left(temp.path()), Vec::<PathBuf>::new());
}

#[test]
fn what_is_checked_is_what_the_command_line_finds() {
    let (dir, temp) = (folder(), tempfile::tempdir().unwrap());
    let file = word(dir.path());
    sua(&file, &[Sua::Chu("theo đề cương", "theo đề cương của của Đoàn")]);
    let told = Command::new(env!("CARGO_BIN_EXE_vanthu")).arg("check").arg(&file).output().unwrap();
    let told = String::from_utf8(told.stderr).unwrap();
    assert!(told.contains("gõ hai lần"), "{told}");
    let opened = opened_in(dir.path(), temp.path());
    let cookie = opened.come_in();
    let seen = send(&opened, &cookie, "/api/soat-word?ten=a.docx", &file);
    assert!(seen.status == 200 && seen.body.contains("gõ hai lần"), "{}", seen.body);
    let copy = send(&opened, &cookie, "/api/soat-word/nhan-xet?ten=a.docx", &file);
    assert!(
        copy.head.contains("attachment; filename*=utf-8''a%20%28nh%e1%ba%adn%20x%c3%a9t%29.docx"),
        "{}",
        copy.head
    );
    assert!(copy.body.starts_with("PK"));
    // What is not in its own words is only text.
    sua(&file, &[Sua::Chu("gửi kèm", "&lt;script&gt;alert(1)&lt;/script&gt; gửi kèm")]);
    let seen = send(&opened, &cookie, "/api/soat-word?ten=%3Cb%3E.docx", &file);
    assert!(
        seen.status == 200 && !seen.body.contains("<script") && !seen.body.contains("<b>"),
        "{}",
        seen.body
    );
    assert_eq!(left(temp.path()), Vec::<PathBuf>::new());
}

#[test]
fn an_imported_paper_comes_once_and_over_nothing() {
    let (dir, temp) = (folder(), tempfile::tempdir().unwrap());
    let file = word(dir.path());
    let opened = opened_in(dir.path(), temp.path());
    let cookie = opened.come_in();
    let before = all_of(dir.path());
    let seen = send(&opened, &cookie, "/api/nhap?ten=a.docx", &file);
    assert!(seen.status == 200 && seen.body.contains("cong-van-2.yaml"), "{}", seen.body);
    assert_eq!(all_of(dir.path()), before, "nothing is written before");
    let target = format!("/api/nhap/ghi?ten=a.docx&khoa={}", hidden(&seen, "khoa"));
    for _ in 0..2 {
        let done = send(&opened, &cookie, &target, &file);
        assert_eq!(done.status, 303, "{}", done.body);
        assert!(done.head.contains("location: /giay?tep=cong-van-2.yaml"), "{}", done.head);
    }
    let after = all_of(dir.path());
    let new: Vec<_> = after.iter().filter(|one| !before.contains(one)).map(|one| &one.0).collect();
    assert_eq!(new, [&dir.path().join("cong-van-2.yaml")]);
    assert!(before.iter().all(|one| after.contains(one)));
}

#[test]
fn what_is_taken_back_is_what_was_shown() {
    let (dir, temp) = (folder(), tempfile::tempdir().unwrap());
    let file = word(dir.path());
    let paper = || fs::read_to_string(dir.path().join("cong-van.yaml")).unwrap();
    let before = paper();
    sua(&file, &[Sua::Chu("28 tháng 02", "27 tháng 02")]);
    let opened = opened_in(dir.path(), temp.path());
    let cookie = opened.come_in();
    let ask = "/api/lay-lai?tep=cong-van.yaml&ten=cong-van.docx";
    let seen = send(&opened, &cookie, ask, &file);
    assert!(seen.status == 200 && seen.body.contains("“28” sửa thành “27”"), "{}", seen.body);
    assert_eq!(paper(), before);
    let write = |key: &str, mark: &str| {
        let form = format!("hoi=1&lay=1&theo=-&khoa={key}&hien={mark}");
        let target = format!("/api/lay-lai/ghi?tep=cong-van.yaml&ten=cong-van.docx&{form}");
        send(&opened, &cookie, &target, &file)
    };
    let (key, mark) = (hidden(&seen, "khoa"), hidden(&seen, "hien"));
    assert_eq!(write("x", "00").status, 422, "never what was not shown");
    assert_eq!(paper(), before);
    for _ in 0..2 {
        let done = write(&key, &mark);
        assert!(done.status == 200 && done.body.contains("Đã lấy về"), "{}", done.body);
    }
    assert_eq!(paper(), before.replace("28 tháng 02", "27 tháng 02"));
    let undone = opened.post(&cookie, "/api/lui", r#"{"tep":"cong-van.yaml"}"#);
    assert_eq!(undone.status, 200);
    assert_eq!(paper(), before);
    assert_eq!(left(temp.path()), Vec::<PathBuf>::new());
}

#[test]
fn a_list_is_merged_once_and_over_nobodys_file() {
    let (dir, temp) = (folder(), tempfile::tempdir().unwrap());
    let path = dir.path().join("cong-van.yaml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("Báo cáo gửi về Văn phòng", "{{Nơi}} gửi báo cáo về Văn phòng"))
        .unwrap();
    let list = dir.path().join("ds.csv");
    fs::write(&list, "\u{feff}Nơi,Ghi chú\nSở Tài chính,a\nThuế tỉnh,b\n").unwrap();
    let out = dir.path().join("cong-van-tron");
    let opened = opened_in(dir.path(), temp.path());
    let cookie = opened.come_in();
    let seen = send(&opened, &cookie, "/api/tron?tep=cong-van.yaml&ten=ds.csv", &list);
    assert!(seen.status == 200 && seen.body.contains("Bản 1 trên 2"), "{}", seen.body);
    let row = send(&opened, &cookie, "/api/tron/dong?tep=cong-van.yaml&ten=ds.csv&thu=1", &list);
    assert!(row.body.contains("Thuế tỉnh") && row.body.contains("<svg"), "{}", row.body);
    assert!(!out.exists());
    let form = format!("hoi=1&docx=1&khoa={}", hidden(&seen, "khoa"));
    let target = format!("/api/tron/lam?tep=cong-van.yaml&ten=ds.csv&{form}");
    for _ in 0..2 {
        let done = send(&opened, &cookie, &target, &list);
        assert!(done.status == 200 && done.body.contains("Đã trộn xong"), "{}", done.body);
    }
    let one = "/api/tron?tep=cong-van.yaml&ten=ds.csv&hoi=1&docx=1&so=chung&so-chung=15";
    let undated = send(&opened, &cookie, one, &list);
    assert!(undated.body.contains("Ô Số chung có số mà chưa có ngày"), "{}", undated.body);
    let so_far = opened.get(&cookie, "/api/tron/tien");
    assert!(so_far.status == 200 && so_far.body.contains("\"xong\""), "{}", so_far.body);
    let shown = opened.get(&cookie, "/tron/tep?tep=cong-van.yaml&ten=cong-van-002.docx");
    assert_eq!(shown.status, 200, "{}", shown.body);
    fs::write(out.join("cong-van-002.docx"), "tay").unwrap();
    let again = send(&opened, &cookie, &target.replace("khoa=", "khoa=9"), &list);
    assert!(again.status == 422 && again.body.contains("không ghi đè"), "{}", again.body);
    assert_eq!(fs::read(out.join("cong-van-002.docx")).unwrap(), b"tay");
    assert_eq!(left(temp.path()), Vec::<PathBuf>::new());
}

/// She sees that she has taken the wrong list: it stops, says how many were left, and going on makes the rest.
#[test]
fn a_long_merge_can_be_stopped_and_gone_on_with() {
    const ROWS: usize = 400;
    let (dir, temp) = (folder(), tempfile::tempdir().unwrap());
    let path = dir.path().join("cong-van.yaml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("Báo cáo gửi về Văn phòng", "{{Nơi}} gửi báo cáo về Văn phòng"))
        .unwrap();
    let list = dir.path().join("ds.csv");
    let rows: String = (0..ROWS).map(|i| format!("Trường số {i}\n")).collect();
    fs::write(&list, format!("\u{feff}Nơi\n{rows}")).unwrap();
    let opened = opened_in(dir.path(), temp.path());
    let cookie = opened.come_in();
    let run = |key: &str| {
        let target = format!("/api/tron/lam?tep=cong-van.yaml&ten=ds.csv&hoi=1&docx=1&khoa={key}");
        send(&opened, &cookie, &target, &list)
    };
    let stopped = std::thread::scope(|scope| {
        let run = scope.spawn(|| run("1"));
        while !run.is_finished()
            && opened.get(&cookie, "/api/tron/tien").body.contains("\"xong\":0")
        {
            std::thread::yield_now();
        }
        assert_eq!(opened.post(&cookie, "/api/tron/dung", "").status, 200);
        run.join().unwrap()
    });
    let told = stopped.status == 422 && stopped.body.contains("Đã dừng khi chưa trộn");
    assert!(told, "{}", stopped.body);
    let out = dir.path().join("cong-van-tron");
    let made = || {
        let all = fs::read_dir(&out).map(|all| all.filter_map(Result::ok).count());
        all.unwrap_or_default()
    };
    assert!(made() < ROWS, "files take their names together, or not at all");
    let done = run("2");
    assert!(done.status == 200 && done.body.contains("Đã trộn xong"), "{}", done.body);
    assert!(made() >= ROWS, "{}", made());
}

/// A phrase of the template that the leader has worded otherwise: the paper may word it so, if the clerk says yes.
#[test]
fn a_standing_phrase_is_worded_otherwise_if_she_says_so() {
    let (dir, temp) = (folder(), tempfile::tempdir().unwrap());
    let paper = dir.path().join("cong-van.yaml");
    fs::copy(root().join("data/cac-mau/giay-moi.yaml"), &paper).unwrap();
    let file = word(dir.path());
    sua(&file, &[Sua::Chu("Tới dự", "Đến dự")]);
    let before = fs::read_to_string(&paper).unwrap();
    let opened = opened_in(dir.path(), temp.path());
    let cookie = opened.come_in();
    let ask = "/api/lay-lai?tep=cong-van.yaml&ten=cong-van.docx";
    let form = |key: &str, mark: &str, cau: &str| {
        format!("hoi=1&lay=&theo=-&cau={cau}&khoa={key}&hien={mark}")
    };
    let seen = send(&opened, &cookie, ask, &file);
    assert!(seen.body.contains("Riêng văn bản này in câu ấy là: “Đến dự”"), "{}", seen.body);
    let (key, mark) = (hidden(&seen, "khoa"), hidden(&seen, "hien"));
    let target = ask.replace("/api/lay-lai?", "/api/lay-lai/ghi?");
    let done = send(&opened, &cookie, &format!("{target}&{}", form(&key, &mark, "1")), &file);
    assert!(done.status == 200 && done.body.contains("Đã lấy về"), "{}", done.body);
    let after = fs::read_to_string(&paper).unwrap();
    assert_eq!(after, format!("{before}cau_chu:\n  toi_du: Đến dự\n"));
    let again = send(&opened, &cookie, ask, &file);
    assert!(again.body.contains("không sửa gì so với văn bản này"), "{}", again.body);
}

/// The papers of the samples come into a folder that has its office and its papers already: every letter, no file
/// written over, and all of them can be built.
#[test]
fn our_own_papers_come_among_others_without_a_loss() {
    let (dir, temp, made) = (folder(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let run = |args: &[&std::ffi::OsStr]| {
        Command::new(env!("CARGO_BIN_EXE_vanthu")).args(args).output().unwrap()
    };
    let samples = root().join("data/cac-mau");
    run(&[
        "build".as_ref(),
        samples.as_os_str(),
        "-f".as_ref(),
        "docx".as_ref(),
        "-o".as_ref(),
        made.path().as_os_str(),
    ]);
    let opened = opened_in(dir.path(), temp.path());
    let cookie = opened.come_in();
    let before = all_of(dir.path());
    let mut files: Vec<PathBuf> =
        fs::read_dir(made.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "docx"));
    assert!(files.len() > 15, "{}", files.len());
    for file in &files {
        let ten = file.file_name().unwrap().to_string_lossy().into_owned();
        let seen = send(&opened, &cookie, &format!("/api/nhap?ten={ten}"), file);
        assert!(seen.body.contains("Không mất chữ nào"), "{ten}: {}", seen.body);
        assert!(!seen.body.contains("thư mục mới"), "{ten}");
        let write = format!("/api/nhap/ghi?ten={ten}&khoa={}", hidden(&seen, "khoa"));
        assert_eq!(send(&opened, &cookie, &write, file).status, 303, "{ten}");
    }
    let after = all_of(dir.path());
    assert!(before.iter().all(|one| after.contains(one)), "something was written over");
    let built = run(&["build".as_ref(), dir.path().as_os_str(), "-f".as_ref(), "docx".as_ref()]);
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
}

/// A body that no form holds is printed by a template of its own, which would print every paper of its kind: so the
/// paper has a folder of its own.
#[test]
fn a_paper_with_a_template_of_its_own_gets_a_folder() {
    let (dir, temp, made) = (folder(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let samples = root().join("data/the-thuc");
    let built = Command::new(env!("CARGO_BIN_EXE_vanthu"))
        .args([
            "build".as_ref(),
            samples.as_os_str(),
            "-f".as_ref(),
            "docx".as_ref(),
            "-o".as_ref(),
        ])
        .arg(made.path())
        .output()
        .unwrap();
    assert!(built.status.success());
    let file = made.path().join("du-thao-ban-chi-dao.docx");
    let opened = opened_in(dir.path(), temp.path());
    let cookie = opened.come_in();
    let before = all_of(dir.path());
    let seen = send(&opened, &cookie, "/api/nhap?ten=cu.docx", &file);
    assert!(seen.body.contains("thư mục mới, <code>cu</code>"), "{}", seen.body);
    assert_eq!(all_of(dir.path()), before);
    let target = format!("/api/nhap/ghi?ten=cu.docx&khoa={}", hidden(&seen, "khoa"));
    for _ in 0..2 {
        let done = send(&opened, &cookie, &target, &file);
        assert!(done.status == 200 && done.body.contains("mở ra ở một thẻ mới"), "{}", done.body);
    }
    assert!(dir.path().join("cu/mau").is_dir() && !dir.path().join("cu-2").exists());
    assert!(!dir.path().join("mau").exists());
}
