//! A line of a body, and how lines come into one and go from it.

use std::ops::Range;

/// A line without its line break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DongThan {
    pub khoang: Range<usize>,
}

/// The text of a line.
pub fn dau_dong<'t>(text: &'t str, line: &DongThan) -> &'t str {
    text.get(line.khoang.clone()).unwrap_or_default().trim()
}

impl DongThan {
    /// The line that has the byte.
    pub fn tai(text: &str, at: usize) -> Self {
        let before = text.get(..at).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |at| at.saturating_add(1));
        let rest = text.get(at..).unwrap_or_default();
        Self { khoang: start..at.saturating_add(rest.find('\n').unwrap_or(rest.len())) }
    }

    /// The line behind this one.
    pub fn sau(text: &str, line: &Self) -> Option<Self> {
        let next = line.khoang.end.saturating_add(1);
        (next < text.len()).then(|| Self::tai(text, next))
    }

    /// What is put at the end of this line so that `moi` follows as a paragraph of its own.
    pub fn them_sau(&self, text: &str, moi: &str) -> String {
        let own = text.get(self.khoang.clone()).unwrap_or_default();
        let rest = text.get(self.khoang.end..).unwrap_or_default();
        let rest = rest.strip_prefix('\n').unwrap_or(rest);
        let near = !rest.trim().is_empty() && !rest.starts_with('\n');
        let close = co_dau(own) && co_dau(moi) && (near || rest.trim().is_empty());
        let lui = if close { lui(own) } else { "" };
        match close {
            true => format!("\n{lui}{moi}"),
            false if near => format!("\n\n{moi}\n"),
            false => format!("\n\n{moi}"),
        }
    }

    /// What is put at the beginning of this line so that `moi` stands before it.
    pub fn them_truoc(&self, text: &str, moi: &str) -> String {
        let own = text.get(self.khoang.clone()).unwrap_or_default();
        match co_dau(own) && co_dau(moi) {
            true => format!("{}{moi}\n", lui(own)),
            false => format!("{moi}\n\n"),
        }
    }

    /// The bytes of the lines from one byte to another, with the blank lines that would be too many without them.
    pub fn bo(text: &str, first: usize, last: usize) -> Range<usize> {
        let start = Self::tai(text, first).khoang.start;
        let end = Self::tai(text, last).khoang.end;
        let rest = text.get(end..).unwrap_or_default();
        let own = end.saturating_add(usize::from(rest.starts_with('\n')));
        let blank = text.get(own..).unwrap_or_default();
        let blank = blank.len().saturating_sub(blank.trim_start_matches('\n').len());
        let before = text.get(..start).unwrap_or_default();
        if text.get(own..).unwrap_or_default().trim().is_empty() {
            // The last one goes with the blank lines before it.
            let kept = before.trim_end_matches('\n').len();
            return kept.saturating_add(1).min(start)..own;
        }
        // Of the blank lines on both sides those before it stay.
        let after = match before.is_empty() || before.ends_with("\n\n") {
            true => own.saturating_add(blank),
            false => own,
        };
        start..after
    }
}

/// A cell of a row, and the piece of it, between two `<br>`, that has the bytes.
pub struct CatO {
    o: Range<usize>,
    /// Blanks at its ends left out.
    pub doan: Range<usize>,
}

/// What parts the paragraphs of a cell.
const BR: &str = "<br>";

/// The cell of a row that has the bytes from one to another.
pub fn cat_o(text: &str, first: usize, last: usize) -> CatO {
    let line = DongThan::tai(text, first).khoang;
    let bar = |at: usize, c: char| match c {
        '|' => !text.get(..at).is_some_and(|before| before.ends_with('\\')),
        c => c == '\t',
    };
    let before = text.get(line.start..first).unwrap_or_default();
    let start = before.char_indices().rev().find(|(at, c)| bar(line.start.saturating_add(*at), *c));
    let start = start.map_or(line.start, |(at, _)| line.start.saturating_add(at).saturating_add(1));
    let behind = text.get(last..line.end).unwrap_or_default();
    let end = behind.char_indices().find(|(at, c)| bar(last.saturating_add(*at), *c));
    let end = end.map_or(line.end, |(at, _)| last.saturating_add(at));
    let lower = |range: Range<usize>| text.get(range).unwrap_or_default().to_ascii_lowercase();
    let from = lower(start..first).rfind(BR);
    let from = from.map_or(start, |at| start.saturating_add(at).saturating_add(BR.len()));
    let to = lower(last..end).find(BR).map_or(end, |at| last.saturating_add(at));
    let piece = text.get(from..to).unwrap_or_default();
    let lead = piece.len().saturating_sub(piece.trim_start().len());
    let tail = piece.len().saturating_sub(piece.trim_end().len());
    CatO {
        o: start..end,
        doan: from.saturating_add(lead)..to.saturating_sub(tail).max(from.saturating_add(lead)),
    }
}

impl CatO {
    /// The bytes that go with the piece: of the `<br>` on both sides one.
    pub fn bo(&self, text: &str) -> Range<usize> {
        let lower = |range: Range<usize>| text.get(range).unwrap_or_default().to_ascii_lowercase();
        if let Some(at) = lower(self.o.start..self.doan.start).rfind(BR) {
            return self.o.start.saturating_add(at)..self.doan.end;
        }
        match lower(self.doan.end..self.o.end).find(BR) {
            Some(at) => self.doan.start..self.doan.end.saturating_add(at).saturating_add(BR.len()),
            None => self.doan.clone(),
        }
    }
}

fn lui(line: &str) -> &str {
    let spaces = line.len().saturating_sub(line.trim_start_matches(' ').len());
    line.get(..spaces).unwrap_or_default()
}

/// Whether a line begins with the mark of an item: `-`, `+`, `1.`, `a)`.
fn co_dau(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    let body = first.strip_suffix(['.', ')']);
    let counted = body.is_some_and(|body| {
        let digits = body.chars().all(|c| c.is_ascii_digit() || c == '.');
        !body.is_empty() && (digits || body.chars().count() == 1)
    });
    counted || ["-", "+", "–", "•", "*"].contains(&first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_a_cell_go_with_one_break() {
        let row = "x\n| a \\| b<br>**c**<BR>d | e |\ny";
        let gone = |words: &str| {
            let at = row.find(words).unwrap();
            let mut text = row.to_owned();
            text.replace_range(cat_o(row, at, at).bo(row), "");
            text.lines().nth(1).unwrap_or_default().to_owned()
        };
        assert_eq!(gone("c*"), "| a \\| b<BR>d | e |");
        assert_eq!(gone("b<"), "| **c**<BR>d | e |");
        assert_eq!(gone("d |"), "| a \\| b<br>**c** | e |");
        assert_eq!(gone("e |"), "| a \\| b<br>**c**<BR>d |  |");
    }

    #[test]
    fn lines_come_and_go_with_their_blank_ones() {
        let text = "Một.\n\nHai.\n\nBa.\n";
        let at = text.find("Hai").unwrap();
        let mut gone = text.to_owned();
        gone.replace_range(DongThan::bo(text, at, at + 3), "");
        assert_eq!(gone, "Một.\n\nBa.\n");
        let line = DongThan::tai(text, at);
        let mut more = text.to_owned();
        more.insert_str(line.khoang.end, &line.them_sau(text, "Mới."));
        assert_eq!(more, "Một.\n\nHai.\n\nMới.\n\nBa.\n");
        let last = text.find("Ba").unwrap();
        let mut gone = text.to_owned();
        gone.replace_range(DongThan::bo(text, last, last + 2), "");
        assert_eq!(gone, "Một.\n\nHai.\n");
        let list = "- a\n- b\n";
        let line = DongThan::tai(list, 0);
        let mut more = list.to_owned();
        more.insert_str(line.khoang.end, &line.them_sau(list, "- x"));
        assert_eq!(more, "- a\n- x\n- b\n");
        assert_eq!(DongThan::bo("a", 0, 0), 0..1);
    }
}
