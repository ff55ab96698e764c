//! The end of a text, right after its last word: `./.` (every form of PL III ends so), or what the rules have there.

use crate::compose::document::{Block, Inline, Text, plain_text};
use crate::compose::goc::{CacManh, Goc};

/// What may stand there in its place.
const DUOI_CAU: &[char] = &['.', '/', ';', ' ', '\u{a0}'];

/// What ends a sentence for good: “Trân trọng kính mời!” bears no second mark.
const CAU_DA_KET: &[char] = &['!', '?'];

/// Closes the last sentence with `dau`. A text that ends with a table or a head, or with “!” or “?”, has no mark of its own.
pub fn ket_thuc(blocks: &mut [Block], dau: &str) {
    let last = match blocks.last_mut() {
        Some(Block::Paragraph(p)) => &mut p.noi_dung,
        Some(Block::Item(i)) => &mut i.noi_dung,
        Some(Block::Heading(h)) if !h.lien_van.is_empty() => &mut h.lien_van,
        _ => return,
    };
    let words = plain_text(last.iter());
    if words.trim_end_matches(DUOI_CAU).ends_with(CAU_DA_KET) {
        return;
    }
    // A closing mark in a piece of its own goes.
    last.retain(|inline| match inline {
        Inline::Text(text) => !chi_co_dau(&text.chu),
        _ => true,
    });
    let co_chu = |inline: &Inline| match inline {
        Inline::Text(text) => !text.chu.trim_end_matches(DUOI_CAU).is_empty(),
        _ => false,
    };
    let Some(at) = last.iter().rposition(co_chu) else { return };
    let noted = last.iter().skip(at).any(|inline| matches!(inline, Inline::Footnote { .. }));
    let Some(Inline::Text(text)) = last.get_mut(at) else { return };
    *text = text.lay(0..text.chu.trim_end_matches(DUOI_CAU).len());
    let goc = CacManh::mot(dau.len(), Some(Goc::Mau));
    let end = Text { chu: dau.to_owned(), goc, ..*text };
    if noted {
        // The mark of a note belongs to the word before it, not to the end of the document.
        last.push(Inline::Text(end));
    } else {
        text.noi(&end);
    }
}

/// `.`, `;`, `./.` and no letter.
fn chi_co_dau(chu: &str) -> bool {
    !chu.trim().is_empty() && chu.chars().all(|c| DUOI_CAU.contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::document::Paragraph;

    fn closed(pieces: &[&str]) -> String {
        let noi_dung = pieces
            .iter()
            .map(|chu| Inline::Text(Text { chu: (*chu).into(), ..Text::default() }))
            .collect();
        let mut blocks = [Block::Paragraph(Paragraph { noi_dung, ..Paragraph::default() })];
        ket_thuc(&mut blocks, "./.");
        plain_text(blocks[0].inlines())
    }

    #[test]
    fn a_note_stays_with_its_word() {
        let text = |chu: &str| Inline::Text(Text { chu: chu.into(), ..Text::default() });
        let note = || Inline::Footnote { noi_dung: vec![] };
        for pieces in
            [vec![text("12 tỷ đồng"), note(), text(".")], vec![text("12 tỷ đồng."), note()]]
        {
            let mut blocks =
                [Block::Paragraph(Paragraph { noi_dung: pieces, ..Paragraph::default() })];
            ket_thuc(&mut blocks, "./.");
            let inlines: Vec<_> = blocks[0].inlines().cloned().collect();
            assert_eq!(inlines, [text("12 tỷ đồng"), note(), text("./.")]);
        }
    }

    #[test]
    fn the_end_is_written_once() {
        for text in ["Hết", "Hết.", "Hết./.", "Hết ./.", "Hết;"] {
            assert_eq!(closed(&[text]), "Hết./.");
        }
        assert_eq!(
            closed(&["Quyết định này có hiệu lực ", "từ ngày ký", "."]),
            "Quyết định này có hiệu lực từ ngày ký./."
        );
        assert_eq!(closed(&[]), "");
        assert_eq!(closed(&["Trân trọng ", "kính mời!"]), "Trân trọng kính mời!");
    }
}
