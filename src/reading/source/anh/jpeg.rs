//! JPEG: how large it is, and whether a camera turned it. Its data go into both files as they are.

use super::Kho;
use crate::model::anh::DPI_THUONG;

const CM_MOI_INCH: f64 = 2.54;

/// ISO/IEC 10918-1, Annex B: the segments before the data.
pub(super) fn kho(bytes: &[u8]) -> Result<Kho, String> {
    let broken = || "tệp JPEG hỏng".to_owned();
    let mut at = 2_usize;
    let mut dpi = DPI_THUONG;
    loop {
        let marker = *bytes
            .get(at..at.saturating_add(2))
            .ok_or_else(broken)?
            .last_chunk()
            .ok_or_else(broken)?;
        let [code] = marker;
        // Fill bytes stand before a marker.
        if code == 0xff {
            at = at.saturating_add(1);
            continue;
        }
        let body = doan(bytes, at).ok_or_else(broken)?;
        match code {
            0xe0 => dpi = jfif(body).unwrap_or(dpi),
            0xe1 if xoay(body) => {
                return Err("ảnh chụp còn mang cờ xoay của máy ảnh; mở ảnh bằng Paint, lưu lại rồi dùng tệp mới".to_owned());
            }
            0xc0..=0xcf if !matches!(code, 0xc4 | 0xc8 | 0xcc) => {
                if !bytes.windows(2).rev().take(64 * 1024).any(|end| end == [0xff, 0xd9]) {
                    return Err(broken());
                }
                return khung(body, dpi).ok_or_else(broken);
            }
            0xda | 0xd9 => return Err(broken()),
            _ => {}
        }
        at = at.saturating_add(4).saturating_add(body.len());
    }
}

/// What a segment at `at` holds.
fn doan(bytes: &[u8], at: usize) -> Option<&[u8]> {
    let from = at.checked_add(4)?;
    let length: [u8; 2] = bytes.get(at.checked_add(2)?..from)?.try_into().ok()?;
    let length = usize::from(u16::from_be_bytes(length)).checked_sub(2)?;
    bytes.get(from..from.checked_add(length)?)
}

/// The frame: bits, height, width.
fn khung(body: &[u8], dpi: f64) -> Option<Kho> {
    let so =
        |at: usize| Some(u16::from_be_bytes(body.get(at..at.saturating_add(2))?.try_into().ok()?));
    Some(Kho { rong: f64::from(so(3)?), cao: f64::from(so(1)?), dpi })
}

fn jfif(body: &[u8]) -> Option<f64> {
    let rest = body.strip_prefix(b"JFIF\0")?;
    let dots = f64::from(u16::from_be_bytes(rest.get(3..5)?.try_into().ok()?));
    match rest.get(2)? {
        1 if dots > 0.0 => Some(dots),
        2 if dots > 0.0 => Some(dots * CM_MOI_INCH),
        _ => None,
    }
}

/// Whether Exif says that the picture is to be turned (tag 0x0112).
fn xoay(body: &[u8]) -> bool {
    let turned = || {
        let tiff = body.strip_prefix(b"Exif\0\0")?;
        let little = tiff.starts_with(b"II");
        let so16 = |at: usize| {
            let two: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
            Some(if little { u16::from_le_bytes(two) } else { u16::from_be_bytes(two) })
        };
        let so32 = |at: usize| {
            let four: [u8; 4] = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
            Some(if little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) })
        };
        let first = usize::try_from(so32(4)?).ok()?;
        let entries = usize::from(so16(first)?);
        let tags =
            (0..entries).map(|i| first.saturating_add(2).saturating_add(i.saturating_mul(12)));
        let mut orientation = tags.filter(|at| so16(*at) == Some(0x0112));
        let value = so16(orientation.next()?.saturating_add(8))?;
        Some((2..=8).contains(&value))
    };
    turned().unwrap_or(false)
}
