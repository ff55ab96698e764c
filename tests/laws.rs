//! Laws that hold for every value, tried on values that nobody thought of.

use crate::support;
use chrono::NaiveDate;
use proptest::prelude::*;
use vanthu::model::so_bang_chu::{CachDoc, doc_so, hieu_so};
use vanthu::model::{Chu, Ngay, ThanBai, Tien};
use vanthu::records::so_dang_ky::{Day, Dong, So, Viec};

fn date() -> impl Strategy<Value = NaiveDate> {
    (1950..2100_i32, 1..=366_u32)
        .prop_filter_map("a year of 365 days", |(nam, ngay)| NaiveDate::from_yo_opt(nam, ngay))
}

fn cell() -> impl Strategy<Value = String> {
    // What a clerk might put into a cell of the register, and what parts its cells.
    "[a-zA-ZĐđơưạếỗ0-9 |\\\\\n\t\r#“”;:/.-]{0,40}".prop_map(|text| text.trim().to_owned())
}

/// A line with free cells. White space is one space in a register.
fn line() -> impl Strategy<Value = Dong> {
    let cells = (cell(), cell(), cell(), cell(), cell());
    (cells, any::<Option<u32>>(), proptest::option::of(date())).prop_map(|(cells, so_ban, ngay)| {
        let one_space = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut dong = Dong::moi(
            Viec::KhoaNam,
            Day { ky: 2023.into(), co_quan: "HĐND".into(), loai: None },
            None,
        );
        dong.trich_yeu = one_space(cells.0);
        dong.nguoi_ky = one_space(cells.1);
        dong.noi_nhan = one_space(cells.2);
        dong.luu = one_space(cells.3);
        dong.ghi_chu = one_space(cells.4);
        dong.so_ban = so_ban.map(u64::from);
        dong.ngay = ngay.map(Ngay::cua);
        dong
    })
}

fn sum<'a>(mut all: impl Iterator<Item = &'a u64>) -> Option<Tien> {
    all.try_fold(Tien::tu_dong(0)?, |sum, dong| sum.cong(Tien::tu_dong(*dong)?))
}

proptest! {
    #[test]
    fn an_amount_in_figures_reads_back(dong in 0..=1_000_000_000_000_000_u64) {
        let tien = Tien::tu_dong(dong).unwrap();
        prop_assert_eq!(Tien::parse(&tien.bang_so()).unwrap(), tien);
        prop_assert_eq!(Tien::parse(&format!("{} đồng", tien.bang_so())).unwrap(), tien);
    }

    #[test]
    fn an_amount_in_words_reads_back(dong in any::<u64>(), le in any::<bool>(), ngan in any::<bool>()) {
        prop_assert_eq!(hieu_so(&doc_so(dong, CachDoc { le, ngan })), Some(dong));
    }

    #[test]
    fn a_sum_does_not_depend_on_its_order(so in proptest::collection::vec(0..=1_000_000_000_000_u64, 0..40)) {
        let forth = sum(so.iter());
        prop_assert_eq!(forth, sum(so.iter().rev()));
        prop_assert_eq!(forth.map(Tien::dong), Some(so.iter().sum()));
    }

    #[test]
    fn a_date_reads_back_as_it_is_printed(ngay in date()) {
        let ngay = Ngay::cua(ngay);
        prop_assert_eq!(Ngay::parse(&ngay.to_string()).unwrap(), ngay);
        prop_assert_eq!(Ngay::parse(&ngay.day_du()).unwrap(), ngay);
        let told = format!("{}, {}", ngay.thu(), ngay);
        prop_assert_eq!(Ngay::parse(&told).unwrap(), ngay);
    }

    #[test]
    fn a_register_reads_back_as_it_was_written(dong in proptest::collection::vec(line(), 0..8), cut in any::<usize>()) {
        let (so, found) = So::doc("", "so");
        prop_assert!(found.is_empty());
        // In two goes, as two commands would.
        let (first, second) = dong.split_at(cut % (dong.len() + 1));
        let mut text = so.them(first);
        let (so, found) = So::doc(&text, "so");
        prop_assert!(found.is_empty(), "{:?}\n{}", found, text);
        text += &so.them(second);
        let (so, found) = So::doc(&text, "so");
        prop_assert!(found.is_empty(), "{:?}\n{}", found, text);
        let read: Vec<&Dong> = so.dong.iter().map(|d| &d.dong).collect();
        prop_assert_eq!(read, dong.iter().collect::<Vec<_>>());
    }

    /// A register of which one letter has changed is never read as sound.
    #[test]
    fn a_changed_letter_is_seen(dong in proptest::collection::vec(line(), 1..4), at in any::<prop::sample::Index>()) {
        let (so, _) = So::doc("", "so");
        let text = so.them(&dong);
        let body = text.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).collect::<Vec<_>>();
        let line = body[at.index(body.len())];
        let letters: Vec<usize> = line.char_indices().filter(|(_, c)| c.is_alphanumeric()).map(|(i, _)| i).collect();
        let place = letters[at.index(letters.len())];
        let mut changed = line.to_owned();
        let old = changed[place..].chars().next().unwrap();
        changed.replace_range(place..place + old.len_utf8(), if old == 'x' { "y" } else { "x" });
        let forged = text.replacen(line, &changed, 1);
        prop_assert!(!So::doc(&forged, "so").1.is_empty(), "{}", forged);
    }

    /// No words are lost or made up between a body as typed and as understood.
    #[test]
    fn a_body_keeps_its_words(tu in proptest::collection::vec("[a-zđơưạếỗ]{1,7}", 1..60), breaks in any::<u64>()) {
        let mut text = String::new();
        for (i, word) in tu.iter().enumerate() {
            let gap = match breaks.rotate_left(i as u32) % 7 { 0 => "\n\n", 1 => "\n", _ => " " };
            text.push_str(word);
            text.push_str(gap);
        }
        let (than_bai, faults) = ThanBai::parse(&text);
        prop_assert!(faults.is_empty());
        let printed: Vec<String> = than_bai.cac_chu().map(Chu::chu_tron).collect();
        let printed: Vec<&str> = printed.iter().flat_map(|chu| chu.split_whitespace()).collect();
        prop_assert_eq!(printed, tu.iter().map(String::as_str).collect::<Vec<_>>());
    }
}

/// Paragraphs stand on the pages in the order in which they were typed, each once, in both files.
#[test]
fn pages_keep_the_order_of_the_text() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = dir.path().join("h");
    std::fs::create_dir(&ho_so).unwrap();
    std::fs::copy(support::sample().join("co-quan.yaml"), ho_so.join("co-quan.yaml")).unwrap();
    let body: Vec<String> = (0..300)
        .map(|i| format!("Đoạn thứ {i:03}x {}", "nội dung của đoạn này ".repeat(1 + i * 7 % 13)))
        .collect();
    std::fs::write(ho_so.join("than.md"), body.join("\n\n")).unwrap();
    let yaml = "loai: thong_bao\nngay_ban_hanh: 4/5/2023\ntrich_yeu: Kết quả\nnoi_dung: than.md\n\
                noi_nhan: [Các Ban của HĐND Tỉnh]\n";
    std::fs::write(ho_so.join("thong-bao.yaml"), yaml).unwrap();
    support::build(&ho_so, dir.path());
    let printed = support::print_word(&dir.path().join("thong-bao.docx"), dir.path());
    for pdf in [dir.path().join("thong-bao.pdf"), printed] {
        let text = support::tool(std::process::Command::new("pdftotext").arg(pdf).arg("-"));
        let found: Vec<usize> = text
            .split_whitespace()
            .filter_map(|word| word.strip_suffix('x')?.parse().ok())
            .collect();
        assert_eq!(found, (0..300).collect::<Vec<_>>());
    }
}
