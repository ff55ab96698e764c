//! Bảng: a table drawn with `|`, as Markdown has it.

use std::borrow::Cow;

use crate::model::Chu;

/// How a column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CanhCot {
    #[default]
    Trai,
    Giua,
    Phai,
}

/// A table: its first row is the head. Every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bang {
    pub canh: Vec<CanhCot>,
    /// Each column's share of the width.
    pub rong: Vec<f64>,
    /// A cell of the head holds paragraphs, too.
    pub dau: Vec<Vec<Chu>>,
    /// A cell holds paragraphs, parted by `<br>`.
    pub hang: Vec<Vec<Vec<Chu>>>,
}

impl Bang {
    pub(super) fn cac_chu(&self) -> impl Iterator<Item = &Chu> {
        self.dau.iter().chain(self.hang.iter().flatten()).flatten()
    }
}

/// The cells of a line; `\|` is a bar in the text.
pub(super) fn cac_o(line: &str) -> Vec<Cow<'_, str>> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let (mut cells, mut start) = (Vec::new(), 0);
    let bars = line.match_indices('|').map(|(at, _)| at);
    for at in bars.filter(|at| !line.get(..*at).is_some_and(|before| before.ends_with('\\'))) {
        cells.push(line.get(start..at).unwrap_or_default());
        start = at.saturating_add(1);
    }
    // Nothing follows the last bar of a row that is closed.
    if start < line.len() || start == 0 {
        cells.push(line.get(start..).unwrap_or_default());
    }
    cells.into_iter().map(o).collect()
}

/// The text of a cell: a piece of the line, unless a bar stands in it.
fn o(cell: &str) -> Cow<'_, str> {
    let cell = cell.trim();
    if cell.contains("\\|") { cell.replace("\\|", "|").into() } else { cell.into() }
}

/// How a column is drawn under the head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Gach {
    pub canh: CanhCot,
    /// How many dashes; the colons at their ends say the alignment and nothing more.
    pub so: usize,
    /// Letters of the cell, colons included.
    pub dai: usize,
}

impl Gach {
    /// A column of which nothing is said.
    pub const THUONG: Self = Self { canh: CanhCot::Trai, so: GACH_THUONG, dai: GACH_THUONG };
}

/// Alignment and number of dashes of each column, if the line is the one under a table's head.
/// Without bars at the sides of the table there must be two columns at least.
pub(super) fn dong_gach(line: &str, co_vach: bool) -> Option<Vec<Gach>> {
    if line.trim_start().starts_with('|') != co_vach || !(co_vach || line.contains('|')) {
        return None;
    }
    let column = |cell: Cow<'_, str>| {
        let (left, right) = (cell.starts_with(':'), cell.ends_with(':'));
        let dashes = cell.trim_matches(':');
        let drawn = !dashes.is_empty() && dashes.bytes().all(|b| b == b'-');
        let canh = match (left, right) {
            (true, true) => CanhCot::Giua,
            (false, true) => CanhCot::Phai,
            _ => CanhCot::Trai,
        };
        drawn.then_some(Gach { canh, so: dashes.len(), dai: cell.len() })
    };
    cac_o(line).into_iter().map(column).collect()
}

/// About how many letters a line across the page has.
const CHU_MOI_DONG: f64 = 80.0;

/// A word that is wider is cut: no column is starved for it.
const TU_DAI_NHAT: f64 = 40.0;

/// A text of no more letters wants one line.
const MOT_DONG: f64 = 14.0;

/// So many dashes are but the sign of a column, as everyone types it.
const GACH_THUONG: usize = 3;

/// Whether the dashes say nothing of the widths: all are as short as may be, or all are drawn alike.
fn khong_ve_rong(gach: &[Gach]) -> bool {
    let alike = |of: fn(&Gach) -> usize| gach.iter().all(|g| Some(of(g)) == gach.first().map(of));
    gach.iter().all(|g| g.so <= GACH_THUONG) || alike(|g| g.so) || alike(|g| g.dai)
}

/// The shares of the columns: as long as their dashes are drawn; where these say nothing, by what
/// stands in them. No column is narrower than its longest word.
pub(super) fn do_rong(gach: &[Gach], dau: &[Vec<Chu>], hang: &[Vec<Vec<Chu>>]) -> Vec<f64> {
    let alike = khong_ve_rong(gach);
    let all = gach.iter().fold(0, |sum: usize, g| sum.saturating_add(g.so)).max(1) as f64;
    let column = |(i, Gach { so: dashes, .. }): (usize, &Gach)| {
        let cells = || hang.iter().filter_map(|row| row.get(i)).flatten().map(Chu::chu_tron);
        let head = || dau.get(i).into_iter().flatten().map(Chu::chu_tron);
        let longest = cells().map(|text| text.chars().count()).max().unwrap_or(0) as f64;
        let heading = head().map(|text| text.chars().count()).max().unwrap_or(0) as f64;
        let word = cells().chain(head()).map(|text| longest_word(&text)).max().unwrap_or(0) as f64;
        // Bold letters and capitals are wider than others; the rules on both sides want room too.
        let can = (word * 1.25 + 2.0).clamp(4.0, TU_DAI_NHAT);
        // A long text takes lines instead of width, a short one wants one line.
        let muon = match alike {
            true => (longest.sqrt() * 2.5).max(longest.max(heading).min(MOT_DONG) * 1.25 + 2.0),
            false => *dashes as f64 / all * CHU_MOI_DONG,
        };
        (can, (muon - can).max(0.0))
    };
    let columns: Vec<(f64, f64)> = gach.iter().enumerate().map(column).collect();
    let can: f64 = columns.iter().map(|(can, _)| can).sum();
    let them: f64 = columns.iter().map(|(_, them)| them).sum();
    let phan = if them > 0.0 { ((CHU_MOI_DONG - can) / them).max(0.0) } else { 0.0 };
    columns.iter().map(|(can, them)| can + them * phan).collect()
}

fn longest_word(text: &str) -> usize {
    let mut longest = 0;
    let mut length: usize = 0;
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        // No line breaks inside a date: `31/12/2026`.
        let joined = letters.peek().is_some_and(char::is_ascii_digit);
        let ends = c == ' ' || matches!(c, '-' | '/') && !joined;
        length = if c == ' ' { length } else { length.saturating_add(1) };
        longest = longest.max(length);
        if ends {
            length = 0;
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_and_the_line_under_the_head() {
        assert_eq!(cac_o("| TT | a \\| b |"), ["TT", "a | b"]);
        assert_eq!(cac_o("| TT || x |"), ["TT", "", "x"]);
        let cot = dong_gach("|:---:|-------|--:|", true).unwrap();
        let cot: Vec<_> = cot.iter().map(|g| (g.canh, g.so, g.dai)).collect();
        assert_eq!(cot, [(CanhCot::Giua, 3, 5), (CanhCot::Trai, 7, 7), (CanhCot::Phai, 2, 3)]);
        assert!(dong_gach("| a | b |", true).is_none() && dong_gach("---", false).is_none());
    }

    fn ve(line: &str) -> Vec<Gach> {
        dong_gach(line, true).unwrap()
    }

    #[test]
    fn long_texts_get_more_room_but_not_all() {
        let o = |text: &str| vec![Chu::parse(text)];
        let long = "một hai ba bốn ".repeat(40);
        let rong = do_rong(&ve("|---|---|"), &[o("TT"), o("Nội dung")], &[vec![o("1"), o(&long)]]);
        assert_eq!(rong, [4.5, 75.5]);
        assert_eq!(do_rong(&ve("|----|------------|"), &[], &[]), [20.0, 60.0]);
        let dates: Vec<usize> = ["31/12/2026", "118/VP-CTHĐND", "2026 - 2030", "a-b 2026-2030"]
            .map(longest_word)
            .to_vec();
        assert_eq!(dates, [10, 6, 4, 9]);
        let address = "x".repeat(10_000);
        let starved = do_rong(&ve("|---|---|"), &[], &[vec![o("c"), o(&address)]]);
        assert_eq!(starved, [4.0, 76.0]);
        let narrow = ve(&format!("|-|{}|", "-".repeat(79)));
        assert_eq!(do_rong(&narrow, &[o("Thành tiền")], &[]), [8.25, 71.75]);
        for drawn in ["|:--:|---|---|", "|:---:|-----|----:|", "|:-----|-----:|:-----:|"] {
            assert!(khong_ve_rong(&ve(drawn)), "{drawn}");
        }
        assert!(!khong_ve_rong(&ve("|:--:|----------|---|")));
    }
}
