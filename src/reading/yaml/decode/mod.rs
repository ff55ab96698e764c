//! Decodes a tree into forms through serde, and goes on after a fault so that all of them come out.
//!
//! A [`Field`](crate::reading::form::Field) asks for the newtype struct [`FIELD`]; it then gets the place of its
//! node, whether it is blank, and the value. A value that doesn't decode is noted here, and the field
//! learns only that it is bad.

mod access;
mod chinh_ta;
mod hinh;
mod sai_hinh;

use std::cell::RefCell;
use std::collections::VecDeque;

use serde::de::{self, Deserializer, Visitor};

use super::{Node, Span, Value};
use crate::model::Fault;
use access::{Entries, FieldParts, Items, Parts, Shaped};
pub use chinh_ta::{co_phai_la, nearest, unknown_key};
pub use hinh::Hinh;

/// The name by which a field asks for its place.
pub const FIELD: &str = "$field";

/// The name by which a form asks for the head and for its own part, both from one mapping. In place of
/// its fields it names the keys that its head doesn't have.
pub const CO_DAU: &str = "$co_dau";

/// The name by which a value of several shapes asks for its [`Hinh`] before the value itself.
pub const HINH: &str = "$hinh";

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
    run(root, key, |node| T::deserialize(node))
}

/// Decodes the part `T` of a mapping without its keys `khong_co`; the keys `them` belong to someone
/// else, who reads them.
pub fn decode_part<'a, T: de::Deserialize<'a>>(
    root: &'a Node,
    khong_co: &[&str],
    them: &[&str],
) -> (Option<T>, Vec<Problem>) {
    run(root, "", |node| {
        let known = RefCell::new(them.iter().map(|key| (*key).to_owned()).collect());
        let part = T::deserialize(NodeDe { part: Some(Part { khong_co, known: &known }), ..node })?;
        node.unknown_to_all(&known);
        Ok(part)
    })
}

fn run<'a, T>(
    root: &'a Node,
    key: &'a str,
    read: impl FnOnce(NodeDe<'a, '_>) -> Result<T, DecodeError>,
) -> (Option<T>, Vec<Problem>) {
    let problems = RefCell::new(Vec::new());
    let name = Name { key, item: false };
    let result = read(NodeDe { node: root, name, problems: &problems, part: None });
    let mut all = problems.into_inner();
    match result {
        Ok(value) => (Some(value), all),
        Err(error) => {
            all.push((*error.fault, error.span.unwrap_or(root.span)));
            (None, all)
        }
    }
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
    /// Only some keys of this mapping are asked for now.
    part: Option<Part<'p>>,
}

/// One of several readers of a mapping.
#[derive(Clone, Copy)]
struct Part<'p> {
    khong_co: &'p [&'p str],
    /// The keys that some reader knows.
    known: &'p RefCell<Vec<String>>,
}

impl<'a, 'p> NodeDe<'a, 'p> {
    fn entry(self, key: &'a str, node: &'a Node) -> Self {
        Self { node, name: Name { key, item: false }, part: None, ..self }
    }

    fn item(self, node: &'a Node) -> Self {
        Self { node, name: Name { item: true, ..self.name }, part: None, ..self }
    }

    fn wrong<T>(self, wanted: Hinh) -> Result<T, DecodeError> {
        let fault = sai_hinh::loi(self.name, self.node, wanted);
        Err(DecodeError { fault: Box::new(fault), span: Some(self.node.span) })
    }

    fn note(self, fault: Fault, span: Span) {
        self.problems.borrow_mut().push((fault, span));
    }

    /// The entries that `fields` names. What else there is gets noted, unless it may be another part's.
    fn entries<'e>(
        self,
        entries: &'e [(Node, Node)],
        fields: &'static [&'static str],
    ) -> VecDeque<&'e (Node, Node)> {
        let left_out = self.part.map(|part| part.khong_co).unwrap_or_default();
        let fields: Vec<&str> = fields.iter().filter(|f| !left_out.contains(f)).copied().collect();
        match self.part {
            Some(part) => part.known.borrow_mut().extend(fields.iter().map(|f| (*f).to_owned())),
            None => self.unknown(&fields),
        }
        let known = |key: &Node| key.text().is_some_and(|key| fields.contains(&key));
        entries.iter().filter(|(key, _)| known(key)).collect()
    }

    /// Notes the keys that no reader of the mapping knows.
    fn unknown_to_all(self, known: &RefCell<Vec<String>>) {
        let known = known.borrow();
        self.unknown(&known.iter().map(String::as_str).collect::<Vec<_>>());
    }

    /// Notes the keys that `fields` doesn't have, each with the nearest that it has.
    fn unknown(self, fields: &[&str]) {
        let Value::Map(entries) = &self.node.value else { return };
        for (key, _) in entries {
            let name = key.text().unwrap_or_default();
            if key.text().is_none() || !fields.contains(&name) {
                self.note(unknown_key(name, fields), key.span);
            }
        }
    }
}

impl<'de> Deserializer<'de> for NodeDe<'de, '_> {
    type Error = DecodeError;

    /// Asked for only where both a text and a list will do.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match &self.node.value {
            Value::Null => visitor.visit_unit(),
            Value::Text(_) => self.deserialize_str(visitor),
            Value::List(_) => self.deserialize_seq(visitor),
            Value::Map(_) => self.wrong(Hinh::Chu),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match &self.node.value {
            Value::Text(text) => visitor.visit_borrowed_str(text),
            _ => self.wrong(Hinh::Chu),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match &self.node.value {
            Value::List(items) => visitor.visit_seq(Items { rest: items.iter(), de: self }),
            _ => self.wrong(Hinh::DanhSach),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match &self.node.value {
            Value::Map(all) => {
                visitor.visit_map(Entries { rest: all.iter().collect(), value: None, de: self })
            }
            _ => self.wrong(Hinh::Nhom),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        let Value::Map(all) = &self.node.value else { return self.deserialize_map(visitor) };
        if name != CO_DAU {
            let rest = self.entries(all, fields);
            return visitor.visit_map(Entries { rest, value: None, de: self });
        }
        let known = RefCell::new(Vec::new());
        let part = |khong_co| NodeDe { part: Some(Part { khong_co, known: &known }), ..self };
        let both = visitor.visit_seq(Parts { rest: [part(fields), part(&[])].into_iter() })?;
        self.unknown_to_all(&known);
        Ok(both)
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
        match name {
            FIELD => visitor.visit_seq(FieldParts { de: self, next: 0 }),
            HINH => visitor.visit_seq(Shaped { de: self, told: false }),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char string bytes byte_buf unit
        unit_struct tuple tuple_struct enum identifier ignored_any
    }
}
