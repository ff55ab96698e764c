//! Bảng: a table with a rule around every cell, whose head repeats on each page.

mod luoi;
mod o;

use docx_rs::{HeightRule, Table as WordTable, TableLayoutType, TableRow, WidthType};

use super::chu_thich::Notes;
use super::error::WriteError;
use super::style_id;
use super::units::{twips_mm, width};
use crate::compose::document::Table;

/// The table. With `keep_last` its last row shares a page with the paragraph after it; with `top` the text of its
/// cells begins at their top.
pub(super) fn table(
    table: &Table,
    keep_last: bool,
    top: bool,
    notes: &mut Notes,
) -> Result<WordTable, WriteError> {
    let columns = column_widths(table);
    let last = table.hang.len().saturating_sub(1);
    let kept = table.giu_voi_hang_sau();
    let mut rows = Vec::with_capacity(table.hang.len());
    for (i, slots) in luoi::rows(table).into_iter().enumerate() {
        let head = i < table.so_hang_dau;
        let high = table.hang_cao.contains(&i);
        let keep = kept.get(i).is_some_and(|keep| *keep) || (keep_last && i == last);
        let look = o::Look { columns: &columns, keep, top: high || top };
        let cells = slots.iter().map(|slot| o::cell(slot, look, notes));
        let row = TableRow::new(cells.collect::<Result<_, _>>()?);
        let row = if high { row } else { row.cant_split() };
        rows.push(if head { head_row(row) } else { row });
    }
    let total = columns.iter().sum();
    // Borders and cell margins are the style's.
    Ok(WordTable::without_borders(rows)
        .style(if table.khong_ke { style_id::BANG_KHONG_KE } else { style_id::BANG })
        .set_grid(columns)
        .width(total, WidthType::Dxa)
        .indent(0)
        .layout(TableLayoutType::Fixed))
}

/// docx-rs has no `w:tblHeader`. The pass puts it in the place of this height, which says nothing.
fn head_row(row: TableRow) -> TableRow {
    row.row_height(0.0).height_rule(HeightRule::Auto)
}

/// Widths in twips. The edges are rounded, not the widths, so that nothing adds up to a twip more.
fn column_widths(table: &Table) -> Vec<usize> {
    let mut edge_mm = 0.0;
    let mut edge = 0;
    let mut next = |mm: f64| {
        edge_mm += mm;
        let before = std::mem::replace(&mut edge, twips_mm(edge_mm));
        width(edge.saturating_sub(before))
    };
    table.cot_mm().map(&mut next).collect()
}
