//! The letters of a part: UTF-8, or UTF-16 as some programs write it.

use std::borrow::Cow;

use super::loi::LoiDoc;

/// The part as text, without its byte order mark.
pub(super) fn chu(bytes: &[u8]) -> Result<Cow<'_, str>, LoiDoc> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [b'<', 0, ..] => utf16(bytes, u16::from_le_bytes),
        [0, b'<', ..] => utf16(bytes, u16::from_be_bytes),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> Result<Cow<'_, str>, LoiDoc> {
    let text = std::str::from_utf8(bytes).map_err(|e| LoiDoc::XmlHong(e.to_string()))?;
    match bang_ma(text) {
        // Letters of another table would be read as others than Word shows.
        Some(other) if !text.is_ascii() => {
            Err(LoiDoc::XmlHong(format!("dùng bảng mã “{other}”, không phải UTF-8")))
        }
        _ => Ok(Cow::Borrowed(text)),
    }
}

/// The encoding that the declaration names, if it is another one.
fn bang_ma(text: &str) -> Option<String> {
    let head = text.strip_prefix("<?xml")?.split_once("?>")?.0;
    let value = head.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next()?;
    let name = value.get(1..)?.split_once(quote)?.0;
    let ours = ["utf-8", "utf8", "us-ascii", "ascii"];
    (!ours.contains(&name.to_lowercase().as_str())).then(|| name.to_owned())
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Cow<'_, str>, LoiDoc> {
    let bad = || LoiDoc::XmlHong("chữ UTF-16 bị hỏng".to_owned());
    let pairs = bytes.chunks(2).map(|pair| match pair {
        [a, b] => Some(unit([*a, *b])),
        _ => None,
    });
    let units: Vec<u16> = pairs.collect::<Option<_>>().ok_or_else(bad)?;
    String::from_utf16(&units).map(Cow::Owned).map_err(|_| bad())
}
