//! Papers that come in, as the real program keeps them: two at once, a kill, the stamp by its numbers, signatures that
//! hold under it, and the guide's own example.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use crate::support::python::python_tool;
use crate::support::{root, sample, stderr, stdout, tool, vanthu};
use lopdf::{Document, Object};
use vanthu::records::so_den::{SoCaiDen, SoVanBanDen};

fn folder() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    std::fs::copy(sample().join("co-quan.yaml"), dir.path().join("co-quan.yaml")).unwrap();
    dir
}

fn incoming(dir: &Path, args: &[&str]) -> Command {
    let mut command = vanthu();
    command.current_dir(dir).arg("incoming").args(args);
    command
}

fn done(dir: &Path, args: &[&str]) -> Output {
    let out = incoming(dir, args).output().unwrap();
    assert!(out.status.success(), "{args:?}: {}{}", stdout(&out), stderr(&out));
    out
}

/// The numbers of the book, which has no fault.
fn cac_so(dir: &Path) -> Vec<u64> {
    let text = std::fs::read_to_string(dir.join("so-van-ban-den.txt")).unwrap_or_default();
    let (so, broken) = SoVanBanDen::doc(&text, "so");
    assert_eq!(broken, []);
    let (cai, found) = SoCaiDen::tu(&so);
    assert_eq!(found, []);
    cai.tat_ca().map(|muc| muc.so_den().so).collect()
}

/// Two clerks who enter papers at the same moment must get two numbers, and both papers must stay.
#[test]
fn many_who_enter_at_once_get_numbers_of_their_own() {
    let dir = folder();
    let start = |i: usize| {
        let name = format!("tep-{i}.txt");
        std::fs::write(dir.path().join(&name), format!("văn bản {i}")).unwrap();
        let author = format!("Cơ quan {i}");
        let args =
            ["add", &name, "--ngay", "5/3/2026", "--tac-gia", &author, "--trich-yeu", "Công văn"];
        let mut command = incoming(dir.path(), &args);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let started: Vec<_> = (0..8).map(start).collect();
    for child in started {
        let out = child.wait_with_output().unwrap();
        assert!(out.status.success(), "{}", stderr(&out));
    }
    assert_eq!(cac_so(dir.path()), (1..=8).collect::<Vec<u64>>());
    let kept: BTreeSet<String> = (1..=8)
        .map(|so| {
            let folder = dir.path().join(format!("den/2026/{so:02}"));
            let mut names = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
            let own = |p: &PathBuf| p.file_name().unwrap().to_string_lossy().starts_with("tep-");
            let file = names.find(own).unwrap();
            std::fs::read_to_string(file).unwrap()
        })
        .collect();
    assert_eq!(kept.len(), 8);
    done(dir.path(), &["check"]);
}

/// The machine stops at any moment: a number is entered with its file or free, and the next command says so.
#[test]
fn whatever_moment_it_is_killed_at_a_paper_is_entered_whole_or_not() {
    let dir = folder();
    let file = dir.path().join("tep.txt");
    let mut entered = 0;
    for i in 0..24_u64 {
        std::fs::write(&file, format!("văn bản {i}")).unwrap();
        let author = format!("Cơ quan {i}");
        let args = [
            "add",
            "tep.txt",
            "--ngay",
            "5/3/2026",
            "--tac-gia",
            &author,
            "--trich-yeu",
            "Công văn",
        ];
        let mut command = incoming(dir.path(), &args);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // From the start on to after the end, in steps.
        std::thread::sleep(Duration::from_micros(i * 4_000));
        child.kill().unwrap();
        child.wait().unwrap();
        let args = ["assign", "1", "--cho", "Văn phòng", "--ngay", "6/3/2026"];
        // Whatever comes next ends what was stopped; there may be no number yet.
        incoming(dir.path(), &args).output().unwrap();
        let now = cac_so(dir.path());
        assert!(now.len() == entered || now.len() == entered + 1, "{now:?}");
        entered = now.len();
        assert!(!dir.path().join("den/.dang-lam").exists() || entered == 0);
    }
    assert_eq!(cac_so(dir.path()), (1..=entered as u64).collect::<Vec<u64>>());
    std::fs::write(&file, "văn bản cuối").unwrap();
    done(
        dir.path(),
        &["add", "tep.txt", "--ngay", "7/3/2026", "--tac-gia", "A", "--trich-yeu", "b"],
    );
    let out = done(dir.path(), &["check"]);
    assert_eq!(stderr(&out), "");
    let folders = std::fs::read_dir(dir.path().join("den/2026")).unwrap().count();
    assert_eq!(folders, entered + 1);
}

/// A PDF of the sample with fields to sign.
fn paper(dir: &Path) -> PathBuf {
    tool(
        vanthu()
            .arg("build")
            .arg(sample())
            .args(["--only", "ke-hoach", "-f", "pdf", "--o-ky", "-o"])
            .arg(dir),
    );
    dir.join("ke-hoach.pdf")
}

/// The stamp's rectangle and its object, on page one and nowhere else.
fn stamp(pdf: &Document) -> [f64; 4] {
    let mut found = Vec::new();
    for (so, page) in pdf.get_pages() {
        let page = pdf.get_dictionary(page).unwrap();
        let Ok(list) = page.get_deref(b"Annots", pdf) else { continue };
        for note in list.as_array().unwrap() {
            let note = pdf.get_dictionary(note.as_reference().unwrap()).unwrap();
            if note.get(b"Subtype").unwrap().as_name().unwrap() == b"Stamp" {
                assert_eq!(note.get(b"F").unwrap().as_i64().unwrap() & 4, 4, "không in ra");
                found.push((so, note.get(b"Rect").unwrap().as_array().unwrap().clone()));
            }
        }
    }
    let [(1, rect)] = found.as_slice() else { panic!("{found:?}") };
    let rect: Vec<f64> = rect.iter().map(|n: &Object| f64::from(n.as_float().unwrap())).collect();
    rect.try_into().unwrap()
}

const ADD: [&str; 8] = [
    "--tac-gia",
    "Sở Nội vụ",
    "--ky-hieu",
    "9/KH-SNV",
    "--trich-yeu",
    "Kế hoạch",
    "--ngay",
    "5/3/2026",
];

/// PL IV: 50 × 35 mm; the file that came is the beginning of the stamped one, and stays as it came.
#[test]
fn the_stamp_has_the_decrees_size_and_leaves_every_byte_before_it() {
    let dir = folder();
    let path = paper(dir.path());
    let came = std::fs::read(&path).unwrap();
    done(
        dir.path(),
        &[&["add", "ke-hoach.pdf", "--dong-dau", "--giao", "Văn phòng"], &ADD[..]].concat(),
    );
    let kept = dir.path().join("den/2026/01");
    assert_eq!(std::fs::read(kept.join("ke-hoach.pdf")).unwrap(), came);
    let stamped = kept.join("ke-hoach-dau-den.pdf");
    let bytes = std::fs::read(&stamped).unwrap();
    assert!(bytes.starts_with(&came) && bytes.len() > came.len());
    tool(Command::new("qpdf").arg("--check").arg(&stamped));
    let pdf = Document::load_mem(&bytes).unwrap();
    let [trai, duoi, phai, tren] = stamp(&pdf);
    let mm = 72.0 / 25.4;
    let near = |got: f64, want: f64| assert!((got - want).abs() < 0.05, "{got} {want}");
    near((phai - trai) / mm, 50.0);
    near((tren - duoi) / mm, 35.0);
    // Under the number, in the left half; nothing else of the page is there for it.
    let so = 36.0;
    assert!(trai / mm >= 4.99 && phai / mm <= 106.0, "{trai} {phai}");
    assert!((297.0 * mm - tren) / mm >= so, "{tren}");
    let text = tool(Command::new("mutool").args(["draw", "-F", "txt"]).arg(&stamped).arg("1"));
    for words in ["ĐẾN", "Số: 01", "Ngày: 05/3/2026", "Chuyển: Văn phòng", "Số và ký hiệu HS: ...."]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
}

/// A stamp on a file of old or new make: cross-reference tables and streams, a list of annotations or none.
#[test]
fn files_of_all_makes_are_stamped() {
    let dir = folder();
    paper(dir.path());
    let qpdf = |name: &str, args: &[&str]| {
        let mut command = Command::new("qpdf");
        command.args(args).arg(dir.path().join("ke-hoach.pdf")).arg(dir.path().join(name));
        tool(&mut command);
    };
    qpdf("luong.pdf", &["--object-streams=generate"]);
    qpdf("bang.pdf", &["--object-streams=disable", "--force-version=1.4"]);
    qpdf("thang.pdf", &["--linearize"]);
    qpdf("xoay.pdf", &["--rotate=90"]);
    for (name, so) in ["luong", "bang", "thang", "xoay"].iter().zip(1..) {
        let file = format!("{name}.pdf");
        let author = format!("Sở {name}");
        let args = [
            "add",
            &file,
            "--dong-dau",
            "--tac-gia",
            &author,
            "--ky-hieu",
            "1/KH",
            "--trich-yeu",
            "a",
            "--ngay",
            "5/3/2026",
        ];
        done(dir.path(), &args);
        let stamped = dir.path().join(format!("den/2026/{so:02}/{name}-dau-den.pdf"));
        tool(Command::new("qpdf").arg("--check").arg(&stamped));
        stamp(&Document::load(&stamped).unwrap());
    }
}

/// What a sender's program has put before a PDF keeps nobody from reading it: both books read it alike, and the stamp
/// leaves all of it as it came.
#[test]
fn a_pdf_behind_a_few_bytes_is_read_by_both_books_and_stamped() {
    let dir = folder();
    let path = paper(dir.path());
    let came = [&b"X-Gateway: 1\r\n\r\n"[..], &std::fs::read(&path).unwrap()].concat();
    std::fs::write(dir.path().join("sau.pdf"), &came).unwrap();
    let args = ["add", "sau.pdf", "--ngay", "5/3/2026", "--ky-hieu", "1/KH-HĐND", "--dong-dau"];
    let out = done(dir.path(), &args);
    assert!(stderr(&out).contains("đọc ở tệp PDF: tác giả “HỘI ĐỒNG"), "{}", stderr(&out));
    let kept = dir.path().join("den/2026/01");
    assert_eq!(std::fs::read(kept.join("sau.pdf")).unwrap(), came);
    let stamped = kept.join("sau-dau-den.pdf");
    assert!(std::fs::read(&stamped).unwrap().starts_with(&came));
    stamp(&Document::load(&stamped).unwrap());
    let text = tool(Command::new("mutool").args(["draw", "-F", "txt"]).arg(&stamped).arg("1"));
    assert!(text.contains("Số: 01") && text.contains("KẾ HOẠCH"), "{text}");
    let mut command = vanthu();
    command.current_dir(dir.path()).args(["register", "add", "1/KH-HĐND", "--tep", "sau.pdf"]);
    let out = command.args(["--date", "5/3/2026", "--dry-run"]).output().unwrap();
    assert!(stderr(&out).contains("đọc từ sau.pdf"), "{}", stderr(&out));
}

/// A folder of before the lines stood in it: what its file says comes into the book again, and its number stays its own.
#[test]
fn a_book_of_before_is_made_again_from_the_kept_files() {
    let dir = folder();
    paper(dir.path());
    done(dir.path(), &[&["add", "ke-hoach.pdf"], &ADD[..]].concat());
    std::fs::write(dir.path().join("quet.jpg"), b"scan").unwrap();
    done(dir.path(), &[&["add", "quet.jpg"], &ADD[..]].concat());
    for lost in [
        "so-van-ban-den.txt",
        "so-van-ban-den.chung",
        "den/.so-van-ban-den.ban-chep",
        "den/2026/01/dong-so.txt",
        "den/2026/02/dong-so.txt",
    ] {
        std::fs::remove_file(dir.path().join(lost)).unwrap();
    }
    let add = [&["add"], &ADD[..]].concat();
    let refused = incoming(dir.path(), &add).output().unwrap();
    assert!(stderr(&refused).contains("register-lost"), "{}", stderr(&refused));
    let out = done(dir.path(), &["rebuild", "--so-cuoi", "2/2026"]);
    assert!(stderr(&out).contains("số đến 01/2026: các cột đọc lại"), "{}", stderr(&out));
    assert!(stderr(&out).contains("số đến 02/2026: thư mục đã lưu còn nguyên"), "{}", stderr(&out));
    let list = stdout(&done(dir.path(), &["list"]));
    let [first, second] = list.lines().collect::<Vec<_>>()[..] else { panic!("{list}") };
    assert!(first.contains("05/3/2026 | HỘI ĐỒNG NHÂN DÂN"), "{first}");
    assert!(second.starts_with("02/2026 | 05/3/2026 |"), "{second}");
    assert_eq!(stderr(&done(dir.path(), &["check"])), "");
    assert_eq!(cac_so(dir.path()), [1, 2]);
    done(dir.path(), &add);
    assert_eq!(cac_so(dir.path()), [1, 2, 3]);
}

/// A book of before comes to lines in all its folders with the next act; later only those that an act is about are looked at.
#[test]
fn folders_of_before_get_their_lines_with_the_next_act() {
    let dir = folder();
    for author in ["Sở A", "Sở B"] {
        std::fs::write(dir.path().join("quet.jpg"), author).unwrap();
        let args =
            ["add", "quet.jpg", "--tac-gia", author, "--trich-yeu", "x", "--ngay", "5/3/2026"];
        done(dir.path(), &args);
    }
    let lines = |so: &str| dir.path().join("den/2026").join(so).join("dong-so.txt");
    let whole = ["01", "02"].map(|so| std::fs::read(lines(so)).unwrap());
    std::fs::remove_file(lines("01")).unwrap();
    std::fs::remove_file(lines("02")).unwrap();
    done(dir.path(), &[&["add"], &ADD[..]].concat());
    assert_eq!(["01", "02"].map(|so| std::fs::read(lines(so)).unwrap()), whole);
    // The act that names a paper writes its folder's lines again, whatever became of them.
    std::fs::write(lines("02"), "khác").unwrap();
    done(dir.path(), &["assign", "2/2026", "--cho", "Phòng Tổng hợp", "--ngay", "6/3/2026"]);
    let again = std::fs::read(lines("02")).unwrap();
    assert!(again.starts_with(&whole[1]) && again.len() > whole[1].len());
    assert_eq!(stderr(&done(dir.path(), &["check"])), "");
}

/// What came under a name of the book's own in a folder stays, under another.
#[test]
fn a_file_that_is_called_as_the_books_own_is_kept_besides() {
    let dir = folder();
    for name in ["bang-ke.json", "dong-so.txt"] {
        std::fs::write(dir.path().join(name), name).unwrap();
        let author = format!("Sở {name}");
        let args = ["add", name, "--tac-gia", &author, "--trich-yeu", "x", "--ngay", "5/3/2026"];
        done(dir.path(), &args);
    }
    let kept = |name: &str| std::fs::read_to_string(dir.path().join("den/2026").join(name));
    assert_eq!(kept("01/bang-ke-2.json").unwrap(), "bang-ke.json");
    assert_eq!(kept("02/dong-so-2.txt").unwrap(), "dong-so.txt");
    assert_eq!(stderr(&done(dir.path(), &["check"])), "");
}

/// A file that can't be stamped is said so before it gets a number.
#[test]
fn a_locked_or_broken_file_is_refused_and_takes_no_number() {
    let dir = folder();
    let path = paper(dir.path());
    let secret = dir.path().join("khoa.pdf");
    tool(Command::new("qpdf").args(["--encrypt", "a", "b", "256", "--"]).arg(&path).arg(&secret));
    let half = std::fs::read(&path).unwrap();
    std::fs::write(dir.path().join("nua.pdf"), &half[..half.len() / 2]).unwrap();
    for (name, why) in [("khoa.pdf", "mật khẩu"), ("nua.pdf", "hỏng")] {
        let mut command = incoming(dir.path(), &[&["add", name, "--dong-dau"], &ADD[..]].concat());
        let out = command.output().unwrap();
        assert_eq!(out.status.code(), Some(1), "{}", stderr(&out));
        assert!(
            stderr(&out).contains("stamp-refused") && stderr(&out).contains(why),
            "{}",
            stderr(&out)
        );
    }
    assert_eq!(cac_so(dir.path()), Vec::<u64>::new());
}

/// What was signed stays signed: pyHanko finds the signed bytes whole under the stamp, and a certified file is refused.
#[test]
fn signatures_hold_under_the_stamp_and_a_certified_file_is_refused() {
    let dir = folder();
    let path = paper(dir.path());
    let script = root().join("tests/van-ban-den/dau_tren_chu_ky.py");
    let signed = dir.path().join("da-ky.pdf");
    tool(python_tool("python3").arg(&script).args(["ky"]).arg(&path).arg(&signed));
    done(dir.path(), &[&["add", "da-ky.pdf", "--dong-dau"], &ADD[..]].concat());
    let stamped = dir.path().join("den/2026/01/da-ky-dau-den.pdf");
    assert!(std::fs::read(&stamped).unwrap().starts_with(&std::fs::read(&signed).unwrap()));
    let told = tool(python_tool("python3").arg(&script).arg("xem").arg(&stamped));
    assert_eq!(told.trim(), "intact=True valid=True signed_part=True", "{told}");
    let certified = dir.path().join("chung-thuc.pdf");
    tool(python_tool("python3").arg(&script).arg("chung-thuc").arg(&path).arg(&certified));
    let out = incoming(dir.path(), &[&["add", "chung-thuc.pdf", "--dong-dau"], &ADD[..]].concat())
        .output()
        .unwrap();
    assert_eq!(out.status.code(), Some(1));
    assert!(stderr(&out).contains("chứng thực cả tệp"), "{}", stderr(&out));
    // Without the stamp it is entered as it came.
    done(dir.path(), &[&["add", "chung-thuc.pdf"], &ADD[..]].concat());
}

/// The guide's example works as it stands.
#[test]
fn the_example_of_the_guide_works() {
    let page = std::fs::read_to_string(root().join("docs/van-ban-den.md")).unwrap();
    let dir = folder();
    paper(dir.path());
    std::fs::rename(dir.path().join("ke-hoach.pdf"), dir.path().join("cv-123.pdf")).unwrap();
    let blocks = page.split("```sh\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    let mut count = 0;
    for line in blocks.flat_map(str::lines).filter(|line| line.starts_with("vanthu incoming")) {
        let parts = line.split('"').enumerate();
        let words = parts.flat_map(|(i, part)| match i % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
            _ => vec![part.to_owned()],
        });
        let words: Vec<String> = words.skip(2).collect();
        done(dir.path(), &words.iter().map(String::as_str).collect::<Vec<_>>());
        count += 1;
    }
    assert!(count >= 8, "{count}");
    for made in ["so-van-ban-den-2026.pdf", "phieu-giai-quyet-2026-01.docx"] {
        assert!(dir.path().join(made).exists(), "{made}");
    }
}
