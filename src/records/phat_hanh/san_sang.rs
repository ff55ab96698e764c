//! Sẵn sàng: whether a draft may be issued as it stands.

use crate::compose::document::{Block, Document, Inline, plain_text};
use crate::diagnostic::Diagnostic;
use crate::records::so_dang_ky::SoHieu;

/// So many no-break spaces are a gap that someone is to write in by hand.
const CHO_TRONG: &str = "\u{a0}\u{a0}\u{a0}\u{a0}";

/// Whether a finding stops the issue: every error; a draft that isn't ready, unless the clerk accepts it.
pub fn chan(found: &Diagnostic, chap_nhan: bool) -> bool {
    found.is_error() || khong_chap_nhan(found) || (can_xem(found) && !chap_nhan)
}

/// What nobody may accept: a form to be filled, and the starter's own words and names.
pub fn khong_chap_nhan(found: &Diagnostic) -> bool {
    ["merge-field", "sample-text"].contains(&found.code.as_ref())
}

/// Warnings that someone has to look at before it is issued.
fn can_xem(found: &Diagnostic) -> bool {
    ["not-ready", "same-subject", "date-disagrees"].contains(&found.code.as_ref())
}

/// Gaps left in the running text: a plan without its number that another paper refers to. The reference
/// of an appendix has its gaps by rule (PL I, III.1.c) and is no running text.
pub fn cho_trong(document: &Document, tep: &str) -> Vec<Diagnostic> {
    let appendices = document.phu_luc.iter().flat_map(|p| &p.than_bai);
    let mut texts = Vec::new();
    document.than_bai.iter().chain(appendices).for_each(|block| cac_doan(block, &mut texts));
    let gaps = texts.into_iter().filter(|text| text.contains(CHO_TRONG));
    gaps.map(|text| {
        let shown: String = text.replace(CHO_TRONG, "…").replace('\u{a0}', " ");
        let shown: String = shown.chars().take(120).collect();
        Diagnostic::warning(
            "not-ready",
            format!("{tep}: lời văn còn chỗ trống chờ ghi: “{shown}…”"),
        )
        .hint("ghi số, ngày của văn bản được viện dẫn vào tệp của văn bản ấy trước khi phát hành")
    })
    .collect()
}

fn cac_doan(block: &Block, out: &mut Vec<String>) {
    if let Block::Table(table) = block {
        table.blocks().for_each(|inner| cac_doan(inner, out));
        return;
    }
    out.push(plain_text(block.inlines()));
    for inline in block.inlines() {
        if let Inline::Footnote { noi_dung } = inline {
            noi_dung.iter().for_each(|inner| cac_doan(inner, out));
        }
    }
}

/// A document that replaces, corrects or takes back another names it in its own words (Điều 18).
pub fn chua_nhac(tep: &str, text: &str, cu: &SoHieu) -> Option<Diagnostic> {
    let plain = cu.khong_dem();
    let named = text.contains(&cu.to_string()) || text.contains(&plain);
    let message = format!("{tep}: trong văn bản không nhắc đến {cu}");
    (!named).then(|| {
        Diagnostic::warning("not-ready", message).hint(format!(
            "ghi rõ số, ngày của văn bản cũ trong trích yếu hoặc lời văn: … số {cu} ngày …"
        ))
    })
}
