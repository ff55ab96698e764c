//! A body in light Markdown → `{"_than": […], "_chu_thich": {…}}`, which `chung.typ` turns into content.

use super::du_lieu::{DuLieu, NhomDuLieu, nhom};
use super::phan;
use crate::model::than_bai::{Bang, CanhCot, CauTruc, DauMuc, DeMuc, Khoi};
use crate::model::{Chu, ThanBai};

pub fn value(body: &ThanBai) -> DuLieu {
    let notes: NhomDuLieu = body
        .chu_thich
        .iter()
        .map(|(ten, blocks)| {
            let blocks: Vec<DuLieu> = blocks.iter().map(khoi).collect();
            (ten.clone(), blocks.into())
        })
        .collect();
    let blocks: Vec<DuLieu> = body.khoi.iter().map(khoi).collect();
    nhom! { "_than": blocks, "_chu_thich": notes }.into()
}

fn khoi(khoi: &Khoi) -> DuLieu {
    let chu = |text: &Chu| phan(text, &NhomDuLieu::new());
    match khoi {
        Khoi::DeMuc(DeMuc { cap, cau_truc, so, chu: text }) => nhom! {
            "khoi": "de_muc", "cap": *cap, "chu": chu(text), "so": so.as_deref(),
            "cau_truc": cau_truc.map(CauTruc::ten),
        }
        .into(),
        Khoi::Doan(text) => nhom! { "khoi": "doan", "chu": chu(text) }.into(),
        Khoi::DongGiua(text) => nhom! { "khoi": "dong_giua", "chu": chu(text) }.into(),
        Khoi::Dieu { so, chu: text } => {
            nhom! { "khoi": "dieu", "so": so.as_deref(), "chu": chu(text) }.into()
        }
        Khoi::Muc { dau, chu: text } => muc(*dau, chu(text)),
        Khoi::Bang(b) => bang(b),
    }
}

/// Typst counts with its own patterns; the number is the one that was typed.
fn muc(dau: DauMuc, chu: Vec<DuLieu>) -> DuLieu {
    let mau = match dau {
        DauMuc::Khoan(_) => "1.",
        DauMuc::KhoanNgoac(_) => "1)",
        DauMuc::Diem(_) => "a)",
        DauMuc::Gach => "-",
        DauMuc::Cong => "+",
    };
    nhom! { "khoi": "muc", "mau": mau, "so": dau.thu_tu(), "chu": chu }.into()
}

fn bang(b: &Bang) -> DuLieu {
    let canh: Vec<&str> = b
        .canh
        .iter()
        .map(|c| match c {
            CanhCot::Trai => "trai",
            CanhCot::Giua => "giua",
            CanhCot::Phai => "phai",
        })
        .collect();
    let o = |doan: &Vec<Chu>| doan.iter().map(|d| phan(d, &NhomDuLieu::new())).collect::<Vec<_>>();
    let hang: Vec<Vec<_>> = b.hang.iter().map(|h| h.iter().map(o).collect()).collect();
    let dau: Vec<_> = b.dau.iter().map(o).collect();
    nhom! { "khoi": "bang", "canh": canh, "rong": b.rong.clone(), "dau": dau, "hang": hang }.into()
}
