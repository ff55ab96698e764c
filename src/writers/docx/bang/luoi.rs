//! The grid of a table. Word wants every column of every row filled, also where a cell from a row above
//! reaches down; our rows list only the cells that begin in them.

use crate::compose::document::{Cell, Table};

/// What stands in a row at some column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Slot<'a> {
    pub cot: usize,
    pub gop_cot: usize,
    pub what: What<'a>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum What<'a> {
    /// A cell begins.
    Begins(&'a Cell),
    /// A cell from above goes on.
    GoesOn,
    /// No cell at all.
    Nothing,
}

/// The slots of every row, from left to right without a gap.
pub(super) fn rows(table: &Table) -> Vec<Vec<Slot<'_>>> {
    let width = table.cot.len();
    let mut above: Vec<(Slot<'_>, usize)> = Vec::new();
    table.hang.iter().map(|cells| row(cells, &mut above, width)).collect()
}

/// One row. `above` holds the cells that reach into it, with how many rows they still cover.
fn row<'a>(cells: &'a [Cell], above: &mut Vec<(Slot<'a>, usize)>, width: usize) -> Vec<Slot<'a>> {
    let going_on = above.iter().map(|(slot, _)| *slot);
    let mut slots: Vec<_> = going_on.chain(cells.iter().map(begin)).collect();
    slots.sort_by_key(|slot| slot.cot);
    let slots = without_gaps(slots, width);
    above.retain_mut(|(_, rows)| {
        *rows = rows.saturating_sub(1);
        *rows > 0
    });
    above.extend(slots.iter().filter_map(|slot| match slot.what {
        What::Begins(cell) if cell.gop_hang > 1 => {
            Some((Slot { what: What::GoesOn, ..*slot }, cell.gop_hang.saturating_sub(1)))
        }
        _ => None,
    }));
    slots
}

fn begin(cell: &Cell) -> Slot<'_> {
    Slot { cot: cell.cot, gop_cot: cell.gop_cot.max(1), what: What::Begins(cell) }
}

/// Fills what is free, and drops what has no place.
fn without_gaps(slots: Vec<Slot<'_>>, width: usize) -> Vec<Slot<'_>> {
    let nothing = |cot: usize, end: usize| {
        let gop_cot = end.saturating_sub(cot);
        (gop_cot > 0).then_some(Slot { cot, gop_cot, what: What::Nothing })
    };
    let mut out = Vec::with_capacity(slots.len());
    let mut free = 0;
    for slot in slots {
        if slot.cot < free || slot.cot >= width {
            continue;
        }
        let gop_cot = slot.gop_cot.min(width.saturating_sub(slot.cot));
        out.extend(nothing(free, slot.cot));
        out.push(Slot { gop_cot, ..slot });
        free = slot.cot.saturating_add(gop_cot);
    }
    out.extend(nothing(free, width));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::document::{Canh, DoRong};

    fn cell(cot: usize, gop_cot: usize, gop_hang: usize) -> Cell {
        Cell { cot, gop_cot, gop_hang, canh: Canh::Trai, noi_dung: vec![] }
    }

    /// Each slot as its columns and `B`, `G` or `N`.
    fn drawn(width: usize, hang: Vec<Vec<Cell>>) -> Vec<String> {
        let table = Table { cot: vec![DoRong::Mm(10.0); width], hang, ..Table::default() };
        let letter = |slot: &Slot<'_>| match slot.what {
            What::Begins(_) => "B",
            What::GoesOn => "G",
            What::Nothing => "N",
        };
        let draw = |row: Vec<Slot<'_>>| row.iter().map(|s| letter(s).repeat(s.gop_cot)).collect();
        rows(&table).into_iter().map(draw).collect()
    }

    #[test]
    fn a_cell_goes_on_in_the_rows_that_it_spans() {
        let hang = vec![
            vec![cell(0, 1, 3), cell(1, 2, 1)],
            vec![cell(1, 1, 1), cell(2, 1, 2)],
            vec![cell(1, 1, 1)],
            vec![cell(0, 1, 1), cell(1, 1, 1), cell(2, 1, 1)],
        ];
        assert_eq!(drawn(3, hang), ["BBB", "GBB", "GBG", "BBB"]);
    }

    #[test]
    fn a_span_over_columns_and_rows_keeps_its_columns() {
        let hang = vec![vec![cell(0, 1, 1), cell(1, 2, 2)], vec![cell(0, 1, 1)]];
        let table = Table { cot: vec![DoRong::Mm(1.0); 3], hang, ..Table::default() };
        let below = &rows(&table)[1][1];
        assert_eq!((below.cot, below.gop_cot, below.what), (1, 2, What::GoesOn));
    }

    #[test]
    fn a_row_that_is_all_spanned_still_has_its_slots() {
        assert_eq!(drawn(2, vec![vec![cell(0, 1, 2), cell(1, 1, 2)], vec![]]), ["BB", "GG"]);
    }

    #[test]
    fn gaps_are_filled_and_what_has_no_place_is_dropped() {
        let hang = vec![vec![cell(1, 1, 1), cell(1, 1, 1), cell(3, 9, 1), cell(9, 1, 1)], vec![]];
        assert_eq!(drawn(5, hang), ["NBNBB", "NNNNN"]);
    }
}
