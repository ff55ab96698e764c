//! Không lẻ: what would be stranded at the foot of a page: a caption without its table, a line that ends in ":"
//! without its list, "QUYẾT ĐỊNH:" without Điều 1, a numbered line that is but a title without what it is the title of.

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
    let (mut sau, mut bac_sau) = (Sau::Het, Bac::Khong);
    for block in blocks.iter_mut().rev() {
        let text = plain_text(block.inlines());
        let bac = bac(block, &text);
        let ten = ten_muc(&text, bac) && bac_sau > bac && !matches!(sau, Sau::Het);
        bac_sau = bac;
        let giu = ten
            || match sau {
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

/// What a block is marked with, from the mark that stands over others to none.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bac {
    DeMuc,
    /// `1.`, `1.1.`: by how many numbers it has.
    So(usize),
    /// `1)`.
    SoNgoac,
    /// `a)`.
    Chu,
    Khong,
}

fn bac(block: &Block, text: &str) -> Bac {
    match block {
        Block::Heading(_) => Bac::DeMuc,
        Block::Item(i) => bac_cua_dau(&i.dau),
        Block::Paragraph(_) => bac_cua_dau(text.split_whitespace().next().unwrap_or_default()),
        Block::Table(_) | Block::Picture(_) | Block::PageBreak => Bac::Khong,
    }
}

fn bac_cua_dau(dau: &str) -> Bac {
    let so = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let chu = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_lowercase);
    match (dau.strip_suffix('.'), dau.strip_suffix(')')) {
        (Some(than), _) if than.split('.').all(so) => Bac::So(than.split('.').count()),
        (_, Some(than)) if so(than) => Bac::SoNgoac,
        (_, Some(than)) if chu(than) => Bac::Chu,
        _ => Bac::Khong,
    }
}

/// Whether a numbered line is short and has no end sign, so that it is the title of what follows.
fn ten_muc(text: &str, bac: Bac) -> bool {
    let numbered = !matches!(bac, Bac::DeMuc | Bac::Khong);
    let ket = text.trim_end().trim_end_matches('”').ends_with(['.', ';', ',', '!', '?', '…']);
    numbered && !ket && text.chars().count() <= CHU_THICH_BANG
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
        // The title of what stands under it; not one of several alike, nor the last before the next title.
        let all = [
            "3. Phòng Văn hóa - Xã hội",
            "a) Sở Y tế",
            "b) Sở Nội vụ",
            "4. Công an xã",
            "Thực hiện.",
        ];
        assert_eq!(kept(all.map(line).to_vec()), [true, false, false, true, false]);
        assert_eq!(kept(["1.1. Giao Công an.", "- Việc"].map(line).to_vec()), [false, false]);
        let all = vec![line("a"), line("Bảng 1. Số lượng"), line("Đơn vị tính: người"), table()];
        assert_eq!(kept(all), [false, true, true, false]);
        let before = vec![line("Số liệu như sau."), line("Đơn vị tính: người"), table()];
        assert_eq!(kept(before), [false, true, false]);
    }
}
