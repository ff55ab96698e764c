//! Dòng gõ: the lines of a body as they were typed, and which of them go on with the line before.

use super::chu_thich::mo_chu_thich;
use super::dau_muc::DauMuc;

/// A line of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DongGo<'t> {
    /// Without blanks at its ends.
    pub chu: &'t str,
    /// As it was typed: a tab at its end is an empty cell.
    pub tho: &'t str,
    /// How far it is indented; a tab counts as four.
    pub lui: usize,
    /// Its number in the text, from 0.
    pub so: usize,
    /// It begins no paragraph of its own.
    pub noi: bool,
    /// Whether that is so or not is a guess.
    pub doan: bool,
}

/// Nobody breaks lines by hand further right: longer ones are paragraphs, as Word pastes them.
const NGAT_TAY: usize = 140;
/// Nor further left.
const NGAT_SOM: usize = 60;
/// So near to the longest line ends one that was broken by hand.
const GAN_LE: usize = 15;
/// What ends a sentence or an item of a list.
const HET_CAU: [char; 6] = ['.', ';', ':', '!', '?', '…'];
/// Words that no line ends with on purpose.
const CON_NUA: &[&str] = &[
    "theo", "tại", "của", "và", "hoặc", "cho", "với", "từ", "đến", "các", "những", "là", "do",
    "về", "ở", "trong", "ngày", "tháng", "năm", "số", "để", "bằng", "vào", "như", "được", "thì",
    "mà", "giữa", "cùng", "trên", "dưới", "khi",
];
/// Signs behind which a line is judged by its first letter.
const MO_DAU: [char; 8] = ['“', '\"', '‘', '\'', '(', '*', '[', '\\'];

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
        Self { chu: tho.trim(), tho, lui, so, noi: true, doan: false }
    }

    /// Whether it is text and nothing that a mark at its beginning makes of it.
    pub fn la_chu(&self) -> bool {
        !self.chu.is_empty()
            && !self.chu.starts_with(['#', '|'])
            && mo_chu_thich(self.chu).is_none()
            && DauMuc::tach(self.chu).is_none()
    }

    /// How its first letter stands to the line above.
    fn mo(&self) -> Mo {
        if dau_la_rieng(self.chu) {
            return Mo::DauRieng;
        }
        let bare = self.chu.trim_start_matches(MO_DAU);
        let mut letters = bare.chars();
        let (first, second) = (letters.next(), letters.next());
        match first {
            Some('-' | '–' | '+') if second.is_some_and(char::is_uppercase) => Mo::DauRieng,
            Some(c) if c.is_lowercase() => Mo::Thuong,
            Some(c) if c.is_alphanumeric() => Mo::Hoa,
            // Only a sign of a sentence that goes on may begin a line of it.
            Some(
                ',' | '.' | ';' | ':' | ')' | ']' | '%' | '”' | '’' | '–' | '-' | '+' | '/' | '^',
            )
            | None => Mo::Thuong,
            Some(_) => Mo::DauRieng,
        }
    }

    /// It ends a sentence, or an item of a list.
    pub fn het_cau(&self) -> bool {
        self.chu.trim_end_matches(['”', '"', ')', '*']).ends_with(HET_CAU)
    }

    /// Its last word wants another.
    fn con_nua(&self) -> bool {
        self.chu.ends_with([',', '–'])
            || self.chu.rsplit(' ').next().is_some_and(|word| CON_NUA.contains(&word))
    }

    /// All in capitals, as a title is.
    fn in_hoa(&self) -> bool {
        self.chu.chars().any(char::is_alphabetic) && !self.chu.chars().any(char::is_lowercase)
    }
}

/// A mark of a list as other programs make it, before a capital: Word's round bullet `o`, `(a)`, `(2)`, `ii.`.
fn dau_la_rieng(line: &str) -> bool {
    let Some((word, rest)) = line.split_once([' ', '\t']) else { return false };
    let small = |text: &str, of: &str| !text.is_empty() && text.chars().all(|c| of.contains(c));
    let counted =
        |text: &str| small(text, "ivx") || small(text, "0123456789") || text.chars().count() == 1;
    let inside = word.strip_prefix('(').and_then(|w| w.strip_suffix(')'));
    let mark = word == "o"
        || inside.is_some_and(|text| text.len() <= 4 && counted(text))
        || word.strip_suffix('.').is_some_and(|text| text.len() <= 4 && small(text, "ivx"));
    mark && rest.trim_start().starts_with(char::is_uppercase)
}

/// What a line begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mo {
    /// A capital or a digit.
    Hoa,
    /// A small letter, or a sign inside a sentence.
    Thuong,
    /// A sign that begins a line of its own: `☐`, `→`, `§`.
    DauRieng,
}

/// Lines one below the other. One was broken by hand where the next word would not have gone into the longest of them;
/// a line that had room for it was ended on purpose.
fn noi_dong(lines: &mut [DongGo<'_>]) {
    let dai = |line: &DongGo<'_>| line.lui.saturating_add(line.chu.chars().count());
    let longest = lines.iter().map(dai).max().unwrap_or(0);
    let le = (NGAT_SOM..=NGAT_TAY).contains(&longest).then_some(longest);
    // That lines are broken by hand here is sure where a sentence goes on in small letters behind a full one.
    let tay = lines.windows(2).any(|pair| {
        let [above, line] = pair else { return false };
        let near = dai(above).saturating_add(GAN_LE) >= longest;
        le.is_some() && near && !above.het_cau() && line.mo() == Mo::Thuong
    });
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
        let full = le.is_some_and(|le| dai(above).saturating_add(1).saturating_add(word) > le);
        // What stands under the text of an item belongs to it.
        let hangs = line.lui > above.lui || (line.lui > open && line.lui == above.lui && open > 0);
        let (noi, doan) = if hangs { (true, false) } else { noi_tiep(above, line, full, tay) };
        if let Some(line) = lines.get_mut(i) {
            (line.noi, line.doan) = (noi, doan);
        }
    }
}

/// Whether a line goes on with the one above it, and whether that is but a guess. `full`: the line above had no room
/// for the next word; `tay`: lines are broken by hand here.
fn noi_tiep(above: &DongGo<'_>, line: &DongGo<'_>, full: bool, tay: bool) -> (bool, bool) {
    match (line.mo(), above.het_cau()) {
        (Mo::DauRieng, _) => (false, false),
        (Mo::Thuong, false) => (true, false),
        (Mo::Hoa, false) if above.con_nua() => (true, false),
        // A sentence may end where the line does; so may a paragraph.
        (_, true) => (full && tay, full && tay),
        (Mo::Hoa, false) if above.in_hoa() != line.in_hoa() => (false, false),
        (Mo::Hoa, false) => (full && tay, full && !tay),
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
            [false, true, true]
        );
        // As a typist breaks them.
        let broken = "Một dòng chữ gõ tay được ngắt ở gần lề phải của màn\nhình thì nối với dòng dưới. Dòng này\nCũng vậy.";
        assert_eq!(apart(broken), [false, false, true]);
        assert_eq!(apart("- Ý một\n  Nối vào ý."), [false, false]);
        assert_eq!(apart("Đầu dòng\nviết thường"), [false, false]);
    }

    #[test]
    fn lines_with_their_own_beginnings_are_paragraphs() {
        for text in [
            "Người ủy quyền\nÔng: Lê Hoàng Phúc\nChức vụ: Chủ tịch\nNgười được ủy quyền",
            "Phần thứ nhất\nTÌNH HÌNH NĂM 2025\nLời văn một hai ba.",
            "Các đơn vị đăng ký:\n☐ Có tham gia.\n☐ Không tham gia.",
            "Tổng kinh phí từ ngân sách xã.\n(*) Chưa gồm chi phí bảo trì.",
            "Gồm\n→ một\n§ hai\n≥ 5 người",
            "Việc cần làm\n-Việc một\n+Việc hai",
            "Việc cần làm\no Việc một\no\tViệc hai",
            "Gồm có\n(1) Một\n(2) Hai\n(a) Ba\n(iv) Bốn\nii. Năm",
            "Nhiệm vụ gồm:\nkhoản chi thường xuyên;\nkhoản chi đầu tư.",
        ] {
            let all = apart(text);
            assert!(all.iter().skip(1).all(|apart| *apart), "{text}: {all:?}");
        }
    }

    #[test]
    fn what_nobody_can_know_is_a_guess() {
        let long =
            "Ủy ban nhân dân xã phối hợp với các phòng, ban và các đơn vị liên quan của tỉnh";
        let guess = |text: &str| -> Vec<(bool, bool)> {
            cac_dong(text).iter().skip(1).map(|line| (line.noi, line.doan)).collect()
        };
        assert_eq!(guess(&format!("{long}\nĐồng Tháp thực hiện.")), [(false, true)]);
        let broken = format!(
            "{long}\nvà của trung ương theo đúng kế hoạch đã được phê duyệt trong năm nay, là việc của\nỦy ban.\nHết."
        );
        assert_eq!(guess(&broken), [(true, false), (true, false), (false, false)]);
        assert_eq!(
            guess(&format!("{long}\nvà nơi khác.\n{long}.\nĐoạn.")),
            [(true, false), (false, false), (true, true)]
        );
    }
}
