//! Words as a recogniser looks at them: without marks, case and blanks that carry nothing.

use crate::model::khong_dau::khong_dau;

/// One blank between words, none at the ends.
pub fn gon(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same in small letters without tone marks: `Kính gửi:` → `kinh gui:`.
pub fn khoa(text: &str) -> String {
    khong_dau(&gon(text))
}

/// All letters are capitals, and there are some.
pub fn toan_hoa(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}

/// No letter and no figure: a rule line typed by hand, a star between two parts.
pub fn la_net_ke(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

/// How many characters a text has.
pub fn dai(text: &str) -> usize {
    text.chars().count()
}

/// Without the marks that a list has at both ends of its items.
pub fn bo_dau_muc(text: &str) -> String {
    let bare =
        text.trim().trim_start_matches(['-', '–', '—', '+', '•', '*', '·', '\u{f0b7}']).trim();
    gon(bare.trim_end_matches([';', '.', ',', ' ', '/']))
}

/// Begins like an item of a list.
pub fn la_gach(text: &str) -> bool {
    text.trim_start().starts_with(['-', '–', '—', '+', '•', '·', '\u{f0b7}'])
}

/// Like the name of a person: two to seven words, each with a capital, no figure, no sign.
pub fn la_ho_ten(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let good = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '-'))
    };
    (2..=7).contains(&words.len()) && words.iter().all(good) && !toan_hoa(text)
}

/// The marks of authority with which a signer's lines begin.
pub fn co_ky_hieu_quyen(text: &str) -> bool {
    let upper = text.trim().to_uppercase();
    ["TM.", "KT.", "TL.", "TUQ.", "Q.", "T/M", "K/T", "T/L", "TM ", "KT ", "TL "]
        .iter()
        .any(|mark| upper.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_told_from_posts_and_places() {
        assert!(la_ho_ten("Nguyễn Văn An") && la_ho_ten("TS. Trần Thị Bình"));
        assert!(!la_ho_ten("CHỦ TỊCH") && !la_ho_ten("Lưu: VT") && !la_ho_ten("Như Điều 3"));
    }

    #[test]
    fn items_lose_their_marks() {
        assert_eq!(bo_dau_muc("-  Các Ban  của HĐND;"), "Các Ban của HĐND");
        assert!(la_net_ke("-----***-----") && !la_net_ke("- a"));
    }
}
