//! From text to tree, by the YAML library.
//!
//! serde_yaml tells a text as it was written only to someone who knows beforehand that it is one, and where
//! something stands only when it fails there. So a file with numbers is read in two passes, one for the shape
//! (what is a list, a mapping, a text) and one for the texts as they were written (`05` keeps its zero,
//! `350.000` is no fraction). Each node gets a number, and `vi_tri.rs`, the other file that knows the library, finds
//! the lines and columns of all nodes by reading again. Only faults pay for that.

use std::fmt;

use serde::de::{DeserializeSeed, EnumAccess, Error as _, MapAccess, SeqAccess, Visitor};
use serde_yaml::Deserializer;

use super::o_tron::{giau, lo};
use super::{Node, Span, Value};
use crate::reading::source::nfc;

/// No hồ sơ is nested deeper than a handful of levels.
pub const SAU_NHAT: usize = 32;
/// Values in one file, counting those that aliases repeat: so many, and one more for so many bytes. What is written
/// out takes its bytes (the shortest entry of a list has four), so an address book of twenty thousand is read, and a
/// file that repeats itself can't become more than a written one.
const NHIEU_NHAT: usize = 20_000;
const BYTE_MOI_GIA_TRI: usize = 4;
/// Bytes of all values, counting those that aliases repeat: so many times the file's own, and so many more.
const BYTE_LAN: usize = 2;
const BYTE_THEM: usize = 1024 * 1024;
/// Opening brackets in one file that may stand open at once: the library's time grows with the square of their depth.
const NGOAC_NHIEU_NHAT: usize = 10_000;

/// How many brackets a line may leave open, at most. What it opens and closes again by itself doesn't count, so that
/// each entry of a long list may be `{…}`; but a closing bracket in quotes or behind `#` closes nothing, and one that
/// is opened in quotes stays open, since the line may begin inside of others.
fn ngoac_mo(line: &str) -> usize {
    let two_kinds = line.contains('"') && line.contains('\'');
    let sure = !two_kinds && !line.contains(['#', '\\']);
    let (mut open, mut most, mut quoted, mut inside) = (0_usize, 0, 0_usize, false);
    let (mut before, mut spaced) = (b' ', true);
    for byte in line.bytes() {
        match byte {
            b'[' | b'{' if inside => quoted = quoted.saturating_add(1),
            b'[' | b'{' => open = open.saturating_add(1),
            b']' | b'}' if sure && !inside => open = open.saturating_sub(1),
            b'"' | b'\'' if inside => inside = false,
            // Elsewhere it is a letter of a text without quotes, and nobody knows what comes behind it.
            b'"' | b'\'' if !mo_nhay(before, spaced) => return dem_mo(line),
            b'"' | b'\'' => inside = true,
            _ => {}
        }
        most = open.saturating_add(quoted).max(most);
        spaced = byte == b' ';
        before = if spaced { before } else { byte };
    }
    // Nobody nests so deep in a line by hand.
    if most > SAU_NHAT { most } else { open.saturating_add(quoted) }
}

/// Whether a text in quotes may begin behind these: the last letter that is no space, and whether a space follows it.
fn mo_nhay(before: u8, spaced: bool) -> bool {
    matches!(before, b'[' | b'{' | b',') || before == b':' && spaced
}

/// All that a line opens.
fn dem_mo(line: &str) -> usize {
    line.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count()
}

/// What the passes say when they stop for a reason of their own.
mod stop {
    pub const TOO_DEEP: &str = "vanthu: too deep";
    pub const TOO_BIG: &str = "vanthu: too big";
    pub const TAG: &str = "vanthu: tag";
    pub const HERE: &str = "vanthu: here";
}

/// A reason of ours, or the library's counterpart of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    TooDeep,
    TooBig,
    Tag,
    SecondDocument,
}

/// Why a text is no tree: the library's words, and where, from 1.
#[derive(Debug)]
pub struct Failure {
    pub stop: Option<Stop>,
    pub message: String,
    pub at: (usize, usize),
}

impl From<serde_yaml::Error> for Failure {
    fn from(error: serde_yaml::Error) -> Self {
        let message = error.to_string();
        let says = |words: &[&str]| words.iter().any(|w| message.contains(w));
        let stop = if says(&[stop::TOO_DEEP, "recursion limit"]) {
            Some(Stop::TooDeep)
        } else if says(&[stop::TOO_BIG, "repetition limit"]) {
            Some(Stop::TooBig)
        } else if says(&[stop::TAG]) {
            Some(Stop::Tag)
        } else if says(&["more than one document"]) {
            Some(Stop::SecondDocument)
        } else {
            None
        };
        let at = error.location().map_or((1, 1), |l| (l.line(), l.column()));
        Self { stop, message, at }
    }
}

/// The tree of a text; every node carries its number.
pub fn read(text: &str) -> Result<Node, Failure> {
    if text.lines().map(ngoac_mo).sum::<usize>() > NGOAC_NHIEU_NHAT {
        return Err(Failure { stop: Some(Stop::TooDeep), message: String::new(), at: (1, 1) });
    }
    let text = &*giau(text);
    let room = text.len().saturating_mul(BYTE_LAN).saturating_add(BYTE_THEM);
    let values = NHIEU_NHAT.saturating_add(text.len() / BYTE_MOI_GIA_TRI);
    let mut seen = Seen { room, values, ..Seen::default() };
    let root = Shapes { seen: &mut seen, depth: 0 }.deserialize(Deserializer::from_str(text))?;
    if !seen.reworded {
        return Ok(root);
    }
    let (shapes, mut next, mut room) = (seen.shapes, 0, room);
    let texts = Texts { shapes: &shapes, next: &mut next, room: &mut room };
    Ok(texts.deserialize(Deserializer::from_str(text))?)
}

/// Line and column of one node, from 1: the library fails at its number.
pub fn locate_one(text: &str, number: usize) -> Option<(usize, usize)> {
    let mut seen = 0;
    let find = Find { wanted: number, seen: &mut seen };
    let error = find.deserialize(Deserializer::from_str(&giau(text))).err()?;
    let at = error.to_string().contains(stop::HERE).then(|| error.location()).flatten()?;
    Some((at.line(), at.column()))
}

/// What a node is, before its text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Null,
    Text,
    List,
    Map,
}

/// What the first pass has seen.
#[derive(Default)]
struct Seen {
    /// Of all nodes, in the order of the file.
    shapes: Vec<Shape>,
    /// Bytes of text that may yet come.
    room: usize,
    /// Values that there may be.
    values: usize,
    /// Whether there was a number or such like, which was not told as it is written.
    reworded: bool,
}

/// An alias repeats a text whole, and each would be kept.
fn take<E: serde::de::Error>(room: &mut usize, text: &str) -> Result<(), E> {
    *room = room.checked_sub(text.len()).ok_or_else(|| E::custom(stop::TOO_BIG))?;
    Ok(())
}

/// First pass: the shapes of all nodes, and the tree if all texts are told as they are written.
struct Shapes<'s> {
    seen: &'s mut Seen,
    depth: usize,
}

impl Shapes<'_> {
    /// Notes a node and tells its number.
    fn note<E: serde::de::Error>(&mut self, shape: Shape) -> Result<usize, E> {
        let number = self.seen.shapes.len();
        self.seen.shapes.push(shape);
        if number >= self.seen.values { Err(E::custom(stop::TOO_BIG)) } else { Ok(number) }
    }

    fn inside(&mut self) -> Shapes<'_> {
        Shapes { seen: self.seen, depth: self.depth.saturating_add(1) }
    }

    fn enter<E: serde::de::Error>(&mut self, shape: Shape) -> Result<usize, E> {
        if self.depth >= SAU_NHAT {
            return Err(E::custom(stop::TOO_DEEP));
        }
        self.note(shape)
    }

    /// The node that began with number `first` and ends here.
    fn node(&self, first: usize, value: Value) -> Node {
        Node { value, span: Span { first, last: self.seen.shapes.len().saturating_sub(1) } }
    }

    /// A text of which only the meaning is told.
    fn reworded<E: serde::de::Error>(&mut self) -> Result<Node, E> {
        self.seen.reworded = true;
        let first = self.note(Shape::Text)?;
        Ok(self.node(first, Value::Null))
    }
}

impl<'de> DeserializeSeed<'de> for Shapes<'_> {
    type Value = Node;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// Every kind of scalar but a text, for a visitor that treats them alike.
macro_rules! each_reworded {
    ($self:ident, $value:ty, $body:expr) => {
        fn visit_bool<E: serde::de::Error>(mut $self, _: bool) -> Result<$value, E> { $body }
        fn visit_i64<E: serde::de::Error>(mut $self, _: i64) -> Result<$value, E> { $body }
        fn visit_u64<E: serde::de::Error>(mut $self, _: u64) -> Result<$value, E> { $body }
        fn visit_i128<E: serde::de::Error>(mut $self, _: i128) -> Result<$value, E> { $body }
        fn visit_u128<E: serde::de::Error>(mut $self, _: u128) -> Result<$value, E> { $body }
        fn visit_f64<E: serde::de::Error>(mut $self, _: f64) -> Result<$value, E> { $body }
    };
}

impl<'de> Visitor<'de> for Shapes<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("anything")
    }

    each_reworded!(self, Node, self.reworded());

    fn visit_str<E: serde::de::Error>(mut self, text: &str) -> Result<Node, E> {
        let first = self.note(Shape::Text)?;
        take(&mut self.seen.room, text)?;
        // An escape (`"e\u0301"`) may hold a mark of its own.
        Ok(self.node(first, Value::Text(nfc(lo(text)))))
    }

    fn visit_unit<E: serde::de::Error>(mut self) -> Result<Node, E> {
        let first = self.note(Shape::Null)?;
        Ok(self.node(first, Value::Null))
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<Node, E> {
        self.visit_unit()
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut access: A) -> Result<Node, A::Error> {
        let first = self.enter(Shape::List)?;
        let mut items = Vec::new();
        while let Some(item) = access.next_element_seed(self.inside())? {
            items.push(item);
        }
        Ok(self.node(first, Value::List(items)))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut access: A) -> Result<Node, A::Error> {
        let first = self.enter(Shape::Map)?;
        let mut entries = Vec::new();
        while let Some(key) = access.next_key_seed(self.inside())? {
            entries.push((key, access.next_value_seed(self.inside())?));
        }
        Ok(self.node(first, Value::Map(entries)))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<Node, A::Error> {
        Err(A::Error::custom(stop::TAG))
    }
}

/// Second pass: the tree, with every text as it was written.
struct Texts<'s> {
    shapes: &'s [Shape],
    next: &'s mut usize,
    room: &'s mut usize,
}

impl Texts<'_> {
    fn inside(&mut self) -> Texts<'_> {
        Texts { shapes: self.shapes, next: self.next, room: self.room }
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
        take(self.texts.room, text)?;
        Ok(self.texts.node(self.first, Value::Text(nfc(lo(text)))))
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

    each_reworded!(self, (), self.meet());

    fn visit_str<E: serde::de::Error>(mut self, _: &str) -> Result<(), E> {
        self.meet()
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    /// A long text, or a long number, that is repeated `times`.
    fn repeated(of: &str, times: usize) -> Result<Node, Failure> {
        read(&format!("a: &a {}\nb: [{}]\n", of.repeat(100_000), vec!["*a"; times].join(", ")))
    }

    #[test]
    fn a_long_text_is_not_repeated_without_bound() {
        for of in ["x", "7"] {
            assert!(repeated(of, 5).is_ok(), "{of}");
            let stopped = repeated(of, 15_000).unwrap_err();
            assert_eq!(stopped.stop, Some(Stop::TooBig), "{of}: {}", stopped.message);
        }
    }
}
