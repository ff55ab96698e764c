//! The month in which the samples of starters are written, and a later one for rules that did not hold then.

use chrono::NaiveDate;

use crate::model::BoQuyTac;

/// How the samples write their month, and what stands in its place. 20 March and 19 June of 2026 are both a Friday.
const THANG: &[(&str, &str)] = &[
    ("20/3/2026", "19/6/2026"),
    ("ngày 20 tháng 3 năm 2026", "ngày 19 tháng 6 năm 2026"),
    ("/3/2026", "/6/2026"),
    (" 3/2026", " 6/2026"),
    ("tháng 3 năm 2026", "tháng 6 năm 2026"),
];

/// Whether rules hold in the month of the samples.
pub fn co_hieu_luc(bo: BoQuyTac) -> bool {
    NaiveDate::from_ymd_opt(2026, 3, 31).is_some_and(|last| bo.tu_ngay() <= last)
}

/// A sample in the later month.
pub fn thang_sau(mau: &str) -> String {
    THANG.iter().fold(mau.to_owned(), |text, (truoc, sau)| text.replace(truoc, sau))
}
