//! Số đến: the number of a paper that came, counted in its year from 01 (Điều 22).

use std::fmt;

use crate::model::Fault;

/// `12/2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SoDen {
    pub nam: i32,
    pub so: u64,
}

impl SoDen {
    /// As a clerk names it: `12/2026`, or `12` of the year that is meant anyhow.
    pub fn doc(text: &str, nam: Option<i32>) -> Result<(u64, Option<i32>), Fault> {
        let wrong = || {
            let message = format!("không hiểu số đến “{}”", text.trim());
            Fault::new("wrong-use", message).hint("ghi số và năm, ví dụ: 12/2026")
        };
        let (so, year) = match text.trim().split_once('/') {
            Some((so, year)) => (so, Some(year.trim().parse().map_err(|_| wrong())?)),
            None => (text.trim(), nam),
        };
        let so: u64 = so.trim().parse().map_err(|_| wrong())?;
        if so == 0 { Err(wrong()) } else { Ok((so, year)) }
    }
}

impl fmt::Display for SoDen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}/{}", self.so, self.nam)
    }
}
