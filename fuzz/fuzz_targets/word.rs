//! The reader of Word files that someone has edited: whole files, and packages made of fuzzed parts.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use vanthu::word::doc_word;
use zip::write::SimpleFileOptions;

const PARTS: [&str; 4] =
    ["word/document.xml", "word/footnotes.xml", "word/styles.xml", "word/numbering.xml"];

fuzz_target!(|data: &[u8]| {
    if data.starts_with(b"PK") {
        let _ = doc_word::doc(data);
        return;
    }
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, part) in PARTS.iter().zip(data.split(|b| *b == 0)) {
        zip.start_file(*name, options).unwrap();
        zip.write_all(part).unwrap();
    }
    let _ = doc_word::doc(&zip.finish().unwrap().into_inner());
});
