//! Days and hours as a format shows them.

use chrono::{Datelike, Days, NaiveDate};

/// A part of a day's format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Phan {
    Ngay(usize),
    Thang(usize),
    Nam(usize),
    Gio(usize),
    Phut(usize),
    Giay(usize),
    Nguyen(String),
}

/// A moment by its number of days; none where Excel itself shows no day.
fn luc(so: f64, tu_1904: bool) -> Option<(NaiveDate, u64)> {
    const GIAY: f64 = 86_400.0;
    const CUOI: f64 = 2_958_466.0;
    if !(0.0..CUOI).contains(&so) {
        return None;
    }
    let seconds = (so * GIAY).round();
    // In range, and whole.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let seconds = seconds as u64;
    let (days, left) = (seconds / 86_400, seconds % 86_400);
    let from = match (tu_1904, days) {
        (true, _) => NaiveDate::from_ymd_opt(1904, 1, 1)?,
        // Excel has a 29 February 1900, which never was; the days before it are one further on.
        (false, 60) => return None,
        (false, 0..60) => NaiveDate::from_ymd_opt(1899, 12, 31)?,
        (false, _) => NaiveDate::from_ymd_opt(1899, 12, 30)?,
    };
    Some((from.checked_add_days(Days::new(days))?, left))
}

/// Whether a format would show a day for a number that is none: Excel shows 00/01/1900 for what a formula takes from a
/// blank cell.
pub(super) fn ngay_khong(phan: &[Phan], so: f64, tu_1904: bool) -> bool {
    let day = |one: &Phan| matches!(one, Phan::Ngay(_) | Phan::Thang(_) | Phan::Nam(_));
    !tu_1904 && (0.0..1.0).contains(&so) && phan.iter().any(day)
}

pub(super) fn hien(phan: &[Phan], so: f64, tu_1904: bool) -> Option<String> {
    let (ngay, giay) = luc(so, tu_1904)?;
    let two =
        |value: u64, len: usize| if len > 1 { format!("{value:02}") } else { value.to_string() };
    let mut out = String::new();
    for one in phan {
        out.push_str(&match one {
            Phan::Ngay(len) => two(ngay.day().into(), *len),
            Phan::Thang(len) => two(ngay.month().into(), *len),
            Phan::Nam(len) if *len > 2 => format!("{:04}", ngay.year()),
            Phan::Nam(_) => format!("{:02}", ngay.year().rem_euclid(100)),
            Phan::Gio(len) => two(giay / 3600, *len),
            Phan::Phut(len) => two(giay / 60 % 60, *len),
            Phan::Giay(len) => two(giay % 60, *len),
            Phan::Nguyen(text) => text.clone(),
        });
    }
    Some(out)
}
