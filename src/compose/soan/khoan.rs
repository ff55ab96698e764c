//! Khoản of a Điều whose title is not bold (HD 05, PL 2, mục 6): it stands as a khoản without a title does.

use crate::compose::document::{Block, Heading, Inline, Item, KieuDeMuc, Text, plain_text};
use crate::model::trinh_bay::TrinhBay;

/// Its level among plain heads.
const CAP_KHOAN: u8 = 2;

/// Makes upright the khoản, and what is below them, of every Điều, where the rules have them so. A plain head of the
/// first level, or a Chương, ends a Điều.
pub fn khoan(blocks: &mut [Block], tb: TrinhBay) {
    if tb.khoan_dam {
        return;
    }
    let mut trong_dieu = false;
    for block in blocks {
        let Block::Heading(h) = block else { continue };
        match h.kieu {
            KieuDeMuc::Dieu => trong_dieu = true,
            KieuDeMuc::GiuaTrang => trong_dieu = false,
            KieuDeMuc::Thuong if h.cap < CAP_KHOAN => trong_dieu = false,
            KieuDeMuc::Thuong if trong_dieu => *block = Block::Item(dung(h)),
            KieuDeMuc::Thuong => {}
        }
    }
}

/// Number and title as an item with a mark of its own, the text behind them.
fn dung(h: &mut Heading) -> Item {
    let mut noi_dung = std::mem::take(&mut h.noi_dung);
    let lien_van = std::mem::take(&mut h.lien_van);
    // A space parts the title from the text that runs on, unless one of them has it.
    let (title, text) = (plain_text(&noi_dung), plain_text(&lien_van));
    let apart = title.ends_with(char::is_whitespace) || text.starts_with(char::is_whitespace);
    if !apart && !title.is_empty() && !text.is_empty() {
        noi_dung.push(Inline::Text(Text { chu: " ".to_owned(), ..Text::default() }));
    }
    noi_dung.extend(lien_van);
    let dau = h.so.take().unwrap_or_default();
    Item { cap: CAP_KHOAN, dau, noi_dung, giu_voi_sau: h.giu_voi_sau }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::bo_quy_tac::theo_khoa;

    fn head(kieu: KieuDeMuc, cap: u8, so: &str) -> Block {
        let chu = |chu: &str| vec![Inline::Text(Text { chu: chu.into(), ..Text::default() })];
        Block::Heading(Heading {
            cap,
            kieu,
            muc_luc: 1,
            so: Some(so.into()),
            noi_dung: chu("Tên."),
            lien_van: chu("Lời."),
            giu_voi_sau: false,
        })
    }

    fn upright(khoa: &str, blocks: &[Block]) -> Vec<bool> {
        let tb = (theo_khoa(khoa).unwrap().the_thuc)().trinh_bay;
        let mut blocks = blocks.to_vec();
        khoan(&mut blocks, tb);
        blocks.iter().map(|b| matches!(b, Block::Item(_))).collect()
    }

    // A khoản in bold would look like the name of its Điều; a plan's heads are not khoản of any Điều.
    #[test]
    fn only_the_khoan_of_a_dieu_become_upright() {
        use KieuDeMuc::{Dieu, GiuaTrang, Thuong};
        let paper = [
            head(Thuong, 2, "1."),
            head(Dieu, 1, "Điều 1."),
            head(Thuong, 2, "1."),
            head(GiuaTrang, 2, "Chương II"),
            head(Thuong, 2, "1."),
            head(Dieu, 1, "Điều 2."),
            head(Thuong, 1, "I."),
            head(Thuong, 2, "1."),
        ];
        assert_eq!(
            upright("hd05", &paper),
            [false, false, true, false, false, false, false, false]
        );
        assert_eq!(upright("nd30", &paper), [false; 8]);
        let mut one = head(Thuong, 2, "1.");
        if let Block::Heading(h) = &mut one {
            let item = dung(h);
            assert_eq!(
                (item.dau.as_str(), plain_text(&item.noi_dung).as_str()),
                ("1.", "Tên. Lời.")
            );
        }
    }
}
