//! What must share a page with the signature.

use crate::compose::document::{Block, Inline, plain_text};
use crate::compose::fonts::{Face, Fonts};
use crate::model::the_thuc::TheThuc;

/// Lines of body that must share the signature's page.
const DONG_CUNG_TRANG: usize = 2;

/// The signature block never stands alone: the last paragraphs keep to it until two lines do.
pub fn giu_cuoi_bai(blocks: &mut [Block], the_thuc: &TheThuc, fonts: &Fonts) {
    let room = the_thuc.rong_chu_mm() - the_thuc.thut_dong_mm;
    let mut lines: usize = 0;
    for block in blocks.iter_mut().rev() {
        if lines >= DONG_CUNG_TRANG {
            break;
        }
        lines = lines.saturating_add(if is_one_line(block, room, the_thuc, fonts) { 1 } else { 2 });
        match block {
            Block::Heading(h) if h.giu_voi_sau => break,
            Block::Heading(h) => h.giu_voi_sau = true,
            Block::Table(_) | Block::Picture(_) | Block::PageBreak => break,
            Block::Paragraph(p) => p.giu_voi_sau = true,
            Block::Item(i) => i.giu_voi_sau = true,
        }
    }
}

fn is_one_line(block: &Block, room_mm: f64, the_thuc: &TheThuc, fonts: &Fonts) -> bool {
    let text = plain_text(block.inlines());
    let width = fonts.width_mm(&text, Face::Regular, the_thuc.co_chu_than_bai_pt);
    width <= room_mm && !block.inlines().any(|inline| matches!(inline, Inline::LineBreak))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::document::{Item, Paragraph, Text};
    use crate::rules::bo_quy_tac::nd30;

    fn text(chu: &str) -> Vec<Inline> {
        vec![Inline::Text(Text { chu: chu.into(), ..Text::default() })]
    }

    fn kept(blocks: &mut [Block]) -> Vec<bool> {
        giu_cuoi_bai(blocks, &nd30(), &Fonts::bundled().unwrap());
        let kept = |b: &Block| match b {
            Block::Paragraph(p) => p.giu_voi_sau,
            Block::Item(i) => i.giu_voi_sau,
            _ => false,
        };
        blocks.iter().map(kept).collect()
    }

    #[test]
    fn two_lines_keep_to_the_signature_and_no_more() {
        let item = || {
            let noi_dung = text("Một việc ngắn.");
            Block::Item(Item { cap: 1, dau: "-".into(), noi_dung, giu_voi_sau: false })
        };
        let end =
            |chu: &str| Block::Paragraph(Paragraph { noi_dung: text(chu), ..Paragraph::default() });
        assert_eq!(kept(&mut [item(), item(), item(), end("Hết./.")]), [false, false, true, true]);
        let long = "một câu kết thật dài ".repeat(10);
        assert_eq!(kept(&mut [item(), item(), end(&long)]), [false, false, true]);
    }
}
