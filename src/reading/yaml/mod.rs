//! From text to a tree with places. [`passes`] and [`vi_tri`] alone know the YAML library.

mod dau_dong;
pub mod decode;
mod dong;
mod gia_tri;
mod khoa_lech;
mod khoi_chu;
mod muc;
mod node;
mod o_tron;
mod passes;
mod syntax;
pub mod va;
mod vi_tri;

use std::ops::RangeInclusive;

use rustc_hash::FxHashMap;

use crate::diagnostic::{Diagnostic, FieldPath, Place};
use crate::machine::recent::Recent;
use crate::model::CacMuc;
use crate::reading::source::TepNguon;
pub use dau_dong::thut;
pub use muc::cac_muc;
pub use node::{Node, Span, Value};
use passes::{Failure, SAU_NHAT, Stop, read};
use vi_tri::locate;

/// Doubled keys, and suspicious lines, that are reported in one file.
const TRUNG_NHIEU_NHAT: usize = 50;

/// Trees of files without a fault: every hồ sơ of an office holds the same office file.
static DA_DOC: Recent<String, Node> = Recent::new(4);

/// The tree of a file, and all keys that stand in it twice. A fault of syntax ends the reading.
pub fn parse(tep: &TepNguon) -> (Option<Node>, Vec<Diagnostic>) {
    if let Some(root) = DA_DOC.get(tep.text.as_str()) {
        return (Some(root), Vec::new());
    }
    if let Some(cause) = khoi_chu::loi(tep) {
        return (None, vec![cause]);
    }
    match read(&tep.text) {
        Ok(root) => {
            let mut twice = Vec::new();
            let root = without_doubles(root, &mut twice);
            twice.truncate(TRUNG_NHIEU_NHAT);
            let lines = dong::loi(tep).into_iter().chain(gia_tri::mat_chu(tep));
            let lines: Vec<Diagnostic> = lines.take(TRUNG_NHIEU_NHAT).collect();
            if lines.iter().any(|d| d.message == dong::BI_NOI) {
                return (None, lines);
            }
            if twice.is_empty() && lines.is_empty() {
                DA_DOC.keep(tep.text.clone(), root.clone());
                return (Some(root), Vec::new());
            }
            (Some(root), co_muc(tep, &twice, lines))
        }
        Err(failure) => (None, vec![diagnose(tep, &failure)]),
    }
}

/// The findings in a file that could be read, with their fields. Those of its lines are known by their
/// places alone.
fn co_muc(tep: &TepNguon, twice: &[(Node, Span)], lines: Vec<Diagnostic>) -> Vec<Diagnostic> {
    // Once more, since the tree has lost what stands in it twice.
    let Ok(root) = read(&tep.text) else { return lines };
    let all = cac_muc(&tep.ten, &root);
    let found = twice.iter().map(|(key, first)| doubled(tep, &all, key, *first));
    let lines = lines.into_iter().map(|mut d| {
        if let Some(place) = d.place.as_mut().filter(|_| d.code != "yaml-syntax") {
            let so = nut_tai(&tep.text, root.span, (place.line, place.column));
            place.field = Some(Box::new(FieldPath { path: all.duong(so), line: None }));
        }
        d
    });
    found.chain(lines).collect()
}

/// The number of the last node that begins at a place or before it.
fn nut_tai(text: &str, root: Span, at: (usize, usize)) -> usize {
    let (mut low, mut high) = (root.first, root.last.saturating_add(1));
    while high.saturating_sub(low) > 1 {
        let mid = low.midpoint(high);
        match locate(text, mid) {
            Some(place) if place <= at => low = mid,
            _ => high = mid,
        }
    }
    low
}

/// Where a node begins.
pub fn place(tep: &TepNguon, span: Span) -> Place {
    let (line, column) = locate(&tep.text, span.first).unwrap_or((1, 1));
    tep.place(line, column)
}

/// Where `words` stand inside a node, if they do.
pub fn place_of_words(tep: &TepNguon, span: Span, words: &str) -> Option<Place> {
    if words.is_empty() {
        return None;
    }
    let from = locate(&tep.text, span.first)?;
    tep.tim_chu(from, *lines(tep, span).end(), words)
}

/// The lines that a node reaches over.
pub fn lines(tep: &TepNguon, span: Span) -> RangeInclusive<usize> {
    let first = locate(&tep.text, span.first).map_or(1, |(line, _)| line);
    let next = locate(&tep.text, span.last.saturating_add(1)).map(|(line, _)| line);
    let last = match next {
        Some(line) if line > first => line.saturating_sub(1),
        Some(line) => line,
        None => tep.text.lines().count(),
    };
    first..=last.max(first)
}

fn diagnose(tep: &TepNguon, failure: &Failure) -> Diagnostic {
    let (line, column) = match (failure.stop, failure.at) {
        (Some(Stop::TooDeep), (1, 1)) => ngoac_qua_sau(&tep.text),
        (_, at) => at,
    };
    let found = match failure.stop {
        Some(Stop::TooDeep) => syntax::too_deep(),
        Some(Stop::TooBig) => syntax::too_big(),
        Some(Stop::Tag) => syntax::tag(),
        Some(Stop::SecondDocument) => {
            return syntax::second_document().at(tep.place(second_document(&tep.text), 1));
        }
        None => {
            let at = |d: &Diagnostic| d.place.as_ref().map_or(0, |place| place.line);
            let cause = dong::loi(tep).into_iter().find(|d| at(d) <= line);
            // A text without its sign is the cause of whatever its lines look like.
            return khoi_chu::thieu_dau(tep, line)
                .or(cause)
                .or_else(|| khoi_chu::thut_lech(tep, line))
                .or_else(|| khoa_lech::loi(tep, line))
                .or_else(|| gia_tri::loi_cu_phap(tep, line))
                .unwrap_or_else(|| syntax::diagnose(tep, &failure.message, line, column));
        }
    };
    found.at(tep.place(line, column))
}

/// Where so many brackets are open that the library gives up without a place.
fn ngoac_qua_sau(text: &str) -> (usize, usize) {
    let mut depth = 0usize;
    for (number, line) in (1..).zip(text.lines()) {
        for (column, c) in (1..).zip(line.chars()) {
            match c {
                '[' | '{' => depth = depth.saturating_add(1),
                ']' | '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > SAU_NHAT {
                return (number, column);
            }
        }
    }
    (1, 1)
}

/// The line of the mark that parts a second document from the first.
fn second_document(text: &str) -> usize {
    let marks = |line: &str| line.trim_end() == "---" || line.starts_with("--- ");
    let mut content = false;
    for (number, line) in (1..).zip(text.lines()) {
        if marks(line) && content {
            return number;
        }
        content |= !line.trim().is_empty() && !line.starts_with('#');
    }
    1
}

/// Keeps the first of entries with the same key and lists the later keys with the first one's place.
fn without_doubles(node: Node, twice: &mut Vec<(Node, Span)>) -> Node {
    let value = match node.value {
        Value::List(items) => {
            Value::List(items.into_iter().map(|item| without_doubles(item, twice)).collect())
        }
        Value::Map(entries) => {
            let mut kept: Vec<(Node, Node)> = Vec::with_capacity(entries.len());
            // A key that is no text is a fault by itself, and only an empty one can stand there twice.
            let mut seen: FxHashMap<Option<String>, Span> = FxHashMap::default();
            for (key, value) in entries {
                let name = match &key.value {
                    Value::Text(text) => Some(Some(text.clone())),
                    Value::Null => Some(None),
                    Value::List(_) | Value::Map(_) => None,
                };
                match name.as_ref().and_then(|name| seen.get(name)) {
                    Some(first) => twice.push((key, *first)),
                    None => {
                        seen.extend(name.map(|name| (name, key.span)));
                        kept.push((key, without_doubles(value, twice)));
                    }
                }
            }
            Value::Map(kept)
        }
        leaf => leaf,
    };
    Node { value, span: node.span }
}

fn doubled(tep: &TepNguon, all: &CacMuc, key: &Node, first: Span) -> Diagnostic {
    let at = |span: Span| place(tep, span).of(all.duong(span.first), None);
    let name = key.text().unwrap_or_default();
    Diagnostic::error("duplicate-key", format!("mục “{name}” ghi hai lần"))
        .hint("giữ lại một chỗ, xoá chỗ kia")
        .at(at(key.span))
        .and_at(at(first))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    fn read(text: &str) -> (Option<Node>, Vec<Diagnostic>) {
        parse(&TepNguon { ten: "a.yaml".into(), text: text.into() })
    }

    fn codes(text: &str) -> Vec<Cow<'static, str>> {
        read(text).1.into_iter().map(|d| d.code).collect()
    }

    #[test]
    fn values_know_their_places() {
        let text = "a: 05\nb:\n  - x\n  - >-\n    y\n    z\nc:\nd: 350.000\n";
        let tep = TepNguon { ten: "a.yaml".into(), text: text.into() };
        let (root, found) = parse(&tep);
        let at = |node: &Node| {
            let place = place(&tep, node.span);
            (place.line, place.column)
        };
        let root = root.unwrap();
        assert!(found.is_empty());
        let a = root.get("a").unwrap();
        assert_eq!((a.text(), at(a)), (Some("05"), (1, 4)));
        let Value::List(items) = &root.get("b").unwrap().value else { panic!() };
        assert_eq!((items[1].text(), at(&items[1])), (Some("y z"), (4, 5)));
        assert_eq!(lines(&tep, items[1].span), 4..=6);
        assert_eq!(root.get("c").unwrap().value, Value::Null);
        assert_eq!(root.get("d").unwrap().text(), Some("350.000"));
    }

    /// A file without numbers is read in one pass, one with a number in two; both come to the same.
    #[test]
    fn a_number_changes_nothing_elsewhere() {
        let text = "a: x\nb: [y, 'z', \"\", ~]\nc:\n  d: |\n    e\n  g: {h: i}\nk:\n";
        let (one, two) = (read(text).0.unwrap(), read(&format!("{text}n: 05\n")).0.unwrap());
        for key in ["a", "b", "c", "k"] {
            assert_eq!(one.get(key).unwrap(), two.get(key).unwrap(), "{key}");
        }
        assert_eq!(two.get("n").unwrap().text(), Some("05"));
        assert_eq!(one.get("c").unwrap().span, Span { first: 10, last: 16 });
    }

    #[test]
    fn a_mark_written_as_an_escape_is_composed() {
        for number in ["", "n: 05\n"] {
            let root = read(&format!("a: \"e\\u0301x\"\n{number}")).0.unwrap();
            assert_eq!(root.get("a").unwrap().text(), Some("\u{e9}x"));
        }
    }

    #[test]
    fn every_doubled_key_is_reported_with_both_places() {
        let (root, found) = read("a: 1\nb: 2\na: 3\nb: 4\n");
        assert_eq!(found.len(), 2);
        let lines =
            |d: &Diagnostic| (d.place.as_ref().unwrap().line, d.other_place.as_ref().unwrap().line);
        assert_eq!((lines(&found[0]), lines(&found[1])), ((3, 1), (4, 2)));
        assert_eq!(root.unwrap().get("a").unwrap().text(), Some("1"));
    }

    #[test]
    fn hostile_files_end_quickly() {
        for opening in ["[", "- ", "{a: ", "? "] {
            let found = codes(&opening.repeat(10_000));
            assert!(found == ["yaml-too-deep"] || found == ["yaml-syntax"], "{opening}: {found:?}");
        }
        let deep: String = (0..2_000).map(|i| format!("{}a:\n", " ".repeat(i))).collect();
        assert_eq!(codes(&deep), ["yaml-too-deep"]);
        // Brackets that seem to be closed again are closed by a text.
        for line in ["{a: '}', b: \n", "{a: x'y, b: 'z}', c: \n", "{a: x:'y, b: 'z}', c: \n"] {
            assert_eq!(codes(&line.repeat(11_000)), ["yaml-too-deep"], "{line}");
        }
        let inverted = format!("a: [\"{}", "\", [\", ']\", [\"]\"\n".repeat(11_000));
        assert_eq!(codes(&inverted), ["yaml-too-deep"]);
        let entries = "  - {ten: 'Sở A', dia_chi: '1, phố B'}\n  - {ten: \"Sở [B]\"}\n";
        assert_eq!(codes(&format!("noi_nhan:\n{}", entries.repeat(9_000))), [""; 0]);
        let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for i in 1..9 {
            let before = format!("*a{}", i - 1);
            bomb.push_str(&format!("a{i}: &a{i} [{}]\n", [before.as_str(); 9].join(", ")));
        }
        assert_eq!(codes(&bomb), ["yaml-too-big"]);
        assert_eq!(codes("a: 1\n---\nb: 2\n"), ["multiple-documents"]);
        assert_eq!(codes("a: *b\n"), ["yaml-syntax"]);
        for depth in [40, 5_000, 20_000] {
            let found = read(&format!("b: 1\na: {}", "[".repeat(depth))).1;
            assert_eq!(found[0].place.as_ref().unwrap().line, 2, "{depth}");
        }
    }

    #[test]
    fn a_name_that_is_asked_for_is_no_text() {
        assert!(codes("a: &x Văn phòng\nb: *x\n").is_empty());
        assert_eq!(codes("a: &x Văn phòng\nb: x\n"), ["yaml-syntax"]);
    }

    /// The library must neither panic nor hang on any mixture of its own signs.
    #[test]
    fn random_signs_never_panic() {
        let signs = [
            "a", ": ", "- ", "\n", "  ", "[", "]", "{", "}", "'", "\"", "#", "|", ">", "&a", "*a",
            "!", "%", "---", "...", "?", ",", "\\", "ế", "~", "\u{85}", "|2", "!!", "<<", "@", "`",
        ];
        let mut state = 1u64;
        for _ in 0..40_000 {
            let mut text = String::new();
            for _ in 0..12 {
                state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                text.push_str(signs[(state >> 33) as usize % signs.len()]);
            }
            read(&text);
        }
    }
}
