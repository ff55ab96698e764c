//! Không lẻ: what would be stranded at the foot of a page: a caption without its table, a line that ends in ":"
//! without its list, "QUYẾT ĐỊNH:" without Điều 1.

use crate::compose::document::{Block, Inline, plain_text};

/// A text of so many letters is no caption any more: two lines.
const CHU_THICH_BANG: usize = 170;

/// How a caption and the line of units over a table begin.
const DAU_CHU_THICH: &[&str] = &["bảng ", "biểu ", "phụ biểu", "danh sách", "danh mục"];
/// How a caption under a picture begins.
const DAU_HINH: &[&str] = &["hình ", "ảnh ", "sơ đồ ", "biểu đồ "];
const DAU_DON_VI: &[&str] = &["đơn vị", "(đơn vị", "đvt", "(đvt"];

/// Keeps each such block with what follows, in the text, its cells and its notes.
pub fn khong_le(blocks: &mut [Block]) {
    let mut sau = Sau::Het;
    for block in blocks.iter_mut().rev() {
        let text = plain_text(block.inlines());
        let giu = match sau {
            Sau::Het => false,
            Sau::Bang => text.chars().count() <= CHU_THICH_BANG || dan_vao(&text),
            Sau::DongDonVi => dan_vao(&text) || bat_dau(&text, DAU_CHU_THICH) || la_giua(block),
            Sau::ChuThichHinh => matches!(block, Block::Picture(_)) || dan_vao(&text),
            Sau::Khac => dan_vao(&text),
        };
        sau = match block {
            Block::Table(_) => Sau::Bang,
            Block::PageBreak => Sau::Het,
            _ if bat_dau(&text, DAU_HINH) => Sau::ChuThichHinh,
            _ if matches!(sau, Sau::Bang) && giu && bat_dau(&text, DAU_DON_VI) => Sau::DongDonVi,
            _ => Sau::Khac,
        };
        if giu {
            giu_lai(block);
        }
        block.moi_dong(&mut |run| run.iter_mut().for_each(trong_chu_thich));
    }
}

/// What follows a block.
#[derive(Clone, Copy)]
enum Sau {
    Het,
    Bang,
    /// The line of units over a table.
    DongDonVi,
    /// The caption under a picture.
    ChuThichHinh,
    Khac,
}

fn trong_chu_thich(inline: &mut Inline) {
    if let Inline::Footnote { noi_dung } = inline {
        khong_le(noi_dung);
    }
}

fn giu_lai(block: &mut Block) {
    match block {
        Block::Heading(h) => h.giu_voi_sau = true,
        Block::Paragraph(p) => p.giu_voi_sau = true,
        Block::Item(i) => i.giu_voi_sau = true,
        Block::Picture(hinh) => hinh.giu_voi_sau = true,
        Block::Table(_) | Block::PageBreak => {}
    }
}

/// Whether a text leads to what follows.
fn dan_vao(text: &str) -> bool {
    text.trim_end().ends_with(':')
}

fn la_giua(block: &Block) -> bool {
    block.o_giua()
}

fn bat_dau(text: &str, dau: &[&str]) -> bool {
    let text = text.trim_start().to_lowercase();
    dau.iter().any(|dau| text.starts_with(dau))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::document::{Paragraph, Table, Text};

    fn line(chu: &str) -> Block {
        let noi_dung = vec![Inline::Text(Text { chu: chu.into(), ..Text::default() })];
        Block::Paragraph(Paragraph { noi_dung, ..Paragraph::default() })
    }

    fn table() -> Block {
        Block::Table(Table::default())
    }

    fn kept(mut blocks: Vec<Block>) -> Vec<bool> {
        khong_le(&mut blocks);
        blocks.iter().map(|b| matches!(b, Block::Paragraph(p) if p.giu_voi_sau)).collect()
    }

    #[test]
    fn captions_and_what_leads_on_keep_to_what_follows() {
        let long = "một câu dài ".repeat(20);
        assert_eq!(kept(vec![line("Gồm:"), line("a"), line("Hết:")]), [true, false, false]);
        assert_eq!(kept(vec![line(&long), table(), line("b")]), [false, false, false]);
        let all = vec![line("a"), line("Bảng 1. Số lượng"), line("Đơn vị tính: người"), table()];
        assert_eq!(kept(all), [false, true, true, false]);
        let before = vec![line("Số liệu như sau."), line("Đơn vị tính: người"), table()];
        assert_eq!(kept(before), [false, true, false]);
    }
}
