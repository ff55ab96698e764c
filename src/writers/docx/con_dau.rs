//! The stamp of a paper copy, beside who signs it (HD 05, III.2 and PL 3): a table of one cell in red, of its size
//! whatever is in it, so that its words can be touched up.

use docx_rs::{
    BorderType, Docx, HeightRule, Paragraph, Table, TableBorder, TableBorderPosition, TableBorders,
    TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType, WidthType,
};

use super::cot::Columns;
use super::cuoi_trang::nguoi_ky;
use super::inline::lines;
use super::khung::DO;
use super::style_id;
use super::units::{eighths, twips, twips_mm, width};
use crate::compose::document::{BanSao, ConDauIn};
use crate::model::the_thuc::TheThuc;

/// The rule, the stamp and the signer added to `docx` on a page whose text is `text_width` twips wide. A closing
/// paragraph has to follow.
pub(super) fn add(
    docx: Docx,
    copy: &BanSao,
    stamp: &ConDauIn,
    the_thuc: &TheThuc,
    text_width: i32,
) -> Docx {
    let left = twips_mm(the_thuc.con_dau_rong_mm + the_thuc.con_dau_cach_mm);
    let columns = Columns::filling(text_width, text_width.saturating_sub(left));
    let signer = copy.cuoi_trang.nguoi_ky.first();
    let signer = signer.map(|signer| nguoi_ky(signer, the_thuc)).unwrap_or_default();
    let signer = match signer.is_empty() {
        true => vec![Paragraph::new().style(style_id::HO_TEN)],
        false => signer.into_iter().map(|p| p.keep_next(true)).collect(),
    };
    let row = columns.row(Vec::new(), signer, VAlignType::Top);
    let row = with_table(row, table(stamp, the_thuc));
    docx.add_paragraph(Paragraph::new().style(style_id::GACH_SAO))
        .add_table(columns.table(vec![row], twips(the_thuc.cuoi_trang_cach_tren_pt)))
}

/// The row with a table in its first cell, which Word wants to end in a paragraph.
fn with_table(mut row: TableRow, table: Table) -> TableRow {
    if let Some(docx_rs::TableRowChild::TableCell(cell)) = row.cells.first_mut() {
        let end = Paragraph::new().style(style_id::DOAN_DEM).keep_next(true);
        *cell = cell.clone().add_table(table).add_paragraph(end);
    }
    row
}

fn table(stamp: &ConDauIn, the_thuc: &TheThuc) -> Table {
    let whole = width(twips_mm(the_thuc.con_dau_rong_mm));
    let title = lines(style_id::CON_DAU, &[&stamp.tieu_de]).keep_next(true);
    let cell = TableCell::new().width(whole, WidthType::Dxa).vertical_align(VAlignType::Top);
    let text = stamp.dong.iter().map(|line| lines(style_id::DONG_CON_DAU, &[line]).keep_next(true));
    let cell = text.fold(cell.add_paragraph(title), TableCell::add_paragraph);
    // docx-rs takes a height in points of its own: twips divided by twenty.
    let height = f64::from(twips_mm(the_thuc.con_dau_cao_mm)) as f32;
    let row =
        TableRow::new(vec![cell]).cant_split().row_height(height).height_rule(HeightRule::Exact);
    let (side, top) = (width(twips_mm(the_thuc.o_cach_mm)), width(twips(the_thuc.o_cach_doc_pt)));
    Table::new(vec![row])
        .set_grid(vec![whole])
        .width(whole, WidthType::Dxa)
        .indent(0)
        .layout(TableLayoutType::Fixed)
        .margins(TableCellMargins::new().margin(top, side, 0, side))
        .set_borders(borders(the_thuc))
}

fn borders(the_thuc: &TheThuc) -> TableBorders {
    let size = usize::try_from(eighths(the_thuc.net_gach_pt)).unwrap_or_default();
    let edges = [
        TableBorderPosition::Top,
        TableBorderPosition::Left,
        TableBorderPosition::Bottom,
        TableBorderPosition::Right,
    ];
    edges.into_iter().fold(TableBorders::with_empty(), |all, edge| {
        all.set(TableBorder::new(edge).border_type(BorderType::Single).size(size).color(DO))
    })
}
