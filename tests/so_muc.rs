//! Headings, items and notes have the same numbers in the pages and in the Word file, of every sample and case.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use crate::support::root;
use vanthu::compose::document::Document;
use vanthu::compose::fonts::Fonts;
use vanthu::compose::soan::soan;
use vanthu::layout::luong::Chon;
use vanthu::layout::trang::{CacTrang, Con, Hinh, Vai};
use vanthu::reading::source::read_ho_so;
use vanthu::rules::check::check;
use vanthu::word::doc_word::{Khoi, MOC_CHU_THICH, doc};
use vanthu::writers::docx;

/// The texts of all leaves.
fn leaves(pages: &CacTrang) -> BTreeMap<usize, String> {
    let mut all: BTreeMap<usize, String> = BTreeMap::new();
    for ve in pages.trang.iter().flat_map(|trang| &trang.ve) {
        if let (Some(la), Hinh::Chu(chu)) = (ve.la, &ve.hinh) {
            all.entry(la.0).or_default().push_str(&chu.chu);
        }
    }
    all
}

/// The paragraphs below a node; a part of one goes to the end of the last.
fn gather(pages: &CacTrang, leaves: &BTreeMap<usize, String>, nut: usize, out: &mut Vec<String>) {
    let node = &pages.cau_truc.nut[nut];
    match node.vai {
        Vai::Doan | Vai::DeMuc(..) | Vai::MucDanhSach => out.push(String::new()),
        Vai::DauChuThich => {
            out.last_mut().unwrap().push(MOC_CHU_THICH);
            return;
        }
        // Its paragraphs stand at the foot of the page.
        Vai::ChuThich => {
            let mut own = Vec::new();
            for con in &node.con {
                if let Con::Nut(nut) = con {
                    gather(pages, leaves, *nut, &mut own);
                }
            }
            let here = out.pop().unwrap();
            out.extend(own);
            out.push(here);
            return;
        }
        _ => {}
    }
    for con in &node.con {
        match con {
            Con::Nut(nut) => gather(pages, leaves, *nut, out),
            Con::La(la) => {
                let text = leaves.get(&la.0).map(String::as_str).unwrap_or_default();
                match out.last_mut() {
                    Some(last) => last.push_str(text),
                    None => out.push(text.to_owned()),
                }
            }
        }
    }
}

fn of_pages(document: &Document, fonts: &Fonts) -> Vec<String> {
    let pages = vanthu::layout::trang(document, fonts, Chon::default());
    let mut out = Vec::new();
    gather(&pages, &leaves(&pages), 0, &mut out);
    normal(out)
}

fn of_word(document: &Document) -> Vec<String> {
    fn khoi(all: &[Khoi], notes: &mut usize, out: &mut Vec<String>) {
        for doan in all.iter().flat_map(Khoi::cac_doan) {
            out.push(doan.in_ra());
            for note in &doan.chu_thich {
                *notes += 1;
                let at = out.len();
                khoi(note, &mut 0, out);
                out[at] = format!("{notes} {}", out[at]);
            }
        }
    }
    let word = doc(&docx::write(document).unwrap()).unwrap();
    let mut out = Vec::new();
    khoi(&word.khoi, &mut 0, &mut out);
    normal(out)
}

/// In one order, in capitals, without what nobody sees.
fn normal(all: Vec<String>) -> Vec<String> {
    let plain = |s: String| s.to_uppercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let mut all: Vec<String> = all.into_iter().map(plain).filter(|s| !s.is_empty()).collect();
    all.sort();
    all
}

fn folders() -> Vec<PathBuf> {
    ["data", "tests/cases"]
        .iter()
        .flat_map(|dir| fs::read_dir(root().join(dir)).unwrap())
        .map(|e| e.unwrap().path())
        .filter(|path| path.is_dir())
        .collect()
}

#[test]
fn every_paragraph_has_the_same_number_in_both() {
    let fonts = Fonts::bundled().unwrap();
    let mut seen = 0;
    for folder in folders() {
        let Ok(nguon) = read_ho_so(&folder) else { continue };
        for made in check(&nguon, &|c| fonts.has(c)).van_ban {
            let Some(document) = made.van_ban.and_then(|v| soan(&v, &fonts, None).ok()) else {
                continue;
            };
            // The address stands in the Word file's footer.
            let document = Document { dia_chi: vec![], ..document };
            let (pages, word) = (of_pages(&document, &fonts), of_word(&document));
            assert_eq!(pages, word, "{}: {}", folder.display(), made.ten);
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
}
