//! In which set of characters a list of plain text is, and its letters. What is not sure is told.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::loi::LoiBang;
use crate::reading::source::bang_ma_cu;

/// The letters of a file.
pub(super) fn chu(bytes: &[u8]) -> Result<String, LoiBang> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        let text = std::str::from_utf8(rest);
        return text
            .map(str::to_owned)
            .map_err(|_| la("có dấu của UTF-8 mà có byte không phải UTF-8"));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return utf16(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return utf16(rest, u16::from_be_bytes);
    }
    if bytes.contains(&0) {
        return khong_dau_dau(bytes);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) => windows_1258(bytes),
    }
}

fn la(why: &str) -> LoiBang {
    LoiBang::BangMa(why.to_owned())
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, LoiBang> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    let text = String::from_utf16(&units).map_err(|_| la("có dấu của UTF-16 mà chữ đứt đoạn"))?;
    if rest.is_empty() { Ok(text) } else { Err(la("UTF-16 mà thiếu một byte cuối")) }
}

/// UTF-16 without its mark: the zeros of ASCII letters stand all in even or all in odd places.
fn khong_dau_dau(bytes: &[u8]) -> Result<String, LoiBang> {
    let at = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    match (at(0), at(1)) {
        (0, _) => utf16(bytes, u16::from_le_bytes),
        (_, 0) => utf16(bytes, u16::from_be_bytes),
        _ => Err(la("có byte 0")),
    }
}

/// What Excel calls CSV on a Vietnamese Windows; only if it comes out as Vietnamese.
fn windows_1258(bytes: &[u8]) -> Result<String, LoiBang> {
    let latin1: String = bytes.iter().map(|b| char::from(*b)).collect();
    if latin1.lines().any(|line| bang_ma_cu(line).is_some()) {
        return Err(la("chữ gõ bằng bảng mã cũ (TCVN3 hoặc VNI)"));
    }
    let letters: Option<String> = bytes.iter().map(|b| mot_byte(*b)).collect();
    let text: String =
        letters.ok_or_else(|| la("có byte không thuộc bảng mã nào đã biết"))?.nfc().collect();
    let mut before = ' ';
    for c in text.chars() {
        if is_combining_mark(c) || (!c.is_ascii() && c.is_alphabetic() && !chu_viet(c)) {
            return Err(la("đọc theo Windows-1258 thì không ra chữ Việt"));
        }
        if before == '?' && c.is_alphabetic() && text.contains(|c: char| !c.is_ascii()) {
            return Err(la("có dấu ? liền trước chữ: khi lưu Excel đã làm mất chữ"));
        }
        before = c;
    }
    Ok(text)
}

fn chu_viet(c: char) -> bool {
    matches!(c, 'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý' | 'à'..='ã' | 'è'..='ê' | 'ì' | 'í')
        || matches!(
            c,
            'ò'..='õ'
                | 'ù'
                | 'ú'
                | 'ý'
                | 'Ă'
                | 'ă'
                | 'Đ'
                | 'đ'
                | 'Ĩ'
                | 'ĩ'
                | 'Ũ'
                | 'ũ'
                | 'Ơ'
                | 'ơ'
                | 'Ư'
                | 'ư'
        )
        || matches!(c, '\u{1ea0}'..='\u{1ef9}')
}

/// Windows-1258, the upper half.
fn mot_byte(b: u8) -> Option<char> {
    const TREN: [char; 32] = [
        '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', '\0', '‹', 'Œ', '\0', '\0', '\0', '\0',
        '‘', '’', '“', '”', '•', '–', '—', '˜', '™', '\0', '›', 'œ', '\0', '\0', 'Ÿ',
    ];
    let c = match b {
        0x80..=0x9F => *TREN.get(usize::from(b).saturating_sub(0x80))?,
        0xC3 => 'Ă',
        0xCC => '\u{300}',
        0xD0 => 'Đ',
        0xD2 => '\u{309}',
        0xD5 => 'Ơ',
        0xDD => 'Ư',
        0xDE => '\u{303}',
        0xE3 => 'ă',
        0xEC => '\u{301}',
        0xF0 => 'đ',
        0xF2 => '\u{323}',
        0xF5 => 'ơ',
        0xFD => 'ư',
        0xFE => '₫',
        other => char::from(other),
    };
    (c != '\0').then_some(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_windows_is_read_and_what_is_unsure_is_told() {
        // `Nguyễn Văn Đông, Huế` as Windows-1258 has it.
        let text = b"Nguy\xea\xden V\xe3n \xd0\xf4ng, Hu\xea\xec";
        assert_eq!(chu(text).unwrap(), "Nguyễn Văn Đông, Huế");
        assert!(chu(b"Nguy?n V\xe3n").is_err());
        assert!(chu(b"Stra\xdfe").is_err());
        assert!(chu(b"C\xe9ng ho\xb5 x\xb7 h\xe9i ch\xf1 ngh\xdca").is_err());
    }

    #[test]
    fn sixteen_bits_are_read_either_way() {
        let text = "Họ tên;Số\r\nÁ;1";
        let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for (mark, bytes) in [(&b"\xFF\xFE"[..], &le), (b"", &le), (b"\xFE\xFF", &be), (b"", &be)] {
            assert_eq!(chu(&[mark, bytes].concat()).unwrap(), text);
        }
        assert!(chu(b"\xFF\xFEa").is_err());
    }
}
