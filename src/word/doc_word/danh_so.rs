//! The numbers that Word prints before paragraphs: `numbering.xml`, counted as Word counts.

use std::collections::BTreeMap;

use crate::model::la_ma::la_ma;
use crate::writers::docx::xml::Element;

use super::so::So;

/// Levels of a list.
const CAP: usize = 9;

/// The lists of a file and how far each has counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct DanhSo {
    lists: BTreeMap<String, DanhSach>,
    definitions: BTreeMap<String, BTreeMap<usize, Cap>>,
    /// What each definition has counted, level by level; lists of one definition count on together.
    counts: BTreeMap<String, [Option<u32>; CAP]>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct DanhSach {
    definition: String,
    /// Levels that this list starts anew, until it has done so.
    restarts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Cap>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Cap {
    start: u32,
    format: String,
    text: String,
    style: Option<String>,
}

impl DanhSo {
    pub(super) fn doc(part: Option<&Element>) -> Self {
        let mut out = Self::default();
        for element in part.iter().flat_map(|p| p.elements()) {
            match element.name.as_str() {
                "w:abstractNum" => {
                    let id = element.get("w:abstractNumId").unwrap_or_default();
                    out.definitions.insert(id.to_owned(), cac_cap(element));
                }
                "w:num" => {
                    let id = element.get("w:numId").unwrap_or_default();
                    out.lists.insert(id.to_owned(), DanhSach::doc(element));
                }
                _ => {}
            }
        }
        out
    }

    /// The next number of list `num` at `level` (from 0). Where the list comes from a style, the level
    /// may be the one that is linked to that style.
    pub(super) fn tiep(&mut self, num: &str, level: Option<u8>, style: Option<&str>) -> Option<So> {
        let list = self.lists.get_mut(num)?;
        let definition = self.definitions.get(&list.definition)?;
        let linked = || {
            let style = style?;
            definition.iter().find(|(_, cap)| cap.style.as_deref() == Some(style)).map(|(l, _)| *l)
        };
        let level = level.map(usize::from).or_else(linked).unwrap_or(0);
        let at = |level: usize| list.levels.get(&level).or_else(|| definition.get(&level));
        let cap = at(level)?;
        if la_dau(&cap.format) {
            let mark = dau(cap)?;
            return Some(So { chu: mark, dem: false });
        }
        let counts = self.counts.entry(list.definition.clone()).or_default();
        let restart = list.restarts.get(&level).copied();
        let here = counts.get_mut(level)?;
        *here = Some(match (restart, *here) {
            (Some(start), _) => start,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => cap.start,
        });
        counts.iter_mut().skip(level.saturating_add(1)).for_each(|deeper| *deeper = None);
        let value = |level: usize| {
            let cap = at(level);
            let start = cap.map_or(1, |cap| cap.start);
            let count = counts.get(level).copied().flatten().unwrap_or(start);
            viet_so(count, cap.map_or("decimal", |cap| cap.format.as_str()))
        };
        let chu = dien(&cap.text, value);
        list.restarts.remove(&level);
        (!chu.trim().is_empty()).then_some(So { chu: chu.trim().to_owned(), dem: true })
    }
}

impl DanhSach {
    fn doc(num: &Element) -> Self {
        let mut out = Self::default();
        num.val_of("w:abstractNumId").unwrap_or_default().clone_into(&mut out.definition);
        for change in num.elements().filter(|e| e.name == "w:lvlOverride") {
            let Some(level) = so_cua(change.get("w:ilvl")) else { continue };
            if let Some(start) = so_cua(change.val_of("w:startOverride")) {
                out.restarts.insert(level, u32::try_from(start).unwrap_or(1));
            }
            out.levels.extend(change.find("w:lvl").map(|lvl| (level, Cap::doc(lvl))));
        }
        out
    }
}

impl Cap {
    fn doc(level: &Element) -> Self {
        Self {
            start: level.val_of("w:start").and_then(|v| v.parse().ok()).unwrap_or(0),
            format: level.val_of("w:numFmt").unwrap_or("decimal").to_owned(),
            text: level.val_of("w:lvlText").unwrap_or_default().to_owned(),
            style: level.val_of("w:pStyle").map(str::to_owned),
        }
    }
}

fn cac_cap(definition: &Element) -> BTreeMap<usize, Cap> {
    let levels = definition.elements().filter(|e| e.name == "w:lvl");
    levels.filter_map(|lvl| Some((so_cua(lvl.get("w:ilvl"))?, Cap::doc(lvl)))).collect()
}

fn so_cua(value: Option<&str>) -> Option<usize> {
    value?.parse().ok()
}

fn la_dau(format: &str) -> bool {
    matches!(format, "bullet" | "none")
}

/// The mark of an item. Word draws its own bullets with a symbol font, whose letters mean nothing.
fn dau(cap: &Cap) -> Option<String> {
    let mark = cap.text.trim();
    let symbol = |c: char| ('\u{E000}'..='\u{F8FF}').contains(&c);
    match mark {
        "" => None,
        // LibreOffice writes even a plus by its place in the symbol font.
        "\u{F02B}" => Some("+".to_owned()),
        "\u{F02D}" => Some("-".to_owned()),
        _ if mark.chars().all(symbol) => Some("•".to_owned()),
        _ => Some(mark.to_owned()),
    }
}

/// The pattern `%1.%2.` with the numbers in their places.
fn dien(pattern: &str, value: impl Fn(usize) -> String) -> String {
    let mut out = String::new();
    let mut chars = pattern.chars().peekable();
    while let Some(c) = chars.next() {
        let digit = chars.peek().filter(|_| c == '%').and_then(|next| next.to_digit(10));
        match digit.and_then(|d| usize::try_from(d).ok()).and_then(|d| d.checked_sub(1)) {
            Some(level) => {
                chars.next();
                out.push_str(&value(level));
            }
            None => out.push(c),
        }
    }
    out
}

fn viet_so(count: u32, format: &str) -> String {
    // Numbers so large that they can't be a head's are written as they are.
    let small = usize::try_from(count).ok().filter(|n| (1..4000).contains(n));
    match (format, small) {
        ("upperRoman", Some(n)) => la_ma(n),
        ("lowerRoman", Some(n)) => la_ma(n).to_lowercase(),
        ("upperLetter", Some(n)) => chu_cai(n),
        ("lowerLetter", Some(n)) => chu_cai(n).to_lowercase(),
        ("decimalZero", Some(n)) => format!("{n:02}"),
        ("none", _) => String::new(),
        _ => count.to_string(),
    }
}

/// A … Z, AA, BB … as Word counts on.
fn chu_cai(n: usize) -> String {
    let n = n.saturating_sub(1);
    let letter = u8::try_from(n % 26).map_or('A', |i| char::from(b'A'.saturating_add(i)));
    letter.to_string().repeat((n / 26).saturating_add(1))
}
