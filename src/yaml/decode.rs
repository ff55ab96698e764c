//! Decodes a tree into forms through serde, and goes on after a fault so that all of them come out.
//!
//! A [`Field`](crate::form::Field) asks for the newtype struct [`FIELD`]; it then gets the place of its
//! node, whether it is blank, and the value. A value that doesn't decode is noted here, and the field
//! learns only that it is bad.

use std::cell::RefCell;
use std::collections::VecDeque;

use serde::de::value::{BoolDeserializer, U64Deserializer};
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::{Node, Span, Value};
use crate::model::Fault;

/// The name by which a field asks for its place.
pub const FIELD: &str = "$field";

/// The name by which a document's form asks for its head and its own part, which stand in one mapping.
pub const CO_DAU: &str = "$co_dau";

const NHAY: &str = "ghi nội dung ngay sau dấu hai chấm; nội dung có dấu hai chấm hoặc mở đầu bằng \
    dấu ngoặc thì đặt trong hai dấu nháy đơn: '…'";

/// A fault with its place.
pub type Problem = (Fault, Span);

/// Decodes the whole tree; what can't be decoded is in the list.
pub fn decode<'a, T: de::Deserialize<'a>>(root: &'a Node) -> (Option<T>, Vec<Problem>) {
    decode_value(root, "")
}

/// The same for what stands under `key`.
pub fn decode_value<'a, T: de::Deserialize<'a>>(
    root: &'a Node,
    key: &'a str,
) -> (Option<T>, Vec<Problem>) {
    let problems = RefCell::new(Vec::new());
    let name = Name { key, item: false };
    let result = T::deserialize(NodeDe { node: root, name, problems: &problems, ghep: None });
    let mut all = problems.into_inner();
    match result {
        Ok(value) => (Some(value), all),
        Err(error) => {
            all.push((*error.fault, error.span.unwrap_or(root.span)));
            (None, all)
        }
    }
}

/// Decodes a mapping of which `T` is a part; `them` are the keys of the rest.
pub fn decode_part<'a, T: de::Deserialize<'a>>(
    root: &'a Node,
    them: &[&str],
) -> (Option<T>, Vec<Problem>) {
    let problems = RefCell::new(Vec::new());
    let ghep =
        Ghep { khoa: RefCell::new(them.iter().map(|k| (*k).to_owned()).collect()), sau: true };
    let name = Name { key: "", item: false };
    let result =
        T::deserialize(NodeDe { node: root, name, problems: &problems, ghep: Some(&ghep) });
    (result.ok(), problems.into_inner())
}

/// A fault on its way out of serde.
#[derive(Debug)]
pub struct DecodeError {
    fault: Box<Fault>,
    span: Option<Span>,
}

impl std::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.fault.message)
    }
}

impl std::error::Error for DecodeError {}

impl de::Error for DecodeError {
    fn custom<M: std::fmt::Display>(message: M) -> Self {
        Self { fault: Box::new(Fault::new("wrong-type", message.to_string())), span: None }
    }
}

/// How a message speaks of a node: by its key, or as an item of a list.
#[derive(Clone, Copy)]
struct Name<'a> {
    key: &'a str,
    item: bool,
}

#[derive(Clone, Copy)]
struct NodeDe<'a, 'p> {
    node: &'a Node,
    name: Name<'a>,
    problems: &'p RefCell<Vec<Problem>>,
    /// Set where the mapping is decoded in parts.
    ghep: Option<&'p Ghep>,
}

/// The keys of the other parts of a mapping that several forms share.
struct Ghep {
    khoa: RefCell<Vec<String>>,
    /// Whether this is the last part, which reports the keys that nobody knows.
    sau: bool,
}

impl<'a, 'p> NodeDe<'a, 'p> {
    fn entry(self, key: &'a str, node: &'a Node) -> Self {
        Self { node, name: Name { key, item: false }, ghep: None, ..self }
    }

    fn item(self, node: &'a Node) -> Self {
        Self { node, name: Name { item: true, ..self.name }, ghep: None, ..self }
    }

    fn wrong<T>(self, wanted: &str, hint: &str) -> Result<T, DecodeError> {
        let name = match self.name {
            Name { key: "", .. } => "ở đây".to_owned(),
            Name { key, item: false } => format!("mục “{key}”"),
            Name { key, item: true } => format!("mỗi phần tử của “{key}”"),
        };
        let message = format!("{name} phải là {wanted}, không phải {}", self.node.kind());
        let fault = Fault::new("wrong-type", message).hint(hint);
        Err(DecodeError { fault: Box::new(fault), span: Some(self.node.span) })
    }

    fn note(self, fault: Fault, span: Span) {
        self.problems.borrow_mut().push((fault, span));
    }

    /// Notes the keys that `fields` doesn't have, each with the nearest that it has.
    fn known<'e>(self, entries: &'e [(Node, Node)], fields: &[&str]) -> VecDeque<&'e (Node, Node)> {
        let mut known = VecDeque::new();
        let others = self.ghep.map(|ghep| ghep.khoa.borrow().clone()).unwrap_or_default();
        let report = self.ghep.is_none_or(|ghep| ghep.sau);
        for entry in entries {
            match entry.0.text() {
                Some(key) if fields.contains(&key) => known.push_back(entry),
                Some(key) if others.iter().any(|other| other == key) => {}
                key if report => {
                    let all: Vec<&str> =
                        fields.iter().copied().chain(others.iter().map(String::as_str)).collect();
                    self.note(unknown_key(key.unwrap_or_default(), &all), entry.0.span);
                }
                _ => {}
            }
        }
        if let Some(ghep) = self.ghep.filter(|ghep| !ghep.sau) {
            ghep.khoa.borrow_mut().extend(fields.iter().map(|f| (*f).to_owned()));
        }
        known
    }
}

/// The message about a key that nobody knows.
pub fn unknown_key(key: &str, fields: &[&str]) -> Fault {
    let fault = Fault::new("unknown-key", format!("không có mục nào tên “{key}”"));
    match nearest(key, fields) {
        Some(near) => fault.hint(co_phai_la(near)),
        None => fault.hint(format!("các mục dùng được ở đây: {}", fields.join(", "))),
    }
}

/// The question that a misspelt word is answered with.
pub fn co_phai_la(near: &str) -> String {
    format!("có phải là “{near}”?")
}

/// The word that was probably meant, if one is near enough.
pub fn nearest<'w>(word: &str, words: &[&'w str]) -> Option<&'w str> {
    if word.chars().count() > 60 {
        return None;
    }
    let folded = khong_dau(word);
    let rate = |w: &&&str| strsim::jaro_winkler(&folded, w);
    let best = words.iter().max_by(|a, b| rate(a).total_cmp(&rate(b)))?;
    (rate(&best) > 0.8).then_some(*best)
}

/// Keys have no marks; a clerk may have written them with marks, spaces or dashes.
fn khong_dau(text: &str) -> String {
    use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
    text.to_lowercase()
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| match c {
            'đ' => 'd',
            ' ' | '-' => '_',
            other => other,
        })
        .collect()
}

impl<'de> Deserializer<'de> for NodeDe<'de, '_> {
    type Error = DecodeError;

    /// Asked for only where both a text and a list will do.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match &self.node.value {
            Value::Null => visitor.visit_unit(),
            Value::Text(_) => self.deserialize_str(visitor),
            Value::List(_) => self.deserialize_seq(visitor),
            Value::Map(_) => self.wrong("một đoạn chữ hoặc một danh sách", NHAY),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match &self.node.value {
            Value::Text(text) => visitor.visit_borrowed_str(text),
            _ => self.wrong("một đoạn chữ", NHAY),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match &self.node.value {
            Value::List(items) => visitor.visit_seq(Items { rest: items.iter(), de: self }),
            _ => self.wrong("một danh sách", "ghi mỗi phần tử trên một dòng, bắt đầu bằng “- ”"),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match &self.node.value {
            Value::Map(all) => {
                visitor.visit_map(Entries { rest: all.iter().collect(), value: None, de: self })
            }
            _ => self.wrong(
                "một nhóm mục con",
                "xuống dòng, thụt vào, rồi ghi từng mục “tên_mục: nội dung”",
            ),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        let Value::Map(all) = &self.node.value else { return self.deserialize_map(visitor) };
        visitor.visit_map(Entries { rest: self.known(all, fields), value: None, de: self })
    }

    /// Blank is not yet absent: the field itself tells the two apart.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        if name == FIELD {
            visitor.visit_seq(FieldParts { de: self, next: 0 })
        } else if name == CO_DAU {
            visitor.visit_seq(HaiPhan { de: self, khoa: Vec::new(), next: 0 })
        } else {
            visitor.visit_newtype_struct(self)
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char string bytes byte_buf unit
        unit_struct tuple tuple_struct enum identifier ignored_any
    }
}

/// The items of a list.
struct Items<'a, 'p> {
    rest: std::slice::Iter<'a, Node>,
    de: NodeDe<'a, 'p>,
}

impl<'a> SeqAccess<'a> for Items<'a, '_> {
    type Error = DecodeError;

    fn next_element_seed<T: DeserializeSeed<'a>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, DecodeError> {
        self.rest.next().map(|node| seed.deserialize(self.de.item(node))).transpose()
    }
}

/// The entries of a mapping, in the order of the file.
struct Entries<'a, 'p> {
    rest: VecDeque<&'a (Node, Node)>,
    value: Option<&'a (Node, Node)>,
    de: NodeDe<'a, 'p>,
}

impl<'a> MapAccess<'a> for Entries<'a, '_> {
    type Error = DecodeError;

    fn next_key_seed<K: DeserializeSeed<'a>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, DecodeError> {
        let Some(entry) = self.rest.pop_front() else { return Ok(None) };
        self.value = Some(entry);
        seed.deserialize(self.de.entry("", &entry.0)).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'a>>(
        &mut self,
        seed: T,
    ) -> Result<T::Value, DecodeError> {
        match self.value.take() {
            Some((key, node)) => {
                seed.deserialize(self.de.entry(key.text().unwrap_or_default(), node))
            }
            None => Err(de::Error::custom("mục không có nội dung")),
        }
    }
}

/// What a document's form gets: its head, then its own part, each from the same mapping.
struct HaiPhan<'a, 'p> {
    de: NodeDe<'a, 'p>,
    khoa: Vec<String>,
    next: usize,
}

impl<'a> SeqAccess<'a> for HaiPhan<'a, '_> {
    type Error = DecodeError;

    fn next_element_seed<T: DeserializeSeed<'a>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, DecodeError> {
        let ghep = Ghep { khoa: RefCell::new(std::mem::take(&mut self.khoa)), sau: self.next > 0 };
        self.next = self.next.saturating_add(1);
        let value = seed.deserialize(NodeDe { ghep: Some(&ghep), ..self.de })?;
        self.khoa = ghep.khoa.into_inner();
        Ok(Some(value))
    }
}

/// What a field gets: its first and its last number, whether it is blank, and the value.
struct FieldParts<'a, 'p> {
    de: NodeDe<'a, 'p>,
    next: usize,
}

impl<'a> SeqAccess<'a> for FieldParts<'a, '_> {
    type Error = DecodeError;

    fn next_element_seed<T: DeserializeSeed<'a>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, DecodeError> {
        let Span { first, last } = self.de.node.span;
        let part = self.next;
        self.next = self.next.saturating_add(1);
        if let Some(number) = [first, last].get(part) {
            let number = u64::try_from(*number).unwrap_or(u64::MAX);
            return seed.deserialize(U64Deserializer::new(number)).map(Some);
        }
        if part == 2 {
            let blank = self.de.node.value == Value::Null;
            return seed.deserialize(BoolDeserializer::new(blank)).map(Some);
        }
        seed.deserialize(self.de).map(Some).map_err(|error| {
            self.de.note(*error.fault, error.span.unwrap_or(self.de.node.span));
            de::Error::custom("")
        })
    }
}
