//! From text to a tree with places: the only file that knows the YAML library.

pub mod decode;
mod node;
mod syntax;

use std::collections::BTreeMap;

use saphyr_parser::{Event, Parser, ScalarStyle, StrInput};
use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::Diagnostic;
use crate::source::TepNguon;
pub use node::{Node, Span, Value};

/// No hồ sơ is nested deeper than a handful of levels.
const SAU_NHAT: usize = 32;
/// Values in one file, counting those that aliases repeat.
const NHIEU_NHAT: usize = 20_000;
/// Doubled keys that are reported in one file.
const TRUNG_NHIEU_NHAT: usize = 200;

/// The tree of a file, and all keys that stand in it twice. A fault of syntax ends the reading.
pub fn parse(tep: &TepNguon) -> (Option<Node>, Vec<Diagnostic>) {
    let mut builder = Builder::new(tep);
    let mut parser = Parser::new_from_str(&tep.text);
    match builder.run(&mut parser) {
        Ok(()) => (builder.root, builder.diagnostics),
        Err(fault) => {
            builder.diagnostics.push(*fault);
            (None, builder.diagnostics)
        }
    }
}

type Step = Result<(), Box<Diagnostic>>;

/// A list or mapping that is still open.
struct Open {
    node: Node,
    anchor: usize,
    /// The key that waits for its value.
    key: Option<Node>,
}

/// Builds the tree from the library's events on a stack of its own, so that no nesting can exhaust
/// the program's.
struct Builder<'a> {
    tep: &'a TepNguon,
    open: Vec<Open>,
    root: Option<Node>,
    anchors: BTreeMap<usize, Node>,
    count: usize,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Builder<'a> {
    fn new(tep: &'a TepNguon) -> Self {
        Self {
            tep,
            open: Vec::new(),
            root: None,
            anchors: BTreeMap::new(),
            count: 0,
            diagnostics: Vec::new(),
        }
    }

    fn run(&mut self, parser: &mut Parser<'a, StrInput<'a>>) -> Step {
        let mut documents = 0usize;
        while let Some(event) = parser.next_event() {
            let (event, at) = event.map_err(|e| {
                Box::new(syntax::diagnose(self.tep, e.info(), e.marker().line(), e.marker().col()))
            })?;
            let span = Span {
                line: at.start.line(),
                column: at.start.col().saturating_add(1),
                end_line: at.end.line(),
            };
            if matches!(event, Event::DocumentStart(_)) {
                documents = documents.saturating_add(1);
                if documents > 1 {
                    return self.refuse(
                        span,
                        "multiple-documents",
                        "tệp có hơn một phần YAML",
                        "bỏ dòng “---” ở giữa tệp; mỗi tệp chỉ chứa một văn bản",
                    );
                }
            }
            self.event(event, span)?;
        }
        Ok(())
    }

    fn event(&mut self, event: Event<'_>, span: Span) -> Step {
        match event {
            Event::Scalar(text, style, anchor, _) => {
                let null = style == ScalarStyle::Plain
                    && ["", "~", "null", "Null", "NULL"].contains(&&*text);
                let value = if null { Value::Null } else { Value::Text(text.nfc().collect()) };
                self.leaf(Node { value, span }, anchor)
            }
            Event::Alias(id) => match self.anchors.get(&id).cloned() {
                Some(node) => self.leaf(Node { span, ..node }, 0),
                None => self.refuse(
                    span,
                    "yaml-syntax",
                    "dấu “*” nhắc lại một chỗ chưa có",
                    "nội dung bắt đầu bằng dấu * thì đặt trong hai dấu nháy đơn: '…'",
                ),
            },
            Event::SequenceStart(anchor, _) => self.enter(Value::List(Vec::new()), span, anchor),
            Event::MappingStart(anchor, _) => self.enter(Value::Map(Vec::new()), span, anchor),
            Event::SequenceEnd | Event::MappingEnd => self.leave(span),
            _ => Ok(()),
        }
    }

    fn leaf(&mut self, node: Node, anchor: usize) -> Step {
        self.count = self.count.saturating_add(node.count());
        if self.count > NHIEU_NHAT {
            return self.refuse(
                node.span,
                "yaml-too-big",
                "tệp có quá nhiều mục, hoặc nhắc lại nhau (dấu & và *) quá nhiều lần",
                "viết thẳng nội dung ra, không dùng dấu & và *",
            );
        }
        self.place(node, anchor);
        Ok(())
    }

    fn enter(&mut self, value: Value, span: Span, anchor: usize) -> Step {
        if self.open.len() >= SAU_NHAT {
            return self.refuse(
                span,
                "yaml-too-deep",
                "các mục lồng nhau quá sâu",
                "kiểm tra lại dấu ngoặc [ ] { } và khoảng thụt đầu dòng",
            );
        }
        self.count = self.count.saturating_add(1);
        self.open.push(Open { node: Node { value, span }, anchor, key: None });
        Ok(())
    }

    fn leave(&mut self, end: Span) -> Step {
        if let Some(mut open) = self.open.pop() {
            open.node.span.end_line = end.end_line;
            self.place(open.node, open.anchor);
        }
        Ok(())
    }

    /// Puts a finished node where it belongs.
    fn place(&mut self, node: Node, anchor: usize) {
        if anchor > 0 {
            self.anchors.insert(anchor, node.clone());
        }
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return;
        };
        match &mut open.node.value {
            Value::List(items) => items.push(node),
            Value::Map(entries) => match open.key.take() {
                None => open.key = Some(node),
                Some(key) => match trung(entries, &key) {
                    None => entries.push((key, node)),
                    Some(first) if self.diagnostics.len() < TRUNG_NHIEU_NHAT => {
                        self.diagnostics.push(loi_trung(self.tep, &key, first));
                    }
                    Some(_) => {}
                },
            },
            Value::Null | Value::Text(_) => {}
        }
    }

    fn refuse(&self, span: Span, code: &'static str, message: &str, hint: &str) -> Step {
        let place = self.tep.place(span.line, span.column);
        Err(Box::new(Diagnostic::error(code, message).hint(hint).at(place)))
    }
}

/// The place of an earlier key of the same name.
fn trung(entries: &[(Node, Node)], key: &Node) -> Option<Span> {
    entries.iter().find(|(earlier, _)| earlier.value == key.value).map(|(earlier, _)| earlier.span)
}

fn loi_trung(tep: &TepNguon, key: &Node, first: Span) -> Diagnostic {
    let name = key.text().unwrap_or_default();
    Diagnostic::error("duplicate-key", format!("mục “{name}” ghi hai lần"))
        .hint("giữ lại một chỗ, xoá chỗ kia")
        .at(tep.place(key.span.line, key.span.column))
        .and_at(tep.place(first.line, first.column))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<Node>, Vec<Diagnostic>) {
        parse(&TepNguon { ten: "a.yaml".into(), text: text.into() })
    }

    fn codes(text: &str) -> Vec<&'static str> {
        read(text).1.iter().map(|d| d.code).collect()
    }

    #[test]
    fn values_know_their_places() {
        let (root, found) = read("a: 05\nb:\n  - x\n  - >-\n    y\n    z\nc:\n");
        let root = root.unwrap();
        assert!(found.is_empty());
        let a = root.get("a").unwrap();
        assert_eq!((a.text(), a.span.line, a.span.column), (Some("05"), 1, 4));
        let Value::List(items) = &root.get("b").unwrap().value else { panic!() };
        assert_eq!((items[1].text(), items[1].span.line), (Some("y z"), 5));
        assert_eq!(root.get("c").unwrap().value, Value::Null);
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
        let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for i in 1..9 {
            let before = format!("*a{}", i - 1);
            bomb.push_str(&format!("a{i}: &a{i} [{}]\n", [before.as_str(); 9].join(", ")));
        }
        assert_eq!(codes(&bomb), ["yaml-too-big"]);
        assert_eq!(codes("a: 1\n---\nb: 2\n"), ["multiple-documents"]);
        assert_eq!(codes("a: *b\n"), ["yaml-syntax"]);
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
