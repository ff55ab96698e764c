//! The places of a paper that a list is to fill.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Place};
use crate::model::o_tron::{cac_o, khoa};
use crate::reading::source::{HoSoNguon, TepNguon, ten_tep};
use crate::reading::yaml::{self, Node, Span};

/// A column that the paper wants.
pub(super) struct OCan {
    /// As the paper has it first.
    pub ten: String,
    pub place: Place,
}

/// The columns by their keys.
pub(super) type CacO = BTreeMap<String, OCan>;

/// The columns that the paper wants, or what is wrong with their places.
pub(super) fn doc(nguon: &HoSoNguon) -> Result<CacO, Vec<Diagnostic>> {
    let chi = nguon.chi.clone().unwrap_or_default();
    let Some(tep) = nguon.tep.iter().find(|tep| tep.ten == chi) else {
        return Err(nguon.diagnostics.iter().filter(|d| d.is_error()).cloned().collect());
    };
    let (root, found) = yaml::parse(tep);
    let Some(root) = root.filter(|_| !found.iter().any(Diagnostic::is_error)) else {
        return Err(found);
    };
    let (mut all, mut faults) = (CacO::new(), Vec::new());
    let texts = root.texts();
    for (text, span) in &texts {
        trong_chu(text, |words| cho_yaml(tep, *span, words), &mut all, &mut faults);
    }
    let named = |md: &&TepNguon| texts.iter().any(|(text, _)| text.trim() == ten_tep(&md.ten));
    for md in nguon.md.iter().filter(named) {
        trong_chu(&md.text, |words| cho_md(md, words), &mut all, &mut faults);
    }
    match faults.is_empty() {
        true if all.is_empty() => Err(vec![khong_co_o(&root, tep)]),
        true => Ok(all),
        false => Err(faults),
    }
}

/// Brackets of other programs around the name of a column: Word shows its own merge fields as «Tên».
const NGOAC_KHAC: &[(&str, &str)] =
    &[("«", "»"), ("<<", ">>"), ("[[", "]]"), ("${", "}"), ("{", "}")];

/// Names of the list's columns that stand in other brackets and would be printed as they stand; `khoa_cot` holds the keys
/// of all heads.
pub(super) fn ngoac_khac(nguon: &HoSoNguon, khoa_cot: &[&str]) -> Vec<Diagnostic> {
    let chi = nguon.chi.clone().unwrap_or_default();
    let Some(tep) = nguon.tep.iter().find(|tep| tep.ten == chi) else { return Vec::new() };
    let Some(root) = yaml::parse(tep).0 else { return Vec::new() };
    let (texts, mut out) = (root.texts(), Vec::new());
    for (text, span) in &texts {
        for words in trong_ngoac_khac(text, khoa_cot) {
            out.push(chua_phai_o(words).at(cho_yaml(tep, *span, words)));
        }
    }
    let named = |md: &&TepNguon| texts.iter().any(|(text, _)| text.trim() == ten_tep(&md.ten));
    for md in nguon.md.iter().filter(named) {
        for words in trong_ngoac_khac(&md.text, khoa_cot) {
            out.push(chua_phai_o(words).at(cho_md(md, words)));
        }
    }
    out
}

fn trong_ngoac_khac<'t>(text: &'t str, khoa_cot: &[&str]) -> Vec<&'t str> {
    let own: Vec<_> = cac_o(text).into_iter().flatten().map(|o| o.tu..o.den).collect();
    let mut out: Vec<(usize, &str)> = Vec::new();
    for (mo, dong) in NGOAC_KHAC {
        for (at, _) in text.match_indices(mo) {
            let inside = at.saturating_add(mo.len());
            let rest =
                text.get(inside..).unwrap_or_default().split('\n').next().unwrap_or_default();
            let Some(len) = rest.find(dong) else { continue };
            let ten = rest.get(..len).unwrap_or_default();
            let end = inside.saturating_add(len).saturating_add(dong.len());
            let known = khoa_cot.contains(&khoa(ten).as_str());
            let taken = own.iter().any(|o| o.contains(&at))
                || out
                    .iter()
                    .any(|(from, words)| (*from..from.saturating_add(words.len())).contains(&at));
            if known && !taken {
                out.push((at, text.get(at..end).unwrap_or_default()));
            }
        }
    }
    out.sort_unstable();
    out.into_iter().map(|(_, words)| words).collect()
}

fn chua_phai_o(words: &str) -> Diagnostic {
    let ten = words.trim_matches(|c: char| "«»<>[]{}$".contains(c)).trim();
    let message = format!("“{words}” chưa phải chỗ để trộn, sẽ in nguyên như đã gõ ở mọi bản");
    Diagnostic::error("merge-field", message)
        .hint(format!("danh sách có cột ấy: ghi giữa hai cặp ngoặc nhọn, {{{{{ten}}}}}"))
}

fn trong_chu(
    text: &str,
    place: impl Fn(&str) -> Place,
    all: &mut CacO,
    faults: &mut Vec<Diagnostic>,
) {
    for o in cac_o(text) {
        match o {
            Ok(o) => {
                let words = text.get(o.tu..o.den).unwrap_or_default();
                let new = || OCan { ten: o.ten.to_owned(), place: place(words) };
                all.entry(khoa(o.ten)).or_insert_with(new);
            }
            Err(_) => faults.push(
                Diagnostic::error(
                    "merge-field",
                    "“{{” không có “}}” đóng trên cùng dòng, hoặc không có tên cột ở giữa",
                )
                .hint("ghi tên cột giữa hai cặp ngoặc, ví dụ {{Họ và tên}}")
                .at(place("{{")),
            ),
        }
    }
}

fn cho_yaml(tep: &TepNguon, span: Span, words: &str) -> Place {
    yaml::place_of_words(tep, span, words).unwrap_or_else(|| yaml::place(tep, span))
}

fn cho_md(md: &TepNguon, words: &str) -> Place {
    let line = md.text.lines().position(|line| line.contains(words)).unwrap_or_default();
    let text = md.text.lines().nth(line).unwrap_or_default();
    let column =
        text.find(words).map_or(0, |at| text.get(..at).unwrap_or_default().chars().count());
    md.place(line.saturating_add(1), column.saturating_add(1))
}

fn khong_co_o(root: &Node, tep: &TepNguon) -> Diagnostic {
    Diagnostic::error("merge-field", format!("“{}” không có chỗ nào để trộn", tep.ten))
        .hint("ghi tên cột của danh sách vào chỗ cần điền, giữa hai cặp ngoặc nhọn: {{Họ và tên}}")
        .at(yaml::place(tep, root.span))
}
