//! The first letter of a text, large or small.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_letter_changes() {
        assert_eq!((hoa_dau("đợt Một").as_str(), hoa_dau("").as_str()), ("Đợt Một", ""));
        assert_eq!((thuong_dau("Đợt Một").as_str(), thuong_dau("").as_str()), ("đợt Một", ""));
    }
}
