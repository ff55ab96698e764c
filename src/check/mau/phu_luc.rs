//! Phụ lục that stand in a document's own file.

use super::khai_bao::co_khong;
use super::than_bai::{TepMd, doc_than_bai};
use crate::check::doc::Doc;
use crate::form::{Field, PhuLucForm};
use crate::model::PhuLucRieng;
use crate::yaml::Node;

/// The appendices of a file; none is the rule.
pub(super) fn phu_luc(doc: &mut Doc<'_>, node: Option<&Node>, md: &TepMd<'_>) -> Vec<PhuLucRieng> {
    let Some(node) = node else { return Vec::new() };
    let field = doc.sub_form::<Field<Vec<Field<PhuLucForm>>>>(node, "phu_luc");
    let Some((items, span)) = field.and_then(|field| doc.optional(Some(field))) else {
        return Vec::new();
    };
    let mut all = Vec::new();
    for item in items {
        let Some((form, at)) = doc.require(item, "phu_luc", span) else { continue };
        let tieu_de = doc.plain(form.tieu_de, "tieu_de", at);
        let ngang = co_khong(doc, form.ngang, "ngang", false);
        let than_bai = doc_than_bai(doc, form.noi_dung, "noi_dung", at, md);
        if let Some(((tieu_de, _), than_bai)) = tieu_de.zip(than_bai) {
            all.push(PhuLucRieng { tieu_de, ngang, than_bai });
        }
    }
    all
}
