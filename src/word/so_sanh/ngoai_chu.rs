//! What is beside the text: head and foot of the pages.

use super::{ThayDoi, so_sanh};
use crate::word::doc_word::{DauChan, Khoi};

/// Head and foot, kind by kind of page.
pub(super) fn dau_chan(cu: &[DauChan], moi: &[DauChan]) -> Vec<ThayDoi> {
    let mut names: Vec<&str> = cu.iter().chain(moi).map(|part| part.ten.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let of = |all: &[DauChan], name: &str| -> Vec<Khoi> {
        all.iter().filter(|part| part.ten == name).flat_map(|part| part.khoi.clone()).collect()
    };
    names.into_iter().flat_map(|name| so_sanh(&of(cu, name), &of(moi, name))).collect()
}
