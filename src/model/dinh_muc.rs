//! Định mức: allowance levels, which are the office's data and change with time.

use serde::Serialize;

use super::{Ngay, Tien};

/// A level, from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DinhMuc {
    /// The name by which a budget calls it: `luu_tru`.
    pub muc: String,
    pub don_gia: Tien,
    pub tu_ngay: Ngay,
    /// The circular or resolution that sets it.
    pub can_cu: String,
}

/// The level of a name that is in force on a day.
pub fn dang_hieu_luc<'a>(all: &'a [DinhMuc], muc: &str, ngay: Ngay) -> Option<&'a DinhMuc> {
    all.iter().filter(|d| d.muc == muc && d.tu_ngay <= ngay).max_by_key(|d| d.tu_ngay)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_level_in_force_on_the_day_counts() {
        let level = |don_gia, tu_ngay| DinhMuc {
            muc: "luu_tru".into(),
            don_gia: Tien::tu_dong(don_gia).unwrap(),
            tu_ngay: Ngay::parse(tu_ngay).unwrap(),
            can_cu: String::new(),
        };
        let all = [level(300_000, "4/5/2025"), level(200_000, "1/7/2017")];
        let found = |ngay| {
            dang_hieu_luc(&all, "luu_tru", Ngay::parse(ngay).unwrap()).map(|d| d.don_gia.dong())
        };
        assert_eq!(found("10/4/2023"), Some(200_000));
        assert_eq!(found("3/5/2025"), Some(200_000));
        assert_eq!(found("4/5/2025"), Some(300_000));
        assert_eq!(found("30/6/2017"), None);
    }
}
