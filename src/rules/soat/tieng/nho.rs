//! What was found out about a word or a text, kept for the next time: a language has few words and a text
//! many, and the texts of an office are much alike.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

/// At this many bytes what is known is forgotten: the words of a language take less.
const NHIEU_NHAT: usize = 4 * 1024 * 1024;

/// Answers by word. The answer must depend on the word alone.
pub struct Nho<V>(RwLock<Option<BiNho<V>>>);

/// What is known, and how many bytes its words take.
struct BiNho<V> {
    theo_chu: HashMap<Box<str>, V>,
    byte: usize,
}

impl<V: Clone> Nho<V> {
    pub const fn new() -> Self {
        Self(RwLock::new(None))
    }

    /// What is known of `chu`, or what `tim` finds out.
    pub fn hoi(&self, chu: &str, tim: impl FnOnce(&str) -> V) -> V {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = known.as_ref().and_then(|known| known.theo_chu.get(chu)) {
            return found.clone();
        }
        drop(known);
        let found = tim(chu);
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let empty = || BiNho { theo_chu: HashMap::new(), byte: 0 };
        let known = known.get_or_insert_with(empty);
        if known.byte >= NHIEU_NHAT {
            *known = empty();
        }
        // A word's own bytes, and what the table adds.
        known.byte = known.byte.saturating_add(chu.len()).saturating_add(64);
        known.theo_chu.insert(chu.into(), found.clone());
        found
    }
}
