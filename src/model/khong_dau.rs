//! Vietnamese without its marks: for keys and file names.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case without marks: `Đắk Lắk` → `dak lak`.
pub fn khong_dau(text: &str) -> String {
    let bare = text.to_lowercase().nfd().filter(|c| !is_combining_mark(*c)).collect::<String>();
    bare.replace('đ', "d")
}

/// A piece of a file name: `Tỉnh Đắk Lắk` → `tinh-dak-lak`. Letters and digits of ASCII only.
pub fn ten_tep_khong_dau(text: &str) -> String {
    let bare = khong_dau(text);
    let words = bare.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_marks() {
        assert_eq!(khong_dau("Đắk Lắk"), "dak lak");
        assert_eq!(ten_tep_khong_dau("Bà Rịa - Vũng Tàu"), "ba-ria-vung-tau");
        assert_eq!(ten_tep_khong_dau("../..\0"), "");
    }
}
