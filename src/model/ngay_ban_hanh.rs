//! Thời gian ban hành (ô số 4): `Đồng Tháp, ngày 05 tháng 3 năm 2023` (PL I, II.4).

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::Fault;

const DIEU_KHOAN: &str = "Phụ lục I, phần I, mục II.4";
/// The gap for a day or month that is written in by hand.
const CHO_TRONG: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";
const VI_DU: &str = "viết như một trong các cách: 15/3/2023, 3/2023, ngày 15 tháng 3 năm 2023";
/// Years that can be meant; anything else is a slip of the keyboard.
pub const NAM: std::ops::RangeInclusive<i32> = 1945..=2100;

/// A date whose day, or day and month, the records clerk still has to write in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct NgayBanHanh {
    ngay: Option<u32>,
    thang: Option<u32>,
    nam: i32,
}

impl NgayBanHanh {
    /// Reads `15/3/2023`, `3/2023`, `2023`, `2023-03-15` and the same in words.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let numbers = cac_so(text).ok_or_else(|| {
            Fault::new("bad-date", format!("không hiểu ngày ban hành “{}”", text.trim()))
                .hint(VI_DU)
                .clause(DIEU_KHOAN)
        })?;
        let (ngay, thang, nam) = match numbers.as_slice() {
            [nam] => (None, None, *nam),
            [thang, nam] => (None, Some(*thang), *nam),
            [nam, thang, ngay] if *nam > 99 => (Some(*ngay), Some(*thang), *nam),
            [ngay, thang, nam] => (Some(*ngay), Some(*thang), *nam),
            _ => (None, None, 0),
        };
        let nam = i32::try_from(nam).unwrap_or(i32::MAX);
        kiem(ngay, thang, nam).map_err(|fault| fault.clause(DIEU_KHOAN))?;
        Ok(Self { ngay, thang, nam })
    }

    /// A whole date.
    pub fn cua(ngay: NaiveDate) -> Self {
        Self { ngay: Some(ngay.day()), thang: Some(ngay.month()), nam: ngay.year() }
    }

    /// The line of ô số 4.
    pub fn dong(&self, dia_danh: &str) -> String {
        format!("{dia_danh}, {}", self.cum_tu())
    }

    /// `ngày 05 tháng 3 năm 2023`; only days under 10 and months 1 and 2 get a zero (PL I, II.4.b).
    pub fn cum_tu(&self) -> String {
        let ngay = self.ngay.map_or(CHO_TRONG.to_owned(), |d| format!(" {d:02} "));
        let thang = match self.thang {
            None => CHO_TRONG.to_owned(),
            Some(m @ 1..=2) => format!(" {m:02} "),
            Some(m) => format!(" {m} "),
        };
        format!("ngày{ngay}tháng{thang}năm {}", self.nam)
    }

    /// `ngày 03/02/2026`, with the same zeros, in the words of a reference.
    pub fn cum_so(&self) -> String {
        let ngay = self.ngay.map_or(CHO_TRONG.to_owned(), |d| format!(" {d:02}"));
        let thang = match self.thang {
            None => CHO_TRONG.to_owned(),
            Some(m @ 1..=2) => format!("{m:02}"),
            Some(m) => m.to_string(),
        };
        format!("ngày{ngay}/{thang}/{}", self.nam)
    }

    /// The first day that the date can mean.
    pub fn ngay_dau_ky(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.nam, self.thang.unwrap_or(1), self.ngay.unwrap_or(1))
            .unwrap_or_default()
    }

    /// The last day that the date can mean.
    pub fn ngay_cuoi_ky(&self) -> NaiveDate {
        let month = self.thang.unwrap_or(12);
        let first = NaiveDate::from_ymd_opt(self.nam, month, 1).unwrap_or_default();
        let last = self.ngay.unwrap_or(u32::from(first.num_days_in_month()));
        NaiveDate::from_ymd_opt(self.nam, month, last).unwrap_or_default()
    }

    /// The same month without its day.
    pub fn chua_co_ngay(self) -> Self {
        Self { ngay: None, ..self }
    }

    pub fn ngay(&self) -> Option<u32> {
        self.ngay
    }

    pub fn thang(&self) -> Option<u32> {
        self.thang
    }

    pub fn nam(&self) -> i32 {
        self.nam
    }
}

/// Names what is impossible about a date.
pub fn kiem(ngay: Option<u32>, thang: Option<u32>, nam: i32) -> Result<(), Fault> {
    let fault = |message: String| Err(Fault::new("bad-date", message).hint(VI_DU));
    if (0..100).contains(&nam) {
        return fault(format!("năm “{nam}” chưa ghi đủ bốn chữ số"));
    }
    if !NAM.contains(&nam) {
        return fault(format!("năm phải từ {} đến {}", NAM.start(), NAM.end()));
    }
    let Some(thang) = thang else { return Ok(()) };
    if !(1..=12).contains(&thang) {
        return fault(format!("không có tháng {thang}"));
    }
    match ngay {
        Some(ngay) if NaiveDate::from_ymd_opt(nam, thang, ngay).is_none() => {
            fault(format!("không có ngày {ngay}/{thang}/{nam}"))
        }
        _ => Ok(()),
    }
}

/// The numbers of a date, if it holds one to three of them and otherwise only `ngày tháng năm / - .`.
fn cac_so(text: &str) -> Option<Vec<u32>> {
    let lower = text.trim().to_lowercase();
    let bare = ["ngày", "tháng", "năm"].iter().fold(lower, |t, word| t.replace(word, "/"));
    let clean: String = bare.chars().filter(|c| !c.is_whitespace()).collect();
    let parts: Vec<&str> = clean.split(['/', '-', '.']).filter(|p| !p.is_empty()).collect();
    let numbers: Option<Vec<u32>> = parts.iter().map(|p| so_nguyen(p)).collect();
    numbers.filter(|n| (1..=3).contains(&n.len()))
}

/// Digits only: `+3` and the like are no part of a date.
fn so_nguyen(text: &str) -> Option<u32> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> String {
        NgayBanHanh::parse(text).unwrap().dong("Đồng Tháp")
    }

    #[test]
    fn all_spellings_mean_the_same_day() {
        for text in ["5/3/2023", "05-03-2023", "2023-03-05", "ngày 05 tháng 3 năm 2023", "5.3.2023"]
        {
            assert_eq!(line(text), "Đồng Tháp, ngày 05 tháng 3 năm 2023", "{text}");
        }
    }

    #[test]
    fn only_small_days_and_the_first_two_months_are_padded() {
        assert_eq!(line("15/2/2023"), "Đồng Tháp, ngày 15 tháng 02 năm 2023");
        assert_eq!(line("9/11/2023"), "Đồng Tháp, ngày 09 tháng 11 năm 2023");
    }

    #[test]
    fn missing_parts_leave_gaps() {
        let gap = "\u{a0}".repeat(6);
        let month = format!("Đồng Tháp, ngày{gap}tháng 3 năm 2023");
        assert_eq!(line("3/2023"), month);
        assert_eq!(line("tháng 3 năm 2023"), month);
        assert_eq!(line("2023"), format!("Đồng Tháp, ngày{gap}tháng{gap}năm 2023"));
        let first = NgayBanHanh::parse("3/2023").unwrap().ngay_dau_ky();
        assert_eq!(first, NaiveDate::from_ymd_opt(2023, 3, 1).unwrap());
    }

    #[test]
    fn a_reference_has_the_day_in_figures_with_the_same_zeros() {
        let figures = |text| NgayBanHanh::parse(text).unwrap().cum_so();
        assert_eq!(figures("3/2/2026"), "ngày 03/02/2026");
        assert_eq!(figures("27/5/2026"), "ngày 27/5/2026");
        assert_eq!(figures("5/2026"), format!("ngày{}/5/2026", "\u{a0}".repeat(6)));
    }

    #[test]
    fn the_impossible_is_named() {
        let message = |text| NgayBanHanh::parse(text).unwrap_err().message;
        assert_eq!(message("31/02/2023"), "không có ngày 31/2/2023");
        assert_eq!(message("13/2023"), "không có tháng 13");
        assert_eq!(message("15/3/23"), "năm “23” chưa ghi đủ bốn chữ số");
        assert_eq!(message("hôm nay"), "không hiểu ngày ban hành “hôm nay”");
        for text in ["99999999999/3/2023", "1/2/3/4", "+3/2023", "", "0/0/0", "4294967295"] {
            assert_eq!(NgayBanHanh::parse(text).unwrap_err().code, "bad-date", "{text}");
        }
    }
}
