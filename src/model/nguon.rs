//! Nguồn: where words come from, and words that know it.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::{Deref, Range};
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Muc;
use super::o_tron::bo_boc;

/// A field, or a piece of its value.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Nguon {
    pub muc: Muc,
    /// Bytes of the field's value; none for all of it. Marks of light Markdown inside the piece belong to it.
    pub khoang: Option<Range<usize>>,
}

impl Nguon {
    /// All of a field.
    pub fn ca(muc: Muc) -> Self {
        Self { muc, khoang: None }
    }
}

/// Lời: words that know the field which says them. Everywhere else they are just words: two of them are equal
/// if they read alike.
#[derive(Debug, Clone, Default)]
pub struct Loi {
    chu: String,
    nguon: Option<Arc<Nguon>>,
}

impl Loi {
    pub fn new(chu: String, nguon: Option<Nguon>) -> Self {
        Self { nguon: nguon.map(Arc::new), ..Self::from(chu) }
    }

    /// Where they come from; none for words of the program's own.
    pub fn nguon(&self) -> Option<&Nguon> {
        self.nguon.as_deref()
    }

    pub fn as_str(&self) -> &str {
        &self.chu
    }

    /// The same words written another way: in capitals, without the marks at their ends. What is added may be
    /// marks of punctuation alone.
    pub fn map(&self, viet: impl FnOnce(&str) -> String) -> Self {
        Self { chu: viet(&self.chu), nguon: self.nguon.clone() }
    }

    /// Shortens them to their first `len` bytes.
    pub fn truncate(&mut self, len: usize) {
        self.chu.truncate(len);
    }

    /// Adds marks of punctuation at the end.
    pub fn push_str(&mut self, dau: &str) {
        self.chu.push_str(dau);
    }

    pub fn into_string(self) -> String {
        self.chu
    }
}

impl Deref for Loi {
    type Target = str;

    fn deref(&self) -> &str {
        &self.chu
    }
}

impl AsRef<str> for Loi {
    fn as_ref(&self) -> &str {
        &self.chu
    }
}

impl Borrow<str> for Loi {
    fn borrow(&self) -> &str {
        &self.chu
    }
}

impl fmt::Display for Loi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.chu, f)
    }
}

impl Serialize for Loi {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.chu)
    }
}

/// Words that came from elsewhere: of which field nobody knows.
impl<'de> Deserialize<'de> for Loi {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

impl PartialEq for Loi {
    fn eq(&self, other: &Self) -> bool {
        self.chu == other.chu
    }
}

impl Eq for Loi {}

impl Hash for Loi {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.chu.hash(state);
    }
}

impl PartialEq<str> for Loi {
    fn eq(&self, other: &str) -> bool {
        self.chu == other
    }
}

impl PartialEq<&str> for Loi {
    fn eq(&self, other: &&str) -> bool {
        self.chu == *other
    }
}

impl PartialEq<String> for Loi {
    fn eq(&self, other: &String) -> bool {
        self.chu == *other
    }
}

impl From<String> for Loi {
    /// What a list gave comes out of its wrapping here, whoever has read the text.
    fn from(chu: String) -> Self {
        let chu = match bo_boc(&chu) {
            Cow::Owned(letters) => letters,
            Cow::Borrowed(_) => chu,
        };
        Self { chu, nguon: None }
    }
}

impl From<&str> for Loi {
    fn from(chu: &str) -> Self {
        chu.to_owned().into()
    }
}

impl From<&Loi> for Loi {
    fn from(loi: &Loi) -> Self {
        loi.clone()
    }
}

impl From<Loi> for String {
    fn from(loi: Loi) -> Self {
        loi.chu
    }
}

impl PartialEq<Loi> for str {
    fn eq(&self, other: &Loi) -> bool {
        self == other.chu
    }
}

impl PartialEq<Loi> for &str {
    fn eq(&self, other: &Loi) -> bool {
        *self == other.chu
    }
}
