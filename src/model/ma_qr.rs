//! Mã QR: the picture of a text (ISO/IEC 18004), for addresses that a phone opens.

use std::sync::Arc;

use qrcode::{Color, EcLevel, QrCode};

use super::anh::{DPI_THUONG, DangAnh, TepAnh};

/// What the name of such a picture begins with.
pub const DAU_QR: &str = "qr:";

/// Dots of a module, so that no viewer blurs its edges.
const DIEM: usize = 8;
/// Clear modules around the code, which readers want (6.3.8).
const LE: usize = 4;

/// The code of what stands behind `qr:`. `Err` tells why there is none.
pub fn ma_qr(ten: &str) -> Result<Arc<TepAnh>, String> {
    let chu = ten.strip_prefix(DAU_QR).unwrap_or(ten).trim();
    if chu.is_empty() {
        return Err("sau “qr:” phải có chữ hoặc địa chỉ để mã hoá".to_owned());
    }
    let ma = QrCode::with_error_correction_level(chu, EcLevel::M)
        .map_err(|_| "chữ dài quá, mã QR không chứa hết".to_owned())?;
    let canh = ma.width().saturating_add(2 * LE).saturating_mul(DIEM);
    let bytes = png(&ma, canh).ok_or_else(|| "không vẽ được mã QR".to_owned())?;
    let px = canh as f64;
    let dang = DangAnh::Png;
    Ok(Arc::new(TepAnh {
        ten: ten.to_owned(),
        dang,
        bytes,
        rong_px: px,
        cao_px: px,
        dpi: DPI_THUONG,
    }))
}

/// Black and white, a bit a dot.
fn png(ma: &QrCode, canh: usize) -> Option<Vec<u8>> {
    let side = u32::try_from(canh).ok()?;
    let row_bytes = canh.div_ceil(8);
    let mut data = vec![0xff_u8; row_bytes.checked_mul(canh)?];
    for (y, row) in data.chunks_mut(row_bytes).enumerate() {
        for x in 0..canh {
            let module = |at: usize| (at / DIEM).checked_sub(LE).filter(|at| *at < ma.width());
            let dark = module(x).zip(module(y)).is_some_and(|at| ma[at] == Color::Dark);
            if let (true, Some(byte)) = (dark, row.get_mut(x / 8)) {
                *byte &= !(0x80_u8 >> (x % 8));
            }
        }
    }
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, side, side);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&data).ok()?;
    writer.finish().ok()?;
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_a_code_and_a_very_long_one_none() {
        let ma = ma_qr("qr:https://dichvucong.gov.vn").unwrap();
        assert_eq!((ma.rong_px, ma.cao_px), (ma.rong_px, ma.rong_px));
        assert!(
            ma.bytes.starts_with(b"\x89PNG")
                && ma.bytes == ma_qr("qr:https://dichvucong.gov.vn").unwrap().bytes
        );
        assert!(ma_qr("qr: ").is_err() && ma_qr(&format!("qr:{}", "x".repeat(5000))).is_err());
    }
}
