//! Centred lines of the text, such as the authority that issues a decision, broken at sense.

use crate::compose::document::{Block, Inline, Text};
use crate::compose::fonts::{Face, Fonts};
use crate::compose::goc::Dong;
use crate::compose::ngat_dong;
use crate::model::the_thuc::TheThuc;

/// Breaks every centred paragraph that is one piece of text and too wide for a line.
pub fn ngat(blocks: &mut [Block], t: &TheThuc, fonts: &Fonts) {
    for block in blocks {
        if !block.o_giua() {
            continue;
        }
        let Block::Paragraph(p) = block else { continue };
        let [Inline::Text(text)] = p.noi_dung.as_slice() else { continue };
        p.noi_dung = cac_dong(text, t, fonts);
    }
}

fn cac_dong(text: &Text, t: &TheThuc, fonts: &Fonts) -> Vec<Inline> {
    let face = if text.dam { Face::Bold } else { Face::Regular };
    let do_rong = |s: &str| fonts.width_mm(s, face, t.co_chu_than_bai_pt);
    let mut out = Vec::new();
    let line = Dong::new(text.chu.clone(), text.goc.clone());
    for part in ngat_dong::ngat(&line, t.rong_chu_mm(), do_rong) {
        if !out.is_empty() {
            out.push(Inline::LineBreak);
        }
        let (chu, goc) = part.tach();
        out.push(Inline::Text(Text { chu, goc, ..*text }));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::document::{Canh, Paragraph, plain_text};
    use crate::rules::bo_quy_tac::nd30;

    fn broken(chu: &str, giua: bool) -> Vec<String> {
        let noi_dung = vec![Inline::Text(Text { chu: chu.into(), dam: true, ..Text::default() })];
        let canh = giua.then_some(Canh::Giua);
        let mut blocks = [Block::Paragraph(Paragraph { noi_dung, canh, giu_voi_sau: false })];
        ngat(&mut blocks, &nd30(), &Fonts::bundled().unwrap());
        let pieces: Vec<Inline> = blocks[0].inlines().cloned().collect();
        pieces.split(|i| *i == Inline::LineBreak).map(plain_text).collect()
    }

    #[test]
    fn a_long_authority_breaks_at_sense_and_running_text_is_left_alone() {
        let ten = "CHÁNH VĂN PHÒNG ĐOÀN ĐẠI BIỂU QUỐC HỘI VÀ HỘI ĐỒNG NHÂN DÂN TỈNH ĐỒNG THÁP";
        let lines = broken(ten, true);
        assert_eq!(lines.join(" "), ten);
        assert!(lines.len() == 2 && lines[1].starts_with("VÀ HỘI ĐỒNG NHÂN DÂN"), "{lines:?}");
        assert_eq!(broken(ten, false), [ten]);
        assert_eq!(broken("QUYẾT ĐỊNH:", true), ["QUYẾT ĐỊNH:"]);
    }
}
