//! Đề mục: heads of the body, and the parts of a regulation (PL I, II.6).

use docx_rs::{BreakType, Paragraph as WordParagraph};

use super::chu_thich::Notes;
use super::counter::Counter;
use super::error::WriteError;
use super::inline::{self, Base, plain};
use super::than_bai::{in_list, kept, marked};
use super::{list, style_id};
use crate::compose::document::{Heading, KieuDeMuc, plain_text};

/// A head in the outline.
pub(super) fn heading(
    h: &Heading,
    counter: &mut Counter,
    notes: &mut Notes,
) -> Result<WordParagraph, WriteError> {
    match h.kieu {
        KieuDeMuc::GiuaTrang => chuong(h, notes),
        KieuDeMuc::Dieu => dieu(h, counter, notes),
        KieuDeMuc::Thuong => thuong(h, counter, notes),
    }
}

/// Chương: its title under its number, one head to the reader.
fn chuong(h: &Heading, notes: &mut Notes) -> Result<WordParagraph, WriteError> {
    let out = in_outline(WordParagraph::new().style(style_id::CHUONG), h);
    let number = plain(h.so.as_deref().unwrap_or_default());
    let number =
        if h.noi_dung.is_empty() { number } else { number.add_break(BreakType::TextWrapping) };
    inline::add(out.add_run(number), &h.noi_dung, Base::Bold, notes)
}

/// Điều: counted by Word where it counts alike.
fn dieu(
    h: &Heading,
    counter: &mut Counter,
    notes: &mut Notes,
) -> Result<WordParagraph, WriteError> {
    let so = h.so.as_deref().unwrap_or_default();
    let counted = counter.accepts_article(so);
    if h.lien_van.is_empty() {
        let style = if counted { style_id::DIEU } else { style_id::DIEU_GO_TAY };
        let out = in_outline(WordParagraph::new().style(style), h);
        let out = if counted { out } else { marked(out, so, plain) };
        return inline::add(out, &h.noi_dung, Base::Bold, notes);
    }
    let out = in_outline(WordParagraph::new().style(style_id::DIEU_LIEN_VAN), h);
    let out = kept(out, h.giu_voi_sau);
    let out = if counted {
        in_list(out, list::DIEU, 1)
    } else {
        marked(out, so, |mark| plain(mark).style(style_id::STRONG))
    };
    title_and_text(out, h, notes)
}

fn in_outline(paragraph: WordParagraph, h: &Heading) -> WordParagraph {
    let level = h.muc_luc.clamp(1, style_id::LEVELS);
    paragraph.outline_lvl(usize::from(level.saturating_sub(1)))
}

/// A plain head. With text that runs on after its title it is an upright paragraph with a bold title, but
/// still a head in the outline.
fn thuong(
    h: &Heading,
    counter: &mut Counter,
    notes: &mut Notes,
) -> Result<WordParagraph, WriteError> {
    let level = h.cap.clamp(1, style_id::LEVELS);
    let counted = h.so.as_deref().and_then(|so| counter.accepts(h.cap, so));
    let by_hand = h.so.as_deref().unwrap_or_default();
    if h.lien_van.is_empty() {
        let out = match counted {
            // The style brings its list along.
            Some(list::DE_MUC) => WordParagraph::new().style(&style_id::heading(level)),
            Some(list) => {
                in_list(WordParagraph::new().style(&style_id::heading(level)), list, level)
            }
            None => {
                let out = WordParagraph::new().style(&style_id::heading_by_hand(level));
                marked(out, by_hand, plain)
            }
        };
        return inline::add(out, &h.noi_dung, Base::Bold, notes);
    }
    let out = WordParagraph::new().style(style_id::KHOAN_LIEN_VAN);
    let out = out.outline_lvl(usize::from(level.saturating_sub(1)));
    let out = match counted {
        Some(list) => in_list(out, list, level),
        None => marked(out, by_hand, |mark| plain(mark).style(style_id::STRONG)),
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
