//! Dữ liệu: what a template is given, as JSON has it, except that its texts know where they come from.

use std::collections::{BTreeMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use serde::{Serialize, Serializer};

use crate::model::Loi;

/// A value of the data.
#[derive(Debug, Clone, PartialEq)]
pub enum DuLieu {
    Trong,
    CoKhong(bool),
    So(u64),
    /// A share of a width.
    Phan(f64),
    Chu(Loi),
    DanhSach(Vec<Self>),
    Nhom(NhomDuLieu),
}

/// Values by their keys.
pub type NhomDuLieu = BTreeMap<String, DuLieu>;

impl DuLieu {
    /// Every text of the value, in the order in which it is written.
    pub fn cac_chu(&self) -> Vec<&Loi> {
        let mut all = Vec::new();
        self.gom(&mut all);
        all
    }

    /// Makes pieces of rich text that read alike different values: Typst remembers what a function made of the
    /// one and would say it for the other. No piece of other data is like them either.
    pub fn tach_chu_giong(&mut self) {
        let (mut seen, mut alike) = (HashSet::new(), HashSet::new());
        let mut hasher = DefaultHasher::new();
        for loi in self.cac_chu() {
            loi.hash(&mut hasher);
            if !seen.insert(loi.as_str()) {
                alike.insert(loi.to_string());
            }
        }
        if !alike.is_empty() {
            // What is left of it is a whole number in Typst too.
            let mut so = hasher.finish() >> 16;
            self.danh_so(&alike, &mut so);
        }
    }

    fn danh_so(&mut self, alike: &HashSet<String>, so: &mut u64) {
        match self {
            Self::DanhSach(items) => items.iter_mut().for_each(|item| item.danh_so(alike, so)),
            Self::Nhom(nhom) => {
                let piece = nhom.contains_key("nghieng")
                    && matches!(nhom.get("chu"), Some(Self::Chu(loi)) if alike.contains(loi.as_str()));
                if piece {
                    *so = so.saturating_add(1);
                    nhom.insert("so".to_owned(), Self::So(*so));
                }
                nhom.values_mut().for_each(|value| value.danh_so(alike, so));
            }
            Self::Trong | Self::CoKhong(_) | Self::So(_) | Self::Phan(_) | Self::Chu(_) => {}
        }
    }

    fn gom<'d>(&'d self, all: &mut Vec<&'d Loi>) {
        match self {
            Self::Chu(loi) => all.push(loi),
            Self::DanhSach(items) => items.iter().for_each(|item| item.gom(all)),
            Self::Nhom(nhom) => nhom.values().for_each(|value| value.gom(all)),
            Self::Trong | Self::CoKhong(_) | Self::So(_) | Self::Phan(_) => {}
        }
    }
}

impl Serialize for DuLieu {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Trong => serializer.serialize_unit(),
            Self::CoKhong(value) => serializer.serialize_bool(*value),
            Self::So(so) => serializer.serialize_u64(*so),
            Self::Phan(phan) => serializer.serialize_f64(*phan),
            Self::Chu(loi) => loi.serialize(serializer),
            Self::DanhSach(items) => items.serialize(serializer),
            Self::Nhom(nhom) => nhom.serialize(serializer),
        }
    }
}

impl From<bool> for DuLieu {
    fn from(value: bool) -> Self {
        Self::CoKhong(value)
    }
}

impl From<u64> for DuLieu {
    fn from(so: u64) -> Self {
        Self::So(so)
    }
}

impl From<usize> for DuLieu {
    fn from(so: usize) -> Self {
        Self::So(u64::try_from(so).unwrap_or(u64::MAX))
    }
}

/// A year, a place in a list: never less than nothing.
impl From<i32> for DuLieu {
    fn from(so: i32) -> Self {
        Self::So(u64::try_from(so).unwrap_or_default())
    }
}

impl From<u8> for DuLieu {
    fn from(so: u8) -> Self {
        Self::So(so.into())
    }
}

impl From<f64> for DuLieu {
    fn from(phan: f64) -> Self {
        Self::Phan(phan)
    }
}

impl From<&Loi> for DuLieu {
    fn from(loi: &Loi) -> Self {
        Self::Chu(loi.clone())
    }
}

impl From<Loi> for DuLieu {
    fn from(loi: Loi) -> Self {
        Self::Chu(loi)
    }
}

impl From<String> for DuLieu {
    fn from(chu: String) -> Self {
        Self::Chu(chu.into())
    }
}

impl From<&str> for DuLieu {
    fn from(chu: &str) -> Self {
        Self::Chu(chu.into())
    }
}

impl<T: Into<Self>> From<Option<T>> for DuLieu {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Trong, Into::into)
    }
}

impl<T: Into<Self>> From<Vec<T>> for DuLieu {
    fn from(items: Vec<T>) -> Self {
        items.into_iter().collect()
    }
}

impl<T: Into<Self>> FromIterator<T> for DuLieu {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::DanhSach(items.into_iter().map(Into::into).collect())
    }
}

impl From<NhomDuLieu> for DuLieu {
    fn from(nhom: NhomDuLieu) -> Self {
        Self::Nhom(nhom)
    }
}

/// Values by their keys: `nhom! { "ten": ten, "so": 1 }`.
macro_rules! nhom {
    ($($khoa:literal: $gia_tri:expr),* $(,)?) => {
        $crate::compose::value::du_lieu::NhomDuLieu::from([
            $(($khoa.to_owned(), $crate::compose::value::du_lieu::DuLieu::from($gia_tri))),*
        ])
    };
}

pub(crate) use nhom;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_in_the_order_of_the_json() {
        let value: DuLieu = nhom! {
            "b": vec!["hai", "ba"], "a": "một", "c": nhom! { "x": None::<u64>, "y": 0.5, "z": true },
        }
        .into();
        let json = serde_json::to_string(&value).unwrap();
        assert_eq!(json, r#"{"a":"một","b":["hai","ba"],"c":{"x":null,"y":0.5,"z":true}}"#);
        let texts: Vec<&str> = value.cac_chu().into_iter().map(|loi| loi.as_str()).collect();
        assert_eq!(texts, ["một", "hai", "ba"]);
    }
}
