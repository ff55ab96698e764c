//! Dòng của bảng: the cells of a line and what the dashes under the head say.

use std::borrow::Cow;

use super::CanhCot;

/// A cell as it was typed.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::model::than_bai) struct OTho<'t> {
    pub chu: Cow<'t, str>,
    /// How many columns it spans: one more for each bar right behind its last, as MultiMarkdown has it.
    pub gop_cot: usize,
}

impl<'t> OTho<'t> {
    /// A cell of one column.
    pub fn tron(chu: &'t str) -> Self {
        Self { chu: chu.trim().into(), gop_cot: 1 }
    }
}

/// How many columns the cells of a row take.
pub(in crate::model::than_bai) fn so_cot(cells: &[OTho<'_>]) -> usize {
    cells.iter().map(|o| o.gop_cot).fold(0, usize::saturating_add)
}

/// The cells of a line; `\|` is a bar in the text.
pub(in crate::model::than_bai) fn cac_o(line: &str) -> Vec<OTho<'_>> {
    let mut cells: Vec<OTho<'_>> = Vec::new();
    for piece in cac_manh(line) {
        match cells.last_mut() {
            Some(last) if piece.is_empty() => last.gop_cot = last.gop_cot.saturating_add(1),
            _ => cells.push(OTho { chu: o(piece), gop_cot: 1 }),
        }
    }
    cells
}

/// What stands between the bars of a line.
fn cac_manh(line: &str) -> Vec<&str> {
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
    cells
}

/// The text of a cell: a piece of the line, unless a bar stands in it.
fn o(cell: &str) -> Cow<'_, str> {
    let cell = cell.trim();
    if cell.contains("\\|") { cell.replace("\\|", "|").into() } else { cell.into() }
}

/// How a column is drawn under the head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::model::than_bai) struct Gach {
    pub canh: CanhCot,
    /// How many dashes; the colons at their ends say the alignment and nothing more.
    pub so: usize,
    /// Letters of the cell, colons included.
    pub dai: usize,
}

impl Gach {
    /// A column of which nothing is said.
    pub const THUONG: Self =
        Self { canh: CanhCot::Trai, so: super::rong::GACH_THUONG, dai: super::rong::GACH_THUONG };
}

/// Alignment and number of dashes of each column, if the line is the one under a table's head.
/// Without bars at the sides of the table there must be two columns at least.
pub(in crate::model::than_bai) fn dong_gach(line: &str, co_vach: bool) -> Option<Vec<Gach>> {
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
    cac_o(line).into_iter().map(|o| if o.gop_cot == 1 { column(o.chu) } else { None }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_and_the_line_under_the_head() {
        let cells =
            |line| Vec::from_iter(cac_o(line).into_iter().map(|o| (o.chu.into_owned(), o.gop_cot)));
        let o = |chu: &str, gop_cot| (chu.to_owned(), gop_cot);
        assert_eq!(cells("| TT | a \\| b |"), [o("TT", 1), o("a | b", 1)]);
        assert_eq!(cells("| TT | | x |"), [o("TT", 1), o("", 1), o("x", 1)]);
        assert_eq!(cells("| Cộng || x |"), [o("Cộng", 2), o("x", 1)]);
        assert_eq!(cells("| I. Nhóm |||"), [o("I. Nhóm", 3)]);
        assert_eq!(cells("|| x |"), [o("", 1), o("x", 1)]);
        let cot = dong_gach("|:---:|-------|--:|", true).unwrap();
        let cot: Vec<_> = cot.iter().map(|g| (g.canh, g.so, g.dai)).collect();
        assert_eq!(cot, [(CanhCot::Giua, 3, 5), (CanhCot::Trai, 7, 7), (CanhCot::Phai, 2, 3)]);
        assert!(dong_gach("| a | b |", true).is_none() && dong_gach("---", false).is_none());
    }
}
