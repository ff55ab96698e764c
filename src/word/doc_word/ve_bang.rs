//! How a table is drawn: its columns, its rules, the properties of a cell.

use super::tep_word::{Bang, O, TepWord};
use crate::writers::docx::xml::Element;

impl TepWord {
    /// The properties of a cell of the text.
    pub(crate) fn o_dung(&self, o: &O) -> Option<&Element> {
        self.than.at(&o.duong)?.find("w:tcPr")
    }

    /// The widths of a table's columns as its grid has them.
    pub fn rong_cot(&self, bang: &Bang) -> Vec<i64> {
        let grid = self.than.at(&bang.duong).and_then(|table| table.find("w:tblGrid"));
        let columns =
            grid.into_iter().flat_map(Element::elements).filter(|e| e.name == "w:gridCol");
        columns
            .map(|c| c.get("w:w").and_then(|w| w.parse().ok()).unwrap_or(0_i64).clamp(0, 100_000))
            .collect()
    }

    /// Whether a table has rules: its own, those of its style, or those of a cell.
    pub fn bang_co_ke(&self, bang: &Bang) -> bool {
        let Some(table) = self.than.at(&bang.duong) else { return false };
        let properties = table.find("w:tblPr");
        if let Some(own) = properties.and_then(|p| p.find("w:tblBorders")) {
            return co_net(own);
        }
        let cells = table.elements().filter(|e| e.name == "w:tr").flat_map(Element::elements);
        let of_cell = |cell: &Element| cell.find("w:tcPr")?.find("w:tcBorders").map(co_net);
        let ruled =
            cells.filter(|e| e.name == "w:tc").take(8).filter_map(of_cell).any(|ruled| ruled);
        let style = properties.and_then(|p| p.val_of("w:tblStyle"));
        let of_style = style.is_some_and(|id| {
            self.kieu.chuoi(Some(id)).any(|(_, style)| {
                let borders = style.goc.find("w:tblPr").and_then(|p| p.find("w:tblBorders"));
                borders.is_some_and(co_net)
            })
        });
        ruled || of_style
    }
}

fn co_net(borders: &Element) -> bool {
    borders.elements().any(|side| !matches!(side.get("w:val"), Some("none" | "nil") | None))
}
