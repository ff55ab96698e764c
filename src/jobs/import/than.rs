//! A body's blocks as one text, with the lines that each takes, so that a finding about a line is one about a block.

use std::collections::BTreeSet;

use crate::word::nhan_dang::KhoiThan;

/// How the blocks of a body are written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cach {
    /// These heads as items or bold paragraphs: the program would give them other numbers.
    pub muc: BTreeSet<usize>,
    /// These as they stand, whatever they look like.
    pub tron: BTreeSet<usize>,
    /// The whole body as it stands, whatever fields its kind has.
    pub tu_do: bool,
    /// The symbol is left to the program: the paper's own can't be one.
    pub bo_ky_hieu: bool,
    /// Of what stands over a signature the post alone: the lines above it are not such as the rules know.
    pub chi_chuc_vu: bool,
}

/// The lines of the blocks in a body, from 1.
#[derive(Debug, Clone, Default)]
pub struct DongThan {
    /// The field of the body.
    pub truong: String,
    /// Block, first line, last line.
    pub dong: Vec<(usize, usize, usize)>,
}

/// Writes a body. Blocks are known by their number in the paper.
pub fn viet<'k>(
    truong: &str,
    khoi: impl Iterator<Item = (usize, &'k KhoiThan)>,
    cach: &Cach,
) -> (String, DongThan) {
    let khoi: Vec<(usize, &KhoiThan)> = khoi.collect();
    let mut lines: Vec<String> = Vec::new();
    let mut map = DongThan { truong: truong.to_owned(), dong: Vec::new() };
    let last = khoi.len().saturating_sub(1);
    for (i, (id, one)) in khoi.iter().enumerate() {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        let from = lines.len().saturating_add(1);
        let text = match () {
            () if cach.tron.contains(id) => &one.tron,
            () if cach.muc.contains(id) => &one.muc,
            () => &one.md,
        };
        let text = if i == last { bo_ket(text) } else { text.clone() };
        lines.extend(text.lines().map(|line| line.trim_end().to_owned()));
        for note in &one.ghi_chu {
            lines.push(String::new());
            lines.extend(note.lines().map(str::to_owned));
        }
        map.dong.push((*id, from, lines.len()));
    }
    (lines.join("\n"), map)
}

/// The end of a paper is the program's to write.
fn bo_ket(text: &str) -> String {
    let bare = text.trim_end();
    match bare.strip_suffix("./.").or_else(|| bare.strip_suffix("/.")) {
        Some(rest) => format!("{rest}."),
        None => text.to_owned(),
    }
}

impl DongThan {
    /// The block on a line.
    pub fn khoi(&self, line: usize) -> Option<usize> {
        self.dong
            .iter()
            .find(|(_, from, to)| (*from..=to.saturating_add(1)).contains(&line))
            .map(|(id, ..)| *id)
    }
}
