//! What stands in quotation marks: words of others, which are not ours to correct.

use std::ops::Range;

/// The stretches between quotation marks, the marks themselves left out. A mark that has no partner
/// quotes nothing.
pub fn vung_trich(chu: &str) -> Vec<Range<usize>> {
    let mut vung = Vec::new();
    let mut mo: Option<(char, usize)> = None;
    for (at, c) in chu.char_indices() {
        let after = at.saturating_add(c.len_utf8());
        match (mo, c) {
            (None, '“' | '«' | '"') => mo = Some((c, after)),
            (Some((dau, from)), _) if c == dong(dau) => {
                vung.push(from..at);
                mo = None;
            }
            // A second opening mark: the first had no end, or there are quotes inside.
            (Some(_), '\n') => mo = None,
            _ => {}
        }
    }
    vung
}

fn dong(mo: char) -> char {
    match mo {
        '“' => '”',
        '«' => '»',
        other => other,
    }
}
