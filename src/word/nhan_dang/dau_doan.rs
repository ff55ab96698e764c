//! What a paragraph begins with: the number of a head, the mark of an item, the name of a part.

use super::tu::khoa;

/// The beginning of a paragraph, and how many characters it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DauDoan {
    /// `Phần`, `Chương`, `Mục`, `Tiểu mục` with its number.
    Phan,
    /// `Điều 1.`
    Dieu(String),
    /// `II.`
    LaMa,
    /// `1.`, `12.`
    So,
    /// `1.1.`, with how many numbers.
    SoKep(usize),
    /// `a)`
    Chu,
    /// Any other mark that an item has: `-`, `+`, `1)`.
    Dau,
    Khong,
}

/// How a paragraph begins, and how many characters that takes.
pub fn doc(text: &str) -> (DauDoan, usize) {
    let word = text.split(' ').next().unwrap_or_default();
    let length = word.chars().count().saturating_add(1);
    let key = khoa(text);
    if let Some(so) = so_dieu(text) {
        let count = "Điều ".chars().count().saturating_add(so.chars().count()).saturating_add(1);
        return (DauDoan::Dieu(so), count);
    }
    if la_phan(&key) {
        return (DauDoan::Phan, 0);
    }
    let bare = word.strip_suffix('.').unwrap_or_default();
    let digits = |part: &str| {
        !part.is_empty() && part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit())
    };
    let roman = !bare.is_empty() && bare.len() <= 6 && bare.chars().all(|c| "IVX".contains(c));
    let parts: Vec<&str> = word.trim_end_matches('.').split('.').collect();
    let letter = word.strip_suffix(')').unwrap_or_default();
    if roman {
        (DauDoan::LaMa, length)
    } else if digits(bare) {
        (DauDoan::So, length)
    } else if parts.len() > 1 && parts.iter().all(|part| digits(part)) && parts.len() < 6 {
        (DauDoan::SoKep(parts.len()), length)
    } else if letter.chars().count() == 1 && letter.chars().all(char::is_lowercase) {
        (DauDoan::Chu, length)
    } else if digits(letter) || matches!(word, "-" | "–" | "—" | "+" | "•" | "*") {
        (DauDoan::Dau, length)
    } else {
        (DauDoan::Khong, 0)
    }
}

/// `Điều 12. …` → `12`.
pub fn so_dieu(text: &str) -> Option<String> {
    let rest = text.strip_prefix("Điều ").or_else(|| text.strip_prefix("ĐIỀU "))?;
    let end = rest.find(['.', ':'])?;
    let so = rest.get(..end)?;
    let digits = so.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let good =
        !digits.is_empty() && digits.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit());
    (good && so.len() <= digits.len().saturating_add(1)).then(|| so.to_owned())
}

fn la_phan(key: &str) -> bool {
    let mut words = key.split(' ');
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let so = second.trim_end_matches(['.', ':']);
    let roman = !so.is_empty() && so.chars().all(|c| "ivx".contains(c));
    let digits = !so.is_empty() && so.len() < 3 && so.bytes().all(|b| b.is_ascii_digit());
    match first {
        "phan" => roman || (second == "thu" && key.len() < 60),
        "chuong" => roman,
        "muc" => digits,
        _ => key.starts_with("tieu muc ") && key.len() < 120,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_of_paragraphs() {
        assert_eq!(doc("Điều 3. Tổ chức"), (DauDoan::Dieu("3".to_owned()), 7));
        assert_eq!(doc("IV. KẾT QUẢ"), (DauDoan::LaMa, 4));
        assert_eq!(doc("1.2. Việc"), (DauDoan::SoKep(2), 5));
        assert_eq!(doc("đ) Việc").0, DauDoan::Chu);
        assert_eq!(doc("Chương II").0, DauDoan::Phan);
        assert_eq!(doc("Mục đích").0, DauDoan::Khong);
        assert_eq!(doc("2023. Năm").0, DauDoan::Khong);
    }
}
