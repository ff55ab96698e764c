//! Thân bài (ô số 6): heads, paragraphs, items and tables of the body.

use docx_rs::{Docx, IndentLevel, NumberingId, Paragraph as WordParagraph, Run};

use super::chu_thich::Notes;
use super::counter::Counter;
use super::counts::Counts;
use super::error::WriteError;
use super::inline::{self, Base, plain};
use super::{bang, list, style_id};
use crate::document::{Block, Heading, Item, Paragraph, plain_text};

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
    counts: &mut Counts,
) -> Result<Docx, WriteError> {
    let Counts { heads, notes } = counts;
    let mut keep = false;
    for (i, block) in blocks.iter().enumerate() {
        docx = match block {
            Block::Heading(h) => docx.add_paragraph(heading(h, heads, notes)?),
            Block::Paragraph(p) => docx.add_paragraph(running_text(p, notes)?),
            Block::Item(i) => docx.add_paragraph(item(i, Place::Body, notes)?),
            Block::Table(t) => {
                let last = i.saturating_add(1) == blocks.len();
                docx.add_paragraph(space_over_table(keep)).add_table(bang::table(t, last, notes)?)
            }
        };
        keep = keeps(block);
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
        Block::Heading(_) => true,
        Block::Paragraph(p) => p.giu_voi_sau,
        Block::Item(i) => i.giu_voi_sau,
        Block::Table(_) => false,
    }
}

fn running_text(p: &Paragraph, notes: &mut Notes) -> Result<WordParagraph, WriteError> {
    let out = kept(WordParagraph::new().style(style_id::THAN_BAI), p.giu_voi_sau);
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

/// A head. With text that runs on after its title it is an upright paragraph with a bold title, but
/// still a head in the outline.
fn heading(
    h: &Heading,
    counter: &mut Counter,
    notes: &mut Notes,
) -> Result<WordParagraph, WriteError> {
    let level = h.cap.clamp(1, style_id::LEVELS);
    let counted = h.so.as_deref().is_some_and(|so| counter.accepts(h.cap, so));
    let by_hand = h.so.as_deref().unwrap_or_default();
    if h.lien_van.is_empty() {
        let style =
            if counted { style_id::heading(level) } else { style_id::heading_by_hand(level) };
        let out = WordParagraph::new().style(&style);
        let out = if counted { out } else { marked(out, by_hand, plain) };
        return inline::add(out, &h.noi_dung, Base::Bold, notes);
    }
    let out = WordParagraph::new().style(style_id::KHOAN_LIEN_VAN);
    let out = out.outline_lvl(usize::from(level.saturating_sub(1)));
    let out = if counted {
        in_list(out, list::DE_MUC, level)
    } else {
        marked(out, by_hand, |mark| plain(mark).style(style_id::STRONG))
    };
    title_and_text(out, h, notes)
}

/// A head outside the outline, in a note or a cell: number and title in bold, then the text that runs
/// on.
pub(super) fn title_by_hand(
    out: WordParagraph,
    h: &Heading,
    notes: &mut Notes,
) -> Result<WordParagraph, WriteError> {
    let number = h.so.as_deref().unwrap_or_default();
    let out = marked(out, number, |mark| plain(mark).style(style_id::STRONG));
    title_and_text(out, h, notes)
}

/// The title in bold and, after a space, the text that runs on.
fn title_and_text(
    out: WordParagraph,
    h: &Heading,
    notes: &mut Notes,
) -> Result<WordParagraph, WriteError> {
    let out = inline::add(out, &h.noi_dung, Base::Strong, notes)?;
    let title = plain_text(&h.noi_dung);
    let text = plain_text(&h.lien_van);
    let apart = title.ends_with(char::is_whitespace) || text.starts_with(char::is_whitespace);
    let needs_space = !apart && !title.is_empty() && !text.is_empty();
    let out = if needs_space { out.add_run(plain(" ")) } else { out };
    inline::add(out, &h.lien_van, Base::Upright, notes)
}

/// Keeps a paragraph whole and on one page with what follows.
fn kept(paragraph: WordParagraph, keep: bool) -> WordParagraph {
    if keep { paragraph.keep_next(true).keep_lines(true) } else { paragraph }
}

fn in_list(paragraph: WordParagraph, list: usize, level: u8) -> WordParagraph {
    let level = usize::from(level.saturating_sub(1));
    paragraph.numbering(NumberingId::new(list), IndentLevel::new(level))
}

/// A number or mark that was made by hand, as text, and a space after it.
fn marked(paragraph: WordParagraph, mark: &str, run: impl Fn(&str) -> Run) -> WordParagraph {
    if mark.is_empty() { paragraph } else { paragraph.add_run(run(&format!("{mark} "))) }
}
