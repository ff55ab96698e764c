//! A template's table → [`Table`]: widths, spans, repeated head, alignment.

use typst::diag::SourceResult;
use typst::foundations::{Packed, Resolve, Smart, StyleChain};
use typst::layout::resolve::{CellGrid, Entry};
use typst::layout::{FixedAlignment, Sizing};
use typst::model::{TableCell, TableElem};
use typst::visualize::Stroke;

use super::walk::{Walker, canh_doan, fault};
use crate::compose::document::{Block, Canh, Cell, DoRong, Table};
use crate::model::the_thuc::PT_MOI_MM;

impl Walker<'_, '_, '_> {
    pub(super) fn table(
        &mut self,
        elem: &Packed<TableElem>,
        styles: StyleChain,
    ) -> SourceResult<Table> {
        let Some(grid) = elem.grid.as_ref() else {
            return Err(fault(elem.span(), "bảng này không dựng được"));
        };
        if grid.has_gutter {
            return Err(fault(elem.span(), "bảng của văn bản không có khe giữa các ô (gutter)"));
        }
        let width = grid.cols.len();
        let mut hang = Vec::with_capacity(grid.rows.len());
        for row in grid.entries.chunks(width.max(1)) {
            let mut cells = Vec::new();
            for (cot, entry) in row.iter().enumerate() {
                if let Entry::Cell(cell) = entry {
                    cells.push(self.cell(cell, cot, styles)?);
                }
            }
            hang.push(cells);
        }
        let (cot, so_hang_dau) = (columns(elem, grid)?, head_rows(grid));
        let khong_ke = khong_ke(elem, grid)?;
        let hang_cao = if tach_hang(elem) { (so_hang_dau..hang.len()).collect() } else { vec![] };
        Ok(Table { cot, so_hang_dau, hang, khong_ke, hang_cao })
    }

    fn cell(
        &mut self,
        cell: &typst::layout::resolve::Cell,
        cot: usize,
        styles: StyleChain,
    ) -> SourceResult<Cell> {
        if cell.fill.is_some() {
            return Err(fault(cell.body.span(), "ô của bảng không có màu nền (fill)"));
        }
        let around = canh_doan(styles);
        let (body, canh) = match cell.body.to_packed::<TableCell>() {
            Some(cell) => (&cell.body, canh(cell, styles).or(around)),
            None => (&cell.body, around),
        };
        let mut noi_dung = self.without_tables("ô của một bảng", body, styles)?;
        // What stands around the table is the cell's own, not each paragraph's.
        for block in &mut noi_dung {
            if let Block::Paragraph(p) = block
                && p.canh == around
            {
                p.canh = None;
            }
        }
        Ok(Cell {
            cot,
            gop_cot: cell.colspan.get(),
            gop_hang: cell.rowspan.get(),
            canh: canh.unwrap_or_default(),
            noi_dung,
        })
    }
}

/// Whether a table is without rules. Rules of any other kind than the usual would be lost in silence.
fn khong_ke(elem: &Packed<TableElem>, grid: &CellGrid) -> SourceResult<bool> {
    let cells = grid.entries.iter().filter_map(|entry| match entry {
        Entry::Cell(cell) => Some(cell),
        Entry::Merged { .. } => None,
    });
    let sides = cells.flat_map(|cell| {
        let s = &cell.stroke;
        [&s.left, &s.top, &s.right, &s.bottom]
    });
    let (mut none, mut usual) = (false, false);
    for side in sides {
        match side {
            None => none = true,
            Some(line) if **line == Stroke::default() => usual = true,
            Some(_) => return Err(fault(elem.span(), NET_KHAC)),
        }
    }
    let lines = grid.hlines.iter().chain(&grid.vlines).any(|lines| !lines.is_empty());
    match (none, usual) {
        (true, true) => Err(fault(elem.span(), NET_KHAC)),
        _ if lines => Err(fault(elem.span(), NET_KHAC)),
        (none, _) => Ok(none),
    }
}

const NET_KHAC: &str = "bảng của văn bản kẻ đủ các nét như nhau, hoặc không kẻ nét nào (stroke: none); không kẻ riêng được từng nét, không đổi được độ dày và màu";

/// Whether the table's rows may go on on the next page: `#table(…) <tach_hang>`. Typst's own word for it can't be
/// told from its default.
fn tach_hang(elem: &Packed<TableElem>) -> bool {
    elem.label().is_some_and(|label| label.resolve().as_str() == "tach_hang")
}

/// Fixed widths and shares; a column that asks for the width of its text would differ in the two files.
fn columns(elem: &Packed<TableElem>, grid: &CellGrid) -> SourceResult<Vec<DoRong>> {
    let width = |sizing: &Sizing| match sizing {
        Sizing::Rel(rel) if rel.rel.is_zero() => Ok(DoRong::Mm(rel.abs.abs.to_pt() / PT_MOI_MM)),
        Sizing::Fr(fr) => Ok(DoRong::Phan(fr.get())),
        _ => Err(fault(elem.span(), "mỗi cột của bảng phải có độ rộng, ví dụ 12mm hoặc 2fr")),
    };
    grid.cols.iter().map(width).collect()
}

fn head_rows(grid: &CellGrid) -> usize {
    grid.headers.iter().filter(|h| h.repeated).map(|h| h.range.end).max().unwrap_or(0)
}

fn canh(cell: &Packed<TableCell>, styles: StyleChain) -> Option<Canh> {
    match cell.align.get(styles) {
        Smart::Custom(align) => match align.resolve(styles).x {
            FixedAlignment::Start => Some(Canh::Trai),
            FixedAlignment::Center => Some(Canh::Giua),
            FixedAlignment::End => Some(Canh::Phai),
        },
        Smart::Auto => None,
    }
}
