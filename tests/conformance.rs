//! Both files before readers that know their standards: openxml-audit and LibreOffice for Word, qpdf,
//! MuPDF, poppler and pdfium for the PDF; the sample's YAML before our own schema.

use std::path::PathBuf;
use std::process::Command;

use crate::support;
use crate::support::python::python_tool;
use crate::support::{pdfium, sample, tool, verapdf, word};

/// The folders that hold every form and everything that a body may have, beside the sample.
const FORMS: [&str; 4] = ["data/cac-mau", "data/the-thuc", "data/dang-uy", "tests/than-bai"];

fn built() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    support::build(&sample(), dir.path());
    for forms in FORMS {
        let beside = dir.path().join(forms);
        support::build(&support::root().join(forms), &beside);
    }
    dir
}

fn each(dir: &std::path::Path, ending: &str) -> Vec<PathBuf> {
    let folders = FORMS.iter().map(|forms| dir.join(forms)).filter(|folder| folder.is_dir());
    let mut found: Vec<PathBuf> = std::iter::once(dir.to_owned())
        .chain(folders)
        .flat_map(|folder| std::fs::read_dir(folder).unwrap())
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == ending))
        .collect();
    found.sort();
    assert!(!found.is_empty());
    found
}

#[test]
fn word_files_are_valid_in_every_part() {
    let dir = built();
    for docx in each(dir.path(), "docx") {
        let out = python_tool("openxml-audit").arg(&docx).output().expect("openxml-audit");
        let said = support::stdout(&out) + &support::stderr(&out);
        assert!(out.status.success(), "{}: {said}", docx.display());
    }
}

#[test]
fn openxml_audit_sees_a_broken_part() {
    let dir = built();
    let docx = dir.path().join("ke-hoach.docx");
    let parts = word::parts(&docx);
    let broken = dir.path().join("hong.docx");
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&broken).unwrap());
    for name in parts {
        use std::io::Write;
        let text = word::part(&docx, &name).unwrap();
        zip.start_file(&name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.replace("<w:pPr>", "<w:pPr><w:khong_co/>").as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    let out = python_tool("openxml-audit").arg(&broken).output().expect("openxml-audit");
    assert!(!out.status.success());
}

#[test]
fn pdf_files_are_whole_archival_and_accessible() {
    let dir = built();
    for pdf in each(dir.path(), "pdf") {
        tool(Command::new("qpdf").arg("--check").arg(&pdf));
        let bytes = std::fs::read(&pdf).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        for claim in [
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
        ] {
            assert!(text.contains(claim), "{}: {claim}", pdf.display());
        }
        let info = tool(Command::new("pdfinfo").arg(&pdf));
        assert!(info.contains("Tagged:          yes"), "{info}");
        let fonts = tool(Command::new("pdffonts").arg(&pdf));
        let faces: Vec<&str> = fonts.lines().skip(2).collect();
        assert!(faces.len() >= 3, "{fonts}");
        for face in faces {
            let columns: Vec<&str> = face.split_whitespace().rev().collect();
            // emb sub uni object ID
            assert_eq!(columns[4..=4], ["yes"], "{face}");
            // The second has the signs that the first lacks.
            let own = ["+LiberationSerif", "+DejaVuSans"].iter().any(|name| face.contains(name));
            assert!(own, "{face}");
        }
        let catalog = tool(
            Command::new("qpdf").arg("--qdf").arg("--object-streams=disable").arg(&pdf).arg("-"),
        );
        assert!(
            catalog.contains("/Lang (vi-VN)") || catalog.contains("vi-VN"),
            "không có ngôn ngữ"
        );
    }
}

#[test]
fn the_browsers_reader_finds_the_same_words() {
    let dir = built();
    let files = each(dir.path(), "pdf");
    let found = pdfium::read(&files);
    assert_eq!(found.len(), files.len());
    for (pdf, pages) in found {
        pdfium::reads_like_poppler(&pdf, &pages);
    }
}

#[test]
fn verapdf_finds_every_rule_of_pdf_a_and_pdf_ua_kept() {
    let dir = built();
    verapdf::obey("PDFA_2_A,PDFUA_1", &each(dir.path(), "pdf"));
}

#[test]
fn verapdf_sees_a_broken_file() {
    let dir = built();
    let bytes = std::fs::read(dir.path().join("ke-hoach.pdf")).unwrap();
    let at = bytes.windows(11).position(|w| w == b"/Lang(vi-VN").unwrap();
    let mut broken = bytes;
    broken[at..at + 5].copy_from_slice(b"/Lung");
    let file = dir.path().join("hong.pdf");
    std::fs::write(&file, broken).unwrap();
    let (obey, said) = verapdf::verdict("PDFUA_1", &[file]);
    assert!(!obey && said.contains("KHÔNG ĐẠT"), "{said}");
}

#[test]
fn pdf_properties_name_title_office_subject_and_keywords() {
    let dir = built();
    let info = tool(Command::new("pdfinfo").arg(dir.path().join("ke-hoach.pdf")));
    for line in [
        "Title:           Kế hoạch Tổ chức Đoàn công tác trao đổi",
        "Author:          Thường trực Hội đồng nhân dân tỉnh Đồng Tháp",
        "Subject:         Tổ chức Đoàn công tác",
        "Keywords:        Kế hoạch, KH-HĐND",
    ] {
        assert!(info.contains(line), "{line}\n{info}");
    }
}

#[test]
fn the_structure_of_the_pdf_has_heads_lists_and_notes() {
    let dir = built();
    let tree =
        tool(Command::new("pdfinfo").args(["-struct-text"]).arg(dir.path().join("ke-hoach.pdf")));
    let count = |tag: &str| tree.lines().filter(|l| l.trim_start().starts_with(tag)).count();
    assert_eq!(count("H1"), 4, "{tree}");
    assert_eq!(count("H2"), 6);
    assert!(count("L (") >= 7);
    assert_eq!(count("Note"), 3);
}

#[test]
fn the_sample_obeys_our_schema() {
    for (kind, file) in [
        ("ke-hoach", "ke-hoach"),
        ("co-quan", "co-quan"),
        ("co-quan", "van-phong"),
        ("dot", "dot-1"),
        ("dot", "dot-2"),
        ("dot", "dot-3"),
        ("dot", "dot-4"),
    ] {
        let schema = support::root().join(format!("schema/{kind}.json"));
        tool(
            python_tool("check-jsonschema")
                .arg("--schemafile")
                .arg(schema)
                .arg(sample().join(format!("{file}.yaml"))),
        );
    }
}

#[test]
fn the_printed_schema_is_the_one_in_the_repository() {
    for kind in ["ke-hoach", "co-quan", "dot"] {
        let printed = tool(support::vanthu().args(["schema", kind]));
        let stored = std::fs::read_to_string(support::root().join(format!("schema/{kind}.json")));
        assert_eq!(printed.trim(), stored.unwrap().trim());
        assert!(printed.contains("draft-07"));
    }
}

/// Times New Roman itself may not be passed on, so the bundled faces stand in under its name.
#[test]
fn times_new_roman_is_embedded_where_its_folder_is_given() {
    let dir = tempfile::tempdir().unwrap();
    let fonts = dir.path().join("fonts");
    std::fs::create_dir(&fonts).unwrap();
    let rename = "import sys\nfrom fontTools.ttLib import TTFont\n\
        f = TTFont(sys.argv[1])\n\
        for n in f['name'].names:\n    \
            t = n.toUnicode().replace('Liberation Serif', 'Times New Roman')\n    \
            n.string = t.replace('LiberationSerif', 'TimesNewRoman')\n\
        f.save(sys.argv[2])\n";
    let bundled = support::root().join("fonts");
    for (from, to) in
        [("Regular", "times"), ("Bold", "timesbd"), ("Italic", "timesi"), ("BoldItalic", "timesbi")]
    {
        tool(
            python_tool("python")
                .args(["-c", rename])
                .arg(bundled.join(format!("LiberationSerif-{from}.ttf")))
                .arg(fonts.join(format!("{to}.ttf"))),
        );
    }
    let out = dir.path().join("ra");
    tool(
        support::vanthu().arg("build").arg(sample()).arg("--fonts").arg(&fonts).arg("-o").arg(&out),
    );
    let listed = tool(Command::new("pdffonts").arg(out.join("ke-hoach.pdf")));
    assert!(listed.contains("TimesNewRoman") && !listed.contains("Liberation"), "{listed}");
}
