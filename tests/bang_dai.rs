//! Long tables: their heads stand on every page, and the time they take grows with their rows.

use crate::support;
use std::time::{Duration, Instant};

use vanthu::compose::document::{
    Block, Canh, Cell, DoRong, Document, Inline, Paragraph, Table, Text,
};
use vanthu::compose::fonts::Fonts;
use vanthu::jobs::load;
use vanthu::layout::luong::Chon;
use vanthu::layout::trang;
use vanthu::layout::trang::{CacTrang, Hinh, Trang};
use vanthu::model::Ngay;
use vanthu::reading::source::MauRieng;
use vanthu::records::so_dang_ky::{CuoiSo, Sach, TEN_COT, in_so};

/// The register of a year with so many numbers, as a document.
fn so_dang_ky(fonts: &Fonts, count: usize) -> Document {
    let Ok(ho_so) = load::ho_so(&support::sample(), fonts, &MauRieng::default()) else {
        panic!("không đọc được hồ sơ mẫu")
    };
    let van_ban = ho_so.ket_qua.van_ban.iter().find_map(|t| t.van_ban.as_ref()).unwrap();
    let hang = |i: usize| {
        [
            &format!("{i:02}/KH-HĐND"),
            "15/3/2023",
            "Kế hoạch tổ chức Đoàn công tác trao đổi, học tập kinh nghiệm",
            "Nguyễn Văn A",
            "Thường trực Tỉnh uỷ; UBND Tỉnh",
            "Văn phòng",
            "11",
            "16/3/2023",
            "",
            "",
        ]
        .map(str::to_owned)
    };
    let ngay = Ngay::parse("15/3/2023").unwrap();
    let sach = Sach {
        cuoi: CuoiSo::trong(),
        ky: 2023.into(),
        co_quan: "HĐND".to_owned(),
        hang: (1..=count).map(hang).collect(),
        tu_ngay: Some(ngay),
        den_ngay: Some(ngay),
        so: Some((1, u64::try_from(count).unwrap())),
    };
    in_so(&sach, &van_ban.co_quan, fonts).unwrap()
}

/// The same with a table of three columns in place of the register's.
fn ba_cot(fonts: &Fonts, count: usize) -> Document {
    let mut document = so_dang_ky(fonts, 1);
    let cell = |cot: usize, chu: String| Cell {
        cot,
        gop_cot: 1,
        gop_hang: 1,
        canh: Canh::Trai,
        noi_dung: vec![Block::Paragraph(Paragraph {
            noi_dung: vec![Inline::Text(Text { chu, ..Text::default() })],
            giu_voi_sau: false,
            canh: None,
        })],
    };
    let row = |i: usize| {
        let words = ["Các cơ quan, đơn vị, địa phương có liên quan", "Trước ngày 15 tháng 3"];
        let texts = [i.to_string(), words[0].to_owned(), words[1].to_owned()];
        texts.into_iter().enumerate().map(|(cot, chu)| cell(cot, chu)).collect()
    };
    document.phu_luc[0].than_bai = vec![Block::Table(Table {
        cot: [15.0, 100.0, 60.0].map(DoRong::Mm).to_vec(),
        so_hang_dau: 1,
        hang: (0..=count).map(row).collect(),
        ..Table::default()
    })];
    document
}

/// The pages, and the least that they took in a few rounds.
fn xep(document: &Document, fonts: &Fonts) -> (CacTrang, Duration) {
    let round = || {
        let start = Instant::now();
        let pages = vanthu::layout::trang(document, fonts, Chon::default());
        (pages, start.elapsed())
    };
    (0..5).map(|_| round()).min_by_key(|(_, took)| *took).unwrap()
}

/// The words of a page that are read, or only decorate.
fn chu(page: &Trang, read: bool) -> String {
    let words = |ve: &trang::Ve| match &ve.hinh {
        Hinh::Chu(chu) if ve.la.is_some() == read => Some(chu.chu.trim_end().to_owned()),
        _ => None,
    };
    page.ve.iter().filter_map(words).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_register_stands_on_landscape_pages_that_each_bear_its_columns() {
    let fonts = Fonts::bundled().unwrap();
    let document = so_dang_ky(&fonts, 400);
    let (pages, took) = xep(&document, &fonts);
    println!("400 hàng mười cột: {} trang, {took:?}", pages.trang.len());
    let (cover, rest) = pages.trang.split_first().unwrap();
    assert!(cover.rong < cover.cao && rest.len() > 10);
    let number = |page: &Trang, read: bool| chu(page, read).contains("(10)");
    for (i, page) in rest.iter().enumerate() {
        assert!(page.rong > page.cao, "trang {i}");
        assert_eq!((number(page, true), number(page, false)), (i == 0, i > 0), "trang {i}");
        let text = chu(page, i == 0);
        for name in TEN_COT.iter().flat_map(|name| name.split(' ')) {
            assert!(text.contains(name), "trang {i} thiếu “{name}”: {text}");
        }
    }
    let all: String = rest.iter().map(|page| chu(page, true)).collect();
    assert!((1..=400).all(|i| all.contains(&format!("{i:02}/KH-HĐND"))));
    assert!(took < Duration::from_millis(100), "{took:?}");
}

#[test]
fn a_table_takes_time_by_its_rows() {
    let fonts = Fonts::bundled().unwrap();
    let (pages, one) = xep(&ba_cot(&fonts, 1400), &fonts);
    let (_, two) = xep(&ba_cot(&fonts, 2800), &fonts);
    let ratio = two.as_secs_f64() / one.as_secs_f64();
    println!(
        "1400 hàng ba cột: {} trang, {one:?}; 2800: {two:?}, gấp {ratio:.2}",
        pages.trang.len()
    );
    assert!(pages.trang.len() > 40);
    assert!(one < Duration::from_millis(500) && ratio < 3.0, "{one:?} {two:?}");
}
