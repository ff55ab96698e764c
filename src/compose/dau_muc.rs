//! The marks of a template's lists, and which heads are parts of a regulation.

use typst::foundations::{Packed, Smart, StyleChain};
use typst::model::{EnumElem, HeadingElem, ListElem, ListMarker, Numbering, Supplement};

use crate::model::than_bai::{CauTruc, diem};

/// Marks of lists by depth, as real plans have them: `-`, then `+`.
const LIST_MARKS: [&str; 2] = ["-", "+"];
/// Typst's own, which no official paper has.
const TYPST_MARKS: [&str; 3] = ["•", "‣", "–"];

/// What a head's supplement says: the part of a regulation that it is, and the number that it was given.
pub(super) fn bo_sung(
    elem: &Packed<HeadingElem>,
    styles: StyleChain,
) -> (Option<CauTruc>, Option<String>) {
    let Smart::Custom(Some(Supplement::Content(content))) = elem.supplement.get_ref(styles) else {
        return (None, None);
    };
    let text = content.plain_text();
    match (CauTruc::theo_ten(text.trim()), CauTruc::tach(&text)) {
        (Some(cau_truc), _) => (Some(cau_truc), None),
        (None, Some((cau_truc, so, _))) => (Some(cau_truc), so.map(str::to_owned)),
        // Typst gives every head a word of its own (`Section`), which is no number.
        (None, None) => {
            let number = |so: &String| {
                so.starts_with(|c: char| c.is_ascii_digit()) || so.ends_with(['.', ')'])
            };
            (None, Some(text.trim().to_owned()).filter(number))
        }
    }
}

/// Whether the numbering of a head asks for a number with dots (`1.1.`) or a letter (`a)`); none for the usual (`1.`).
pub(super) fn so_cham(elem: &Packed<HeadingElem>, styles: StyleChain) -> Option<bool> {
    let Some(Numbering::Pattern(pattern)) = elem.numbering.get_ref(styles) else { return None };
    let letter = pattern.apply(None, &[1]).ok().is_some_and(|so| so == "a)");
    match (pattern.pieces.len(), letter) {
        (2.., _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

/// The mark of a list: the template's own, or, where it has Typst's, by depth.
pub(super) fn list_mark(list: &Packed<ListElem>, styles: StyleChain, depth: u8) -> String {
    let own = match list.marker.get_ref(styles) {
        ListMarker::Content(marks) => marks.iter().cycle().nth(depth.into()),
        ListMarker::Func(_) => None,
    };
    let own = own.map(|mark| mark.plain_text().to_string());
    own.filter(|mark| !TYPST_MARKS.contains(&mark.as_str())).unwrap_or_else(|| {
        LIST_MARKS.get(usize::from(depth) % 2).copied().unwrap_or("-").to_owned()
    })
}

/// The mark of a numbered item: `1.`, or by the template's pattern; letters are those of the Vietnamese
/// alphabet, as điểm have them (PL I, II.6).
pub(super) fn enum_mark(list: &Packed<EnumElem>, styles: StyleChain, so: u64) -> String {
    let by_hand = || format!("{so}.");
    let Numbering::Pattern(pattern) = list.numbering.get_ref(styles) else { return by_hand() };
    let prefix = pattern.pieces.first().map(|(prefix, _)| prefix.as_str()).unwrap_or_default();
    let plain = |so| pattern.apply(None, &[so]).ok();
    if plain(1).is_some_and(|first| first == format!("{prefix}a{}", pattern.suffix)) {
        let letters = diem(usize::try_from(so).unwrap_or(1));
        return format!("{prefix}{letters}{}", pattern.suffix);
    }
    plain(so).map_or_else(by_hand, |mark| mark.to_string())
}
