//! Parts of a Word file, unzipped and parsed by nobody's own code.

use std::io::{Cursor, Read, Write};
use std::path::Path;

/// The text of one part of the package, if it is there.
pub fn part(docx: &Path, name: &str) -> Option<String> {
    let file = std::fs::File::open(docx).unwrap();
    let mut zip = zip::ZipArchive::new(file).unwrap();
    let mut text = String::new();
    zip.by_name(name).ok()?.read_to_string(&mut text).unwrap();
    Some(text)
}

/// Names of all parts, in the order of the package.
pub fn parts(docx: &Path) -> Vec<String> {
    let file = std::fs::File::open(docx).unwrap();
    let mut zip = zip::ZipArchive::new(file).unwrap();
    (0..zip.len()).map(|i| zip.by_index(i).unwrap().name().to_owned()).collect()
}

/// What is replaced by what, in which part: part, old, new.
pub type Sua<'a> = (&'a str, &'a str, &'a str);

/// A copy with parts changed; demands that there is something to change.
pub fn doi(from: &Path, to: &Path, edits: &[Sua]) {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(from).unwrap()).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut done = vec![false; edits.len()];
    for i in 0..zip.len() {
        let mut part = zip.by_index(i).unwrap();
        let name = part.name().to_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        for (done, (part, old, new)) in done.iter_mut().zip(edits) {
            if *part == name && text.contains(old) {
                text = text.replacen(old, new, 1);
                *done = true;
            }
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    assert!(done.iter().all(|done| *done), "{}: không có gì để đổi: {edits:?}", from.display());
    std::fs::write(to, out.finish().unwrap().into_inner()).unwrap();
}
