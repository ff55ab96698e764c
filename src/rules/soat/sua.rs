//! Writes sure replacements into a file and changes nothing else: byte order mark, line ends, comments,
//! indentation, quotes stay. What can't be shown to be harmless is not done.

use crate::diagnostic::{Diagnostic, Edit};
use crate::reading::source::{Moc, TepNguon};
use crate::reading::yaml::{self, Node, Value};

/// A file after the changes, and the findings that were put right.
pub struct DaSua<'d> {
    pub bytes: Vec<u8>,
    pub tep: TepNguon,
    pub xong: Vec<&'d Diagnostic>,
}

/// Makes the changes of `found` in a file. `bytes` are the file as it lies on the disk, `tep` its text.
/// None if nothing could be changed safely.
pub fn sua<'d>(tep: &TepNguon, bytes: &[u8], found: &[&'d Diagnostic]) -> Option<DaSua<'d>> {
    let khong_de = khong_chong(found);
    if let Some((bytes, tep)) = thu(tep, bytes, &khong_de).filter(|_| !khong_de.is_empty()) {
        return Some(DaSua { bytes, tep, xong: khong_de });
    }
    // One of them is not safe: as many as go together without it.
    let mut xong: Vec<&Diagnostic> = Vec::new();
    let mut sau = None;
    for d in khong_de {
        xong.push(d);
        match thu(tep, bytes, &xong) {
            Some(done) => sau = Some(done),
            None => drop(xong.pop()),
        }
    }
    sau.map(|(bytes, tep)| DaSua { bytes, tep, xong })
}

/// Findings whose changes don't touch each other, the first ones kept.
fn khong_chong<'d>(found: &[&'d Diagnostic]) -> Vec<&'d Diagnostic> {
    let mut kept: Vec<&Diagnostic> = Vec::new();
    for d in found.iter().filter(|d| !d.fix.is_empty()) {
        let touches =
            |a: &Edit, b: &Edit| a.range.start <= b.range.end && b.range.start <= a.range.end;
        let taken = kept.iter().flat_map(|k| &k.fix).any(|k| d.fix.iter().any(|e| touches(k, e)));
        if !taken {
            kept.push(d);
        }
    }
    kept
}

/// The file with the changes, if it is then what it was but for the words that were meant.
fn thu(tep: &TepNguon, bytes: &[u8], found: &[&Diagnostic]) -> Option<(Vec<u8>, TepNguon)> {
    let mut edits: Vec<&Edit> = found.iter().flat_map(|d| &d.fix).collect();
    edits.sort_by_key(|edit| edit.range.start);
    let moc = Moc::new(std::str::from_utf8(bytes).ok()?, &tep.text)?;
    let mut after = bytes.to_owned();
    for edit in edits.iter().rev() {
        let (from, to) = (moc.tai(edit.range.start)?, moc.tai(edit.range.end)?);
        after.splice(from..to, edit.text.bytes());
    }
    let new = TepNguon::decode(&tep.ten, &after).ok()?;
    let yaml = [".yaml", ".yml"].iter().any(|end| tep.ten.to_lowercase().ends_with(end));
    (!yaml || chi_doi_chu(tep, &new, &edits)).then_some((after, new))
}

/// Whether the tree after is the tree before with nothing but the meant words changed.
fn chi_doi_chu(before: &TepNguon, after: &TepNguon, edits: &[&Edit]) -> bool {
    let (Some(mut expected), _) = yaml::parse(before) else { return false };
    let (Some(found), _) = yaml::parse(after) else { return false };
    thay_chu(&mut expected, edits).is_some() && expected == found
}

/// Makes the changes in the values of a tree.
fn thay_chu(node: &mut Node, edits: &[&Edit]) -> Option<()> {
    match &mut node.value {
        Value::Null => {}
        Value::Text(text) => {
            let own = edits.iter().rev().filter(|edit| edit.value.0 == node.span.first);
            for edit in own {
                let (_, range, words) = &edit.value;
                text.get(range.clone())?;
                text.replace_range(range.clone(), words);
            }
        }
        Value::List(items) => items.iter_mut().try_for_each(|item| thay_chu(item, edits))?,
        Value::Map(entries) => {
            entries.iter_mut().try_for_each(|(_, value)| thay_chu(value, edits))?;
        }
    }
    Some(())
}
