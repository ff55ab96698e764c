//! Templates of the office's own, for real: they are used, stopped when they run away, and kept inside
//! their folder.

use std::path::PathBuf;

use crate::support;
use crate::support::mau_rieng::{ho_so, run, write};
use crate::support::{stderr, stdout, vanthu};

/// The words of a PDF.
fn words(path: PathBuf) -> String {
    stdout(&std::process::Command::new("pdftotext").arg(path).arg("-").output().unwrap())
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
    let out = run("build", dir.path(), &["--thu-muc-mau", shared.path().to_str().unwrap()]);
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

/// What a template may not reach, and words of the finding.
const CLOSED: &[(&str, &str)] = &[
    ("#read(\"/etc/passwd\")", "đòi đọc tệp “/etc/passwd”"),
    ("#read(\"../../../../etc/passwd\")", "ngoài thư mục mẫu"),
    ("#read(\"../co-quan.yaml\")", "đòi đọc tệp “/co-quan.yaml”"),
    ("#import \"/noi-dung/van-ban.typ\": *", "đòi đọc tệp “van-ban.typ”"),
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

/// A hồ sơ's own folder of templates that is a link: nothing is read through it and no copy written.
#[test]
#[cfg(unix)]
fn no_copy_is_written_through_a_linked_folder() {
    let dir = tempfile::tempdir().unwrap();
    let (ho_so, away) = (dir.path().join("hs"), dir.path().join("noi-khac"));
    std::fs::create_dir(&ho_so).unwrap();
    std::fs::create_dir(&away).unwrap();
    std::os::unix::fs::symlink(&away, ho_so.join("mau")).unwrap();
    let copy = |args: &[&str]| {
        let mut command = vanthu();
        command.current_dir(&ho_so).args(["template", "copy", "giay-moi"]).args(args);
        command.output().unwrap()
    };
    let out = copy(&["--chung"]);
    assert_eq!(out.status.code(), Some(1), "{}", stderr(&out));
    assert!(stderr(&out).contains("lỗi[outside-folder]"), "{}", stderr(&out));
    assert_eq!(std::fs::read_dir(&away).unwrap().count(), 0);
    // The folder that the clerk names himself may lie wherever he likes.
    assert!(copy(&["--thu-muc-mau", away.to_str().unwrap()]).status.success());
    // A link in the place of one of the files isn't followed either.
    std::fs::remove_file(ho_so.join("mau")).unwrap();
    std::fs::create_dir(ho_so.join("mau")).unwrap();
    std::os::unix::fs::symlink(away.join("la.typ"), ho_so.join("mau/giay-moi.typ")).unwrap();
    let out = copy(&[]);
    assert!(stderr(&out).contains("lỗi[already-there]"), "{}", stderr(&out));
    assert!(!away.join("la.typ").exists());
}

/// A declaration's names become names of files, fields and words of a message.
#[test]
fn names_in_a_declaration_are_plain() {
    let read = |khai_bao: &str| {
        let dir = ho_so(&[("xau.yaml", khai_bao), ("xau.typ", "a")]);
        let out = run("check", dir.path(), &[]);
        let said = stderr(&out) + &stdout(&out);
        assert_eq!(out.status.code(), Some(1), "{khai_bao}: {said}");
        assert!(said.contains("mau/xau.yaml"), "{khai_bao}: {said}");
        assert!(!said.contains(['\u{202e}', '\u{1b}', '\u{200b}']), "{said}");
        said
    };
    let truong = "truong:\n  - {khoa: a, kieu: chu, mo_ta: b}\n";
    for khoa in ["../../x", "a/b", "a\\\\b", "a\\u202eb", "a\\u200bb", ".an", "C:a", "x y", ""] {
        let said = read(&format!("khoa: \"{khoa}\"\nten: Giấy lạ\nmo_ta: c\n{truong}"));
        assert!(said.contains("bad-key") || said.contains("empty"), "{khoa}: {said}");
        let field = truong.replace("khoa: a", &format!("khoa: \"{khoa}\""));
        let said = read(&format!("khoa: la\nten: Giấy lạ\nmo_ta: c\n{field}"));
        assert!(said.contains("bad-key") || said.contains("empty"), "{khoa}: {said}");
    }
    for ten in ["Giấy\\u202e khen", "Giấy\\u200bkhen", "Giấy\\u001b[2J"] {
        read(&format!("khoa: la\nten: \"{ten}\"\nmo_ta: c\n{truong}"));
    }
    for mau in ["../../x.typ", "/etc/hostname", "a\\u202e.typ"] {
        read(&format!("khoa: la\nten: Giấy lạ\nmau: \"{mau}\"\nmo_ta: c\n{truong}"));
    }
}

/// What neither file would show is told with its line, never dropped.
#[test]
fn rules_and_grounds_that_would_be_lost_are_refused() {
    for (typ, words) in [
        ("#table(columns: (1fr, 1fr), stroke: 2pt, [a], [b])", "không kẻ riêng được từng nét"),
        ("#table(columns: (1fr, 1fr), stroke: (x: none, y: 1pt), [a], [b])", "không kẻ riêng"),
        ("#table(columns: (1fr, 1fr), table.hline(stroke: 2pt), [a], [b])", "không kẻ riêng"),
        ("#table(columns: (1fr, 1fr), fill: gray, [a], [b])", "không có màu nền"),
        ("Một #box(stroke: 1pt)[khung] chữ.", "khung và màu nền của chữ"),
        ("Một #box(fill: gray)[khung] chữ.", "khung và màu nền của chữ"),
        ("Một trang.\n\n#pagebreak()\n\nHai.", "sang_trang()"),
    ] {
        let dir = ho_so(&[("ke-hoach.typ", typ)]);
        let found = stderr(&run("check", dir.path(), &[]));
        assert!(found.contains(words) && found.contains("mau/ke-hoach.typ:"), "{typ}: {found}");
    }
}

#[test]
fn a_table_without_rules_is_one_in_both_files() {
    let typ = "#import \"chung.typ\": *\n#table(columns: (1fr, 1fr), stroke: none, [Bên A], [Bên B])\n#sang_trang()\nTrang hai.";
    let dir = ho_so(&[("ke-hoach.typ", typ)]);
    let out = tempfile::tempdir().unwrap();
    support::build(dir.path(), out.path());
    let word = support::word::part(&out.path().join("ke-hoach.docx"), "word/document.xml").unwrap();
    assert!(
        word.contains("w:tblStyle w:val=\"BangKhongKe\"") && word.contains("w:pageBreakBefore"),
        "{word}"
    );
    let pages = support::page::pages(&out.path().join("ke-hoach.pdf"));
    assert!(pages.len() >= 2, "{}", pages.len());
}

/// Kinds that the decree has not.
const CUA_DANG: [&str; 6] =
    ["ket-luan", "thong-tri", "tuyen-bo", "loi-keu-goi", "quy-hoach", "giay-di-duong"];

/// Every kind that `template` lists can be started, and builds as it stands; that it is a sample is told.
#[test]
fn a_starter_of_every_kind_builds_as_it_stands() {
    let listed = stdout(&vanthu().arg("template").output().unwrap());
    let names = listed.lines().filter_map(|line| line.split_whitespace().next());
    let kinds: Vec<&str> = names
        .filter(|name| !name.starts_with("dot-") && !["ke-hoach-chi-tiet", "chung"].contains(name))
        .map(|name| name.trim_end_matches("-chung"))
        .collect();
    assert!(kinds.len() > 25, "{listed}");
    for name in kinds {
        let dir = tempfile::tempdir().unwrap();
        // What only the Party has, or has otherwise, is started by an office of the Party.
        let kind = name.trim_end_matches("-dang");
        let office: &[&str] = match kind != name || CUA_DANG.contains(&kind) {
            true => &["--co-quan", "tinh-uy"],
            false => &[],
        };
        let out = run("init", dir.path(), &[&["--mau", kind], office].concat());
        assert_eq!(out.status.code(), Some(0), "{kind}: {}", stderr(&out));
        let out = run("build", dir.path(), &["-f", "docx"]);
        let said = stderr(&out);
        assert_eq!((out.status.code(), said.matches("[").count()), (Some(0), 2), "{kind}: {said}");
        // Of the paper, and of its office.
        let told = ["[not-ready]", "[sample-text]"].map(|code| said.matches(code).count());
        assert_eq!(told.iter().sum::<usize>(), 2, "{kind}: {said}");
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

/// The office's file names a folder of templates, words a phrase for all its papers, and what is issued so can be
/// verified and found wanting where the folder is gone.
#[test]
fn an_office_has_templates_and_phrases_for_all_its_papers() {
    let dir = tempfile::tempdir().unwrap();
    let (shared, folder) = (dir.path().join("chung"), dir.path().join("ho-so"));
    write(
        &shared,
        &[(
            "van-ban.typ",
            "#import \"chung.typ\": *\n#let (d, cau) = du_lieu((:))\nMẫu của cơ quan\n\n#d.noi_dung",
        )],
    );
    let office = include_str!("../data/cac-mau/co-quan.yaml");
    let office = format!("{office}mau: ../chung\ncau_chu:\n  toi_du: Đến tham dự\n");
    let paper = "loai: thong_bao\nngay_ban_hanh: 3/2026\ntrich_yeu: Lịch trực\nnguoi_ky: chanh_van_phong\nnoi_dung: Các phòng trực.\n";
    let invitation = include_str!("../data/cac-mau/giay-moi.yaml");
    write(&folder, &[("co-quan.yaml", &office), ("tb.yaml", paper), ("gm.yaml", invitation)]);
    let out = run("build", &folder, &[]);
    assert_eq!(out.status.code(), Some(0), "{}", stderr(&out));
    assert!(words(folder.join("tb.pdf")).contains("Mẫu của cơ quan"));
    assert!(words(folder.join("gm.pdf")).contains("Đến tham dự"));
    let issue =
        vanthu().arg("issue").arg(folder.join("tb.yaml")).args(["--date", "3/3/2026"]).output();
    let issue = issue.unwrap();
    assert_eq!(issue.status.code(), Some(0), "{}", stderr(&issue));
    std::fs::remove_dir_all(&shared).unwrap();
    let issued = folder.join("phat-hanh/2026/01-TB-VP");
    let verified = vanthu().arg("verify").arg(issued).output().unwrap();
    assert_eq!(verified.status.code(), Some(0), "{}{}", stdout(&verified), stderr(&verified));
    let said = stderr(&run("check", &folder, &[]));
    assert!(
        said.contains("chung") && said.contains("co-quan.yaml:") && said.contains("mục mau"),
        "{said}"
    );
}
