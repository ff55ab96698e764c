//! From text to a tree with places: the only file that knows the YAML library.
//!
//! serde_yaml tells where something stands only when it fails there. So the text is read in two passes,
//! one for the shape (what is a list, a mapping, a text) and one for the texts as they were written
//! (`05` keeps its zero, `350.000` is no fraction); each node gets a number, and [`place`] finds a
//! node's line and column by reading again and failing at its number. Only faults pay for that.

pub mod decode;
mod node;
mod syntax;

use std::fmt;
use std::ops::RangeInclusive;

use serde::de::{DeserializeSeed, EnumAccess, Error as _, MapAccess, SeqAccess, Visitor};
use serde_yaml::Deserializer;
use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::{Diagnostic, Place};
use crate::source::TepNguon;
pub use node::{Node, Span, Value};

/// No hồ sơ is nested deeper than a handful of levels.
const SAU_NHAT: usize = 32;
/// Values in one file, counting those that aliases repeat.
const NHIEU_NHAT: usize = 20_000;
/// Doubled keys that are reported in one file.
const TRUNG_NHIEU_NHAT: usize = 50;
/// Opening brackets in one file: the library's time grows with the square of their depth.
const NGOAC_NHIEU_NHAT: usize = 10_000;

/// What the passes say when they stop for a reason of their own.
mod stop {
    pub const TOO_DEEP: &str = "vanthu: too deep";
    pub const TOO_BIG: &str = "vanthu: too big";
    pub const TAG: &str = "vanthu: tag";
    pub const HERE: &str = "vanthu: here";
}

/// The tree of a file, and all keys that stand in it twice. A fault of syntax ends the reading.
pub fn parse(tep: &TepNguon) -> (Option<Node>, Vec<Diagnostic>) {
    if tep.text.bytes().filter(|b| matches!(b, b'[' | b'{')).count() > NGOAC_NHIEU_NHAT {
        return (None, vec![syntax::too_deep().at(tep.place(1, 1))]);
    }
    match read(&tep.text) {
        Ok(root) => {
            let mut twice = Vec::new();
            let root = without_doubles(root, &mut twice);
            let twice = twice.iter().take(TRUNG_NHIEU_NHAT);
            (Some(root), twice.map(|(key, first)| doubled(tep, key, *first)).collect())
        }
        Err(error) => (None, vec![diagnose(tep, &error)]),
    }
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

fn read(text: &str) -> Result<Node, serde_yaml::Error> {
    let mut shapes = Vec::new();
    Shapes { out: &mut shapes, depth: 0 }.deserialize(Deserializer::from_str(text))?;
    let mut next = 0;
    Texts { shapes: &shapes, next: &mut next }.deserialize(Deserializer::from_str(text))
}

/// Line and column of a node, from 1.
fn locate(text: &str, number: usize) -> Option<(usize, usize)> {
    let mut seen = 0;
    let find = Find { wanted: number, seen: &mut seen };
    let error = find.deserialize(Deserializer::from_str(text)).err()?;
    let at = error.to_string().contains(stop::HERE).then(|| error.location()).flatten()?;
    Some((at.line(), at.column()))
}

fn diagnose(tep: &TepNguon, error: &serde_yaml::Error) -> Diagnostic {
    let message = error.to_string();
    let (line, column) = error.location().map_or((1, 1), |l| (l.line(), l.column()));
    let found = if message.contains(stop::TOO_DEEP) || message.contains("recursion limit") {
        syntax::too_deep()
    } else if message.contains(stop::TOO_BIG) || message.contains("repetition limit") {
        syntax::too_big()
    } else if message.contains(stop::TAG) {
        syntax::tag()
    } else if message.contains("more than one document") {
        return syntax::second_document().at(tep.place(second_document(&tep.text), 1));
    } else {
        return syntax::diagnose(tep, &message, line, column);
    };
    found.at(tep.place(line, column))
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

/// What a node is, before its text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Null,
    Text,
    List,
    Map,
}

/// First pass: the shapes of all nodes, in the order of the file.
struct Shapes<'s> {
    out: &'s mut Vec<Shape>,
    depth: usize,
}

impl Shapes<'_> {
    fn note<E: serde::de::Error>(&mut self, shape: Shape) -> Result<(), E> {
        self.out.push(shape);
        if self.out.len() > NHIEU_NHAT { Err(E::custom(stop::TOO_BIG)) } else { Ok(()) }
    }

    fn inside(&mut self) -> Shapes<'_> {
        Shapes { out: self.out, depth: self.depth.saturating_add(1) }
    }

    fn enter<E: serde::de::Error>(&mut self, shape: Shape) -> Result<(), E> {
        if self.depth >= SAU_NHAT {
            return Err(E::custom(stop::TOO_DEEP));
        }
        self.note(shape)
    }
}

impl<'de> DeserializeSeed<'de> for Shapes<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// Every kind of scalar, for a visitor that treats them alike.
macro_rules! each_scalar {
    ($self:ident, $value:ty, $body:expr) => {
        fn visit_bool<E: serde::de::Error>(mut $self, _: bool) -> Result<$value, E> { $body }
        fn visit_i64<E: serde::de::Error>(mut $self, _: i64) -> Result<$value, E> { $body }
        fn visit_u64<E: serde::de::Error>(mut $self, _: u64) -> Result<$value, E> { $body }
        fn visit_i128<E: serde::de::Error>(mut $self, _: i128) -> Result<$value, E> { $body }
        fn visit_u128<E: serde::de::Error>(mut $self, _: u128) -> Result<$value, E> { $body }
        fn visit_f64<E: serde::de::Error>(mut $self, _: f64) -> Result<$value, E> { $body }
        fn visit_str<E: serde::de::Error>(mut $self, _: &str) -> Result<$value, E> { $body }
    };
}

impl<'de> Visitor<'de> for Shapes<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("anything")
    }

    each_scalar!(self, (), self.note(Shape::Text));

    fn visit_unit<E: serde::de::Error>(mut self) -> Result<(), E> {
        self.note(Shape::Null)
    }

    fn visit_none<E: serde::de::Error>(mut self) -> Result<(), E> {
        self.note(Shape::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        self.enter(Shape::List)?;
        while items.next_element_seed(self.inside())?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut entries: A) -> Result<(), A::Error> {
        self.enter(Shape::Map)?;
        while entries.next_key_seed(self.inside())?.is_some() {
            entries.next_value_seed(self.inside())?;
        }
        Ok(())
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        Err(A::Error::custom(stop::TAG))
    }
}

/// Second pass: the tree, with every text as it was written.
struct Texts<'s> {
    shapes: &'s [Shape],
    next: &'s mut usize,
}

impl Texts<'_> {
    fn inside(&mut self) -> Texts<'_> {
        Texts { shapes: self.shapes, next: self.next }
    }

    /// The node that began with number `first` and ends here.
    fn node(&self, first: usize, value: Value) -> Node {
        Node { value, span: Span { first, last: self.next.saturating_sub(1) } }
    }
}

impl<'de> DeserializeSeed<'de> for Texts<'_> {
    type Value = Node;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        let first = *self.next;
        *self.next = first.saturating_add(1);
        match self.shapes.get(first) {
            Some(Shape::Text) => deserializer.deserialize_str(TextsAt { texts: self, first }),
            _ => deserializer.deserialize_any(TextsAt { texts: self, first }),
        }
    }
}

/// The second pass at one node.
struct TextsAt<'s> {
    texts: Texts<'s>,
    first: usize,
}

impl<'de> Visitor<'de> for TextsAt<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Node, E> {
        Ok(self.texts.node(self.first, Value::Text(text.nfc().collect())))
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Node, E> {
        Ok(self.texts.node(self.first, Value::Null))
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<Node, E> {
        self.visit_unit()
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut access: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element_seed(self.texts.inside())? {
            items.push(item);
        }
        Ok(self.texts.node(self.first, Value::List(items)))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut access: A) -> Result<Node, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = access.next_key_seed(self.texts.inside())? {
            entries.push((key, access.next_value_seed(self.texts.inside())?));
        }
        Ok(self.texts.node(self.first, Value::Map(entries)))
    }
}

/// Reads up to a node and fails there.
struct Find<'s> {
    wanted: usize,
    seen: &'s mut usize,
}

impl Find<'_> {
    fn inside(&mut self) -> Find<'_> {
        Find { wanted: self.wanted, seen: self.seen }
    }

    fn meet<E: serde::de::Error>(&mut self) -> Result<(), E> {
        let here = *self.seen == self.wanted;
        *self.seen = self.seen.saturating_add(1);
        if here { Err(E::custom(stop::HERE)) } else { Ok(()) }
    }
}

impl<'de> DeserializeSeed<'de> for Find<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Find<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("anything")
    }

    each_scalar!(self, (), self.meet());

    fn visit_unit<E: serde::de::Error>(mut self) -> Result<(), E> {
        self.meet()
    }

    fn visit_none<E: serde::de::Error>(mut self) -> Result<(), E> {
        self.meet()
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        self.meet()?;
        while items.next_element_seed(self.inside())?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut entries: A) -> Result<(), A::Error> {
        self.meet()?;
        while entries.next_key_seed(self.inside())?.is_some() {
            entries.next_value_seed(self.inside())?;
        }
        Ok(())
    }
}

/// Keeps the first of entries with the same key and lists the later keys with the first one's place.
fn without_doubles(node: Node, twice: &mut Vec<(Node, Span)>) -> Node {
    let value = match node.value {
        Value::List(items) => {
            Value::List(items.into_iter().map(|item| without_doubles(item, twice)).collect())
        }
        Value::Map(entries) => {
            let mut kept: Vec<(Node, Node)> = Vec::with_capacity(entries.len());
            for (key, value) in entries {
                match kept.iter().find(|(earlier, _)| earlier.value == key.value) {
                    Some((first, _)) => twice.push((key, first.span)),
                    None => kept.push((key, without_doubles(value, twice))),
                }
            }
            Value::Map(kept)
        }
        leaf => leaf,
    };
    Node { value, span: node.span }
}

fn doubled(tep: &TepNguon, key: &Node, first: Span) -> Diagnostic {
    let name = key.text().unwrap_or_default();
    Diagnostic::error("duplicate-key", format!("mục “{name}” ghi hai lần"))
        .hint("giữ lại một chỗ, xoá chỗ kia")
        .at(place(tep, key.span))
        .and_at(place(tep, first))
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
