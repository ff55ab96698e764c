//! What the printed papers of a hand-over share: the page with the office's name and a title, tables, lines to be signed.

use super::HoSoNop;
use crate::compose::document::{
    Block, Canh, Cell, CuoiTrang, DoRong, Document, Inline, Paragraph, Table, Text, ThongTin,
    TieuDe,
};
use crate::compose::fonts::Fonts;
use crate::compose::goc::Dong;
use crate::compose::soan::{chia_cot, gach_duoi, ten_co_quan};
use crate::diagnostic::Diagnostic;
use crate::model::the_thuc::TheThuc;

/// A column: its head, its share of the width, how its cells stand.
pub(super) type Cot = (&'static str, f64, Canh);

/// A paper of the office with a title in capitals, what it is about below, and its blocks.
pub(super) fn giay(
    ho_so: &HoSoNop,
    (ten, duoi): (&str, Vec<String>),
    mut than_bai: Vec<Block>,
    fonts: &Fonts,
) -> Result<Document, Vec<Diagnostic>> {
    let co_quan = ho_so.co_quan;
    let the_thuc = TheThuc { o_cach_mm: 1.0, ..co_quan.the_thuc.clone() };
    chia_cot(&mut than_bai, the_thuc.rong_chu_cua_mm(false), ten, (&the_thuc, fonts))?;
    Ok(Document {
        thong_tin: ThongTin {
            tieu_de: format!("{ten}: {}", ho_so.tieu_de),
            tac_gia: co_quan.ten.to_string(),
            chu_de: format!("{ten} của {}", co_quan.ten),
            tu_khoa: vec![ten.to_owned()],
            ngay: ho_so.ngay_in(),
        },
        dau_trang: ten_co_quan(co_quan, &the_thuc, fonts),
        tieu_de: TieuDe {
            ten_loai: vec![ten.to_uppercase().into()],
            gach_trich_yeu_mm: gach_duoi(&duoi, the_thuc.co_chu_ten_loai_pt, fonts),
            trich_yeu: duoi.into_iter().map(Dong::from).collect(),
        },
        kinh_gui: Vec::new(),
        tu_kinh_gui: String::new(),
        than_bai,
        cuoi_trang: CuoiTrang::trong(),
        dia_chi: Vec::new(),
        luu_hanh_cuoi: None,
        ban_sao: None,
        phu_luc: Vec::new(),
        the_thuc,
    })
}

/// A table with its heads on every page.
pub(super) fn bang(cot: &[Cot], hang: impl Iterator<Item = Vec<String>>) -> Block {
    let head = cot.iter().enumerate();
    let head = head.map(|(i, (ten, ..))| o(i, Canh::Giua, vec![dam(ten)])).collect();
    let rows = hang.map(|cells| {
        let cells = cells.iter().zip(cot).enumerate();
        cells
            .map(|(i, (chu, (_, _, canh)))| {
                o(i, *canh, if chu.is_empty() { Vec::new() } else { vec![loi(chu)] })
            })
            .collect()
    });
    Block::Table(Table {
        cot: cot.iter().map(|(_, share, _)| DoRong::Phan(*share)).collect(),
        so_hang_dau: 1,
        hang: std::iter::once(head).chain(rows).collect(),
        ..Table::default()
    })
}

/// Two who sign, side by side: lines from the title down to the name, with room between.
pub(super) fn hai_ben_ky(trai: Vec<Block>, phai: Vec<Block>) -> Block {
    Block::Table(Table {
        cot: vec![DoRong::Phan(1.0), DoRong::Phan(1.0)],
        hang: vec![vec![o(0, Canh::Giua, trai), o(1, Canh::Giua, phai)]],
        khong_ke: true,
        ..Table::default()
    })
}

/// A title over three empty lines and a name.
pub(super) fn nguoi_ky(chuc: &str, ten: &str) -> Vec<Block> {
    vec![dam(chuc), loi(""), loi(""), loi(""), loi(ten)]
}

fn o(cot: usize, canh: Canh, noi_dung: Vec<Block>) -> Cell {
    Cell { cot, gop_cot: 1, gop_hang: 1, canh, noi_dung }
}

/// A paragraph of running text.
pub(super) fn loi(chu: &str) -> Block {
    doan(Text { chu: chu.to_owned(), ..Text::default() })
}

pub(super) fn dam(chu: &str) -> Block {
    doan(Text { chu: chu.to_owned(), dam: true, ..Text::default() })
}

pub(super) fn nghieng(chu: &str) -> Block {
    doan(Text { chu: chu.to_owned(), nghieng: true, ..Text::default() })
}

fn doan(text: Text) -> Block {
    let noi_dung = vec![Inline::Text(text)];
    Block::Paragraph(Paragraph { noi_dung, giu_voi_sau: false, canh: None })
}
