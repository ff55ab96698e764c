//! Settings of the file: Word's present layout without any compatibility mode.

use super::root;
use crate::model::the_thuc::TheThuc;
use crate::writers::docx::units::twips_mm;
use crate::writers::docx::xml::{Element, el, val};

/// `word/settings.xml`. A line that ends with a line break is not stretched, as in the PDF.
pub(super) fn part(the_thuc: &TheThuc) -> Element {
    let separator = |id: usize| el("w:footnote").attr("w:id", id);
    root("w:settings")
        .child(el("w:zoom").attr("w:percent", 100))
        .children(the_thuc.in_hai_mat.then(|| el("w:mirrorMargins")))
        .child(val("w:defaultTabStop", twips_mm(the_thuc.thut_dong_mm)))
        .child(val("w:autoHyphenation", "0"))
        .child(val("w:characterSpacingControl", "doNotCompress"))
        .child(val("w:updateFields", "0"))
        .child(el("w:footnotePr").child(separator(0)).child(separator(1)))
        .child(el("w:compat").child(el("w:doNotExpandShiftReturn")).child(word_2013()))
        .child(val("w:themeFontLang", "vi-VN"))
        .child(val("w:decimalSymbol", ","))
        .child(val("w:listSeparator", ";"))
}

/// Mode 15 is that of Word 2013 and all later ones.
fn word_2013() -> Element {
    el("w:compatSetting")
        .attr("w:name", "compatibilityMode")
        .attr("w:uri", "http://schemas.microsoft.com/office/word")
        .attr("w:val", 15)
}
