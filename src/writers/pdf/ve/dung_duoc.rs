//! Whether the pages can be drawn at all: a measure that is no number, or one without bounds, would be lost in
//! the file or break its readers.

use super::internal;
use crate::diagnostic::Diagnostic;
use crate::layout::trang::{Hinh, Trang};

/// ISO 32000-1, Annex C: the largest page of a PDF, in pt; nothing is drawn farther off.
pub(super) const XA_NHAT: f64 = 14_400.0;
/// ISO 32000-1, Annex C: the smallest page, in pt.
const TRANG_NHO_NHAT: f64 = 3.0;

/// A finding for each page with such a measure, and for a file without a page.
pub(super) fn kiem(trang: &[Trang]) -> Result<(), Vec<Diagnostic>> {
    if trang.is_empty() {
        return Err(internal("không có trang nào"));
    }
    let hong = |(trang, _): &(&Trang, u32)| !ve_duoc(trang);
    let loi = |(_, so)| internal(&format!("trang {so}: có số đo không vẽ được"));
    let found: Vec<Diagnostic> = trang.iter().zip(1..).filter(hong).flat_map(loi).collect();
    if found.is_empty() { Ok(()) } else { Err(found) }
}

fn ve_duoc(trang: &Trang) -> bool {
    let canh = |canh: f64| (TRANG_NHO_NHAT..=XA_NHAT).contains(&canh);
    canh(trang.rong) && canh(trang.cao) && trang.ve.iter().all(|ve| hinh(&ve.hinh))
}

fn hinh(hinh: &Hinh) -> bool {
    match hinh {
        Hinh::Chu(doan) => cho(&[doan.x, doan.chan, doan.gian]) && doan.co > 0.0 && dai(&[doan.co]),
        Hinh::Net(net) => cho(&[net.x1, net.y1, net.x2, net.y2]) && dai(&[net.day]),
        Hinh::Khung(khung) => cho(&[khung.x, khung.y]) && dai(&[khung.rong, khung.cao, khung.day]),
        Hinh::Anh(anh) => cho(&[anh.x, anh.y]) && dai(&[anh.rong, anh.cao]),
        Hinh::O(o) => cho(&[o.x, o.y]) && dai(&[o.rong, o.cao]),
    }
}

fn cho(so: &[f64]) -> bool {
    so.iter().all(|so| so.abs() <= XA_NHAT)
}

fn dai(so: &[f64]) -> bool {
    so.iter().all(|so| (0.0..=XA_NHAT).contains(so))
}
