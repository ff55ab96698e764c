//! The outline that a viewer shows beside the pages.

use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};

use super::cho;
use super::dung_duoc::XA_NHAT;
use crate::layout::trang::DauMuc;

/// What of the page is seen above the head that was chosen, in pt.
const TREN_DAU_MUC: f64 = 10.0;

/// The heads as a tree; one that names a page that isn't there is left out.
pub(super) fn muc_luc(dau_muc: &[DauMuc], so_trang: usize) -> Outline {
    let mut goc = Outline::new();
    // The heads that are still open, each under the one before it.
    let mut mo: Vec<(u8, OutlineNode)> = Vec::new();
    for muc in dau_muc.iter().filter(|muc| muc.trang < so_trang) {
        while let Some((_, nut)) = mo.pop_if(|(cap, _)| *cap >= muc.cap) {
            dong(nut, &mut mo, &mut goc);
        }
        mo.push((muc.cap, nut(muc)));
    }
    while let Some((_, nut)) = mo.pop() {
        dong(nut, &mut mo, &mut goc);
    }
    goc
}

/// Hands a finished head to the one above it.
fn dong(nut: OutlineNode, mo: &mut [(u8, OutlineNode)], goc: &mut Outline) {
    match mo.last_mut() {
        Some((_, tren)) => tren.push_child(nut),
        None => goc.push_child(nut),
    }
}

fn nut(muc: &DauMuc) -> OutlineNode {
    let y = muc.y - TREN_DAU_MUC;
    let y = if y.is_finite() { y.clamp(0.0, XA_NHAT) } else { 0.0 };
    OutlineNode::new(muc.chu.clone(), XyzDestination::new(muc.trang, Point::from_xy(0.0, cho(y))))
}
