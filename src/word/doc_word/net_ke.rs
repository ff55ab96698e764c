//! Rule lines that are no border of a paragraph: drawn ones, and the edges of cells.

use super::dai_net;
use super::nhanh;
use super::phan_trang::do_dai;
use super::tep_word::{Doan, TepWord};
use crate::writers::docx::xml::Element;

/// The space at both sides of a cell where nobody says another: Word's own table has it, in twips.
const LE_O: i32 = 108;

impl TepWord {
    /// The things drawn in a paragraph that may be a rule line, shapes without letters and pictures: how long each
    /// is in mm, where the file tells it and that it lies level.
    pub fn net_ve(&self, doan: &Doan) -> Vec<Option<f64>> {
        let mut out = Vec::new();
        if let Some(element) = self.than.at(&doan.duong) {
            gom(element, &mut out);
        }
        out
    }

    /// How wide the cell is in which a paragraph stands, from the space on its left to that on its right, in twips.
    /// None where it stands in no cell or the file leaves the width to the program.
    pub fn rong_o(&self, doan: &Doan) -> Option<i32> {
        let path = self.o_cua(doan)?;
        let cell = self.than.at(path)?.find("w:tcPr")?;
        let width = cell.find("w:tcW").filter(|w| w.get("w:type") == Some("dxa"))?;
        let table = self.than.at(path.get(..path.len().checked_sub(2)?)?)?;
        let of_table = table.find("w:tblPr").and_then(|p| p.find("w:tblCellMar"));
        let side = |names: [&str; 2]| {
            let own = |margins: Option<&Element>| {
                names.iter().find_map(|name| do_dai(margins?.find(name), "w:w"))
            };
            own(cell.find("w:tcMar")).or_else(|| own(of_table)).unwrap_or(LE_O)
        };
        let inside = do_dai(Some(width), "w:w")?
            .checked_sub(side(["w:left", "w:start"]))?
            .checked_sub(side(["w:right", "w:end"]))?;
        (inside > 0).then_some(inside)
    }

    /// The path of the cell that a paragraph is in.
    fn o_cua<'d>(&self, doan: &'d Doan) -> Option<&'d [usize]> {
        (0..doan.duong.len())
            .rev()
            .filter_map(|end| doan.duong.get(..end))
            .find(|path| self.than.at(path).is_some_and(|e| e.name == "w:tc"))
    }

    /// Whether the cell that a paragraph is in has a line at its lower edge, or the row below at its upper one.
    pub fn vien_o_duoi(&self, doan: &Doan) -> bool {
        let Some(path) = self.o_cua(doan) else { return false };
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

fn gom(element: &Element, out: &mut Vec<Option<f64>>) {
    let inside = |e: &Element, out: &mut Vec<_>| e.elements().for_each(|e| gom(e, out));
    match element.name.as_str() {
        // Letters in a box are no line, and neither is the box.
        "w:txbxContent" | "w:t" | "w:pPr" | "w:rPr" | "v:shapetype" => {}
        "mc:AlternateContent" => {
            if let Some((_, branch)) = nhanh::chon(element).chon {
                inside(branch, out);
            }
        }
        "wp:anchor" | "wp:inline" => {
            let from = out.len();
            inside(element, out);
            // What is told of a drawing is told of the one shape in it.
            if let Some([one]) = out.get_mut(from..) {
                *one = dai_net::drawing(element);
            }
        }
        "v:line" | "v:rect" | "v:shape" | "v:polyline" | "wps:wsp" | "pic:pic" => {
            let boxed = element.find("v:textbox").or_else(|| element.find("wps:txbx")).is_some();
            if !boxed {
                out.push(dai_net::vml(element));
            }
        }
        _ => inside(element, out),
    }
}
