//! Kỳ đánh số: the stretch of time in which numbers run from 01 on: a year (Điều 15), a committee's term, or the days of a
//! congress (HD 05, I.3.1.1).

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::Fault;

/// By what an office's numbers begin anew.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LoaiKy {
    #[default]
    Nam,
    NhiemKy,
}

/// A stretch of time by its name, as the register has it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Ky {
    Nam(i32),
    /// `2025-2030`.
    NhiemKy(String),
    /// The year in which the congress is held: `2025`; written `ĐH-2025`.
    DaiHoi(String),
}

/// Before the year of a congress.
const DAI_HOI: &str = "ĐH-";

impl Ky {
    /// Reads what [`Display`](fmt::Display) writes.
    pub fn doc(text: &str) -> Option<Self> {
        if let Ok(nam) = text.parse() {
            return Some(Self::Nam(nam));
        }
        if let Some(ten) = text.strip_prefix(DAI_HOI) {
            return la_ten_dai_hoi(ten).then(|| Self::DaiHoi(ten.to_owned()));
        }
        la_ten_nhiem_ky(text).then(|| Self::NhiemKy(text.to_owned()))
    }

    /// As people call it: `năm 2023`, `nhiệm kỳ 2025-2030`, `đại hội 2025`.
    pub fn goi(&self) -> String {
        match self {
            Self::Nam(nam) => format!("năm {nam}"),
            Self::NhiemKy(ten) => format!("nhiệm kỳ {ten}"),
            Self::DaiHoi(ten) => format!("đại hội {ten}"),
        }
    }

    /// Over the book: `Năm: 2023`.
    pub fn nhan(&self) -> String {
        match self {
            Self::Nam(nam) => format!("Năm: {nam}"),
            Self::NhiemKy(ten) => format!("Nhiệm kỳ: {ten}"),
            Self::DaiHoi(ten) => format!("Đại hội: {ten}"),
        }
    }

    pub fn la_nam(&self) -> bool {
        matches!(self, Self::Nam(_))
    }

    /// The year that it is, or begins in.
    pub fn nam_dau(&self) -> i32 {
        match self {
            Self::Nam(nam) => *nam,
            Self::NhiemKy(ten) | Self::DaiHoi(ten) => {
                ten.split('-').next().and_then(|nam| nam.parse().ok()).unwrap_or_default()
            }
        }
    }

    /// The clause by which its numbers run.
    pub fn dieu_khoan(&self) -> &'static str {
        match self {
            Self::Nam(_) => "Nghị định 30/2020/NĐ-CP, Điều 15",
            Self::NhiemKy(_) | Self::DaiHoi(_) => DIEU_KHOAN_NHIEM_KY,
        }
    }
}

/// Numbers by term and by congress.
pub const DIEU_KHOAN_NHIEM_KY: &str = "Hướng dẫn 05-HD/VPTW, phần II, mục I.3.1.1";

impl fmt::Display for Ky {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nam(nam) => write!(f, "{nam}"),
            Self::NhiemKy(ten) => f.write_str(ten),
            Self::DaiHoi(ten) => write!(f, "{DAI_HOI}{ten}"),
        }
    }
}

impl FromStr for Ky {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::doc(text.trim()).ok_or_else(|| {
            format!(
                "“{}” không phải năm (2026), nhiệm kỳ (2025-2030) hay đại hội (ĐH-2025)",
                text.trim()
            )
        })
    }
}

impl From<i32> for Ky {
    fn from(nam: i32) -> Self {
        Self::Nam(nam)
    }
}

impl From<Ky> for String {
    fn from(ky: Ky) -> Self {
        ky.to_string()
    }
}

impl TryFrom<String> for Ky {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

/// Two years in their order, and a figure where two terms have the same: `2025-2030`, `2025-2030-2`.
pub fn la_ten_nhiem_ky(text: &str) -> bool {
    let years: Vec<&str> = text.split('-').collect();
    match years.as_slice() {
        [tu, den] => bon_chu_so(tu) && bon_chu_so(den) && tu < den,
        [tu, den, thu] => bon_chu_so(tu) && bon_chu_so(den) && tu < den && thu_may(thu),
        _ => false,
    }
}

/// A year, and a figure for a second congress in it: `2025`, `2025-2`.
pub fn la_ten_dai_hoi(text: &str) -> bool {
    match text.split_once('-') {
        None => bon_chu_so(text),
        Some((nam, thu)) => bon_chu_so(nam) && thu_may(thu),
    }
}

fn bon_chu_so(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0')
}

fn thu_may(text: &str) -> bool {
    text.len() == 1 && text.bytes().all(|b| (b'2'..=b'9').contains(&b))
}

/// A term, or the days of a congress, as the office's file declares it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KyDaKhai {
    pub ky: Ky,
    pub tu_ngay: NaiveDate,
    /// Without it the term lasts until the next one begins.
    pub den_ngay: Option<NaiveDate>,
    /// First numbers of series that the office began in the midst of the term, by the kind's word in the series.
    pub dau_so: Vec<(String, u64)>,
}

impl KyDaKhai {
    /// Its last day, where it has one; `sau` is the term that begins next.
    fn ngay_cuoi(&self, sau: Option<&Self>) -> Option<NaiveDate> {
        self.den_ngay.or_else(|| sau?.tu_ngay.pred_opt())
    }

    /// `2025-2030 (từ 15/10/2025)`.
    fn loi(&self) -> String {
        let ngay = |ngay: NaiveDate| format!("{}/{}/{}", ngay.day(), ngay.month(), ngay.year());
        let den = self.den_ngay.map(|den| format!(" đến {}", ngay(den))).unwrap_or_default();
        format!("{} (từ {}{den})", self.ky.goi(), ngay(self.tu_ngay))
    }
}

/// The one among these, in the order of their days, that a day lies in.
pub fn ky_cua_ngay(all: &[KyDaKhai], ngay: NaiveDate) -> Result<&Ky, Fault> {
    let mut begun = all.iter().enumerate().filter(|(_, ky)| ky.tu_ngay <= ngay);
    let found = begun.next_back().filter(|(index, ky)| {
        let next = all.get(index.saturating_add(1));
        ky.ngay_cuoi(next).is_none_or(|den| ngay <= den)
    });
    if let Some((_, ky)) = found {
        return Ok(&ky.ky);
    }
    let shown = format!("{}/{}/{}", ngay.day(), ngay.month(), ngay.year());
    let (message, hint) = match all {
        [] => (
            "chưa khai nhiệm kỳ nào để đánh số văn bản".to_owned(),
            "ghi vào co-quan.yaml, mục so_dang_ky: nhiem_ky: [{ten: 2025-2030, tu_ngay: 15/10/2025}]; tu_ngay là ngày bế mạc đại hội \
             (hoặc ngày khai mạc hội nghị cấp uỷ lần thứ nhất, ngày quyết định chỉ định cấp uỷ có hiệu lực)"
                .to_owned(),
        ),
        declared => (
            format!("ngày {shown} không thuộc kỳ đánh số nào đã khai"),
            format!(
                "đã khai: {}; xem lại ngày văn bản, hoặc sửa tu_ngay, den_ngay ở mục so_dang_ky của tệp cơ quan",
                declared.iter().map(KyDaKhai::loi).collect::<Vec<_>>().join("; ")
            ),
        ),
    };
    Err(Fault::new("no-term", message).hint(hint).clause(DIEU_KHOAN_NHIEM_KY))
}

/// Two neighbours of which the first goes on after the second has begun.
pub fn chong_nhau(all: &[KyDaKhai]) -> Option<(&KyDaKhai, &KyDaKhai)> {
    all.windows(2).find_map(|pair| match pair {
        [a, b] if a.tu_ngay == b.tu_ngay || a.den_ngay.is_some_and(|den| den >= b.tu_ngay) => {
            Some((a, b))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ngay(nam: i32, thang: u32, ngay: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(nam, thang, ngay).unwrap()
    }

    fn ky(ten: &str, tu_ngay: NaiveDate, den_ngay: Option<NaiveDate>) -> KyDaKhai {
        KyDaKhai { ky: Ky::doc(ten).unwrap(), tu_ngay, den_ngay, dau_so: Vec::new() }
    }

    /// A name that is read as another stretch would put numbers into another book.
    #[test]
    fn a_year_a_term_and_a_congress_are_told_apart() {
        for text in ["2023", "2025-2030", "2025-2030-2", "ĐH-2025", "ĐH-2025-2"] {
            assert_eq!(Ky::doc(text).map(|ky| ky.to_string()).as_deref(), Some(text));
        }
        assert_eq!(Ky::doc("2025-2030").unwrap().nam_dau(), 2025);
        for bad in [
            "",
            "2030-2025",
            "25-30",
            "2025-2030-1",
            "2025-2030-22",
            "ĐH-",
            "ĐH",
            "KH",
            "2025/2030",
            "../x",
        ] {
            assert_eq!(Ky::doc(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_day_of_the_paper_tells_the_term() {
        let all = [
            ky("2020-2025", ngay(2020, 10, 20), None),
            ky("2025-2030", ngay(2025, 10, 3), Some(ngay(2030, 9, 30))),
        ];
        let of = |day| ky_cua_ngay(&all, day).map(Ky::to_string).map_err(|fault| fault.code);
        assert_eq!(of(ngay(2025, 10, 2)), Ok("2020-2025".into()));
        assert_eq!(of(ngay(2025, 10, 3)), Ok("2025-2030".into()));
        assert_eq!(of(ngay(2030, 9, 30)), Ok("2025-2030".into()));
        assert_eq!(of(ngay(2030, 10, 1)), Err("no-term"));
        assert_eq!(of(ngay(2020, 10, 19)), Err("no-term"));
        assert!(
            ky_cua_ngay(&[], ngay(2026, 1, 1)).unwrap_err().hint.unwrap().contains("nhiem_ky:")
        );
        assert!(chong_nhau(&all).is_none());
        let over = [ky("2020-2025", ngay(2020, 1, 1), Some(ngay(2025, 10, 3))), all[1].clone()];
        assert!(chong_nhau(&over).is_some());
    }
}
