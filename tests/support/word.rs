//! Parts of a Word file, unzipped and parsed by nobody's own code.

use std::io::Read;
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
