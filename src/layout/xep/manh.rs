//! Mảnh: a piece that stands on one page whole: a line, a row, a strip.

use crate::layout::trang::{Hinh, Ve};

/// A piece. Lengths in pt; what it draws counts from its upper left corner.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Manh {
    /// Space above, which the top of a page drops.
    pub truoc: f64,
    pub cao: f64,
    pub ve: Vec<Ve>,
    /// Notes whose marks stand in it.
    pub ghi: Vec<usize>,
    /// A page must not end after it.
    pub giu: bool,
    /// It begins a page.
    pub sang_trang: bool,
    /// Its depth in the outline and its words.
    pub muc_luc: Option<(u8, String)>,
    /// The row of a table that it is.
    pub hang: Option<HangManh>,
}

/// A piece of a table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct HangManh {
    /// Which table of the section, and which of its rows.
    pub bang: usize,
    pub hang: usize,
    /// The row is of the head.
    pub dau: bool,
    /// Where cells go on from the row above: a page that begins here draws a line over them.
    pub noi_tren: Vec<(f64, f64)>,
    /// From the first to the last edge: a page that ends here draws a line under the row.
    pub suot: (f64, f64),
    pub net: f64,
    /// Clear space over it where a page begins with it, in the middle of its row.
    pub dem: f64,
}

impl Manh {
    /// Clear space.
    pub fn trong(cao: f64, giu: bool) -> Self {
        Self { cao, giu, ..Self::default() }
    }
}

/// Height of pieces one below the other, with the space over the first.
pub(super) fn cao(manh: &[Manh]) -> f64 {
    manh.iter().map(|m| m.truoc + m.cao).sum()
}

impl Ve {
    /// The same, moved.
    pub(super) fn doi(mut self, dx: f64, dy: f64) -> Self {
        match &mut self.hinh {
            Hinh::Chu(chu) => {
                chu.x += dx;
                chu.chan += dy;
            }
            Hinh::Net(net) => {
                net.x1 += dx;
                net.x2 += dx;
                net.y1 += dy;
                net.y2 += dy;
            }
            Hinh::Khung(khung) => {
                khung.x += dx;
                khung.y += dy;
            }
            Hinh::Anh(anh) => {
                anh.x += dx;
                anh.y += dy;
            }
            Hinh::O(o) => {
                o.x += dx;
                o.y += dy;
            }
        }
        self
    }
}
