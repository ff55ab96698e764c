//! Who drafted, behind the last recipient: `- Lưu: VT, NC.LHB` (PL I, III.3).

use std::ops::Range;

use super::giay::{Giay, MotDoan};
use super::nhin::pt;
use crate::diagnostic::Diagnostic;
use crate::word::doc_word::dang::DoCao;

/// No mark of a person is longer.
const DAI: usize = 12;

/// Where the mark stands in a line: letters right behind the full stop that ends the list.
pub(super) fn cho(text: &str) -> Option<Range<usize>> {
    let text = text.trim_end();
    let at = text.rfind('.')?.saturating_add(1);
    let mark = text.get(at..)?;
    let letters = !mark.is_empty() && mark.chars().all(char::is_alphabetic);
    (letters && mark.chars().count() <= DAI).then_some(at..text.len())
}

/// What is wrong with how it looks.
pub(super) fn soat(giay: &Giay, one: &MotDoan) -> Option<Diagnostic> {
    let own = cho(&one.chu)?;
    let mark = one.chu.get(own.clone())?;
    let wanted = giay.t.co_chu_soan_pt;
    let mut at = one.chu.len().saturating_sub(one.doan.chu.len());
    let (mut small, mut lowered) = (None, false);
    for (text, look) in &one.dang.chu {
        let end = at.saturating_add(text.len());
        if at < own.end && own.start < end && !text.trim_end().is_empty() {
            lowered |= look.do_cao != DoCao::Thuong;
            small = Some(pt(look.co)).filter(|size| size.total_cmp(&wanted).is_ne()).or(small);
        }
        at = end;
    }
    let mut found = Vec::new();
    if mark.chars().any(char::is_lowercase) {
        found.push("viết chữ thường".to_owned());
    }
    if lowered {
        found.push("chữ hạ thấp hoặc nâng cao".to_owned());
    }
    found.extend(small.map(|size| format!("cỡ chữ {}", super::nhin::so(size))));
    (!found.is_empty()).then(|| {
        let message = format!(
            "ký hiệu người soạn thảo “{mark}”: {}; phải viết hoa, đứng, cỡ chữ {}",
            found.join(", "),
            super::nhin::so(wanted)
        );
        Diagnostic::error("word-style", message).clause("Phụ lục I, phần I, mục III.3")
    })
}

#[cfg(test)]
mod tests {
    use super::cho;

    #[test]
    fn the_mark_of_a_person_stands_behind_the_full_stop() {
        let mark = |text: &'static str| cho(text).map(|own| &text[own]);
        assert_eq!(mark("- Lưu: VT, NC.LHB"), Some("LHB"));
        assert_eq!(mark("- Lưu: VT, NC.Bình "), Some("Bình"));
        for text in ["- Lưu: VT, NC.", "- Lưu: VT, NC", "- Lưu: VT. NC", "- Lưu: VT, TT.HĐND-01"]
        {
            assert_eq!(mark(text), None, "{text}");
        }
    }
}
