//! Chú thích cuối trang: real footnotes.
//!
//! docx-rs numbers footnotes with a counter of the whole process; here each document counts its own,
//! so that the same document gives the same bytes under any number of threads.

use docx_rs::{Footnote, Paragraph};

use super::de_muc;
use super::error::WriteError;
use super::inline::{self, Base, plain};
use super::style_id;
use super::than_bai::{self, Place};
use crate::compose::document::{Block, Item};

/// Ids 0 and 1 belong to the two separators.
const FIRST_ID: usize = 2;

/// The footnotes met so far.
#[derive(Debug, Default)]
pub(super) struct Notes {
    count: usize,
    inside: bool,
}

impl Notes {
    /// The next footnote with `blocks` in it. The pass puts the number's mark into its first
    /// paragraph.
    pub fn footnote(&mut self, blocks: &[Block]) -> Result<Footnote, WriteError> {
        if self.inside {
            return Err(WriteError::NestedFootnote);
        }
        let id = FIRST_ID.saturating_add(self.count);
        self.count = self.count.saturating_add(1);
        self.inside = true;
        let content = blocks
            .iter()
            .enumerate()
            .map(|(i, block)| paragraph(block, i == 0, self))
            .collect::<Result<Vec<_>, _>>();
        self.inside = false;
        Ok(Footnote { id, content: or_empty(content?) })
    }
}

/// A note has at least one paragraph; docx-rs complains on stderr about a note that is empty.
fn or_empty(content: Vec<Paragraph>) -> Vec<Paragraph> {
    if content.is_empty() { vec![Paragraph::new().style(style_id::FOOTNOTE_TEXT)] } else { content }
}

fn paragraph(block: &Block, first: bool, notes: &mut Notes) -> Result<Paragraph, WriteError> {
    match block {
        // In a note a head is a paragraph whose title is bold; the outline is the body's.
        Block::Heading(heading) => {
            let out = Paragraph::new().style(style_id::FOOTNOTE_TEXT);
            de_muc::title_by_hand(out, heading, notes)
        }
        Block::Paragraph(p) => {
            let out = Paragraph::new().style(style_id::FOOTNOTE_TEXT);
            let out = than_bai::kept(out, p.giu_voi_sau);
            inline::add(out, &p.noi_dung, Base::Upright, notes)
        }
        Block::Item(i) if first => first_item(i, notes),
        Block::Item(i) => than_bai::item(i, Place::Note, notes),
        Block::Table(_) | Block::Picture(_) | Block::PageBreak => Err(WriteError::TableInFootnote),
    }
}

/// A note that begins with an item: the note's number comes first, so the item's mark is text.
fn first_item(item: &Item, notes: &mut Notes) -> Result<Paragraph, WriteError> {
    let out = Paragraph::new().style(style_id::FOOTNOTE_TEXT);
    let out = out.add_run(plain(&format!("{} ", item.dau)));
    inline::add(out, &item.noi_dung, Base::Upright, notes)
}
