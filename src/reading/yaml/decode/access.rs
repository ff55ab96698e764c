//! How the parts of a node are handed to serde, one by one.

use std::collections::VecDeque;

use serde::de::value::{BoolDeserializer, U64Deserializer};
use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess};

use super::{DecodeError, Hinh, NodeDe};
use crate::reading::yaml::{Node, Span, Value};

/// The items of a list.
pub(super) struct Items<'a, 'p> {
    pub(super) rest: std::slice::Iter<'a, Node>,
    pub(super) de: NodeDe<'a, 'p>,
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
pub(super) struct Entries<'a, 'p> {
    pub(super) rest: VecDeque<&'a (Node, Node)>,
    pub(super) value: Option<&'a (Node, Node)>,
    pub(super) de: NodeDe<'a, 'p>,
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

/// What a field gets: its first and its last number, whether it is blank, and the value.
pub(super) struct FieldParts<'a, 'p> {
    pub(super) de: NodeDe<'a, 'p>,
    pub(super) next: usize,
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

/// The readers of one mapping, one after the other.
pub(super) struct Parts<'a, 'p> {
    pub(super) rest: std::array::IntoIter<NodeDe<'a, 'p>, 2>,
}

impl<'a> SeqAccess<'a> for Parts<'a, '_> {
    type Error = DecodeError;

    fn next_element_seed<T: DeserializeSeed<'a>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, DecodeError> {
        self.rest.next().map(|part| seed.deserialize(part)).transpose()
    }
}

/// What a value of several shapes gets: its shape, then the value.
pub(super) struct Shaped<'a, 'p> {
    pub(super) de: NodeDe<'a, 'p>,
    pub(super) told: bool,
}

impl<'a> SeqAccess<'a> for Shaped<'a, '_> {
    type Error = DecodeError;

    fn next_element_seed<T: DeserializeSeed<'a>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, DecodeError> {
        if !self.told {
            self.told = true;
            let hinh = Hinh::of(&self.de.node.value);
            return seed.deserialize(U64Deserializer::new(hinh.number())).map(Some);
        }
        seed.deserialize(self.de).map(Some)
    }
}
