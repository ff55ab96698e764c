//! The text: words, emphasis, numbers, footnotes, and text that means to break the file.

use super::build::{head, item, item_at, khoan, note, paragraph, paragraph_of, strong, text};
use super::file::{WordFile, at, attr, collect, open, style_of, text_of, val_at};
use super::ke_hoach;
use crate::compose::document::{Block, Document, Inline, Text, plain_text};
use crate::writers::docx::{WriteError, write};

fn with_body(blocks: Vec<Block>) -> Document {
    Document { than_bai: blocks, ..ke_hoach::document() }
}

/// The body's paragraphs: those between the title's rule line and the foot.
fn body(file: &WordFile) -> Vec<&crate::writers::docx::xml::Element> {
    let all = file.paragraphs().into_iter();
    let from_body = all.skip_while(|p| style_of(p) != Some("GachTrichYeu")).skip(1);
    from_body.take_while(|p| style_of(p) != Some("NoiNhanTieuDe")).collect()
}

fn num_id(paragraph: &crate::writers::docx::xml::Element) -> Option<&str> {
    val_at(paragraph, "w:pPr/w:numPr/w:numId")
}

/// The words of a block as Word stores them, without the numbers and marks that Word makes itself.
fn words_of(block: &Block) -> String {
    match block {
        Block::Heading(h) if !h.lien_van.is_empty() => {
            format!("{} {}", plain_text(&h.noi_dung), plain_text(&h.lien_van))
        }
        other => plain_text(other.inlines()),
    }
}

#[test]
fn every_word_of_the_sample_is_there_in_order() {
    let file = open(&ke_hoach::document());
    let styles_and_text: Vec<_> =
        body(&file).iter().map(|p| (style_of(p).unwrap(), text_of(p))).collect();
    let expected: Vec<_> = ke_hoach::document().than_bai.iter().map(words_of).collect();
    let shown: Vec<_> = styles_and_text.iter().map(|(_, text)| text.clone()).collect();
    assert_eq!(shown, expected);
    for expected in [
        ("Heading1", "MỤC ĐÍCH, YÊU CẦU"),
        ("Heading2", "Đợt 1"),
        ("GachDau", "Phương tiện: Xe ô tô."),
        ("KhoanLienVan", "Thành phần: Mỗi Đoàn dự kiến khoảng 15 - 20 người, cụ thể như sau:"),
        ("ThanBai", "Tuỳ theo yêu cầu thực tế."),
    ] {
        let (style, text) = expected;
        assert!(styles_and_text.contains(&(style, text.to_owned())), "{expected:?}");
    }
}

#[test]
fn a_number_that_word_would_not_count_is_text() {
    let file = open(&with_body(vec![
        head(1, "I.", "MỘT"),
        head(2, "1.", "Hai"),
        head(2, "3.", "Ba"),
        head(2, "", "Bốn"),
        khoan("2.", "Năm:", "nội dung"),
        khoan("a)", "Sáu:", "nội dung"),
    ]));
    let body = body(&file).into_iter();
    let shown: Vec<_> = body.map(|p| (style_of(p).unwrap(), num_id(p), text_of(p))).collect();
    let expected = [
        ("Heading1", None, "MỘT"),
        ("Heading2", None, "Hai"),
        ("DeMucGoTay2", None, "3. Ba"),
        ("DeMucGoTay2", None, "Bốn"),
        ("KhoanLienVan", Some("1"), "Năm: nội dung"),
        ("KhoanLienVan", None, "a) Sáu: nội dung"),
    ];
    assert_eq!(shown, expected.map(|(style, num, text)| (style, num, text.to_owned())));
    let by_hand = file.style("DeMucGoTay2");
    assert_eq!(val_at(by_hand, "w:basedOn"), Some("Heading2"));
    assert_eq!(num_id(by_hand), Some("0"));
}

#[test]
fn items_are_real_lists_unless_their_mark_was_made_by_hand() {
    let file = open(&with_body(vec![
        item_at(1, "-", [text("gạch")]),
        item_at(2, "+", [text("cộng")]),
        item_at(1, "+", [text("cộng ở cấp 1")]),
        item_at(2, "-", [text("gạch ở cấp 2")]),
        item_at(1, "a)", [text("điểm")]),
        item_at(200, "-", [text("sâu")]),
    ]));
    let shown: Vec<_> = body(&file)
        .into_iter()
        .map(|p| (style_of(p).unwrap(), num_id(p), val_at(p, "w:pPr/w:numPr/w:ilvl"), text_of(p)))
        .collect();
    let expected = [
        ("GachDau", None, None, "gạch"),
        ("DauCong", None, None, "cộng"),
        ("GachDau", Some("4"), Some("0"), "cộng ở cấp 1"),
        ("DauCong", Some("4"), Some("1"), "gạch ở cấp 2"),
        ("Diem", None, None, "a) điểm"),
        ("DauCong", Some("2"), Some("8"), "sâu"),
    ];
    let expected: Vec<_> =
        expected.map(|(style, num, level, text)| (style, num, level, text.to_owned())).to_vec();
    assert_eq!(shown, expected);
}

#[test]
fn the_khoan_that_runs_on_has_a_bold_title_only() {
    let file = open(&with_body(vec![khoan("1.", "Thành phần:", "15 người")]));
    let body = body(&file);
    let mut runs = Vec::new();
    collect(body[0], "w:r", &mut runs);
    let runs: Vec<_> = runs.iter().map(|r| (val_at(r, "w:rPr/w:rStyle"), text_of(r))).collect();
    let expected = [(Some("Strong"), "Thành phần:"), (None, " "), (None, "15 người")];
    assert_eq!(runs, expected.map(|(style, text)| (style, text.to_owned())));
    assert_eq!(val_at(body[0], "w:pPr/w:outlineLvl"), Some("1"));
}

#[test]
fn bold_text_in_a_bold_head_is_not_toggled_off() {
    let mut block = head(1, "I.", "MỘT");
    if let Block::Heading(heading) = &mut block {
        heading.noi_dung = vec![strong("MỘT")];
    }
    let file = open(&with_body(vec![block]));
    assert!(at(body(&file)[0], "w:r/w:rPr").is_none());
}

#[test]
fn emphasis_becomes_named_styles() {
    let both = Text { chu: "cả hai".into(), dam: true, nghieng: true, ..Text::default() };
    let others = Text { chu: "m2".into(), gach_chan: true, chi_so_tren: true, ..Text::default() };
    let file = open(&with_body(vec![paragraph_of([Inline::Text(both), Inline::Text(others)])]));
    let body = body(&file);
    let mut runs = Vec::new();
    collect(body[0], "w:r", &mut runs);
    assert_eq!(val_at(runs[0], "w:rPr/w:rStyle"), Some("Strong"));
    assert!(at(runs[0], "w:rPr/w:i").is_some());
    assert_eq!(val_at(runs[1], "w:rPr/w:u"), Some("single"));
    assert_eq!(val_at(runs[1], "w:rPr/w:vertAlign"), Some("superscript"));
}

#[test]
fn footnotes_are_real_and_hold_their_lists() {
    let file = open(&ke_hoach::document());
    let notes = file.all("word/footnotes.xml", "w:footnote");
    let ids: Vec<_> = notes.iter().map(|note| attr(note, "w:id").unwrap()).collect();
    assert_eq!(ids, ["0", "1", "2", "3", "4"]);
    let kinds: Vec<_> = notes.iter().map(|note| attr(note, "w:type")).collect();
    assert_eq!(kinds, [Some("separator"), Some("continuationSeparator"), None, None, None]);
    let marks = file.all("word/document.xml", "w:footnoteReference");
    let marks: Vec<_> = marks.iter().map(|mark| attr(mark, "w:id").unwrap()).collect();
    assert_eq!(marks, ["2", "3", "4"]);
    for note in &notes[2..] {
        let mut paragraphs = Vec::new();
        collect(note, "w:p", &mut paragraphs);
        let styles: Vec<_> = paragraphs.iter().map(|p| style_of(p).unwrap()).collect();
        let list = "GachDauChuThich";
        assert_eq!(styles, ["FootnoteText", list, list, list]);
        let mut references = Vec::new();
        collect(note, "w:footnoteRef", &mut references);
        assert_eq!(references.len(), 1);
        assert_eq!(text_of(paragraphs[0]), " Cụ thể:");
    }
}

#[test]
fn the_footnote_mark_stands_before_the_closing_quotation_mark() {
    let file = open(&ke_hoach::document());
    let paragraph =
        body(&file).into_iter().find(|p| text_of(p).ends_with("vào cuộc sống”.")).unwrap();
    let mut runs = Vec::new();
    collect(paragraph, "w:r", &mut runs);
    let names: Vec<_> = runs.iter().map(|run| at(run, "w:footnoteReference").is_some()).collect();
    assert_eq!(names, [false, true, false]);
}

#[test]
fn a_note_that_begins_with_an_item_shows_its_number_first() {
    let only_items =
        Inline::Footnote { noi_dung: vec![item([text("một")]), item([text("hai")])] };
    let empty = Inline::Footnote { noi_dung: vec![] };
    let file = open(&with_body(vec![paragraph_of([only_items, empty])]));
    let notes = file.all("word/footnotes.xml", "w:footnote");
    let shown: Vec<_> = notes[2..].iter().map(|note| text_of(note)).collect();
    assert_eq!(shown, [" - mộthai", " "]);
}

#[test]
fn a_footnote_in_a_footnote_is_a_fault_of_the_program() {
    let inner = Inline::Footnote { noi_dung: vec![paragraph("trong")] };
    let outer = Inline::Footnote { noi_dung: vec![paragraph_of([inner])] };
    let result = write(&with_body(vec![paragraph_of([outer])]));
    assert_eq!(result, Err(WriteError::NestedFootnote));
}

#[test]
fn hostile_text_stays_text() {
    let long = "dài".repeat(20_000);
    let hostile = [
        "a < b && c > \"d\" 'e' &amp; &#x41; ]]> <w:p/>",
        "😀 👨‍👩‍👧 \u{E000} ﷽ \u{301}",
        "",
        " hai đầu ",
        &long,
    ];
    let mut document = with_body(hostile.iter().map(|line| paragraph(line)).collect());
    document.dau_trang.so_ky_hieu = Some(hostile[0].into());
    document.cuoi_trang.noi_nhan = vec![hostile[0].into(), "".into()];
    document.cuoi_trang.nguoi_ky[0].ho_ten = "".into();
    document.thong_tin.tieu_de = hostile[0].into();
    let file = open(&document);
    assert_eq!(body(&file).into_iter().map(text_of).collect::<Vec<_>>(), hostile);
    assert_eq!(text_of(file.all("docProps/core.xml", "dc:title")[0]), hostile[0]);
}

#[test]
fn a_document_without_any_text_is_still_a_file() {
    let mut document = with_body(vec![]);
    document.dau_trang.co_quan_ban_hanh = vec![];
    document.tieu_de.trich_yeu = vec![];
    document.cuoi_trang.noi_nhan = vec![];
    document.cuoi_trang.nguoi_ky = vec![];
    assert!(write(&document).is_ok());
}

#[test]
fn a_character_that_xml_cannot_carry_is_named() {
    let error = write(&with_body(vec![paragraph("a\u{1}b")])).unwrap_err();
    let part = "word/document.xml".to_owned();
    assert_eq!(error, WriteError::BadCharacter { part, character: '\u{1}' });
}

#[test]
fn a_note_in_the_body_counts_from_two_in_every_document() {
    let document = with_body(vec![paragraph_of([note(&[("A:", "b")])])]);
    for _ in 0..3 {
        let file = open(&document);
        let marks = file.all("word/document.xml", "w:footnoteReference");
        assert_eq!(attr(marks[0], "w:id"), Some("2"));
    }
}
