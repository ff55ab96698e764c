//! Laws over all samples: what was not edited is nothing, an edit of one place is that place or is told, and the order
//! of edits does not matter.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use vanthu::compose::worker::Worker;
use vanthu::jobs::take_back::{Chon, TakeBackRequest, take_back};
use vanthu::jobs::{Cancel, Means, Outcome, Silence};
use vanthu::machine::worker::Limits;
use vanthu::word::dau_goc::DauGoc;
use vanthu::word::doc_word::{Doan, Khoi, doc};

use crate::support::sua_word::{Sua, sua_byte};
use crate::support::{root, stderr, vanthu};

/// Every hồ sơ that builds.
fn samples() -> Vec<PathBuf> {
    let folders = |dir: &str| -> Vec<PathBuf> {
        let entries = fs::read_dir(root().join(dir)).unwrap();
        entries.map(|e| e.unwrap().path()).filter(|p| p.is_dir()).collect()
    };
    let mut all = folders("tests/cases");
    all.retain(|p| p.file_name().unwrap().to_string_lossy().starts_with("dung"));
    all.extend(folders("data"));
    all.sort();
    all
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).unwrap()),
        }
    }
}

/// A copy of a sample with its Word files, and these files.
fn built(sample: &Path) -> (tempfile::TempDir, Vec<PathBuf>) {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = dir.path().join(sample.file_name().unwrap());
    copy(sample, &ho_so);
    let out = vanthu().arg("build").arg(&ho_so).args(["-f", "docx"]).output().unwrap();
    assert!(out.status.success(), "{}: {}", sample.display(), stderr(&out));
    let files = fs::read_dir(&ho_so).unwrap().map(|e| e.unwrap().path());
    let mut files: Vec<PathBuf> =
        files.filter(|p| p.extension().is_some_and(|e| e == "docx")).collect();
    files.sort();
    (dir, files)
}

fn take(tep: &Path, dry_run: bool) -> Outcome {
    let exe: PathBuf = env!("CARGO_BIN_EXE_vanthu").into();
    let limits = Limits { time: Duration::from_secs(60), memory_mib: 512 };
    let worker = Worker::new(exe.clone(), limits, None);
    let means = Means {
        exe: &exe,
        compiler: &worker,
        progress: &Silence,
        cancel: &Cancel::default(),
        registers: None,
    };
    let request = TakeBackRequest {
        tep: tep.to_owned(),
        ho_so: None,
        only: None,
        dry_run,
        chon: Chon::ChuaChon,
        chi: None,
        shared: Default::default(),
    };
    take_back(&request, &means)
}

fn codes(outcome: &Outcome) -> Vec<&str> {
    let all = outcome.diagnostics.iter().map(|d| d.code.as_ref());
    all.filter(|code| code.starts_with("take-back")).collect()
}

fn text_of(docx: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("word/document.xml").unwrap(), &mut text)
        .unwrap();
    text
}

/// Every file of the folder but Word files.
fn sources(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
        if path.extension().is_some_and(|e| e == "yaml" || e == "md") {
            all.push((path.clone(), fs::read(path).unwrap()));
        }
    }
    all.sort();
    all
}

#[test]
fn what_was_saved_and_not_edited_is_nothing() {
    for sample in samples() {
        let (_dir, files) = built(&sample);
        for file in &files {
            let bytes = fs::read(file).unwrap();
            every_paragraph_is_marked(file, &bytes);
            let saved = sua_byte(&bytes, &[]);
            assert_ne!(bytes, saved);
            fs::write(file, saved).unwrap();
            let outcome = take(file, true);
            let name = file.display();
            assert!(outcome.lines.is_empty(), "{name}: {:?}", outcome.lines);
            assert!(codes(&outcome).is_empty(), "{name}: {:?}", outcome.diagnostics);
            let told = outcome.notes.iter().any(|note| note.contains("không sửa gì"));
            assert!(told, "{name}: {:?}", outcome.notes);
        }
    }
}

/// What the writer says of a paragraph is what the reader finds.
fn every_paragraph_is_marked(file: &Path, bytes: &[u8]) {
    fn all(khoi: &[Khoi], see: &mut dyn FnMut(&Doan)) {
        for doan in khoi.iter().flat_map(Khoi::cac_doan) {
            see(doan);
            doan.chu_thich.iter().for_each(|note| all(note, see));
        }
    }
    let (word, dau) = (doc(bytes).unwrap(), DauGoc::doc(bytes).unwrap());
    assert!(dau.con_nguyen);
    all(&word.khoi, &mut |doan| {
        assert!(doan.trong() || dau.co(doan), "{}: {doan:?}", file.display());
    });
}

/// Texts of runs, and the word in the midst of each.
fn words(xml: &str) -> Vec<(&str, &str)> {
    let texts = xml.split("<w:t").skip(1).filter_map(|rest| {
        let (_, rest) = rest.split_once('>')?;
        rest.split_once("</w:t>").map(|(text, _)| text)
    });
    let middle = texts.filter_map(|text| {
        let words: Vec<&str> = text.split(' ').collect();
        let word = words.get(words.len() / 2)?;
        let plain = word.chars().count() > 2 && word.chars().all(char::is_lowercase);
        (plain && words.len() > 3 && xml.matches(text).count() == 1 && !text.contains(['&', '<']))
            .then_some((text, *word))
    });
    middle.collect()
}

const MOI: &str = "zuzu";

#[test]
fn an_edit_of_one_place_is_that_place_or_is_told() {
    let (mut taken, mut told) = (0, Vec::new());
    for sample in samples() {
        let (_dir, files) = built(&sample);
        for (number, file) in files.iter().enumerate() {
            let bytes = fs::read(file).unwrap();
            let xml = text_of(&bytes);
            let all = words(&xml);
            // Others for each file, the same in each run.
            let few = all.iter().skip(number % 3).step_by((all.len() / 2).max(1)).take(2);
            for (text, word) in few {
                let new = text.replacen(word, MOI, 1);
                fs::write(file, sua_byte(&bytes, &[Sua::Chu(text, &new)])).unwrap();
                let before = sources(file.parent().unwrap());
                let outcome = take(file, false);
                let after = sources(file.parent().unwrap());
                let changed = before.iter().zip(&after).filter(|(a, b)| a != b).count();
                let name = file.display();
                if outcome.lines.iter().any(|line| line.contains("đã lấy về")) {
                    taken += 1;
                    assert_eq!(changed, 1, "{name}: {new}");
                    assert!(codes(&outcome).is_empty(), "{name}: {:?}", outcome.diagnostics);
                    let again = take(file, true);
                    assert!(
                        again.notes.iter().any(|note| note.contains("không sửa gì")),
                        "{name}: {again:?}"
                    );
                } else {
                    assert_eq!(changed, 0, "{name}: {new}");
                    assert!(!codes(&outcome).is_empty(), "{name}: {new}: {outcome:?}");
                    told.push(format!("{}: {new}: {:?}", name, codes(&outcome)));
                }
                for (path, bytes) in before {
                    fs::write(path, bytes).unwrap();
                }
            }
        }
    }
    let all = taken + told.len();
    println!("{taken} of {all} edits taken; told: {}", told.join("\n"));
    assert!(taken * 10 >= all * 6, "{taken} of {all}: {}", told.join("\n"));
}

/// Two edits give the same source, whether they come together or one after the other, in any order.
#[test]
fn the_order_of_edits_does_not_matter() {
    let (_dir, files) = built(&root().join("data/cac-mau"));
    for file in
        files.iter().filter(|f| f.ends_with("cong-van.docx") || f.ends_with("thong-bao.docx"))
    {
        let bytes = fs::read(file).unwrap();
        let xml = text_of(&bytes);
        let all = words(&xml);
        let start = sources(file.parent().unwrap());
        let edit = |at: usize| {
            let (text, word) = all[at];
            (text, text.replacen(word, MOI, 1))
        };
        let (a, b) = (edit(all.len() / 3), edit(all.len() * 2 / 3));
        let (a, b) = (Sua::Chu(a.0, &a.1), Sua::Chu(b.0, &b.1));
        let mut ends = Vec::new();
        for order in [
            vec![vec![a, b]],
            vec![vec![b, a]],
            vec![vec![a], vec![a, b]],
            vec![vec![b], vec![b, a]],
        ] {
            for edits in &order {
                fs::write(file, sua_byte(&bytes, edits)).unwrap();
                take(file, false);
            }
            ends.push(sources(file.parent().unwrap()));
            for (path, bytes) in &start {
                fs::write(path, bytes).unwrap();
            }
        }
        assert!(ends.iter().all(|end| *end == ends[0]), "{}", file.display());
        assert_ne!(ends[0], start, "{}", file.display());
    }
}

/// What was typed with a mark behind it stands in a list that prints none: taken once, it is no conflict.
#[test]
fn a_mark_that_a_list_does_not_print_is_no_conflict() {
    let (_dir, files) = built(&root().join("tests/cases/dung-to-hop"));
    let file = files.iter().find(|f| f.ends_with("ke-hoach.docx")).unwrap();
    let bytes = fs::read(file).unwrap();
    let new = Sua::Them("Lãnh đạo Thường trực HĐND Tỉnh", "Các đơn vị thực hiện nghiêm.");
    fs::write(file, sua_byte(&bytes, &[new])).unwrap();
    let outcome = take(file, false);
    assert!(outcome.lines.iter().any(|line| line.contains("đã lấy về")), "{outcome:?}");
    let again = take(file, true);
    assert!(codes(&again).is_empty() && again.lines.is_empty(), "{again:?}");
}
