//! Rule lines that are no border of a paragraph: drawn ones, and the edges of cells.

use super::nhanh;
use super::tep_word::{Doan, TepWord};
use crate::writers::docx::xml::Element;

impl TepWord {
    /// How many things are drawn in a paragraph that may be a rule line: shapes without letters, and pictures.
    pub fn so_net_ve(&self, doan: &Doan) -> usize {
        self.than.at(&doan.duong).map_or(0, dem)
    }

    /// Whether the cell that a paragraph is in has a line at its lower edge, or the row below at its upper one.
    pub fn vien_o_duoi(&self, doan: &Doan) -> bool {
        let cell_at = (0..doan.duong.len()).rev().find(|end| {
            let path = doan.duong.get(..*end);
            path.and_then(|path| self.than.at(path)).is_some_and(|e| e.name == "w:tc")
        });
        let Some(path) = cell_at.and_then(|end| doan.duong.get(..end)) else { return false };
        let Some(cell) = self.than.at(path) else { return false };
        if net(cell, "w:bottom") {
            return true;
        }
        let below = path.split_last().and_then(|(_, row)| {
            let (index, table) = row.split_last()?;
            let rows = self.than.at(table)?.children.len();
            let mut after = (index.saturating_add(1)..rows).filter_map(|i| {
                let row = self.than.at(table)?.at(&[i])?;
                (row.name == "w:tr").then_some(row)
            });
            after.next()
        });
        let mut cells = below.into_iter().flat_map(Element::elements);
        cells.any(|cell| net(cell, "w:top"))
    }

    /// Which children of the body end a section.
    pub fn cho_het_phan(&self) -> Vec<usize> {
        let Some(body) = self.than.find("w:body") else { return Vec::new() };
        let ends = |at: &usize| {
            let section =
                |p: &Element| p.find("w:pPr").is_some_and(|p| p.find("w:sectPr").is_some());
            body.at(&[*at]).is_some_and(section)
        };
        (0..body.children.len()).filter(ends).collect()
    }
}

fn net(cell: &Element, side: &str) -> bool {
    let borders = cell.find("w:tcPr").and_then(|p| p.find("w:tcBorders"));
    let line = borders.and_then(|borders| borders.find(side));
    line.is_some_and(|line| !matches!(line.get("w:val"), Some("none" | "nil") | None))
}

fn dem(element: &Element) -> usize {
    let inside = |e: &Element| e.elements().map(dem).fold(0, usize::saturating_add);
    match element.name.as_str() {
        // Letters in a box are no line, and neither is the box.
        "w:txbxContent" | "w:t" | "w:pPr" | "w:rPr" | "v:shapetype" => 0,
        "mc:AlternateContent" => nhanh::chon(element).chon.map_or(0, |(_, branch)| inside(branch)),
        "v:line" | "v:rect" | "v:shape" | "v:polyline" | "wps:wsp" | "pic:pic" => {
            let boxed = element.find("v:textbox").or_else(|| element.find("wps:txbx")).is_some();
            usize::from(!boxed)
        }
        _ => inside(element),
    }
}
