//! PNG: whether it can be drawn, and how large it is.

use super::Kho;
use crate::model::anh::DPI_THUONG;

const INCH_MOI_MET: f64 = 0.0254;

/// Decodes all of it: what breaks off halfway is told now, not when it is printed.
pub(super) fn kho(bytes: &[u8]) -> Result<Kho, String> {
    let broken = |_| "tệp PNG hỏng".to_owned();
    let limits = png::Limits { bytes: 512 * 1024 * 1024 };
    let decoder = png::Decoder::new_with_limits(std::io::Cursor::new(bytes), limits);
    let mut reader = decoder.read_info().map_err(broken)?;
    let info = reader.info();
    let dpi = info
        .pixel_dims
        .filter(|dims| dims.unit == png::Unit::Meter && dims.xppu > 0)
        .map_or(DPI_THUONG, |dims| f64::from(dims.xppu) * INCH_MOI_MET);
    let kho = Kho { rong: f64::from(info.width), cao: f64::from(info.height), dpi };
    if kho.rong * kho.cao > super::DIEM_NHIEU_NHAT {
        return Ok(kho);
    }
    while reader.next_row().map_err(broken)?.is_some() {}
    Ok(kho)
}
