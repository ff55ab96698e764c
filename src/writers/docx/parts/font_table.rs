//! The one font of the decree (PL I, I.4), described so that a machine without it picks a near one.

use super::root;
use crate::writers::docx::xml::{Element, el, val};

/// Phông chữ: Times New Roman (PL I, I.4).
pub(super) const TIMES: &str = "Times New Roman";

/// `word/fontTable.xml`.
pub(super) fn part() -> Element {
    let signature = el("w:sig")
        .attr("w:usb0", "E0002EFF")
        .attr("w:usb1", "C000785B")
        .attr("w:usb2", "00000009")
        .attr("w:usb3", "00000000")
        .attr("w:csb0", "000001FF")
        .attr("w:csb1", "00000000");
    let font = el("w:font")
        .attr("w:name", TIMES)
        .child(val("w:panose1", "02020603050405020304"))
        .child(val("w:charset", "00"))
        .child(val("w:family", "roman"))
        .child(val("w:pitch", "variable"))
        .child(signature);
    root("w:fonts").child(font)
}
