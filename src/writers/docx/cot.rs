//! Two columns side by side, as the head and the foot have them: a table without borders whose edges
//! are those of the text area.

use docx_rs::{
    CellMargins, Paragraph, Table, TableCell, TableCellMargins, TableLayoutType, TableRow,
    VAlignType, WidthType,
};

use super::units::width;

/// The widths of the two columns, in twips.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    pub left: i32,
    pub right: i32,
}

impl Columns {
    /// The left column has what the right one leaves, so that both together are exactly as wide as
    /// the text.
    pub fn filling(text_width: i32, right: i32) -> Self {
        Self { left: text_width.saturating_sub(right), right }
    }

    /// The right column has `part` of the text's width.
    pub fn sharing(text_width: i32, part: f64) -> Self {
        let right = (f64::from(text_width) * part).round();
        Self::filling(text_width, right as i32)
    }

    /// A row that never breaks over two pages.
    pub fn row(self, left: Vec<Paragraph>, right: Vec<Paragraph>, align: VAlignType) -> TableRow {
        let cells = vec![cell(left, self.left, align), cell(right, self.right, align)];
        TableRow::new(cells).cant_split()
    }

    /// The table of `rows`, with `space_above` (twips) kept free over the text of every row.
    pub fn table(self, rows: Vec<TableRow>, space_above: i32) -> Table {
        Table::without_borders(rows)
            .set_grid(vec![width(self.left), width(self.right)])
            .width(width(self.left.saturating_add(self.right)), WidthType::Dxa)
            .indent(0)
            .layout(TableLayoutType::Fixed)
            .margins(TableCellMargins::new().margin(width(space_above), 0, 0, 0))
    }
}

/// A table with columns of equal width whose rows never break over two pages. So much space (twips) is kept free over
/// the first row and over the others.
pub(super) fn many(
    text_width: i32,
    rows: Vec<Vec<Vec<Paragraph>>>,
    (space_above, others): (i32, i32),
) -> Table {
    let columns = rows.first().map_or(1, Vec::len);
    let count = i32::try_from(columns).unwrap_or(1).max(1);
    let each = text_width.checked_div(count).unwrap_or(text_width);
    let grid = vec![width(each); columns];
    let row = |(i, cells): (usize, Vec<Vec<Paragraph>>)| {
        let cells = cells.into_iter().map(|c| {
            let mut cell = cell(c, each, VAlignType::Top);
            if i > 0 && others != space_above {
                let own = CellMargins::new().margin_top(width(others), WidthType::Dxa);
                cell.property = cell.property.margins(own);
            }
            cell
        });
        TableRow::new(cells.collect()).cant_split()
    };
    Table::without_borders(rows.into_iter().enumerate().map(row).collect())
        .set_grid(grid)
        .width(width(text_width), WidthType::Dxa)
        .indent(0)
        .layout(TableLayoutType::Fixed)
        .margins(TableCellMargins::new().margin(width(space_above), 0, 0, 0))
}

fn cell(paragraphs: Vec<Paragraph>, twips: i32, align: VAlignType) -> TableCell {
    let cell = TableCell::new().width(width(twips), WidthType::Dxa).vertical_align(align);
    paragraphs.into_iter().fold(cell, TableCell::add_paragraph)
}
