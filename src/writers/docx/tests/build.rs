//! Short ways to write blocks and inlines in a test.

use crate::compose::document::{
    Block, Canh, Cell, DoRong, Heading, Inline, Item, KieuDeMuc, Paragraph, PhuLuc, Table, Text,
};

pub fn text(chu: &str) -> Inline {
    Inline::Text(Text { chu: chu.into(), ..Text::default() })
}

pub fn strong(chu: &str) -> Inline {
    Inline::Text(Text { chu: chu.into(), dam: true, ..Text::default() })
}

pub fn paragraph(chu: &str) -> Block {
    paragraph_of([text(chu)])
}

pub fn paragraph_of(noi_dung: impl Into<Vec<Inline>>) -> Block {
    Block::Paragraph(Paragraph { noi_dung: noi_dung.into(), ..Paragraph::default() })
}

pub fn item(noi_dung: impl Into<Vec<Inline>>) -> Block {
    item_at(1, "-", noi_dung)
}

pub fn item_at(cap: u8, dau: &str, noi_dung: impl Into<Vec<Inline>>) -> Block {
    let noi_dung = noi_dung.into();
    Block::Item(Item { cap, dau: dau.into(), noi_dung, giu_voi_sau: false })
}

pub fn head(cap: u8, so: &str, chu: &str) -> Block {
    let so = (!so.is_empty()).then(|| so.to_owned());
    Block::Heading(Heading {
        cap,
        kieu: KieuDeMuc::Thuong,
        muc_luc: cap,
        so,
        noi_dung: vec![text(chu)],
        lien_van: vec![],
        giu_voi_sau: true,
    })
}

/// A khoản whose text runs on after its title.
pub fn khoan(so: &str, chu: &str, lien_van: &str) -> Block {
    Block::Heading(Heading {
        cap: 2,
        kieu: KieuDeMuc::Thuong,
        muc_luc: 2,
        so: Some(so.into()),
        noi_dung: vec![text(chu)],
        lien_van: vec![text(lien_van)],
        giu_voi_sau: true,
    })
}

/// A footnote: "Cụ thể:" and a list with bold beginnings.
pub fn note(items: &[(&str, &str)]) -> Inline {
    let items = items.iter().map(|(bold, rest)| item([strong(bold), text(&format!(" {rest}"))]));
    Inline::Footnote { noi_dung: std::iter::once(paragraph("Cụ thể:")).chain(items).collect() }
}

/// A table with columns of these widths.
pub fn table(cot_mm: &[f64], so_hang_dau: usize, hang: Vec<Vec<Cell>>) -> Block {
    let cot = cot_mm.iter().map(|mm| DoRong::Mm(*mm)).collect();
    Block::Table(Table { cot, so_hang_dau, hang, ..Table::default() })
}

/// A cell over one column and one row.
pub fn cell(cot: usize, chu: &str) -> Cell {
    Cell { cot, gop_cot: 1, gop_hang: 1, canh: Canh::Trai, noi_dung: vec![paragraph(chu)] }
}

/// An appendix.
pub fn appendix(ten: &str, ngang: bool, than_bai: Vec<Block>) -> PhuLuc {
    PhuLuc {
        dau_trang: None,
        dau_goc: None,
        ten: ten.into(),
        tieu_de: vec!["LỊCH TRÌNH".into()],
        kem_theo: vec!["(Kèm theo Kế hoạch)".into()],
        gach_mm: 20.0,
        ngang,
        than_bai,
    }
}
