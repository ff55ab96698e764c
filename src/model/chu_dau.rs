//! Large and small letters: the first of a text, and a title in capitals with a bracket in ordinary letters.

/// With a capital first letter.
pub fn hoa_dau(text: &str) -> String {
    let mut rest = text.chars();
    let first: String = rest.next().into_iter().flat_map(char::to_uppercase).collect();
    first + rest.as_str()
}

/// With a small first letter, so that it can stand inside a sentence.
pub fn thuong_dau(text: &str) -> String {
    let mut rest = text.chars();
    let first: String = rest.next().into_iter().flat_map(char::to_lowercase).collect();
    first + rest.as_str()
}

/// Whether a title was typed in capitals but for what it has in brackets, as in `NỘI DUNG (ý kiến của các Ban)`: then
/// the bracket keeps its letters.
pub fn ngoac_thuong(title: &str) -> bool {
    let (mut depth, mut capitals, mut inside) = (0usize, false, false);
    for c in title.chars() {
        match c {
            '(' => depth = depth.saturating_add(1),
            ')' => depth = depth.saturating_sub(1),
            c if depth > 0 => inside |= c.is_lowercase(),
            c if c.is_lowercase() => return false,
            c => capitals |= c.is_uppercase(),
        }
    }
    depth == 0 && capitals && inside
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bracket_keeps_its_letters_after_a_title_in_capitals() {
        assert!(ngoac_thuong("NỘI DUNG (ý kiến của các Ban)"));
        assert!(ngoac_thuong("SỐ LIỆU (đến 30/6) VÀ KẾT QUẢ"));
        for text in
            ["Nội dung (ý kiến)", "NỘI DUNG (UBND)", "NỘI DUNG (ý kiến", "(ý kiến)", "NỘI DUNG"]
        {
            assert!(!ngoac_thuong(text), "{text}");
        }
    }

    #[test]
    fn only_the_first_letter_changes() {
        assert_eq!((hoa_dau("đợt Một").as_str(), hoa_dau("").as_str()), ("Đợt Một", ""));
        assert_eq!((thuong_dau("Đợt Một").as_str(), thuong_dau("").as_str()), ("đợt Một", ""));
    }
}
