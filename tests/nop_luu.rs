//! What goes to the archive: the package of the circular's form, and the proof of it years later.

mod chung;
mod kiem;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use crate::support;
use crate::support::{stderr, tool, verapdf};
use chung::{DATA, NOP, chu, duoc, goi_cua, lam, nop};
use vanthu::reading::source::list_tree;

/// An attribute by its name without prefix.
fn tt<'a>(node: roxmltree::Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|a| a.name() == name).map(|a| a.value())
}

fn ben_trong(xml: &str, name: &str) -> Option<String> {
    let xml = roxmltree::Document::parse(xml).unwrap();
    let found = xml.descendants().find(|n| n.has_tag_name(name))?;
    Some(found.text().unwrap_or_default().to_owned())
}

/// What a METS lists: path in the package → digest, size.
fn ke(goi: &Path, mets: &str, base: &str, out: &mut BTreeMap<String, (String, u64)>) {
    let text = chu(&goi.join(mets));
    let xml = roxmltree::Document::parse(&text).unwrap();
    for node in xml.descendants() {
        let whose = match node.tag_name().name() {
            "mdRef" => node,
            "FLocat" => node.parent().unwrap(),
            _ => continue,
        };
        let at = format!("{base}{}", tt(node, "href").unwrap());
        assert_eq!(tt(whose, "CHECKSUMTYPE"), Some("SHA-256"));
        let said = (tt(whose, "CHECKSUM").unwrap().to_owned(), tt(whose, "SIZE").unwrap());
        let said = (said.0, said.1.parse().unwrap());
        assert!(out.insert(at.clone(), said).is_none(), "{at} kể hai lần");
    }
}

/// An archive that checks the package by its METS alone finds every file, once, with its digest; nothing points nowhere.
#[test]
fn every_file_of_the_package_is_listed_once_with_its_digest() {
    let dir = tempfile::tempdir().unwrap();
    let goi = goi_cua(&nop(dir.path()));
    let mut listed = BTreeMap::new();
    ke(&goi, "METS.xml", "", &mut listed);
    ke(&goi, "representations/rep1/METS.xml", "representations/rep1/", &mut listed);
    let there: BTreeSet<String> = list_tree(&goi).unwrap().into_iter().collect();
    let told: BTreeSet<String> = listed.keys().cloned().chain(["METS.xml".to_owned()]).collect();
    assert_eq!(there, told);
    for (ten, (bam, co)) in &listed {
        let bytes = std::fs::read(goi.join(ten)).unwrap();
        assert_eq!((bam, *co), (&chung::bam(&bytes), bytes.len() as u64), "{ten}");
    }
    let mut ids = BTreeSet::new();
    for mets in ["METS.xml", "representations/rep1/METS.xml"] {
        let text = chu(&goi.join(mets));
        let xml = roxmltree::Document::parse(&text).unwrap();
        let own: Vec<&str> = xml.descendants().filter_map(|n| n.attribute("ID")).collect();
        for node in xml.descendants() {
            let refs = ["FILEID", "DMDID", "ADMID"].iter().filter_map(|name| node.attribute(*name));
            for id in refs.flat_map(str::split_whitespace) {
                assert!(own.contains(&id), "{mets}: {id}");
            }
        }
        for id in own {
            let form = id.strip_prefix("uuid-").or_else(|| id.strip_prefix("ID-")).unwrap();
            assert!(form.len() == 36 && form.to_uppercase() == form, "{id}");
            assert!(ids.insert(id.to_owned()), "{id} có hai chỗ");
        }
    }
    let root = chu(&goi.join("METS.xml"));
    let xml = roxmltree::Document::parse(&root).unwrap();
    let name = goi.file_name().unwrap().to_str().unwrap();
    assert_eq!(xml.root_element().attribute("OBJID"), Some(name));
    assert_eq!(xml.root_element().attribute("LABEL"), Some("Tập lưu <1> & \"2\""));
    let head = xml.descendants().find(|n| n.tag_name().name() == "metsHdr").unwrap();
    assert_eq!(tt(head, "OAISPACKAGETYPE"), Some("SIP"));
    // The day of the hand-over, not of a clock.
    assert_eq!(tt(head, "CREATEDATE"), Some("2024-01-15T00:00:00.0+07:00"));
}

/// What is said in XML obeys the schemas that travel with it, so an archive need not guess.
#[test]
fn xml_obeys_the_schemas_of_the_package() {
    let dir = tempfile::tempdir().unwrap();
    let goi = goi_cua(&nop(dir.path()));
    let obeys = |xsd: &str, xml: &str| {
        let mut lint = Command::new("xmllint");
        tool(lint.current_dir(&goi).args(["--nonet", "--noout", "--schema", xsd, xml]));
    };
    obeys("schemas/METS.xsd", "METS.xml");
    obeys("schemas/METS.xsd", "representations/rep1/METS.xml");
    obeys("schemas/EAD.xsd", "metadata/descriptive/EAD.xml");
    let described = list_tree(&goi.join("representations/rep1/metadata/descriptive")).unwrap();
    assert_eq!(described.len(), 3, "{described:?}");
    for ten in described {
        obeys("schemas/EAD_doc.xsd", &format!("representations/rep1/metadata/descriptive/{ten}"));
    }
    // The schema is no rubber stamp.
    let ead = goi.join("metadata/descriptive/EAD.xml");
    let broken = chu(&ead).replace("<mode>02</mode>", "<mode>9</mode>");
    std::fs::write(&ead, broken).unwrap();
    let mut lint = Command::new("xmllint");
    lint.current_dir(&goi).args(["--nonet", "--noout", "--schema", "schemas/EAD.xsd"]).arg(&ead);
    assert!(!lint.output().unwrap().status.success());
}

/// A paper without a PDF, or without any file, neither stops the package nor is told otherwise than it is.
#[test]
fn papers_of_word_or_paper_alone_stand_as_what_they_are() {
    let dir = tempfile::tempdir().unwrap();
    let goi = goi_cua(&nop(dir.path()));
    let data: Vec<String> = list_tree(&goi.join(DATA)).unwrap();
    let code = |end: &str| format!("H20.12.2023.01.VP.{end}");
    let all = ["0000001.pdf", "0000002.docx", "0000003-2.pdf", "0000003.pdf"].map(code);
    assert_eq!(data.iter().cloned().collect::<BTreeSet<_>>(), all.into_iter().collect());
    let ead = chu(&goi.join("metadata/descriptive/EAD.xml"));
    let of = |name: &str| ben_trong(&ead, name).unwrap();
    assert_eq!((of("fileCode").as_str(), of("totalDoc").as_str()), ("H20.12.2023.01.VP", "3"));
    assert_eq!((of("startDate").as_str(), of("endDate").as_str()), ("15/03/2023", "16/03/2023"));
    assert_eq!((of("maintenance").as_str(), of("mode").as_str()), ("07", "02"));
    let note = of("description");
    assert!(note.contains("15 năm") && note.contains("1 văn bản chỉ có bản giấy"), "{note}");
    let doc = |so: &str| {
        let ten = format!("EAD_doc_H20.12.2023.01.VP.{so}.xml");
        chu(&goi.join("representations/rep1/metadata/descriptive").join(ten))
    };
    let word = doc("0000002");
    let of = |name: &str| ben_trong(&word, name).unwrap();
    assert_eq!((of("typeName").as_str(), of("codeNotation").as_str()), ("22", "HĐND-VP"));
    // Pages that nobody counted are not said to be none.
    assert_eq!((of("numberOfPage").as_str(), of("confidenceLevel").as_str()), ("", ""));
    let report = doc("0000003");
    assert_eq!(ben_trong(&report, "typeName").as_deref(), Some("14"));
    assert_eq!(ben_trong(&report, "docCode").as_deref(), Some("H20.12.2023.01.VP.0000003"));
    // The second file belongs to its paper.
    let rep = chu(&goi.join("representations/rep1/METS.xml"));
    let xml = roxmltree::Document::parse(&rep).unwrap();
    let file = |id: &str| {
        let file = xml.descendants().find(|n| n.attribute("ID") == Some(id)).unwrap();
        tt(file.first_element_child().unwrap(), "href").unwrap().to_owned()
    };
    let more = xml.descendants().find(|n| n.attribute("LABEL") == Some("AttachmentFile")).unwrap();
    let pointed: Vec<String> =
        more.descendants().filter_map(|n| n.attribute("FILEID")).map(file).collect();
    assert_eq!(pointed, ["data/H20.12.2023.01.VP.0000003-2.pdf"]);
    let ho_so = dir.path().join("ho-so");
    let packed = |ten: &str| std::fs::read(goi.join(DATA).join(code(ten))).unwrap();
    assert!(packed("0000003.pdf") == std::fs::read(ho_so.join("bao-cao.pdf")).unwrap());
    assert!(packed("0000003-2.pdf") == std::fs::read(ho_so.join("phu-luc.pdf")).unwrap());
    // What is on paper alone is told before it goes; its lists and minutes are made none the less.
    let only = [&NOP[..13], &["--only", "04/HĐND-VP", "-o", "giay"]].concat();
    let out = lam(&ho_so, &only);
    assert!(!out.status.success() && stderr(&out).contains("không văn bản nào có tệp"));
    duoc(&ho_so, &[&only[..], &["--chap-nhan-canh-bao"]].concat());
    let empty = goi_cua(&ho_so.join("giay"));
    let mut lint = Command::new("xmllint");
    let rep = "representations/rep1/METS.xml";
    tool(lint.current_dir(&empty).args([
        "--nonet",
        "--noout",
        "--schema",
        "schemas/METS.xsd",
        rep,
    ]));
    duoc(&ho_so, &["verify", "giay"]);
}

/// Two who pack the same year have the same package: neither a clock nor dice is in it.
#[test]
fn the_same_year_gives_the_same_bytes() {
    let dir = tempfile::tempdir().unwrap();
    let one = nop(dir.path());
    let ho_so = one.parent().unwrap();
    duoc(ho_so, &[&NOP[..], &["-o", "hai"]].concat());
    let two = ho_so.join("hai");
    let all = list_tree(&one).unwrap();
    assert_eq!(all.iter().collect::<BTreeSet<_>>(), list_tree(&two).unwrap().iter().collect());
    for ten in all {
        let same = std::fs::read(one.join(&ten)).unwrap() == std::fs::read(two.join(&ten)).unwrap();
        assert!(same, "{ten}");
    }
    // Another title is another package, with another name.
    let other = NOP.map(|word| if word.starts_with("Tập") { "Tập khác" } else { word });
    duoc(ho_so, &[&other[..], &["-o", "ba"]].concat());
    assert_ne!(goi_cua(&ho_so.join("ba")).file_name(), goi_cua(&one).file_name());
}

/// What is printed for the archive is archival itself; a signature travels with its paper.
#[test]
fn a_year_goes_to_the_archive_whole() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = support::sample_with(dir.path(), &[]);
    let run = |args: &[&str]| {
        let out = support::vanthu().args(args).current_dir(&ho_so).output().unwrap();
        assert!(out.status.success(), "{}", support::stderr(&out));
    };
    run(&["issue", "ke-hoach.yaml", "--date", "15/3/2023"]);
    let hand_over = [
        "register",
        "hand-over",
        "2023",
        "--title",
        "Tập lưu",
        "--code",
        "01.VP",
        "--retention",
        "20 năm",
        "--date",
        "15/1/2024",
        "--chap-nhan-canh-bao",
    ];
    run(&hand_over);
    let package = ho_so.join("nop-luu-2023-HDND");
    let printed = ["muc-luc-ho-so", "muc-luc-van-ban", "bien-ban-giao-nhan"];
    let goi = goi_cua(&package);
    let lies = |ten: &str| match ten {
        "bien-ban-giao-nhan" => package.clone(),
        _ => goi.join("documentation"),
    };
    let pdfs: Vec<_> = printed.iter().map(|ten| lies(ten).join(format!("{ten}.pdf"))).collect();
    let all: Vec<&std::path::Path> = pdfs.iter().map(std::path::PathBuf::as_path).collect();
    verapdf::obey("PDFA_2_A,PDFUA_1", &all);
    let audit = support::python::python_tool("openxml-audit")
        .args(["-r", "-q"])
        .arg(&package)
        .output()
        .unwrap();
    assert!(audit.status.success(), "{}", support::stdout(&audit));
    // Packed as it is kept, byte for byte.
    let kept = std::fs::read(ho_so.join("phat-hanh/2023/01-KH-HDND/01-KH-HDND.pdf")).unwrap();
    assert!(
        std::fs::read(goi.join("representations/rep1/data/2023.01.VP.0000001.pdf")).unwrap()
            == kept
    );
    // The papers of one matter: those that have its words, of that year.
    run(&[
        "issue",
        "dot-1.yaml",
        "--only",
        "ke-hoach-chi-tiet",
        "--date",
        "16/3/2023",
        "--chap-nhan-canh-bao",
    ]);
    let matter = |words: &str, folder: &str| {
        let more = [&hand_over[..], &["-o", folder, "--find", words]].concat();
        support::vanthu().args(more).current_dir(&ho_so).output().unwrap()
    };
    let told = support::stdout(&matter("hoc tap kinh nghiem", "mot-viec"));
    assert!(told.contains("1 văn bản"), "{told}");
    let none = matter("vũ trụ", "khong-co");
    assert!(!none.status.success() && !ho_so.join("khong-co").exists());
    // A paper that was changed since it was issued does not leave the house.
    std::fs::write(ho_so.join("phat-hanh/2023/01-KH-HDND/01-KH-HDND.pdf"), "x").unwrap();
    let more = [&hand_over[..], &["-o", "hai"]].concat();
    let out = support::vanthu().args(more).current_dir(&ho_so).output().unwrap();
    assert!(support::stderr(&out).contains("issued-changed") && !ho_so.join("hai").exists());
}
