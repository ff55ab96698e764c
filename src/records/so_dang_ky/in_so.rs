//! Sổ đăng ký văn bản đi của một năm, in the form of PL IV: the cover, then the table of ten columns on
//! landscape pages.

use super::{Sach, TEN_COT};
use crate::compose::document::{
    Block, Canh, Cell, CuoiTrang, DoRong, Document, Inline, Paragraph, PhuLuc, Table, Text,
    ThongTin, TieuDe,
};
use crate::compose::fonts::Fonts;
use crate::compose::goc::Dong;
use crate::compose::soan::{chia_cot, gach_duoi, ten_co_quan};
use crate::diagnostic::Diagnostic;
use crate::model::CoQuan;
use crate::model::the_thuc::TheThuc;

pub(super) const TEN_SO: &str = "Sổ đăng ký văn bản đi";
/// Written in by hand: how many books a year takes is seen when they are bound.
const QUYEN_SO: &str = "Quyển số: ……";
/// Type of the table, in pt: ten columns on A4.
const CO_CHU_PT: f64 = 10.0;
/// How wide each column is, as shares of what the text has.
const RONG: [f64; 10] = [1.7, 1.15, 3.3, 1.4, 2.4, 1.35, 0.75, 1.15, 0.95, 1.7];

/// The book as both writers get it.
pub fn in_so(sach: &Sach, co_quan: &CoQuan, fonts: &Fonts) -> Result<Document, Vec<Diagnostic>> {
    let the_thuc =
        TheThuc { co_chu_bang_pt: CO_CHU_PT, o_cach_mm: 1.0, ..co_quan.the_thuc.clone() };
    let mut bang = vec![bang(sach)];
    chia_cot(&mut bang, the_thuc.rong_chu_cua_mm(true), TEN_SO, (&the_thuc, fonts))?;
    let nam = format!("Năm: {}", sach.nam);
    let bia: Vec<String> =
        [Some(nam.clone()), tu_ngay(sach), tu_so(sach), Some(QUYEN_SO.to_owned()), Some(dau(sach))]
            .into_iter()
            .flatten()
            .collect();
    Ok(Document {
        thong_tin: thong_tin(sach, co_quan),
        // The cover bears neither number nor date.
        dau_trang: ten_co_quan(co_quan, &the_thuc, fonts),
        tieu_de: TieuDe {
            ten_loai: Some(TEN_SO.to_uppercase()),
            gach_trich_yeu_mm: gach_duoi(&bia, the_thuc.co_chu_ten_loai_pt, fonts),
            trich_yeu: bia.into_iter().map(Dong::from).collect(),
        },
        kinh_gui: Vec::new(),
        than_bai: Vec::new(),
        cuoi_trang: CuoiTrang::trong(),
        dia_chi: Vec::new(),
        ban_sao: None,
        phu_luc: vec![PhuLuc {
            dau_trang: None,
            dau_goc: None,
            ten: String::new(),
            tieu_de: vec![TEN_SO.to_uppercase().into()],
            kem_theo: vec![nam],
            gach_mm: 0.0,
            ngang: true,
            than_bai: bang,
        }],
        the_thuc,
    })
}

/// `Từ ngày 05/01/2023 đến ngày 28/12/2023`.
pub(super) fn tu_ngay(sach: &Sach) -> Option<String> {
    let (tu, den) = sach.tu_ngay.zip(sach.den_ngay)?;
    Some(format!("Từ ngày {tu} đến ngày {den}"))
}

/// `Từ số 01 đến số 105`.
pub(super) fn tu_so(sach: &Sach) -> Option<String> {
    sach.so.map(|(tu, den)| format!("Từ số {tu:02} đến số {den:02}"))
}

/// `Dấu cuối sổ: 105-3fa0…`, by which the register is known again from outside.
pub(super) fn dau(sach: &Sach) -> String {
    format!("Dấu cuối sổ: {}", sach.cuoi)
}

fn thong_tin(sach: &Sach, co_quan: &CoQuan) -> ThongTin {
    ThongTin {
        tieu_de: format!("{TEN_SO} năm {}", sach.nam),
        tac_gia: co_quan.ten.to_string(),
        chu_de: format!("{TEN_SO} năm {} của {}", sach.nam, co_quan.ten),
        tu_khoa: vec![TEN_SO.to_owned()],
        ngay: sach.den_ngay.map(|ngay| ngay.ngay()).unwrap_or_default(),
    }
}

/// Names, numbers of the columns, then a row a number. The first two repeat on every page.
fn bang(sach: &Sach) -> Block {
    let names: Vec<String> = TEN_COT.iter().map(|ten| (*ten).to_owned()).collect();
    let numbers: Vec<String> = (1..=TEN_COT.len()).map(|i| format!("({i})")).collect();
    let mut hang = vec![dong(&names, true), dong(&numbers, false)];
    hang.extend(sach.hang.iter().map(|cells| dong(cells, false)));
    let center = hang.iter_mut().take(2).flatten();
    center.for_each(|cell| cell.canh = Canh::Giua);
    Block::Table(Table {
        cot: RONG.map(DoRong::Phan).to_vec(),
        so_hang_dau: 2,
        hang,
        ..Table::default()
    })
}

fn dong(cells: &[String], dam: bool) -> Vec<Cell> {
    let text = |chu: &String| Inline::Text(Text { chu: chu.clone(), dam, ..Text::default() });
    let paragraph = |chu: &String| {
        Block::Paragraph(Paragraph { noi_dung: vec![text(chu)], giu_voi_sau: false, canh: None })
    };
    let cells = cells.iter().enumerate();
    cells
        .map(|(cot, chu)| Cell {
            cot,
            gop_cot: 1,
            gop_hang: 1,
            // Numbers and dates stand in the middle, words on the left (forms of PL IV).
            canh: if matches!(cot, 0 | 1 | 6 | 7) { Canh::Giua } else { Canh::Trai },
            noi_dung: if chu.is_empty() { Vec::new() } else { vec![paragraph(chu)] },
        })
        .collect()
}
