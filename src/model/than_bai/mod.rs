//! Thân bài (ô số 6): the body of a document as a clerk types it, in light Markdown.
//!
//! `#` heads become I., 1., 1.1., a); `# Chương I. …` and `Điều 1. …` are the parts of a regulation
//! (PL I, II.6); `1.`, `a)`, `-`, `+` at the beginning of a line are khoản, điểm and dashes as typed. A
//! line belongs to the one before it until an empty line or another mark. Tables are drawn with `|`,
//! footnotes are `[^tên]` with a line `[^tên]: …`.

mod bang;
mod chu_thich;
mod danh_so;
mod dau_muc;
mod dau_thua;
mod de_muc;
mod doc;
mod dong_go;
mod loi;
mod so_de_muc;
mod thu_tu;
mod tong_cot;

use std::collections::BTreeMap;

use super::{Chu, Muc};
pub use bang::{Bang, CanhCot};
pub use danh_so::{DanhSo, diem};
pub use dau_muc::DauMuc;
pub use de_muc::{CauTruc, DeMuc};
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
    Doan(Chu),
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
    /// `QUYẾT ĐỊNH:` on a line of its own, centred.
    DongGiua(Chu),
}

impl ThanBai {
    /// Reads a text. What can't be meant is in the list, with its line; the rest is read all the same.
    pub fn parse(text: &str) -> (Self, Vec<LoiThanBai>) {
        Self::doc(text, None)
    }

    /// Reads a part copied from a text, which begins at any number and leaves out what it likes (trích
    /// sao: PL I, phần II): its numbers are printed as typed.
    pub fn parse_trich(text: &str) -> (Self, Vec<LoiThanBai>) {
        Self::doc_trich(text, None)
    }

    /// [`parse`](Self::parse) of a text that is the value of a field.
    pub fn doc(text: &str, muc: Option<&Muc>) -> (Self, Vec<LoiThanBai>) {
        doc::doc(text, muc, CachDanhSo::LienTuc)
    }

    /// [`parse_trich`](Self::parse_trich) of a text that is the value of a field.
    pub fn doc_trich(text: &str, muc: Option<&Muc>) -> (Self, Vec<LoiThanBai>) {
        doc::doc(text, muc, CachDanhSo::NhuDaGo)
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

    /// Every rich text of the body, in order, the notes last.
    pub fn cac_chu(&self) -> impl Iterator<Item = &Chu> {
        self.khoi.iter().chain(self.chu_thich.values().flatten()).flat_map(Khoi::cac_chu)
    }
}

impl Khoi {
    /// Every rich text in it, in order.
    pub fn cac_chu(&self) -> Vec<&Chu> {
        match self {
            Self::DeMuc(de_muc) => vec![&de_muc.chu],
            Self::Doan(chu) | Self::Dieu { chu, .. } | Self::Muc { chu, .. } => vec![chu],
            Self::DongGiua(chu) => vec![chu],
            Self::Bang(bang) => bang.cac_chu().collect(),
        }
    }
}
