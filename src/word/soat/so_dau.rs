//! Số đầu đoạn: the level and the number that a paragraph begins with, as its order is held (PL I, II.6). Marks that
//! the decree does not know (`1)`, `a.`) are counted too: they have an order of their own.

use crate::word::nhan_dang::so_dieu;
use crate::word::nhan_dang::tu::khoa;

/// The letters of items: those of the Vietnamese alphabet in order, without ă, â, ê, ô, ơ, ư.
pub(super) const CHU_CAI: &str = "abcdđeghiklmnopqrstuvxy";

/// Bậc: the levels from above.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bac {
    Phan,
    Chuong,
    Muc,
    TieuMuc,
    Dieu,
    LaMa,
    /// With the sign behind the number: `1.`, `1)`, `1/`.
    So(char),
    /// `1.2.`
    SoKep,
    /// With the sign behind the letter: `a)`, `a.`
    Chu(char),
}

impl Bac {
    /// Phần, chương, mục, tiểu mục: on a line of their own.
    pub fn tren_dieu(self) -> bool {
        self < Self::Dieu
    }
}

/// What a paragraph begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SoDau {
    pub bac: Bac,
    /// The numbers before the last one: `1` of `1.2.`.
    pub truoc: Vec<u32>,
    pub so: u32,
    /// A letter behind the number, of an article that was put between others: `5a`.
    pub them: bool,
}

impl SoDau {
    fn moi(bac: Bac, so: u32) -> Self {
        Self { bac, truoc: Vec::new(), so, them: false }
    }

    /// The same with another number.
    pub fn voi(&self, so: u32) -> Self {
        Self { so, them: false, ..self.clone() }
    }

    /// As it is printed: `Điều 5`, `c)`, `1.2.`.
    pub fn viet(&self) -> String {
        let so = self.so;
        match self.bac {
            Bac::Phan => format!("Phần {}", la_ma(so)),
            Bac::Chuong => format!("Chương {}", la_ma(so)),
            Bac::Muc => format!("Mục {so}"),
            Bac::TieuMuc => format!("Tiểu mục {so}"),
            Bac::Dieu => format!("Điều {so}"),
            Bac::LaMa => format!("{}.", la_ma(so)),
            Bac::So(dau) => format!("{so}{dau}"),
            Bac::SoKep => {
                let all = self.truoc.iter().chain([&so]);
                all.map(|so| format!("{so}.")).collect()
            }
            Bac::Chu(dau) => format!("{}{dau}", chu_cai(so).unwrap_or('?')),
        }
    }
}

/// The letter with a number, from 1.
fn chu_cai(so: u32) -> Option<char> {
    CHU_CAI.chars().nth(usize::try_from(so).ok()?.checked_sub(1)?)
}

/// Reads a title of its own line: `Chương II`, `Mục 1. TÊN`, `Phần thứ nhất`.
pub(super) fn doc_phan(text: &str) -> Option<SoDau> {
    let key = khoa(text);
    let of = [
        ("phan ", Bac::Phan),
        ("chuong ", Bac::Chuong),
        ("muc ", Bac::Muc),
        ("tieu muc ", Bac::TieuMuc),
    ];
    let (rest, bac) = of.iter().find_map(|(word, bac)| Some((key.strip_prefix(word)?, *bac)))?;
    let rest = rest.strip_prefix("thu ").unwrap_or(rest);
    let word = rest.split([' ', '.', ':']).next()?;
    let so = word.parse().ok().or_else(|| so_la_ma(word)).or_else(|| so_chu(word))?;
    Some(SoDau::moi(bac, so))
}

/// Reads the mark of a paragraph; `text` has one blank between words.
pub(super) fn doc(text: &str) -> Option<SoDau> {
    if let Some(so) = so_dieu(text) {
        let digits = so.trim_end_matches(char::is_alphabetic);
        let them = digits.len() < so.len();
        return Some(SoDau { them, ..SoDau::moi(Bac::Dieu, digits.parse().ok()?) });
    }
    let word = text.split(' ').next()?;
    let roman = word.strip_suffix('.').filter(|bare| bare.chars().all(|c| "IVX".contains(c)));
    if let Some(so) = roman.and_then(|bare| so_la_ma(&bare.to_lowercase())) {
        return Some(SoDau::moi(Bac::LaMa, so));
    }
    so_kep(word).or_else(|| so_don(text)).or_else(|| chu_don(text))
}

/// `1.2`, `1.2.3.`: numbers of at most two figures, which a sum of money is not.
fn so_kep(word: &str) -> Option<SoDau> {
    let parts: Vec<&str> = word.trim_end_matches(['.', ')']).split('.').collect();
    let number =
        |part: &&str| (1..3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if parts.len() < 2 || !parts.iter().all(number) {
        return None;
    }
    let mut truoc: Vec<u32> = parts.iter().map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let so = truoc.pop()?;
    Some(SoDau { truoc, ..SoDau::moi(Bac::SoKep, so) })
}

/// `1.`, `1)`, `1/`, also without a blank behind it.
fn so_don(text: &str) -> Option<SoDau> {
    let end = text.find(|c: char| !c.is_ascii_digit()).filter(|end| (1..=3).contains(end))?;
    let (digits, rest) = text.split_at_checked(end)?;
    let sign = rest.chars().next().filter(|c| matches!(c, '.' | ')' | '/'))?;
    let next = rest.chars().nth(1);
    let good = match sign {
        // `12/QĐ-UBND` is a number of a paper.
        '/' => next == Some(' '),
        _ => next.is_some_and(|c| c == ' ' || c.is_alphabetic()),
    };
    good.then(|| digits.parse().ok()).flatten().map(|so| SoDau::moi(Bac::So(sign), so))
}

/// `a)`, `a.`, `a/`.
fn chu_don(text: &str) -> Option<SoDau> {
    let mut chars = text.chars();
    let (letter, sign) = (chars.next()?, chars.next()?);
    if !matches!(sign, ')' | '.' | '/') || !matches!(chars.next()?, ' ' | 'A'..='Z') {
        return None;
    }
    let at = CHU_CAI.chars().position(|c| c == letter)?;
    Some(SoDau::moi(Bac::Chu(sign), u32::try_from(at).ok()?.saturating_add(1)))
}

const LA_MA: [(&str, u32); 7] =
    [("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1)];

/// A Roman number in small letters, if it is written as one.
fn so_la_ma(text: &str) -> Option<u32> {
    let (mut rest, mut sum) = (text, 0_u32);
    for (sign, value) in &LA_MA {
        while let Some(behind) = rest.strip_prefix(sign) {
            (rest, sum) = (behind, sum.saturating_add(*value));
        }
    }
    (rest.is_empty() && sum > 0 && la_ma(sum).to_lowercase() == text).then_some(sum)
}

fn la_ma(so: u32) -> String {
    let (mut rest, mut out) = (so.min(89), String::new());
    for (sign, value) in &LA_MA {
        while rest >= *value {
            out.push_str(&sign.to_uppercase());
            rest = rest.saturating_sub(*value);
        }
    }
    out
}

/// `Phần thứ nhất`.
fn so_chu(word: &str) -> Option<u32> {
    let words = ["nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"];
    let at = words.iter().position(|own| *own == word)?;
    Some(u32::try_from(at).ok()?.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_have_their_level_and_number() {
        let viet = |text: &str| doc(text).map(|own| (own.bac, own.viet()));
        for (text, bac, own) in [
            ("Điều 5. Kinh phí", Bac::Dieu, "Điều 5"),
            ("IV. KẾT QUẢ", Bac::LaMa, "IV."),
            ("3. Việc", Bac::So('.'), "3."),
            ("3.Việc", Bac::So('.'), "3."),
            ("3) việc", Bac::So(')'), "3)"),
            ("1.2. Việc", Bac::SoKep, "1.2."),
            ("đ) việc", Bac::Chu(')'), "đ)"),
            ("e. Việc", Bac::Chu('.'), "e."),
        ] {
            assert_eq!(viet(text), Some((bac, own.to_owned())), "{text}");
        }
        for text in
            ["1.000.000 đồng", "12/QĐ-UBND", "20/5/2025", "Ông A.", "2025. Năm", "IIX. A", ""]
        {
            assert_eq!(viet(text), None, "{text}");
        }
    }

    #[test]
    fn titles_of_parts_are_read_in_all_ways_of_counting() {
        let viet = |text: &str| doc_phan(text).map(|own| own.viet());
        assert_eq!(viet("Chương XIV").as_deref(), Some("Chương XIV"));
        assert_eq!(viet("MỤC 2. TÊN").as_deref(), Some("Mục 2"));
        assert_eq!(viet("Phần thứ tư").as_deref(), Some("Phần IV"));
        assert_eq!(viet("Tiểu mục 3. TÊN").as_deref(), Some("Tiểu mục 3"));
        assert_eq!(viet("Mục đích"), None);
    }
}
