//! A value without places: what someone wants a field to be.

use serde::{Deserialize, Serialize};

use crate::reading::source::nfc;
use crate::reading::yaml::{Node, Value};

/// A value as plain data; in JSON it is what it looks like.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Cay {
    #[default]
    Trong,
    Chu(String),
    DanhSach(Vec<Cay>),
    Nhom(Vec<(String, Cay)>),
}

impl From<&Node> for Cay {
    fn from(node: &Node) -> Self {
        match &node.value {
            Value::Null => Self::Trong,
            Value::Text(text) => Self::Chu(text.clone()),
            Value::List(items) => Self::DanhSach(items.iter().map(Self::from).collect()),
            Value::Map(entries) => Self::Nhom(
                entries
                    .iter()
                    .map(|(key, value)| (key.text().unwrap_or_default().to_owned(), value.into()))
                    .collect(),
            ),
        }
    }
}

/// A step from a value to one inside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Buoc {
    PhanTu(usize),
    Khoa(String),
}

impl Cay {
    /// The value there; nothing where nothing is.
    pub fn tai(&self, duong: &[Buoc]) -> &Self {
        let Some((buoc, sau)) = duong.split_first() else { return self };
        let con = match (self, buoc) {
            (Self::Nhom(entries), Buoc::Khoa(khoa)) => {
                entries.iter().find(|(own, _)| own == khoa).map(|(_, con)| con)
            }
            (Self::DanhSach(items), Buoc::PhanTu(thu)) => items.get(*thu),
            _ => None,
        };
        con.map_or(&Self::Trong, |con| con.tai(sau))
    }

    /// The same with another value there; an item that becomes nothing goes. None if there is no such place: an item
    /// of no list, a key of a text.
    pub fn voi(mut self, duong: &[Buoc], moi: Self) -> Option<Self> {
        match duong.split_last() {
            Some((Buoc::PhanTu(thu), before)) if moi == Self::Trong => match self.cho(before)? {
                Self::DanhSach(items) if *thu < items.len() => drop(items.remove(*thu)),
                _ => return None,
            },
            _ => *self.cho(duong)? = moi,
        }
        Some(self)
    }

    fn cho(&mut self, duong: &[Buoc]) -> Option<&mut Self> {
        let Some((buoc, sau)) = duong.split_first() else { return Some(self) };
        match buoc {
            Buoc::PhanTu(thu) => match self {
                Self::DanhSach(items) => items.get_mut(*thu)?.cho(sau),
                _ => None,
            },
            Buoc::Khoa(khoa) => {
                if *self == Self::Trong {
                    *self = Self::Nhom(Vec::new());
                }
                let Self::Nhom(entries) = self else { return None };
                let at = entries.iter().position(|(own, _)| own == khoa).unwrap_or_else(|| {
                    entries.push((khoa.clone(), Self::Trong));
                    entries.len().saturating_sub(1)
                });
                entries.get_mut(at)?.1.cho(sau)
            }
        }
    }

    /// With letters and their marks composed, as every text of a file is read.
    pub fn nfc(self) -> Self {
        match self {
            Self::Trong => Self::Trong,
            Self::Chu(text) => Self::Chu(nfc(text)),
            Self::DanhSach(items) => Self::DanhSach(items.into_iter().map(Self::nfc).collect()),
            Self::Nhom(all) => Self::Nhom(all.into_iter().map(|(k, v)| (k, v.nfc())).collect()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_what_it_looks_like() {
        let text = r#"{"b":["x",null,{"c":"y"}],"a":"z"}"#;
        let cay: Cay = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&cay).unwrap(), text);
        let step = |text: &str| Buoc::Khoa(text.to_owned());
        let path = [step("b"), Buoc::PhanTu(2), step("c")];
        assert_eq!(cay.tai(&path), &Cay::Chu("y".into()));
        assert_eq!(cay.tai(&[step("b"), step("c")]), &Cay::Trong);
        let other = cay.clone().voi(&[step("n"), step("m")], Cay::Chu("1".into())).unwrap();
        assert_eq!(other.tai(&[step("n"), step("m")]), &Cay::Chu("1".into()));
        assert!(cay.voi(&[step("a"), step("m")], Cay::Trong).is_none());
    }
}
