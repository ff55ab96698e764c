//! `kinh_gui: {{Tên đơn vị}}`: to YAML braces open a mapping, to a clerk they are the place of a list's column. So the
//! library reads other signs there, as many as before, that mean nothing to it.

use std::borrow::Cow;

use crate::model::o_tron::{MO, cac_o};

/// What means something to YAML, and what stands for it.
const DAU: [(char, char); 5] = [
    ('{', '\u{F0100}'),
    ('}', '\u{F0101}'),
    (':', '\u{F0102}'),
    ('#', '\u{F0103}'),
    (',', '\u{F0104}'),
];

/// The text for the library, with each character in its place.
pub(super) fn giau(text: &str) -> Cow<'_, str> {
    if !text.contains(MO) {
        return Cow::Borrowed(text);
    }
    let (mut out, mut at) = (String::with_capacity(text.len()), 0usize);
    for o in cac_o(text).into_iter().flatten().filter(|o| !o.ten.contains(['{', '}'])) {
        out.push_str(text.get(at..o.tu).unwrap_or_default());
        let other = |c: char| DAU.iter().find(|(own, _)| *own == c).map_or(c, |(_, other)| *other);
        out.extend(text.get(o.tu..o.den).unwrap_or_default().chars().map(other));
        at = o.den;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    Cow::Owned(out)
}

/// A text as it was typed.
pub(super) fn lo(text: &str) -> String {
    let hidden = |c: char| DAU.iter().any(|(_, other)| *other == c);
    if !text.as_bytes().contains(&0xF3) || !text.contains(hidden) {
        return text.to_owned();
    }
    let own = |c: char| DAU.iter().find(|(_, other)| *other == c).map_or(c, |(own, _)| *own);
    text.chars().map(own).collect()
}
