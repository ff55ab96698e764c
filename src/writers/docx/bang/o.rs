//! Ô: a cell of a table and the text in it.

use docx_rs::{Paragraph, TableCell, VAlignType, VMergeType, WidthType};

use super::luoi::{Slot, What};
use crate::compose::document::{Block, Canh, Cell};
use crate::writers::docx::chu_thich::Notes;
use crate::writers::docx::error::WriteError;
use crate::writers::docx::inline::{self, Base, plain};
use crate::writers::docx::{de_muc, hinh, style_id};

/// What the cells of a row have in common.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look<'a> {
    /// Widths of the table's columns in twips.
    pub columns: &'a [usize],
    /// The row shares a page with the next one.
    pub keep: bool,
    /// Its text begins at the top of its cells, not in their middle: the row may go on on the next page.
    pub top: bool,
}

/// The cell in `slot`.
pub(super) fn cell(
    slot: &Slot<'_>,
    look: Look<'_>,
    notes: &mut Notes,
) -> Result<TableCell, WriteError> {
    let width = look.columns.iter().skip(slot.cot).take(slot.gop_cot).sum();
    let out = TableCell::new().width(width, WidthType::Dxa);
    let out = out.vertical_align(if look.top { VAlignType::Top } else { VAlignType::Center });
    let out = if slot.gop_cot > 1 { out.grid_span(slot.gop_cot) } else { out };
    let (out, paragraphs) = match slot.what {
        What::Begins(cell) if cell.gop_hang > 1 => {
            (out.vertical_merge(VMergeType::Restart), text(cell, notes)?)
        }
        What::Begins(cell) => (out, text(cell, notes)?),
        What::GoesOn => (out.vertical_merge(VMergeType::Continue), vec![empty(Canh::Trai)]),
        What::Nothing => (out, vec![empty(Canh::Trai)]),
    };
    let kept = |p: Paragraph| if look.keep { p.keep_next(true) } else { p };
    Ok(paragraphs.into_iter().map(kept).fold(out, TableCell::add_paragraph))
}

/// The paragraphs of a cell; Word wants at least one.
fn text(cell: &Cell, notes: &mut Notes) -> Result<Vec<Paragraph>, WriteError> {
    if cell.noi_dung.is_empty() {
        return Ok(vec![empty(cell.canh)]);
    }
    cell.noi_dung.iter().map(|block| paragraph(block, cell.canh, notes)).collect()
}

fn paragraph(block: &Block, canh: Canh, notes: &mut Notes) -> Result<Paragraph, WriteError> {
    let out = empty(canh);
    match block {
        Block::Heading(h) => de_muc::title_by_hand(out, h, notes),
        Block::Paragraph(p) => {
            let out = p.canh.map_or(out, empty);
            inline::add(out, &p.noi_dung, Base::Upright, notes)
        }
        Block::Item(i) => {
            let out = out.add_run(plain(&format!("{} ", i.dau)));
            inline::add(out, &i.noi_dung, Base::Upright, notes)
        }
        Block::Picture(h) => Ok(hinh::cell(h)),
        Block::Table(_) | Block::PageBreak => Err(WriteError::NestedTable),
    }
}

fn empty(canh: Canh) -> Paragraph {
    Paragraph::new().style(match canh {
        Canh::Trai => style_id::CHU_BANG,
        Canh::Giua => style_id::CHU_BANG_GIUA,
        Canh::Phai => style_id::CHU_BANG_PHAI,
    })
}
