//! Đề mục: a head, numbered by level, or a part of a regulation (PL I, II.6).

use crate::model::Chu;

/// A head of the body.
#[derive(Debug, Clone, PartialEq)]
pub struct DeMuc {
    /// 1 for `#`.
    pub cap: u8,
    /// None for a plain head, whose number goes by its level.
    pub cau_truc: Option<CauTruc>,
    /// The number as typed, in an extract; none where the program counts.
    pub so: Option<String>,
    /// From the fourth level on: a number with dots (`1.1.1.`) or a letter was typed.
    pub cham: Option<bool>,
    pub chu: Chu,
    /// Text that runs on behind the title in the same paragraph.
    pub lien: Option<Chu>,
}

/// A part of a regulation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CauTruc {
    Phan,
    Chuong,
    Muc,
    TieuMuc,
    Dieu,
}

impl CauTruc {
    /// From the largest to the smallest.
    pub const TAT_CA: [Self; 5] = [Self::Phan, Self::Chuong, Self::Muc, Self::TieuMuc, Self::Dieu];

    /// The word before its number.
    pub fn ten(self) -> &'static str {
        match self {
            Self::Phan => "Phần",
            Self::Chuong => "Chương",
            Self::Muc => "Mục",
            Self::TieuMuc => "Tiểu mục",
            Self::Dieu => "Điều",
        }
    }

    /// The part that is called `ten`.
    pub fn theo_ten(ten: &str) -> Option<Self> {
        Self::TAT_CA.into_iter().find(|c| c.ten() == ten)
    }

    /// Roman numbers for Phần and Chương, Arabic for the others (PL I, II.6).
    pub fn la_ma(self) -> bool {
        matches!(self, Self::Phan | Self::Chuong)
    }

    /// The parts whose count begins again in a new one of these.
    pub fn dem_lai(self) -> &'static [Self] {
        match self {
            Self::Phan | Self::Chuong => &[Self::Muc, Self::TieuMuc],
            Self::Muc => &[Self::TieuMuc],
            Self::TieuMuc | Self::Dieu => &[],
        }
    }

    /// The part that a text begins with, the number that it was given, and what follows. A word that
    /// only begins alike (`Mục đích`, `Điều kiện`, `Chương trình`) is no part.
    pub fn tach(text: &str) -> Option<(Self, Option<&str>, &str)> {
        // `Tiểu mục` before `Mục` is of no matter: they don't begin alike.
        let (cau_truc, rest) = Self::TAT_CA.into_iter().find_map(|c| {
            // A part of several articles may be pasted in capitals.
            let capitals =
                || text.strip_prefix(&c.ten().to_uppercase()).filter(|_| c != Self::Dieu);
            Some((c, text.strip_prefix(c.ten()).or_else(capitals)?))
        })?;
        if let Some(title) = rest.strip_prefix([':', '.']) {
            return Some((cau_truc, None, title.trim()));
        }
        let rest = rest.strip_prefix([' ', '\u{a0}'])?.trim_start();
        if let (Self::Phan, Some((so, title))) = (cau_truc, thu_bang_chu(rest)) {
            return Some((cau_truc, Some(so), bo_dau(title)));
        }
        let (so, title) = match rest.find([' ', ':', '.', '\u{a0}']) {
            Some(at) => rest.split_at_checked(at)?,
            None => (rest, ""),
        };
        let number = if cau_truc.la_ma() {
            so.chars().all(|c| "IVXLC".contains(c))
        } else {
            // An article that came in later has a letter: Điều 1a.
            let bare = match cau_truc {
                Self::Dieu => so.trim_end_matches(|c: char| c.is_lowercase()),
                _ => so,
            };
            let letters = so.chars().count().saturating_sub(bare.len());
            letters <= 1 && !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit())
        };
        let title = bo_dau(title);
        (number && !so.is_empty()).then_some((cau_truc, Some(so), title))
    }
}

/// A title without what parts it from its number.
fn bo_dau(title: &str) -> &str {
    title.trim_start_matches([':', '.', ' ', '\u{a0}', '-', '–']).trim()
}

/// Numbers of parts in words, as reports have them.
const THU_TU: [&str; 10] = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/// `thứ nhất` at the beginning of a text, and what follows.
fn thu_bang_chu(text: &str) -> Option<(&str, &str)> {
    let end = text.find([':', '.', '\n']).unwrap_or(text.len());
    let mut words = text.get(..end)?.split([' ', '\u{a0}']);
    let so = words.next()?.len().saturating_add(1).saturating_add(words.next()?.len());
    let (so, rest) = text.split_at_checked(so)?;
    so_tu_chu(so).map(|_| (so, rest))
}

/// `thứ nhất` → 1.
pub fn so_tu_chu(so: &str) -> Option<usize> {
    let so = so.to_lowercase();
    let word = so.strip_prefix("thứ")?.trim();
    THU_TU.iter().position(|known| *known == word)?.checked_add(1)
}

/// 1 → `thứ nhất`; none where nobody counts in words any more.
pub(super) fn thanh_chu(so: usize) -> Option<String> {
    THU_TU.get(so.checked_sub(1)?).map(|word| format!("thứ {word}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_told_from_words() {
        use CauTruc::{Chuong, Dieu, Muc, Phan, TieuMuc};
        assert_eq!(
            CauTruc::tach("Phần thứ nhất. TÌNH HÌNH"),
            Some((Phan, Some("thứ nhất"), "TÌNH HÌNH"))
        );
        assert_eq!(CauTruc::tach("PHẦN THỨ HAI"), Some((Phan, Some("THỨ HAI"), "")));
        assert_eq!(
            CauTruc::tach("CHƯƠNG I QUY ĐỊNH CHUNG"),
            Some((Chuong, Some("I"), "QUY ĐỊNH CHUNG"))
        );
        assert_eq!(CauTruc::tach("Phần thứ yếu"), None);
        assert_eq!(CauTruc::tach("Chương II. Tổ chức"), Some((Chuong, Some("II"), "Tổ chức")));
        assert_eq!(CauTruc::tach("Chương: Tổ chức"), Some((Chuong, None, "Tổ chức")));
        assert_eq!(CauTruc::tach("Điều 12"), Some((Dieu, Some("12"), "")));
        assert_eq!(CauTruc::tach("Tiểu mục 1 - Tên"), Some((TieuMuc, Some("1"), "Tên")));
        assert_eq!(CauTruc::tach("Điều 1a. Tên"), Some((Dieu, Some("1a"), "Tên")));
        assert_eq!(CauTruc::tach("Điều 1ab. Tên"), None);
        assert_eq!(CauTruc::tach("Mục 3: Tên"), Some((Muc, Some("3"), "Tên")));
        for text in ["Mục đích", "Mục tiêu", "Điều kiện", "Chương trình", "Phần mềm", "Chương 2"]
        {
            assert_eq!(CauTruc::tach(text), None, "{text}");
        }
    }
}
