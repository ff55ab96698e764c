//! What is counted from the first page to the last: heads and footnotes.

use super::chu_thich::Notes;
use super::counter::Counter;

/// The counts of one file. Word's lists and notes run on through its sections.
#[derive(Debug, Default)]
pub(super) struct Counts {
    pub heads: Counter,
    pub notes: Notes,
}
