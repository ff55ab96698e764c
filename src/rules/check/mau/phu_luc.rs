//! Phụ lục that stand in a document's own file.

use std::sync::LazyLock;

use regex::Regex;

use super::co_khong::co_khong;
use super::than_bai::{TepMd, doc_than_bai};
use crate::model::chu_dau::hoa_dau;
use crate::model::{Fault, PhuLucRieng};
use crate::reading::form::{Field, PhuLucForm};
use crate::reading::source::ten_tep;
use crate::reading::yaml::{Node, Value};
use crate::rules::check::doc::Doc;

/// More appendices than any paper has; each is looked for in the file by itself.
const NHIEU_NHAT: usize = 300;

/// The appendices of a file; none is the rule.
pub(super) fn phu_luc(doc: &mut Doc<'_>, node: Option<&Node>, md: &TepMd<'_>) -> Vec<PhuLucRieng> {
    let Some(node) = node else { return Vec::new() };
    let field = doc.sub_form::<Field<Vec<Field<PhuLucForm>>>>(node, "phu_luc");
    let Some((items, span)) = field.and_then(|field| doc.optional(Some(field))) else {
        return Vec::new();
    };
    if items.len() > NHIEU_NHAT {
        let message = format!("{} phụ lục trong một văn bản, quá {NHIEU_NHAT}", items.len());
        let hint = "gộp các danh sách vào một phụ lục, hoặc tách thành nhiều văn bản";
        doc.fault(Fault::new("too-many", message).hint(hint), span);
        return Vec::new();
    }
    let mut all = Vec::new();
    for item in items {
        let Some((form, at)) = doc.require(item, "phu_luc", span) else { continue };
        let tieu_de = doc.plain(form.tieu_de, "tieu_de", at);
        if let Some((text, span)) = &tieu_de
            && let Some(fault) = lap_ten(text)
        {
            doc.warn(fault, *span);
        }
        let ngang = co_khong(doc, form.ngang, "ngang", false);
        let than_bai = doc_than_bai(doc, form.noi_dung, "noi_dung", at, md);
        if let Some(((tieu_de, _), than_bai)) = tieu_de.zip(than_bai) {
            all.push(PhuLucRieng { tieu_de, ngang, than_bai });
        }
    }
    all
}

static LAP: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(?i:phụ lục)(?: (?i:số))?(?: (?:[IVXLCivxlc]+|[0-9]{1,2}))?(?: ?[.:,–-] ?| |$)")
        .ok()
});

/// A title that begins with what the program prints above it: `Phụ lục II`.
fn lap_ten(tieu_de: &str) -> Option<Fault> {
    let tieu_de = tieu_de.trim();
    let lap = LAP.as_ref()?.find(tieu_de)?.as_str();
    let rest = tieu_de.get(lap.len()..)?.trim();
    let bare = lap.trim_end_matches([' ', '.', ':', ',', '–', '-']);
    // `Phụ lục hợp đồng` is a title.
    if bare.split(' ').count() < 3 && !rest.is_empty() && bare.len() == lap.trim_end().len() {
        return None;
    }
    let hint = match rest {
        "" => "chỉ ghi tên của phụ lục, ví dụ: Danh sách thành viên".to_owned(),
        _ => format!("chỉ ghi: “{}”", hoa_dau(rest)),
    };
    let message = format!("tiêu đề của phụ lục lặp lại “{bare}”, chương trình đã in ở dòng trên");
    Some(Fault::new("appendix-title", message).hint(hint))
}

/// What a document may say for `Phụ lục`.
const LOI_NHAC: &[&str] = &["phụ lục", "kèm", "danh sách", "biểu"];

/// A document refers to its appendices (PL I, III.1.a).
pub(super) fn co_nhac(doc: &mut Doc<'_>, root: &Node, md: &TepMd<'_>) {
    let (Value::Map(entries), Some(phu_luc)) = (&root.value, root.get("phu_luc")) else { return };
    let own = entries.iter().filter(|(key, _)| key.text() != Some("phu_luc"));
    let texts: Vec<&str> = own.flat_map(|(_, value)| value.texts()).map(|(text, _)| text).collect();
    let files =
        md.md.iter().filter(|tep| texts.iter().any(|text| text.trim() == ten_tep(&tep.ten)));
    let told = |text: &str| {
        let lower = text.to_lowercase();
        LOI_NHAC.iter().any(|word| lower.contains(word))
    };
    let blank = matches!(&phu_luc.value, Value::Null);
    if blank || texts.iter().any(|text| told(text)) || files.map(|tep| tep.text.as_str()).any(told)
    {
        return;
    }
    let fault =
        Fault::new("appendix-not-mentioned", "văn bản có phụ lục mà lời văn không nhắc tới")
            .hint("ghi ở chỗ cần, ví dụ: “(Phụ lục kèm theo)” hoặc “theo Phụ lục I”")
            .clause("Phụ lục I, phần I, mục III.1.a");
    doc.warn(fault, phu_luc.span);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_does_not_say_again_that_it_is_an_appendix() {
        let hint = |text| lap_ten(text).and_then(|fault| fault.hint);
        for text in [
            "Phụ lục I. Danh sách",
            "PHỤ LỤC 01: danh sách",
            "Phụ lục số 2 - Danh sách",
            "Phụ lục: Danh sách",
            "Phụ lục IV Danh sách",
        ] {
            assert_eq!(hint(text).as_deref(), Some("chỉ ghi: “Danh sách”"), "{text}");
        }
        assert!(hint("Phụ lục").is_some() && hint("Phụ lục II").is_some());
        for text in ["Danh sách", "Phụ lục hợp đồng", "Phụ lục kèm theo Quy chế", "Phụ lục Covid"]
        {
            assert_eq!(hint(text), None, "{text}");
        }
    }
}
