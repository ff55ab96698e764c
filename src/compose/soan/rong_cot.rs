//! Rộng cột: no column is narrower than its longest word while another has room to give, so that both writers set
//! "TT" and "Nam" in one piece.

use crate::compose::document::{Block, Cell, DoRong, Inline, Table, Text};
use crate::compose::fonts::{Face, Fonts};
use crate::model::the_thuc::{PT_MOI_MM, TheThuc};

/// A word that is wider is cut: no column is starved for it.
const TU_DAI_NHAT_MM: f64 = 80.0;
/// What the edges lose when they are rounded to twips, and a little more.
const DU_MM: f64 = 0.15;
/// Size of a raised mark, as a share of the text's; `layout/luong/chu.rs` draws it so.
const CO_NHO: f64 = 0.62;

/// Gives columns that are too narrow for a word what others can spare.
pub fn vua_tu(table: &mut Table, t: &TheThuc, fonts: &Fonts) {
    let co: Vec<f64> = table.cot_mm().collect();
    let mut can = vec![0.0; co.len()];
    let cells = || table.hang.iter().flatten();
    for cell in cells().filter(|cell| cell.gop_cot <= 1) {
        let own = co.get(cell.cot).copied().unwrap_or_default();
        if let Some(can) = can.get_mut(cell.cot) {
            *can = cua_o(cell, own, t, fonts).max(*can);
        }
    }
    for cell in cells().filter(|cell| cell.gop_cot > 1) {
        chia_them(cell, &co, &mut can, t, fonts);
    }
    for (cot, mm) in table.cot.iter_mut().zip(chia(&co, can)) {
        *cot = DoRong::Mm(mm);
    }
}

/// What a cell over several columns wants more than they do, shared out among them.
fn chia_them(cell: &Cell, co: &[f64], can: &mut [f64], t: &TheThuc, fonts: &Fonts) {
    let own: f64 = co.iter().skip(cell.cot).take(cell.gop_cot).sum();
    let cac_cot = can.iter_mut().skip(cell.cot).take(cell.gop_cot);
    let (so, co_roi) =
        cac_cot.fold((0_usize, 0.0), |(so, sum), can| (so.saturating_add(1), sum + *can));
    let thieu = cua_o(cell, own, t, fonts) - co_roi;
    // Columns that are wide enough together need not be widened one by one.
    if thieu > 0.0 && co_roi + thieu > own && so > 0 {
        let moi = thieu / so as f64;
        can.iter_mut().skip(cell.cot).take(cell.gop_cot).for_each(|can| *can += moi);
    }
}

/// The widths, from what the columns have and what each can't do without.
fn chia(co: &[f64], mut can: Vec<f64>) -> Vec<f64> {
    let tong: f64 = co.iter().sum();
    // What can't be had beside the others is given up, the longest word first: that one is cut.
    while can.iter().sum::<f64>() > tong {
        let over = co.iter().zip(&mut can).filter(|(co, can)| **can > **co);
        let Some((co, can)) = over.max_by(|a, b| a.1.total_cmp(b.1)) else { break };
        *can = *co;
    }
    let thieu: f64 = co.iter().zip(&can).map(|(co, can)| (can - co).max(0.0)).sum();
    let du: f64 = co.iter().zip(&can).map(|(co, can)| (co - can).max(0.0)).sum();
    if thieu <= 0.0 || du < thieu {
        return co.to_vec();
    }
    let phan = thieu / du;
    let moi = |(co, can): (&f64, &f64)| if can > co { *can } else { co - (co - can) * phan };
    co.iter().zip(&can).map(moi).collect()
}

/// What a cell `co` wide can't do without: its longest word and the room at both sides. A picture keeps its width.
fn cua_o(cell: &Cell, co: f64, t: &TheThuc, fonts: &Fonts) -> f64 {
    let word = |block: &Block| match block {
        Block::Picture(_) => co,
        block => {
            let word = tu_dai_nhat(block, t.co_chu_bang_pt, fonts);
            let can = word + 2.0 * t.o_cach_mm + DU_MM;
            if can > TU_DAI_NHAT_MM && can > co { 0.0 } else { can }
        }
    };
    cell.noi_dung.iter().map(word).fold(0.0, f64::max)
}

/// Width of the longest word of a block in a cell, in mm.
fn tu_dai_nhat(block: &Block, co_pt: f64, fonts: &Fonts) -> f64 {
    let mut doc = Doc { fonts, co_pt, dai: 0.0, tu: 0.0, truoc: None };
    match block {
        Block::Heading(h) => {
            doc.chu(h.so.as_deref().unwrap_or_default(), Face::Bold, 1.0);
            doc.het();
            doc.dong(&h.noi_dung, true);
            doc.dong(&h.lien_van, false);
        }
        Block::Paragraph(p) => doc.dong(&p.noi_dung, false),
        Block::Item(item) => {
            doc.chu(&item.dau, Face::Regular, 1.0);
            doc.het();
            doc.dong(&item.noi_dung, false);
        }
        Block::Table(_) | Block::Picture(_) | Block::PageBreak => {}
    }
    doc.het();
    doc.dai / PT_MOI_MM
}

/// Reads letters and keeps the width of the longest word; a line may end where `layout/dong/tu.rs` lets it.
struct Doc<'f> {
    fonts: &'f Fonts,
    co_pt: f64,
    dai: f64,
    tu: f64,
    /// The letter before, in the same word, and whether it is not the first.
    truoc: Option<(char, bool)>,
}

impl Doc<'_> {
    fn dong(&mut self, inlines: &[Inline], dam: bool) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => {
                    let Text { chi_so_tren, chi_so_duoi, .. } = text;
                    let co = if *chi_so_tren || *chi_so_duoi { CO_NHO } else { 1.0 };
                    self.chu(&text.chu, Face::of(dam || text.dam, text.nghieng), co);
                }
                Inline::LineBreak => self.het(),
                // The number is not known here; few tables have a hundred notes.
                Inline::Footnote { .. } => self.chu("00", Face::Regular, CO_NHO),
            }
        }
    }

    fn chu(&mut self, chu: &str, face: Face, co: f64) {
        for c in chu.chars() {
            let sau_gach = matches!(self.truoc, Some(('-' | '\u{2013}' | '\u{2014}', true)));
            if sau_gach || matches!(c, ' ' | '\n') {
                self.het();
            }
            if !matches!(c, ' ' | '\n') {
                self.tu += self.fonts.advance(c, face) * self.co_pt * co;
                self.truoc = Some((c, self.truoc.is_some()));
                self.dai = self.dai.max(self.tu);
            }
        }
    }

    fn het(&mut self) {
        self.tu = 0.0;
        self.truoc = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::document::{Canh, Paragraph};
    use crate::rules::bo_quy_tac::nd30;

    fn cell(cot: usize, gop_cot: usize, chu: &str, dam: bool) -> Cell {
        let noi_dung = vec![Inline::Text(Text { chu: chu.into(), dam, ..Text::default() })];
        let doan = Block::Paragraph(Paragraph { noi_dung, ..Paragraph::default() });
        Cell { cot, gop_cot, gop_hang: 1, canh: Canh::Giua, noi_dung: vec![doan] }
    }

    fn widths(cot: &[f64], hang: Vec<Vec<Cell>>) -> Vec<f64> {
        let cot = cot.iter().copied().map(DoRong::Mm).collect();
        let mut table = Table { cot, so_hang_dau: 1, hang, ..Table::default() };
        vua_tu(&mut table, &nd30(), &Fonts::bundled().unwrap());
        table.cot_mm().collect()
    }

    #[test]
    fn a_narrow_column_takes_what_its_longest_word_wants() {
        let (t, fonts) = (nd30(), Fonts::bundled().unwrap());
        let row = || vec![cell(0, 1, "TT", true), cell(1, 1, "Nội dung", true)];
        let got = widths(&[5.0, 160.0], vec![row()]);
        let word = fonts.width_mm("TT", Face::Bold, t.co_chu_bang_pt);
        assert!(got[0] >= word + 2.0 * t.o_cach_mm && got[0] < 15.0, "{got:?}");
        assert!((got.iter().sum::<f64>() - 165.0).abs() < 1e-9);
        assert_eq!(widths(&[15.0, 150.0], vec![row()]), [15.0, 150.0]);
    }

    #[test]
    fn what_no_column_can_hold_takes_nothing_from_the_others() {
        let link = "x".repeat(300);
        let row = vec![cell(0, 1, "TT", true), cell(1, 1, &link, false), cell(2, 1, "a", false)];
        let got = widths(&[5.0, 30.0, 50.0], vec![row]);
        assert!(got[0] > 7.0 && got[1] <= 30.0, "{got:?}");
        // Two words that both have room, and two that don't: the longer is cut.
        let row =
            |b: usize| vec![cell(0, 1, &"m".repeat(9), false), cell(1, 1, &"m".repeat(b), false)];
        let got = widths(&[20.0, 80.0], vec![row(13)]);
        assert!(got[0] > 35.0 && got[1] > 50.0, "{got:?}");
        assert_eq!(widths(&[40.0, 20.0], vec![row(18)]), [40.0, 20.0]);
    }

    #[test]
    fn a_word_over_several_columns_widens_them_all() {
        let rows = || {
            let head = vec![cell(0, 1, "a", false), cell(1, 2, "Nghiêng-nghiêng123456", true)];
            vec![head, vec![cell(0, 1, "b", false), cell(1, 1, "1", false), cell(2, 1, "2", false)]]
        };
        let got = widths(&[60.0, 6.0, 6.0], rows());
        assert!(got[1] + got[2] > 20.0, "{got:?}");
        assert_eq!(widths(&[60.0, 40.0, 6.0], rows())[0], 60.0);
    }
}
