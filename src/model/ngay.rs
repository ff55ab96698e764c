//! Ngày, giờ: the days and hours of an itinerary.

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Serialize, Serializer};

use super::Fault;

/// A whole date: `10/4/2023`, `thứ Hai, 10/4/2023`, `ngày 10 tháng 4 năm 2023`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ngay(NaiveDate);

const VI_DU: &str = "viết đủ ngày, tháng, năm, ví dụ: 10/4/2023, hoặc thứ Hai, 10/4/2023";

/// The weekdays, with how they are written, from Monday on.
const THU: [(&str, &[&str]); 7] = [
    ("thứ Hai", &["thứ hai", "thứ 2"]),
    ("thứ Ba", &["thứ ba", "thứ 3"]),
    ("thứ Tư", &["thứ tư", "thứ 4"]),
    ("thứ Năm", &["thứ năm", "thứ 5"]),
    ("thứ Sáu", &["thứ sáu", "thứ 6"]),
    ("thứ Bảy", &["thứ bảy", "thứ bẩy", "thứ 7"]),
    ("Chủ nhật", &["chủ nhật", "cn"]),
];

impl Ngay {
    /// Reads a date; a weekday before it must be the right one.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let lower = text.trim().to_lowercase();
        let said = THU.iter().enumerate().find_map(|(i, (_, spellings))| {
            spellings.iter().find_map(|s| Some((i, lower.strip_prefix(s)?)))
        });
        let (weekday, rest) = said.map_or((None, lower.as_str()), |(i, rest)| (Some(i), rest));
        let ngay = doc_ngay(rest.trim_start_matches([',', ' ', '-', '(']), text)?;
        match weekday {
            Some(i) if i != ngay.thu_may() => {
                let message = format!("ngày {ngay} là {}", ngay.thu());
                Err(Fault::new("wrong-weekday", message).hint("sửa lại thứ hoặc ngày"))
            }
            _ => Ok(ngay),
        }
    }

    pub fn ngay(self) -> NaiveDate {
        self.0
    }

    pub fn nam(self) -> i32 {
        self.0.year()
    }

    pub fn cua(ngay: NaiveDate) -> Self {
        Self(ngay)
    }

    /// `ngày 05 tháng 3 năm 2023`, padded as PL I, II.4.b has it.
    pub fn day_du(self) -> String {
        let thang = match self.0.month() {
            m @ 1..=2 => format!("{m:02}"),
            m => m.to_string(),
        };
        format!("ngày {:02} tháng {thang} năm {}", self.0.day(), self.0.year())
    }

    /// `thứ Hai`.
    pub fn thu(self) -> &'static str {
        THU.get(self.thu_may()).map_or("", |(name, _)| name)
    }

    fn thu_may(self) -> usize {
        let days = [
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
            Weekday::Sat,
            Weekday::Sun,
        ];
        days.iter().position(|d| *d == self.0.weekday()).unwrap_or_default()
    }

    /// How many calendar days from this one to `den`, both counted.
    pub fn so_ngay_den(self, den: Self) -> u64 {
        u64::try_from(den.0.signed_duration_since(self.0).num_days())
            .map_or(0, |d| d.saturating_add(1))
    }
}

fn doc_ngay(text: &str, whole: &str) -> Result<Ngay, Fault> {
    let wrong = |message: String| Fault::new("bad-date", message).hint(VI_DU);
    let not_understood = || wrong(format!("không hiểu ngày “{}”", whole.trim()));
    let bare = ["ngày", "tháng", "năm"].iter().fold(text.to_owned(), |t, w| t.replace(w, "/"));
    let clean: String = bare.chars().filter(|c| !c.is_whitespace() && *c != ')').collect();
    let parts: Vec<&str> = clean.split(['/', '-', '.']).filter(|p| !p.is_empty()).collect();
    let digits = |p: &str| p.bytes().all(|b| b.is_ascii_digit()).then(|| p.parse::<u32>().ok());
    let numbers: Option<Vec<u32>> = parts.iter().map(|p| digits(p).flatten()).collect();
    let (d, m, y) = match numbers.as_deref() {
        Some([y, m, d]) if *y > 99 => (*d, *m, *y),
        Some([d, m, y]) => (*d, *m, *y),
        // A month and its year, as a paper that has no day yet says it.
        Some([m, y]) if (1..=12).contains(m) && *y > 999 => {
            return Err(wrong(format!("“{}” chưa có ngày", whole.trim())));
        }
        _ => return Err(not_understood()),
    };
    let y = i32::try_from(y).unwrap_or(i32::MAX);
    super::ngay_ban_hanh::kiem(Some(d), Some(m), y).map_err(|f| f.hint(VI_DU))?;
    NaiveDate::from_ymd_opt(y, m, d).map(Ngay).ok_or_else(not_understood)
}

/// `10/4/2023`, `05/01/2023`: padded as in the line of the date (PL I, II.4.b).
impl std::fmt::Display for Ngay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (day, month, year) = (self.0.day(), self.0.month(), self.0.year());
        match month {
            1..=2 => write!(f, "{day:02}/{month:02}/{year}"),
            _ => write!(f, "{day:02}/{month}/{year}"),
        }
    }
}

impl Serialize for Ngay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_string())
    }
}

/// An hour, or from one hour to another, in minutes of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gio {
    pub tu: u32,
    pub den: Option<u32>,
}

impl Gio {
    /// Reads `06h00`, `6 giờ 30`, `14:00`, `08h00 - 11h00`.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let wrong = || {
            Fault::new("bad-hour", format!("không hiểu giờ “{}”", text.trim()))
                .hint("viết như: 06h00, 13h30, hoặc 08h00 - 11h00")
        };
        let lower = text.trim().to_lowercase().replace(['–', '—'], "-").replace("đến", "-");
        let parts: Vec<&str> = lower.split('-').map(str::trim).collect();
        let gio = match parts.as_slice() {
            [one] => Self { tu: phut(one).ok_or_else(wrong)?, den: None },
            [from, to] => {
                Self { tu: phut(from).ok_or_else(wrong)?, den: Some(phut(to).ok_or_else(wrong)?) }
            }
            _ => return Err(wrong()),
        };
        if gio.den.is_some_and(|den| den <= gio.tu) {
            let message = format!("“{}” kết thúc trước khi bắt đầu", text.trim());
            return Err(Fault::new("bad-hour", message).hint("ghi giờ bắt đầu trước"));
        }
        Ok(gio)
    }

    /// Whether hours are written in words: `7 giờ 30 phút`, not `7h30`.
    pub fn bang_chu(text: &str) -> bool {
        text.to_lowercase().contains("giờ")
    }
}

/// `06h00`, `6 giờ`, `14:00` in minutes.
fn phut(text: &str) -> Option<u32> {
    let clean = text.replace("giờ", "h").replace("phút", "").replace([':', 'g'], "h");
    let (hour, minute) = clean.split_once('h')?;
    let number = |t: &str, if_empty: Option<u32>| match t.trim() {
        "" => if_empty,
        t => t.bytes().all(|b| b.is_ascii_digit()).then(|| t.parse().ok()).flatten(),
    };
    let (hour, minute) = (number(hour, None)?, number(minute, Some(0))?);
    (hour < 24 && minute < 60).then(|| hour.saturating_mul(60).saturating_add(minute))
}

/// `06h00`, `08h00 - 11h00`.
impl std::fmt::Display for Gio {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}h{:02}", self.tu / 60, self.tu % 60)?;
        match self.den {
            Some(den) => write!(f, " - {:02}h{:02}", den / 60, den % 60),
            None => Ok(()),
        }
    }
}

impl Serialize for Gio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_and_printed_with_their_weekday() {
        for text in ["thứ Hai, 10/4/2023", "10-4-2023", "ngày 10 tháng 4 năm 2023", "2023-04-10"]
        {
            let ngay = Ngay::parse(text).unwrap();
            assert_eq!((ngay.to_string().as_str(), ngay.thu()), ("10/4/2023", "thứ Hai"), "{text}");
        }
        assert_eq!(Ngay::parse("thứ năm, ngày 5/1/2023").unwrap().to_string(), "05/01/2023");
        assert_eq!(Ngay::parse("Chủ nhật (16/4/2023)").unwrap().thu(), "Chủ nhật");
    }

    #[test]
    fn a_wrong_weekday_or_date_is_named() {
        let fault = Ngay::parse("thứ Ba, 10/4/2023").unwrap_err();
        assert_eq!(
            (fault.code, fault.message.as_str()),
            ("wrong-weekday", "ngày 10/4/2023 là thứ Hai")
        );
        for text in ["4/2023", "31/4/2023", "thứ Tám", "", "10/4/23", "99999999999/1/2023"] {
            assert_eq!(Ngay::parse(text).unwrap_err().code, "bad-date", "{text}");
        }
    }

    #[test]
    fn a_month_and_its_year_lack_their_day() {
        for text in ["3/2026", "tháng 3 năm 2026", "03-2026"] {
            let fault = Ngay::parse(text).unwrap_err();
            assert_eq!(fault.message, format!("“{text}” chưa có ngày"));
        }
        assert_eq!(Ngay::parse("13/2026").unwrap_err().message, "không hiểu ngày “13/2026”");
    }

    #[test]
    fn days_are_counted_with_both_ends() {
        let day = |text| Ngay::parse(text).unwrap();
        assert_eq!(day("29/4/2023").so_ngay_den(day("2/5/2023")), 4);
        assert_eq!(day("2/5/2023").so_ngay_den(day("29/4/2023")), 0);
    }

    #[test]
    fn hours_are_read_however_they_are_written() {
        let shown = |text| Gio::parse(text).unwrap().to_string();
        for text in ["6h", "06h00", "6 giờ", "6:00", "06 giờ 00 phút"] {
            assert_eq!(shown(text), "06h00", "{text}");
        }
        assert_eq!(shown("8h-11h30"), "08h00 - 11h30");
        assert!(Gio::bang_chu("7 Giờ 30 phút") && !Gio::bang_chu("7h30"));
        for text in ["24h00", "6h60", "sáng", "11h - 8h", "6", "h30"] {
            assert_eq!(Gio::parse(text).unwrap_err().code, "bad-hour", "{text}");
        }
    }
}
