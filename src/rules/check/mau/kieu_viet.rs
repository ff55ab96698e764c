//! How a body was written into its file. Only behind `|` do its lines stay as they are: otherwise YAML joins them,
//! and takes a head of the body for a comment.

use std::ops::RangeInclusive;

use crate::model::Fault;
use crate::reading::yaml::{self, Span, thut};
use crate::rules::check::doc::Doc;

/// Tells what has become of the lines of the body under `key` whose value is at `span`.
pub(super) fn kiem(doc: &mut Doc<'_>, key: &str, span: Span) {
    let top = doc.place(span);
    let rest: String = top.line_text.chars().skip(top.column.saturating_sub(1)).collect();
    if rest.starts_with('|') {
        return;
    }
    let text = doc.tep().text.as_str();
    let all: Vec<(usize, &str)> = (1..).zip(text.lines()).collect();
    let within = |lines: RangeInclusive<usize>| {
        all.iter().copied().filter(move |(so, _)| lines.contains(so)).collect::<Vec<_>>()
    };
    let last = *yaml::lines(doc.tep(), span).end();
    let folded = rest.starts_with('>');
    if !folded
        && !rest.starts_with(['\'', '"'])
        && let Some((so, line)) = de_muc_mat(&all, top.line, last)
    {
        let message = format!(
            "dòng “{line}” không được in vì bị hiểu là lời chú giải: sau “{key}:” thiếu dấu |"
        );
        let fault = Fault::new("folded-body", message).hint(them_dau(key, folded));
        return doc.fault_at(
            fault,
            false,
            doc.trong_muc(doc.tep().place(so, thut(line).saturating_add(1)), span, None),
        );
    }
    if let Some(sign) = nham_dau(&rest, last > top.line) {
        let message = format!("sau “{key}:” là chữ “{sign}”, không phải dấu | nên chữ ấy sẽ in ra");
        return doc.fault(Fault::new("folded-body", message).hint(them_dau_thay(key)), span);
    }
    let from = if folded { top.line.saturating_add(1) } else { top.line };
    let lines = within(from..=last);
    let joined = lines.windows(2).filter_map(|pair| match pair {
        [(_, above), (so, line)] if !above.trim().is_empty() && !line.trim().is_empty() => {
            Some((*so, above.trim(), line.trim()))
        }
        _ => None,
    });
    let joined: Vec<_> = joined.collect();
    let marked =
        joined.iter().find(|(_, above, line)| mo_bang_dau(line) || above.starts_with(['#', '|']));
    let ended = joined.iter().find(|(_, above, _)| above.ends_with(['.', ';', ':', '!', '?']));
    let Some((so, _, line)) = marked.or(ended) else { return };
    let words: String = line.split(' ').take(4).collect::<Vec<_>>().join(" ");
    let why = if folded {
        format!("sau “{key}:” là dấu > chứ không phải dấu |")
    } else {
        format!("sau “{key}:” thiếu dấu |")
    };
    let fault = Fault::new("folded-body", format!("dòng “{words}…” bị nối vào dòng trên: {why}"));
    let place = doc.trong_muc(doc.tep().place(*so, 1), span, None);
    doc.fault_at(fault.hint(them_dau(key, folded)), marked.is_none(), place);
}

fn them_dau(key: &str, folded: bool) -> String {
    match folded {
        true => format!("thay dấu > bằng dấu |: “{key}: |”"),
        false => format!(
            "thêm dấu | sau “{key}:”, thành “{key}: |”, lời văn thụt vào 2 dấu cách ở các dòng dưới"
        ),
    }
}

/// Signs that look like a bar.
const GIONG_GACH: &[char] = &['l', 'I', '1', '/', '\\', '!', '¦', '｜', 'ǀ', '│'];

/// A sign alone on the key's line, where the text stands below it.
fn nham_dau(rest: &str, more: bool) -> Option<char> {
    let mut signs = rest.trim_end().chars();
    let sign = signs.next().filter(|c| GIONG_GACH.contains(c))?;
    (more && signs.next().is_none()).then_some(sign)
}

fn them_dau_thay(key: &str) -> String {
    format!("gõ dấu gạch đứng (Shift và phím \\): “{key}: |”")
}

/// A line with `#` among those of the body, from its key's line to the line before the next key.
fn de_muc_mat<'t>(all: &[(usize, &'t str)], first: usize, last: usize) -> Option<(usize, &'t str)> {
    let above = all.iter().rev().skip_while(|(so, _)| *so >= first);
    let mut gap: Vec<(usize, &str)> = above
        .take_while(|(_, line)| line.trim().is_empty() || line.trim_start().starts_with('#'))
        .copied()
        .collect();
    gap.reverse();
    let key_line = gap.first().map_or(first, |(so, _)| *so).saturating_sub(1);
    let key = all.iter().find(|(so, _)| *so == key_line).copied();
    let behind = key.and_then(|(so, line)| Some((so, line.split_once(": # ")?.1)));
    if let Some((so, _)) = behind.filter(|_| first > key_line) {
        return all
            .iter()
            .find(|(n, _)| *n == so)
            .map(|(so, line)| (*so, line.split_once(": ").map_or(*line, |(_, rest)| rest)));
    }
    let indent = key.map_or(0, |(_, line)| thut(line));
    let after = all.iter().filter(|(so, _)| (first..=last).contains(so)).copied();
    let mut heads = gap.into_iter().chain(after);
    heads
        .find(|(_, line)| thut(line) > indent && line.trim_start().starts_with('#'))
        .map(|(so, line)| (so, line.trim()))
}

/// Whether a line begins with a mark that only counts at the beginning of a line.
fn mo_bang_dau(line: &str) -> bool {
    let first = line.split(' ').next().unwrap_or_default();
    let numbered = first.strip_suffix(['.', ')']).is_some_and(|mark| {
        let digits = mark.chars().all(|c| c.is_ascii_digit() || c == '.');
        !mark.is_empty()
            && (digits || mark.chars().count() == 1 && mark.chars().all(char::is_lowercase))
    });
    line.starts_with(['#', '|']) || matches!(first, "-" | "+") || numbered || first == "Điều"
}
