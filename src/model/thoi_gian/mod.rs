//! Thời gian: when a trip takes place, kept in the clerk's words and understood as a span of days.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::{Fault, Loi, ngay_ban_hanh::NAM};
use doc::{Diem, cac_diem};

mod doc;

/// `Dự kiến cuối tháng 7/2023.`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ThoiGian {
    nguyen_van: Loi,
    /// The earliest and the latest day; none for words without any date.
    #[serde(skip)]
    khoang: Option<(NaiveDate, NaiveDate)>,
}

const VI_DU: &str = "viết như một trong các cách: tháng 4 năm 2023; cuối tháng 7/2023; quý III/2023; \
    ngày 12/6/2023; từ ngày 12/6/2023 đến ngày 16/6/2023; 12 - 16/6/2023";

impl ThoiGian {
    /// Reads the phrase; a date without a year is in the year `nam` of the document.
    pub fn parse(text: impl Into<Loi>, nam: i32) -> Result<Self, Fault> {
        let nguyen_van = text.into().map(|text| text.trim().to_owned());
        let not_understood =
            || Fault::new("bad-time", format!("không hiểu thời gian “{nguyen_van}”")).hint(VI_DU);
        let mut points = cac_diem(&nguyen_van).ok_or_else(not_understood)?;
        // What an earlier point leaves out stands with a later one: `12 - 16/6/2023`.
        let mut later = Diem { nam: Some(nam), ..Diem::default() };
        for point in points.iter_mut().rev() {
            let bare = *point;
            point.bo_sung(&later);
            if qua_nam_moi(&bare, &later) {
                point.nam = point.nam.map(|nam| nam.saturating_sub(1));
            }
            later = *point;
        }
        let mut spans = Vec::new();
        for point in &points {
            spans.push(khoang_ngay(point)?);
        }
        if let Some(pair) = spans.windows(2).find(|p| p.first() > p.last()) {
            let [(from, _), (to, _)] = pair else { return Err(not_understood()) };
            return Err(Fault::new(
                "bad-range",
                format!("khoảng thời gian ngược: {} sau {}", ngay(*from), ngay(*to)),
            )
            .hint("ghi ngày bắt đầu trước, ngày kết thúc sau"));
        }
        let khoang =
            spans.first().map(|(from, _)| *from).zip(spans.iter().map(|(_, to)| *to).max());
        Ok(Self { nguyen_van, khoang })
    }

    pub fn nguyen_van(&self) -> &Loi {
        &self.nguyen_van
    }

    /// The earliest and the latest day that the phrase can mean.
    pub fn khoang(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.khoang
    }
}

/// `tháng 12 đến tháng 01/2024`: the first part, which says its month and no year, is before New Year.
fn qua_nam_moi(point: &Diem, later: &Diem) -> bool {
    let late = point.thang.is_some_and(|(first, _)| (10..=12).contains(&first));
    late && point.nam.is_none() && later.thang.is_some_and(|(first, _)| first <= 3)
}

fn ngay(date: NaiveDate) -> String {
    date.format("%-d/%-m/%Y").to_string()
}

/// The first and last day of a point that has its month and year.
fn khoang_ngay(point: &Diem) -> Result<(NaiveDate, NaiveDate), Fault> {
    let wrong = |what: String| Fault::new("bad-time", what).hint(VI_DU);
    let nam = point.nam.unwrap_or_default();
    if !NAM.contains(&nam) {
        return Err(wrong(format!("năm {nam} không hợp lệ")));
    }
    let (thang_dau, thang_cuoi) = point.thang.unwrap_or((1, 12));
    let first = |thang: u32| {
        NaiveDate::from_ymd_opt(nam, thang, 1)
            .ok_or_else(|| wrong(format!("không có tháng {thang}")))
    };
    let (from, last_month) = (first(thang_dau)?, first(thang_cuoi)?);
    let days = u32::from(last_month.num_days_in_month());
    let (start, end) = match point.ngay {
        Some((start, end)) => (start, end.min(days)),
        None => (1, days),
    };
    let day = |thang: u32, ngay: u32| {
        NaiveDate::from_ymd_opt(nam, thang, ngay)
            .ok_or_else(|| wrong(format!("không có ngày {ngay}/{thang}/{nam}")))
    };
    if point.ngay.is_none() {
        return Ok((from, day(thang_cuoi, days)?));
    }
    Ok((day(thang_dau, start)?, day(thang_cuoi, end.max(1))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str) -> String {
        let parsed = ThoiGian::parse(text, 2023).unwrap_or_else(|f| panic!("{text}: {f:?}"));
        parsed.khoang().map_or("?".into(), |(from, to)| format!("{from}..{to}"))
    }

    #[test]
    fn phrases_of_the_plan() {
        assert_eq!(span("Dự kiến tháng 4 năm 2023."), "2023-04-01..2023-04-30");
        assert_eq!(span("Dự kiến cuối tháng 7/2023."), "2023-07-21..2023-07-31");
        assert_eq!(span("Dự kiến tháng 8/2023."), "2023-08-01..2023-08-31");
        assert_eq!(span("Dự kiến đầu tháng 6/2023."), "2023-06-01..2023-06-10");
    }

    #[test]
    fn other_phrases() {
        for (text, expected) in [
            ("giữa tháng 2/2024", "2024-02-11..2024-02-20"),
            ("cuối tháng 2/2024", "2024-02-21..2024-02-29"),
            ("quý III/2023", "2023-07-01..2023-09-30"),
            ("Quý 1 năm 2023", "2023-01-01..2023-03-31"),
            ("từ ngày 12/6/2023 đến ngày 16/6/2023", "2023-06-12..2023-06-16"),
            ("Từ ngày 12 đến ngày 16 tháng 6 năm 2023", "2023-06-12..2023-06-16"),
            ("12 - 16/6/2023", "2023-06-12..2023-06-16"),
            ("12-16/6/2023", "2023-06-12..2023-06-16"),
            ("28/5 - 02/6/2023", "2023-05-28..2023-06-02"),
            ("ngày 12/6/2023", "2023-06-12..2023-06-12"),
            ("12-06-2023", "2023-06-12..2023-06-12"),
            ("2023-06-12", "2023-06-12..2023-06-12"),
            ("tuần 2 tháng 6/2023", "2023-06-08..2023-06-14"),
            ("tuần thứ 5 tháng 6/2023", "2023-06-29..2023-06-30"),
            ("6 tháng đầu năm 2023", "2023-01-01..2023-06-30"),
            ("06 tháng cuối năm 2023", "2023-07-01..2023-12-31"),
            ("Trong tháng 4, tháng 5 và tháng 6/2023", "2023-04-01..2023-06-30"),
            ("tháng 4 - 6/2023", "2023-04-01..2023-06-30"),
            ("cuối năm 2023", "2023-09-01..2023-12-31"),
            ("Năm 2024", "2024-01-01..2024-12-31"),
            ("Cuối tháng 9", "2023-09-21..2023-09-30"),
            ("03 ngày, từ ngày 12/6/2023", "2023-06-12..2023-06-12"),
            ("07 giờ 30 ngày 12/6/2023", "2023-06-12..2023-06-12"),
            ("7h30 ngày 12/6", "2023-06-12..2023-06-12"),
            ("thứ 2, ngày 12/6/2023", "2023-06-12..2023-06-12"),
            ("từ 28/12/2023 đến 03/01/2024", "2023-12-28..2024-01-03"),
            ("Từ tháng 12 đến tháng 01/2024", "2023-12-01..2024-01-31"),
            ("28/12 - 03/01/2024", "2023-12-28..2024-01-03"),
            ("Tuỳ theo tình hình", "?"),
        ] {
            assert_eq!(span(text), expected, "{text}");
        }
    }

    #[test]
    fn faults() {
        let code = |text| ThoiGian::parse(text, 2023).map(|t| t.khoang).unwrap_err().code;
        assert_eq!(code("từ 16/6/2023 đến 12/6/2023"), "bad-range");
        assert_eq!(code("16 - 12/6/2023"), "bad-range");
        assert_eq!(code("từ tháng 8 đến tháng 5/2023"), "bad-range");
        for text in [
            "tháng 13/2023",
            "31/02/2023",
            "tháng 4/23",
            "12",
            "tháng bốn mươi 5x/6",
            "quý 5/2023",
            "tháng 0/2023",
            "99999999999999999999/1/2023",
            "1/2/3/4/5",
            "tuần 9 tháng 6/2023",
        ] {
            assert_eq!(code(text), "bad-time", "{text}");
        }
    }
}
