//! The package: parts, bindings, the same bytes every time.

use std::collections::BTreeSet;
use std::thread;

use super::file::{at, attr, elements, open, text_of};
use super::ke_hoach;
use crate::writers::docx::write;

#[test]
fn parts_come_in_a_fixed_order() {
    let expected = [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "customXml/_rels/item1.xml.rels",
        "customXml/item1.xml",
        "customXml/itemProps1.xml",
        "docProps/app.xml",
        "docProps/core.xml",
        "word/fontTable.xml",
        "word/footnotes.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    ];
    assert_eq!(open(&ke_hoach::document()).names, expected);
}

#[test]
fn the_same_document_gives_the_same_bytes_under_eight_threads() {
    let first = write(&ke_hoach::document()).unwrap();
    let jobs: Vec<_> = (0..8)
        .map(|_| thread::spawn(|| [(); 5].map(|()| write(&ke_hoach::document()).unwrap())))
        .collect();
    for job in jobs {
        assert!(job.join().unwrap().iter().all(|bytes| *bytes == first));
    }
}

#[test]
fn bytes_do_not_depend_on_what_was_written_before() {
    let first = write(&ke_hoach::document()).unwrap();
    let mut other = ke_hoach::document();
    other.than_bai.truncate(3);
    write(&other).unwrap();
    assert_eq!(write(&ke_hoach::document()).unwrap(), first);
}

#[test]
fn every_part_has_a_content_type_and_every_relation_a_part() {
    let file = open(&ke_hoach::document());
    let types = file.part("[Content_Types].xml");
    let overridden: BTreeSet<_> =
        elements(types).filter_map(|entry| attr(entry, "PartName")).collect();
    for name in file.names.iter().filter(|name| !name.ends_with(".rels")).skip(1) {
        assert!(overridden.contains(format!("/{name}").as_str()), "{name} has no content type");
    }
    assert_eq!(overridden.len(), file.names.len() - 4);

    let relations: Vec<_> = elements(file.part("word/_rels/document.xml.rels")).collect();
    let ids: BTreeSet<_> = relations.iter().map(|r| attr(r, "Id").unwrap()).collect();
    assert_eq!(ids.len(), relations.len(), "ids are unique");
    for relation in &relations {
        let target = format!("word/{}", attr(relation, "Target").unwrap()).replace("word/../", "");
        assert!(file.names.contains(&target), "{target} is missing");
    }
    for reference in file.all("word/document.xml", "w:headerReference") {
        assert!(ids.contains(attr(reference, "r:id").unwrap()));
    }
}

#[test]
fn properties_come_from_the_document() {
    let file = open(&ke_hoach::document());
    let core: Vec<_> =
        elements(file.part("docProps/core.xml")).map(|e| (e.name.clone(), text_of(e))).collect();
    let expected = [
        ("dc:title", "Kế hoạch tổ chức Đoàn công tác năm 2023"),
        ("dc:subject", "Trao đổi, học tập kinh nghiệm"),
        ("dc:creator", "Hội đồng nhân dân tỉnh Đồng Tháp"),
        ("cp:keywords", "kế hoạch; HĐND"),
        ("dcterms:created", "2023-03-01T00:00:00Z"),
        ("dcterms:modified", "2023-03-01T00:00:00Z"),
        ("dc:language", "vi-VN"),
    ];
    let core: Vec<_> = core.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    assert_eq!(core, expected);
}

/// What a clerk picks from stands in Word's gallery; what only the program sets doesn't.
#[test]
fn the_gallery_holds_few_styles() {
    let file = open(&ke_hoach::document());
    let listed: Vec<&str> = elements(file.part("word/styles.xml"))
        .filter(|e| at(e, "w:qFormat").is_some())
        .filter_map(|e| attr(e, "w:styleId"))
        .collect();
    assert!((20..=40).contains(&listed.len()), "{}: {listed:?}", listed.len());
    assert!(listed.contains(&"ThanBai") && listed.contains(&"Heading4"));
    assert!(!listed.iter().any(|id| ["Heading5", "GachNgang", "DeMucGoTay1"].contains(id)));
}
