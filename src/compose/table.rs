//! A template's table → [`Table`]: widths, spans, repeated head, alignment.

use typst::diag::SourceResult;
use typst::foundations::{Packed, StyleChain};
use typst::layout::resolve::{CellGrid, Entry};
use typst::layout::{FixedAlignment, Sizing};
use typst::model::{TableCell, TableElem};

use super::walk::{Walker, fault};
use crate::compose::document::{Canh, Cell, DoRong, Table};
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
        Ok(Table { cot, so_hang_dau, hang, ..Table::default() })
    }

    fn cell(
        &mut self,
        cell: &typst::layout::resolve::Cell,
        cot: usize,
        styles: StyleChain,
    ) -> SourceResult<Cell> {
        let (body, canh) = match cell.body.to_packed::<TableCell>() {
            Some(cell) => (&cell.body, canh(cell, styles)),
            None => (&cell.body, Canh::Trai),
        };
        Ok(Cell {
            cot,
            gop_cot: cell.colspan.get(),
            gop_hang: cell.rowspan.get(),
            canh,
            noi_dung: self.without_tables("ô của một bảng", body, styles)?,
        })
    }
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

fn canh(cell: &Packed<TableCell>, styles: StyleChain) -> Canh {
    use typst::foundations::{Resolve, Smart};
    match cell.align.get(styles) {
        Smart::Custom(align) => match align.resolve(styles).x {
            FixedAlignment::Start => Canh::Trai,
            FixedAlignment::Center => Canh::Giua,
            FixedAlignment::End => Canh::Phai,
        },
        Smart::Auto => Canh::Trai,
    }
}
