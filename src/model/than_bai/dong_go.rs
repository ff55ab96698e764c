//! Dòng gõ: the lines of a body as they were typed, and which of them go on with the line before.

use super::chu_thich::mo_chu_thich;
use super::dau_muc::DauMuc;

/// A line of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DongGo<'t> {
    /// Without blanks at its ends.
    pub chu: &'t str,
    /// How far it is indented; a tab counts as four.
    pub lui: usize,
    /// Its number in the text, from 0.
    pub so: usize,
    /// It begins no paragraph of its own.
    pub noi: bool,
}

/// Nobody breaks lines by hand further right: longer ones are paragraphs, as Word pastes them.
const NGAT_TAY: usize = 140;

/// All lines of a text.
pub(super) fn cac_dong(text: &str) -> Vec<DongGo<'_>> {
    let mut lines: Vec<DongGo<'_>> = text.lines().enumerate().map(DongGo::moi).collect();
    lines.chunk_by_mut(|a, b| !a.chu.is_empty() && !b.chu.is_empty()).for_each(noi_dong);
    lines
}

impl<'t> DongGo<'t> {
    fn moi((so, tho): (usize, &'t str)) -> Self {
        let blank = tho.len().saturating_sub(tho.trim_start().len());
        let tabs = tho.get(..blank).unwrap_or_default().matches('\t').count();
        let lui = blank.saturating_add(tabs.saturating_mul(3));
        Self { chu: tho.trim(), lui, so, noi: true }
    }

    /// Whether it is text and nothing that a mark at its beginning makes of it.
    pub fn la_chu(&self) -> bool {
        !self.chu.is_empty()
            && !self.chu.starts_with(['#', '|'])
            && mo_chu_thich(self.chu).is_none()
            && DauMuc::tach(self.chu).is_none()
    }

    /// It begins as a paragraph does.
    pub fn mo_cau(&self) -> bool {
        let first = self.chu.trim_start_matches(['“', '"', '(', '*']).chars().next();
        first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
    }
}

/// Lines one below the other. One was broken by hand where the next word would not have gone into the longest of them;
/// a line that had room for it was ended on purpose.
fn noi_dong(lines: &mut [DongGo<'_>]) {
    let dai = |line: &DongGo<'_>| line.chu.chars().count();
    let longest = lines.iter().map(|line| line.lui.saturating_add(dai(line))).max().unwrap_or(0);
    let mut open = 0;
    for i in 1..lines.len() {
        let (Some(above), Some(line)) = (i.checked_sub(1).and_then(|j| lines.get(j)), lines.get(i))
        else {
            continue;
        };
        if !above.la_chu() && above.lui < line.lui {
            open = above.lui;
        }
        let word = line.chu.split(' ').next().map_or(0, |word| word.chars().count());
        let used = above.lui.saturating_add(dai(above)).saturating_add(1).saturating_add(word);
        // What stands under the text of an item belongs to it.
        let hangs = line.lui > above.lui || (line.lui > open && line.lui == above.lui && open > 0);
        let full = used > longest && longest <= NGAT_TAY;
        let noi = hangs || full || !line.mo_cau();
        if let Some(line) = lines.get_mut(i) {
            line.noi = noi;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apart(text: &str) -> Vec<bool> {
        cac_dong(text).iter().map(|line| !line.noi).collect()
    }

    #[test]
    fn lines_with_room_for_the_next_word_end_paragraphs() {
        // As Word pastes them: a paragraph a line.
        let long = "Một đoạn dài ".repeat(20);
        assert_eq!(apart(&format!("Đoạn một.\n{long}.\nĐoạn ba.")), [false, true, true]);
        assert_eq!(
            apart("Căn cứ Luật A;\nCăn cứ Luật B ngày 01 tháng 01;\nCăn cứ C."),
            [false, true, false]
        );
        // As a typist breaks them.
        let broken = "Một dòng chữ gõ tay được ngắt ở gần lề phải của màn\nhình thì nối với dòng dưới. Dòng này\nCũng vậy.";
        assert_eq!(apart(broken), [false, false, true]);
        assert_eq!(apart("- Ý một\n  Nối vào ý."), [false, false]);
        assert_eq!(apart("Đầu dòng.\nviết thường"), [false, false]);
    }
}
