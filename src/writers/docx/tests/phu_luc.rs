//! Appendices as sections, and Kính gửi.

use super::build::{appendix, cell, head, paragraph, table};
use super::file::{WordFile, at, attr, elements, number_at, open, style_of, text_of, val_at};
use super::ke_hoach;
use crate::compose::document::{Document, PhuLuc};
use crate::writers::docx::units::twips_mm;
use crate::writers::docx::xml::Element;

fn with_appendices(phu_luc: Vec<PhuLuc>) -> WordFile {
    open(&Document { phu_luc, ..ke_hoach::document() })
}

fn three() -> WordFile {
    let list = table(&[82.5, 82.5], 0, vec![vec![cell(0, "a"), cell(1, "b")]]);
    with_appendices(vec![
        appendix("Phụ lục I", true, vec![list.clone()]),
        appendix("Phụ lục II", false, vec![head(1, "I.", "CHI"), paragraph("Hết.")]),
        appendix("Phụ lục III", false, vec![list]),
    ])
}

fn names(element: &Element) -> Vec<&str> {
    elements(element).map(|e| e.name.as_str()).collect()
}

#[test]
fn each_appendix_is_a_section_whose_pages_count_from_1() {
    let file = three();
    let sections = file.all("word/document.xml", "w:sectPr");
    let starts: Vec<_> = sections.iter().map(|s| number_at(s, "w:pgNumType", "w:start")).collect();
    assert_eq!(starts, [None, Some(1), Some(1), Some(1)]);
    for section in &sections {
        assert!(at(section, "w:titlePg").is_some());
        let headers: Vec<_> = elements(section)
            .filter(|e| e.name == "w:headerReference")
            .map(|e| (attr(e, "w:type").unwrap(), attr(e, "r:id").unwrap()))
            .collect();
        assert_eq!(headers, [("default", "rIdHeader1"), ("first", "rIdHeader2")]);
    }
    let order = ["w:headerReference", "w:headerReference", "w:pgSz", "w:pgMar", "w:pgNumType"];
    assert_eq!(names(sections[1])[..5], order);
    assert_eq!(file.names.iter().filter(|name| name.contains("header")).count(), 2);
}

#[test]
fn a_landscape_section_turns_the_sheet_and_keeps_its_margins() {
    let file = three();
    let sections = file.all("word/document.xml", "w:sectPr");
    let paper: Vec<_> = sections
        .iter()
        .map(|s| {
            let size = at(s, "w:pgSz").unwrap();
            (attr(size, "w:w").unwrap(), attr(size, "w:h").unwrap(), attr(size, "w:orient"))
        })
        .collect();
    let portrait = ("11906", "16838", None);
    assert_eq!(paper, [portrait, ("16838", "11906", Some("landscape")), portrait, portrait]);
    for section in sections {
        let margins = at(section, "w:pgMar").unwrap();
        for (side, mm) in [("w:top", 20.0), ("w:bottom", 20.0), ("w:left", 30.0), ("w:right", 15.0)]
        {
            assert_eq!(attr(margins, side), Some(twips_mm(mm).to_string().as_str()), "{side}");
        }
    }
}

#[test]
fn a_section_ends_in_a_paragraph_without_height_and_the_file_in_text_or_one_more() {
    let file = three();
    let body = at(file.part("word/document.xml"), "w:body").unwrap();
    let ends: Vec<_> =
        elements(body).filter(|e| at(e, "w:pPr/w:sectPr").is_some()).map(style_of).collect();
    assert_eq!(ends, [Some("DoanDem"); 3]);
    assert_eq!(names(body).last(), Some(&"w:sectPr"));
    assert_eq!(file.paragraphs().last().and_then(|p| style_of(p)), Some("DoanDem"));

    let file = with_appendices(vec![appendix("Phụ lục", false, vec![paragraph("Hết.")])]);
    assert_eq!(file.paragraphs().last().and_then(|p| style_of(p)), Some("ThanBai"));
}

#[test]
fn the_head_of_an_appendix_is_in_the_outline_with_its_rule_centred() {
    let file = three();
    let texts = |style: &str| -> Vec<String> {
        let all = file.paragraphs().into_iter();
        all.filter(|p| style_of(p) == Some(style)).map(text_of).collect()
    };
    assert_eq!(texts("PhuLuc"), ["Phụ lục I", "Phụ lục II", "Phụ lục III"]);
    assert_eq!(texts("TenPhuLuc").len(), 3);
    assert_eq!(texts("KemTheo").len(), 3);
    let style = file.style("PhuLuc");
    assert_eq!(number_at(style, "w:pPr/w:outlineLvl", "w:val"), Some(0));
    assert_eq!(val_at(style, "w:rPr/w:sz"), Some("28"));
    let rules: Vec<_> =
        file.paragraphs().into_iter().filter(|p| style_of(p) == Some("GachPhuLuc")).collect();
    for (rule, width_mm) in rules.iter().zip([252.0, 165.0, 165.0]) {
        let indent = |side| number_at(rule, "w:pPr/w:ind", side).unwrap();
        let (left, right) = (indent("w:left"), indent("w:right"));
        assert!((left - right).abs() <= 1);
        let length = i64::from(twips_mm(width_mm)) - left - right;
        assert!((length - i64::from(twips_mm(20.0))).abs() <= 1, "{length}");
    }
}

#[test]
fn heads_that_begin_again_in_an_appendix_have_their_numbers_as_text() {
    let file = three();
    let all = file.paragraphs();
    let last = all.iter().rfind(|p| text_of(p).ends_with("CHI")).unwrap();
    assert_eq!((style_of(last), text_of(last).as_str()), (Some("DeMucGoTay1"), "I. CHI"));
}

#[test]
fn one_addressee_stands_on_the_line_and_several_under_the_colon() {
    let kinh_gui = |ds: &[&str]| {
        let kinh_gui = ds.iter().map(|s| (*s).into()).collect();
        open(&Document { kinh_gui, ..ke_hoach::document() })
    };
    let lines = |file: &WordFile| -> Vec<(String, String)> {
        let style = |p: &Element| style_of(p).unwrap_or_default().to_owned();
        let all = file.paragraphs().into_iter().map(|p| (style(p), text_of(p)));
        all.filter(|(style, _)| style.starts_with("KinhGui")).collect()
    };
    let pair = |style: &str, text: &str| (style.to_owned(), text.to_owned());
    let one = kinh_gui(&["Thường trực Tỉnh uỷ"]);
    assert_eq!(lines(&one), [pair("KinhGuiMot", "Kính gửi: Thường trực Tỉnh uỷ")]);
    let two = kinh_gui(&["- Tỉnh uỷ;", "- UBND Tỉnh."]);
    let expected = [
        pair("KinhGui", "Kính gửi:"),
        pair("KinhGuiMuc", "- Tỉnh uỷ;"),
        pair("KinhGuiMuc", "- UBND Tỉnh."),
    ];
    assert_eq!(lines(&two), expected);
    let indent = |style| number_at(two.style(style), "w:pPr/w:ind", "w:left").unwrap();
    assert_eq!(indent("KinhGui"), i64::from(twips_mm(35.0)));
    // What goes on hangs under the text behind the dash, which stands under the colon.
    let out = number_at(two.style("KinhGuiMuc"), "w:pPr/w:ind", "w:hanging").unwrap();
    assert_eq!(out, 163);
    assert_eq!(indent("KinhGuiMuc") - out, i64::from(twips_mm(52.6)));
    assert!(lines(&kinh_gui(&[])).is_empty());
}

#[test]
fn a_line_before_a_line_break_is_not_stretched() {
    let file = three();
    let compat = file.all("word/settings.xml", "w:compat")[0];
    assert_eq!(names(compat), ["w:doNotExpandShiftReturn", "w:compatSetting"]);
}
