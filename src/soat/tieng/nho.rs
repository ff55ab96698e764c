//! What was found out about a word, kept for the next time: a language has few words and a text many.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

/// More different words than this are no language's; what is known is then forgotten.
const NHIEU_NHAT: usize = 1 << 15;

/// Answers by word. The answer must depend on the word alone.
pub struct Nho<V>(RwLock<Option<HashMap<Box<str>, V>>>);

impl<V: Clone> Nho<V> {
    pub const fn new() -> Self {
        Self(RwLock::new(None))
    }

    /// What is known of `chu`, or what `tim` finds out.
    pub fn hoi(&self, chu: &str, tim: impl FnOnce(&str) -> V) -> V {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = known.as_ref().and_then(|known| known.get(chu)) {
            return found.clone();
        }
        drop(known);
        let found = tim(chu);
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let known = known.get_or_insert_default();
        if known.len() >= NHIEU_NHAT {
            known.clear();
        }
        known.insert(chu.into(), found.clone());
        found
    }
}
