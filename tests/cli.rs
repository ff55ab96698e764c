//! The command as a user meets it: streams, exit codes, what is written and what is left alone.

use std::path::Path;
use std::process::{Command, Output};

use crate::support;
use crate::support::{root, sample, sample_with, stderr, stdout, vanthu};

fn run(args: &[&str]) -> Output {
    vanthu().args(args).output().unwrap()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn files(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(dir)
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// The files of the sample, and the documents that they make.
const YAML: [&str; 8] = [
    "co-quan.yaml",
    "danh-ba.yaml",
    "dot-1.yaml",
    "dot-2.yaml",
    "dot-3.yaml",
    "dot-4.yaml",
    "ke-hoach.yaml",
    "van-phong.yaml",
];
const VAN_BAN: [&str; 7] = [
    "dot-1-ke-hoach-chi-tiet",
    "dot-1-bao-cao",
    "dot-2-ke-hoach-chi-tiet",
    "dot-3-ke-hoach-chi-tiet",
    "dot-4-ke-hoach-chi-tiet",
    "dot-4-bao-cao",
    "ke-hoach",
];

/// The names of all files that the sample makes.
fn made() -> Vec<String> {
    VAN_BAN.iter().flat_map(|ten| [format!("{ten}.pdf"), format!("{ten}.docx")]).collect()
}

fn sorted(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names
}

/// A clone tells its commit; sources without git tell that they have none.
#[test]
fn version_says_what_it_was_built_from() {
    let git = |words: &[&str]| {
        let out = Command::new("git").args(words).current_dir(root()).output().ok()?;
        out.status.success().then(|| stdout(&out).trim_end().to_owned())
    };
    let own = git(&["rev-parse", "--show-prefix"]).is_some_and(|prefix| prefix.is_empty());
    let commit = own.then(|| git(&["rev-parse", "--short=12", "HEAD"])).flatten();
    let source = match (option_env!("VANTHU_COMMIT").filter(|told| !told.is_empty()), commit) {
        (Some(told), _) => told.to_owned(),
        (None, Some(commit)) => format!("{commit} ngày "),
        (None, None) => "không kèm lịch sử git".to_owned(),
    };
    let told = stdout(&run(&["--version"]));
    let wanted = format!("vanthu {} (mã nguồn {source}", env!("CARGO_PKG_VERSION"));
    assert!(told.starts_with(&wanted), "{told}");
    let system = format!(", {} {})\n", std::env::consts::ARCH, std::env::consts::OS);
    assert!(told.ends_with(&system), "{told}");
}

#[test]
fn build_lists_what_it_wrote_and_says_nothing_else() {
    let dir = tempfile::tempdir().unwrap();
    let out = run(&["build", text(&sample()), "-o", text(dir.path())]);
    assert_eq!(out.status.code(), Some(0), "{}", stderr(&out));
    let want: Vec<String> =
        made().iter().map(|f| dir.path().join(f).display().to_string()).collect();
    assert_eq!(stdout(&out).lines().collect::<Vec<_>>(), want);
    let said = stderr(&out);
    assert!(said.lines().count() == 1 && said.contains("đợt 5 chưa có tệp chi tiết"), "{said}");
    assert_eq!(files(dir.path()), sorted(made()));
}

#[test]
fn the_vietnamese_names_of_commands_work() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = sample_with(dir.path(), &[]);
    assert!(run(&["kiem-tra", text(&ho_so)]).status.success());
    assert_eq!(files(&ho_so), YAML, "check không được ghi gì");
    assert!(run(&["soan", text(&ho_so)]).status.success());
    assert!(ho_so.join("ke-hoach.pdf").exists(), "không có -o thì ghi trong thư mục hồ sơ");
}

#[test]
fn one_format_and_one_file_can_be_asked_for() {
    let dir = tempfile::tempdir().unwrap();
    let file = sample().join("ke-hoach.yaml");
    let out = run(&["build", text(&file), "-f", "pdf", "-o", text(dir.path())]);
    assert_eq!(out.status.code(), Some(0), "{}", stderr(&out));
    assert_eq!(files(dir.path()), ["ke-hoach.pdf"]);
}

#[test]
fn a_fault_in_the_data_changes_no_file() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = sample_with(dir.path(), &[("ke-hoach.yaml", "trich_yeu:", "trich_yeeu:")]);
    std::fs::write(ho_so.join("ke-hoach.pdf"), "cũ").unwrap();
    let out = run(&["build", text(&ho_so)]);
    assert_eq!(out.status.code(), Some(1));
    assert_eq!(stdout(&out), "");
    assert!(stderr(&out).contains("trich_yeu"), "{}", stderr(&out));
    assert_eq!(std::fs::read_to_string(ho_so.join("ke-hoach.pdf")).unwrap(), "cũ");
    let kept = YAML.iter().chain(&["ke-hoach.pdf"]).map(|f| f.to_string());
    assert_eq!(files(&ho_so), sorted(kept.collect()));
}

#[test]
fn a_faulty_trip_stops_only_itself() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = sample_with(dir.path(), &[("dot-2.yaml", "dot: 2", "dot: 9")]);
    let out_dir = dir.path().join("ra");
    let out = run(&["build", text(&ho_so), "-o", text(&out_dir)]);
    assert_eq!(out.status.code(), Some(1), "{}", stderr(&out));
    let want = made().into_iter().filter(|f| !f.starts_with("dot-2"));
    assert_eq!(files(&out_dir), sorted(want.collect()));
    assert!(stderr(&out).contains("ke-hoach.yaml:"), "{}", stderr(&out));
}

#[test]
fn with_several_ho_so_a_faulty_one_stops_only_itself() {
    let dir = tempfile::tempdir().unwrap();
    let bad = sample_with(dir.path(), &[("ke-hoach.yaml", "loai: ke_hoach", "loai: ke_hoac")]);
    let out_dir = dir.path().join("ra");
    let out = run(&["build", text(&bad), text(&sample()), "-o", text(&out_dir)]);
    assert_eq!(out.status.code(), Some(1), "{}", stderr(&out));
    assert_eq!(files(&out_dir), ["dong-thap-2023"]);
    assert_eq!(files(&out_dir.join("dong-thap-2023")), sorted(made()));
    assert_eq!(stdout(&out).lines().count(), made().len());
}

#[test]
fn the_exit_code_is_the_worst_of_all() {
    let dir = tempfile::tempdir().unwrap();
    let bad = sample_with(dir.path(), &[("ke-hoach.yaml", "loai: ke_hoach", "loai: ke_hoac")]);
    let out = run(&["check", text(&bad), text(&dir.path().join("khong-co"))]);
    assert_eq!(out.status.code(), Some(2), "{}", stderr(&out));
}

#[test]
fn what_is_not_there_or_cannot_be_written_is_wrong_use() {
    let dir = tempfile::tempdir().unwrap();
    let missing = run(&["build", text(&dir.path().join("khong-co"))]);
    assert_eq!(missing.status.code(), Some(2), "{}", stderr(&missing));
    assert!(stderr(&missing).contains("khong-co"));

    let file = dir.path().join("tep");
    std::fs::write(&file, "cũ").unwrap();
    let out = run(&["build", text(&sample()), "-o", text(&file)]);
    assert_eq!(out.status.code(), Some(2), "{}", stderr(&out));
    assert!(stderr(&out).contains("không ghi được"), "{}", stderr(&out));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "cũ");

    // No one, not even an administrator, can make a folder there.
    #[cfg(target_os = "linux")]
    {
        let out = run(&["build", text(&sample()), "-o", "/proc/vanthu"]);
        assert_eq!(out.status.code(), Some(2), "{}", stderr(&out));
        assert!(stderr(&out).contains("không ghi được"), "{}", stderr(&out));
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_read_only_folder_is_named_and_nothing_is_left_in_it() {
    use std::process::Command;
    // Root writes anywhere, so the folder is made immutable by mounting it read-only where that is
    // possible, and the plain permission is tested where we are not root.
    let dir = tempfile::tempdir().unwrap();
    let target = dir.path().join("chi-doc");
    std::fs::create_dir(&target).unwrap();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "ro", "tmpfs", text(&target)])
        .output()
        .is_ok_and(|o| o.status.success());
    if !mounted {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(&target, std::fs::Permissions::from_mode(0o555)).unwrap();
    }
    let out = run(&["build", text(&sample()), "-o", text(&target)]);
    let left = files(&target);
    if mounted {
        Command::new("umount").arg(&target).output().unwrap();
    }
    assert_eq!(out.status.code(), Some(2), "{}", stderr(&out));
    assert!(stderr(&out).contains("không ghi được"), "{}", stderr(&out));
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn wrong_words_are_explained_in_vietnamese() {
    for (args, part) in [
        (&["buidl"][..], "không có lệnh “buidl”"),
        (&["buid", "x"], "gõ: vanthu build x"),
        (&["chek", "x"], "gõ: vanthu check x"),
        (&["mrege"], "gõ: vanthu merge"),
        (&["build"][..], "còn thiếu"),
        (&["build", "x", "--mau-sac"][..], "không có tuỳ chọn"),
        (&["build", "x", "-f", "odt"][..], "“odt” không dùng được"),
        (&["schema", "quyet-dinhh"][..], "không có lược đồ"),
    ] {
        let out = run(args);
        assert_eq!(out.status.code(), Some(2), "{args:?}");
        assert!(stderr(&out).contains(part), "{args:?}: {}", stderr(&out));
        assert!(!stderr(&out).contains("error"), "{}", stderr(&out));
    }
    let help = stdout(&run(&["--help"]));
    for word in ["build", "soan", "check", "kiem-tra", "init", "khoi-tao", "schema", "luoc-do"] {
        assert!(help.contains(word), "{word}\n{help}");
    }
    assert!(!help.contains("Usage") && !help.contains("Options"), "{help}");
    let kinds = stdout(&run(&["init", "--help"]));
    let line = |khoa: &str| kinds.lines().find(|l| l.trim_start().starts_with(khoa)).unwrap();
    assert!(line("ket_luan ").ends_with("(văn bản của Đảng)"), "{kinds}");
    assert!(!line("cong_van ").contains("Đảng"), "{kinds}");
    let help = help + &stdout(&run(&["build", "--help"]));
    for word in ["alias", "stderr", "default", "possible"] {
        assert!(!help.contains(word), "{word}\n{help}");
    }
}

#[test]
fn wrong_words_are_answered_with_the_line_to_type() {
    for (args, part) in [
        (&["bulid", "hs"][..], "gõ: vanthu build hs"),
        (&["help"], "gõ: vanthu --help"),
        (&["/?"], "gõ: vanthu --help"),
        (&["help", "build"], "gõ: vanthu build --help"),
        (&["build", "/?"], "gõ: vanthu build --help"),
        (&["BUILD", "hs"], "vanthu build hs"),
        (&["in", "ho so"], "gõ: vanthu build \"ho so\""),
        (&["xuất", "hs"], "gõ: vanthu build hs"),
        (&["soạn", "hs"], "vanthu soan hs"),
        (&["hs"], "gõ: vanthu build hs"),
        (&["thong-bao.yaml"], "vanthu build thong-bao.yaml"),
        (&["version"], "gõ: vanthu --version"),
        (&["build", "hs", "–o", "ra"], "gõ dấu trừ: vanthu build hs -o ra"),
        (&["build", "hs", "-out", "ra"], "gõ hai dấu trừ: vanthu build hs --output ra"),
        (&["build", "ho so", "-json"], "gõ hai dấu trừ: vanthu build \"ho so\" --json"),
        (&["watch", "ho", "so"], "vanthu watch \"ho so\""),
        (&["build"], "gõ: vanthu build THU_MUC"),
        (&["__build"], "không có lệnh “__build”"),
    ] {
        let out = run(args);
        assert_eq!(out.status.code(), Some(2), "{args:?}");
        assert!(stderr(&out).contains(part), "{args:?}: {}", stderr(&out));
    }
}

#[test]
fn to_build_where_there_is_no_paper_fails() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::copy(sample().join("co-quan.yaml"), dir.path().join("co-quan.yaml")).unwrap();
    let out = run(&["build", text(dir.path())]);
    assert_eq!(out.status.code(), Some(1), "{}", stderr(&out));
    assert!(stderr(&out).contains("chưa có văn bản nào"), "{}", stderr(&out));
    let out = run(&["check", text(dir.path())]);
    assert_eq!(out.status.code(), Some(0), "{}", stderr(&out));
}

#[test]
fn a_path_that_leads_nowhere_gets_the_name_beside_it() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    for name in [
        "ho so/thong-bao.yaml",
        "txt/co-quan.yaml.txt",
        "sub/hs/a.yaml",
        "word/a.docx",
        "cq/Cơ quan.yaml",
    ] {
        std::fs::create_dir_all(at(name).parent().unwrap()).unwrap();
        std::fs::write(at(name), "ten: x\n").unwrap();
    }
    let (ho, so) =
        text(&at("ho so")).split_once(' ').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    for (args, part) in [
        (vec![ho, so], "đặt cả tên trong hai dấu nháy"),
        (vec![text(&at("ho so/thong-bo.yaml")).to_owned()], "có phải là"),
        (vec![text(&at("ho so/thong-bao.yml")).to_owned()], "thong-bao.yaml”?"),
        (vec![text(&at("txt/co-quan.yaml")).to_owned()], "đổi tên thành “co-quan.yaml”"),
        (vec![text(&at("sub")).to_owned()], "nằm trong thư mục con"),
        (vec![text(&at("word")).to_owned()], "tệp Word “a.docx”"),
        (vec![text(&at("cq")).to_owned()], "đổi tên “Cơ quan.yaml” thành “co-quan.yaml”"),
    ] {
        let words: Vec<&str> =
            std::iter::once("check").chain(args.iter().map(String::as_str)).collect();
        let out = run(&words);
        assert_ne!(out.status.code(), Some(0), "{args:?}");
        assert!(stderr(&out).contains(part), "{args:?}: {}", stderr(&out));
    }
}

#[test]
fn wrong_words_come_as_json_too() {
    for args in [&["buidl", "--json"][..], &["build", "--json"], &["check", "x", "--mau", "--json"]]
    {
        let out = run(args);
        assert_eq!(out.status.code(), Some(2), "{args:?}");
        let line: serde_json::Value = serde_json::from_str(&stderr(&out)).unwrap();
        assert_eq!((&line["code"], &line["severity"]), (&"wrong-use".into(), &"error".into()));
        assert!(line["message"].is_string() && line["hint"].is_string(), "{line}");
    }
}

#[test]
fn a_file_named_without_its_folder_has_a_ho_so() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = sample_with(dir.path(), &[]);
    std::fs::remove_file(ho_so.join("co-quan.yaml")).unwrap();
    let out = vanthu().current_dir(&ho_so).args(["check", "ke-hoach.yaml"]).output().unwrap();
    assert!(stderr(&out).contains("“ho-so” thiếu tệp co-quan.yaml"), "{}", stderr(&out));
}

#[test]
#[cfg(unix)]
fn what_the_system_refuses_is_said_in_vietnamese() {
    let dir = tempfile::tempdir().unwrap();
    let ring = dir.path().join("vong.yaml");
    std::os::unix::fs::symlink(&ring, &ring).unwrap();
    for path in [ring, dir.path().join("a".repeat(300))] {
        let said = stderr(&run(&["check", text(&path)]));
        assert!(said.contains("không đọc được") && said.contains("gợi ý"), "{said}");
        assert!(!said.contains("os error"), "{said}");
    }
}

#[test]
fn findings_come_as_json_lines_on_demand() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = sample_with(
        dir.path(),
        &[
            ("ke-hoach.yaml", "trich_yeu:", "trich_yeeu:"),
            ("co-quan.yaml", "dia_danh: Đồng Tháp", "dia_danh: [a]"),
        ],
    );
    let out = run(&["check", text(&ho_so), "--json"]);
    assert_eq!(out.status.code(), Some(1));
    let lines: Vec<serde_json::Value> =
        stderr(&out).lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert!(lines.len() >= 2, "{lines:?}");
    for line in lines {
        assert!(line["code"].is_string() && line["message"].is_string(), "{line}");
        assert!(line["place"]["line"].as_u64().unwrap() > 0, "{line}");
    }
}

#[test]
fn no_colour_where_there_is_no_terminal() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = sample_with(dir.path(), &[("ke-hoach.yaml", "loai: ke_hoach", "loai: ke_hoac")]);
    let out = run(&["check", text(&ho_so)]);
    assert!(!stderr(&out).contains('\u{1b}'));
}

#[test]
fn an_unknown_phrase_is_named_with_its_place() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = sample_with(
        dir.path(),
        &[("ke-hoach.yaml", "loai: ke_hoach", "loai: ke_hoach\ncau_chu:\n  kinh_phii: Kinh phí")],
    );
    let out = run(&["check", text(&ho_so)]);
    assert_eq!(out.status.code(), Some(1));
    let said = stderr(&out);
    assert!(said.contains("kinh_phii") && said.contains("`kinh_phi`"), "{said}");
    assert!(said.contains("ke-hoach.yaml:"), "{said}");
}

#[test]
fn a_phrase_can_be_overridden() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = sample_with(
        dir.path(),
        &[("ke-hoach.yaml", "loai: ke_hoach", "loai: ke_hoach\ncau_chu:\n  kinh_phi: Kinh phí")],
    );
    support::build(&ho_so, dir.path());
    let rows = support::page::rows(&support::page::pages(&dir.path().join("ke-hoach.pdf")));
    assert!(rows.iter().any(|r| r.text() == "III. KINH PHÍ"));
    assert!(!rows.iter().any(|r| r.text().starts_with("III. NGUỒN")));
}

#[test]
fn the_starter_builds_as_it_stands_and_is_never_overwritten() {
    let dir = tempfile::tempdir().unwrap();
    let new = dir.path().join("ho-so-moi");
    let out = run(&["init", text(&new)]);
    assert_eq!(out.status.code(), Some(0), "{}", stderr(&out));
    assert!(
        stderr(&out).contains("vanthu build") && stderr(&out).contains("--mau"),
        "{}",
        stderr(&out)
    );
    let built = run(&["build", text(&new)]);
    assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
    assert!(new.join("cong-van.pdf").exists() && !new.join("ke-hoach.yaml").exists());
    let said = stderr(&built);
    let told = ["[not-ready]", "[sample-text]"].map(|code| said.matches(code).count());
    assert_eq!(told, [1, 1], "only that it is a sample: {said}");
    std::fs::write(new.join("cong-van.yaml"), "của tôi").unwrap();
    let again = run(&["init", text(&new)]);
    assert_eq!(again.status.code(), Some(2));
    assert!(stderr(&again).contains("--mau"), "{}", stderr(&again));
    let another = run(&["init", text(&new), "--mau", "cong_van"]);
    assert!(stdout(&another).contains("cong-van-2.yaml"), "{}", stderr(&another));
    assert_eq!(std::fs::read_to_string(new.join("cong-van.yaml")).unwrap(), "của tôi");
}

#[test]
fn sample_text_is_told_by_check_and_refused_by_issue() {
    let dir = tempfile::tempdir().unwrap();
    let new = dir.path().join("hs");
    assert!(
        run(&["init", text(&new), "--co-quan", "ubnd-phuong", "--mau", "thong_bao"])
            .status
            .success()
    );
    let paper = new.join("thong-bao.yaml");
    let issue = || run(&["issue", text(&paper), "--date", "3/3/2026"]);
    let said = stderr(&issue());
    assert!(
        said.contains("thong-bao.yaml:14:12") && said.contains("mục trich_yeu, noi_dung"),
        "{said}"
    );
    assert!(!new.join("phat-hanh").exists(), "{said}");
    let replace = |file: &str, pairs: &[(&str, &str)]| {
        let path = new.join(file);
        let old = std::fs::read_to_string(&path).unwrap();
        let new = pairs.iter().fold(old, |text, (from, to)| text.replace(from, to));
        std::fs::write(path, new).unwrap();
    };
    // Whatever is accepted: neither the starter's text nor the name of who signs gets a number.
    let accepted = || run(&["issue", text(&paper), "--date", "3/3/2026", "--chap-nhan-canh-bao"]);
    assert!(stderr(&accepted()).contains("còn chữ mẫu thì chấp nhận cảnh báo cũng không"));
    replace("thong-bao.yaml", &[("nhiệm vụ mẫu", "phong trào thi đua"), ("Nêu ", "Làm ")]);
    let said = stderr(&accepted());
    assert!(said.contains("[sample-text]: thong-bao.yaml: người ký còn là tên mẫu"), "{said}");
    assert!(!new.join("phat-hanh").exists(), "{said}");
    replace("co-quan.yaml", &[("Tên Mẫu", "Hoa")]);
    let said = stderr(&run(&["check", text(&new)]));
    assert!(!said.contains("not-ready"), "{said}");
    let out = issue();
    assert_eq!(out.status.code(), Some(0), "{}", stderr(&out));
}

/// Every help text of every command is in Vietnamese, and `init` and `schema` say which kinds there are.
#[test]
fn no_help_text_speaks_english() {
    let commands = [
        "",
        "build",
        "check",
        "watch",
        "send",
        "init",
        "issue",
        "register",
        "register list",
        "register check",
        "register reserve",
        "register void",
        "register deliver",
        "register close-year",
        "register open-year",
        "register print",
        "explain",
        "verify",
        "diff",
        "template",
        "template copy",
        "schema",
    ];
    let english = [
        "Options",
        "Arguments",
        "Usage",
        "Commands",
        "Print",
        "possible",
        "default",
        "alias",
        "file",
        "folder",
        " the ",
        "help\n",
    ];
    for command in commands {
        let args: Vec<&str> =
            command.split(' ').filter(|w| !w.is_empty()).chain(["--help"]).collect();
        let help = stdout(&run(&args));
        assert!(!help.is_empty(), "{command}");
        for word in english {
            assert!(!help.contains(word), "{command}: {word}\n{help}");
        }
    }
    let help = stdout(&run(&["init", "--help"]));
    for word in [
        "ubnd-phuong",
        "hdnd-dac-khu",
        "trung-tam-xa",
        "truong-tieu-hoc",
        "thong_bao",
        "ke_hoach_chuyen_di",
    ] {
        assert!(help.contains(word), "{word}");
    }
    let help = stdout(&run(&["schema", "--help"]));
    for word in ["ke_hoach", "co_quan", "danh_ba", "giay_moi"] {
        assert!(help.contains(word), "{word}");
    }
}

/// `--mau` is a kind wherever it stands; a folder of templates has a name of its own.
#[test]
fn one_option_means_one_thing() {
    let out = run(&["build", text(&sample()), "--mau", "x"]);
    assert_eq!(out.status.code(), Some(2));
    assert!(stderr(&out).contains("ghi sau --thu-muc-mau"), "{}", stderr(&out));
    for command in ["build", "check", "issue", "send", "template", "schema", "init"] {
        let help = stdout(&run(&[command, "--help"]));
        assert!(help.contains("--thu-muc-mau <THU_MUC>"), "{command}");
        assert_eq!(help.contains("--mau <"), command == "init", "{command}");
    }
}

#[test]
fn a_new_paper_can_be_like_an_old_one() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = sample_with(dir.path(), &[]);
    let paper = "loai: thong_bao\nso: 5\nngay_ban_hanh: 4/5/2023\ntrich_yeu: Lịch trực\nnoi_dung: Các phòng trực.\n";
    std::fs::write(ho_so.join("truc.yaml"), paper).unwrap();
    let out = vanthu().current_dir(&ho_so).args(["init", "--nhu", "truc.yaml"]).output().unwrap();
    assert_eq!(
        (out.status.code(), stdout(&out).trim()),
        (Some(0), "truc-2.yaml"),
        "{}",
        stderr(&out)
    );
    let made = std::fs::read_to_string(ho_so.join("truc-2.yaml")).unwrap();
    assert!(
        made.contains("Lịch trực") && !made.contains("so: 5") && !made.contains("4/5/2023"),
        "{made}"
    );
    let both = run(&["init", text(&ho_so), "--nhu", "a.yaml", "--mau", "thong_bao"]);
    assert!(stderr(&both).contains("không đi cùng"), "{}", stderr(&both));
}

#[test]
fn an_address_book_that_is_begun_stops_sending_alone() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = sample_with(
        dir.path(),
        &[
            ("ke-hoach.yaml", "so:", "so: 5"),
            ("ke-hoach.yaml", "ngay_ban_hanh: 3/2023", "ngay_ban_hanh: 15/3/2023"),
        ],
    );
    std::fs::write(ho_so.join("danh-ba.yaml"), "noi_nhan:\n  - {ten: Sở Y tế, kenh: giay}\n")
        .unwrap();
    let built = run(&["build", text(&ho_so), "--only", "ke-hoach"]);
    assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
    assert!(stderr(&built).contains("cảnh báo[unknown-recipient]"), "{}", stderr(&built));
    let sent = run(&["send", text(&ho_so), "--only", "ke-hoach"]);
    assert_eq!(sent.status.code(), Some(1), "{}", stderr(&sent));
    assert!(stderr(&sent).contains("lỗi[unknown-recipient]"), "{}", stderr(&sent));
    assert!(!ho_so.join("gui").exists());
    std::fs::write(ho_so.join("danh-ba.yaml"), "noi_nhan:\n").unwrap();
    assert_eq!(run(&["check", text(&ho_so)]).status.code(), Some(0));
    let sent = run(&["send", text(&ho_so), "--only", "ke-hoach"]);
    assert_eq!(sent.status.code(), Some(1), "{}", stderr(&sent));
}

#[test]
fn the_same_yaml_gives_the_same_bytes() {
    let dir = tempfile::tempdir().unwrap();
    let (one, two) = (dir.path().join("1"), dir.path().join("2"));
    let copy = sample_with(dir.path(), &[]);
    support::build(&sample(), &one);
    // Another folder, and after another document in the same run.
    let out = run(&["build", text(&sample()), text(&copy), "-o", text(&two)]);
    assert!(out.status.success());
    for file in made() {
        let first = std::fs::read(one.join(&file)).unwrap();
        assert!(first == std::fs::read(two.join("dong-thap-2023").join(&file)).unwrap(), "{file}");
        assert!(first == std::fs::read(two.join("ho-so").join(&file)).unwrap(), "{file}");
    }
}

#[test]
fn a_folder_without_times_new_roman_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let out = run(&["build", text(&sample()), "--fonts", text(dir.path()), "-o", "x"]);
    assert_eq!(out.status.code(), Some(2));
    assert!(stderr(&out).contains("Times New Roman"), "{}", stderr(&out));
}

#[test]
fn only_the_documents_asked_for_are_made() {
    let dir = tempfile::tempdir().unwrap();
    let out = run(&["build", text(&sample()), "-o", text(dir.path()), "--only", "ke-hoach"]);
    assert_eq!(out.status.code(), Some(0), "{}", stderr(&out));
    assert_eq!(files(dir.path()), ["ke-hoach.docx", "ke-hoach.pdf"]);
    let out = run(&["build", text(&sample()), "-o", text(dir.path()), "--only", "khong-co"]);
    assert_eq!(out.status.code(), Some(2));
    assert!(stderr(&out).contains("“khong-co”"), "{}", stderr(&out));
}

/// `ho-so` in a folder of its own.
fn ho_so_in(dir: &Path, name: &str) -> std::path::PathBuf {
    std::fs::create_dir(dir.join(name)).unwrap();
    sample_with(&dir.join(name), &[])
}

#[test]
fn two_ho_so_never_share_a_folder() {
    let dir = tempfile::tempdir().unwrap();
    let made = dir.path().join("ra");
    let (one, two) = (ho_so_in(dir.path(), "a"), ho_so_in(dir.path(), "b"));
    // Not on a disk that takes `A` for `a`, either.
    let three = dir.path().join("b/HO-SO");
    std::fs::rename(&two, &three).unwrap();
    let out = run(&["build", text(&one), text(&three), "-o", text(&made)]);
    assert_eq!(out.status.code(), Some(2), "{}", stderr(&out));
    assert!(stderr(&out).contains("cùng ghi vào") && !made.exists(), "{}", stderr(&out));
}

#[test]
fn what_is_named_twice_is_made_once() {
    let dir = tempfile::tempdir().unwrap();
    let (ho_so, made) = (ho_so_in(dir.path(), "a"), dir.path().join("ra"));
    let (plan, trip) = (ho_so.join("ke-hoach.yaml"), ho_so.join("dot-2.yaml"));
    let link = dir.path().join("lien-ket");
    #[cfg(unix)]
    std::os::unix::fs::symlink(&ho_so, &link).unwrap();
    let documents = |names: &[&Path]| {
        let mut args = vec!["build", "-o", text(&made)];
        args.extend(names.iter().map(|path| text(path)));
        let out = run(&args);
        assert!(out.status.success(), "{}", stderr(&out));
        stdout(&out).lines().count()
    };
    assert_eq!(documents(&[&plan, &trip, &plan]), 4, "hai tệp của một hồ sơ");
    assert_eq!(sorted(files(&made.join("ho-so"))).len(), 4);
    assert_eq!(documents(&[&ho_so, &link, &ho_so.join("."), &plan]), 2 * VAN_BAN.len());
}

#[test]
fn a_word_that_no_line_can_hold_is_cut_and_told() {
    let dir = tempfile::tempdir().unwrap();
    let long = format!("trao đổi, {} học tập", "x".repeat(150));
    let ho_so = sample_with(dir.path(), &[("ke-hoach.yaml", "giao lưu, trao đổi, học tập", &long)]);
    let out = run(&["build", text(&ho_so), "--only", "ke-hoach"]);
    assert_eq!(out.status.code(), Some(0), "{}", stderr(&out));
    let told = |out: &Output| {
        let err = stderr(out);
        assert_eq!(err.matches("word-too-long").count(), 1, "{err}");
        assert!(err.contains("ke-hoach.yaml:") && err.contains("xxx"), "{err}");
    };
    told(&out);
    assert!(ho_so.join("ke-hoach.pdf").exists());
    told(&run(&["check", text(&ho_so)]));
    told(&run(&["build", text(&ho_so), "--only", "ke-hoach", "-f", "docx"]));
}

#[test]
fn a_fix_changes_the_words_alone_and_a_second_one_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let wrong = "các nghị quyết liên quan , theo Nghị định 30/2020/NĐ-CP chính sách";
    let ho_so =
        sample_with(dir.path(), &[("ke-hoach.yaml", "các nghị quyết liên quan chính sách", wrong)]);
    let read = || std::fs::read_to_string(ho_so.join("ke-hoach.yaml")).unwrap();
    let before = read();
    let out = run(&["check", text(&ho_so)]);
    assert_eq!((out.status.code(), read() == before), (Some(0), true), "{}", stderr(&out));
    let told = format!("vanthu check --fix {}", text(&ho_so));
    assert!(stderr(&out).contains(&told), "{}", stderr(&out));
    let out = run(&["check", "--fix", text(&ho_so)]);
    assert_eq!(out.status.code(), Some(0), "{}", stderr(&out));
    assert_eq!(stdout(&out).lines().count(), 2, "{}", stdout(&out));
    let right =
        before.replace("quan , theo", "quan, theo").replace("định 30/2020", "định số 30/2020");
    assert_eq!(read(), right);
    let out = run(&["kiem-tra", "--sua", text(&ho_so)]);
    assert!(stdout(&out).is_empty(), "{}", stdout(&out));
    assert_eq!(read(), right);
    assert_eq!(files(&ho_so), YAML);
}

#[test]
fn notes_are_for_check_alone_and_json_has_the_change() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = sample_with(
        dir.path(),
        &[("ke-hoach.yaml", "cách làm hay, mô hình", "cách làm hay,mô hình")],
    );
    let out = run(&["check", "--json", text(&ho_so)]);
    let found: serde_json::Value =
        serde_json::from_str(stderr(&out).lines().next().unwrap()).unwrap();
    assert_eq!((&found["code"], &found["severity"]), (&"VT502".into(), &"note".into()));
    assert_eq!(found["fix"][0]["text"], ", ");
    let out = run(&["build", text(&ho_so), "--only", "ke-hoach", "-f", "docx"]);
    assert!(!stderr(&out).contains("VT502"), "{}", stderr(&out));
}

#[test]
fn a_code_is_explained_and_an_unknown_one_gets_the_nearest() {
    let out = run(&["explain", "vt101"]);
    assert!(stdout(&out).contains("VT101") && stdout(&out).contains("đúng:"), "{}", stdout(&out));
    let out = run(&["giai-thich"]);
    assert!(stdout(&out).lines().count() > 100);
    let out = run(&["explain", "bad-dat"]);
    assert_eq!(out.status.code(), Some(2));
    assert!(stderr(&out).contains("“bad-date”"), "{}", stderr(&out));
}

/// Standard output that can't take what is said; one that is closed early is no fault.
#[test]
#[cfg(target_os = "linux")]
fn a_full_standard_output_is_told() {
    let full = || std::fs::File::options().write(true).open("/dev/full").unwrap();
    for args in [&["schema"][..], &["--help"], &["check", "--help"], &["explain", "VT101"]] {
        let mut command = vanthu();
        let out = command.args(args).stdout(full()).stderr(std::process::Stdio::piped());
        let out = out.spawn().unwrap().wait_with_output().unwrap();
        assert_eq!(out.status.code(), Some(2), "{args:?}: {}", stderr(&out));
        assert!(stderr(&out).contains("đầu ra chuẩn (stdout): ổ đĩa đã đầy"), "{}", stderr(&out));
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        assert!(vanthu().args(args).stdout(writer).status().unwrap().success(), "{args:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_name_that_is_no_text_is_refused() {
    use std::os::unix::ffi::OsStrExt;
    let dir = tempfile::tempdir().unwrap();
    let (ho_so, made) = (ho_so_in(dir.path(), "a"), dir.path().join("ra"));
    for name in [&b"t\xe0.yaml"[..], b"t\xe1.yaml"] {
        let path = ho_so.join(std::ffi::OsStr::from_bytes(name));
        std::fs::copy(ho_so.join("ke-hoach.yaml"), path).unwrap();
    }
    let out = run(&["build", text(&ho_so), "-o", text(&made)]);
    assert_eq!(out.status.code(), Some(2), "{}", stderr(&out));
    assert_eq!(stderr(&out).matches("không phải là chữ Unicode").count(), 2, "{}", stderr(&out));
    assert_eq!(files(&made).len(), 2 * VAN_BAN.len(), "các văn bản khác vẫn được soạn");
}

/// To open a pipe is to wait for whoever writes into it.
#[test]
#[cfg(unix)]
fn what_is_no_ordinary_file_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let (word, fonts) = (dir.path().join("a.docx"), dir.path().join("phong"));
    std::fs::create_dir(&fonts).unwrap();
    for path in [&word, &fonts.join("times.ttf")] {
        assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
    }
    let endless = dir.path().join("b.docx");
    std::os::unix::fs::symlink("/dev/zero", &endless).unwrap();
    let (plan, sample) = (sample().join("ke-hoach.yaml"), sample());
    for args in [
        ["diff", text(&plan), text(&word)],
        ["diff", text(&plan), text(&endless)],
        ["build", text(&sample), &format!("--fonts={}", fonts.display())],
    ] {
        let mut command = std::process::Command::new("timeout");
        let out = command.arg("60").arg(env!("CARGO_BIN_EXE_vanthu")).args(args).output().unwrap();
        assert_eq!(out.status.code(), Some(2), "{args:?}: {}", stderr(&out));
        assert!(stderr(&out).contains("không phải là tệp thường"), "{}", stderr(&out));
    }
}

#[test]
#[cfg(unix)]
fn a_fix_leaves_the_rights_of_a_file() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let dir = tempfile::tempdir().unwrap();
    let (from, to) = ("chuyển đổi số trong", "chuyển đổi số , trong");
    let ho_so = sample_with(dir.path(), &[("ke-hoach.yaml", from, to)]);
    let plan = ho_so.join("ke-hoach.yaml");
    std::fs::set_permissions(&plan, std::fs::Permissions::from_mode(0o640)).unwrap();
    // Only root can.
    let _ = std::os::unix::fs::chown(&plan, Some(1234), Some(1235));
    let (before, old) = (std::fs::metadata(&plan).unwrap(), std::fs::read(&plan).unwrap());
    let out = run(&["check", "--fix", text(&ho_so)]);
    assert!(std::fs::read(&plan).unwrap() != old, "{}{}", stdout(&out), stderr(&out));
    let after = std::fs::metadata(&plan).unwrap();
    let rights = |m: &std::fs::Metadata| (m.mode(), m.uid(), m.gid());
    assert_eq!(rights(&after), rights(&before));
}

#[test]
fn what_a_killed_run_left_is_swept_also_where_the_file_is_named_alone() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = ho_so_in(dir.path(), "a");
    std::fs::write(ho_so.join(".vanthu-x.tmp"), "").unwrap();
    let out = vanthu().current_dir(&ho_so).args(["build", "ke-hoach.yaml"]).output().unwrap();
    assert!(out.status.success(), "{}", stderr(&out));
    assert!(stdout(&out).starts_with("ke-hoach."), "{}", stdout(&out));
    assert!(!ho_so.join(".vanthu-x.tmp").exists());
}

#[test]
fn a_command_that_is_none_is_answered_with_the_line_to_type() {
    for (word, line) in [
        ("bulid", "gõ: vanthu build"),
        ("BUILD", "vanthu build"),
        ("help", "gõ: vanthu --help"),
        ("/?", "gõ: vanthu --help"),
        ("in", "gõ: vanthu build"),
        ("tb.yaml", "vanthu build tb.yaml"),
    ] {
        let said = stderr(&run(&[word]));
        assert!(said.contains(line) && !said.contains("__"), "{word}: {said}");
    }
    let said = stderr(&run(&["build", "a", "–only", "b"]));
    assert!(said.contains("gõ dấu trừ: vanthu build a --only b"), "{said}");
    let said = stderr(&run(&["build", "a", "b.yaml"]));
    assert!(said.contains("đặt trong hai dấu nháy"), "{said}");
}

#[test]
fn files_that_windows_renames_are_read_or_named() {
    let dir = tempfile::tempdir().unwrap();
    let folder = |name: &str, office: &str, paper: &str| {
        let folder = dir.path().join(name);
        std::fs::create_dir(&folder).unwrap();
        std::fs::copy(sample().join("co-quan.yaml"), folder.join(office)).unwrap();
        let text = "loai: thong_bao\nso: 5\nngay_ban_hanh: 4/5/2023\ntrich_yeu: Lịch trực\nnoi_dung: Các phòng trực.\n";
        std::fs::write(folder.join(paper), text).unwrap();
        folder
    };
    for (name, office, paper) in [
        ("a", "co-quan.yml", "tb.YAML"),
        ("b", "Co-quan.YAML", "tb.yml"),
        ("c", "co-quan.yaml", "tb.yaml"),
    ] {
        let folder = folder(name, office, paper);
        let out = run(&["build", text(&folder)]);
        assert!(out.status.success() && folder.join("tb.pdf").exists(), "{name}: {}", stderr(&out));
    }
    let hidden = folder("d", "co-quan.yaml", "tb.yaml.txt");
    let said = stderr(&run(&["build", text(&hidden)]));
    assert!(said.contains("đổi tên thành “tb.yaml”"), "{said}");
    let word = folder("e", "co-quan.yaml", "tb.yaml");
    std::fs::copy(hidden.join("co-quan.yaml"), word.join("x.yaml")).unwrap();
    std::fs::write(word.join("tb.yaml"), b"PK\x03\x04\x14\x00").unwrap();
    let said = stderr(&run(&["check", text(&word)]));
    assert!(said.contains("là tệp Word, Excel hoặc tệp nén"), "{said}");
}

#[test]
fn a_check_that_finds_nothing_says_so() {
    let out = run(&["check", text(&sample())]);
    assert!(stderr(&out).contains("không có gì phải sửa"), "{}", stderr(&out));
}

#[test]
fn a_list_of_nothing_says_so() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = sample_with(dir.path(), &[]);
    let list = || run(&["register", "list", "--ho-so", text(&ho_so), "--nam", "2020"]);
    assert!(stderr(&list()).contains("chưa có sổ"), "{}", stderr(&list()));
    assert!(
        run(&["register", "reserve", "--ho-so", text(&ho_so), "--nam", "2023"]).status.success()
    );
    assert!(stderr(&list()).contains("chưa có số nào của năm 2020"), "{}", stderr(&list()));
}

#[test]
fn a_body_beside_the_one_file_that_is_named_is_read_too() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::copy(sample().join("co-quan.yaml"), dir.path().join("co-quan.yaml")).unwrap();
    let head = "loai: thong_bao\nso: 5\nngay_ban_hanh: 4/5/2023\ntrich_yeu: Lịch trực\nnoi_dung: than.md\n";
    std::fs::write(dir.path().join("tb.yaml"), head).unwrap();
    std::fs::write(dir.path().join("than.md"), "Các phòng các các ban trực.\n").unwrap();
    let out = run(&["check", text(&dir.path().join("tb.yaml"))]);
    assert!(stderr(&out).contains("than.md:1"), "{}", stderr(&out));
}

/// A link out of the folder is followed by no verb: it may show any file of the machine.
#[test]
#[cfg(unix)]
fn links_out_of_the_folder_are_not_read() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = dir.path().join("h");
    std::fs::create_dir(&ho_so).unwrap();
    std::fs::copy(sample().join("co-quan.yaml"), ho_so.join("co-quan.yaml")).unwrap();
    let outside = dir.path().join("ngoai.yaml");
    std::fs::copy(sample().join("ke-hoach.yaml"), &outside).unwrap();
    let link = ho_so.join("ke-hoach.yaml");
    std::os::unix::fs::symlink(&outside, &link).unwrap();
    let before = std::fs::read(&outside).unwrap();
    for args in [&["check"][..], &["check", "--fix"], &["build"], &["verify"]] {
        for named in [&ho_so, &link] {
            let out = vanthu().args(args).arg(named).output().unwrap();
            assert!(stderr(&out).contains("lỗi[outside-folder]"), "{args:?}: {}", stderr(&out));
            assert!(!out.status.success());
        }
    }
    assert_eq!(std::fs::read(&outside).unwrap(), before);
    // One that stays inside is as good as the file.
    std::fs::remove_file(&link).unwrap();
    std::fs::rename(&outside, ho_so.join("that.txt")).unwrap();
    std::os::unix::fs::symlink("that.txt", &link).unwrap();
    let out = vanthu().arg("check").arg(&ho_so).output().unwrap();
    assert!(!stderr(&out).contains("outside-folder"), "{}", stderr(&out));
}

/// A pipe, a device and a file of 3 GB in the place of ours are told at once.
#[test]
#[cfg(unix)]
fn odd_files_in_a_folder_are_told_at_once() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::copy(sample().join("co-quan.yaml"), dir.path().join("co-quan.yaml")).unwrap();
    let pipe = dir.path().join("ong.yaml");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let large = std::fs::File::create(dir.path().join("lon.md")).unwrap();
    large.set_len(3 << 30).unwrap();
    std::fs::create_dir(dir.path().join("thu-muc.yaml")).unwrap();
    for verb in ["check", "build", "verify"] {
        let start = std::time::Instant::now();
        let out = vanthu().arg(verb).arg(dir.path()).output().unwrap();
        let said = stderr(&out);
        assert!(said.contains("không phải là tệp thường"), "{verb}: {said}");
        assert!(verb == "verify" || said.contains("lớn quá 2 MiB"), "{verb}: {said}");
        assert!(start.elapsed() < std::time::Duration::from_secs(20), "{verb}");
    }
}

/// Fifty thousand wrong rows are a hundred findings and their number; nothing grows with the square.
#[test]
fn many_faults_and_long_runs_end_soon() {
    let dir = tempfile::tempdir().unwrap();
    let office = "ten: Ủy ban nhân dân xã A\nco_quan_ban_hanh: [ỦY BAN NHÂN DÂN, XÃ A]\ndia_danh: A\nky_hieu: UBND\n";
    std::fs::write(dir.path().join("co-quan.yaml"), office).unwrap();
    let head =
        "loai: thong_bao\nso:\nngay_ban_hanh: 3/2026\ntrich_yeu: Thực hiện việc\nnoi_dung: t.md\n";
    std::fs::write(dir.path().join("t.yaml"), head).unwrap();
    let rows = "| 1 |\n".repeat(20_000);
    for (text, told) in [
        (format!("| TT | Nội dung |\n|--|--|\n{rows}"), "chỗ nữa phải xem"),
        (format!("Nội dung {}", "*".repeat(100_000)), ""),
        (format!("Nội dung {}", "ế".repeat(60_000)), ""),
    ] {
        std::fs::write(dir.path().join("t.md"), text).unwrap();
        let start = std::time::Instant::now();
        let out = vanthu().arg("check").arg(dir.path()).output().unwrap();
        assert!(stderr(&out).contains(told), "{}", stderr(&out));
        assert!(out.stderr.len() < 100_000, "{}", out.stderr.len());
        assert!(start.elapsed() < std::time::Duration::from_secs(30), "{:?}", start.elapsed());
    }
}
