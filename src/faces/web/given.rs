//! What an ordinary form says: the texts that its fields have, by their names.

use std::collections::BTreeMap;

use super::http::Request;
use crate::diagnostic::Diagnostic;

/// The fields of a form or the question behind an address; each is taken once.
pub struct Given(BTreeMap<String, String>);

impl Given {
    /// What was posted.
    pub fn posted(request: &Request) -> Self {
        let text = String::from_utf8_lossy(&request.body);
        let read = Request::default().target(&format!("/?{text}"));
        Self(read.map(|read| read.query).unwrap_or_default())
    }

    /// What stands behind the `?`.
    pub fn asked(request: &Request) -> Self {
        Self(request.query.clone())
    }

    /// The text of a field without blanks at its ends; nothing is an empty text.
    pub fn take(&mut self, name: &str) -> String {
        self.some(name).unwrap_or_default()
    }

    /// The same where it says something.
    pub fn some(&mut self, name: &str) -> Option<String> {
        let text = self.0.remove(name)?;
        some(text.trim())
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }
}

/// The fields of a form that goes with a file: they stand in the address, and may be read again.
pub struct Asked<'r>(pub &'r Request);

impl Asked<'_> {
    /// The text of a field without blanks at its ends; nothing is an empty text.
    pub fn text(&self, name: &str) -> &str {
        self.0.asked(name).unwrap_or_default().trim()
    }

    /// The same where it says something.
    pub fn some(&self, name: &str) -> Option<String> {
        some(self.text(name))
    }

    pub fn on(&self, name: &str) -> bool {
        self.0.asked(name).is_some()
    }
}

/// A text that says something.
pub fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// A number of copies; none where nothing is written.
pub fn so_ban(text: &str) -> Result<Option<u64>, Diagnostic> {
    some(text).map(|text| text.parse()).transpose().map_err(|_| {
        Diagnostic::error("wrong-use", format!("không hiểu số bản “{text}”"))
            .hint("ghi bằng chữ số, ví dụ: 12")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_taken_without_blanks_and_nothing_is_nothing() {
        let request = Request {
            body: b"so=+12+&ghi_chu=B%C3%A1o+c%C3%A1o%0Ahai&trong=++".to_vec(),
            ..Request::default()
        };
        let mut given = Given::posted(&request);
        assert!(given.has("trong") && !given.has("la"));
        assert_eq!((given.some("so"), given.some("so")), (Some("12".into()), None));
        assert_eq!(given.take("ghi_chu"), "Báo cáo\nhai");
        assert_eq!((given.some("trong"), given.take("la")), (None, String::new()));
        assert_eq!((so_ban(""), so_ban("12")), (Ok(None), Ok(Some(12))));
        assert!(so_ban("mười hai").is_err());
    }
}
