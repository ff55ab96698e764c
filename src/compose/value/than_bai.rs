//! A body in light Markdown → `{"_than": […], "_chu_thich": {…}}`, which `chung.typ` turns into content.

use super::du_lieu::{DuLieu, NhomDuLieu, nhom};
use super::phan;
use crate::model::than_bai::{Bang, CanhCot, CauTruc, DauMuc, DeMuc, Khoi, O};
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
        Khoi::DeMuc(DeMuc { cap, cau_truc, so, cham, chu: text, lien }) => nhom! {
            "khoi": "de_muc", "cap": *cap, "chu": chu(text), "so": so.as_deref(),
            "cham": *cham, "lien": lien.as_ref().map(chu),
            "cau_truc": cau_truc.map(CauTruc::ten),
        }
        .into(),
        Khoi::Doan { chu: text, canh } => {
            nhom! { "khoi": "doan", "chu": chu(text), "canh": canh.map(ten_canh) }.into()
        }
        Khoi::DongGiua(text) => nhom! { "khoi": "dong_giua", "chu": chu(text) }.into(),
        Khoi::Dieu { so, chu: text } => {
            nhom! { "khoi": "dieu", "so": so.as_deref(), "chu": chu(text) }.into()
        }
        Khoi::Muc { dau, chu: text } => muc(*dau, chu(text)),
        Khoi::Bang(b) => bang(b),
        Khoi::Anh(anh) => nhom! {
            "khoi": "anh", "ten": anh.tep.ten.as_str(), "mo_ta": anh.mo_ta.as_str(), "rong": anh.rong_mm,
            "cao": anh.cao_mm, "canh": anh.canh.map(ten_canh),
        }
        .into(),
        Khoi::SangTrang => nhom! { "khoi": "sang_trang" }.into(),
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
    let canh: Vec<&str> = b.canh.iter().copied().map(ten_canh).collect();
    let hang: Vec<Vec<_>> = b.hang.iter().map(|h| h.iter().map(o).collect()).collect();
    nhom! {
        "khoi": "bang", "canh": canh, "rong": b.rong.clone(), "so_hang_dau": b.so_hang_dau, "hang": hang,
        "khong_ke": b.trinh_bay.khong_ke, "tach_hang": b.trinh_bay.tach_hang,
    }
    .into()
}

/// A cell: its paragraphs alone where nothing else is to be said of it, as of nearly all.
fn o(o: &O) -> DuLieu {
    let plain = |khoi: &Khoi| match khoi {
        Khoi::Doan { chu, canh: None } => Some(phan(chu, &NhomDuLieu::new())),
        _ => None,
    };
    let doan: Option<Vec<_>> = o.khoi.iter().map(plain).collect();
    match doan {
        Some(doan) if o.gop_cot == 1 && o.gop_hang == 1 => doan.into(),
        _ => {
            let blocks: Vec<DuLieu> = o.khoi.iter().map(khoi).collect();
            nhom! { "cot": o.cot, "gop_cot": o.gop_cot, "gop_hang": o.gop_hang, "noi_dung": blocks }
                .into()
        }
    }
}

fn ten_canh(canh: CanhCot) -> &'static str {
    match canh {
        CanhCot::Trai => "trai",
        CanhCot::Giua => "giua",
        CanhCot::Phai => "phai",
    }
}
