//! Found again, lists for Excel, outcomes for other programs: through the program as it is run, and at the size of a large
//! office's register.

use std::fs;
use std::path::Path;

use crate::support::{root, sample, stderr, stdout, vanthu};
use vanthu::jobs::register::FindRequest;
use vanthu::jobs::register::find::{CongViec, tim};
use vanthu::jobs::so_sach::RegisterPlace;
use vanthu::jobs::{Cancel, Means, Outcome, Silence};
use vanthu::model::Ngay;
use vanthu::reading::danh_sach;
use vanthu::records::chi_muc::TEP;
use vanthu::records::phat_hanh::bang_ke::{self, BangKe, dau_bang_ke};
use vanthu::records::so_dang_ky::{Day, Dong, QuanHe, So, SoHieu, Viec};

fn ho_so() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for file in ["co-quan.yaml", "van-phong.yaml", "ke-hoach.yaml", "dot-1.yaml"] {
        fs::copy(sample().join(file), dir.path().join(file)).unwrap();
    }
    dir
}

fn run(dir: &Path, args: &[&str]) -> std::process::Output {
    vanthu().current_dir(dir).args(args).output().unwrap()
}

fn ok(dir: &Path, args: &[&str]) -> String {
    let done = run(dir, args);
    assert_eq!(done.status.code(), Some(0), "{args:?}: {}", stderr(&done));
    stdout(&done)
}

/// The examples of `docs/cho-phan-mem-khac.md` are what the program says: other programs are written by them. BLESS=1 writes
/// them.
#[test]
fn the_manual_for_other_programs_shows_what_the_program_says() {
    let dir = ho_so();
    let here = dir.path().canonicalize().unwrap();
    let path = root().join("docs/cho-phan-mem-khac.md");
    let text = fs::read_to_string(&path).unwrap();
    let (mut made, mut lines, mut count) = (String::new(), text.lines(), 0);
    while let Some(line) = lines.next() {
        made.push_str(&format!("{line}\n"));
        let Some(command) = line.strip_prefix("```json vanthu ") else { continue };
        let args: Vec<&str> = command.split(' ').collect();
        let done = run(dir.path(), &args);
        let said = stdout(&done).replace(&format!("{}/", here.display()), "…/");
        assert_eq!(said.lines().count(), 1, "{command}: {said}");
        let mut answer: serde_json::Value = serde_json::from_str(&said).unwrap();
        assert_eq!(answer["exit_code"], done.status.code().unwrap(), "{command}");
        let lists = ["papers", "incoming"].map(|list| answer[list].take());
        let [mut papers, mut came] = lists;
        let both = papers.as_array_mut().unwrap().iter_mut().chain(came.as_array_mut().unwrap());
        for paper in both {
            // A version that writes a file otherwise gives the list another digest.
            if let Some(mark) = paper.get_mut("bang_ke") {
                assert_eq!(mark.as_str().unwrap().len(), 16, "{command}");
                *mark = "3fa09be61c2d4e5f".into();
            }
        }
        (answer["papers"], answer["incoming"]) = (papers, came);
        assert!(command.starts_with(answer["verb"].as_str().unwrap()), "{command}");
        made.push_str(&format!("{}\n```\n", serde_json::to_string_pretty(&answer).unwrap()));
        lines.by_ref().take_while(|line| *line != "```").for_each(drop);
        count += 1;
    }
    assert!(count >= 5, "{count}");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &made).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), made);
}

/// Every verb that ends by itself says its outcome in the same words, also where it fails.
#[test]
fn every_verb_tells_its_outcome_as_one_object() {
    let dir = ho_so();
    let dir = dir.path();
    for (verb, args) in [
        ("build", "build . --only ke-hoach -f docx -o ra"),
        ("check", "check ."),
        ("explain", "explain VT101"),
        ("schema", "schema dot"),
        ("template", "template"),
        ("template copy", "template copy giay-moi"),
        ("init", "init moi --mau giay_moi"),
        ("import", "import ra/ke-hoach.docx -o nhap"),
        ("take-back", "take-back ra/ke-hoach.docx --dry-run"),
        ("verify", "verify . --word ra/ke-hoach.docx"),
        ("issue", "phat-hanh ke-hoach.yaml --date 15/3/2023"),
        ("send", "send phat-hanh/2023/01-KH-HDND"),
        ("register deliver", "register deliver 1 --ngay-chuyen 16/3/2023 --so-ban 3"),
        ("register check", "so-dang-ky kiem-tra"),
        ("register print", "register print 2023"),
        ("register void", "register void 9 --ly-do x"),
        ("incoming add", "incoming add --ngay 5/3/2023 --tac-gia A --trich-yeu b"),
        ("incoming rebuild", "incoming rebuild"),
        ("incoming close-year", "incoming close-year 2023"),
        ("incoming open-year", "incoming open-year 2023 --ly-do x"),
        ("register rebuild", "register rebuild"),
        ("register close-year", "register close-year 2023"),
        ("register open-year", "register open-year 2023 --ly-do x"),
        ("merge", "merge ke-hoach.yaml khong-co.xlsx"),
        ("issue", "issue"),
        ("", "khong-co-lenh-nay"),
    ] {
        let words: Vec<&str> = args.split(' ').chain(["--json"]).collect();
        let done = run(dir, &words);
        let said = stdout(&done);
        assert_eq!(said.lines().count(), 1, "{args}: {said}{}", stderr(&done));
        let answer: serde_json::Value = serde_json::from_str(&said).unwrap();
        assert_eq!(answer["verb"], verb, "{args}");
        assert_eq!(answer["exit_code"], done.status.code().unwrap(), "{args}");
        let told = answer["diagnostics"].as_array().unwrap().len();
        assert_eq!(stderr(&done).lines().count(), told, "{args}: {}", stderr(&done));
        if args.contains("deliver") {
            assert_eq!(answer["papers"][0]["so_ban"], 3, "{said}");
            assert_eq!(answer["papers"][0]["ngay_chuyen"], "2023-03-16", "{said}");
        }
    }
}

/// The year's book in Excel: its title, its columns, days that are days and counts that are numbers; the same bytes each time.
#[test]
fn books_and_lists_are_workbooks_of_days_and_numbers() {
    let dir = ho_so();
    let dir = dir.path();
    ok(dir, &["issue", "ke-hoach.yaml", "--date", "15/3/2023"]);
    ok(dir, &["register", "deliver", "1", "--ngay-chuyen", "16/3/2023", "--so-ban", "7"]);
    ok(dir, &["register", "reserve", "--nam", "2023", "--ghi-chu", "=1+1"]);
    ok(dir, &["register", "print", "2023"]);
    let book = dir.join("so-dang-ky-2023-HDND.xlsx");
    let bytes = fs::read(&book).unwrap();
    let read = danh_sach::doc("so.xlsx", &bytes, None).unwrap();
    let rows: Vec<Vec<&str>> =
        read.hang.iter().map(|row| row.o.values().map(|o| o.chu.as_str()).collect()).collect();
    assert!(rows.iter().any(|row| row.contains(&"SỔ ĐĂNG KÝ VĂN BẢN ĐI")), "{rows:?}");
    assert!(rows.iter().any(|row| row.contains(&"Năm: 2023")), "{rows:?}");
    let head = rows.iter().position(|row| row[0] == "Số, ký hiệu văn bản").unwrap();
    assert_eq!((rows[head].len(), rows[head + 1][9]), (10, "(10)"));
    let first = &rows[head + 2];
    assert_eq!(
        (first[0], first[1], first[6], first[7]),
        ("01/KH-HĐND", "15/03/2023", "7", "16/03/2023")
    );
    assert_eq!(rows[head + 3], ["02", "Giữ số; =1+1"]);
    ok(dir, &["register", "print", "2023", "-o", "lan-hai"]);
    assert_eq!(bytes, fs::read(dir.join("lan-hai/so-dang-ky-2023-HDND.xlsx")).unwrap());

    ok(dir, &["register", "list", "--xlsx", "danh-sach.xlsx"]);
    let list =
        danh_sach::doc("a.xlsx", &fs::read(dir.join("danh-sach.xlsx")).unwrap(), None).unwrap();
    assert_eq!((list.hang.len(), list.hang[0].o[&0].chu.as_str()), (3, "Số, ký hiệu"));
    assert_eq!(list.hang[2].o[&12].chu, "=1+1");
    // What was looked up leaves register and folders as they were.
    ok(dir, &["register", "find", "kinh nghiem"]);
    assert!(dir.join(TEP).exists());
    ok(dir, &["register", "check"]);
    ok(dir, &["verify", "phat-hanh/2023/01-KH-HDND"]);
}

/// A Word file of these paragraphs and nothing else.
fn word(text: &str) -> Vec<u8> {
    use std::io::Write;
    let ns = "http://schemas.openxmlformats.org";
    let types = format!(
        r#"<Types xmlns="{ns}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#
    );
    let rels = format!(
        r#"<Relationships xmlns="{ns}/package/2006/relationships"><Relationship Id="r" Type="{ns}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#
    );
    let body = format!(
        r#"<w:document xmlns:w="{ns}/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"#
    );
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, part) in
        [("[Content_Types].xml", types), ("_rels/.rels", rels), ("word/document.xml", body)]
    {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(part.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// How many papers a large office has in ten years.
const SO_VAN_BAN: u64 = 20_000;
/// Those of which files are kept here: the others came from an older book.
const CO_TEP: u64 = 40;

fn dong(so: u64, dir: &Path) -> Dong {
    let day = Day { ky: 2023.into(), co_quan: "HĐND".into(), loai: None };
    let so_hieu = SoHieu { so, ky_hieu: "KH-HĐND".into() };
    let mut own = Dong::moi(Viec::PhatHanh, day, Some(so_hieu));
    own.ngay = Ngay::parse("15/3/2023").ok();
    own.trich_yeu = match so {
        // Nothing else has these words.
        777 => "Kế hoạch phòng, chống sạt lở bờ sông".to_owned(),
        so => format!("Kế hoạch công tác tuần thứ {so}"),
    };
    own.nguoi_ky = "Nguyễn Thị Kim Tuyền".into();
    own.noi_nhan = "Thường trực Tỉnh uỷ; UBND Tỉnh".into();
    if so.is_multiple_of(SO_VAN_BAN / CO_TEP) {
        let folder = dir.join(format!("phat-hanh/2023/{so:02}-KH-HDND"));
        let bytes = word(&format!("Giao Sở Nông nghiệp thứ {so} chủ trì, thả cá giống"));
        let name = format!("{so:02}-KH-HDND.docx");
        let files = [(name.clone(), bytes)];
        let list = BangKe::cua(&format!("{so:02}/KH-HĐND"), "15/3/2023", &files).viet();
        own.bang_ke = dau_bang_ke(&list);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(name), &files[0].1).unwrap();
        fs::write(folder.join(bang_ke::TEP), list).unwrap();
    }
    own
}

/// The answer in this process, and what it took.
fn hoi(dir: &Path, loi: &str) -> (Outcome, CongViec) {
    let place = RegisterPlace { so_sach: Some(dir.to_owned()), ..RegisterPlace::default() };
    let request = FindRequest { loi: loi.into(), place, ..FindRequest::default() };
    struct Nobody;
    impl vanthu::compose::compile::Compiler for Nobody {
        fn compile(
            &self,
            _: &vanthu::compose::compile::Task,
            _: &str,
        ) -> Result<vanthu::compose::compile::Compiled, Vec<vanthu::diagnostic::Diagnostic>>
        {
            unreachable!("a search compiles nothing")
        }
    }
    let means = Means {
        exe: Path::new(""),
        compiler: &Nobody,
        progress: &Silence,
        cancel: &Cancel::default(),
        registers: None,
    };
    let mut outcome = Outcome::default();
    let took = tim(&request, &means, &mut outcome).unwrap();
    (outcome, took)
}

/// What a search does grows with what is new and not with what there is: no folder is read again, and the register is not
/// even taken apart, as long as nothing was written. That is what keeps a search in a large office under 50 ms; the time itself is
/// measured in `benches`.
#[test]
fn a_search_over_twenty_thousand_papers_reads_what_is_new_and_no_more() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    let lines: Vec<Dong> = (1..=SO_VAN_BAN).map(|so| dong(so, dir)).collect();
    let (mut so, _) = So::doc("", "so");
    let path = dir.join("so-dang-ky.txt");
    fs::write(&path, so.them(&lines)).unwrap();

    let (found, took) = hoi(dir, "sat lo bo song");
    let tep = usize::try_from(CO_TEP).unwrap();
    assert_eq!(took, CongViec { doc_so: 1, thu_muc: tep });
    assert_eq!(found.papers.len(), 1);
    assert_eq!(found.papers[0].so, 777);
    let (found, took) = hoi(dir, "thả cá");
    assert_eq!(took, CongViec::default());
    assert_eq!((found.papers.len(), found.papers[0].so), (20, SO_VAN_BAN));
    assert!(found.papers[0].trich_doan.as_deref().unwrap().contains("thả cá giống"));
    assert!(found.notes[0].contains("còn 20 văn bản nữa"), "{:?}", found.notes);

    // One more is issued, which replaces another: it alone is read, and the other is told as it is now.
    let mut more = dong(SO_VAN_BAN + 1, dir);
    more.trich_yeu = "Kế hoạch phòng, chống hạn mặn".into();
    more.quan_he = QuanHe::doc("thay thế 777/KH-HĐND/2023").unwrap();
    so = So::doc(&fs::read_to_string(&path).unwrap(), "so").0;
    let text = fs::read_to_string(&path).unwrap() + &so.them(&[more]);
    fs::write(&path, text).unwrap();
    let (found, took) = hoi(dir, "phòng chống");
    assert_eq!(took, CongViec { doc_so: 1, thu_muc: 0 });
    let told: Vec<(u64, bool)> = found.papers.iter().map(|p| (p.so, p.con_hieu_luc)).collect();
    assert_eq!(told, [(SO_VAN_BAN + 1, true), (777, false)]);
    assert!(found.lines[1].contains("Được thay thế bởi 20001/KH-HĐND"), "{:?}", found.lines);

    // Thrown away, or another's in its place: the same answers.
    fs::remove_file(dir.join(TEP)).unwrap();
    assert_eq!(hoi(dir, "phòng chống").0.lines, found.lines);
    fs::write(dir.join(TEP), "không phải chỉ mục").unwrap();
    let (again, took) = hoi(dir, "phòng chống");
    assert_eq!((again.lines, took.thu_muc), (found.lines, tep));
    assert!(again.notes.iter().any(|note| note.contains("đã làm lại")), "{:?}", again.notes);
}

/// An index that says what the register does not is not believed: the row is looked up there.
#[test]
fn a_forged_index_finds_nothing_that_the_register_has_not() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    let lines: Vec<Dong> = (1..=5).map(|so| dong(so, dir)).collect();
    fs::write(dir.join("so-dang-ky.txt"), So::doc("", "so").0.them(&lines)).unwrap();
    let (right, _) = hoi(dir, "tuần thứ 3");
    let con = rusqlite::Connection::open(dir.join(TEP)).unwrap();
    // The third paper's row points at the fourth's line.
    con.execute("UPDATE vb SET dong = (SELECT dong FROM vb WHERE id = 4) WHERE id = 3", [])
        .unwrap();
    drop(con);
    let (again, took) = hoi(dir, "tuần thứ 3");
    assert_eq!((again.lines, took.doc_so), (right.lines, 1));
}
