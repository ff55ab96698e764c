//! Bảng: a table drawn with `|`, as Markdown has it.

pub(super) mod dong;
pub(super) mod gop;
pub(super) mod rong;

use super::Khoi;
use crate::model::Chu;

/// How a column, a cell or a paragraph is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CanhCot {
    #[default]
    Trai,
    Giua,
    Phai,
}

/// A table: its first rows are the head. The cells of all rows together cover each column once.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bang {
    pub canh: Vec<CanhCot>,
    /// Each column's share of the width.
    pub rong: Vec<f64>,
    pub so_hang_dau: usize,
    /// The cells that begin in each row, from left to right.
    pub hang: Vec<Vec<O>>,
    pub trinh_bay: TrinhBayBang,
}

/// What was asked for beside the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TrinhBayBang {
    /// Without rules: columns side by side.
    pub khong_ke: bool,
    /// Its rows may go on on the next page.
    pub tach_hang: bool,
}

/// A cell, with the columns and rows that it spans.
#[derive(Debug, Clone, PartialEq)]
pub struct O {
    /// Its first column, from 0.
    pub cot: usize,
    pub gop_cot: usize,
    pub gop_hang: usize,
    /// Paragraphs, parted by `<br>`, and pictures.
    pub khoi: Vec<Khoi>,
}

impl O {
    pub(super) fn moi(cot: usize, gop_cot: usize, khoi: Vec<Khoi>) -> Self {
        Self { cot, gop_cot, gop_hang: 1, khoi }
    }

    pub(super) fn cac_chu(&self) -> impl Iterator<Item = &Chu> {
        self.khoi.iter().flat_map(Khoi::cac_chu)
    }

    /// How wide its widest picture was asked to be, in mm; 0 without any.
    fn hinh_rong_mm(&self) -> f64 {
        let asked = self.khoi.iter().filter_map(|khoi| match khoi {
            Khoi::Anh(anh) => anh.rong_mm.or(anh.cao_mm.map(|cao| cao / anh.tep.ti_le())),
            _ => None,
        });
        asked.fold(0.0, f64::max)
    }

    /// Its words, a paragraph a line.
    pub(super) fn chu_tron(&self) -> String {
        let all: Vec<String> = self.cac_chu().map(|chu| chu.chu_tron().trim().to_owned()).collect();
        all.join("\n")
    }
}

impl Bang {
    pub(super) fn cac_chu(&self) -> impl Iterator<Item = &Chu> {
        self.hang.iter().flatten().flat_map(O::cac_chu)
    }

    /// The words of each row by column; a cell over several stands in its first.
    pub(super) fn luoi(&self) -> Vec<Vec<String>> {
        let row = |cells: &Vec<O>| {
            let mut out = vec![String::new(); self.canh.len()];
            for o in cells {
                if let Some(cho) = out.get_mut(o.cot) {
                    *cho = o.chu_tron();
                }
            }
            out
        };
        self.hang.iter().map(row).collect()
    }
}
