//! What is wrong with one value, before anyone knows where in the file it stands.

/// A broken rule: the parts of a diagnostic that the value itself can tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub code: &'static str,
    pub message: String,
    pub hint: Option<String>,
    pub clause: Option<&'static str>,
    /// The words at fault, as they stand in the value; empty when the whole value is.
    pub words: String,
}

impl Fault {
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), hint: None, clause: None, words: String::new() }
    }

    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    pub fn clause(mut self, clause: &'static str) -> Self {
        self.clause = Some(clause);
        self
    }

    pub fn words(mut self, words: impl Into<String>) -> Self {
        self.words = words.into();
        self
    }
}
