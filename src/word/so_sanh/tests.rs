//! Sentences: what a leader is told.

use super::*;
use crate::word::doc_word::Hinh;
use crate::word::doc_word::doc;
use crate::word::doc_word::word_thu::{docx, moc, p, ps, r, tbl};

fn told_with(cu: &[String], moi: &[String], notes: [&[&str]; 2]) -> Vec<String> {
    let cu = doc(&docx(&cu.concat(), notes[0])).unwrap();
    let moi = doc(&docx(&moi.concat(), notes[1])).unwrap();
    so_sanh(&cu.khoi, &moi.khoi).into_iter().map(|change| change.cau).collect()
}

fn told(cu: &[String], moi: &[String]) -> Vec<String> {
    told_with(cu, moi, [&[], &[]])
}

const CAU: &str = "Đoàn làm việc trong 07 ngày tại tỉnh Đắk Lắk, đi bằng xe ô tô của Văn phòng.";

#[test]
fn words_are_told_with_the_word_beside_them() {
    let change = |to: &str| told(&[ps("H1", "A"), p(CAU)], &[ps("H1", "A"), p(to)]);
    assert_eq!(change(&CAU.replace("07", "10")), ["Mục I, đoạn 1: “07 ngày” sửa thành “10 ngày”"]);
    assert_eq!(
        change(&CAU.replace("xe ô tô", "tàu hoả")),
        ["Mục I, đoạn 1: “xe ô tô” sửa thành “tàu hoả”"]
    );
    assert_eq!(
        change(&CAU.replace(" của Văn phòng", "")),
        ["Mục I, đoạn 1: bớt “của Văn phòng” sau “xe ô tô”"]
    );
    assert_eq!(
        change(&CAU.replace("Đoàn", "Trong đó, Đoàn")),
        ["Mục I, đoạn 1: thêm “Trong đó,” ở đầu"]
    );
    assert_eq!(
        change(&CAU.replace("07", "10").replace("Đắk Lắk", "Lâm Đồng")),
        ["Mục I, đoạn 1: “07 ngày” sửa thành “10 ngày”; “Đắk Lắk” sửa thành “Lâm Đồng”"]
    );
}

#[test]
fn what_nobody_typed_is_no_change() {
    let cu = "“Học tập” ngày  08/3 - 10/3... hoà nhập ế".to_owned();
    let moi = "\"Học tập\" ngày\u{a0}08/3 – 10/3… hoà nh\u{ad}ập e\u{302}\u{301} ";
    assert_eq!(told(&[p(&cu)], &[p(moi)]), Vec::<String>::new());
    assert_eq!(told(&[p(&cu)], &[p("học tập")]).len(), 1);
    assert_eq!(told(&[p(&cu), p("")], &[p(""), p(" "), p(&cu)]), Vec::<String>::new());
}

#[test]
fn a_number_typed_by_hand_is_the_number_that_word_counts() {
    assert_eq!(
        told(&[ps("H1", "Mục đích"), p(CAU)], &[p("I. Mục đích"), p(CAU)]),
        Vec::<String>::new()
    );
}

#[test]
fn whole_paragraphs_come_go_and_move() {
    let a = [ps("H1", "A"), p(CAU), ps("H1", "B"), p("Văn phòng chuẩn bị hậu cần.")];
    let moved = [a[0].clone(), ps("H1", "B"), a[3].clone(), p(CAU)];
    let change = told(&a, &moved);
    assert_eq!(change, [format!("Mục I, đoạn 1: dời “{CAU}” đến Mục II, đoạn 2")]);
    let added =
        [a[0].clone(), a[1].clone(), p("Giao Sở Nội vụ theo dõi."), a[2].clone(), a[3].clone()];
    assert_eq!(told(&a, &added), ["Mục I: thêm đoạn 2 “Giao Sở Nội vụ theo dõi.”"]);
    assert_eq!(told(&added, &a), ["Mục I: bớt đoạn 2 “Giao Sở Nội vụ theo dõi.”"]);
    let head = [a[0].clone(), a[1].clone(), ps("H1", "Kinh phí"), a[2].clone(), a[3].clone()];
    let told = told(&a, &head);
    assert_eq!(told[0], "Mục II: thêm đề mục “II. Kinh phí”");
    assert_eq!(told[1], "Số thứ tự do Word tự đánh: “II.” thành “III.”");
}

#[test]
fn head_and_foot_are_told_by_their_names() {
    let cu = [ps("Sk", "Số:      /KH-HĐND"), ps("Nn", "- Tỉnh uỷ;"), ps("Nn", "- Lưu: VT.")];
    let moi = [ps("Sk", "Số: 45/KH-HĐND"), ps("Nn", "- Lưu: VT.")];
    assert_eq!(
        told(&cu, &moi),
        ["Số, ký hiệu: “Số: /KH-HĐND” sửa thành “Số: 45/KH-HĐND”", "Nơi nhận: bớt “- Tỉnh uỷ;”"]
    );
}

#[test]
fn cells_and_rows_are_told_by_their_columns() {
    let cu: [&[&str]; 3] = [&["TT", "Thành tiền (đồng)"], &["1", "500.000"], &["2", "700.000"]];
    let moi: [&[&str]; 3] = [&["TT", "Thành tiền (đồng)"], &["1", "550.000"], &["2", "700.000"]];
    assert_eq!(
        told(&[tbl(&cu)], &[tbl(&moi)]),
        ["Bảng 1, hàng 1, cột “Thành tiền (đồng)”: “500.000” sửa thành “550.000”"]
    );
    let more: [&[&str]; 4] = [cu[0], cu[1], &["x", "Dự phòng"], cu[2]];
    assert_eq!(told(&[tbl(&cu)], &[tbl(&more)]), ["Bảng 1: thêm hàng 2 “x | Dự phòng”"]);
    assert_eq!(told(&[tbl(&more)], &[tbl(&cu)]), ["Bảng 1: bớt hàng 2 “x | Dự phòng”"]);
    let lost = told(&[p(CAU), tbl(&cu)], &[p(CAU)]);
    assert_eq!(
        lost,
        ["Bảng 1: bớt cả bảng, 3 hàng: “TT | Thành tiền (đồng); 1 | 500.000; 2 | 700.000”"]
    );
}

#[test]
fn notes_are_compared_at_their_marks() {
    let with = |ids: &[usize]| {
        let marks: Vec<String> = ids.iter().map(|id| format!("{}{}", r(CAU), moc(*id))).collect();
        vec![format!("<w:p>{}</w:p>", marks.concat())]
    };
    let change = told_with(
        &with(&[1, 2]),
        &with(&[1, 2]),
        [&["lời đầu tiên", "lời hai"], &["lời đầu tiên", "lời ba"]],
    );
    assert_eq!(change, ["Chú thích 2, đoạn 1: “lời hai” sửa thành “lời ba”"]);
    let change = told_with(&[p(CAU)], &with(&[1]), [&[], &["lời"]]);
    assert_eq!(change, ["Chú thích 1: thêm chú thích “lời”"]);
}

#[test]
fn a_column_that_came_or_went_is_one_change() {
    let cu: [&[&str]; 3] =
        [&["TT", "Nội dung", "Ghi chú"], &["1", "Thuê xe", "x"], &["2", "In tài liệu", "y"]];
    let moi: [&[&str]; 3] = [&["TT", "Nội dung"], &["1", "Thuê xe"], &["2", "In tài liệu"]];
    let gone = "Bảng 1: bớt cột “Ghi chú”, 3 ô: “Ghi chú; x; y”";
    assert_eq!(told(&[tbl(&cu)], &[tbl(&moi)]), [gone]);
    assert_eq!(told(&[tbl(&moi)], &[tbl(&cu)]), [gone.replace("bớt", "thêm")]);
    // One in the middle, and a cell beside it that changed.
    let inner: [&[&str]; 3] = [&["TT", "Ghi chú"], &["1", "x"], &["2", "ý kiến"]];
    assert_eq!(
        told(&[tbl(&cu)], &[tbl(&inner)]),
        [
            "Bảng 1: bớt cột “Nội dung”, 3 ô: “Nội dung; Thuê xe; In tài liệu”",
            "Bảng 1, hàng 2, cột “Ghi chú”: “y” sửa thành “ý kiến”"
        ]
    );
    // A row that came with it.
    let more: [&[&str]; 4] = [moi[0], moi[1], &["x", "Dự phòng"], moi[2]];
    assert_eq!(told(&[tbl(&cu)], &[tbl(&more)]), [gone, "Bảng 1: thêm hàng 2 “x | Dự phòng”"]);
}

#[test]
fn a_table_in_a_cell_that_became_text_is_told() {
    let cell = |inner: String| {
        let cells = format!("<w:tc>{}</w:tc><w:tc>{inner}</w:tc>", p("Chi phí"));
        vec![format!("<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cells}</w:tr></w:tbl>")]
    };
    let table = cell(format!("{}{}", tbl(&[&["Xe", "2"], &["Phòng", "3"]]), p("")));
    let text = cell(["Xe", "2", "Phòng", "3"].map(p).concat());
    let noi = "Bảng 1, hàng tiêu đề, cột 2";
    assert_eq!(
        told(&table, &text),
        [format!("{noi}: bảng trong ô thành các đoạn thường, chữ giữ nguyên")]
    );
    assert_eq!(
        told(&text, &table),
        [format!("{noi}: các đoạn thường thành bảng trong ô, chữ giữ nguyên")]
    );
    let other = cell(["Xe", "4", "Phòng", "3"].map(p).concat());
    assert!(told(&table, &other)[0].contains("bảng trong ô: bớt cả bảng, 2 hàng"));
}

/// A picture that passed a paragraph which stayed; one that only has more text above it stands where it stood.
#[test]
fn a_picture_that_stands_elsewhere_is_told() {
    let mut files = Vec::new();
    for lines in [["A", "*", "B", "C"], ["A", "B", "C", "*"], ["X", "A", "*", "B"]] {
        let text: Vec<String> =
            lines.iter().map(|line| p(&format!("Đoạn {line} nói về việc của cơ quan"))).collect();
        let mut word = doc(&docx(&text.concat(), &[])).unwrap();
        for khoi in &mut word.khoi {
            if let Khoi::Doan(doan) = khoi
                && doan.chu.contains('*')
            {
                (doan.chu, doan.hinh) = (String::new(), vec![Hinh::Anh("a".into())]);
            }
        }
        files.push(word);
    }
    let told = |to: usize| -> Vec<String> {
        so_sanh_ngoai_chu(&files[0], &files[to]).into_iter().map(|change| change.cau).collect()
    };
    assert_eq!(told(1), ["Nội dung, đoạn 2: dời hình ảnh đến Nội dung, đoạn 4"]);
    assert_eq!(told(2), Vec::<String>::new());
}
