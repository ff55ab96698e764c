//! Names as people write them: two spellings of one name are one.

use unicode_normalization::UnicodeNormalization;

/// The tone marks of Vietnamese, as combining characters.
const THANH: &[char] = &['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
/// What a note after a name says the copy is for; it begins with `để` or is one of these.
const GHI_CHU: &[&str] =
    &["b/c", "báo cáo", "p/h", "ph/h", "phối hợp", "t/h", "th/h", "thực hiện", "biết", "chỉ đạo"];
/// How alike a name must be to be offered.
const DU_GIONG: f64 = 0.8;

/// A name for comparison: small letters, one space between words, no note, no closing mark, and every
/// tone at the end of its syllable, so that `uỷ` is `ủy` and `hoá` is `hóa`.
pub fn khoa(ten: &str) -> String {
    let bare = bo_ghi_chu(ten).trim_end_matches([';', '.', ',', ' ']).to_lowercase();
    let words = bare.split_whitespace().map(dau_cuoi_tieng);
    words.collect::<Vec<_>>().join(" ").nfc().collect()
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

/// The one of `cac_ten` that was probably meant.
pub fn gan_nhat<'t>(ten: &str, cac_ten: impl Iterator<Item = &'t str>) -> Option<&'t str> {
    let wanted = khoa(ten);
    let rated = cac_ten.map(|name| (strsim::jaro_winkler(&wanted, &khoa(name)), name));
    let best = rated.max_by(|(a, _), (b, _)| a.total_cmp(b))?;
    (best.0 > DU_GIONG).then_some(best.1)
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
    fn the_nearest_name_is_offered_or_none() {
        let names = ["Thường trực Tỉnh ủy", "Ban Pháp chế HĐND Tỉnh"];
        let near = |ten| gan_nhat(ten, names.into_iter());
        assert_eq!(near("Thường trục Tỉnh ủy"), Some("Thường trực Tỉnh ủy"));
        assert_eq!(near("Ngân hàng Nhà nước"), None);
    }
}
