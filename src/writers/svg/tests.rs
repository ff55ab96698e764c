use roxmltree::{Document, Node};

use super::*;
use crate::compose::fonts::Face;
use crate::layout::trang::DoanChu;

fn doan(chu: &str) -> DoanChu {
    DoanChu::moi(85.0, 90.0, 13.0, chu)
}

fn ve(hinh: Hinh) -> String {
    let ve = vec![Ve { la: Some(La(4)), hinh }];
    trang_svg(&Trang { rong: 595.28, cao: 841.89, so: 1, ve }, &Fonts::bundled().unwrap())
}

fn named<'a>(svg: &'a Document, name: &str) -> Vec<Node<'a, 'a>> {
    svg.descendants().filter(|node| node.has_tag_name(name)).collect()
}

#[test]
fn every_word_stands_at_its_place() {
    let text = DoanChu { gian: 2.5, kieu: Face::Bold, ..doan("Các đại\u{a0}biểu dự ") };
    let svg = ve(Hinh::Chu(text));
    let svg = Document::parse(&svg).unwrap();
    let text = named(&svg, "text")[0];
    assert_eq!(text.attribute("data-la"), Some("4"));
    assert_eq!(text.attribute("font-weight"), Some("bold"));
    let words: Vec<(&str, f64)> = named(&svg, "tspan")
        .iter()
        .map(|word| (word.text().unwrap(), word.attribute("x").unwrap().parse().unwrap()))
        .collect();
    assert_eq!(words.iter().map(|(word, _)| *word).collect::<String>(), "Các đại\u{a0}biểu dự ");
    let fonts = Fonts::bundled().unwrap();
    let mut x = 85.0;
    for (word, at) in words {
        assert!((at - x).abs() < 0.01, "{word}: {at} ≠ {x}");
        x += fonts.width_mm(word, Face::Bold, 13.0) * crate::model::the_thuc::PT_MOI_MM + 2.5;
    }
}

#[test]
fn lines_frames_and_places_are_shapes() {
    let net = Net { x1: 1.0, y1: 2.5, x2: 3.0, y2: 2.5, day: 0.5 };
    let svg = ve(Hinh::Net(net));
    assert!(svg.contains(r##"<line data-la="4" x1="1" y1="2.5" x2="3" y2="2.5" stroke="#000""##));
    let khung = Khung { x: 1.0, y: 2.0, rong: 30.0, cao: 4.0, day: 0.5, mau: Mau::Do };
    assert!(ve(Hinh::Khung(khung)).contains(r##"fill="none" stroke="#f00" stroke-width="0.5""##));
    let o = ODien { ten: "nguoi_ky".into(), x: 1.0, y: 2.0, rong: 30.0, cao: 4.0 };
    assert!(ve(Hinh::O(o)).contains(r#"data-o="nguoi_ky" x="1" y="2" width="30" height="4""#));
    let gach = ve(Hinh::Chu(DoanChu { gach_chan: true, ..doan("ba") }));
    assert_eq!(named(&Document::parse(&gach).unwrap(), "line").len(), 1);
}

#[test]
fn any_text_and_any_number_make_a_picture() {
    for chu in ["", "a<b>&\"c\"", "\u{0}\u{1}\n\t\u{85}\u{fffe}", "שלום", "  "] {
        let svg = ve(Hinh::Chu(doan(chu)));
        let svg = Document::parse(&svg).unwrap();
        let text: String = named(&svg, "tspan").iter().filter_map(|word| word.text()).collect();
        assert_eq!(text.chars().count(), chu.chars().count());
    }
    for x in [f64::NAN, f64::INFINITY, -1e300] {
        let svg = ve(Hinh::Chu(DoanChu { x, co: x, gian: x, ..doan("a b") }));
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        Document::parse(&svg).unwrap();
    }
}
