//! Tables: grid, spans, head rows, alignment, and what stands around a table.

use super::build::{cell, head, item, note, paragraph, paragraph_of, table};
use super::file::{WordFile, at, attr, elements, number_at, open, style_of, text_of, val_at};
use super::ke_hoach;
use crate::compose::document::{Block, Canh, Cell, Document};
use crate::writers::docx::units::{twips, twips_mm};
use crate::writers::docx::xml::Element;
use crate::writers::docx::{WriteError, write};

fn with_body(than_bai: Vec<Block>) -> Document {
    Document { than_bai, ..ke_hoach::document() }
}

/// The tables of the body; the head's and the foot's are the first and the last.
fn tables(file: &WordFile) -> Vec<&Element> {
    let all = file.all("word/document.xml", "w:tbl");
    all[1..all.len() - 1].to_vec()
}

fn rows(table: &Element) -> Vec<&Element> {
    elements(table).filter(|e| e.name == "w:tr").collect()
}

fn cells(row: &Element) -> Vec<&Element> {
    elements(row).filter(|e| e.name == "w:tc").collect()
}

/// Two days, a merged head of two rows, and a sum over three columns.
fn itinerary() -> Block {
    let span = |cell: Cell, gop_cot, gop_hang| Cell { gop_cot, gop_hang, ..cell };
    table(
        &[30.0, 20.0, 20.0, 95.0],
        2,
        vec![
            vec![
                span(cell(0, "Ngày"), 1, 2),
                span(cell(1, "Giờ"), 2, 1),
                span(cell(3, "Việc"), 1, 2),
            ],
            vec![cell(1, "Từ"), cell(2, "Đến")],
            vec![span(cell(0, "11/4"), 1, 3), cell(1, "7"), cell(2, "8"), cell(3, "Đi")],
            vec![cell(1, "8"), cell(2, "9"), cell(3, "Họp")],
            vec![cell(1, "9"), cell(2, "10"), cell(3, "Về")],
            vec![span(cell(0, "Cộng"), 3, 1), Cell { canh: Canh::Phai, ..cell(3, "29.000") }],
        ],
    )
}

#[test]
fn every_row_fills_the_grid_and_spans_are_words_own() {
    let file = open(&with_body(vec![itinerary()]));
    let table = tables(&file)[0];
    let drawn: Vec<String> = rows(table)
        .iter()
        .map(|row| {
            let draw = |cell: &&Element| {
                let span = number_at(cell, "w:tcPr/w:gridSpan", "w:val").unwrap_or(1);
                let letter = match val_at(cell, "w:tcPr/w:vMerge") {
                    Some("restart") => "R",
                    Some("continue") => "c",
                    _ => ".",
                };
                letter.repeat(usize::try_from(span).unwrap())
            };
            cells(row).iter().map(draw).collect()
        })
        .collect();
    assert_eq!(drawn, ["R..R", "c..c", "R...", "c...", "c...", "...."]);
    assert_eq!(cells(rows(table)[5]).len(), 2);
    for cell in rows(table).into_iter().flat_map(cells) {
        assert!(elements(cell).any(|e| e.name == "w:p"), "Word wants a paragraph in every cell");
        assert_eq!(val_at(cell, "w:tcPr/w:vAlign"), Some("center"));
    }
}

#[test]
fn columns_have_their_widths_and_add_up_to_the_text() {
    let file = open(&with_body(vec![itinerary()]));
    let table = tables(&file)[0];
    let grid: Vec<_> = elements(at(table, "w:tblGrid").unwrap())
        .map(|column| attr(column, "w:w").unwrap().parse::<i64>().unwrap())
        .collect();
    assert_eq!(grid.iter().sum::<i64>(), i64::from(twips_mm(165.0)));
    assert_eq!(number_at(table, "w:tblPr/w:tblW", "w:w"), Some(grid.iter().sum()));
    assert_eq!(attr(at(table, "w:tblPr/w:tblLayout").unwrap(), "w:type"), Some("fixed"));
    for row in rows(table) {
        let width = |cell: &&Element| number_at(cell, "w:tcPr/w:tcW", "w:w").unwrap();
        assert_eq!(cells(row).iter().map(width).sum::<i64>(), grid.iter().sum::<i64>());
    }
}

#[test]
fn head_rows_repeat_and_keep_to_the_next_and_no_row_breaks() {
    let file = open(&with_body(vec![itinerary()]));
    for (i, row) in rows(tables(&file)[0]).into_iter().enumerate() {
        assert!(at(row, "w:trPr/w:cantSplit").is_some());
        assert!(at(row, "w:trPr/w:trHeight").is_none());
        assert_eq!(at(row, "w:trPr/w:tblHeader").is_some(), i < 2, "row {i}");
        let kept = |cell: &&Element| at(cell, "w:p/w:pPr/w:keepNext").is_some();
        // The last row stays with the paragraph after the table, and the one over it with this total.
        assert_eq!(cells(row).iter().all(kept), !(2..4).contains(&i), "row {i}");
    }
}

#[test]
fn rules_and_margins_are_the_table_styles() {
    let file = open(&with_body(vec![itinerary()]));
    let table = tables(&file)[0];
    assert_eq!(val_at(table, "w:tblPr/w:tblStyle"), Some("BangVanBan"));
    assert!(at(table, "w:tblPr/w:tblBorders").is_none());
    assert_eq!(number_at(table, "w:tblPr/w:tblInd", "w:w"), Some(0));
    let style = file.style("BangVanBan");
    for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
        let border = at(style, &format!("w:tblPr/w:tblBorders/{side}")).unwrap();
        assert_eq!((attr(border, "w:val"), attr(border, "w:sz")), (Some("single"), Some("4")));
    }
    let margin = |side| number_at(style, &format!("w:tblPr/w:tblCellMar/{side}"), "w:w").unwrap();
    assert_eq!(["w:left", "w:right"].map(margin), [i64::from(twips_mm(1.5)); 2]);
    assert_eq!(["w:top", "w:bottom"].map(margin), [i64::from(twips(2.0)); 2]);
}

#[test]
fn the_text_of_a_cell_has_a_style_for_its_alignment() {
    let row = [Canh::Trai, Canh::Giua, Canh::Phai].into_iter().enumerate();
    let row = row.map(|(cot, canh)| Cell { canh, ..cell(cot, "a") }).collect();
    let file = open(&with_body(vec![table(&[55.0; 3], 0, vec![row])]));
    let cells = cells(rows(tables(&file)[0])[0]);
    let styles: Vec<_> = cells.iter().map(|c| style_of(at(c, "w:p").unwrap()).unwrap()).collect();
    assert_eq!(styles, ["ChuBang", "ChuBangGiua", "ChuBangPhai"]);
    let alignments = ["ChuBang", "ChuBangGiua", "ChuBangPhai"];
    let alignments = alignments.map(|id| val_at(file.style(id), "w:pPr/w:jc").unwrap());
    assert_eq!(alignments, ["left", "center", "right"]);
    assert_eq!(val_at(file.style("ChuBang"), "w:rPr/w:sz"), Some("26"));
    assert!(at(file.style("ChuBang"), "w:pPr/w:ind").is_none());
}

#[test]
fn a_cell_holds_items_heads_notes_or_nothing() {
    let content = vec![
        head(2, "1.", "Đầu"),
        item([super::build::text("ý")]),
        paragraph_of([note(&[("Tỉnh:", "chú thích")])]),
    ];
    let row =
        vec![Cell { noi_dung: content, ..cell(0, "") }, Cell { noi_dung: vec![], ..cell(1, "") }];
    let file = open(&with_body(vec![table(&[80.0, 85.0], 0, vec![row])]));
    let cells = cells(rows(tables(&file)[0])[0]);
    assert_eq!(text_of(cells[0]), "1. Đầu- ý");
    assert_eq!(text_of(cells[1]), "");
    assert!(at(cells[1], "w:p").is_some());
    assert_eq!(file.all("word/document.xml", "w:footnoteReference").len(), 1);
    assert!(file.all("word/footnotes.xml", "w:footnote").len() == 3);
}

#[test]
fn tables_stand_apart_from_what_is_around_them() {
    let file = open(&with_body(vec![head(1, "I.", "ĐẦU"), itinerary(), itinerary()]));
    let body = at(file.part("word/document.xml"), "w:body").unwrap();
    let kinds: Vec<_> = elements(body).map(|e| style_of(e).unwrap_or(&e.name)).collect();
    let expected = ["Heading1", "CachBang", "w:tbl", "CachBang", "w:tbl", "DoanDem", "w:tbl"];
    let from = kinds.iter().position(|kind| *kind == "Heading1").unwrap();
    assert_eq!(kinds[from..from + 7], expected);
    let spaces: Vec<_> = elements(body).filter(|e| style_of(e) == Some("CachBang")).collect();
    let kept: Vec<_> = spaces.iter().map(|e| at(e, "w:pPr/w:keepNext").is_some()).collect();
    assert_eq!(kept, [true, false], "only the space under a head goes with its table");
    let height = number_at(file.style("CachBang"), "w:pPr/w:spacing", "w:line");
    assert_eq!(height, Some(i64::from(twips(6.0))));
}

#[test]
fn no_table_in_a_note_or_in_a_cell() {
    let in_note = crate::compose::document::Inline::Footnote { noi_dung: vec![itinerary()] };
    let document = with_body(vec![paragraph_of([in_note])]);
    assert_eq!(write(&document), Err(WriteError::TableInFootnote));
    let in_cell = Cell { noi_dung: vec![paragraph("a"), itinerary()], ..cell(0, "") };
    let document = with_body(vec![table(&[165.0], 0, vec![vec![in_cell]])]);
    assert_eq!(write(&document), Err(WriteError::NestedTable));
}
