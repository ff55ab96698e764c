//! The layout: styles that exist, measures that are the decree's, a head and a foot that hold.

use std::collections::BTreeSet;

use super::file::{WordFile, at, attr, elements, number_at, open, style_of, text_of, val_at};
use super::ke_hoach;
use crate::compose::document::Block;
use crate::writers::docx::units::{twips, twips_mm};
use crate::writers::docx::xml::Element;

fn sample() -> WordFile {
    open(&ke_hoach::document())
}

#[test]
fn every_style_used_is_defined_once_and_based_on_one_that_is() {
    let file = sample();
    let styles = file.all("word/styles.xml", "w:style");
    let ids: Vec<_> = styles.iter().map(|style| attr(style, "w:styleId").unwrap()).collect();
    let defined: BTreeSet<_> = ids.iter().copied().collect();
    assert_eq!(defined.len(), ids.len(), "ids are unique");
    let names: BTreeSet<_> = styles.iter().map(|style| val_at(style, "w:name").unwrap()).collect();
    assert_eq!(names.len(), ids.len(), "names are unique");
    let used = ["word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/header2.xml"]
        .iter()
        .flat_map(|part| ["w:pStyle", "w:rStyle"].into_iter().flat_map(|kind| file.all(part, kind)))
        .chain(["w:basedOn", "w:next"].iter().flat_map(|kind| file.all("word/styles.xml", kind)))
        .chain(file.all("word/numbering.xml", "w:pStyle"));
    for reference in used {
        let id = attr(reference, "w:val").unwrap();
        assert!(defined.contains(id), "{id} is used and not defined");
    }
}

#[test]
fn text_carries_no_formatting_of_its_own() {
    let file = sample();
    for paragraph in file.paragraphs() {
        let own: Vec<_> = at(paragraph, "w:pPr").map(elements).into_iter().flatten().collect();
        for property in own {
            let allowed = ["w:pStyle", "w:keepNext", "w:keepLines", "w:numPr", "w:outlineLvl"];
            // How long a rule line is depends on the title over it.
            let length = property.name == "w:ind" && style_of(paragraph) == Some("GachTrichYeu");
            assert!(length || allowed.contains(&property.name.as_str()), "{}", property.name);
        }
    }
    for run in file.all("word/document.xml", "w:rPr") {
        assert!(elements(run).all(|property| property.name == "w:rStyle"));
    }
}

#[test]
fn the_four_defaults_are_there() {
    let file = sample();
    let styles = file.all("word/styles.xml", "w:style");
    let default = styles.iter().filter(|style| attr(style, "w:default") == Some("1"));
    let ids: Vec<_> = default.map(|style| attr(style, "w:styleId").unwrap()).collect();
    assert_eq!(ids, ["Normal", "DefaultParagraphFont", "TableNormal", "NoList"]);
    let defaults = file.all("word/styles.xml", "w:docDefaults")[0];
    let fonts = at(defaults, "w:rPrDefault/w:rPr/w:rFonts").unwrap();
    for script in ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"] {
        assert_eq!(attr(fonts, script), Some("Times New Roman"));
    }
    assert_eq!(val_at(defaults, "w:rPrDefault/w:rPr/w:lang"), Some("vi-VN"));
}

#[test]
fn measures_reach_the_styles() {
    let mut document = ke_hoach::document();
    document.the_thuc.gian_dong = 1.25;
    document.the_thuc.co_chu_than_bai_pt = 13.5;
    document.the_thuc.thut_dong_mm = 10.0;
    let file = open(&document);
    let body = file.style("ThanBai");
    assert_eq!(number_at(body, "w:pPr/w:spacing", "w:line"), Some(300));
    assert_eq!(number_at(body, "w:pPr/w:spacing", "w:before"), Some(120));
    assert_eq!(number_at(body, "w:pPr/w:ind", "w:firstLine"), Some(567));
    assert_eq!(val_at(body, "w:pPr/w:jc"), Some("both"));
    assert_eq!(val_at(body, "w:rPr/w:sz"), Some("27"));
    for level in file.all("word/numbering.xml", "w:ind") {
        assert_eq!((attr(level, "w:left"), attr(level, "w:firstLine")), (Some("0"), Some("567")));
    }
    for (style, half_points) in
        [("QuocHieu", "26"), ("TieuNgu", "28"), ("NoiNhanTieuDe", "24"), ("NoiNhan", "22")]
    {
        assert_eq!(val_at(file.style(style), "w:rPr/w:sz"), Some(half_points), "{style}");
    }
}

#[test]
fn heading_styles_and_their_list_levels_point_at_each_other() {
    let file = sample();
    let heads = file.all("word/numbering.xml", "w:abstractNum")[0];
    let levels: Vec<_> = elements(heads).filter(|e| e.name == "w:lvl").collect();
    assert_eq!(levels.len(), 9);
    for (level, n) in levels.iter().zip(1..) {
        let id = format!("Heading{n}");
        assert_eq!(val_at(level, "w:pStyle"), Some(id.as_str()));
        let style = file.style(&id);
        assert_eq!(val_at(style, "w:name"), Some(format!("heading {n}").as_str()));
        assert_eq!(val_at(style, "w:pPr/w:numPr/w:numId"), Some("1"));
        assert_eq!(number_at(style, "w:pPr/w:outlineLvl", "w:val"), Some(n - 1));
        assert!(at(style, "w:pPr/w:keepNext").is_some());
    }
    let texts: Vec<_> = levels.iter().take(4).map(|l| val_at(l, "w:lvlText").unwrap()).collect();
    assert_eq!(texts, ["%1.", "%2.", "%2.%3.", "%2.%3.%4."]);
}

#[test]
fn columns_are_exactly_as_wide_as_the_text() {
    let file = sample();
    let section = at(file.part("word/document.xml"), "w:body/w:sectPr").unwrap();
    let margin = |side| number_at(section, "w:pgMar", side).unwrap();
    let text_width =
        number_at(section, "w:pgSz", "w:w").unwrap() - margin("w:left") - margin("w:right");
    let tables = file.all("word/document.xml", "w:tbl");
    assert_eq!(tables.len(), 2);
    for table in tables {
        assert!((number_at(table, "w:tblPr/w:tblW", "w:w").unwrap() - text_width).abs() <= 1);
        assert_eq!(number_at(table, "w:tblPr/w:tblInd", "w:w"), Some(0));
        assert_eq!(attr(at(table, "w:tblPr/w:tblLayout").unwrap(), "w:type"), Some("fixed"));
        assert!(at(table, "w:tblPr/w:tblBorders").is_none());
        for side in ["w:left", "w:right"] {
            let path = format!("w:tblPr/w:tblCellMar/{side}");
            assert_eq!(number_at(table, &path, "w:w"), Some(0));
        }
        for row in elements(table).filter(|e| e.name == "w:tr") {
            assert!(at(row, "w:trPr/w:cantSplit").is_some());
        }
    }
}

#[test]
fn rule_lines_have_their_length_and_are_centred() {
    let file = sample();
    let paragraphs = file.paragraphs();
    let under_title = paragraphs.into_iter().find(|p| style_of(p) == Some("GachTrichYeu")).unwrap();
    for (style, place, width_mm, length_mm) in [
        ("GachCoQuan", file.style("GachCoQuan"), 67.0, 20.0),
        ("GachTieuNgu", file.style("GachTieuNgu"), 98.0, 60.5),
        ("GachTrichYeu", under_title, 165.0, 48.0),
    ] {
        let indent = |side| number_at(place, "w:pPr/w:ind", side).unwrap();
        let (left, right) = (indent("w:left"), indent("w:right"));
        assert!((left - right).abs() <= 1, "{style} is centred");
        let length = i64::from(twips_mm(width_mm)) - left - right;
        assert!((length - i64::from(twips_mm(length_mm))).abs() <= 1, "{style} is {length} twips");
    }
    let border = at(file.style("GachNgang"), "w:pPr/w:pBdr/w:top").unwrap();
    assert_eq!(attr(border, "w:sz"), Some("6"), "0.75 pt in eighths");
    assert_eq!(number_at(file.style("GachNgang"), "w:pPr/w:spacing", "w:before"), Some(60));
    assert_eq!(number_at(file.style("GachNgang"), "w:pPr/w:spacing", "w:line"), Some(65));
}

#[test]
fn a_rule_line_never_sticks_out_of_its_column() {
    let mut document = ke_hoach::document();
    document.dau_trang.gach_co_quan_mm = 500.0;
    document.tieu_de.gach_trich_yeu_mm = -3.0;
    let file = open(&document);
    let indent = |style, side| number_at(file.style(style), "w:pPr/w:ind", side);
    assert_eq!(indent("GachCoQuan", "w:left"), Some(0));
    assert_eq!(indent("GachCoQuan", "w:right"), Some(0));
    let paragraphs = file.paragraphs();
    let none = paragraphs.iter().find(|p| style_of(p) == Some("GachTrichYeu")).unwrap();
    assert_eq!(val_at(none, "w:pPr/w:pBdr/w:top"), Some("nil"));
}

#[test]
fn the_foot_stays_whole() {
    let file = sample();
    let foot = file.all("word/document.xml", "w:tbl")[1];
    let mut paragraphs = Vec::new();
    super::file::collect(foot, "w:p", &mut paragraphs);
    assert!(paragraphs.iter().all(|p| at(p, "w:pPr/w:keepNext").is_some()));
    let all = file.paragraphs();
    assert_eq!(all.last().and_then(|p| style_of(p)), Some("DoanDem"));
    let space = number_at(file.style("HoTen"), "w:pPr/w:spacing", "w:before").unwrap();
    assert_eq!(space, i64::from(twips_mm(30.0)));
    assert_eq!(number_at(foot, "w:tblPr/w:tblCellMar/w:top", "w:w"), Some(i64::from(twips(18.0))));
}

#[test]
fn the_page_number_stands_in_the_header_of_all_pages_but_the_first() {
    let file = sample();
    let section = at(file.part("word/document.xml"), "w:body/w:sectPr").unwrap();
    assert!(at(section, "w:titlePg").is_some());
    let kinds: Vec<_> = elements(section)
        .filter(|e| e.name == "w:headerReference")
        .map(|e| (attr(e, "w:type").unwrap(), attr(e, "r:id").unwrap()))
        .collect();
    assert_eq!(kinds, [("default", "rIdHeader1"), ("first", "rIdHeader2")]);
    assert_eq!(text_of(file.all("word/header1.xml", "w:instrText")[0]), "PAGE");
    assert_eq!(text_of(file.part("word/header2.xml")), "");
    let margins = at(section, "w:pgMar").unwrap();
    let expected = [("w:top", 20.0), ("w:bottom", 20.0), ("w:left", 30.0), ("w:right", 15.0)];
    for (side, mm) in expected.into_iter().chain([("w:header", 10.0)]) {
        assert_eq!(attr(margins, side), Some(twips_mm(mm).to_string().as_str()), "{side}");
    }
}

#[test]
fn children_stand_in_the_order_of_the_schema() {
    let file = sample();
    let names = |e: &Element| elements(e).map(|c| c.name.clone()).collect::<Vec<_>>();
    let section = at(file.part("word/document.xml"), "w:body/w:sectPr").unwrap();
    let order =
        ["w:headerReference", "w:headerReference", "w:pgSz", "w:pgMar", "w:cols", "w:titlePg"];
    assert_eq!(names(section), order);
    let heading = at(file.style("Heading1"), "w:pPr").unwrap();
    assert_eq!(names(heading), ["w:keepNext", "w:keepLines", "w:numPr", "w:outlineLvl"]);
    let table = at(file.all("word/document.xml", "w:tbl")[0], "w:tblPr").unwrap();
    assert_eq!(names(table), ["w:tblW", "w:jc", "w:tblInd", "w:tblLayout", "w:tblCellMar"]);
    for part in ["word/document.xml", "word/footnotes.xml", "word/header1.xml"] {
        for run in file.all(part, "w:r") {
            assert!(run.attributes.is_empty());
        }
    }
}

#[test]
fn a_block_that_must_stay_with_the_next_one_says_so() {
    let mut document = ke_hoach::document();
    if let Some(Block::Paragraph(last)) = document.than_bai.last_mut() {
        last.giu_voi_sau = true;
    }
    let file = open(&document);
    let kept =
        |p: &&&Element| at(p, "w:pPr/w:keepNext").is_some() && style_of(p) == Some("ThanBai");
    let paragraphs = file.paragraphs();
    let kept: Vec<_> = paragraphs.iter().filter(kept).collect();
    assert_eq!(kept.len(), 1);
    assert!(text_of(kept[0]).ends_with("năm 2023./."));
    assert!(at(kept[0], "w:pPr/w:keepLines").is_some());
}
