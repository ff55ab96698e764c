//! Names as people write them: two spellings of one name are one.

use unicode_normalization::UnicodeNormalization;

use super::khong_dau::khong_dau;

/// The tone marks of Vietnamese, as combining characters.
const THANH: &[char] = &['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
/// What a note after a name says the copy is for; it begins with `để` or is one of these.
const GHI_CHU: &[&str] =
    &["b/c", "báo cáo", "p/h", "ph/h", "phối hợp", "t/h", "th/h", "thực hiện", "biết", "chỉ đạo"];
/// A word of so many letters may be typed wrong in two places, a shorter one in one.
const TU_DAI: usize = 6;

/// A name for comparison: small letters, one space between words, no note, no closing mark, and every
/// tone at the end of its syllable, so that `uỷ` is `ủy` and `hoá` is `hóa`.
pub fn khoa(ten: &str) -> String {
    let bare = bo_ghi_chu(ten).trim_end_matches([';', '.', ',', ' ']).to_lowercase();
    let words = bare.split_whitespace().map(dau_cuoi_tieng);
    words.collect::<Vec<_>>().join(" ").nfc().collect()
}

/// Bodies as all shorten them, and in full.
const VIET_TAT: &[(&str, &str)] = &[
    ("ubnd", "ủy ban nhân dân"),
    ("hđnd", "hội đồng nhân dân"),
    ("hdnd", "hội đồng nhân dân"),
    ("mttq", "mặt trận tổ quốc"),
];

/// A name for comparison with what all shorten written out: `HĐND tỉnh` and `Hội đồng nhân dân tỉnh` are one body.
pub fn viet_du(ten: &str) -> String {
    let key = khoa(ten);
    let full = |word: &str| {
        let bare = khoa(word);
        VIET_TAT.iter().find(|(short, _)| *short == bare).map(|(_, full)| khoa(full))
    };
    let words = key.split(' ').map(|word| full(word).unwrap_or_else(|| word.to_owned()));
    words.collect::<Vec<_>>().join(" ")
}

/// `Thường trực Tỉnh ủy (để b/c)` → `Thường trực Tỉnh ủy`. Brackets that say something else stay: they
/// may be what tells two offices apart.
pub fn bo_ghi_chu(ten: &str) -> &str {
    let bare = ten.trim().trim_end_matches([';', '.', ',', ' ']);
    let Some((name, note)) = bare.strip_suffix(')').and_then(|t| t.rsplit_once('(')) else {
        return ten.trim();
    };
    let note = note.trim().to_lowercase();
    let told = note.starts_with("để ") || GHI_CHU.iter().any(|known| note.starts_with(known));
    if told && !name.trim().is_empty() { name.trim() } else { ten.trim() }
}

/// The one of `cac_ten` that was probably meant: the same words, some with a slip of the pen. `Sở Tài chính` and
/// `Sở Tư pháp` have much in common and are two bodies.
pub fn gan_nhat<'t>(ten: &str, cac_ten: impl Iterator<Item = &'t str>) -> Option<&'t str> {
    let wanted = khoa(ten);
    let rated = cac_ten.filter_map(|name| Some((so_cho_lech(&wanted, &khoa(name))?, name)));
    rated.min_by_key(|(rate, _)| *rate).map(|(_, name)| name)
}

/// In how many letters two names differ, if no word differs in more than a slip.
fn so_cho_lech(a: &str, b: &str) -> Option<usize> {
    let glued = |text: &str| text.replace(' ', "");
    if glued(a) == glued(b) {
        return Some(0);
    }
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    if a.len() != b.len() {
        return None;
    }
    let words: Option<Vec<usize>> = a.iter().zip(&b).map(|(a, b)| lech_mot_tu(a, b)).collect();
    let sum = words?.into_iter().sum();
    // Half of the words changed is another name.
    (sum <= a.len().div_ceil(2)).then_some(sum)
}

fn lech_mot_tu(a: &str, b: &str) -> Option<usize> {
    let digit = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    // A word with a wrong mark is near; a number is another number.
    let (plain_a, plain_b) = (khong_dau(a), khong_dau(b));
    if a == b {
        return Some(0);
    }
    let far = strsim::damerau_levenshtein(&plain_a, &plain_b).max(1);
    let most = if plain_a.chars().count() >= TU_DAI { 2 } else { 1 };
    let short = plain_a.chars().count().max(plain_b.chars().count()) < 2;
    (far <= most && !short && !digit(a) && !digit(b)).then_some(far)
}

fn dau_cuoi_tieng(tieng: &str) -> String {
    let (thanh, chu): (String, String) = tieng.nfd().partition(|c| THANH.contains(c));
    chu + &thanh
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_one() {
        for other in [
            "thường trực tỉnh uỷ",
            " Thường  trực Tỉnh ủy;",
            "Thường trực Tỉnh uỷ (để b/c)",
            "Thường trực Tỉnh uỷ (Để báo cáo);",
        ] {
            assert_eq!(khoa("Thường trực Tỉnh ủy"), khoa(other), "{other}");
        }
        assert_eq!(khoa("Ban Văn hoá - Xã hội"), khoa("Ban Văn hóa - Xã hội"));
        assert_ne!(khoa("Sở Y tế (Hà Nội)"), khoa("Sở Y tế"));
        assert_ne!(khoa("Tỉnh ủy"), khoa("Tỉnh uy"));
        assert_eq!(bo_ghi_chu("(để b/c)"), "(để b/c)");
    }

    #[test]
    fn a_body_is_the_same_shortened_and_in_full() {
        assert_eq!(viet_du("TT HĐND tỉnh"), viet_du("TT Hội đồng nhân dân tỉnh"));
        assert_eq!(viet_du("UBND xã Tân An"), viet_du("Uỷ ban nhân dân xã Tân An"));
        assert_ne!(viet_du("UBND xã Tân An"), viet_du("UBND xã Tấn An"));
        assert_ne!(viet_du("UBND tỉnh"), viet_du("HĐND tỉnh"));
    }

    #[test]
    fn the_nearest_name_is_offered_or_none() {
        let names = ["Thường trực Tỉnh ủy", "Ban Pháp chế HĐND Tỉnh"];
        let near = |ten| gan_nhat(ten, names.into_iter());
        assert_eq!(near("Thường trục Tỉnh ủy"), Some("Thường trực Tỉnh ủy"));
        assert_eq!(near("Thường trực Tinh uỷ"), Some("Thường trực Tỉnh ủy"));
        assert_eq!(near("Ban Phap che HĐNDTỉnh"), None);
        assert_eq!(near("Ban Phap che HĐND Tinh"), Some("Ban Pháp chế HĐND Tỉnh"));
        assert_eq!(near("Ngân hàng Nhà nước"), None);
    }

    #[test]
    fn another_body_is_not_near() {
        for (wanted, other) in [
            ("Sở Tài chính", "Sở Tư pháp"),
            ("Ban Dân tộc HĐND Tỉnh", "Ban Pháp chế HĐND Tỉnh"),
            ("Thường trực HĐND Tỉnh", "Thường trực Tỉnh ủy"),
            ("UBND xã An Bình", "UBND xã An Long"),
            ("Phòng 1", "Phòng 2"),
            ("Ban Kinh tế", "Ban Kinh tế - Ngân sách"),
        ] {
            assert_eq!(gan_nhat(wanted, [other].into_iter()), None, "{wanted}");
        }
    }
}
