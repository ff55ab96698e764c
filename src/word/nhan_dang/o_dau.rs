//! What single lines of the head say: number and symbol, place and day, the subject of a letter, which draft it is.

use super::tu::gon;

/// A subject without the words before it.
pub(super) fn bo_ve_viec(text: &str) -> String {
    let text = text.trim();
    let rest = ["V/v", "v/v", "V/V", "Về việc", "về việc", "VỀ VIỆC"]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    gon(rest.trim_start_matches([':', '.', ' ']))
}

/// `Số: 05/KH-HĐND` → number and symbol; either may be missing.
pub(super) fn so_ky_hieu(text: &str) -> (Option<String>, Option<String>) {
    let rest =
        text.trim_start_matches(['S', 's', 'ố', 'Ố', 'O', 'o']).trim_start_matches([':', '.', ' ']);
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (so, rest) = rest.split_at_checked(end).unwrap_or((rest, ""));
    let rest = rest.trim_start_matches(|c: char| !c.is_alphabetic());
    let symbol: String = rest.split_whitespace().collect();
    let so = so.trim_start_matches('0');
    (
        Some(so.to_owned()).filter(|so| !so.is_empty()),
        Some(symbol).filter(|symbol| !symbol.is_empty()),
    )
}

/// `Đồng Tháp, ngày 16 tháng 3 năm 2026` → the place, and `16/3/2026`; what is left open is left out.
pub(super) fn ngay(text: &str) -> (String, Option<String>) {
    let lower = text.to_lowercase();
    let at = lower.find("ngày").unwrap_or(lower.len());
    let place = text.get(..at).unwrap_or_default().trim().trim_end_matches(',').trim().to_owned();
    let after = |word: &str| {
        let rest = lower.get(lower.find(word)?.saturating_add(word.len())..)?;
        let digits: String = rest.trim_start().chars().take_while(char::is_ascii_digit).collect();
        let bare = digits.trim_start_matches('0').to_owned();
        (!bare.is_empty()).then_some(bare)
    };
    let (day, month, year) = (after("ngày"), after("tháng"), after("năm"));
    let date = match (day, month, year) {
        (Some(day), Some(month), Some(year)) => Some(format!("{day}/{month}/{year}")),
        (None, Some(month), Some(year)) => Some(format!("{month}/{year}")),
        (_, None, Some(year)) => Some(year),
        _ => None,
    };
    (place, date)
}

/// `DỰ THẢO LẦN 2` → `lần 2`.
pub(super) fn du_thao(text: &str) -> String {
    let lower = gon(text.trim_matches(['(', ')', ' '])).to_lowercase();
    let rest = lower.strip_prefix("dự thảo").unwrap_or_default();
    let rest = rest.trim_matches([' ', ',', '.', ':', '(', ')', '-']).replace(" (", ", ");
    if rest.is_empty() { "có".to_owned() } else { rest }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_dates_may_be_open() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(so_ky_hieu("Số: 05/KH-HĐND"), (some("5"), some("KH-HĐND")));
        assert_eq!(so_ky_hieu("Số:       /QĐ-UBND"), (None, some("QĐ-UBND")));
        assert_eq!(so_ky_hieu("Số 12 / SNV - TCCB"), (some("12"), some("SNV-TCCB")));
        assert_eq!(
            ngay("Mỹ Thọ, ngày 05 tháng 02 năm 2019"),
            ("Mỹ Thọ".to_owned(), some("5/2/2019"))
        );
        assert_eq!(ngay("Mỹ Thọ, ngày     tháng 3 năm 2026").1, some("3/2026"));
        assert_eq!(ngay("Mỹ Thọ, ngày … tháng … năm 2026").1, some("2026"));
    }
}
