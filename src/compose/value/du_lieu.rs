//! Dữ liệu: what a template is given, as JSON has it, except that its texts know where they come from.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::model::Loi;

/// A value of the data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
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
    /// The value as JSON, as a template finds it in its file.
    pub fn json(&self) -> Result<Arc<[u8]>, Vec<Diagnostic>> {
        let told = |error| format!("lỗi của chương trình khi ghi dữ liệu cho mẫu: {error}");
        let json = serde_json::to_vec(self);
        json.map(Arc::from).map_err(|error| vec![Diagnostic::error("internal", told(error))])
    }

    /// Every text of the value, in the order in which it is written.
    pub fn cac_chu(&self) -> Vec<&Loi> {
        self.cac_chu_co_so().into_iter().map(|(loi, _)| loi).collect()
    }

    /// The same, with the number of a piece of rich text that reads like others.
    pub fn cac_chu_co_so(&self) -> Vec<(&Loi, Option<u64>)> {
        let mut all = Vec::new();
        self.gom(None, &mut all);
        all
    }

    /// Makes pieces of rich text that read alike different values: Typst remembers what a function made of the
    /// one and would say it for the other. They are counted text by text, so that the first of them in another
    /// document's data is the same value.
    pub fn tach_chu_giong(&mut self) {
        let (mut seen, mut alike) = (FxHashSet::default(), FxHashMap::default());
        for loi in self.cac_chu() {
            if !seen.insert(loi.as_str()) {
                alike.insert(loi.to_string(), 0);
            }
        }
        if !alike.is_empty() {
            self.danh_so(&mut alike);
        }
    }

    fn danh_so(&mut self, alike: &mut FxHashMap<String, u64>) {
        match self {
            Self::DanhSach(items) => items.iter_mut().for_each(|item| item.danh_so(alike)),
            Self::Nhom(nhom) => {
                let count = match nhom.get("chu") {
                    Some(Self::Chu(loi)) if nhom.contains_key("nghieng") => {
                        alike.get_mut(loi.as_str())
                    }
                    _ => None,
                };
                if let Some(count) = count {
                    *count = count.saturating_add(1);
                    let so = *count;
                    nhom.insert("so".to_owned(), Self::So(so));
                }
                nhom.values_mut().for_each(|value| value.danh_so(alike));
            }
            Self::Trong | Self::CoKhong(_) | Self::So(_) | Self::Phan(_) | Self::Chu(_) => {}
        }
    }

    fn gom<'d>(&'d self, so: Option<u64>, all: &mut Vec<(&'d Loi, Option<u64>)>) {
        match self {
            Self::Chu(loi) => all.push((loi, so)),
            Self::DanhSach(items) => items.iter().for_each(|item| item.gom(None, all)),
            Self::Nhom(nhom) => {
                let so = match nhom.get("so") {
                    Some(Self::So(so)) if nhom.contains_key("nghieng") => Some(*so),
                    _ => None,
                };
                nhom.values().for_each(|value| value.gom(so, all));
            }
            Self::Trong | Self::CoKhong(_) | Self::So(_) | Self::Phan(_) => {}
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
        assert_eq!(serde_json::from_str::<DuLieu>(&json).unwrap(), value);
        let texts: Vec<&str> = value.cac_chu().into_iter().map(|loi| loi.as_str()).collect();
        assert_eq!(texts, ["một", "hai", "ba"]);
    }
}
