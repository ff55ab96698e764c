//! A value in JSON: a text, a list, an object with its keys in order, or null.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::Cay;

impl Serialize for Cay {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Trong => to.serialize_unit(),
            Self::Chu(text) => to.serialize_str(text),
            Self::DanhSach(items) => items.serialize(to),
            Self::Nhom(entries) => {
                let mut map = to.serialize_map(Some(entries.len()))?;
                entries.iter().try_for_each(|(key, value)| map.serialize_entry(key, value))?;
                map.end()
            }
        }
    }
}

/// By what comes: trying one kind after the other would put a body of a hundred pages into each refusal.
impl<'de> Deserialize<'de> for Cay {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Doc)
    }
}

struct Doc;

impl<'de> Visitor<'de> for Doc {
    type Value = Cay;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("chữ, danh sách, nhóm mục con, hoặc không có gì")
    }

    fn visit_unit<E>(self) -> Result<Cay, E> {
        Ok(Cay::Trong)
    }

    fn visit_none<E>(self) -> Result<Cay, E> {
        Ok(Cay::Trong)
    }

    fn visit_str<E>(self, text: &str) -> Result<Cay, E> {
        Ok(Cay::Chu(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Cay, E> {
        Ok(Cay::Chu(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Cay, A::Error> {
        let mut all = Vec::new();
        while let Some(item) = items.next_element()? {
            all.push(item);
        }
        Ok(Cay::DanhSach(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Cay, A::Error> {
        let mut all: Vec<(String, Cay)> = Vec::new();
        while let Some((key, value)) = map.next_entry::<String, Cay>()? {
            all.retain(|(own, _)| *own != key);
            all.push((key, value));
        }
        Ok(Cay::Nhom(all))
    }
}
