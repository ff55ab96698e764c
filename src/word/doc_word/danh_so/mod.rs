//! The numbers that Word prints before paragraphs: `numbering.xml`, counted as Word counts.

mod cap;
mod chu_so;

use std::collections::{BTreeMap, BTreeSet};

use crate::writers::docx::xml::Element;

use super::kieu::Kieu;
use super::so::So;
use cap::{DanhSach, DinhNghia};
use chu_so::viet_so;

/// Levels of a list.
const CAP: usize = 9;
/// The longest number that is printed; Word's own box takes fewer letters.
const DAI: usize = 100;
/// How many definitions may refer to each other in a row.
const NOI: usize = 8;

/// The lists of a file and how far each has counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct DanhSo {
    lists: BTreeMap<String, DanhSach>,
    definitions: BTreeMap<String, DinhNghia>,
    /// What each definition has counted, level by level; lists of one definition count on together.
    counts: BTreeMap<String, [Option<u32>; CAP]>,
    /// Starts of single lists that were made.
    da_dat: BTreeSet<(String, usize)>,
    /// A way of counting that was met just now and is not known.
    la: Option<String>,
}

impl DanhSo {
    pub(super) fn doc(part: Option<&Element>, kieu: &Kieu) -> Self {
        let mut out = Self::default();
        for element in part.iter().flat_map(|p| p.elements()) {
            match element.name.as_str() {
                "w:abstractNum" => {
                    let id = element.get("w:abstractNumId").unwrap_or_default();
                    out.definitions.insert(id.to_owned(), DinhNghia::doc(element));
                }
                "w:num" => {
                    let id = element.get("w:numId").unwrap_or_default();
                    out.lists.insert(id.to_owned(), DanhSach::doc(element));
                }
                _ => {}
            }
        }
        let found: Vec<(String, String)> =
            out.lists.keys().map(|id| (id.clone(), out.cua(id, kieu))).collect();
        for (id, definition) in found {
            out.lists.entry(id).and_modify(|list| list.definition = definition);
        }
        out
    }

    /// The definition of a list, which may leave it to a style of lists.
    fn cua(&self, num: &str, kieu: &Kieu) -> String {
        let of_list = |num: &str| self.lists.get(num).map(|list| list.definition.as_str());
        let mut here = of_list(num).unwrap_or_default();
        for _ in 0..NOI {
            let link = self.definitions.get(here).and_then(|d| d.theo_kieu.as_deref());
            let Some(link) = link else { break };
            let named = |d: &(&String, &DinhNghia)| d.1.la_kieu.as_deref() == Some(link);
            let by_style = kieu.danh_sach_cua(link).and_then(of_list);
            let own = || self.definitions.iter().find(named).map(|(id, _)| id.as_str());
            let Some(next) = by_style.filter(|next| *next != here).or_else(own) else { break };
            here = next;
        }
        here.to_owned()
    }

    /// The next number of list `num` at `level` (from 0). Where the list comes from styles, the level may
    /// be the one that is linked to one of them.
    pub(super) fn tiep(&mut self, num: &str, level: Option<u8>, styles: &[&str]) -> Option<So> {
        self.la = None;
        let list = self.lists.get(num)?;
        let definition = self.definitions.get(&list.definition)?;
        let linked = || styles.iter().find_map(|style| definition.cap_cua_kieu(style));
        let level = level.map(usize::from).or_else(linked).unwrap_or(0);
        let at = |level: usize| list.cap(definition, level);
        let cap = at(level)?;
        if cap.la_dau() {
            return cap.dau().map(|chu| So { chu, dem: false, lien: cap.lien }).filter(|_| !cap.an);
        }
        let counts = self.counts.entry(list.definition.clone()).or_default();
        let restart = list.restarts.get(&level).copied();
        let restart = restart.filter(|_| self.da_dat.insert((num.to_owned(), level)));
        let here = counts.get_mut(level)?;
        *here = Some(match (restart, *here) {
            (Some(start), _) => start,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => list.bat_dau(cap, level),
        });
        for (deeper, count) in counts.iter_mut().enumerate().skip(level.saturating_add(1)) {
            let again = at(deeper).is_none_or(|cap| cap.dem_lai_sau(level));
            *count = count.filter(|_| !again);
        }
        let mut la = None;
        let value = |level: usize| {
            let other = at(level);
            let start = other.map_or(1, |cap| list.bat_dau(cap, level));
            let count = counts.get(level).copied().flatten().unwrap_or(start);
            let format = other.map_or("decimal", |cap| cap.format.as_str());
            // A legal list prints the numbers above as digits, whatever they are.
            let format = if cap.so_thuong && format != "none" { "decimal" } else { format };
            viet_so(count, format).unwrap_or_else(|| {
                la = Some(format.to_owned());
                count.to_string()
            })
        };
        let (chu, hidden, lien) = (dien(&cap.text, value), cap.an, cap.lien);
        self.la = la;
        let shown = !chu.trim().is_empty() && !hidden;
        let lien = lien && !chu.ends_with(' ');
        shown.then(|| So { chu: chu.trim().to_owned(), dem: true, lien })
    }

    /// The way of counting of the last number, if it is not known.
    pub(super) fn kieu_la(&mut self) -> Option<String> {
        self.la.take()
    }
}

/// The pattern `%1.%2.` with the numbers in their places.
fn dien(pattern: &str, mut value: impl FnMut(usize) -> String) -> String {
    let mut out = String::new();
    let mut chars = pattern.chars().peekable();
    while let Some(c) = chars.next().filter(|_| out.len() < DAI) {
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

/// The definition of a list at a level, for who asks how it looks.
impl DanhSo {
    pub(super) fn thuoc_tinh_cap(&self, num: &str, level: usize) -> Option<&Element> {
        let list = self.lists.get(num)?;
        let definition = self.definitions.get(&list.definition)?;
        list.cap(definition, level).map(|cap| &cap.goc)
    }

    /// The level of list `num` that is linked to one of these styles.
    pub(super) fn cap_theo_kieu(&self, num: &str, styles: &[&str]) -> Option<usize> {
        let list = self.lists.get(num)?;
        let definition = self.definitions.get(&list.definition)?;
        styles.iter().find_map(|style| definition.cap_cua_kieu(style))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_pattern_has_an_end() {
        let long = dien(&"%1".repeat(10_000), |_| "MMMDCCCLXXXVIII".to_owned());
        assert!(long.len() < DAI + 20, "{}", long.len());
        assert_eq!(dien("%1.%2)", |level| (level + 3).to_string()), "3.4)");
    }
}
