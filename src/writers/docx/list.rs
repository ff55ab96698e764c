//! The lists of the file by number, and what each shows at each level.
//!
//! Head numbers and item marks are Word's own lists, so that a clerk who moves a head or adds an item
//! gets the right number or mark without typing it.

/// The numbers of heads: `I.`, `1.`, `1.1.` …
pub(super) const DE_MUC: usize = 1;
/// Items of the body: `-`, under it `+`, and so on by turns.
pub(super) const GACH_DAU: usize = 2;
/// The same for footnotes, whose items have their own style.
pub(super) const GACH_DAU_CHU_THICH: usize = 3;
/// Items that begin with `+`, under it `-`.
pub(super) const DAU_CONG: usize = 4;
/// `Điều 1.`, `Điều 2.` …
pub(super) const DIEU: usize = 5;
/// The same numbers for heads that stand under no head of level 1: engines do not agree whether a level that was
/// left out counts, so these leave the list of the others alone.
pub(super) const DE_MUC_LE: usize = 6;
/// Word's way to say "in no list".
pub(super) const NONE: usize = 0;

/// The list in which an item of `cap` (from 1) is marked with `dau`; none for a mark made by hand.
pub(super) fn of_item(cap: u8, dau: &str, in_note: bool) -> Option<usize> {
    let dash_comes_at = match dau {
        "-" => 1,
        "+" => 0,
        _ => return None,
    };
    match (cap % 2 == dash_comes_at, in_note) {
        (true, false) => Some(GACH_DAU),
        (true, true) => Some(GACH_DAU_CHU_THICH),
        (false, _) => Some(DAU_CONG),
    }
}

/// The mark of `level` (from 0) in a list that begins with `first`.
pub(super) fn mark(first: char, level: u8) -> char {
    match (first, level % 2) {
        ('-', 0) | ('+', 1) => '-',
        _ => '+',
    }
}

/// The pattern of the head number at `level` (from 1) as Word writes it: level 1 stands alone in Roman
/// numerals, the deeper ones show every number from level 2 on.
pub(super) fn pattern(level: u8) -> String {
    match level {
        0 | 1 => "%1.".to_owned(),
        _ => (2..=level).map(|l| format!("%{l}.")).collect(),
    }
}
