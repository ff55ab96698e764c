use super::*;
use crate::layout::trang::{Hinh, Trang, Ve};

/// The words of a page that are read, or only decorate.
fn chu(trang: &Trang, doc: bool) -> String {
    let words = |ve: &Ve| match &ve.hinh {
        Hinh::Chu(chu) if ve.la.is_some() == doc => Some(chu.chu.clone()),
        _ => None,
    };
    trang.ve.iter().filter_map(words).collect::<Vec<_>>().join("|")
}

fn rows(count: usize) -> Vec<Vec<String>> {
    let row = |i: usize| {
        let noi = format!("UBND xã thứ {i}, Số {i}, đường Minh hoạ");
        ["15/3/2023", "105/KH-HĐND", &noi, "01", "", ""].map(str::to_owned).to_vec()
    };
    (1..=count).map(row).collect()
}

#[test]
fn each_page_bears_the_names_of_the_columns_and_they_are_read_once() {
    let fonts = Fonts::bundled().unwrap();
    let dong = rows(60);
    let so = So { co_quan: "UBND tỉnh Đồng Tháp", nam: "2023".to_owned(), dong: &dong };
    let pages = cac_trang(&so, &fonts);
    assert!(pages.trang.len() > 1);
    for (i, trang) in pages.trang.iter().enumerate() {
        assert!(trang.rong > trang.cao);
        let (read, repeated) = (chu(trang, true), chu(trang, false));
        for words in ["Nơi nhận văn bản", "(6)"] {
            assert_eq!((read.contains(words), repeated.contains(words)), (i == 0, i > 0));
        }
        let chan = trang.ve.iter().filter_map(|ve| match &ve.hinh {
            Hinh::Chu(chu) => Some(chu.chan),
            _ => None,
        });
        assert!(chan.fold(0.0, f64::max) < trang.cao - LE.duoi);
    }
    let all: String = pages.trang.iter().map(|trang| chu(trang, true)).collect();
    assert!((1..=60).all(|i| all.contains(&format!("UBND xã thứ {i},"))), "{all}");
    assert_eq!(pages.muc_luc.len(), 1);
}

#[test]
fn the_structure_has_a_head_and_a_table_whose_columns_have_names() {
    let fonts = Fonts::bundled().unwrap();
    let dong = rows(3);
    let so = So { co_quan: "UBND tỉnh Đồng Tháp", nam: "2023".to_owned(), dong: &dong };
    let pages = cac_trang(&so, &fonts);
    let count = |is: fn(&Vai) -> bool| pages.cau_truc.nut.iter().filter(|n| is(&n.vai)).count();
    assert_eq!(count(|vai| matches!(vai, Vai::DeMuc(1, _))), 1);
    assert_eq!(count(|vai| matches!(vai, Vai::Hang)), 5);
    assert_eq!(count(|vai| matches!(vai, Vai::ODau { .. })), 12);
    assert_eq!(count(|vai| matches!(vai, Vai::O { .. })), 18);
}

#[test]
fn a_word_wider_than_its_column_is_broken() {
    let fonts = Fonts::bundled().unwrap();
    let mut dong = rows(1);
    dong[0][2] = "Đường".repeat(40);
    let so = So { co_quan: "UBND tỉnh Đồng Tháp", nam: "2023".to_owned(), dong: &dong };
    let pages = cac_trang(&so, &fonts);
    let (trai, phai) = (LE.trai + pt(65.0), LE.trai + pt(165.0));
    for ve in &pages.trang[0].ve {
        let Hinh::Chu(chu) = &ve.hinh else { continue };
        if chu.chu.contains("Đường") {
            let rong: f64 = chu.chu.chars().map(|c| fonts.advance(c, chu.kieu) * chu.co).sum();
            assert!(chu.x > trai && chu.x + rong < phai, "{chu:?}");
        }
    }
}
