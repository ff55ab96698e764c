//! Luồng: a [`Document`] as the blocks that Word is given, in the order of the page: the same paragraphs, spaces
//! and tables that `writers/docx` writes, so that the pages come out as Word makes them.

mod bang;
mod chu;
mod cuoi_trang;
mod dau_trang;
mod hinh;
mod phu_luc;
mod sao;
mod than_bai;
mod tieu_de;

use super::doan::{CaoDong, Doan};
use super::khoi::{Khoi, PhanTrang};
use super::trang::{CauTruc, Vai};
use crate::compose::document::{Block, Document};
use crate::model::the_thuc::{PT_MOI_MM, TheThuc};
use crate::model::trinh_bay::ChoDiaChi;

/// Which part of the document is laid out, and what its pages have besides text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Chon {
    pub phan: PhanNao,
    /// Fields for the signers and the agency.
    pub o_ky: bool,
    /// Fields over the gaps for number, day and month.
    pub o_so_ngay: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PhanNao {
    #[default]
    ToanBo,
    /// Without the appendices.
    VanBan,
    /// One appendix, from 0, as a file of its own.
    PhuLuc(usize),
}

/// All sections of a file, the notes by their number, and the structure so far.
pub struct Luong {
    pub phan: Vec<PhanTrang>,
    pub ghi_chu: Vec<Vec<Khoi>>,
    pub cau_truc: CauTruc,
}

/// What is built up while the document is gone through.
struct Dung<'a> {
    t: &'a TheThuc,
    chon: Chon,
    cau_truc: CauTruc,
    ghi_chu: Vec<Vec<Khoi>>,
}

/// The flow of the part that was chosen.
pub fn luong(document: &Document, chon: Chon) -> Luong {
    let cau_truc = CauTruc::default();
    let mut dung = Dung { t: &document.the_thuc, chon, cau_truc, ghi_chu: Vec::new() };
    let phan = match chon.phan {
        PhanNao::ToanBo => {
            let appendices = document.phu_luc.iter().map(Some).collect::<Vec<_>>();
            dung.cac_phan(document, true, appendices.iter().flatten().copied())
        }
        PhanNao::VanBan => dung.cac_phan(document, true, std::iter::empty()),
        PhanNao::PhuLuc(i) => dung.cac_phan(document, false, document.phu_luc.get(i).into_iter()),
    };
    Luong { phan, ghi_chu: dung.ghi_chu, cau_truc: dung.cau_truc }
}

impl Dung<'_> {
    fn cac_phan<'d>(
        &mut self,
        document: &'d Document,
        van_ban: bool,
        phu_luc: impl Iterator<Item = &'d crate::compose::document::PhuLuc>,
    ) -> Vec<PhanTrang> {
        let mut out = Vec::new();
        let mut last_is_table = false;
        if van_ban {
            let (phan, bang) = self.van_ban(document);
            out.push(phan);
            last_is_table = bang;
        }
        for appendix in phu_luc {
            self.het_phan(&mut out);
            out.push(self.phu_luc(appendix, !van_ban));
            last_is_table = ends_with_table(&appendix.than_bai);
        }
        if let (Some(copy), Some(last)) = (&document.ban_sao, out.last_mut()) {
            if last_is_table {
                last.khoi.push(self.dem());
            }
            let rong = self.rong_chu(last.ngang);
            last.khoi.extend(self.ban_sao(copy, rong, last.nut));
            last_is_table = true;
        }
        if let (true, Some(last)) = (last_is_table, out.last_mut()) {
            last.khoi.push(self.dem());
        }
        out
    }

    /// A section that has another one after it ends in a paragraph without height.
    fn het_phan(&self, out: &mut [PhanTrang]) {
        if let Some(last) = out.last_mut() {
            last.khoi.push(self.dem());
        }
    }

    /// The text itself; whether it ends with a table.
    fn van_ban(&mut self, document: &Document) -> (PhanTrang, bool) {
        let nut = self.cau_truc.them(0, Vai::Phan);
        let mut phan = PhanTrang {
            ngang: false,
            khoi: Vec::new(),
            chan_dau: match self.t.trinh_bay.dia_chi {
                ChoDiaChi::ChanTrangDau => self.dia_chi(&document.dia_chi, nut),
                ChoDiaChi::CuoiVanBan => Vec::new(),
            },
            rieng: Vec::new(),
            rieng_cuoi: Vec::new(),
            nut,
        };
        self.dau_trang(&document.dau_trang, nut, true, &mut phan);
        if self.chon.o_ky && document.cuoi_trang.ky_goc_phai {
            phan.rieng.extend(self.o_ky_sao(nut));
        }
        self.tieu_de(&document.tieu_de, nut, &mut phan.khoi);
        self.kinh_gui(&document.tu_kinh_gui, &document.kinh_gui, nut, &mut phan.khoi);
        self.than_bai(&document.than_bai, nut, &mut phan.khoi);
        if let Some(mark) = &document.luu_hanh_cuoi {
            phan.rieng_cuoi.push(self.luu_hanh_cuoi(mark, nut));
        }
        let bang = ends_with_table(&document.than_bai);
        if bang {
            phan.khoi.push(self.dem());
        }
        let co_cuoi = !document.cuoi_trang.la_trong();
        if co_cuoi {
            let cach = if bang { 0.0 } else { self.t.cach_doan_pt };
            let rong = self.rong_chu(false);
            phan.khoi.extend(self.cuoi_trang(&document.cuoi_trang, rong, cach, nut, true));
        }
        let cuoi = self.t.trinh_bay.dia_chi == ChoDiaChi::CuoiVanBan;
        if !cuoi || document.dia_chi.is_empty() {
            return (phan, co_cuoi);
        }
        if co_cuoi {
            phan.khoi.push(Khoi::Trong(self.t.doan_dau_pt, true));
        }
        phan.khoi.extend(self.dia_chi_cuoi(&document.dia_chi, nut));
        (phan, false)
    }

    /// The leaf of a field.
    fn o_dien(&mut self, cha: usize) -> super::trang::La {
        let nut = self.cau_truc.them(cha, Vai::ODien);
        self.cau_truc.la(nut)
    }

    /// The paragraph of one pt that Word wants around tables.
    fn dem(&self) -> Khoi {
        Khoi::Trong(self.t.doan_dau_pt, false)
    }

    /// Width of the text of a page.
    fn rong_chu(&self, ngang: bool) -> f64 {
        pt(self.t.rong_chu_cua_mm(ngang))
    }

    /// An empty line of body text.
    fn doan_than(&self) -> Doan {
        let co = self.t.co_chu_than_bai_pt;
        Doan {
            canh: super::doan::Canh::Deu,
            thut_dau: pt(self.t.thut_dong_mm),
            truoc: self.t.cach_doan_pt,
            dong: self.t.dong_dung_pt.map_or(CaoDong::Boi(self.t.gian_dong), CaoDong::Dung),
            ..Doan::moi(co)
        }
    }
}

fn ends_with_table(blocks: &[Block]) -> bool {
    matches!(blocks.last(), Some(Block::Table(_)))
}

/// Points in so many millimetres, rounded to twips as the Word file has them.
pub(super) fn pt(mm: f64) -> f64 {
    (mm * PT_MOI_MM * 20.0).round() / 20.0
}
