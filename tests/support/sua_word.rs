//! A Word file edited as Word does it: letters become others, and the runs around them are cut anew.

use std::io::{Cursor, Read, Write};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// An edit of the main part.
#[derive(Debug, Clone, Copy)]
pub enum Sua<'a> {
    /// The first place of these words, which stand in one run, says others.
    Chu(&'a str, &'a str),
    /// The first piece of XML becomes another.
    Xml(&'a str, &'a str),
    /// Behind the paragraph that has these words comes one like it, with others.
    Them(&'a str, &'a str),
    /// The paragraph with these words goes.
    Bot(&'a str),
}

/// Makes the edits, and everything about it that Word would do besides.
pub fn sua(docx: &Path, edits: &[Sua<'_>]) {
    let bytes = std::fs::read(docx).unwrap();
    std::fs::write(docx, sua_byte(&bytes, edits)).unwrap();
}

pub fn sua_byte(bytes: &[u8], edits: &[Sua<'_>]) -> Vec<u8> {
    doi_phan(bytes, |name, text| match name {
        "word/document.xml" => edits.iter().fold(nhu_word(text), |text, edit| mot(&text, *edit)),
        _ => text,
    })
}

/// All parts of text through `doi`.
pub fn doi_phan(bytes: &[u8], doi: impl Fn(&str, String) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().to_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        if let Ok(text) = String::from_utf8(bytes.clone()) {
            bytes = doi(&name, text).into_bytes();
        }
        out.start_file(&name, SimpleFileOptions::default()).unwrap();
        out.write_all(&bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// What Word leaves everywhere: numbers of the session, marks of the spelling, bookmarks.
fn nhu_word(text: String) -> String {
    text.replace("<w:p>", "<w:p w:rsidR=\"00A1B2C3\" w:rsidRDefault=\"00A1B2C3\"><w:proofErr w:type=\"spellStart\"/>")
        .replace("<w:p w:rsidR=\"00A1B2C3\" w:rsidRDefault=\"00A1B2C3\"><w:proofErr w:type=\"spellStart\"/><w:pPr>", "<w:p w:rsidR=\"00A1B2C3\"><w:pPr>")
        .replace("</w:pPr><w:r>", "</w:pPr><w:bookmarkStart w:id=\"77\" w:name=\"_GoBack\"/><w:bookmarkEnd w:id=\"77\"/><w:r w:rsidR=\"00D4E5F6\">")
}

fn mot(text: &str, edit: Sua<'_>) -> String {
    match edit {
        Sua::Xml(cu, moi) => {
            assert!(text.contains(cu), "không có: {cu}");
            text.replacen(cu, moi, 1)
        }
        Sua::Chu(cu, moi) => {
            let at = cho(text, cu);
            // Word cuts the run in the midst of what was typed.
            let cut = moi.char_indices().nth(moi.chars().count() / 2).map_or(0, |(at, _)| at);
            let (a, b) = moi.split_at(cut);
            let run = &text[..at];
            let start = run.rfind("<w:r>").max(run.rfind("<w:r ")).unwrap();
            let rpr = match text[start..at].find("<w:rPr>") {
                Some(from) => {
                    let from = start + from;
                    let to = from + text[from..].find("</w:rPr>").unwrap() + "</w:rPr>".len();
                    &text[from..to]
                }
                None => "",
            };
            let split = format!(
                "{a}</w:t></w:r><w:proofErr w:type=\"spellEnd\"/><w:r w:rsidR=\"00AB12CD\">{rpr}<w:t xml:space=\"preserve\">{b}"
            );
            format!("{}{split}{}", &text[..at], &text[at + cu.len()..])
        }
        Sua::Them(canh, moi) => {
            let (start, end) = doan(text, canh);
            let own = &text[start..end];
            let ppr = own
                .find("</w:pPr>")
                .map_or("", |at| &own[own.find("<w:pPr>").unwrap()..at + "</w:pPr>".len()]);
            let new = format!(
                "<w:p w:rsidR=\"00A1B2C3\">{ppr}<w:r><w:t xml:space=\"preserve\">{moi}</w:t></w:r></w:p>"
            );
            format!("{}{new}{}", &text[..end], &text[end..])
        }
        Sua::Bot(canh) => {
            let (start, end) = doan(text, canh);
            format!("{}{}", &text[..start], &text[end..])
        }
    }
}

fn cho(text: &str, words: &str) -> usize {
    text.find(words).unwrap_or_else(|| panic!("tệp Word không có: {words}"))
}

fn doan(text: &str, words: &str) -> (usize, usize) {
    let at = cho(text, words);
    let before = &text[..at];
    let start = before.rfind("<w:p>").max(before.rfind("<w:p ")).unwrap();
    (start, at + text[at..].find("</w:p>").unwrap() + "</w:p>".len())
}
