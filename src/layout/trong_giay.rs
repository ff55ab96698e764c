//! Nothing may be lost at the foot of a page: what can't be broken and is too high for a page would stand below
//! the lower margin.

use crate::diagnostic::Diagnostic;
use crate::layout::trang::{CacTrang, DoanChu, Hinh, Trang};
use crate::model::the_thuc::PT_MOI_MM;

/// Letters that hang below the last line's baseline, and rounding, in pt.
const DU_PT: f64 = 0.5;

/// A finding for the first text on each page that stands below the lower margin, which is `le_duoi_mm` high.
pub fn kiem(pages: &CacTrang, le_duoi_mm: f64, tieu_de: &str) -> Result<(), Vec<Diagnostic>> {
    let found: Vec<Diagnostic> = pages
        .trang
        .iter()
        .zip(1..)
        .filter_map(|(trang, so)| Some(loi(below(trang, le_duoi_mm)?, so, tieu_de)))
        .collect();
    if found.is_empty() { Ok(()) } else { Err(found) }
}

/// The first text whose baseline lies below the lower margin.
fn below(trang: &Trang, le_duoi_mm: f64) -> Option<&DoanChu> {
    let bottom = trang.cao - le_duoi_mm * PT_MOI_MM + DU_PT;
    trang.ve.iter().find_map(|ve| match &ve.hinh {
        Hinh::Chu(chu) if chu.chan > bottom && !chu.ngoai_le && !chu.chu.trim().is_empty() => {
            Some(chu)
        }
        _ => None,
    })
}

fn loi(chu: &DoanChu, page: usize, tieu_de: &str) -> Diagnostic {
    let words: String = chu.chu.chars().take(30).collect();
    let message = format!("“{tieu_de}”: chữ “{words}” rơi xuống dưới lề của trang {page}");
    let found = Diagnostic::error("too-high", message)
        .hint("khối chữ ở đó cao hơn một trang giấy; tách thành nhiều đoạn, nhiều dòng của bảng");
    match chu.goc.tai(0) {
        Some((_, nguon)) => found.about(nguon.clone(), words),
        None => found,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::trang::Ve;

    fn checked(chan: f64) -> Result<(), Vec<Diagnostic>> {
        let chu = DoanChu::moi(100.0, chan, 14.0, "Dòng cuối");
        let ve = vec![Ve { la: None, hinh: Hinh::Chu(chu) }];
        let trang = vec![Trang { rong: 595.3, cao: 841.9, so: 1, ve }];
        kiem(&CacTrang { trang, ..CacTrang::default() }, 20.0, "Kế hoạch")
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
