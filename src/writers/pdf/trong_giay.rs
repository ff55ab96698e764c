//! Nothing may be lost at the foot of a page: what can't be broken and is too high for a page would stand below
//! the lower margin.

use crate::diagnostic::Diagnostic;
use crate::layout::trang::{CacTrang, Hinh, Trang};
use crate::model::the_thuc::{PT_MOI_MM, TheThuc};

/// Letters that hang below the last line's baseline, and rounding, in pt.
pub(super) const DU_PT: f64 = 0.5;

/// A finding for the first text on each page that stands below the lower margin.
pub(super) fn kiem(
    pages: &CacTrang,
    the_thuc: &TheThuc,
    tieu_de: &str,
) -> Result<(), Vec<Diagnostic>> {
    let found: Vec<Diagnostic> = pages
        .trang
        .iter()
        .zip(1..)
        .filter_map(|(trang, so)| Some(loi(below(trang, the_thuc)?, so, tieu_de)))
        .collect();
    if found.is_empty() { Ok(()) } else { Err(found) }
}

/// The first text whose baseline lies below the lower margin.
fn below<'t>(trang: &'t Trang, the_thuc: &TheThuc) -> Option<&'t str> {
    let bottom = trang.cao - the_thuc.le_duoi_mm * PT_MOI_MM + DU_PT;
    trang.ve.iter().find_map(|ve| match &ve.hinh {
        Hinh::Chu(chu) if chu.chan > bottom && !chu.chu.trim().is_empty() => Some(chu.chu.as_str()),
        _ => None,
    })
}

pub(super) fn loi(words: &str, page: usize, tieu_de: &str) -> Diagnostic {
    let words: String = words.chars().take(30).collect();
    let message = format!("“{tieu_de}”: chữ “{words}” rơi xuống dưới lề của trang {page}");
    Diagnostic::error("too-high", message)
        .hint("khối chữ ở đó cao hơn một trang giấy; tách thành nhiều đoạn, nhiều dòng của bảng")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::fonts::Face;
    use crate::layout::trang::{DoanChu, Mau, Ve};
    use crate::rules::the_thuc::nd30;

    fn checked(chan: f64) -> Result<(), Vec<Diagnostic>> {
        let chu = DoanChu {
            x: 100.0,
            chan,
            co: 14.0,
            kieu: Face::Regular,
            mau: Mau::Den,
            chu: "Dòng cuối".into(),
            gian: 0.0,
            gach_chan: false,
        };
        let ve = vec![Ve { la: None, hinh: Hinh::Chu(chu) }];
        let trang = vec![Trang { rong: 595.3, cao: 841.9, so: 1, ve }];
        kiem(&CacTrang { trang, ..CacTrang::default() }, &nd30(), "Kế hoạch")
    }

    #[test]
    fn text_above_the_margin_is_whole() {
        assert_eq!(checked(785.0), Ok(()));
    }

    #[test]
    fn what_falls_off_the_paper_is_told() {
        let faults = checked(786.0);
        let fault = &faults.unwrap_err()[0];
        assert_eq!(fault.code, "too-high");
        assert!(fault.message.contains("lề của trang 1"), "{}", fault.message);
    }
}
