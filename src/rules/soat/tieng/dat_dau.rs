//! Where the tone mark goes. The two styles part in `oa`, `oe`, `uy` at the end of a syllable only:
//! `hoà`, `khoẻ`, `thuỷ` (new) and `hòa`, `khỏe`, `thủy` (old). The decree itself has both.

use unicode_normalization::UnicodeNormalization;

use super::bang;
use super::thanh::Thanh;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KieuDau {
    /// `hoà`
    Moi,
    /// `hòa`
    Cu,
}

/// Letters and tone put together. None if the letters are no syllable.
pub fn ghep(goc: &str, thanh: Thanh, kieu: KieuDau) -> Option<String> {
    let (dau, van) = bang::phan(goc)?;
    let Some(mark) = thanh.dau() else { return Some(goc.to_owned()) };
    let at = if van.is_empty() {
        dau.chars().count().saturating_sub(1)
    } else {
        dau.chars().count().saturating_add(cho_dau(van, kieu)?)
    };
    let letters = goc.chars().enumerate().flat_map(|(i, c)| {
        let mark = (i == at).then_some(mark);
        [Some(c), mark].into_iter().flatten()
    });
    Some(letters.nfc().collect())
}

/// Whether the two styles write these letters differently.
pub fn co_hai_kieu(goc: &str) -> bool {
    bang::phan(goc).is_some_and(|(_, van)| ["oa", "oe", "uy"].contains(&van))
}

/// Which letter of a rime bears the mark.
fn cho_dau(van: &str, kieu: KieuDau) -> Option<usize> {
    let letters: Vec<char> = van.chars().collect();
    let last_marked = letters.iter().rposition(|c| "ăâêôơư".contains(*c));
    if let Some(at) = last_marked {
        return Some(at);
    }
    let vowels = letters.iter().take_while(|c| "aeiouy".contains(**c)).count();
    match (vowels, letters.len() > vowels) {
        (0, _) => None,
        (n, true) => n.checked_sub(1),
        (1, false) | (3, false) => Some(vowels / 2),
        (_, false) if ["oa", "oe", "uy"].contains(&van) => {
            Some(if kieu == KieuDau::Moi { 1 } else { 0 })
        }
        (_, false) => Some(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_where_each_style_puts_them() {
        let viet = |goc, thanh, kieu| ghep(goc, thanh, kieu).unwrap();
        for (goc, thanh, moi, cu) in [
            ("hoa", Thanh::Huyen, "hoà", "hòa"),
            ("thuy", Thanh::Hoi, "thuỷ", "thủy"),
            ("quy", Thanh::Sac, "quý", "quý"),
            ("gia", Thanh::Sac, "giá", "giá"),
            ("gi", Thanh::Huyen, "gì", "gì"),
            ("toan", Thanh::Sac, "toán", "toán"),
            ("nguyên", Thanh::Nga, "nguyễn", "nguyễn"),
            ("đươc", Thanh::Nang, "được", "được"),
            ("cua", Thanh::Hoi, "của", "của"),
            ("ngoai", Thanh::Huyen, "ngoài", "ngoài"),
            ("khuyu", Thanh::Hoi, "khuỷu", "khuỷu"),
            ("mooc", Thanh::Sac, "moóc", "moóc"),
        ] {
            assert_eq!(
                (viet(goc, thanh, KieuDau::Moi), viet(goc, thanh, KieuDau::Cu)),
                (moi.into(), cu.into())
            );
        }
    }
}
