//! What must share a page with the signature.

use crate::document::{Block, Inline, plain_text};
use crate::render::fonts::{Face, Fonts};
use crate::the_thuc::TheThuc;

/// The signature block never stands alone: at least two lines of body share its page. The last
/// paragraph keeps to it; where that is a single line, the one before does too.
pub fn giu_cuoi_bai(blocks: &mut [Block], the_thuc: &TheThuc, fonts: &Fonts) {
    let room = the_thuc.rong_chu_mm() - the_thuc.thut_dong_mm;
    for block in blocks.iter_mut().rev() {
        let text = plain_text(block.inlines());
        let width = fonts.width_mm(&text, Face::Regular, the_thuc.co_chu_than_bai_pt);
        match block {
            Block::Heading(_) | Block::Table(_) => break,
            Block::Paragraph(p) => p.giu_voi_sau = true,
            Block::Item(i) => i.giu_voi_sau = true,
        }
        let broken = block.inlines().any(|inline| matches!(inline, Inline::LineBreak));
        if width > room || broken {
            break;
        }
    }
}
