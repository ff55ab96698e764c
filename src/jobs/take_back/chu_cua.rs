//! All texts of a document in the order in which the Word file has them.

use crate::compose::document::{Block, CuoiTrang, DauTrang, Document, Inline, NguoiKyIn, PhuLuc};
use crate::compose::goc::{CacManh, Dong};

/// A text and where its letters come from.
pub struct Chu {
    pub chu: String,
    pub goc: CacManh,
    /// It begins a line.
    pub dau: bool,
}

pub fn cua_document(d: &Document) -> Vec<Chu> {
    let mut ra = Ra(Vec::new());
    ra.dau_trang(&d.dau_trang);
    ra.cac_dong(&d.tieu_de.ten_loai);
    ra.cac_dong(&d.tieu_de.trich_yeu);
    ra.cac_dong(&d.kinh_gui);
    ra.khoi(&d.than_bai);
    ra.cuoi_trang(&d.cuoi_trang, d.the_thuc.trinh_bay.ky_moi_hang);
    d.phu_luc.iter().for_each(|phu_luc| ra.phu_luc(phu_luc));
    if let Some(sao) = &d.ban_sao {
        match &sao.con_dau {
            None => ra.dau_trang(&sao.dau_trang),
            Some(con_dau) => {
                ra.chu_thuong([&con_dau.tieu_de]);
                ra.cac_dong(&con_dau.dong);
            }
        }
        ra.cuoi_trang(&sao.cuoi_trang, d.the_thuc.trinh_bay.ky_moi_hang);
    }
    ra.0
}

struct Ra(Vec<Chu>);

impl Ra {
    fn dong(&mut self, dong: &Dong) {
        self.0.push(Chu { chu: dong.to_string(), goc: dong.goc().clone(), dau: true });
    }

    fn cac_dong<'d>(&mut self, all: impl IntoIterator<Item = &'d Dong>) {
        all.into_iter().for_each(|dong| self.dong(dong));
    }

    /// Words of the program's own.
    fn chu_thuong<'s>(&mut self, all: impl IntoIterator<Item = &'s String>) {
        all.into_iter().for_each(|chu| self.dong(&Dong::mau(chu)));
    }

    /// Words that were made of data.
    fn lam_ra<'s>(&mut self, all: impl IntoIterator<Item = &'s String>) {
        all.into_iter().for_each(|chu| self.dong(&Dong::from(chu.clone())));
    }

    fn dau_trang(&mut self, head: &DauTrang) {
        self.cac_dong(&head.co_quan_chu_quan);
        self.cac_dong(&head.co_quan_ban_hanh);
        let anh = head.tieng_anh.as_ref();
        self.cac_dong(anh.iter().flat_map(|anh| &anh.co_quan_chu_quan));
        self.cac_dong(anh.iter().flat_map(|anh| &anh.co_quan_ban_hanh));
        self.chu_thuong(&head.tieu_de);
        self.cac_dong(anh.iter().flat_map(|anh| &anh.tieu_de));
        self.lam_ra(&head.so_ky_hieu);
        self.cac_dong(&head.dia_danh_thoi_gian);
        self.cac_dong(&head.ve_viec);
        self.lam_ra(head.duoi_so.iter().map(|dau| &dau.chu));
        self.lam_ra(head.dau_khung.iter().map(|khung| &khung.chu));
    }

    fn cuoi_trang(&mut self, foot: &CuoiTrang, moi_hang: usize) {
        let (first, others) = foot.nguoi_ky.split_at(foot.truoc_noi_nhan(moi_hang));
        first.iter().for_each(|signer| self.nguoi_ky(signer));
        self.cac_dong(&foot.noi_nhan);
        self.lam_ra(&foot.ky_hieu_soan);
        others.iter().for_each(|signer| self.nguoi_ky(signer));
        if let Some(xac_nhan) = &foot.xac_nhan_chu_ky {
            self.cac_dong(&xac_nhan.loi);
            self.nguoi_ky(&xac_nhan.nguoi);
        }
        self.lam_ra(&foot.xac_nhan);
    }

    fn nguoi_ky(&mut self, signer: &NguoiKyIn) {
        self.cac_dong(&signer.quyen_han_chuc_vu);
        self.cac_dong(&signer.chuc_vu_khac);
        self.dong(&signer.ho_ten);
    }

    fn phu_luc(&mut self, phu_luc: &PhuLuc) {
        phu_luc.dau_trang.iter().for_each(|head| self.dau_trang(head));
        self.lam_ra([&phu_luc.ten]);
        self.cac_dong(&phu_luc.tieu_de);
        self.lam_ra(&phu_luc.kem_theo);
        self.khoi(&phu_luc.than_bai);
    }

    fn khoi(&mut self, blocks: &[Block]) {
        for block in blocks {
            if let Block::Table(table) = block {
                table.hang.iter().flatten().for_each(|cell| self.khoi(&cell.noi_dung));
            }
            let so = match block {
                Block::Heading(h) => h.so.clone(),
                Block::Item(item) => Some(item.dau.clone()),
                _ => None,
            };
            self.lam_ra(&so);
            self.mot_khoi(block);
        }
    }

    /// The text of a block, then the notes in it.
    fn mot_khoi(&mut self, block: &Block) {
        let (mut dau, mut notes) = (true, Vec::new());
        for inline in block.inlines() {
            match inline {
                Inline::Text(text) => {
                    self.0.push(Chu { chu: text.chu.clone(), goc: text.goc.clone(), dau });
                    dau = false;
                }
                Inline::LineBreak => dau = true,
                Inline::Footnote { noi_dung } => notes.push(noi_dung),
            }
        }
        notes.into_iter().for_each(|note| self.khoi(note));
    }
}
