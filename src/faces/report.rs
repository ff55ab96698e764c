//! The only printer of findings: what is wrong, where, the line with a caret, what to do, the clause.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};

use unicode_width::UnicodeWidthChar;

use crate::diagnostic::{Diagnostic, Place, Severity};

/// How to print.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Style {
    /// With colours of the terminal.
    pub color: bool,
}

/// Columns of the terminal that a line of the file may take.
const RONG: usize = 76;

/// Findings of one kind in one file that are told one by one: nobody reads more, and there may be ten thousands.
const MOI_LOAI: usize = 100;

/// Findings that are told in one run, but for the first of its kind in a file; of the others there are counts.
const MOI_LAN: usize = 1_000;

/// Characters of a message, which may quote the file at length.
const DAI: usize = 600;

/// Prints every finding and then the count; prints nothing if there is none.
pub fn write_all(out: &mut dyn Write, all: &[Diagnostic], style: Style) -> io::Result<()> {
    for diagnostic in bot(all) {
        write_one(out, &diagnostic, style)?;
        writeln!(out)?;
    }
    if all.is_empty() { Ok(()) } else { writeln!(out, "{}", tong(all)) }
}

/// The findings that are told: of one kind in one file the first, then how many more there are.
pub(super) fn bot(all: &[Diagnostic]) -> Vec<Cow<'_, Diagnostic>> {
    let key = |d: &'_ Diagnostic| {
        // One that is a count itself is one of its file, and there may be ten thousand files.
        let place = d.place.as_ref().filter(|_| d.code != "more-faults");
        (d.code.clone(), d.severity, place.map(|p| p.file.clone()))
    };
    let mut counts = BTreeMap::new();
    let mut told: Vec<Cow<Diagnostic>> = Vec::new();
    for d in all {
        let count: &mut usize = counts.entry(key(d)).or_default();
        *count = count.saturating_add(1);
        if *count == 1 || (*count <= MOI_LOAI && told.len() < MOI_LAN) {
            told.push(Cow::Borrowed(d));
        }
    }
    let mut kept = BTreeMap::new();
    for d in &told {
        let count: &mut usize = kept.entry(key(d)).or_default();
        *count = count.saturating_add(1);
    }
    let mut more = BTreeMap::new();
    for (key, count) in counts {
        let kept = kept.get(&key).copied();
        let (code, severity, file) = key;
        // Files of which nothing is told are counted together.
        let of = more.entry((code, severity, file.filter(|_| kept.is_some()))).or_insert(0_usize);
        *of = of.saturating_add(count.saturating_sub(kept.unwrap_or_default()));
    }
    for ((code, severity, file), more) in more {
        if more > 0 {
            let of = file.map_or_else(String::new, |file| format!(" của {file}"));
            let message = format!("còn {more} chỗ nữa{of} cũng về việc này");
            let mut rest = Diagnostic::error("", message).hint("sửa những chỗ đã báo rồi chạy lại");
            (rest.code, rest.severity) = (code, severity);
            told.push(Cow::Owned(rest));
        }
    }
    told
}

/// Prints what is no fault, a line each.
pub fn write_notes(out: &mut dyn Write, notes: &[String]) -> io::Result<()> {
    notes.iter().try_for_each(|note| writeln!(out, "ghi chú: {}", mot_dong(note)))
}

/// `3 lỗi, 1 cảnh báo`.
pub fn tong(all: &[Diagnostic]) -> String {
    let kinds =
        [(Severity::Error, "lỗi"), (Severity::Warning, "cảnh báo"), (Severity::Note, "ghi chú")];
    let counts = kinds.iter().filter_map(|(severity, word)| {
        let count = all.iter().filter(|d| d.severity == *severity).count();
        (count > 0).then(|| format!("{count} {word}"))
    });
    counts.collect::<Vec<_>>().join(", ")
}

fn write_one(out: &mut dyn Write, d: &Diagnostic, style: Style) -> io::Result<()> {
    let (word, code) = match d.severity {
        Severity::Error => ("lỗi", "\u{1b}[1;31m"),
        Severity::Warning => ("cảnh báo", "\u{1b}[1;33m"),
        Severity::Note => ("ghi chú", "\u{1b}[1;36m"),
    };
    let (strong, plain) = if style.color { (code, "\u{1b}[0m") } else { ("", "") };
    writeln!(out, "{strong}{word}[{}]{plain}: {}", d.code, mot_dong(&d.message))?;
    if let Some(place) = &d.place {
        write_place(out, "-->", place, (strong, plain))?;
    }
    if let Some(place) = &d.other_place {
        write_place(out, "xem thêm", place, (strong, plain))?;
    }
    if let Some(hint) = &d.hint {
        writeln!(out, "  gợi ý: {}", mot_dong(hint))?;
    }
    if let Some(clause) = &d.clause {
        writeln!(out, "  căn cứ: {}", mot_dong(clause))?;
    }
    Ok(())
}

fn write_place(
    out: &mut dyn Write,
    lead: &str,
    place: &Place,
    (strong, plain): (&str, &str),
) -> io::Result<()> {
    match place.file.ends_with(".docx") {
        // A Word file has paragraphs where others have lines.
        true => writeln!(out, "  {lead} {}, đoạn {}", mot_dong(&place.file), place.line)?,
        false => {
            writeln!(out, "  {lead} {}:{}:{}", mot_dong(&place.file), place.line, place.column)?;
        }
    }
    if place.line_text.trim().is_empty() {
        return Ok(());
    }
    let column = place.column.saturating_sub(place.skipped);
    let (shown, before) = cat(&place.line_text, column);
    let number = place.line.to_string();
    let margin = " ".repeat(number.len());
    writeln!(out, "  {number} | {shown}")?;
    writeln!(out, "  {margin} | {}{strong}^{plain}", " ".repeat(before))
}

/// The part of a line around a column, and how wide it is up to there.
fn cat(line: &str, column: usize) -> (String, usize) {
    let clean: Vec<char> = line.chars().map(hien).collect();
    let at = column.saturating_sub(1).min(clean.len());
    let (left, right) = clean.split_at_checked(at).unwrap_or((clean.as_slice(), &[]));
    let whole = width(clean.iter());
    if whole <= RONG {
        return (clean.iter().collect::<String>().trim_end().to_owned(), width(left.iter()));
    }
    let (left, cut_left) = vua(left.iter().rev(), RONG / 2);
    let room = RONG.saturating_sub(width(left.iter()));
    let (right, cut_right) = vua(right.iter(), room);
    let mark = |cut: bool| if cut { "…" } else { "" };
    let before: String = left.iter().rev().collect();
    let after: String = right.iter().collect();
    let start = mark(cut_left);
    let offset = width(left.iter()).saturating_add(start.chars().count());
    (format!("{start}{before}{after}{}", mark(cut_right)), offset)
}

/// As many characters as fit in `room`, and whether some are left over.
fn vua<'c>(chars: impl Iterator<Item = &'c char>, room: usize) -> (Vec<char>, bool) {
    let mut taken = Vec::new();
    let mut used = 0usize;
    for c in chars {
        used = used.saturating_add(c.width().unwrap_or(0));
        if used > room {
            return (taken, true);
        }
        taken.push(*c);
    }
    (taken, false)
}

fn width<'c>(chars: impl Iterator<Item = &'c char>) -> usize {
    chars.map(|c| c.width().unwrap_or(0)).sum()
}

/// Stands for a character that gives the terminal commands, turns text around or is seen by nobody.
const DAU_AN: char = '□';

/// Whether a character gives the terminal commands, turns text around or is seen by nobody.
pub(super) fn an(c: char) -> bool {
    match c {
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' => {
            true
        }
        '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' => true,
        '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}' => true,
        '\u{feff}' | '\u{fff0}'..='\u{fffc}' | '\u{e0000}'..='\u{e0fff}' => true,
        c => c.is_control(),
    }
}

/// A character as it may reach the terminal.
fn hien(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' => ' ',
        c if an(c) => DAU_AN,
        c => c,
    }
}

/// An answer as it may reach the terminal, whatever files and registers had in it: its lines and their tabs stay.
pub fn sach(text: &str) -> String {
    text.chars().map(|c| if matches!(c, '\n' | '\t') { c } else { hien(c) }).collect()
}

/// No message may break its line, reach the terminal's own commands or go on for pages.
fn mot_dong(text: &str) -> String {
    let mut line: String = text.chars().take(DAI).map(hien).collect();
    if text.chars().nth(DAI).is_some() {
        line.push('…');
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(line_text: &str, column: usize) -> Place {
        Place::new("a.yaml", 7, column, line_text)
    }

    fn printed(d: &Diagnostic, color: bool) -> String {
        let mut out = Vec::new();
        write_all(&mut out, std::slice::from_ref(d), Style { color }).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn all_parts_are_printed() {
        let d = Diagnostic::error("x-y", "sai")
            .hint("sửa")
            .clause("điều 1")
            .at(place("a: \tế b", 5))
            .and_at(place("c: d", 1));
        assert_eq!(
            printed(&d, false),
            "lỗi[x-y]: sai\n  --> a.yaml:7:5\n  7 | a:  ế b\n    |     ^\n  xem thêm a.yaml:7:1\n  \
             7 | c: d\n    | ^\n  gợi ý: sửa\n  căn cứ: điều 1\n\n1 lỗi\n"
        );
        assert!(printed(&d, true).starts_with("\u{1b}[1;31mlỗi[x-y]\u{1b}[0m: sai"));
    }

    #[test]
    fn long_lines_are_cut_around_the_column() {
        let line = format!("{}Đ{}", "x".repeat(200), "y".repeat(200));
        let text = printed(&Diagnostic::warning("w", "m").at(place(&line, 201)), false);
        let lines: Vec<&str> = text.lines().collect();
        let caret = lines[3].chars().position(|c| c == '^').unwrap();
        assert_eq!(lines[2].chars().nth(caret), Some('Đ'));
        assert!(lines[2].chars().count() < 90 && lines[2].contains("…x"));
    }

    #[test]
    fn a_finding_keeps_little_of_a_very_long_line() {
        let line = format!("{}Đ{}", "x".repeat(90_000), "y".repeat(90_000));
        let d = Diagnostic::warning("w", "m").at(place(&line, 90_001));
        let short = d.place.clone().unwrap();
        assert!(short.line_text.len() < 1000 && short.clone().cut() == short);
        let text = printed(&d, false);
        assert!(text.contains("a.yaml:7:90001"), "{text}");
        let lines: Vec<&str> = text.lines().collect();
        let caret = lines[3].chars().position(|c| c == '^').unwrap();
        assert_eq!(lines[2].chars().nth(caret), Some('Đ'));
        assert!(lines[2].contains("…x") && lines[2].ends_with("y…"), "{text}");
    }

    #[test]
    fn wide_characters_and_far_columns() {
        assert_eq!(cat("中: a", 4), ("中: a".to_owned(), 4));
        assert_eq!(cat("ab", 99).1, 2);
        assert_eq!(cat("", 0).1, 0);
    }

    #[test]
    fn counts() {
        let all = [Diagnostic::error("e", "m"), Diagnostic::warning("w", "m")];
        assert_eq!(tong(&all), "1 lỗi, 1 cảnh báo");
    }
}
