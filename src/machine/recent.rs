//! A few results kept for the next time: the documents of an office share more than they differ in.

use std::borrow::Borrow;
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// The last results, by what they were made from alone.
pub struct Recent<K, V> {
    most: usize,
    /// The one that was asked for last at the front.
    known: Mutex<VecDeque<(K, V)>>,
}

impl<K: PartialEq, V: Clone> Recent<K, V> {
    /// Keeps `most` results; few, since they are looked through one by one.
    pub const fn new(most: usize) -> Self {
        Self { most, known: Mutex::new(VecDeque::new()) }
    }

    /// What was made from `key`, if it is still known.
    pub fn get<Q: PartialEq + ?Sized>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let at = known.iter().position(|(own, _)| own.borrow() == key)?;
        let found = known.remove(at)?;
        let value = found.1.clone();
        known.push_front(found);
        Some(value)
    }

    pub fn keep(&self, key: K, value: V) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.push_front((key, value));
        known.truncate(self.most);
    }

    /// What was made from `key`, or what `make` makes. A failure is not kept.
    pub fn get_or_make<E>(&self, key: K, make: impl FnOnce(&K) -> Result<V, E>) -> Result<V, E> {
        if let Some(known) = self.get(&key) {
            return Ok(known);
        }
        let made = make(&key)?;
        self.keep(key, made.clone());
        Ok(made)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_for_lately_stays() {
        let recent: Recent<&str, usize> = Recent::new(2);
        let get =
            |key: &'static str| recent.get_or_make(key, |key| Ok::<_, ()>(key.len())).unwrap();
        assert_eq!((get("a"), get("bb"), get("a"), get("ccc")), (1, 2, 1, 3));
        assert_eq!(
            (recent.get("a"), recent.get("bb"), recent.get("ccc")),
            (Some(1), None, Some(3))
        );
        assert!(recent.get_or_make("d", |_| Err("không")).is_err());
        assert_eq!(recent.get("a"), Some(1));
    }
}
