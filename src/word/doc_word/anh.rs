//! The pictures in a paragraph, with their bytes, for whoever takes them out of the file.

use super::tep_word::{Doan, TepWord};
use crate::writers::docx::xml::Element;

/// A picture as the file holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnhTho {
    pub bytes: Vec<u8>,
    /// How wide it is shown.
    pub rong_mm: Option<u32>,
}

/// A millimetre in the units of DrawingML.
const EMU_MOI_MM: u64 = 36_000;

impl TepWord {
    /// The pictures of a paragraph of the text, in order.
    pub fn anh_trong(&self, doan: &Doan) -> Vec<AnhTho> {
        let mut found = Vec::new();
        if let Some(p) = self.than.at(&doan.duong).filter(|_| !doan.hinh.is_empty()) {
            tim(p, None, &mut found);
        }
        let bytes = |(id, rong_mm): (String, Option<u32>)| {
            let target = self.goi.cua_chinh().get(&id).filter(|target| !target.ngoai)?;
            let bytes = self.goi.phan(&target.dich).ok()??;
            Some(AnhTho { bytes, rong_mm })
        };
        found.into_iter().filter_map(bytes).collect()
    }
}

fn tim(element: &Element, rong_mm: Option<u32>, out: &mut Vec<(String, Option<u32>)>) {
    for child in element.elements() {
        let extent =
            child.find("wp:extent").and_then(|e| e.get("cx")).and_then(|cx| cx.parse::<u64>().ok());
        let here =
            extent.map(|cx| u32::try_from(cx.checked_div(EMU_MOI_MM).unwrap_or(0)).unwrap_or(0));
        let here = here.filter(|mm| *mm > 0).or(rong_mm);
        match child.name.as_str() {
            "a:blip" => out.extend(child.get("r:embed").map(|id| (id.to_owned(), here))),
            "v:imagedata" => out.extend(child.get("r:id").map(|id| (id.to_owned(), here))),
            // The other branch has the same picture for older programs; text boxes are read as paragraphs.
            "mc:Fallback" | "w:txbxContent" => {}
            _ => tim(child, here, out),
        }
    }
}
