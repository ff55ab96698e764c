//! Thân bài (ô số 6; PL I, II.6): heads, paragraphs, items, tables; and the blocks of notes.

use super::chu::{Nen, dau_ghi};
use super::{Dung, pt};
use crate::compose::document::{
    Block, Canh as CanhDoan, Heading, Item, KieuDeMuc, Paragraph, plain_text,
};
use crate::layout::doan::{Canh, CaoDong, Doan, Manh};
use crate::layout::khoi::{DoanKhoi, Khoi};
use crate::layout::trang::Vai;

impl Dung<'_> {
    /// The blocks of the body or of an appendix.
    pub(super) fn than_bai(&mut self, blocks: &[Block], cha: usize, out: &mut Vec<Khoi>) {
        let mut giu = false;
        let mut danh_sach: Option<usize> = None;
        for (i, block) in blocks.iter().enumerate() {
            if !matches!(block, Block::Item(_)) {
                danh_sach = None;
            }
            match block {
                Block::Heading(h) => out.push(self.de_muc(h, cha)),
                Block::Paragraph(p) => out.push(self.doan_van(p, cha)),
                Block::Item(item) => {
                    let ds =
                        *danh_sach.get_or_insert_with(|| self.cau_truc.them(cha, Vai::DanhSach));
                    out.push(self.muc(item, ds, self.doan_than()));
                }
                Block::Table(table) => {
                    // The empty paragraph that parts a table from what stands over it.
                    out.push(Khoi::Trong(self.t.cach_doan_pt, giu));
                    let last = i.saturating_add(1) == blocks.len();
                    out.push(self.bang(table, cha, last));
                }
                Block::Picture(h) => out.extend(self.hinh(h, cha, self.t.cach_doan_pt)),
                Block::PageBreak => out.push(Khoi::SangTrang),
            }
            giu = giu_voi_sau(block);
        }
    }

    fn nen(&self) -> Nen {
        Nen { co: self.t.co_chu_than_bai_pt, dam: false }
    }

    fn doan_van(&mut self, p: &Paragraph, cha: usize) -> Khoi {
        let nut = self.cau_truc.them(cha, Vai::Doan);
        let mut doan = self.doan_than();
        if let Some(canh @ (CanhDoan::Giua | CanhDoan::Phai)) = p.canh {
            doan = Doan { canh: canh.into(), thut_dau: 0.0, ..doan };
        }
        let nen = self.nen();
        self.chay(nut, &p.noi_dung, nen, &mut doan.manh);
        Khoi::doan(giu(doan, p.giu_voi_sau))
    }

    /// An item begins with its mark at the first line's indent.
    fn muc(&mut self, item: &Item, danh_sach: usize, mau: Doan) -> Khoi {
        let muc = self.cau_truc.them(danh_sach, Vai::MucDanhSach);
        let dau = self.cau_truc.them(muc, Vai::DauMuc);
        let than = self.cau_truc.them(muc, Vai::ThanMuc);
        let nen = Nen { co: mau.co, dam: false };
        let mut doan = mau;
        doan.manh.push(self.mot_chu(dau, &format!("{} ", item.dau), nen));
        self.chay(than, &item.noi_dung, nen, &mut doan.manh);
        Khoi::doan(giu(doan, item.giu_voi_sau))
    }

    /// A head: its number and title in bold, then the text that runs on.
    fn de_muc(&mut self, h: &Heading, cha: usize) -> Khoi {
        let chu = tieu_de_tron(h);
        let nut = self.cau_truc.them(cha, Vai::DeMuc(h.muc_luc, chu.clone()));
        let mut doan = self.doan_than();
        let giua = h.kieu == KieuDeMuc::GiuaTrang;
        if giua {
            doan = Doan { canh: Canh::Giua, thut_dau: 0.0, ..doan };
        }
        self.tieu_de_de_muc(h, nut, giua, &mut doan);
        // A khoản whose text runs on keeps to what follows, but may break itself.
        let chay = h.kieu == KieuDeMuc::Thuong && !h.lien_van.is_empty();
        doan.giu_voi_sau = h.giu_voi_sau || h.lien_van.is_empty();
        doan.giu_nguyen = doan.giu_voi_sau && !chay;
        let muc_luc = Some((h.muc_luc, chu));
        Khoi::Doan(Box::new(DoanKhoi { doan, muc_luc, cho_trong: Vec::new() }))
    }

    /// Number, title and what runs on, added to a paragraph.
    pub(super) fn tieu_de_de_muc(&mut self, h: &Heading, nut: usize, giua: bool, doan: &mut Doan) {
        let (dam, thuong) = (Nen { co: doan.co, dam: true }, Nen { co: doan.co, dam: false });
        if let Some(so) = h.so.as_deref().filter(|so| !so.is_empty()) {
            let xuong = giua && !h.noi_dung.is_empty();
            let chu = if xuong || giua { so.to_owned() } else { format!("{so} ") };
            doan.manh.push(self.mot_chu(nut, &chu, dam));
            if xuong {
                doan.manh.push(Manh::XuongDong);
            }
        }
        self.chay(nut, &h.noi_dung, dam, &mut doan.manh);
        if h.lien_van.is_empty() {
            return;
        }
        if can_cach(h) {
            doan.manh.push(self.mot_chu(nut, " ", thuong));
        }
        self.chay(nut, &h.lien_van, thuong, &mut doan.manh);
    }

    /// The blocks of a note, the first of which begins with its number.
    pub(super) fn noi_dung_ghi_chu(
        &mut self,
        nut: usize,
        so: usize,
        blocks: &[Block],
    ) -> Vec<Khoi> {
        let mut out = Vec::new();
        let mut danh_sach: Option<usize> = None;
        for (i, block) in blocks.iter().enumerate() {
            let first = i == 0;
            if let (Block::Item(item), false) = (block, first) {
                let ds = *danh_sach.get_or_insert_with(|| self.cau_truc.them(nut, Vai::DanhSach));
                out.push(self.muc(item, ds, self.doan_ghi_chu()));
                continue;
            }
            danh_sach = None;
            let mut doan = self.doan_ghi_chu();
            let p = self.cau_truc.them(nut, Vai::Doan);
            let nen = Nen { co: doan.co, dam: false };
            if first {
                let la = self.cau_truc.la(p);
                doan.manh.push(Manh::Chu(dau_ghi(so, doan.co, Some(la))));
                doan.manh.push(self.mot_chu(p, " ", nen));
            }
            match block {
                Block::Heading(h) => self.tieu_de_de_muc(h, p, false, &mut doan),
                Block::Paragraph(par) => self.chay(p, &par.noi_dung, nen, &mut doan.manh),
                Block::Item(item) => {
                    doan.manh.push(self.mot_chu(p, &format!("{} ", item.dau), nen));
                    self.chay(p, &item.noi_dung, nen, &mut doan.manh);
                }
                // The templates can't make one (`compose/walk.rs`).
                Block::Table(_) | Block::Picture(_) | Block::PageBreak => {}
            }
            doan.giu_voi_sau = giu_voi_sau(block);
            out.push(Khoi::doan(doan));
        }
        out
    }

    fn doan_ghi_chu(&self) -> Doan {
        let t = self.t;
        Doan {
            canh: Canh::Deu,
            thut_dau: pt(t.thut_dong_mm),
            truoc: t.cach_doan_chu_thich_pt,
            dong: CaoDong::Boi(1.0),
            ..Doan::moi(t.co_chu_chu_thich_pt)
        }
    }
}

fn giu(doan: Doan, giu: bool) -> Doan {
    Doan { giu_voi_sau: giu, giu_nguyen: giu, ..doan }
}

/// Whether `block` shares a page with what follows.
fn giu_voi_sau(block: &Block) -> bool {
    match block {
        Block::Heading(h) => h.giu_voi_sau,
        Block::Paragraph(p) => p.giu_voi_sau,
        Block::Item(i) => i.giu_voi_sau,
        Block::Picture(h) => h.giu_voi_sau,
        Block::Table(_) | Block::PageBreak => false,
    }
}

/// A space parts the title from the text that runs on, unless one of them has it.
fn can_cach(h: &Heading) -> bool {
    let (title, text) = (plain_text(&h.noi_dung), plain_text(&h.lien_van));
    let apart = title.ends_with(char::is_whitespace) || text.starts_with(char::is_whitespace);
    !apart && !title.is_empty() && !text.is_empty()
}

/// The words of a head as the outline shows them.
fn tieu_de_tron(h: &Heading) -> String {
    let title = plain_text(&h.noi_dung);
    match &h.so {
        Some(so) if title.is_empty() => so.clone(),
        Some(so) => format!("{so} {title}"),
        None => title,
    }
}
