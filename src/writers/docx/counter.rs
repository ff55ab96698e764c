//! Which number Word would give the next head, so that a number that differs is written as text.

use super::list;
use super::style_id::LEVELS;
use crate::model::la_ma::la_ma;

/// Word's count of the heads so far.
#[derive(Debug, Default)]
pub(super) struct Counter {
    /// Heads counted at level 1, 2, … since the last head of a higher level.
    counts: Vec<usize>,
    /// The same of heads that stand under no head of level 1.
    loose: Vec<usize>,
    /// Điều counted so far.
    articles: usize,
}

impl Counter {
    /// The list in which Word, left to count, would print `so` before the next head at `cap`, if there is one;
    /// then the head is counted.
    pub fn accepts(&mut self, cap: u8, so: &str) -> Option<usize> {
        if cap == 0 || cap > LEVELS {
            return None;
        }
        let loose = cap > 1 && self.counts.is_empty();
        let counts = if loose { &mut self.loose } else { &mut self.counts };
        let mut next = counts.clone();
        next.resize(usize::from(cap), 0);
        if let Some(last) = next.last_mut() {
            *last = last.saturating_add(1);
        }
        if number(&next).as_deref() != Some(so) {
            return None;
        }
        *counts = next;
        Some(if loose { list::DE_MUC_LE } else { list::DE_MUC })
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
            assert_eq!(counter.accepts(cap, so).is_some(), expected, "{so} at level {cap}");
        }
    }

    #[test]
    fn levels_out_of_range_are_never_counted() {
        assert_eq!(Counter::default().accepts(0, ""), None);
        assert_eq!(Counter::default().accepts(10, "1."), None);
        assert_eq!(Counter::default().accepts(255, "1."), None);
    }

    /// An appendix that begins with `I.` after a text with khoản alone.
    #[test]
    fn heads_under_no_head_of_level_1_count_by_themselves() {
        let mut counter = Counter::default();
        assert_eq!(counter.accepts(2, "1."), Some(list::DE_MUC_LE));
        assert_eq!(counter.accepts(2, "2."), Some(list::DE_MUC_LE));
        assert_eq!(counter.accepts(1, "I."), Some(list::DE_MUC));
        assert_eq!(counter.accepts(2, "1."), Some(list::DE_MUC));
        assert_eq!(counter.accepts(1, "II."), Some(list::DE_MUC));
    }
}
