//! Thân bài (ô số 6): heads, paragraphs, items and tables of the body.

use docx_rs::{Docx, IndentLevel, NumberingId, Paragraph as WordParagraph, Run};

use super::chu_thich::Notes;
use super::counts::Counts;
use super::error::WriteError;
use super::inline::{self, Base, plain};
use super::{bang, de_muc, hinh, list, style_id};
use crate::compose::document::{Block, Canh, Item, Paragraph};
use crate::model::the_thuc::TheThuc;

/// Where an item stands: its style and its list differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Body,
    Note,
}

/// The blocks of the body or of an appendix added to `docx`.
pub(super) fn add(
    mut docx: Docx,
    blocks: &[Block],
    the_thuc: &TheThuc,
    counts: &mut Counts,
) -> Result<Docx, WriteError> {
    let top = the_thuc.o_can_tren;
    let Counts { heads, notes } = counts;
    let (mut keep, mut new_page) = (false, false);
    for (i, block) in blocks.iter().enumerate() {
        // Not a break of its own, whose paragraph would stand empty on the new page.
        let begins = |p: WordParagraph| if new_page { p.page_break_before(true) } else { p };
        docx = match block {
            Block::Heading(h) => docx.add_paragraph(begins(de_muc::heading(h, heads, notes)?)),
            Block::Paragraph(p) => docx.add_paragraph(begins(running_text(p, notes)?)),
            Block::Item(i) => docx.add_paragraph(begins(item(i, Place::Body, notes)?)),
            Block::Table(t) => {
                let last = i.saturating_add(1) == blocks.len();
                docx.add_paragraph(begins(space_over_table(keep)))
                    .add_table(bang::table(t, last, top, notes)?)
            }
            Block::Picture(h) => docx.add_paragraph(begins(hinh::body(h))),
            Block::PageBreak => docx,
        };
        (keep, new_page) = (keeps(block), matches!(block, Block::PageBreak));
    }
    Ok(docx)
}

/// A table has no space above of its own, and Word makes one of two tables with nothing between. The
/// space goes with the table only where the block over it does; else it stays behind when the table
/// begins a page.
fn space_over_table(keep: bool) -> WordParagraph {
    WordParagraph::new().style(style_id::CACH_BANG).keep_next(keep)
}

/// Whether `block` shares a page with what follows.
fn keeps(block: &Block) -> bool {
    match block {
        Block::Heading(h) => h.giu_voi_sau,
        Block::Paragraph(p) => p.giu_voi_sau,
        Block::Item(i) => i.giu_voi_sau,
        Block::Picture(h) => h.giu_voi_sau,
        Block::Table(_) | Block::PageBreak => false,
    }
}

fn running_text(p: &Paragraph, notes: &mut Notes) -> Result<WordParagraph, WriteError> {
    let style = match p.canh {
        Some(Canh::Giua) => style_id::DONG_GIUA,
        Some(Canh::Phai) => style_id::DONG_PHAI,
        Some(Canh::Trai) | None => style_id::THAN_BAI,
    };
    let out = kept(WordParagraph::new().style(style), p.giu_voi_sau);
    inline::add(out, &p.noi_dung, Base::Upright, notes)
}

/// An item in its list, or with its mark as text where the mark was made by hand.
pub(super) fn item(
    item: &Item,
    place: Place,
    notes: &mut Notes,
) -> Result<WordParagraph, WriteError> {
    let level = item.cap.clamp(1, style_id::LEVELS);
    let in_note = place == Place::Note;
    let list = list::of_item(level, &item.dau, in_note);
    let style = match (in_note, list, level) {
        (false, None, _) => style_id::DIEM,
        (false, Some(_), 1) => style_id::GACH_DAU,
        (false, Some(_), _) => style_id::DAU_CONG,
        (true, None, _) => style_id::FOOTNOTE_TEXT,
        (true, Some(_), _) => style_id::GACH_DAU_CHU_THICH,
    };
    let out = kept(WordParagraph::new().style(style), item.giu_voi_sau);
    let out = match list {
        // The style brings the list and the level along.
        Some(list::GACH_DAU) if level <= 2 => out,
        Some(list::GACH_DAU_CHU_THICH) if level == 1 => out,
        Some(list) => in_list(out, list, level),
        None => marked(out, &item.dau, plain),
    };
    inline::add(out, &item.noi_dung, Base::Upright, notes)
}

/// Keeps a paragraph whole and on one page with what follows.
pub(super) fn kept(paragraph: WordParagraph, keep: bool) -> WordParagraph {
    if keep { paragraph.keep_next(true).keep_lines(true) } else { paragraph }
}

pub(super) fn in_list(paragraph: WordParagraph, list: usize, level: u8) -> WordParagraph {
    let level = usize::from(level.saturating_sub(1));
    paragraph.numbering(NumberingId::new(list), IndentLevel::new(level))
}

/// A number or mark that was made by hand, as text, and a space after it.
pub(super) fn marked(
    paragraph: WordParagraph,
    mark: &str,
    run: impl Fn(&str) -> Run,
) -> WordParagraph {
    if mark.is_empty() { paragraph } else { paragraph.add_run(run(&format!("{mark} "))) }
}
