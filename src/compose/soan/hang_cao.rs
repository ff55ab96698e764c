//! Hàng cao: rows of a table that would leave a page nearly empty before them, or fit on none, so that they may
//! break between their lines.

use super::noi_nhan::so_dong;
use crate::compose::document::{Block, Cell, Inline, Table, plain_text};
use crate::compose::fonts::Fonts;
use crate::model::the_thuc::{GIAY_CAO_MM, GIAY_RONG_MM, PT_MOI_MM, TheThuc};

/// A row that takes more of a page's text than this is high.
const PHAN_TRANG: f64 = 0.7;
/// A table's head that takes more of that is high.
const PHAN_DAU: f64 = 0.6;

/// Notes the high rows of all tables in blocks on upright pages, or on turned ones.
pub fn hang_cao(blocks: &mut [Block], ngang: bool, t: &TheThuc, fonts: &Fonts) {
    let giay = if ngang { GIAY_RONG_MM } else { GIAY_CAO_MM };
    let nhieu_nhat = (giay - t.le_tren_mm - t.le_duoi_mm) * PT_MOI_MM * PHAN_TRANG;
    for block in blocks {
        if let Block::Table(table) = block {
            let head = table.hang.iter().take(table.so_hang_dau);
            let head: f64 = head.map(|hang| cao(table, hang, t, fonts)).sum();
            // A head that takes half a page is repeated on none.
            if head > nhieu_nhat * PHAN_DAU {
                table.so_hang_dau = 0;
            }
            let rows = table.hang.iter().enumerate().skip(table.so_hang_dau);
            let high = rows.filter(|(_, hang)| cao(table, hang, t, fonts) > nhieu_nhat);
            let high: Vec<usize> = high.map(|(i, _)| i).collect();
            table.hang_cao.extend(high);
            table.hang_cao.sort_unstable();
            table.hang_cao.dedup();
        }
    }
}

/// Height of a row by its own cells, in pt.
fn cao(table: &Table, hang: &[Cell], t: &TheThuc, fonts: &Fonts) -> f64 {
    let cot: Vec<f64> = table.cot_mm().collect();
    let cell = |cell: &Cell| {
        let rong: f64 = cot.iter().skip(cell.cot).take(cell.gop_cot).sum();
        let rong = rong - 2.0 * t.o_cach_mm;
        cell.noi_dung.iter().map(|block| cao_khoi(block, rong, t, fonts)).sum()
    };
    hang.iter().filter(|c| c.gop_hang <= 1).map(cell).fold(0.0, f64::max)
}

fn cao_khoi(block: &Block, rong_mm: f64, t: &TheThuc, fonts: &Fonts) -> f64 {
    if let Block::Picture(hinh) = block {
        return hinh.co_mm().1 * PT_MOI_MM;
    }
    let breaks = block.inlines().filter(|inline| matches!(inline, Inline::LineBreak)).count();
    let text = plain_text(block.inlines());
    let lines = so_dong(&text, rong_mm, t.co_chu_bang_pt, fonts).saturating_add(breaks);
    lines as f64 * t.dong_don * t.co_chu_bang_pt
}
