//! Where in the bytes of a file a value stands, with its key or dash.

use std::ops::Range;

use super::viet::Kieu;
use crate::reading::yaml::Node;
use crate::reading::yaml::vi_tri::locate;

/// The byte where a node begins.
pub fn byte_cua(text: &str, node: &Node) -> Option<usize> {
    let (line, column) = locate(text, node.span.first)?;
    let start = dau_dong(text, line)?;
    let rest = text.get(start..)?;
    let within = rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
    start.checked_add(within)
}

fn dau_dong(text: &str, line: usize) -> Option<usize> {
    match line {
        1 => Some(0),
        _ => {
            text.match_indices('\n').nth(line.saturating_sub(2)).map(|(at, _)| at.saturating_add(1))
        }
    }
}

/// The column of a byte, from 0, in characters.
pub fn cot(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    before.rsplit('\n').next().unwrap_or_default().chars().count()
}

/// The byte of the dash before an item's value.
pub fn gach(text: &str, at: usize) -> Option<usize> {
    let before = text.get(..at)?.trim_end_matches([' ', '\n']);
    before.ends_with('-').then(|| before.len().saturating_sub(1))
}

/// Behind the colon of a key that begins at `at`.
pub fn sau_khoa(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let end = match rest.chars().next()? {
        quote @ ('"' | '\'') => dong_nhay(rest, quote)?,
        _ => rest.find(':')?,
    };
    let colon = rest.get(end..)?.find(':')?;
    at.checked_add(end)?.checked_add(colon)?.checked_add(1)
}

/// Behind the quote that closes what begins with one.
fn dong_nhay(rest: &str, quote: char) -> Option<usize> {
    let mut chars = rest.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        if c == '\\' && quote == '"' {
            chars.next();
        } else if c == quote {
            let doubled = quote == '\'' && chars.peek().is_some_and(|(_, next)| *next == '\'');
            if !doubled {
                return at.checked_add(1);
            }
            chars.next();
        }
    }
    None
}

/// A value of one text in the file: from behind the colon or dash to its last letter, and how it is written.
pub struct MotChu {
    pub khoang: Range<usize>,
    pub kieu: Kieu,
}

/// The text behind the colon or dash that ends at `sau`; whatever belongs to it stands deeper than column `cha`.
pub fn mot_chu(text: &str, sau: usize, cha: usize) -> Option<MotChu> {
    let rest = text.get(sau..)?;
    let start = rest.len().saturating_sub(rest.trim_start_matches([' ', '\n']).len());
    let value = rest.get(start..)?;
    let (len, kieu) = match value.chars().next()? {
        '\'' => (dong_nhay(value, '\'')?, Kieu::NhayDon),
        '"' => (dong_nhay(value, '"')?, Kieu::NhayKep),
        '|' => (khoi(value, cha)?, Kieu::Khoi),
        '>' => (khoi(value, cha)?, Kieu::Gap),
        // A name, its use and a tag belong to more than the text.
        '&' | '*' | '!' => return None,
        _ => (tron(value, cha), Kieu::Tron),
    };
    let end = sau.checked_add(start)?.checked_add(len)?;
    Some(MotChu { khoang: sau..end, kieu })
}

/// How far a text under `|` or `>` reaches: to the end of its last line that says something.
fn khoi(value: &str, cha: usize) -> Option<usize> {
    let head = value.find('\n').unwrap_or(value.len());
    let (mut end, mut at) = (head, head.checked_add(1)?);
    for line in value.get(at..).unwrap_or_default().split_inclusive('\n') {
        let said = line.trim_end_matches('\n');
        let blank = said.trim_matches(' ').is_empty();
        if !blank && sau_bao_nhieu(said) <= cha {
            break;
        }
        if !blank {
            end = at.checked_add(said.len())?;
        }
        at = at.checked_add(line.len())?;
    }
    Some(end)
}

/// How far a text without quotes reaches.
fn tron(value: &str, cha: usize) -> usize {
    let mut end = 0usize;
    let mut at = 0usize;
    for (i, line) in value.split_inclusive('\n').enumerate() {
        let said = line.trim_end_matches('\n');
        let blank = said.trim().is_empty();
        if i > 0 && !blank && (sau_bao_nhieu(said) <= cha || said.trim_start().starts_with('#')) {
            break;
        }
        let comment = said.find(" #");
        let own = said.get(..comment.unwrap_or(said.len())).unwrap_or(said).trim_end();
        if !blank {
            end = at.saturating_add(own.len());
        }
        at = at.saturating_add(line.len());
        if comment.is_some() {
            break;
        }
    }
    end
}

/// How many spaces a line begins with.
pub fn sau_bao_nhieu(line: &str) -> usize {
    line.len().saturating_sub(line.trim_start_matches(' ').len())
}

/// The end of the lines that belong to something at column `cot` whose first line begins at `from`: those which stand
/// deeper, and the dashes of a list under a key. Blank lines and comments at the end are of what comes next.
pub fn het_dong(text: &str, from: usize, cot: usize, la_khoa: bool) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let (mut end, mut at) = (from, from);
    for (i, line) in rest.split_inclusive('\n').enumerate() {
        let said = line.trim_end_matches('\n');
        let depth = sau_bao_nhieu(said);
        let blank = said.trim().is_empty();
        let comment = said.trim_start().starts_with('#');
        let dash = la_khoa && depth == cot && said.trim_start().starts_with("- ");
        let inside = i == 0 || depth > cot || dash;
        if !blank && !inside && !comment {
            break;
        }
        at = at.saturating_add(line.len());
        // A comment that stands deeper belongs to what is above it.
        if !blank && inside {
            end = at;
        }
    }
    end
}
