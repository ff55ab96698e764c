//! Properties of the file: title, office, date of issue.

use crate::compose::document::ThongTin;
use crate::writers::docx::xml::{Element, el};

const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const APP: &str = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";

/// `docProps/core.xml`. Its dates are the document's own, so that the bytes depend on the data alone.
pub(super) fn core(info: &ThongTin) -> Element {
    let date = info.ngay.format("%Y-%m-%dT00:00:00Z").to_string();
    let moment = |name: &str| el(name).attr("xsi:type", "dcterms:W3CDTF").text(&date);
    el("cp:coreProperties")
        .attr("xmlns:cp", CORE)
        .attr("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .attr("xmlns:dcterms", "http://purl.org/dc/terms/")
        .attr("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .child(el("dc:title").text(&info.tieu_de))
        .child(el("dc:subject").text(&info.chu_de))
        .child(el("dc:creator").text(&info.tac_gia))
        .child(el("cp:keywords").text(&info.tu_khoa.join("; ")))
        .child(moment("dcterms:created"))
        .child(moment("dcterms:modified"))
        .child(el("dc:language").text("vi-VN"))
}

/// `docProps/app.xml`.
pub(super) fn app() -> Element {
    el("Properties").attr("xmlns", APP).child(el("Application").text("vanthu"))
}
