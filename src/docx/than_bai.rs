//! Thân bài (ô số 6): heads, paragraphs and items of the body.

use docx_rs::{Docx, IndentLevel, NumberingId, Paragraph as WordParagraph, Run};

use super::chu_thich::Notes;
use super::counter::Counter;
use super::error::WriteError;
use super::inline::{self, Base, plain};
use super::{list, style_id};
use crate::document::{Block, Heading, Item, Paragraph, plain_text};

/// Where an item stands: its style and its list differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Body,
    Note,
}

/// The body added to `docx`.
pub(super) fn add(mut docx: Docx, blocks: &[Block]) -> Result<Docx, WriteError> {
    let mut notes = Notes::default();
    let mut counter = Counter::default();
    for block in blocks {
        let paragraph = match block {
            Block::Heading(h) => heading(h, &mut counter, &mut notes)?,
            Block::Paragraph(p) => running_text(p, &mut notes)?,
            Block::Item(i) => item(i, Place::Body, &mut notes)?,
        };
        docx = docx.add_paragraph(paragraph);
    }
    Ok(docx)
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

/// The title in bold and, after a space, the text that runs on.
pub(super) fn title_and_text(
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
