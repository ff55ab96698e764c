//! Số đầu đoạn: the number that a paragraph begins with, whether Word counts it or a hand has typed it. Who puts a khoản
//! between two others types all numbers behind it anew, and has edited none of those paragraphs.

use crate::word::doc_word::Doan;

/// The number as it is printed, nothing if there is none, and how many bytes of the text are it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoDau {
    pub chu: String,
    pub dai: usize,
}

/// A part of a number between dots has no more digits; a year or a sum of money has.
const CHU_SO: usize = 3;

impl SoDau {
    pub fn cua(doan: &Doan) -> Self {
        match &doan.so {
            Some(so) => Self { chu: so.chu.clone(), dai: 0 },
            None => Self::cua_chu(&doan.chu),
        }
    }

    /// The number that was typed before a text.
    pub fn cua_chu(text: &str) -> Self {
        let dai = do_dai(text).unwrap_or(0);
        Self { chu: text.get(..dai).unwrap_or_default().trim().to_owned(), dai }
    }
}

/// The text behind the number that was typed before it.
pub fn sau_so<'d>(doan: &'d Doan, so: &SoDau) -> &'d str {
    doan.chu.get(so.dai..).unwrap_or_default()
}

/// The bytes of the number and the blanks behind it; none if the text begins otherwise, or is nothing but a number.
fn do_dai(text: &str) -> Option<usize> {
    let start = text.len().saturating_sub(text.trim_start().len());
    let mut end = tu(text, start)?;
    match text.get(start..end)? {
        "Điều" => {
            let next = qua_cach(text, end);
            end = tu(text, next)?;
            text.get(next..end)?.strip_suffix('.').filter(|so| la_so_dieu(so))?;
        }
        word if la_so(word) => {}
        _ => return None,
    }
    let behind = qua_cach(text, end);
    (behind > end && behind < text.len()).then_some(behind)
}

/// The end of the word that begins there.
fn tu(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    Some(from.saturating_add(rest.find(char::is_whitespace).unwrap_or(rest.len())))
}

fn qua_cach(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    from.saturating_add(rest.len().saturating_sub(rest.trim_start().len()))
}

/// `5`, and `5a` which was put behind it later.
fn la_so_dieu(so: &str) -> bool {
    let bare = so.trim_end_matches(char::is_lowercase);
    !bare.is_empty() && bare.chars().all(|c| c.is_ascii_digit())
}

/// `I.`, `1.`, `1)`, `1.1`, `1.1.`, `a)`, `đ)`.
fn la_so(word: &str) -> bool {
    let bare = word.strip_suffix(['.', ')']).unwrap_or(word);
    let closed = bare.len() < word.len();
    let digits = |part: &str| {
        !part.is_empty() && part.len() <= CHU_SO && part.bytes().all(|b| b.is_ascii_digit())
    };
    let roman = |t: &str| !t.is_empty() && t.chars().all(|c| "IVXLC".contains(c));
    let letter = |t: &str| t.chars().count() == 1 && t.chars().all(char::is_lowercase);
    match closed {
        true if word.ends_with(')') => letter(bare) || digits(bare),
        true => roman(bare) || bare.split('.').all(digits),
        false => bare.contains('.') && bare.split('.').all(digits),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_what_counts_and_has_a_text_behind_it() {
        for (text, so) in [
            ("3. Gửi kết quả", "3."),
            ("đ) Bản góp ý", "đ)"),
            ("1.2. Tên", "1.2."),
            ("1.2 Tên", "1.2"),
            ("IV.\u{a0}Tên", "IV."),
            ("Điều 4. Hiệu lực", "Điều 4."),
            ("Điều 4a. Hiệu lực", "Điều 4a."),
            ("Điều 4 của Luật", ""),
            ("3.", ""),
            ("30 ngày", ""),
            ("2026. Năm", ""),
            ("- Như trên", ""),
            ("Gửi", ""),
            ("", ""),
        ] {
            assert_eq!(SoDau::cua_chu(text).chu, so, "{text}");
        }
        assert_eq!(SoDau::cua_chu("3.  Gửi").dai, 4);
    }
}
