//! What one rule finds many times in a file is told once, with the other places: eighteen notes about one habit
//! would hide the one fault that matters.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Severity};

/// Findings of one rule in one file that are told one by one.
const GHI_CHU: usize = 3;
/// A warning has words of its own more often.
const CANH_BAO: usize = 8;
/// Lines that are named.
const DONG: usize = 12;

/// Puts the later findings of a rule in a file into its first one, if they are many; `don_vi` is what the lines of
/// their places count.
pub(super) fn gom(found: Vec<Diagnostic>, don_vi: &str) -> Vec<Diagnostic> {
    let mut count: BTreeMap<Khoa, usize> = BTreeMap::new();
    for d in &found {
        let so = count.entry(khoa(d)).or_default();
        *so = so.saturating_add(1);
    }
    let nhieu = |d: &Diagnostic| {
        let most = if d.severity == Severity::Note { GHI_CHU } else { CANH_BAO };
        count.get(&khoa(d)).is_some_and(|count| *count > most)
    };
    let mut kept: Vec<Diagnostic> = Vec::new();
    let mut dau: BTreeMap<Khoa, (usize, Vec<usize>)> = BTreeMap::new();
    for d in found {
        let key = khoa(&d);
        match dau.get_mut(&key) {
            Some((at, lines)) => {
                lines.push(d.place.as_ref().map_or(0, |place| place.line));
                if let Some(first) = kept.get_mut(*at) {
                    first.fix.extend(d.fix);
                }
            }
            None => {
                if nhieu(&d) {
                    dau.insert(key, (kept.len(), Vec::new()));
                }
                kept.push(d);
            }
        }
    }
    for (at, lines) in dau.into_values() {
        if let Some(first) = kept.get_mut(at) {
            first.message = format!("{}; {}", first.message, con_nua(&lines, don_vi));
        }
    }
    kept
}

/// The file and the rule.
type Khoa = (String, Cow<'static, str>);

fn khoa(d: &Diagnostic) -> Khoa {
    (d.place.as_ref().map_or_else(String::new, |place| place.file.clone()), d.code.clone())
}

/// `còn 17 chỗ như vậy, ở các dòng 12, 15, 20`.
fn con_nua(lines: &[usize], don_vi: &str) -> String {
    let mut named = lines.to_vec();
    named.sort_unstable();
    named.dedup();
    let more = if named.len() > DONG { ", …" } else { "" };
    let words: Vec<String> = named.iter().take(DONG).map(ToString::to_string).collect();
    let which = if words.len() > 1 { format!("các {don_vi}") } else { don_vi.to_owned() };
    format!("còn {} chỗ như vậy, ở {which} {}{more}", lines.len(), words.join(", "))
}
