//! What all styles rest on: document defaults and the four default styles that Word expects.

use super::style::Style;
use crate::model::the_thuc::TheThuc;
use crate::writers::docx::parts::font_table::TIMES;
use crate::writers::docx::style_id::{DEFAULT_CHARACTER, NORMAL};
use crate::writers::docx::units::half_points;
use crate::writers::docx::xml::{Element, el, val};

/// `w:docDefaults`: Times New Roman for every script, Vietnamese, no kerning.
pub(super) fn doc_defaults(the_thuc: &TheThuc) -> Element {
    let fonts = ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"]
        .into_iter()
        .fold(el("w:rFonts"), |fonts, script| fonts.attr(script, TIMES));
    let size = half_points(the_thuc.co_chu_than_bai_pt);
    let language =
        el("w:lang").attr("w:val", "vi-VN").attr("w:eastAsia", "vi-VN").attr("w:bidi", "ar-SA");
    let run = el("w:rPr")
        .child(fonts)
        .child(val("w:sz", size))
        .child(val("w:szCs", size))
        .child(language);
    let spacing = el("w:spacing")
        .attr("w:before", 0)
        .attr("w:after", 0)
        .attr("w:line", 240)
        .attr("w:lineRule", "auto");
    el("w:docDefaults")
        .child(el("w:rPrDefault").child(run))
        .child(el("w:pPrDefault").child(el("w:pPr").child(spacing)))
}

/// The default styles of paragraph, character, table and list.
pub(super) fn default_styles() -> Vec<Element> {
    vec![
        Style::root("paragraph", NORMAL, "Normal")
            .property(el("w:widowControl"))
            .finish(0)
            .attr("w:default", 1),
        hidden("character", DEFAULT_CHARACTER, "Default Paragraph Font", 1),
        hidden("table", "TableNormal", "Normal Table", 99).child(table_properties()),
        hidden("numbering", "NoList", "No List", 99),
    ]
}

fn hidden(kind: &str, id: &str, name: &str, priority: usize) -> Element {
    el("w:style")
        .attr("w:type", kind)
        .attr("w:default", 1)
        .attr("w:styleId", id)
        .child(val("w:name", name))
        .child(val("w:uiPriority", priority))
        .child(el("w:semiHidden"))
        .child(el("w:unhideWhenUsed"))
}

/// The cell margins of Word's own default table, for tables that a clerk adds.
fn table_properties() -> Element {
    let side = |name: &str, twips: i32| el(name).attr("w:w", twips).attr("w:type", "dxa");
    let margins = el("w:tblCellMar")
        .child(side("w:top", 0))
        .child(side("w:left", 108))
        .child(side("w:bottom", 0))
        .child(side("w:right", 108));
    el("w:tblPr").child(side("w:tblInd", 0)).child(margins)
}
