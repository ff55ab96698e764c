//! Ô trộn: `{{Họ và tên}}` in a paper's texts, and what a list says there. A value is letters, never a mark: on its way
//! to the words of the model each sign that means something to a reader of texts is another one, and the value stands
//! between two guards, so that none begins a line. [`Loi`](super::Loi) is where they become letters again.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::khong_dau::khong_dau;

/// What opens and closes the name of a column.
pub const MO: &str = "{{";
pub const DONG: &str = "}}";

/// The private signs of plane 15, which no file may have.
const MAT: u32 = 0xF_0000;
/// Stands around a value; a letter to whoever looks for marks.
const CHAN: char = '\u{F0000}';
/// Signs that mean something somewhere in a paper's texts.
const DAU: &str = "*[]\\|<>#`_~^!{}&$@=+";

/// What one row of a list says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DongTron {
    /// Head → value, both as the list has them.
    pub o: Vec<(String, String)>,
}

impl DongTron {
    /// The values by the keys of their heads.
    fn theo_khoa(&self) -> BTreeMap<String, &str> {
        self.o.iter().map(|(ten, value)| (khoa(ten), value.as_str())).collect()
    }

    /// The text with every column's value in its place, as letters that no reader takes for marks.
    pub fn dien(&self, text: &str) -> Option<String> {
        if !text.contains(MO) {
            return None;
        }
        let values = self.theo_khoa();
        let (mut out, mut at) = (String::new(), 0usize);
        for o in cac_o(text) {
            let Ok(o) = o else { continue };
            let Some(value) = values.get(&khoa(o.ten)) else { continue };
            out.push_str(text.get(at..o.tu).unwrap_or_default());
            out.push_str(&boc(value));
            at = o.den;
        }
        out.push_str(text.get(at..).unwrap_or_default());
        Some(out)
    }

    /// The same for a value that is one of a few words of the program's own, or a day.
    pub fn dien_tron(&self, text: &str) -> Option<String> {
        self.dien(text).map(|text| bo_boc(&text).into_owned())
    }
}

/// The key of a head: neither case nor blanks nor tone marks count.
pub fn khoa(ten: &str) -> String {
    khong_dau(ten).chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect()
}

/// A place in a text where a column's value goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OTron<'t> {
    pub ten: &'t str,
    /// Its bytes, brackets inside.
    pub tu: usize,
    pub den: usize,
}

/// The places of a text in order; the byte of brackets that are not closed on their line, or hold nothing.
pub fn cac_o(text: &str) -> Vec<Result<OTron<'_>, usize>> {
    let (mut out, mut at) = (Vec::new(), 0usize);
    while let Some(tu) = text.get(at..).and_then(|rest| rest.find(MO)).map(|i| at.saturating_add(i))
    {
        let from = tu.saturating_add(MO.len());
        let rest = text.get(from..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        match line.find(DONG) {
            Some(len) if !line.get(..len).unwrap_or_default().trim().is_empty() => {
                let den = from.saturating_add(len).saturating_add(DONG.len());
                out.push(Ok(OTron { ten: line.get(..len).unwrap_or_default().trim(), tu, den }));
                at = den;
            }
            _ => {
                out.push(Err(tu));
                at = from;
            }
        }
    }
    out
}

/// A value as letters alone. None of its line breaks is one.
fn boc(value: &str) -> String {
    let value = value.trim();
    if value.is_empty() {
        return String::new();
    }
    let letter = |c: char| match c {
        '\n' | '\r' | '\t' => ' ',
        c if DAU.contains(c) => char::from_u32(MAT.saturating_add(u32::from(c))).unwrap_or(c),
        c => c,
    };
    let inside = value.chars().map(letter);
    std::iter::once(CHAN).chain(inside).chain(std::iter::once(CHAN)).collect()
}

/// Whether it is a sign that stands for another.
pub fn la_boc(c: char) -> bool {
    (MAT..=MAT.saturating_add(0x7F)).contains(&u32::from(c))
}

/// The letters themselves again.
pub fn bo_boc(text: &str) -> Cow<'_, str> {
    // All of plane 15 begins with this byte in UTF-8, and hardly a text has one.
    if !text.as_bytes().contains(&0xF3) || !text.contains(la_boc) {
        return Cow::Borrowed(text);
    }
    let letter = |c: char| match u32::from(c).checked_sub(MAT) {
        Some(0) => None,
        Some(own) if la_boc(c) => char::from_u32(own),
        _ => Some(c),
    };
    Cow::Owned(text.chars().filter_map(letter).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dong(value: &str) -> DongTron {
        DongTron { o: vec![("Họ và Tên".to_owned(), value.to_owned())] }
    }

    #[test]
    fn heads_are_the_same_without_case_blanks_and_marks() {
        for ten in ["HỌ VÀ TÊN", "ho va ten", " Họ\u{a0}và  tên", "Ho\u{323} va\u{300} te\u{302}n"]
        {
            assert_eq!(khoa(ten), "hovaten", "{ten}");
        }
        assert_ne!(khoa("Số 1"), khoa("Số 2"));
    }

    #[test]
    fn values_come_back_as_their_letters() {
        for value in
            ["Nguyễn Văn A", "**x** | [^a] \\* {{Họ}} # - ` <b> ![](x)", "- a", "\"a\"", "😀"]
        {
            let text = dong(value).dien("Ông {{ họ và tên }}.").unwrap();
            assert!(!text.contains(['*', '|', '[', '{', '#']), "{text}");
            assert_eq!(bo_boc(&text), format!("Ông {value}."));
        }
        assert_eq!(bo_boc(&dong("a\nb\tc").dien("{{Họ và tên}}").unwrap()), "a b c");
        assert_eq!(dong(" ").dien("x {{Họ và tên}}").unwrap(), "x ");
        assert_eq!(dong("a").dien("không có ô nào"), None);
    }

    #[test]
    fn places_are_found_and_broken_ones_told() {
        let text = "a {{x}} {{ y z }}b {{\nc}} {{}}";
        let found = cac_o(text);
        let names: Vec<&str> = found.iter().flatten().map(|o| o.ten).collect();
        assert_eq!((names, found.iter().filter(|o| o.is_err()).count()), (vec!["x", "y z"], 2));
    }
}
