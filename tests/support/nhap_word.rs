//! What the tests of `import` share: Word files that hands have made, the program's own, and the hồ sơ made of them.

use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_yaml::Value;

use super::{root, stderr, vanthu};

pub fn import(docx: &Path, out: &Path) -> Output {
    vanthu().arg("import").arg(docx).arg("-o").arg(out).output().unwrap()
}

/// Imports, and demands that it ended well.
pub fn imported(docx: &Path, out: &Path) -> String {
    let done = import(docx, out);
    assert_eq!(done.status.code(), Some(0), "{}: {}", docx.display(), stderr(&done));
    stderr(&done)
}

/// The Word files of a folder of samples.
pub fn built(folder: &str, out: &Path) -> Vec<PathBuf> {
    let made = vanthu()
        .arg("build")
        .arg(root().join("data").join(folder))
        .arg("-o")
        .arg(out)
        .args(["-f", "docx"])
        .output();
    assert_eq!(made.unwrap().status.code(), Some(0));
    let mut all: Vec<PathBuf> =
        std::fs::read_dir(out).unwrap().map(|e| e.unwrap().path()).collect();
    all.retain(|path| path.extension().is_some_and(|ending| ending == "docx"));
    all.sort();
    all
}

pub fn name(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

/// The paper's own file in a new hồ sơ.
pub fn paper(ho_so: &Path) -> PathBuf {
    let all = std::fs::read_dir(ho_so).unwrap().map(|e| e.unwrap().path());
    let yaml = all.filter(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    yaml.into_iter().find(|path| !path.ends_with("co-quan.yaml")).unwrap()
}

pub fn yaml(path: &Path) -> Value {
    serde_yaml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// As it is compared: how a text is quoted, how a list is written, capitals and closing marks are no matter.
pub fn bare(value: &Value) -> String {
    match value {
        Value::Sequence(items) => items.iter().map(bare).collect::<Vec<_>>().join("; "),
        Value::String(text) => text
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .trim_end_matches(['.', ';'])
            .to_lowercase()
            .replace("oả", "ỏa"),
        Value::Number(number) => number.to_string(),
        other => format!("{other:?}"),
    }
}

/// A paragraph of a paper that a hand has made: nothing but `Normal`, looks set run by run.
pub fn p(text: &str, look: &str) -> String {
    let jc = match look.chars().next() {
        Some('c') => "<w:jc w:val=\"center\"/>",
        Some('r') => "<w:jc w:val=\"right\"/>",
        Some('j') => "<w:jc w:val=\"both\"/>",
        _ => "",
    };
    let bold = if look.contains('b') { "<w:b/>" } else { "" };
    let run = |text: &str| {
        let parts: Vec<String> = text
            .split('\n')
            .map(|line| {
                line.split('\t')
                    .map(|t| format!("<w:t xml:space=\"preserve\">{t}</w:t>"))
                    .collect::<Vec<_>>()
                    .join("<w:tab/>")
            })
            .collect();
        format!("<w:r><w:rPr>{bold}</w:rPr>{}</w:r>", parts.join("<w:br/>"))
    };
    format!("<w:p><w:pPr>{jc}</w:pPr>{}</w:p>", run(text))
}

pub fn table(rows: &[&[String]]) -> String {
    let cell = |inside: &String| format!("<w:tc><w:tcPr/>{inside}</w:tc>");
    let row =
        |cells: &&[String]| format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>());
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

/// A Word file with this body and no styles.
pub fn docx(path: &Path, body: &str) {
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" \
        ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" \
        ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    let rels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" \
        Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
        Target=\"word/document.xml\"/></Relationships>";
    let document = format!("<w:document xmlns:w=\"{w}\"><w:body>{body}</w:body></w:document>");
    for (name, text) in
        [("[Content_Types].xml", types), ("_rels/.rels", rels), ("word/document.xml", &document)]
    {
        to.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        to.write_all(text.as_bytes()).unwrap();
    }
    std::fs::write(path, to.finish().unwrap().into_inner()).unwrap();
}
