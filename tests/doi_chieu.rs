//! `verify` and `diff` as a clerk meets them: Word files that LibreOffice has saved or a hand has
//! edited, and tracked changes before readers that are not ours.

use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::support;
use crate::support::ban_ky::{CapNhat, Goc};
use crate::support::{build, sample, sample_with, stderr, stdout, tool, vanthu};
use vanthu::word::doc_word::{CheDo, doc, doc_theo};
use vanthu::word::so_sanh::so_sanh;

fn run(args: &[&str]) -> Output {
    vanthu().args(args).output().unwrap()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// The sample with its files built beside it.
fn built(dir: &Path) -> PathBuf {
    let ho_so = sample_with(dir, &[]);
    build(&ho_so, &ho_so);
    ho_so
}

/// Rewrites a part of a Word file; demands that something changes.
fn edit(docx: &Path, part: &str, change: impl Fn(String) -> String) {
    let bytes = std::fs::read(docx).unwrap();
    let mut from = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut changed = false;
    for i in 0..from.len() {
        let mut file = from.by_index(i).unwrap();
        let (name, mut bytes) = (file.name().to_owned(), Vec::new());
        file.read_to_end(&mut bytes).unwrap();
        if name == part {
            let old = String::from_utf8(bytes).unwrap();
            let new = change(old.clone());
            changed |= new != old;
            bytes = new.into_bytes();
        }
        to.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        to.write_all(&bytes).unwrap();
    }
    assert!(changed, "nothing changed in {part}");
    std::fs::write(docx, to.finish().unwrap().into_inner()).unwrap();
}

/// LibreOffice opens the file and saves it under the same name in `out`.
fn saved_by_libreoffice(docx: &Path, out: &Path) -> PathBuf {
    let profile = out.join("profile");
    tool(
        Command::new("soffice")
            .arg(format!("-env:UserInstallation=file://{}", profile.display()))
            .args(["--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir"])
            .arg(out)
            .arg(docx),
    );
    out.join(docx.file_name().unwrap())
}

#[test]
fn a_file_that_libreoffice_saved_still_agrees() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = built(dir.path());
    let fresh = run(&["verify", text(&ho_so)]);
    assert_eq!(fresh.status.code(), Some(0), "{}", stderr(&fresh));
    assert_eq!(stdout(&fresh).lines().filter(|l| l.ends_with("khớp với hồ sơ")).count(), 7);
    for ten in ["ke-hoach", "dot-1-ke-hoach-chi-tiet", "dot-4-bao-cao"] {
        let saved = saved_by_libreoffice(&ho_so.join(format!("{ten}.docx")), dir.path());
        let out = run(&["doi-chieu", text(&ho_so), "--word", text(&saved)]);
        assert_eq!(out.status.code(), Some(0), "{ten}: {}", stderr(&out));
    }
}

#[test]
fn what_a_clerk_edited_is_told_by_place() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = built(dir.path());
    let word = ho_so.join("ke-hoach.docx");
    edit(&word, "word/document.xml", |xml| {
        let xml = xml.replace("Dự kiến tháng 4 năm 2023.", "Dự kiến tháng 5 năm 2023.");
        let (from, to) = (xml.find("Số:").unwrap(), xml.find("/KH-HĐND").unwrap());
        let xml = format!("{}Số: 45{}", &xml[..from], &xml[to..]);
        let at = xml.find("- Đoàn đại biểu Quốc hội;").unwrap();
        let (from, to) = (
            xml[..at].rfind("<w:p>").or(xml[..at].rfind("<w:p ")).unwrap(),
            xml[at..].find("</w:p>").unwrap(),
        );
        format!("{}{}", &xml[..from], &xml[at + to + "</w:p>".len()..])
    });
    let saved = saved_by_libreoffice(&word, &dir.path().join("lo"));
    for word in [&word, &saved] {
        let out = run(&["verify", text(&ho_so.join("ke-hoach.yaml")), "--word", text(word)]);
        assert_eq!(out.status.code(), Some(1));
        let said = stderr(&out);
        let found: Vec<&str> =
            said.lines().filter_map(|l| l.split_once(".docx: ")).map(|(_, s)| s).collect();
        assert_eq!(
            found,
            [
                "Số, ký hiệu: “Số: /KH-HĐND” sửa thành “Số: 45/KH-HĐND”",
                "Mục II.1, đoạn 2: “tháng 4” sửa thành “tháng 5”",
                "Nơi nhận: bớt “- Đoàn đại biểu Quốc hội;”",
            ],
            "{said}"
        );
        assert!(said.contains("lỗi[word-edited]") && said.matches("gợi ý").count() == 1);
    }
}

#[test]
fn tracked_changes_that_are_open_are_told() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = built(dir.path());
    let word = ho_so.join("ke-hoach.docx");
    edit(&word, "word/document.xml", |xml| {
        let run = "<w:r><w:t xml:space=\"preserve\">Đợt 1</w:t></w:r>";
        assert!(xml.contains(run), "{}", &xml[..3000]);
        let more = "<w:ins w:id=\"9\" w:author=\"A\"><w:r><w:t xml:space=\"preserve\"> và 2</w:t></w:r></w:ins>";
        xml.replacen(run, &format!("{run}{more}"), 1)
    });
    let out = run(&["verify", text(&ho_so), "--word", text(&word)]);
    let said = stderr(&out);
    assert!(said.contains("cảnh báo[tracked-changes]"), "{said}");
    assert!(said.contains("Mục II.1, đề mục: thêm “và 2” sau “Đợt 1”"), "{said}");
}

#[test]
fn a_broken_file_is_told_and_not_read() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = built(dir.path());
    let word = ho_so.join("ke-hoach.docx");
    let bytes = std::fs::read(&word).unwrap();
    std::fs::write(&word, &bytes[..bytes.len() / 2]).unwrap();
    let out = run(&["verify", text(&ho_so.join("ke-hoach.yaml"))]);
    assert_eq!(out.status.code(), Some(2));
    assert!(stderr(&out).contains("lỗi[bad-word]"), "{}", stderr(&out));
    let lost = run(&["verify", text(&ho_so), "--word", text(&dir.path().join("khong-co.docx"))]);
    assert_eq!(lost.status.code(), Some(2));
}

/// Words that come and go on a way through the whole sample: from the plan with an edit to the plan.
#[test]
fn diff_tells_and_writes_what_changed() {
    let dir = tempfile::tempdir().unwrap();
    let edits = [
        ("ke-hoach.yaml", "Dự kiến tháng 4 năm 2023.", "Dự kiến cuối tháng 4 năm 2023."),
        (
            "ke-hoach.yaml",
            "Các tỉnh Ninh Thuận, Bình Thuận, Đồng Nai",
            "Các tỉnh Ninh Thuận, Đồng Nai",
        ),
    ];
    let moi = sample_with(dir.path(), &edits);
    let (a, b) = (sample().join("ke-hoach.yaml"), moi.join("ke-hoach.yaml"));
    let marked = dir.path().join("dau-sua.docx");
    let out = run(&["diff", text(&a), text(&b), "-o", text(&marked)]);
    assert_eq!(out.status.code(), Some(1), "{}", stderr(&out));
    let want = "Mục II.1, đoạn 2: thêm “cuối” sau “Dự kiến”\nMục II.4, đoạn 3: bớt “Bình Thuận,” sau “Ninh Thuận,”\n";
    assert_eq!(stdout(&out), want);
    let json = run(&["so-sanh", text(&a), text(&b), "--json"]);
    assert!(
        stdout(&json).starts_with("{\"loai\":\"sua\",\"noi\":\"Mục II.1, đoạn 2\""),
        "{}",
        stdout(&json)
    );
    let xml = support::word::part(&marked, "word/document.xml").unwrap();
    assert!(xml.contains("w:author=\"vanthu\" w:date=\"2023-03-01T00:00:00Z\""));
    assert_eq!(xml.matches("<w:ins ").count(), 1);
    let again = dir.path().join("lan-hai.docx");
    run(&["diff", text(&a), text(&b), "-o", text(&again)]);
    assert_eq!(std::fs::read(&marked).unwrap(), std::fs::read(&again).unwrap());
    let same = run(&["diff", text(&a), text(&a)]);
    assert_eq!((same.status.code(), stdout(&same).as_str()), (Some(0), ""));
    let whole = run(&["diff", text(&sample()), text(&moi)]);
    assert!(
        stdout(&whole).lines().all(|line| line.starts_with("ke-hoach: Mục II.")),
        "{}",
        stdout(&whole)
    );
    let over = run(&["diff", text(&sample()), text(&moi), "-o", text(&marked)]);
    assert_eq!(over.status.code(), Some(2));
}

/// The runs of the text by a reader that is not ours: all of them but those in `without`.
/// Two folders of which one has a single paper: what only the other has is a change, and not passed over.
#[test]
fn a_paper_that_only_one_of_two_folders_has_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let (cu, moi) = (dir.path().join("cũ"), dir.path().join("mới"));
    for folder in [&cu, &moi] {
        std::fs::create_dir(folder).unwrap();
        let office = support::root().join("data/cac-mau/co-quan.yaml");
        std::fs::copy(office, folder.join("co-quan.yaml")).unwrap();
        let paper = support::root().join("data/cac-mau/cong-van.yaml");
        std::fs::copy(&paper, folder.join("a.yaml")).unwrap();
    }
    std::fs::copy(moi.join("a.yaml"), moi.join("b.yaml")).unwrap();
    for (one, other, at) in [(&cu, &moi, "bản mới"), (&moi, &cu, "bản cũ")] {
        let out = run(&["diff", text(one), text(other)]);
        assert_eq!(out.status.code(), Some(1), "{}{}", stdout(&out), stderr(&out));
        assert!(stdout(&out).contains(&format!("b: chỉ có ở {at}")), "{}", stdout(&out));
    }
    // A file asks for its own paper only.
    let out = run(&["diff", text(&cu.join("a.yaml")), text(&moi)]);
    assert_eq!(out.status.code(), Some(0), "{}{}", stdout(&out), stderr(&out));
}

fn words(docx: &Path, without: &str) -> String {
    let xml = support::word::part(docx, "word/document.xml").unwrap();
    let tree = roxmltree::Document::parse(&xml).unwrap();
    let is = |node: &roxmltree::Node, name: &str| node.tag_name().name() == name;
    let texts = tree.descendants().filter(|n| is(n, "t") || is(n, "delText"));
    let kept = texts.filter(|n| !n.ancestors().any(|a| is(&a, without)));
    let all: String = kept.filter_map(|n| n.text()).collect();
    all.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn tracked_changes_of_any_pair_give_either_text() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = built(dir.path());
    let lo = saved_by_libreoffice(&ho_so.join("dot-4-bao-cao.docx"), &dir.path().join("lo"));
    let name = |ten: &str| ho_so.join(format!("{ten}.docx"));
    let pairs = [
        (name("ke-hoach"), name("dot-1-bao-cao")),
        (name("dot-1-bao-cao"), name("dot-4-bao-cao")),
        (name("dot-2-ke-hoach-chi-tiet"), name("dot-1-ke-hoach-chi-tiet")),
        (name("dot-1-ke-hoach-chi-tiet"), lo.clone()),
        (lo, name("ke-hoach")),
    ];
    for (i, (a, b)) in pairs.iter().enumerate() {
        let marked = dir.path().join(format!("dau-sua-{i}.docx"));
        let out = run(&["diff", text(a), text(b), "-o", text(&marked)]);
        assert_eq!(out.status.code(), Some(1), "{}", stderr(&out));
        let bytes = std::fs::read(&marked).unwrap();
        let read = |path: &PathBuf| doc(&std::fs::read(path).unwrap()).unwrap();
        assert_eq!(so_sanh(&read(b).khoi, &doc(&bytes).unwrap().khoi), [], "accepted, pair {i}");
        let before = doc_theo(&bytes, CheDo::TuChoi).unwrap();
        assert_eq!(so_sanh(&read(a).khoi, &before.khoi), [], "rejected, pair {i}");
        // Word for word, by another reader; a list's mark that had to be typed is not in the older file.
        assert_eq!(words(&marked, "del"), words(b, "del"), "accepted, pair {i}");
        let audit = support::root().join("target/python/bin/openxml-audit");
        let audited =
            |docx: &Path| support::stdout(&Command::new(&audit).arg(docx).output().unwrap());
        let errors = |docx: &Path| {
            audited(docx).lines().find(|l| l.starts_with("Errors:")).map(str::to_owned)
        };
        // LibreOffice's own parts have findings of their own.
        assert_eq!(errors(&marked), errors(b), "{}", audited(&marked));
    }
    tool(
        Command::new("soffice")
            .arg(format!("-env:UserInstallation=file://{}", dir.path().join("p").display()))
            .args(["--headless", "--convert-to", "odt", "--outdir"])
            .arg(dir.path())
            .arg(dir.path().join("dau-sua-1.docx")),
    );
    let mut odt =
        zip::ZipArchive::new(std::fs::File::open(dir.path().join("dau-sua-1.odt")).unwrap())
            .unwrap();
    let mut xml = String::new();
    odt.by_name("content.xml").unwrap().read_to_string(&mut xml).unwrap();
    assert!(xml.contains("<text:insertion>") && xml.contains("<text:deletion>"));
}

/// A small generator, so that a failure comes again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }
}

#[test]
fn no_mutated_file_stops_the_reader() {
    let dir = tempfile::tempdir().unwrap();
    build(&sample(), dir.path());
    let docx = dir.path().join("dot-1-bao-cao.docx");
    let whole = std::fs::read(&docx).unwrap();
    let parts: Vec<(String, Vec<u8>)> = support::word::parts(&docx)
        .into_iter()
        .map(|name| (name.clone(), support::word::part(&docx, &name).unwrap().into_bytes()))
        .collect();
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut read = 0;
    for round in 0..2400 {
        let bytes =
            if round % 3 == 0 { mutated(&whole, &mut dice) } else { repacked(&parts, &mut dice) };
        if let Ok(file) = doc(&bytes) {
            read += 1;
            so_sanh(&file.khoi, &file.khoi);
        }
    }
    assert!(read > 100, "only {read} of the files were read at all");
}

/// Some bytes changed, a stretch cut out or doubled.
fn mutated(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for _ in 0..=dice.roll(4) {
        let at = dice.roll(out.len());
        let end = (at + dice.roll(200)).min(out.len());
        match dice.roll(4) {
            0 => out[at] = dice.roll(256) as u8,
            1 => drop(out.drain(at..end)),
            2 => {
                let again = out[at..end].to_vec();
                out.splice(at..at, again);
            }
            _ => {
                let other = dice.roll(out.len());
                out.swap(at, other);
            }
        }
    }
    out
}

/// The file with the text of a part changed: tags that are cut, doubled, out of place.
fn repacked(parts: &[(String, Vec<u8>)], dice: &mut Dice) -> Vec<u8> {
    let chosen = dice.roll(parts.len());
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (i, (name, bytes)) in parts.iter().enumerate() {
        to.start_file(name, options).unwrap();
        let bytes = if i == chosen { tags(bytes, dice) } else { bytes.clone() };
        to.write_all(&bytes).unwrap();
    }
    to.finish().unwrap().into_inner()
}

fn tags(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let mut pieces: Vec<&str> = text.split_inclusive('>').collect();
    for _ in 0..=dice.roll(6) {
        let (at, other) = (dice.roll(pieces.len()), dice.roll(pieces.len()));
        match dice.roll(4) {
            0 => drop(pieces.remove(at)),
            1 => pieces.insert(
                at,
                [
                    "<w:p>",
                    "</w:p>",
                    "<w:tbl/>",
                    "<w:numId w:val=\"99999999999\"/>",
                    "<w:gridSpan w:val=\"-1\"/>",
                ][dice.roll(5)],
            ),
            2 => pieces.swap(at, other),
            _ => {
                let again = pieces[at];
                pieces.insert(other, again);
            }
        }
        if pieces.is_empty() {
            break;
        }
    }
    pieces.concat().into_bytes()
}

/// The folder of an issued plan as `issue` keeps it, made from the sample with a number and a day.
fn issued(dir: &Path) -> PathBuf {
    let folder = dir.join("phat-hanh/2023/05-KH-HDND");
    let edits = [
        ("ke-hoach.yaml", "\nso:", "\nso: 5 #"),
        ("ke-hoach.yaml", "ngay_ban_hanh: 3/2023", "ngay_ban_hanh: 15/3/2023"),
    ];
    let ho_so = sample_with(dir, &edits);
    let nguon = folder.join("nguon");
    std::fs::create_dir_all(&nguon).unwrap();
    for name in ["co-quan.yaml", "ke-hoach.yaml"] {
        std::fs::copy(ho_so.join(name), nguon.join(name)).unwrap();
    }
    build(&nguon, &folder);
    for ending in ["pdf", "docx"] {
        let name = |stem: &str| folder.join(format!("{stem}.{ending}"));
        std::fs::rename(name("ke-hoach"), name("05-KH-HDND")).unwrap();
    }
    let record =
        "so: 5\nky_hieu: \"KH-HĐND\"\nngay_ban_hanh: \"15/3/2023\"\nvan_ban: \"ke-hoach\"\n";
    std::fs::write(folder.join("phat-hanh.yaml"), record).unwrap();
    write_manifest(&folder);
    folder
}

fn write_manifest(folder: &Path) {
    let names = [
        "05-KH-HDND.docx",
        "05-KH-HDND.pdf",
        "nguon/co-quan.yaml",
        "nguon/ke-hoach.yaml",
        "phat-hanh.yaml",
    ];
    let tep: std::collections::BTreeMap<&str, String> = names
        .iter()
        .map(|name| {
            (
                *name,
                vanthu::records::chuyen_phat::sha256(&std::fs::read(folder.join(name)).unwrap()),
            )
        })
        .collect();
    let list =
        serde_json::json!({ "so_hieu": "05/KH-HĐND", "ngay_ban_hanh": "15/3/2023", "tep": tep });
    std::fs::write(folder.join("bang-ke.json"), list.to_string()).unwrap();
}

/// The codes of what `verify` finds in a folder.
fn found(folder: &Path) -> Vec<String> {
    let out = run(&["verify", text(folder), "--json"]);
    let said = stderr(&out);
    let findings = said.lines().filter_map(|l| serde_json::from_str::<serde_json::Value>(l).ok());
    findings.map(|d| d["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn an_issued_folder_is_whole_or_told_file_by_file() {
    let dir = tempfile::tempdir().unwrap();
    let folder = issued(dir.path());
    let whole = run(&["verify", text(&folder)]);
    assert_eq!(whole.status.code(), Some(0), "{}", stderr(&whole));
    assert!(stdout(&whole).contains("đủ 5 tệp, dựng lại từ nguồn thì đúng từng byte"));
    let read = |name: &str| std::fs::read(folder.join(name)).unwrap();
    let again = |name: &str, bytes: &[u8]| std::fs::write(folder.join(name), bytes).unwrap();

    for name in [
        "05-KH-HDND.pdf",
        "05-KH-HDND.docx",
        "phat-hanh.yaml",
        "nguon/co-quan.yaml",
        "nguon/ke-hoach.yaml",
    ] {
        let good = read(name);
        let mut bad = good.clone();
        let last = bad.len() - 2;
        bad[last] ^= 1;
        again(name, &bad);
        assert!(found(&folder).contains(&"issued-changed".to_owned()), "a byte of {name}");
        std::fs::remove_file(folder.join(name)).unwrap();
        assert!(found(&folder).contains(&"issued-missing".to_owned()), "{name} lost");
        again(name, &good);
    }
    std::fs::write(folder.join("nguon/la.txt"), "x").unwrap();
    assert_eq!(found(&folder), ["issued-extra"]);
    std::fs::remove_file(folder.join("nguon/la.txt")).unwrap();

    let unsigned = read("05-KH-HDND.pdf");
    let looks_signed: &[u8] = b"9 0 obj <</Type/Sig/ByteRange[0 1 2 3]>> endobj %%EOF";
    again("05-KH-HDND.pdf", &[unsigned.as_slice(), looks_signed].concat());
    assert_eq!(found(&folder), ["issued-changed"]);
    let goc = Goc::doc(unsigned.clone());
    let mut over = CapNhat::ky_moi(&goc, 0, "0 0 0 0", "");
    over.thay(goc.trang[0], goc.ruot(goc.trang[0]).replacen("<<", "<</Rotate 180", 1));
    again("05-KH-HDND.pdf", &over.ghi());
    let out = run(&["verify", text(&folder)]);
    assert!(stderr(&out).contains("trang bị xoay (trang 1)"), "{}", stderr(&out));
    let signed = CapNhat::ky_moi(&goc, 0, "0 0 0 0", "").ghi();
    again("05-KH-HDND.pdf", &signed);
    let out = run(&["verify", text(&folder)]);
    assert_eq!(out.status.code(), Some(0));
    assert!(stderr(&out).contains("có chữ ký số thêm vào sau"), "{}", stderr(&out));
    again("05-KH-HDND.pdf", &unsigned);
    assert_eq!(found(&folder), [""; 0]);
}

/// The record of `issued` names no version, as those of the first one do. Files that say the same words and look otherwise
/// are what another version would have made; other words are not.
#[test]
fn a_paper_of_another_version_is_told_as_such_and_other_words_are_told_as_other() {
    let dir = tempfile::tempdir().unwrap();
    let folder = issued(dir.path());
    let docx = folder.join("05-KH-HDND.docx");
    edit(&docx, "word/styles.xml", |xml| xml.replacen("w:line=\"240\"", "w:line=\"250\"", 1));
    let unlisted = found(&folder);
    assert!(unlisted.contains(&"issued-changed".to_owned()), "{unlisted:?}");
    write_manifest(&folder);
    let told = || run(&["verify", text(&folder)]);
    let looks = "do bản 0.1.0 soạn; lời văn của tệp Word giống bản dựng lại hôm nay, hôm nay trình bày khác ở: kiểu chữ";
    let out = told();
    assert_eq!(out.status.code(), Some(0), "{}", stderr(&out));
    assert!(
        stdout(&out).contains(&format!("đủ 5 tệp, {looks}; không thấy sổ")),
        "{}",
        stdout(&out)
    );

    let pdf = folder.join("05-KH-HDND.pdf");
    let own = std::fs::read(&pdf).unwrap();
    std::fs::write(&pdf, [own.as_slice(), b"\n"].concat()).unwrap();
    write_manifest(&folder);
    let more = format!("{looks}; 05-KH-HDND.pdf cũng khác, chưa so lời văn; không thấy sổ");
    let out = told();
    assert!(stdout(&out).contains(&more), "{}{}", stdout(&out), stderr(&out));

    edit(&docx, "word/document.xml", |xml| xml.replacen("Đồng Nai", "Đồng Tháp", 1));
    write_manifest(&folder);
    assert!(found(&folder).contains(&"rebuilt-differs".to_owned()), "{:?}", found(&folder));
}

#[test]
fn a_forged_source_with_a_forged_manifest_makes_another_document() {
    let dir = tempfile::tempdir().unwrap();
    let folder = issued(dir.path());
    let path = folder.join("nguon/ke-hoach.yaml");
    let yaml = std::fs::read_to_string(&path).unwrap();
    let forged =
        yaml.replace("Các tỉnh Ninh Thuận, Bình Thuận, Đồng Nai", "Các tỉnh Ninh Thuận, Đồng Nai");
    assert_ne!(yaml, forged);
    std::fs::write(&path, forged).unwrap();
    write_manifest(&folder);
    let out = run(&["verify", text(&folder)]);
    let said = stderr(&out);
    assert_eq!(said.matches("lỗi[rebuilt-differs]").count(), 2, "{said}");
    assert!(said.contains("Mục II.4, đoạn 3: thêm “Bình Thuận,” sau “Ninh Thuận,”"), "{said}");
    let list = std::fs::read_to_string(folder.join("bang-ke.json")).unwrap();
    std::fs::write(
        folder.join("bang-ke.json"),
        list.replace("phat-hanh.yaml", "../phat-hanh.yaml"),
    )
    .unwrap();
    assert!(found(&folder).contains(&"path-outside".to_owned()));
    std::fs::write(folder.join("bang-ke.json"), "{}").unwrap();
    assert_eq!(found(&folder), ["bad-manifest"]);
}

/// A hồ sơ with the plan issued, and the folder that it is kept in.
fn issued_by_command(dir: &Path) -> (PathBuf, PathBuf) {
    let ho_so = support::sample_with(dir, &[]);
    let out = run(&["issue", text(&ho_so.join("ke-hoach.yaml")), "--date", "15/3/2023"]);
    assert!(out.status.success(), "{}", stderr(&out));
    let folder = ho_so.join("phat-hanh/2023/01-KH-HDND");
    (ho_so, folder)
}

#[test]
fn the_row_of_the_register_is_held_against_the_document() {
    let dir = tempfile::tempdir().unwrap();
    let (ho_so, folder) = issued_by_command(dir.path());
    let register = ho_so.join("so-dang-ky.txt");
    let good = std::fs::read_to_string(&register).unwrap();
    let whole = run(&["verify", text(&folder)]);
    assert!(stdout(&whole).contains("so-dang-ky.txt:4"), "{}", stdout(&whole));

    // There was no witness at first; with it, any other register is told as such.
    std::fs::remove_file(ho_so.join("so-dang-ky.chung")).unwrap();
    // A row edited by hand.
    std::fs::write(&register, good.replace("Nguyễn Thị Kim Tuyền", "Nguyễn Văn A")).unwrap();
    assert_eq!(found(&folder), ["register-broken"]);

    // Rows forged with marks that fit: each column that says otherwise is named.
    let (so, _) = vanthu::records::so_dang_ky::So::doc(&good, "so-dang-ky.txt");
    let (empty, _) = vanthu::records::so_dang_ky::So::doc("", "so-dang-ky.txt");
    let dong = &so.dong[0].dong;
    let forged = |change: &dyn Fn(&mut vanthu::records::so_dang_ky::Dong)| {
        let mut dong = dong.clone();
        change(&mut dong);
        std::fs::write(&register, empty.them(&[dong])).unwrap();
        let out = run(&["verify", text(&folder)]);
        assert_eq!(out.status.code(), Some(1));
        let said = stderr(&out);
        assert_eq!(said.matches("lỗi[register-differs]").count(), 1, "{said}");
        said
    };
    let said = forged(&|dong| dong.nguoi_ky = "Nguyễn Văn A".into());
    assert!(
        said.contains("sổ ghi ở cột 4, người ký “Nguyễn Văn A”, văn bản là “Nguyễn Thị Kim Tuyền”"),
        "{said}"
    );
    assert!(said.contains("so-dang-ky.txt:4:1"), "{said}");
    assert!(
        forged(&|d| d.ngay = vanthu::model::Ngay::parse("16/3/2023").ok())
            .contains("cột 2, ngày tháng “16/3/2023”, văn bản là “15/3/2023”")
    );
    assert!(forged(&|d| d.trich_yeu.push('.')).contains("cột 3, tên loại và trích yếu"));
    assert!(forged(&|d| d.noi_nhan.push_str("; Sở Y tế")).contains("cột 5, nơi nhận"));
    assert!(forged(&|d| d.luu = "VP".into()).contains("cột 6, nơi lưu “VP”"));
    std::fs::write(&register, {
        let dong = vanthu::records::so_dang_ky::Dong { bang_ke: "0".repeat(16), ..dong.clone() };
        empty.them(&[dong])
    })
    .unwrap();
    assert_eq!(found(&folder), ["issued-changed"]);
    std::fs::write(&register, "").unwrap();
    assert_eq!(found(&folder), ["issued-unknown"]);

    // Elsewhere the register has to be named.
    std::fs::write(&register, good).unwrap();
    let away = dir.path().join("2023/01-KH-HDND");
    std::fs::create_dir_all(away.parent().unwrap()).unwrap();
    std::fs::rename(&folder, &away).unwrap();
    let out = run(&["verify", text(&away)]);
    assert!(stdout(&out).contains("chưa đối chiếu với sổ"), "{}", stdout(&out));
    let out = run(&["verify", text(&away), "--so-sach", text(&ho_so)]);
    assert!(stdout(&out).contains("khớp với"), "{}{}", stdout(&out), stderr(&out));
}

/// What was appended to a PDF may sign it, and may not draw it anew.
#[test]
fn an_update_that_draws_another_page_is_no_signature() {
    let dir = tempfile::tempdir().unwrap();
    let (_, folder) = issued_by_command(dir.path());
    let path = folder.join("01-KH-HDND.pdf");
    let original = std::fs::read(&path).unwrap();
    let mut incremental = lopdf::IncrementalDocument::create_from(
        original.clone(),
        lopdf::Document::load_mem(&original).unwrap(),
    );
    let page = incremental.get_prev_documents().get_pages()[&1];
    incremental.opt_clone_object_to_new_document(page).unwrap();
    let new = &mut incremental.new_document;
    let content = new.add_object(lopdf::Stream::new(
        lopdf::Dictionary::new(),
        b"/ByteRange BMC EMC 0 0 200 200 re f".to_vec(),
    ));
    new.get_dictionary_mut(page).unwrap().set("Contents", content);
    let mut forged = Vec::new();
    incremental.save_to(&mut forged).unwrap();
    assert!(forged.starts_with(&original));
    std::fs::write(&path, forged).unwrap();
    assert_eq!(found(&folder), ["issued-changed"]);
}
