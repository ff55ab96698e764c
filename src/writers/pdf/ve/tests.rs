use chrono::NaiveDate;

use super::*;
use crate::layout::trang::{CauTruc, Con, DauMuc, DoanChu, Hinh, Khung, La, Mau, Net, ODien};
use crate::layout::trang::{Nut, Trang, Vai, Ve};

fn thong_tin() -> ThongTin {
    ThongTin {
        tieu_de: "Kế hoạch".into(),
        tac_gia: "UBND tỉnh Đồng Tháp".into(),
        chu_de: "Về việc thử".into(),
        tu_khoa: vec!["kế hoạch".into(), "2023".into()],
        ngay: NaiveDate::from_ymd_opt(2023, 3, 1).unwrap(),
    }
}

fn doan(chu: &str) -> DoanChu {
    DoanChu::moi(85.0, 90.0, 13.0, chu)
}

/// One paragraph on one page.
fn mot_trang(hinh: impl IntoIterator<Item = Hinh>) -> CacTrang {
    let mut pages = CacTrang::default();
    let p = pages.cau_truc.them(0, Vai::Doan);
    let la = Some(pages.cau_truc.la(p));
    let ve = hinh.into_iter().map(|hinh| Ve { la, hinh }).collect();
    pages.trang.push(Trang { rong: 595.28, cao: 841.89, so: 1, ve });
    pages
}

fn mot_doan(chu: &str) -> CacTrang {
    mot_trang([Hinh::Chu(doan(chu))])
}

fn lam(pages: &CacTrang) -> Result<lopdf::Document, String> {
    let made = ve(pages, &Fonts::bundled().unwrap(), &thong_tin(), "Kế hoạch", &[]);
    let bytes = made.map_err(|loi| loi[0].message.clone())?;
    Ok(lopdf::Document::load_mem(&bytes).unwrap())
}

/// What the first page is drawn with, as text.
fn noi_dung(pdf: &lopdf::Document) -> String {
    let page = pdf.get_pages()[&1];
    String::from_utf8_lossy(&pdf.get_page_content(page)).into_owned()
}

#[test]
fn letters_from_right_to_left_are_drawn_as_they_come() {
    // What the PDF library does with shaped words of this kind ends the program.
    for chu in ["שלום עולם", "a שלום b", "\u{5e9}\u{5dc}", "ש", "سلام", "\u{202e}abc"]
    {
        let made = lam(&mot_doan(chu));
        let missing = made.as_ref().is_err_and(|loi| loi.contains("phông chữ không có chữ"));
        assert!(made.is_ok() || missing, "{chu}: {made:?}");
    }
    let pdf = lam(&mot_doan("שלום")).unwrap();
    assert_eq!(pdf.extract_text(&[1]).unwrap().trim(), "שלום");
    assert!(!noi_dung(&pdf).contains("ReversedChars"));
}

#[test]
fn a_letter_without_a_glyph_is_named() {
    for (chu, ten) in [("a\u{1}b", "\\u{1}"), ("中", "中")] {
        let loi = lam(&mot_doan(chu)).unwrap_err();
        assert!(loi.contains(&format!("phông chữ không có chữ “{ten}”")), "{loi}");
    }
}

#[test]
fn marks_stay_apart_and_a_letter_that_shares_a_glyph_keeps_its_own_text() {
    for chu in ["tiếng Việt", "ti\u{65}\u{302}\u{301}ng", "a\u{a0}b c\u{ad}d-e", "fi ffl Đ Ð"]
    {
        let pdf = lam(&mot_doan(chu)).unwrap();
        assert_eq!(pdf.extract_text(&[1]).unwrap().trim_end(), chu);
    }
}

#[test]
fn only_a_plain_space_is_widened() {
    let dan = |gian| {
        let text = doan("a b\u{a0}c");
        noi_dung(&lam(&mot_trang([Hinh::Chu(DoanChu { gian, ..text })])).unwrap())
    };
    assert_eq!(dan(0.0).matches(")").count(), 1);
    // 1.3 pt of 13 pt is a tenth of the size.
    let rong = dan(1.3);
    assert_eq!(rong.matches(")").count(), 2, "{rong}");
    assert!(rong.contains(")-100") || rong.contains(")-99.99"), "{rong}");
    assert!(dan(-1.3).contains(")100") || dan(-1.3).contains(")99.99"));
}

#[test]
fn nothing_to_draw_is_still_a_page() {
    for pages in [mot_trang([]), mot_doan("")] {
        let pdf = lam(&pages).unwrap();
        assert_eq!(pdf.get_pages().len(), 1);
        assert!(!noi_dung(&pdf).contains("BDC"));
    }
    assert!(lam(&CacTrang::default()).unwrap_err().contains("không có trang nào"));
}

#[test]
fn what_stands_together_is_one_piece_of_content() {
    let net = Net { x1: 1.0, y1: 2.0, x2: 3.0, y2: 2.0, day: 0.5 };
    let mut pages = mot_trang([Hinh::Chu(doan("một")), Hinh::Chu(doan("hai")), Hinh::Net(net)]);
    assert_eq!(noi_dung(&lam(&pages).unwrap()).matches("BDC").count(), 1);
    pages.trang[0].ve.insert(1, Ve { la: None, hinh: Hinh::Chu(doan("3")) });
    pages.trang[0].ve.insert(2, Ve { la: None, hinh: Hinh::Net(net) });
    let dung = noi_dung(&lam(&pages).unwrap());
    assert_eq!((dung.matches("/P <<").count(), dung.matches("/P<<").count()), (0, 2), "{dung}");
    assert!(dung.contains("/Pagination") && dung.contains("/Layout"), "{dung}");
}

#[test]
fn a_line_without_width_leaves_no_mark() {
    let net = |day| Hinh::Net(Net { x1: 1.0, y1: 2.0, x2: 3.0, y2: 2.0, day });
    let khung = |day| Khung { x: 1.0, y: 1.0, rong: 9.0, cao: 9.0, day, mau: Mau::Do };
    let strokes = |day| {
        let pages = mot_trang([net(day), Hinh::Khung(khung(day))]);
        noi_dung(&lam(&pages).unwrap()).split_whitespace().filter(|op| *op == "S").count()
    };
    assert_eq!([strokes(0.5), strokes(0.0)], [2, 0]);
}

#[test]
fn a_measure_that_is_no_number_is_a_finding() {
    let text = || doan("chữ");
    for so in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -1e300] {
        let net = Net { x1: 0.0, y1: so, x2: 1.0, y2: 0.0, day: 1.0 };
        let khung = Khung { x: 0.0, y: 0.0, rong: so, cao: 1.0, day: 1.0, mau: Mau::Den };
        let o = ODien { ten: "so".into(), x: 0.0, y: 0.0, rong: 1.0, cao: so };
        for hinh in [
            Hinh::Chu(DoanChu { x: so, ..text() }),
            Hinh::Chu(DoanChu { chan: so, ..text() }),
            Hinh::Chu(DoanChu { co: so, ..text() }),
            Hinh::Chu(DoanChu { gian: so, ..text() }),
            Hinh::Net(net),
            Hinh::Khung(khung),
            Hinh::O(o),
        ] {
            let loi = lam(&mot_trang([hinh.clone()])).unwrap_err();
            assert!(loi.contains("trang 1: có số đo không vẽ được"), "{hinh:?}: {loi}");
        }
        let mut pages = mot_doan("chữ");
        pages.trang[0].cao = so;
        assert!(lam(&pages).is_err());
        pages.trang[0].cao = 842.0;
        pages.muc_luc = vec![DauMuc { cap: 0, chu: String::new(), trang: 0, y: so }];
        assert!(lam(&pages).is_ok());
    }
}

#[test]
fn a_structure_that_is_no_tree_is_a_finding() {
    let nut = |con| Nut { vai: Vai::Phan, con };
    let sau = |n: usize| (1..n).map(|i| nut(vec![Con::Nut(i)])).chain([nut(vec![])]).collect();
    let la = Con::La(La(7));
    for (cay, tot) in [
        (vec![], false),
        (vec![nut(vec![Con::Nut(1)])], false),
        (vec![nut(vec![Con::Nut(0)])], false),
        (vec![nut(vec![Con::Nut(1), Con::Nut(1)]), nut(vec![])], false),
        (vec![nut(vec![la, la])], false),
        (sau(100_000), false),
        (sau(100), true),
        (vec![nut(vec![la])], true),
    ] {
        let mut pages = mot_trang([]);
        pages.cau_truc = CauTruc { nut: cay, so_la: 0 };
        let made = lam(&pages);
        assert_eq!(made.is_ok(), tot, "{made:?}");
    }
}

#[test]
fn what_belongs_to_no_part_is_a_finding() {
    let mut pages = mot_doan("chữ");
    pages.trang[0].ve[0].la = Some(La(9));
    assert!(lam(&pages).unwrap_err().contains("không thuộc phần nào"));
    let o = ODien { ten: "so".into(), x: 1.0, y: 1.0, rong: 9.0, cao: 9.0 };
    let mut pages = mot_trang([Hinh::O(o)]);
    assert!(lam(&pages).is_ok());
    pages.trang[0].ve[0].la = None;
    assert!(lam(&pages).unwrap_err().contains("ô so không thuộc phần nào"));
}

#[test]
fn heads_stand_under_each_other_in_the_outline() {
    let mut pages = mot_doan("chữ");
    let muc = |cap, chu: &str, trang| DauMuc { cap, chu: chu.into(), trang, y: 100.0 };
    pages.muc_luc = vec![muc(1, "A", 0), muc(2, "B", 0), muc(3, "C", 0), muc(1, "D", 0)];
    // A page that isn't there.
    pages.muc_luc.push(muc(1, "E", 5));
    let pdf = lam(&pages).unwrap();
    let named = |ten: &str| {
        let of = |object: &&lopdf::Object| {
            let title = object.as_dict().ok()?.get(b"Title").ok()?;
            lopdf::decode_text_string(title).ok()
        };
        let found = pdf.objects.values().find(|object| of(object).as_deref() == Some(ten));
        found.map(|object| object.as_dict().unwrap())
    };
    let tren = |ten: &str| {
        let parent = named(ten).unwrap().get_deref(b"Parent", &pdf).unwrap().as_dict().unwrap();
        parent.get(b"Title").ok().map(|title| lopdf::decode_text_string(title).unwrap())
    };
    assert_eq!([tren("A"), tren("D")], [None, None]);
    assert_eq!([tren("B"), tren("C")], [Some("A".into()), Some("B".into())]);
    assert!(named("E").is_none());
}

#[test]
fn a_file_can_t_be_attached_twice() {
    let tep = TepKem {
        ten: "a.yaml".into(),
        mo_ta: "Tệp".into(),
        kieu_mime: "application/yaml",
        quan_he: crate::writers::pdf::QuanHe::Nguon,
        bytes: b"a: 1".to_vec(),
    };
    let tep_kem = [tep.clone(), tep];
    let fonts = Fonts::bundled().unwrap();
    let made = ve(&mot_doan("chữ"), &fonts, &thong_tin(), "Kế hoạch", &tep_kem);
    assert!(made.unwrap_err()[0].message.contains("tệp a.yaml được kèm hai lần"));
}
