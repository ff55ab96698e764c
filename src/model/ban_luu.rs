//! Bản lưu: the copies that stay, from the line `Lưu` (PL I, II.9.b: unit and number are optional).

/// Where copies stay and how many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BanLuu {
    pub ten: String,
    pub so_ban: u64,
}

/// `VT, Phòng Công tác HĐND (02). Đề` → one at VT, two at the unit. What follows the first full stop
/// and a space is the typist's or drafter's mark.
pub fn cac_ban_luu(luu: &str) -> Vec<BanLuu> {
    let places = luu.split_once(". ").map_or(luu, |(places, _)| places);
    let parts = places.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(mot_noi).collect()
}

fn mot_noi(part: &str) -> BanLuu {
    let counted = part.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    let counted = counted.and_then(|(ten, so)| Some((ten.trim(), so_ban(so)?)));
    let (ten, so_ban) = counted.filter(|(ten, _)| !ten.is_empty()).unwrap_or((part, 1));
    BanLuu { ten: ten.to_owned(), so_ban }
}

/// `02`, `2 bản`, `02b`.
fn so_ban(text: &str) -> Option<u64> {
    let lower = text.trim().to_lowercase();
    let digits = lower.trim_end_matches("bản").trim_end_matches('b').trim_end();
    digits.parse().ok().filter(|so| (1..=999).contains(so))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_and_numbers_are_read() {
        let read = |text| -> Vec<(String, u64)> {
            cac_ban_luu(text).into_iter().map(|b| (b.ten, b.so_ban)).collect()
        };
        let own = |ten: &str, so| (ten.to_owned(), so);
        assert_eq!(read("VT"), [own("VT", 1)]);
        assert_eq!(
            read("VT, Phòng Công tác HĐND. Đề"),
            [own("VT", 1), own("Phòng Công tác HĐND", 1)]
        );
        assert_eq!(
            read("VT (02), TH (3 bản); P.CTHĐND (5b)"),
            [own("VT", 2), own("TH", 3), own("P.CTHĐND", 5)]
        );
        assert_eq!(read("VT (mật), TH (0)"), [own("VT (mật)", 1), own("TH (0)", 1)]);
    }
}
