use super::*;
use crate::compose::fonts::Face;
use crate::layout::doan::Canh;

/// What Microsoft Word 2016 did in two signed papers, line by line.
const WORD: &str = include_str!("../../../tests/word/decisions.csv");

fn doan(chu: &[&str], canh: Canh) -> Doan {
    let manh = chu.iter().map(|c| Manh::Chu(Chu::moi(*c, 14.0, Face::Regular, None)));
    Doan { manh: manh.collect(), canh, ..Doan::moi(14.0) }
}

fn lines(doan: &Doan, rong: f64) -> Vec<String> {
    let fonts = Fonts::bundled().unwrap();
    let text = |dong: &Dong| {
        let parts = dong.khuc.iter().map(|k| match &doan.manh[k.manh] {
            Manh::Chu(chu) => &chu.chu[k.byte.clone()],
            Manh::XuongDong => "",
        });
        parts.collect::<String>()
    };
    cac_dong(doan, rong, &fonts).iter().map(text).collect()
}

#[test]
fn words_are_taken_as_word_takes_them() {
    let rows: Vec<(f64, f64, bool)> = WORD
        .lines()
        .skip(1)
        .map(|line| {
            let parts: Vec<&str> = line.split(',').collect();
            (parts[1].parse().unwrap(), parts[2].parse().unwrap(), parts[3] == "1")
        })
        .collect();
    let right = rows.iter().filter(|(s, e, taken)| nhan_them(*s, *e) == *taken).count();
    println!("{right} of {} decisions as Word 2016 took them", rows.len());
    assert!(rows.len() >= 210 && right * 100 >= rows.len() * 99, "{right} of {}", rows.len());
}

#[test]
fn a_line_ends_after_spaces_and_hyphens_and_not_after_slashes() {
    let width = Fonts::bundled().unwrap().advance('x', Face::Regular) * 14.0;
    let at = |chu: &str, letters: f64| lines(&doan(&[chu], Canh::Trai), width * letters + 1.0);
    assert_eq!(at("xxx xxx xxx", 8.0), ["xxx xxx", "xxx"]);
    assert_eq!(at("xxx xxx-xxx", 8.5), ["xxx xxx-", "xxx"]);
    assert_eq!(at("xxx xxx/xxx", 9.0), ["xxx", "xxx/xxx"]);
    assert_eq!(at("xxx xxx\u{a0}xxx", 9.0), ["xxx", "xxx\u{a0}xxx"]);
    assert_eq!(at("xxx -xxx", 5.0), ["xxx", "-xxx"]);
    assert_eq!(at("xxxxxxxxxx", 4.0), ["xxxx", "xxxx", "xx"]);
    assert_eq!(at("", 4.0), [""]);
}

#[test]
fn pieces_of_one_word_stay_together() {
    let width = Fonts::bundled().unwrap().advance('x', Face::Regular) * 14.0;
    let d = doan(&["xxx xx", "xx x"], Canh::Trai);
    assert_eq!(lines(&d, width * 6.0 + 4.0), ["xxx", "xxxx x"]);
}

#[test]
fn a_justified_line_fills_its_width_and_the_last_does_not() {
    let fonts = Fonts::bundled().unwrap();
    let text = "Ủy ban nhân dân tỉnh đề nghị các cơ quan, đơn vị, địa phương ".repeat(8);
    let d = doan(&[text.trim_end()], Canh::Deu);
    let all = cac_dong(&d, 467.7, &fonts);
    assert!(all.len() > 5);
    let (last, full) = all.split_last().unwrap();
    assert_eq!(last.gian, 0.0);
    for dong in full {
        let spaces: usize = dong
            .khuc
            .iter()
            .map(|k| match &d.manh[k.manh] {
                Manh::Chu(chu) => chu.chu[k.byte.clone()].matches(' ').count(),
                Manh::XuongDong => 0,
            })
            .sum();
        assert!((dong.rong + dong.gian * spaces as f64 - 467.7).abs() < 1e-6);
    }
}
