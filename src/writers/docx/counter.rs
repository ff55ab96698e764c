//! Which number Word would give the next head, so that a number that differs is written as text.

use super::style_id::LEVELS;
use crate::model::la_ma::la_ma;

/// Word's count of the heads so far.
#[derive(Debug, Default)]
pub(super) struct Counter {
    /// Heads counted at level 1, 2, … since the last head of a higher level.
    counts: Vec<usize>,
    /// Điều counted so far.
    articles: usize,
}

impl Counter {
    /// Whether Word, left to count, would print `so` before the next head at `cap`; if so, the head is
    /// counted.
    pub fn accepts(&mut self, cap: u8, so: &str) -> bool {
        if cap == 0 || cap > LEVELS {
            return false;
        }
        let mut next = self.counts.clone();
        next.resize(usize::from(cap), 0);
        if let Some(last) = next.last_mut() {
            *last = last.saturating_add(1);
        }
        let accepted = number(&next).as_deref() == Some(so);
        if accepted {
            self.counts = next;
        }
        accepted
    }

    /// The same for `Điều 1.`
    pub fn accepts_article(&mut self, so: &str) -> bool {
        let next = self.articles.saturating_add(1);
        let accepted = so == format!("Điều {next}.");
        if accepted {
            self.articles = next;
        }
        accepted
    }
}

/// The number that `counts` prints as; none if a level that is shown was left out.
fn number(counts: &[usize]) -> Option<String> {
    let shown = match counts {
        [first] => return Some(format!("{}.", la_ma(*first))),
        [_, shown @ ..] => shown,
        [] => return None,
    };
    if shown.contains(&0) {
        return None;
    }
    Some(shown.iter().map(|count| format!("{count}.")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_word_does() {
        let mut counter = Counter::default();
        let heads = [
            (1, "I.", true),
            (2, "1.", true),
            (3, "1.1.", true),
            (3, "1.2.", true),
            (2, "2.", true),
            (3, "2.1.", true),
            (1, "II.", true),
            (2, "3.", false),
            (2, "1.", true),
            (2, "a)", false),
            (2, "2.", true),
            (1, "III.", true),
            (3, "1.1.", false),
        ];
        for (cap, so, expected) in heads {
            assert_eq!(counter.accepts(cap, so), expected, "{so} at level {cap}");
        }
    }

    #[test]
    fn levels_out_of_range_are_never_counted() {
        assert!(!Counter::default().accepts(0, ""));
        assert!(!Counter::default().accepts(10, "1."));
        assert!(!Counter::default().accepts(255, "1."));
    }
}
