//! The register under many events: what is let in leaves it without a finding.

use super::kiem::kiem;
use super::*;
use crate::diagnostic::Diagnostic;
use crate::model::Ngay;
use std::borrow::Cow;

fn day(nam: i32) -> Day {
    Day { ky: nam.into(), co_quan: "HĐND".into(), loai: None }
}

fn ngay(text: &str) -> Ngay {
    Ngay::parse(text).unwrap()
}

fn phat_hanh(so: u64, at: &str) -> Dong {
    let at = ngay(at);
    let so_hieu = SoHieu { so, ky_hieu: "KH-HĐND".into() };
    Dong { ngay: Some(at), ..Dong::moi(Viec::PhatHanh, day(at.nam()), Some(so_hieu)) }
}

fn khac(viec: Viec, so: u64, nam: i32) -> Dong {
    Dong::moi(viec, day(nam), Some(SoHieu { so, ky_hieu: String::new() }))
}

/// The register after these lines, and all that is wrong with it.
fn so_cai(dong: &[Dong]) -> (SoCai, Vec<Diagnostic>) {
    let (empty, _) = So::doc("", "so.txt");
    let (so, found) = So::doc(&empty.them(dong), "so.txt");
    assert_eq!(found, []);
    let (cai, mut found) = SoCai::tu(&so);
    found.extend(kiem(&cai));
    (cai, found)
}

fn codes(dong: &[Dong]) -> Vec<Cow<'static, str>> {
    so_cai(dong).1.into_iter().map(|d| d.code).collect()
}

#[test]
fn numbers_in_a_row_with_dates_in_order_are_sound() {
    assert!(
        codes(&[phat_hanh(1, "5/1/2023"), phat_hanh(2, "5/1/2023"), phat_hanh(1, "2/1/2024")])
            .is_empty()
    );
}

#[test]
fn a_gap_a_double_and_a_date_that_runs_back_are_errors() {
    assert_eq!(codes(&[phat_hanh(1, "5/1/2023"), phat_hanh(3, "6/1/2023")]), ["number-gap"]);
    assert_eq!(codes(&[phat_hanh(2, "5/1/2023")]), ["number-gap"]);
    assert_eq!(codes(&[phat_hanh(1, "5/1/2023"), phat_hanh(1, "6/1/2023")]), ["register-event"]);
    assert_eq!(codes(&[phat_hanh(1, "5/1/2023"), phat_hanh(2, "4/1/2023")]), ["date-runs-back"]);
    let other_year = Dong { ngay: Some(ngay("1/2/2024")), ..phat_hanh(1, "5/1/2023") };
    assert_eq!(codes(&[other_year]), ["date-runs-back"]);
}

#[test]
fn a_series_may_begin_in_the_middle() {
    assert!(codes(&[khac(Viec::MoSo, 105, 2023), phat_hanh(105, "5/1/2023")]).is_empty());
    assert_eq!(codes(&[khac(Viec::MoSo, 105, 2023), phat_hanh(104, "5/1/2023")]), ["number-gap"]);
    assert_eq!(codes(&[phat_hanh(1, "5/1/2023"), khac(Viec::MoSo, 2, 2023)]), ["register-event"]);
}

#[test]
fn a_kept_number_is_issued_once_and_a_void_one_never_again() {
    let kept = khac(Viec::GiuSo, 1, 2023);
    assert!(codes(&[kept.clone(), phat_hanh(1, "5/1/2023")]).is_empty());
    assert_eq!(codes(&[kept.clone(), kept.clone()]), ["register-event"]);
    let void = khac(Viec::Huy, 1, 2023);
    assert!(codes(&[kept.clone(), void.clone()]).is_empty());
    assert_eq!(codes(&[kept.clone(), void.clone(), phat_hanh(1, "5/1/2023")]), ["register-event"]);
    assert_eq!(codes(&[kept.clone(), void.clone(), void.clone()]), ["register-event"]);
    assert_eq!(codes(&[void]), ["register-event"]);
}

#[test]
fn a_closed_year_takes_nothing_more() {
    let close = Dong::moi(Viec::KhoaNam, day(2023), None);
    let all = [phat_hanh(1, "5/1/2023"), close.clone(), phat_hanh(1, "5/1/2024")];
    assert!(codes(&all).is_empty());
    let (cai, _) = so_cai(&all);
    assert_eq!(refused(&cai, 2, "6/1/2023"), ["year-closed"]);
    assert_eq!(
        codes(&[phat_hanh(1, "5/1/2023"), close.clone(), phat_hanh(2, "6/1/2023")]),
        ["register-event"]
    );
    assert_eq!(codes(&[khac(Viec::GiuSo, 1, 2023), close]), ["year-closed"]);
}

#[test]
fn two_ways_to_count_in_a_year_are_an_error() {
    let mut by_kind = phat_hanh(1, "5/1/2023");
    by_kind.day.loai = Some("KH".into());
    assert_eq!(codes(&[phat_hanh(1, "5/1/2023"), by_kind.clone()]), ["series-mixed"]);
    let (cai, _) = so_cai(&[by_kind]);
    assert_eq!(refused(&cai, 1, "6/1/2023"), ["series-mixed"]);
}

/// An office that goes from one series a kind to groups in the midst of a year would give a number twice.
#[test]
fn papers_of_one_symbol_are_counted_in_one_series() {
    let of = |loai: &str, at: &str| {
        let mut dong = phat_hanh(1, at);
        dong.day.loai = Some(loai.into());
        dong
    };
    assert_eq!(codes(&[of("KH", "5/1/2023"), of("CHUNG", "6/1/2023")]), ["series-mixed"]);
    let (cai, _) = so_cai(&[of("KH", "5/1/2023")]);
    let ky_hieu = of("KH", "5/1/2023").so_hieu.unwrap().ky_hieu;
    let asked = |loai: &str, ky_hieu: &str| cai.mot_day(&of(loai, "6/1/2023").day, ky_hieu).is_ok();
    assert!(asked("KH", &ky_hieu) && asked("CHUNG", "BC-HĐND") && !asked("CHUNG", &ky_hieu));
}

#[test]
fn what_a_later_document_does_is_told_of_both() {
    let replace = |so, at: &str, text: &str| Dong {
        quan_he: QuanHe::doc(text).unwrap(),
        ..phat_hanh(so, at)
    };
    let all = [
        phat_hanh(1, "5/1/2023"),
        replace(2, "6/1/2023", "đính chính 01/KH-HĐND/2023"),
        replace(3, "7/1/2023", "thay thế 01/KH-HĐND/2023"),
    ];
    let (cai, found) = so_cai(&all);
    assert_eq!(found, []);
    let notes: Vec<String> = cai.tat_ca().map(|muc| hang(muc)[9].clone()).collect();
    assert_eq!(
        notes,
        [
            "Được đính chính bởi 02/KH-HĐND; được thay thế bởi 03/KH-HĐND",
            "Đính chính 01/KH-HĐND",
            "Thay thế 01/KH-HĐND"
        ]
    );
    let again = [all.as_slice(), &[replace(4, "8/1/2023", "thu hồi 01/KH-HĐND/2023")]].concat();
    assert_eq!(codes(&again), ["register-event"]);
    assert_eq!(codes(&[replace(1, "8/1/2023", "thu hồi 09/KH-HĐND/2023")]), ["register-event"]);
}

fn refused(cai: &SoCai, so: u64, at: &str) -> Vec<Cow<'static, str>> {
    let at = ngay(at);
    let found = cai.phat_hanh_duoc(&day(at.nam()), so, at, 1).err().unwrap_or_default();
    found.into_iter().map(|d| d.code).collect()
}

#[test]
fn what_would_be_wrong_is_refused_before_it_is_written() {
    let (cai, _) =
        so_cai(&[phat_hanh(1, "5/1/2023"), khac(Viec::GiuSo, 2, 2023), phat_hanh(3, "10/1/2023")]);
    assert_eq!(refused(&cai, 1, "5/1/2023"), ["number-taken"]);
    assert_eq!(refused(&cai, 5, "11/1/2023"), ["number-gap"]);
    assert_eq!(refused(&cai, 4, "9/1/2023"), ["date-runs-back"]);
    assert_eq!(refused(&cai, 2, "11/1/2023"), ["date-runs-back"]);
    assert!(refused(&cai, 2, "7/1/2023").is_empty() && refused(&cai, 4, "10/1/2023").is_empty());
    assert_eq!(cai.so_ke_tiep(&day(2023), 1), 4);
    assert_eq!(cai.so_ke_tiep(&day(2024), 7), 7);
}

/// Thousands of events as they come, right and wrong: what is let in never makes the register unsound.
#[test]
fn no_event_that_is_let_in_makes_the_register_unsound() {
    let mut state = 11_u64;
    let mut random = |below: u64| {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) % below
    };
    let mut text = String::new();
    let mut taken = 0;
    for _ in 0..1_500 {
        let (so, found) = So::doc(&text, "so.txt");
        assert_eq!(found, []);
        let (cai, found) = SoCai::tu(&so);
        assert_eq!((found, kiem(&cai)), (vec![], vec![]));
        let nam = 2023 + i32::try_from(random(8)).unwrap();
        let number = 1 + random(cai.so_ke_tiep(&day(nam), 1) + 1);
        let at = format!("{}/{}/{nam}", 1 + random(28), 1 + random(12));
        let line = match random(4) {
            0 if cai.giu_duoc(&day(nam), number, 1).is_ok() => khac(Viec::GiuSo, number, nam),
            1 if cai.muc(&day(nam), number).is_some_and(|m| m.trang_thai != TrangThai::Huy) => {
                khac(Viec::Huy, number, nam)
            }
            _ if cai.phat_hanh_duoc(&day(nam), number, ngay(&at), 1).is_ok() => {
                phat_hanh(number, &at)
            }
            _ => continue,
        };
        taken += 1;
        text.push_str(&so.them(&[line]));
    }
    assert!(taken > 100, "{taken}");
}

/// Whoever has the places of a number's lines has the number, as it is with all the others summed up: so a paper that was
/// found is told as the register has it, without the register being read.
#[test]
fn a_number_is_made_of_its_own_lines_alone() {
    let quan_he = |text: &str| QuanHe::doc(text).unwrap();
    let void = |so, why: &str| Dong { ghi_chu: why.into(), ..khac(Viec::Huy, so, 2023) };
    let mut first = phat_hanh(1, "5/1/2023");
    first.trich_yeu = "Kế hoạch".into();
    let handed = Dong { so_ban: Some(7), ghi_chu: "gấp".into(), ..khac(Viec::Chuyen, 1, 2023) };
    let kept = Dong { ghi_chu: "giữ cho Hội thi".into(), ..khac(Viec::GiuSo, 2, 2023) };
    let mends =
        Dong { quan_he: quan_he("đính chính 01/KH-HĐND/2023"), ..phat_hanh(2, "6/1/2023") };
    let both = quan_he("thay thế 01/KH-HĐND/2023; đính chính 02/KH-HĐND/2023");
    let other = Dong { quan_he: both, ..phat_hanh(1, "2/1/2024") };
    let lines = [
        first,
        handed,
        kept,
        mends,
        khac(Viec::GiuSo, 3, 2023),
        void(3, "thừa"),
        other,
        void(1, "nhầm"),
    ];
    let (so, _) = So::doc(&So::doc("", "so").0.them(&lines), "so");
    let (cai, _) = so_cai(&lines);
    let all = cai.cac_dong(&so);
    assert_eq!(all.len(), cai.tat_ca().count());
    for (muc, own) in all {
        let own: Vec<Dong> = own.iter().map(|index| lines[*index].clone()).collect();
        let made = Muc::tu_cac_dong(&own).unwrap();
        assert_eq!(Muc { place: muc.place.clone(), ..made }, *muc);
    }
}

#[test]
fn the_book_of_a_year_has_a_row_for_every_number() {
    let mut line = phat_hanh(1, "5/1/2023");
    line.trich_yeu = "=Kế hoạch, “a”".into();
    let mut handed = khac(Viec::Chuyen, 1, 2023);
    handed.so_ban = Some(7);
    handed.ngay_chuyen = Some(ngay("6/1/2023"));
    let void = Dong { ghi_chu: "ký nhầm".into(), ..khac(Viec::Huy, 2, 2023) };
    let (cai, _) =
        so_cai(&[line, handed, khac(Viec::GiuSo, 2, 2023), void, phat_hanh(1, "2/1/2024")]);
    let [sach] = &Sach::cua_ky(&cai, &2023.into(), &super::CuoiSo::trong())[..] else { panic!() };
    assert_eq!((sach.hang.len(), sach.so, sach.tu_ngay), (2, Some((1, 2)), Some(ngay("5/1/2023"))));
    assert_eq!((&sach.hang[0][6], &sach.hang[0][7]), (&"07".to_owned(), &"06/01/2023".to_owned()));
    assert_eq!(sach.hang[1][9], "Đã huỷ: ký nhầm");
    let bytes = super::csv::viet(sach).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.starts_with("\u{feff}\"Số, ký hiệu văn bản\",Ngày tháng văn bản,"), "{text}");
    assert!(text.contains("\"'=Kế hoạch, “a”\""), "{text}");
}
