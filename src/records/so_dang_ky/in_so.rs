//! Sổ của một năm trên giấy, in the form of PL IV: the cover, then the table of ten columns on landscape pages. The book
//! of outgoing documents and that of incoming papers are laid out alike.

use super::{CuoiSo, Sach, TEN_COT};
use crate::compose::document::{
    Block, Canh, Cell, CuoiTrang, DoRong, Document, Inline, Paragraph, PhuLuc, Table, Text,
    ThongTin, TieuDe,
};
use crate::compose::fonts::Fonts;
use crate::compose::goc::Dong;
use crate::compose::soan::{chia_cot, gach_duoi, ten_co_quan};
use crate::diagnostic::Diagnostic;
use crate::model::the_thuc::TheThuc;
use crate::model::{CoQuan, Ky, Ngay};

/// What it is called.
const TEN_SO: &str = "Sổ đăng ký văn bản đi";
/// Written in by hand: how many books a year takes is seen when they are bound.
const QUYEN_SO: &str = "Quyển số: ……";
/// Type of the table, in pt: ten columns on A4.
const CO_CHU_PT: f64 = 10.0;

/// A year's book as it is printed.
pub struct SoIn<'a> {
    /// `Sổ đăng ký văn bản đi`.
    pub ten: &'static str,
    pub ky: Ky,
    pub tu_ngay: Option<Ngay>,
    pub den_ngay: Option<Ngay>,
    pub so: Option<(u64, u64)>,
    pub cuoi: &'a CuoiSo,
    pub ten_cot: &'a [&'static str; 10],
    /// How wide each column is, as shares of what the text has.
    pub rong: [f64; 10],
    /// Columns of numbers and dates, which stand in the middle; words stand on the left (forms of PL IV).
    pub giua: &'a [usize],
    pub hang: &'a [[String; 10]],
}

/// The outgoing book as both writers get it.
pub fn in_so(sach: &Sach, co_quan: &CoQuan, fonts: &Fonts) -> Result<Document, Vec<Diagnostic>> {
    SoIn::di(sach).in_ra(co_quan, fonts)
}

impl<'a> SoIn<'a> {
    /// The outgoing book.
    pub(super) fn di(sach: &'a Sach) -> Self {
        Self {
            ten: TEN_SO,
            ky: sach.ky.clone(),
            tu_ngay: sach.tu_ngay,
            den_ngay: sach.den_ngay,
            so: sach.so,
            cuoi: &sach.cuoi,
            ten_cot: &TEN_COT,
            rong: [1.7, 1.15, 3.3, 1.4, 2.4, 1.35, 0.75, 1.15, 0.95, 1.7],
            giua: &[0, 1, 6, 7],
            hang: &sach.hang,
        }
    }

    /// The book as both writers get it.
    pub fn in_ra(&self, co_quan: &CoQuan, fonts: &Fonts) -> Result<Document, Vec<Diagnostic>> {
        let the_thuc =
            TheThuc { co_chu_bang_pt: CO_CHU_PT, o_cach_mm: 1.0, ..co_quan.the_thuc.clone() };
        let mut bang = vec![self.bang()];
        chia_cot(&mut bang, the_thuc.rong_chu_cua_mm(true), self.ten, (&the_thuc, fonts))?;
        let nam = self.ky.nhan();
        let quyen_so = Some(QUYEN_SO.to_owned());
        let bia: Vec<String> =
            [Some(nam.clone()), self.tu_ngay(), self.tu_so(), quyen_so, Some(self.dau())]
                .into_iter()
                .flatten()
                .collect();
        Ok(Document {
            thong_tin: self.thong_tin(co_quan),
            // The cover bears neither number nor date.
            dau_trang: ten_co_quan(co_quan, &the_thuc, fonts),
            tieu_de: TieuDe {
                ten_loai: vec![self.ten.to_uppercase().into()],
                gach_trich_yeu_mm: gach_duoi(&bia, the_thuc.co_chu_ten_loai_pt, fonts),
                trich_yeu: bia.into_iter().map(Dong::from).collect(),
            },
            kinh_gui: Vec::new(),
            tu_kinh_gui: String::new(),
            than_bai: Vec::new(),
            cuoi_trang: CuoiTrang::trong(),
            dia_chi: Vec::new(),
            luu_hanh_cuoi: None,
            ban_sao: None,
            phu_luc: vec![PhuLuc {
                dau_trang: None,
                dau_goc: None,
                ten: String::new(),
                tieu_de: vec![self.ten.to_uppercase().into()],
                kem_theo: vec![nam],
                gach_mm: 0.0,
                ngang: true,
                than_bai: bang,
            }],
            the_thuc,
        })
    }

    /// `Từ ngày 05/01/2023 đến ngày 28/12/2023`.
    pub(super) fn tu_ngay(&self) -> Option<String> {
        let (tu, den) = self.tu_ngay.zip(self.den_ngay)?;
        Some(format!("Từ ngày {tu} đến ngày {den}"))
    }

    /// `Từ số 01 đến số 105`.
    pub(super) fn tu_so(&self) -> Option<String> {
        self.so.map(|(tu, den)| format!("Từ số {tu:02} đến số {den:02}"))
    }

    /// `Dấu cuối sổ: 105-3fa0…`, by which the register is known again from outside.
    pub(super) fn dau(&self) -> String {
        format!("Dấu cuối sổ: {}", self.cuoi)
    }

    fn thong_tin(&self, co_quan: &CoQuan) -> ThongTin {
        let (ten, ky) = (self.ten, self.ky.goi());
        ThongTin {
            tieu_de: format!("{ten} {ky}"),
            tac_gia: co_quan.ten.to_string(),
            chu_de: format!("{ten} {ky} của {}", co_quan.ten),
            tu_khoa: vec![ten.to_owned()],
            ngay: self.den_ngay.map(|ngay| ngay.ngay()).unwrap_or_default(),
        }
    }

    /// Names, numbers of the columns, then a row a number. The first two repeat on every page.
    fn bang(&self) -> Block {
        let names: Vec<String> = self.ten_cot.iter().map(|ten| (*ten).to_owned()).collect();
        let numbers: Vec<String> = (1..=self.ten_cot.len()).map(|i| format!("({i})")).collect();
        let mut hang = vec![self.dong(&names, true), self.dong(&numbers, false)];
        hang.extend(self.hang.iter().map(|cells| self.dong(cells, false)));
        let center = hang.iter_mut().take(2).flatten();
        center.for_each(|cell| cell.canh = Canh::Giua);
        Block::Table(Table {
            cot: self.rong.map(DoRong::Phan).to_vec(),
            so_hang_dau: 2,
            hang,
            ..Table::default()
        })
    }

    fn dong(&self, cells: &[String], dam: bool) -> Vec<Cell> {
        let text = |chu: &String| Inline::Text(Text { chu: chu.clone(), dam, ..Text::default() });
        let paragraph = |chu: &String| {
            Block::Paragraph(Paragraph {
                noi_dung: vec![text(chu)],
                giu_voi_sau: false,
                canh: None,
            })
        };
        let cells = cells.iter().enumerate();
        cells
            .map(|(cot, chu)| Cell {
                cot,
                gop_cot: 1,
                gop_hang: 1,
                canh: if self.giua.contains(&cot) { Canh::Giua } else { Canh::Trai },
                noi_dung: if chu.is_empty() { Vec::new() } else { vec![paragraph(chu)] },
            })
            .collect()
    }
}
