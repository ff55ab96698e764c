//! Bảng: a table of the body as both files have it.

use std::ops::Not;

use serde::{Deserialize, Serialize};

use super::{Block, Inline, Picture, plain_text};

/// How the label of a total begins.
const DONG_CONG: &[&str] = &["cộng", "tổng"];
/// About how wide a letter of a cell is.
const MM_MOI_CHU: f64 = 2.3;

/// A table, mostly with ruled cells. Every row lists the cells that begin in it, from left to right.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Table {
    /// Width of each column.
    #[serde(rename = "cot_mm")]
    pub cot: Vec<DoRong>,
    /// How many rows at the top repeat on each page.
    pub so_hang_dau: usize,
    pub hang: Vec<Vec<Cell>>,
    /// Without rules around its cells.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub khong_ke: bool,
    /// The rows, from 0, that may break: those that are nearly as high as a page or higher, and where it was asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hang_cao: Vec<usize>,
}

/// Width of a column. After [`Table::chia_cot`] every width is in mm.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum DoRong {
    Mm(f64),
    /// A share of what the other columns leave of the text width.
    Phan(#[serde(with = "phan")] f64),
}

/// A share reads `2fr` in JSON, so that it isn't taken for a width.
mod phan {
    use serde::de::{Deserialize, Deserializer, Error};
    use serde::ser::Serializer;

    pub fn serialize<S: Serializer>(n: &f64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&format!("{n}fr"))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
        let text = String::deserialize(deserializer)?;
        let number = text.strip_suffix("fr").and_then(|n| n.parse().ok());
        number.ok_or_else(|| D::Error::custom("a share of the width reads like 2fr"))
    }
}

/// A cell, with the columns and rows that it spans.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// Its first column, from 0.
    pub cot: usize,
    pub gop_cot: usize,
    pub gop_hang: usize,
    pub canh: Canh,
    pub noi_dung: Vec<Block>,
}

/// How the text of a cell is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Canh {
    #[default]
    Trai,
    Giua,
    Phai,
}

impl Table {
    /// The blocks of all cells, row by row.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.hang.iter().flatten().flat_map(|cell| &cell.noi_dung)
    }

    /// Whether each row shares a page with the next one: a row of the head does, and one under a cell that has a
    /// note and goes on below, since the note stands on the page of its mark wherever in the cell that is; and a small
    /// one over the total, which would stand alone under the repeated head.
    pub fn giu_voi_hang_sau(&self) -> Vec<bool> {
        let mut out: Vec<bool> = (0..self.hang.len()).map(|i| i < self.so_hang_dau).collect();
        for (i, cells) in self.hang.iter().enumerate() {
            let noted = cells.iter().filter(|cell| cell.gop_hang > 1 && cell.co_chu_thich());
            let rows = noted.map(|cell| cell.gop_hang.saturating_sub(1)).max().unwrap_or(0);
            let end = i.saturating_add(rows).min(out.len().saturating_sub(1));
            out.iter_mut().take(end).skip(i).for_each(|keep| *keep = true);
        }
        let over = self.hang.len().checked_sub(2);
        if let Some((i, keep)) = over.and_then(|i| Some((i, out.get_mut(i)?))) {
            *keep |= self.het_bang_dong_cong() && self.hang_nho(i);
        }
        out
    }

    /// Whether the last row is a total: `Cộng`, `Tổng cộng`.
    fn het_bang_dong_cong(&self) -> bool {
        let last = self.hang.last().into_iter().flatten().flat_map(|cell| &cell.noi_dung);
        let texts = last.map(|block| plain_text(block.inlines()).trim().to_lowercase());
        let label = texts.into_iter().find(|text| text.chars().any(char::is_alphabetic));
        label.is_some_and(|label| DONG_CONG.iter().any(|word| label.starts_with(word)))
    }

    /// Whether a row has but a few lines, by its letters.
    fn hang_nho(&self, i: usize) -> bool {
        let cot: Vec<f64> = self.cot_mm().collect();
        let small = |cell: &Cell| {
            let rong: f64 = cot.iter().skip(cell.cot).take(cell.gop_cot.max(1)).sum();
            let letters = |block: &Block| plain_text(block.inlines()).chars().count() as f64;
            let text: f64 = cell.noi_dung.iter().map(letters).sum();
            let picture = cell.noi_dung.iter().any(|block| matches!(block, Block::Picture(_)));
            !picture && cell.noi_dung.len() <= 3 && text * MM_MOI_CHU <= rong * 3.0
        };
        !self.hang_cao.contains(&i) && self.hang.get(i).is_some_and(|row| row.iter().all(small))
    }

    /// Gives every column its width in mm on a page with `rong_chu_mm` for text. `Err` with the width
    /// that the fixed columns alone want, if the page has not that much.
    pub fn chia_cot(&mut self, rong_chu_mm: f64) -> Result<(), f64> {
        let (mut co_dinh, mut phan) = (0.0, 0.0);
        for cot in &self.cot {
            match cot {
                DoRong::Mm(mm) => co_dinh += mm,
                DoRong::Phan(n) => phan += n,
            }
        }
        let con_lai = rong_chu_mm - co_dinh;
        if con_lai < -0.01 || (phan > 0.0 && con_lai <= 0.0) {
            return Err(co_dinh);
        }
        for cot in &mut self.cot {
            if let DoRong::Phan(n) = cot {
                *cot = DoRong::Mm(con_lai * *n / phan);
            }
        }
        Ok(())
    }

    pub(super) fn moi_hinh(&mut self, xem: &mut dyn FnMut(&mut Picture, Option<f64>)) {
        let cot: Vec<f64> = self.cot_mm().collect();
        for cell in self.hang.iter_mut().flatten() {
            let rong: f64 = cot.iter().skip(cell.cot).take(cell.gop_cot.max(1)).sum();
            for block in &mut cell.noi_dung {
                block.moi_hinh(&mut |hinh, _| xem(hinh, Some(rong)));
            }
        }
    }

    /// Widths of the columns in mm, once [`Table::chia_cot`] has given them.
    pub fn cot_mm(&self) -> impl Iterator<Item = f64> {
        self.cot.iter().map(|cot| match cot {
            DoRong::Mm(mm) | DoRong::Phan(mm) => *mm,
        })
    }
}

impl Cell {
    fn co_chu_thich(&self) -> bool {
        let inlines = self.noi_dung.iter().flat_map(Block::inlines);
        inlines.into_iter().any(|inline| matches!(inline, Inline::Footnote { .. }))
    }
}
