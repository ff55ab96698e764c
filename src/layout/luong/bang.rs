//! Bảng: a table of the body with a rule around every cell.

use super::chu::Nen;
use super::{Dung, pt};
use crate::compose::document::{Block, Canh as CanhO, Cell, Table};
use crate::layout::doan::{Canh, Doan};
use crate::layout::khoi::{Bang, Hang, Khoi, O};
use crate::layout::trang::Vai;

/// Half a point, as the Word file's borders have.
const NET: f64 = 0.5;

impl Dung<'_> {
    /// The table under `cha`; with `giu` its last row shares a page with what follows.
    pub(super) fn bang(&mut self, table: &Table, cha: usize, giu: bool) -> Khoi {
        let nut = self.cau_truc.them(cha, Vai::Bang);
        let giu_hang = table.giu_voi_hang_sau();
        let hang = table.hang.iter().enumerate().map(|(i, cells)| {
            let hang = self.cau_truc.them(nut, Vai::Hang);
            let dau = i < table.so_hang_dau;
            let o = cells.iter().map(|cell| self.o(cell, hang, dau)).collect();
            let giu = giu_hang.get(i).is_some_and(|giu| *giu);
            Hang { o, tach: table.hang_cao.contains(&i), giu }
        });
        Khoi::Bang(Box::new(Bang {
            hang: hang.collect(),
            cot: cot_pt(table),
            so_hang_dau: table.so_hang_dau,
            dem_ngang: pt(self.t.o_cach_mm),
            dem_doc: self.t.o_cach_doc_pt,
            net: if table.khong_ke { 0.0 } else { NET },
            can_tren: self.t.o_can_tren,
            giu_voi_sau: giu,
        }))
    }

    fn o(&mut self, cell: &Cell, hang: usize, dau: bool) -> O {
        let (gop_cot, gop_hang) = (cell.gop_cot.max(1), cell.gop_hang.max(1));
        let vai = match dau {
            true => Vai::ODau { gop_cot, gop_hang },
            false => Vai::O { gop_cot, gop_hang },
        };
        let nut = self.cau_truc.them(hang, vai);
        let canh = cell.canh.into();
        let khoi = match cell.noi_dung.as_slice() {
            [] => vec![Khoi::doan(Doan { canh, ..Doan::moi(self.t.co_chu_bang_pt) })],
            blocks => blocks.iter().filter_map(|block| self.khoi_o(block, canh, nut)).collect(),
        };
        O { cot: cell.cot, gop_cot, gop_hang, khoi }
    }

    fn khoi_o(&mut self, block: &Block, canh: Canh, cha: usize) -> Option<Khoi> {
        match block {
            Block::Picture(hinh) => self.hinh(hinh, cha, 0.0),
            block => Some(self.doan_o(block, canh, cha)),
        }
    }

    fn doan_o(&mut self, block: &Block, canh: Canh, cha: usize) -> Khoi {
        let nut = self.cau_truc.them(cha, Vai::Doan);
        let mut doan = Doan { canh, ..Doan::moi(self.t.co_chu_bang_pt) };
        let nen = Nen { co: doan.co, dam: false };
        match block {
            Block::Heading(h) => self.tieu_de_de_muc(h, nut, false, &mut doan),
            Block::Paragraph(p) => {
                doan.canh = p.canh.map_or(canh, Canh::from);
                self.chay(nut, &p.noi_dung, nen, &mut doan.manh);
            }
            Block::Item(item) => {
                doan.manh.push(self.mot_chu(nut, &format!("{} ", item.dau), nen));
                self.chay(nut, &item.noi_dung, nen, &mut doan.manh);
            }
            // A cell holds no table (`writers/docx/bang/o.rs` refuses it).
            Block::Table(_) | Block::Picture(_) | Block::PageBreak => {}
        }
        Khoi::doan(doan)
    }
}

/// Widths of the columns. The edges are rounded to twips, not the widths, as in the Word file.
fn cot_pt(table: &Table) -> Vec<f64> {
    let (mut edge_mm, mut edge) = (0.0, 0.0);
    let next = |mm: f64| {
        edge_mm += mm;
        let before = std::mem::replace(&mut edge, pt(edge_mm));
        edge - before
    };
    table.cot_mm().map(next).collect()
}

impl From<CanhO> for Canh {
    fn from(canh: CanhO) -> Self {
        match canh {
            CanhO::Trai => Self::Trai,
            CanhO::Giua => Self::Giua,
            CanhO::Phai => Self::Phai,
        }
    }
}
