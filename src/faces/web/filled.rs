//! What the fields of a form hold when it is shown: what she has typed, and where a file was read for the first time what
//! it says.

use std::collections::BTreeMap;

use super::given::Asked;

/// The fields of a form by their names.
pub struct Filled<'r> {
    given: &'r Asked<'r>,
    read: Option<&'r BTreeMap<String, String>>,
}

impl<'r> Filled<'r> {
    /// As they came.
    pub fn given(given: &'r Asked<'r>) -> Self {
        Self { given, read: None }
    }

    /// Those that were left blank as the file says.
    pub fn read(given: &'r Asked<'r>, read: &'r BTreeMap<String, String>) -> Self {
        Self { given, read: Some(read).filter(|read| !read.is_empty()) }
    }

    pub fn text(&self, name: &str) -> &str {
        let typed = self.given.text(name);
        if typed.is_empty() { self.of_file(name).unwrap_or_default() } else { typed }
    }

    /// What the file says of a field.
    pub fn of_file(&self, name: &str) -> Option<&str> {
        self.read?.get(&name.replace('-', "_")).map(String::as_str)
    }

    /// Whether fields were filled in from the file, now or before: what is blank then is meant so.
    pub fn was_read(&self) -> bool {
        self.read.is_some() || self.given.on(WAS_READ)
    }

    pub fn on(&self, name: &str) -> bool {
        self.given.on(name)
    }
}

/// The mark of a form whose fields were filled in from the file.
pub const WAS_READ: &str = "da-doc";
