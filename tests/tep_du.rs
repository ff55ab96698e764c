//! Files that were made to hurt: whatever they hold, each verb that reads them says so in words, within 256 MB.

use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use crate::support;
use crate::support::{stderr, vanthu};
use zip::write::SimpleFileOptions;

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn docx(body: &str) -> Vec<u8> {
    let names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
        xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" \
        xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
    let rels = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"r1\" Type=\"{R}/officeDocument\" Target=\"w/document.xml\"/></Relationships>"
    );
    let main = format!("<w:document {names}><w:body>{body}<w:sectPr/></w:body></w:document>");
    packed(&[("_rels/.rels", &rels), ("w/document.xml", &main)])
}

fn inside(open: &str, times: usize, what: &str, close: &str) -> String {
    format!("{}{what}{}", open.repeat(times), close.repeat(times))
}

const RUN: &str = "<w:r><w:t>a</w:t></w:r>";

fn paragraph(inside: &str) -> String {
    format!("<w:p>{inside}</w:p>")
}

/// Bodies, and what is told of each.
fn bodies() -> Vec<(&'static str, String, &'static str)> {
    let cell = "<w:tbl><w:tr><w:tc>";
    let nested = inside(cell, 80, "<w:p/>", "<w:p/></w:tc></w:tr></w:tbl>");
    let empty_row = format!("<w:tr>{}</w:tr>", "<w:tc/>".repeat(590));
    let choice = "<mc:AlternateContent><mc:Fallback>";
    let attributes = (0..290).fold(String::new(), |mut out, i| {
        let _ = write!(out, " a{i}=\"\"");
        out
    });
    let big = "bad-word";
    vec![
        ("bảng lồng nhau", nested.repeat(1_800), big),
        ("ô trống", format!("<w:tbl>{}</w:tbl>", empty_row.repeat(1_000)), big),
        ("hàng trống", format!("<w:tbl>{}</w:tbl>", "<w:tr/>".repeat(590_000)), big),
        ("đoạn trống", "<w:p/>".repeat(590_000), big),
        ("một triệu đoạn", "<w:p/>".repeat(1_000_000), big),
        ("một đoạn nhiều mảnh", paragraph(&RUN.repeat(290_000)), big),
        ("dấu tab", paragraph(&format!("<w:r>{}</w:r>", "<w:tab/>".repeat(590_000))), big),
        (
            "thuộc tính của chữ",
            paragraph(&format!(
                "<w:r><w:rPr>{}</w:rPr>{}</w:r>",
                "<w:b/>".repeat(10_000),
                "<w:tab/>".repeat(10_000)
            )),
            big,
        ),
        ("phần tử lạ", paragraph(&format!("<w:r>{}</w:r>", "<w:la>x</w:la>".repeat(290_000))), big),
        ("thuộc tính", paragraph(&format!("<w:r{attributes}/>").repeat(6_000)), big),
        (
            "nhánh lồng nhau",
            paragraph(&inside(
                choice,
                100,
                &RUN.repeat(40_000),
                "</mc:Fallback></mc:AlternateContent>",
            )),
            "",
        ),
        (
            "một chữ rất dài",
            paragraph(&format!("<m:oMath>{}</m:oMath>", "<m:r><m:t>x</m:t></m:r>".repeat(190_000))),
            "",
        ),
        (
            "chữ một nghìn trang",
            paragraph(&format!("<w:r><w:t>{}</w:t></w:r>", "ab cd ".repeat(500_000))),
            "import-too-long",
        ),
    ]
}

fn ho_so() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::copy(support::sample().join("co-quan.yaml"), dir.path().join("co-quan.yaml")).unwrap();
    fs::write(
        dir.path().join("thu.yaml"),
        "loai: cong_van\nngay_ban_hanh: 12/3/2026\ndon_vi_soan: VP\ntrich_yeu: mời dự họp\nkinh_gui: Sở A\n\
         noi_nhan:\n  - Như trên\nluu: VT\nnoi_dung: |\n  Kính mời tới dự.\n",
    )
    .unwrap();
    dir
}

/// What a verb says of a file; it was not stopped.
fn said(dir: &Path, args: &[&str]) -> (bool, String) {
    let out =
        vanthu().current_dir(dir).args(args).args(["--memory-limit", "256"]).output().unwrap();
    let told = stderr(&out);
    assert!(
        !told.contains("document-memory") && !told.contains("document-timeout"),
        "{args:?}: {told}"
    );
    assert!(out.status.code().is_some_and(|code| code < 3), "{args:?}: {told}");
    (out.status.success(), told)
}

#[test]
fn word_files_cost_a_message() {
    let dir = ho_so();
    let dir = dir.path();
    for (at, (name, body, code)) in bodies().into_iter().enumerate() {
        fs::write(dir.join("a.docx"), docx(&body)).unwrap();
        let verbs: &[&[&str]] = &[
            &["check", "a.docx"],
            &["import", "a.docx", "-o", "ra"],
            &["take-back", "a.docx", "thu.yaml"],
        ];
        // What is long to compose is not hostile, and is left to the tests of composing.
        let verbs = match (code, at % 3) {
            ("", _) => &verbs[..1],
            // All read with one reader.
            (_, 0) => verbs,
            (_, verb) => &verbs[verb..=verb],
        };
        for verb in verbs {
            let (well, told) = said(dir, verb);
            // To take back, a long file is as good as any other that is not the paper.
            let known = code.is_empty() || (verb[0] == "take-back" && code == "import-too-long");
            assert!(
                known || (!well && told.contains(&format!("[{code}]"))),
                "{name} {verb:?}: {told}"
            );
        }
        assert!(code.is_empty() || !dir.join("ra").exists(), "{name}");
    }
}

fn sheet(rows: &str) -> Vec<u8> {
    let rel = |kind: &str, to: &str| {
        format!(
            "<Relationships><Relationship Id=\"r1\" Type=\"{R}/{kind}\" Target=\"{to}\"/></Relationships>"
        )
    };
    packed(&[
        ("_rels/.rels", &rel("officeDocument", "w.xml")),
        ("_rels/w.xml.rels", &rel("worksheet", "s.xml")),
        ("w.xml", "<workbook><sheets><sheet name=\"S\" r:id=\"r1\"/></sheets></workbook>"),
        ("s.xml", &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
    ])
}

fn ods(rows: &str) -> Vec<u8> {
    packed(&[(
        "content.xml",
        &format!("<o><table:table table:name=\"S\">{rows}</table:table></o>"),
    )])
}

#[test]
fn lists_cost_a_message() {
    let dir = ho_so();
    let dir = dir.path();
    let paper = fs::read_to_string(dir.join("thu.yaml")).unwrap();
    fs::write(dir.join("thu.yaml"), paper.replace("Kính mời", "Kính mời {{Tên}}")).unwrap();
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let head = format!("<table:table-row>{}</table:table-row>", cell("Tên"));
    let wide = format!(
        "{head}<table:table-row table:number-rows-repeated=\"19990\"><table:table-cell \
         table:number-columns-repeated=\"512\"><text:p>a</text:p></table:table-cell></table:table-row>"
    );
    let long = format!(
        "{head}<table:table-row><table:table-cell table:number-columns-repeated=\"512\"><text:p>{}</text:p>\
         </table:table-cell></table:table-row>",
        "a".repeat(4 << 20)
    );
    let row = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(100));
    for (name, bytes, told) in [
        (
            "dòng trống",
            format!("Tên\n{}", "\n".repeat(20_000_000)).into_bytes(),
            "không có dòng nào",
        ),
        (
            "dấu ngăn",
            format!("Tên,b\n{}", ",".repeat(20_000_000)).into_bytes(),
            "không có dòng nào",
        ),
        (
            "nhiều dòng",
            format!("Tên,b\n{}", "An,1\n".repeat(1_000_000)).into_bytes(),
            "quá 20000 dòng",
        ),
        ("ô lặp", ods(&wide), "lớn bất thường"),
        ("chữ lặp", ods(&long), "lớn bất thường"),
        ("nhiều ô", sheet(&row.repeat(19_000)), "lớn bất thường"),
    ] {
        let list = if bytes.starts_with(b"PK") { "a.xlsx" } else { "a.csv" };
        fs::write(dir.join(list), bytes).unwrap();
        let (well, found) = said(dir, &["merge", "thu.yaml", list]);
        assert!(!well && found.contains(told), "{name}: {found}");
        assert!(!dir.join("thu-tron").exists(), "{name}");
    }
}
