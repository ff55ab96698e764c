//! Thân bài (ô số 6): the body of a document as a clerk types it, in light Markdown.
//!
//! `#` heads become I., 1., 1.1., a); `# Chương I. …` and `Điều 1. …` are the parts of a regulation
//! (PL I, II.6); `1.`, `a)`, `-`, `+` at the beginning of a line are khoản, điểm and dashes as typed. A
//! line belongs to the one before it until an empty line or another mark. Tables are drawn with `|`,
//! footnotes are `[^tên]` with a line `[^tên]: …`.

mod anh;
mod bang;
mod chu_thich;
mod danh_so;
mod dau_muc;
pub mod dau_thua;
mod de_muc;
mod doc;
mod dong_go;
mod lenh;
mod loi;
mod so_de_muc;
mod thu_tu;
mod tong_cot;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Chu, KhoAnh, Muc, TepAnh};
pub use anh::Anh;
pub use bang::{Bang, CanhCot, O, TrinhBayBang};
pub use danh_so::{DanhSo, diem};
pub use dau_muc::DauMuc;
pub use de_muc::{CauTruc, DeMuc, so_tu_chu};
pub use loi::LoiThanBai;

/// Whose numbers a body has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CachDanhSo {
    /// The program's, from 1 on without a gap; typed ones are held against them.
    LienTuc,
    /// Those of the text that it was copied from.
    NhuDaGo,
}

/// A body that could be read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ThanBai {
    pub khoi: Vec<Khoi>,
    /// The paragraphs and items of each footnote by the name of its mark.
    pub chu_thich: BTreeMap<String, Vec<Khoi>>,
}

/// A block of the body.
#[derive(Debug, Clone, PartialEq)]
pub enum Khoi {
    DeMuc(DeMuc),
    /// A paragraph: justified with a first line's indent, unless an alignment was asked for.
    Doan {
        chu: Chu,
        canh: Option<CanhCot>,
    },
    /// `Điều 1.` whose text runs on in the same line, as in a decision; `so` as in [`DeMuc`].
    Dieu {
        so: Option<String>,
        chu: Chu,
    },
    Muc {
        dau: DauMuc,
        chu: Chu,
    },
    Bang(Bang),
    Anh(Anh),
    /// What follows begins a page.
    SangTrang,
    /// `QUYẾT ĐỊNH:` on a line of its own, centred.
    DongGiua(Chu),
}

impl ThanBai {
    /// Reads a text. What can't be meant is in the list, with its line; the rest is read all the same.
    pub fn parse(text: &str) -> (Self, Vec<LoiThanBai>) {
        Self::doc(text, None, &KhoAnh::new())
    }

    /// Reads a part copied from a text, which begins at any number and leaves out what it likes (trích
    /// sao: PL I, phần II): its numbers are printed as typed.
    pub fn parse_trich(text: &str) -> (Self, Vec<LoiThanBai>) {
        Self::doc_trich(text, None, &KhoAnh::new())
    }

    /// [`parse`](Self::parse) of a text that is the value of a field and may name the pictures of `kho`.
    pub fn doc(text: &str, muc: Option<&Muc>, kho: &KhoAnh) -> (Self, Vec<LoiThanBai>) {
        doc::doc(text, muc, CachDanhSo::LienTuc, kho)
    }

    /// [`parse_trich`](Self::parse_trich) of a text that is the value of a field.
    pub fn doc_trich(text: &str, muc: Option<&Muc>, kho: &KhoAnh) -> (Self, Vec<LoiThanBai>) {
        doc::doc(text, muc, CachDanhSo::NhuDaGo, kho)
    }

    /// The number of the last Điều; 0 without any.
    pub fn so_dieu(&self) -> usize {
        let dieu = |khoi: &&Khoi| match khoi {
            Khoi::Dieu { .. } => true,
            Khoi::DeMuc(de_muc) => de_muc.cau_truc == Some(CauTruc::Dieu),
            _ => false,
        };
        self.khoi.iter().filter(dieu).count()
    }

    /// Every picture of the body, in order.
    pub fn cac_anh(&self) -> impl Iterator<Item = &Arc<TepAnh>> {
        self.khoi.iter().flat_map(Khoi::cac_anh)
    }

    /// Every rich text of the body, in order, the notes last.
    pub fn cac_chu(&self) -> impl Iterator<Item = &Chu> {
        self.khoi.iter().chain(self.chu_thich.values().flatten()).flat_map(Khoi::cac_chu)
    }
}

impl Khoi {
    /// A paragraph as the decree has it.
    pub fn doan(chu: Chu) -> Self {
        Self::Doan { chu, canh: None }
    }

    fn cac_anh(&self) -> Vec<&Arc<TepAnh>> {
        match self {
            Self::Anh(anh) => vec![&anh.tep],
            Self::Bang(bang) => {
                let cells = bang.hang.iter().flatten();
                cells.flat_map(|o| &o.khoi).flat_map(Self::cac_anh).collect()
            }
            _ => vec![],
        }
    }

    /// Every rich text in it, in order.
    pub fn cac_chu(&self) -> Vec<&Chu> {
        match self {
            Self::DeMuc(de_muc) => std::iter::once(&de_muc.chu).chain(&de_muc.lien).collect(),
            Self::Doan { chu, .. } | Self::Dieu { chu, .. } | Self::Muc { chu, .. } => vec![chu],
            Self::DongGiua(chu) => vec![chu],
            Self::Bang(bang) => bang.cac_chu().collect(),
            Self::Anh(_) | Self::SangTrang => vec![],
        }
    }
}
