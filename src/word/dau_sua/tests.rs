//! Marks: accepted they give the newer text, rejected the older.

use super::*;
use crate::word::doc_word::word_thu::{docx, moc, p, ps, r, tbl};
use crate::word::doc_word::{CheDo, Khoi, doc, doc_theo};

/// What is printed, notes after their paragraphs, empty paragraphs left out.
fn printed(khoi: &[Khoi]) -> Vec<String> {
    let mut out = Vec::new();
    for doan in khoi.iter().flat_map(Khoi::cac_doan).filter(|doan| !doan.trong()) {
        out.push(doan.in_ra());
        out.extend(doan.chu_thich.iter().flat_map(|note| printed(note)));
    }
    out
}

fn both_ways(cu: &[String], moi: &[String], notes: [&[&str]; 2]) {
    let cu = doc(&docx(&cu.concat(), notes[0])).unwrap();
    let moi = doc(&docx(&moi.concat(), notes[1])).unwrap();
    for (cu, moi) in [(&cu, &moi), (&moi, &cu), (&cu, &cu)] {
        let marked = viet(cu, moi).unwrap();
        assert_eq!(viet(cu, moi).unwrap(), marked, "not the same bytes");
        assert_eq!(printed(&doc(&marked).unwrap().khoi), printed(&moi.khoi), "accepted");
        let before = doc_theo(&marked, CheDo::TuChoi).unwrap();
        assert_eq!(printed(&before.khoi), printed(&cu.khoi), "rejected");
        assert_eq!(before.co_dau_sua, printed(&cu.khoi) != printed(&moi.khoi));
    }
}

const CAU: &str = "Đoàn làm việc trong 07 ngày tại tỉnh Đắk Lắk, đi bằng xe ô tô.";

#[test]
fn words_paragraphs_and_heads() {
    let cu = [ps("H1", "Mục đích"), p(CAU), p("Bỏ đoạn này đi."), ps("H1", "Kinh phí"), p("a")];
    let moi = [
        ps("H1", "Mục đích, yêu cầu"),
        p(&CAU.replace("07", "10").replace("xe ô tô", "tàu")),
        p("Thêm một câu khác hẳn"),
        ps("H2", "Chung"),
        ps("H1", "Kinh phí"),
    ];
    both_ways(&cu, &moi, [&[], &[]]);
    both_ways(&[p("")], &moi, [&[], &[]]);
}

#[test]
fn runs_are_cut_inside() {
    let cut = |words: [&str; 3]| format!("<w:p>{}</w:p>", words.map(r).concat());
    both_ways(
        &[cut(["Thời gi", "an: từ ngày ", "08/3"])],
        &[cut(["Thời", " gian: từ ng", "ày 09/3 đến nay"])],
        [&[], &[]],
    );
    let tabs =
        |text: &str| format!("<w:p>{}<w:r><w:tab/><w:br/></w:r>{}</w:p>", r("một hai ba"), r(text));
    both_ways(&[tabs("bốn năm")], &[tabs("bốn sáu bảy")], [&[], &[]]);
}

#[test]
fn cells_rows_and_tables() {
    let cu: [&[&str]; 3] = [&["TT", "Tiền"], &["1", "500.000"], &["2", "700.000"]];
    let moi: [&[&str]; 3] = [&["TT", "Tiền"], &["2", "750.000"], &["3", "Dự phòng phí"]];
    both_ways(&[p(CAU), tbl(&cu), p(CAU)], &[p(CAU), tbl(&moi), p(CAU)], [&[], &[]]);
    both_ways(&[p(CAU), tbl(&cu)], &[p(CAU)], [&[], &[]]);
    let wide: [&[&str]; 2] = [&["TT", "Tên", "Tiền"], &["1", "Xe", "500.000"]];
    both_ways(&[tbl(&cu)], &[tbl(&wide)], [&[], &[]]);
}

#[test]
fn paragraphs_at_the_end_of_a_cell() {
    let cell = |texts: &[&str]| {
        let text: String = texts.iter().map(|text| p(text)).collect();
        format!("<w:tbl><w:tr><w:tc>{text}</w:tc></w:tr></w:tbl>")
    };
    let one = [cell(&["- Tỉnh uỷ;"])];
    both_ways(&one, &[cell(&["- Tỉnh uỷ;", "- Sở Nội vụ;", "- Lưu: VT."])], [&[], &[]]);
    both_ways(&one, &[cell(&["Khác hẳn"])], [&[], &[]]);
}

#[test]
fn notes_come_go_and_change() {
    let with = |ids: &[usize]| {
        let marks: Vec<String> = ids.iter().map(|id| format!("{}{}", r(CAU), moc(*id))).collect();
        vec![format!("<w:p>{}</w:p>", marks.concat())]
    };
    both_ways(
        &with(&[1, 2]),
        &with(&[1, 2]),
        [&["lời đầu", "lời hai"], &["lời đầu", "lời ba nữa"]],
    );
    both_ways(&with(&[1, 2]), &with(&[1]), [&["lời đầu", "lời hai"], &["lời đầu"]]);
    both_ways(&with(&[1]), &[p("Không còn gì giống")], [&["lời"], &[]]);
}

#[test]
fn a_mark_that_went_is_kept_as_text_where_the_style_does_not_bring_it() {
    let item = |num: u8| {
        format!("<w:p><w:pPr><w:numPr><w:numId w:val=\"{num}\"/></w:numPr></w:pPr>{}</w:p>", r(CAU))
    };
    both_ways(&[item(2)], &[p(CAU)], [&[], &[]]);
}

/// An equation goes and comes whole, and one that stayed is kept where the words around it changed.
#[test]
fn equations_are_kept_and_tracked() {
    let m = "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";
    let with = |math: &str, after: &str| {
        let math = format!("<m:oMath {m}><m:r><m:t>{math}</m:t></m:r></m:oMath>");
        vec![format!("<w:p>{}{math}{}</w:p>", r("Định mức "), r(after))]
    };
    let (cu, moi) = (with("1.000×2", " đồng mỗi năm"), with("1.000×2", " đồng mỗi tháng"));
    both_ways(&cu, &moi, [&[], &[]]);
    let word = |body: &[String]| doc(&docx(&body.concat(), &[])).unwrap();
    let marked = doc(&viet(&word(&cu), &word(&moi)).unwrap()).unwrap();
    let p = marked.than.at(&[0, 0]).unwrap();
    assert!(p.find("m:oMath").is_some());
    both_ways(&cu, &with("1.000×7", " đồng mỗi năm"), [&[], &[]]);
}
